// SPDX-License-Identifier: GPL-2.0-or-later
// Quotations taken from the shared texts: each verdict is proved on them, in several languages.
#include "temporary_folder.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/indexer/indexer.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/eid.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
namespace fs = std::filesystem;

namespace {

const fs::path texts = fs::path(PINLEX_SOURCE_DIR) / ".." / "shared" / "corpus";
const fs::path catalogue_folder = fs::path(PINLEX_SOURCE_DIR) / "corpus" / "data" / "catalogue";

template <typename T>
T got(Result<T> result) {
  if (!result) FAIL(result.error().message);
  return std::move(*result);
}

/// All texts of the corpus in one index, made once.
class CorpusIndex {
 public:
  CorpusIndex() {
    Catalogue catalogue;
    for (const auto& entry : fs::directory_iterator(catalogue_folder)) {
      if (entry.path().extension() != ".toml") continue;
      const auto toml = got(read_file(entry.path(), 16U << 20));
      if (!catalogue.add_toml(toml, entry.path().string())) FAIL(entry.path());
    }
    IndexRequest request;
    request.index = folder_ / "index";
    request.roots = {texts / "treaties", texts / "languages", texts / "national"};
    got(index(request, catalogue));
    searcher_ =
        std::make_unique<Searcher>(got(Searcher::open({folder_ / "index"}, catalogue_folder)));
  }
  const Searcher& searcher() const { return *searcher_; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Searcher> searcher_;
};

const Searcher* corpus() {
  if (!fs::exists(texts / "treaties")) {
    WARN("skipped: there is no " << texts);
    return nullptr;
  }
  static const CorpusIndex index;
  return &index.searcher();
}

CheckedQuotation judged(const Searcher& searcher, const std::string& words) {
  const auto answer = got(searcher.check({words, QuotationReading::paragraphs}));
  REQUIRE(answer.quotations.size() == 1);
  return answer.quotations[0];
}

CheckedQuotation quoted(const Searcher& searcher, const std::string& text) {
  const auto answer = got(searcher.check({text, QuotationReading::marked}));
  REQUIRE(answer.quotations.size() == 1);
  return answer.quotations[0];
}

/// The first run of words of a provision with at least so many bytes, cut at a space.
std::string sample(const Searcher& searcher, const std::string& id, std::size_t bytes) {
  const auto answer = got(searcher.show({id, {}, {}}));
  for (const ShownProvision& one : answer.provisions) {
    for (const ShownText& text : one.provision.texts) {
      if (text.text.size() < bytes) continue;
      const auto end = text.text.find(' ', bytes - 1);
      return text.text.substr(0, end);
    }
  }
  return {};
}

/// One id in each of the languages.
std::map<std::string, std::string> ids_by_language(const Searcher& searcher) {
  std::map<std::string, std::string> ids;
  const auto info = got(searcher.info());
  for (const VersionRecord& record : info.versions) {
    if (record.version.edition == Edition::digest) continue;
    for (const OutlineEntry& entry : record.outline) {
      if (is_grouping(entry.level) || ids.contains(record.version.language)) continue;
      const ProvisionId name = parse_id(record.id());
      const std::string id = ProvisionId{name.instrument, entry.eid, name.version}.str();
      if (!sample(searcher, id, 120).empty()) ids[record.version.language] = id;
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("words of the corpus are exact in every language") {
  const Searcher* searcher = corpus();
  if (searcher == nullptr) return;
  const auto ids = ids_by_language(*searcher);
  for (const char* language : {"ar", "de", "en", "es", "fr", "nl"}) {
    CAPTURE(language);
    CHECK(ids.contains(language));
  }
  for (const auto& [language, id] : ids) {
    const std::string words = sample(*searcher, id, 120);
    CAPTURE(language, id, words);
    const CheckedQuotation one = judged(*searcher, words);
    CHECK(one.verdict <= QuotationVerdict::normalised);
    REQUIRE(!one.places.empty());
    CHECK(one.places[0].language == language);
  }
}

TEST_CASE("a word put in is seen in every language") {
  const Searcher* searcher = corpus();
  if (searcher == nullptr) return;
  for (const auto& [language, id] : ids_by_language(*searcher)) {
    std::string words = sample(*searcher, id, 120);
    const auto middle = words.find(' ', words.size() / 2);
    if (middle == std::string::npos) continue;
    words.insert(middle, " xylophone");
    CAPTURE(language, id, words);
    const CheckedQuotation one = judged(*searcher, words);
    CHECK(one.verdict == QuotationVerdict::altered);
    bool seen = false;
    for (const DiffRun& run : one.diff) {
      seen = seen || (run.kind == DiffKind::quotation && run.text == "xylophone");
    }
    CHECK(seen);
  }
}

TEST_CASE("the verdicts on the Convention on Cybercrime") {
  const Searcher* searcher = corpus();
  if (searcher == nullptr) return;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"“keep confidential the fact of the execution of any power” (ETS 185, art. 21(3))",
       "exact coe-185#art_21__para_3@en"},
      {"“keep confidential the fact of the execution of any power” (ETS 185, art. 20(3))",
       "exact coe-185#art_20__para_3@en"},
      {"“keep confidential the fact of the execution of any power” (ETS 185, art. 15)",
       "elsewhere coe-185#art_20__para_3@en"},
      {"“KEEP confidential - the fact of the execution” (ETS 185, art. 21)",
       "normalised coe-185#art_21__para_3@en"},
      {"“keep secret the fact of the execution of any power” (ETS 185, art. 21)",
       "altered coe-185#art_21__para_3@en"},
      {"“Each Party shall […] keep confidential the fact of the execution” (ETS 185, art. 21)",
       "exact coe-185#art_21__para_3@en"},
      {"“no tortoise shall be compelled to sing opera” (ETS 185, art. 21)", "not-in-corpus "},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const CheckedQuotation one = quoted(*searcher, text);
    CHECK(std::string(name(one.verdict)) + " " + (one.places.empty() ? "" : one.places[0].id) ==
          expected);
  }
}
