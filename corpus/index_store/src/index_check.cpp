// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.hpp"
#include "translate.hpp"

#include <pinlex/base/sha256.hpp>
#include <pinlex/index_store/index_check.hpp>
#include <pinlex/schema/fields.hpp>

#include <xapian.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

/// One check, step by step.
class Check {
 public:
  Check(const IndexReader& reader, const std::function<void(const PassageRecord&)>& each)
      : reader_(reader), each_(each) {}

  Result<IndexCheck> run();

 private:
  struct Text {
    VersionRecord record;
    Sha256 sum = {};
    std::uint64_t passages = 0;
  };

  void fault(std::string place, std::string what) {
    out_.faults.push_back({std::move(place), std::move(what)});
  }
  void record_fault(std::uint32_t document, const std::string& what);
  void fault(const Error& error) { fault(reader_.path().string(), error.message); }

  void check_tables();
  void check_beside();
  Result<void> read_versions();
  Result<void> read_passages();
  void read_passage(std::uint32_t document);
  void compare();

  const IndexReader& reader_;
  const std::function<void(const PassageRecord&)>& each_;
  std::vector<std::uint32_t> of_versions_;
  std::map<std::string, Text> texts_;
  std::uint32_t first_bad_ = 0, last_bad_ = 0;  ///< Of the records that the last fault is about.
  IndexCheck out_;
};

/// Records that lie side by side with one fault are one: a broken block has many.
void Check::record_fault(std::uint32_t document, const std::string& what) {
  const auto shards = static_cast<std::uint32_t>(reader_.header().shards.size());
  const bool more = last_bad_ != 0 && document == last_bad_ + shards && !out_.faults.empty() &&
                    out_.faults.back().what == what;
  if (!more) {
    first_bad_ = document;
    fault({}, what);
  }
  last_bad_ = document;
  out_.faults.back().place = "record " + std::to_string(first_bad_);
  if (more) out_.faults.back().place += " to " + std::to_string(document);
}

Result<IndexCheck> Check::run() {
  check_tables();
  check_beside();
  if (auto done = read_versions(); !done) return passed_on(done);
  if (auto done = read_passages(); !done) return passed_on(done);
  compare();
  return std::move(out_);
}

void Check::check_tables() {
  const fs::path folder = Layout{reader_.path()}.generation(reader_.header().generation);
  for (const std::string& shard : reader_.header().shards) {
    const std::string place = (folder / shard).string();
    const auto checked = read_guarded(place, [&]() -> Result<void> {
      std::ostringstream said;
      const std::size_t errors = Xapian::Database::check(place, 0, &said);
      if (errors > 0) fault(place, "Xapian finds " + std::to_string(errors) + " errors in it");
      return {};
    });
    if (checked) continue;
    std::string what = checked.error().message;
    if (what.starts_with(place + ": ")) what.erase(0, place.size() + 2);
    fault(place, std::move(what));
  }
}

/// The files that only some searches read.
void Check::check_beside() {
  if (const auto thesaurus = reader_.thesaurus(); !thesaurus) fault(thesaurus.error());
  if (const auto pairs = reader_.pairs(); !pairs) {
    fault(pairs.error());
  } else if (pairs->fingerprint() != reader_.header().pairs) {
    fault(reader_.path().string(), "the pairs of terms are not those of this index");
  }
  if (const auto notes = reader_.notes(); !notes) fault(notes.error());
}

Result<void> Check::read_versions() {
  auto documents = reader_.documents(term_of(Field::record, "version"));
  if (!documents) return passed_on(documents);
  of_versions_ = std::move(*documents);
  for (const std::uint32_t document : of_versions_) {
    auto version = reader_.version(document);
    if (!version) {
      record_fault(document, version.error().message);
      continue;
    }
    const std::string id = version->id();
    Text text{std::move(*version)};
    if (!texts_.emplace(id, std::move(text)).second) fault(id, "is in the index twice");
  }
  return {};
}

/// Shard by shard: records of a shard lie side by side, and their numbers as far from each other as
/// there are shards.
Result<void> Check::read_passages() {
  auto documents = reader_.documents("");
  if (!documents) return passed_on(documents);
  const std::size_t shards = std::max<std::size_t>(reader_.header().shards.size(), 1);
  std::stable_sort(documents->begin(), documents->end(), [&](std::uint32_t a, std::uint32_t b) {
    return (a - 1) % shards < (b - 1) % shards;
  });
  for (const std::uint32_t document : *documents) {
    if (!std::binary_search(of_versions_.begin(), of_versions_.end(), document)) {
      read_passage(document);
    }
  }
  return {};
}

void Check::read_passage(std::uint32_t document) {
  const auto bytes = reader_.stored(document);
  if (!bytes) return record_fault(document, bytes.error().message);
  const auto passage = reader_.passage(document);
  if (!passage) return record_fault(document, passage.error().message);
  const auto text = texts_.find(passage->version);
  if (text == texts_.end()) {
    return record_fault(document, "is of " + passage->version + ", which is no text here");
  }
  text->second.sum.add(*bytes);
  ++text->second.passages;
  ++out_.passages;
  out_.bytes += bytes->size();
  each_(*passage);
}

void Check::compare() {
  for (auto& [id, text] : texts_) {
    if (text.passages != text.record.passages) {
      fault(id, "has " + std::to_string(text.passages) + " passages, not " +
                    std::to_string(text.record.passages));
    } else if (text.sum.hex() != text.record.sha256) {
      fault(id, "is not the text that was stored: its SHA-256 differs");
    }
    out_.versions.push_back(std::move(text.record));
  }
}

}  // namespace

Result<IndexCheck> check_index(const IndexReader& reader,
                               const std::function<void(const PassageRecord&)>& each) {
  return read_guarded(reader.path(), [&] { return Check(reader, each).run(); });
}

}  // namespace pinlex
