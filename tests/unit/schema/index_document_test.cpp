// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/schema/fields.hpp>
#include <pinlex/schema/index_document.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace pinlex;

namespace {

MappedText mapped(std::string_view text) {
  MappedText out;
  out.append(text, 0);
  return out;
}

VersionRecord version() {
  VersionRecord record;
  record.version.instrument = "lake-1";
  record.version.kind = Kind::treaty;
  record.version.language = "en";
  record.version.about = {"pond-2#art_7"};
  record.sources = {{"a.md", "Texts", "", 0, "", ""}};
  return record;
}

PassageRecord passage() {
  PassageRecord record;
  record.version = "lake-1@en";
  record.passage.eid = "art_5";
  record.passage.ancestors = {{"chp_2", "Chapter II", "Ferry"}};
  record.passage.units = {{"art_5", Level::article, -1, "Article 5", "Ferry", {}},
                          {"art_5__para_1", Level::paragraph, 0, "1.", "", {}}};
  record.passage.texts = {{0, mapped("Ferry, raft; ferry.")}, {1, mapped("A raft")}};
  return record;
}

std::map<std::string, std::uint32_t> terms(const IndexDocument& document) {
  return {document.terms.begin(), document.terms.end()};
}

/// The stem of a word, whatever the stemmer makes of it.
std::string stem(Analyser& analyser, const char* word) {
  std::vector<Token> tokens;
  analyser.analyse(word, 0, tokens);
  REQUIRE(tokens.size() == 1);
  return std::string(tokens[0].stem);
}

}  // namespace

TEST_CASE("a word counts once in the text, more in the heading, once above") {
  Analyser analyser("en");
  const auto found = terms(passage_document(version(), passage(), analyser));
  const std::string ferry = stem(analyser, "ferry");
  const std::string raft = stem(analyser, "raft");
  CHECK(found.at(ferry) == 2 + heading_weight_at(1) + ancestor_weight);
  CHECK(found.at(raft) == 2);
  CHECK(found.at(term_of(Field::heading, ferry)) == 1);
  CHECK_FALSE(found.contains(term_of(Field::heading, raft)));
}

TEST_CASE("the fewer words a heading has, the more each counts") {
  CHECK(heading_weight_at(static_cast<std::uint32_t>(heading_mean_words)) ==
        static_cast<std::uint32_t>(heading_weight));
  for (std::uint32_t words = 1; words < 40; ++words) {
    CHECK(heading_weight_at(words) >= heading_weight_at(words + 1));
    CHECK(heading_weight_at(words) >= 1);
  }
}

TEST_CASE("a passage is found by what it is and where it stands") {
  Analyser analyser("en");
  const auto found = terms(passage_document(version(), passage(), analyser));
  for (const auto& [field, value] : {std::pair{Field::instrument, "lake-1"},
                                     {Field::kind, "treaty"},
                                     {Field::edition, "official"},
                                     {Field::language, "en"},
                                     {Field::article, "5"},
                                     {Field::id, "lake-1#art_5"},
                                     {Field::group, "lake-1#chp_2"},
                                     {Field::version, "lake-1@en"},
                                     {Field::record, "passage"},
                                     {Field::about, "pond-2#art_7"}}) {
    INFO(value);
    REQUIRE(found.contains(term_of(field, value)));
    CHECK(found.at(term_of(field, value)) == 0);
  }
}

TEST_CASE("frequent stems side by side get terms, across texts but not into headings") {
  Analyser analyser("en");
  const std::string ferry = stem(analyser, "ferry"), raft = stem(analyser, "raft");
  const FrequentStems frequent({{ferry, 90}, {raft, 90}}, 100, 1'000'000);
  PassageRecord record = passage();
  const auto has = [&](const std::vector<std::string_view>& stems) {
    const auto found = terms(passage_document(version(), record, analyser, frequent));
    return found.contains(*frequent.term_of_run(stems));
  };
  CHECK(has({ferry, raft}));
  CHECK(has({raft, ferry}));
  CHECK_FALSE(has({ferry, ferry}));
  CHECK_FALSE(has({raft, raft}));
  record.passage.texts = {{0, mapped("the raft")}, {0, mapped("...")}, {1, mapped("raft")}};
  CHECK(has({raft, raft}));
  CHECK_FALSE(has({ferry, raft}));
  CHECK_FALSE(has({raft, raft, raft}));
  record.passage.texts = {{0, mapped("raft ferry")}, {1, mapped("raft or raft ferry")}};
  CHECK(has({raft, ferry, raft}));
  CHECK_FALSE(has({raft, raft, ferry}));
}

TEST_CASE("the date is that of the text, else of publication, else of adoption") {
  struct Row {
    const char *as_of, *published, *adopted, *date;
  };
  Analyser analyser("en");
  for (const Row& row :
       {Row{"2020-01-02", "2019", "2001-11-23", "2020-01-02"},
        Row{"", "2019-05", "2001-11-23", "2019-05"}, Row{"", "", "2001-11-23", "2001-11-23"},
        Row{"in May", "20190", "2001-11", "2001-11"}, Row{"", "2019-5", "", nullptr}}) {
    VersionRecord record = version();
    record.version.as_of = row.as_of;
    record.version.published = row.published;
    record.version.adopted = row.adopted;
    std::string dates;
    for (const auto& [term, count] : terms(passage_document(record, passage(), analyser))) {
      if (term.substr(0, 1) == info(Field::date).prefix) dates += term;
    }
    CHECK(dates == (row.date ? term_of(Field::date, row.date) : ""));
  }
}

TEST_CASE("the article's number is that of the basic unit") {
  Analyser analyser("en");
  PassageRecord record = passage();
  for (const auto& [eid, number] : {std::pair{"art_706-102-1", "706-102-1"},
                                    {"annex_1__art_3", "3"},
                                    {"art_21~2", "21"},
                                    {"sec_100a", "100a"}}) {
    record.passage.eid = eid;
    CHECK(terms(passage_document(version(), record, analyser))
              .contains(term_of(Field::article, number)));
  }
  record.passage.eid = "sec_2";
  record.passage.units[0].level = Level::heading;
  const auto found = terms(passage_document(version(), record, analyser));
  CHECK_FALSE(found.contains(term_of(Field::article, "2")));
}

TEST_CASE("no term comes twice") {
  Analyser analyser("en");
  VersionRecord record = version();
  record.version.about = {"pond-2#ART_7", "pond-2#art_7"};
  PassageRecord stored = passage();
  // A word so long that its term is a hash.
  stored.passage.texts.push_back({1, mapped("2001 zebras " + std::string(300, 'z'))});
  const auto document = passage_document(record, stored, analyser);
  std::set<std::string> met;
  for (const auto& [term, frequency] : document.terms) {
    CAPTURE(term);
    CHECK(met.insert(term).second);
  }
}

TEST_CASE("passages stand in the order of the text") {
  Passage second, tenth, tenth_rest;
  second.eid = "art_2";
  tenth.eid = tenth_rest.eid = "art_10";
  tenth_rest.part = 1;
  CHECK(order_key("lake-1@en", second) < order_key("lake-1@en", tenth));
  CHECK(order_key("lake-1@en", tenth) < order_key("lake-1@en", tenth_rest));
  CHECK(order_key("lake-1@en", tenth) != order_key("lake-1@fr", tenth));
}

TEST_CASE("a document carries its record and its order") {
  Analyser analyser("en");
  const auto document = passage_document(version(), passage(), analyser);
  REQUIRE(document.values.size() == 1);
  CHECK(document.values[0].first == static_cast<std::uint32_t>(info(Field::order).slot));
  CHECK(document.values[0].second == order_key("lake-1@en", passage().passage));
  const auto stored = decode_passage(document.data);
  REQUIRE(stored);
  CHECK(stored->passage.eid == "art_5");
}

TEST_CASE("a version is found by its id and roots, never by words") {
  const auto document = version_document(version());
  const auto found = terms(document);
  CHECK(found.size() == 3);
  CHECK(found.contains(term_of(Field::version, "lake-1@en")));
  CHECK(found.contains(term_of(Field::record, "version")));
  CHECK(found.contains(term_of(Field::root, "texts")));
  const auto stored = decode_version(document.data);
  REQUIRE(stored);
  CHECK(stored->id() == "lake-1@en");
}

TEST_CASE("a passage is found by what it cites, what that lies in, and its instrument") {
  Analyser analyser("en");
  PassageRecord citing = passage();
  citing.references = {{0, 0, 5, "lake-1", {{"art_2__para_1", ""}}},
                       {0, 7, 11, "lake-1", {{"art_7", "art_9"}}},
                       {1, 0, 1, "pond-2", {{"", ""}}}};
  VersionRecord of = version();
  of.outline = {{"art_8", Level::article, -1, "Article 8", ""},
                {"art_8bis", Level::article, -1, "Article 8 bis", ""},
                {"art_10", Level::article, -1, "Article 10", ""}};
  const auto found = terms(passage_document(of, citing, analyser));
  for (const char* cited : {"lake-1", "lake-1#art_2", "lake-1#art_2__para_1", "lake-1#art_7",
                            "lake-1#art_8", "lake-1#art_8bis", "lake-1#art_9", "pond-2"}) {
    CAPTURE(cited);
    CHECK(found.contains(term_of(Field::cites, cited)));
  }
  for (const char* other :
       {"lake-1#art_1", "lake-1#art_10", "lake-1#art_2__para_2", "pond-2#art_1"}) {
    CAPTURE(other);
    CHECK_FALSE(found.contains(term_of(Field::cites, other)));
  }
}

TEST_CASE("a power is found by its concept and by what is broader, in law only") {
  const auto read = Thesaurus::from_toml({{"rafts.toml", R"(
[[concept]]
id = "steering"
kind = "power"
[concept.label]
en = "steering"
[[concept]]
id = "raft-steering"
kind = "power"
broader = ["steering"]
[concept.label]
en = "steer a raft"
[[concept]]
id = "bell"
kind = "safeguard"
[concept.label]
en = "after the bell"
)"}});
  REQUIRE(read);
  const CompiledThesaurus thesaurus(*read);
  Analyser analyser("en");
  ConceptFinder finder(thesaurus, "en");
  const PowerClassifier powers(thesaurus, analyser);
  PassageRecord record = passage();
  record.passage.texts = {{1, mapped("A keeper may steer a raft after the bell.")}};
  const WordReader reader(analyser, thesaurus, finder, powers);
  const IndexDocument document = passage_document(version(), record, reader);
  const auto found = terms(document);
  CHECK(found.contains(term_of(Field::power, "raft-steering")));
  CHECK(found.contains(term_of(Field::power, "steering")));
  CHECK_FALSE(found.contains(term_of(Field::power, "bell")));
  CHECK(found.contains(term_of(Field::safeguard, "bell")));
  CHECK_FALSE(found.contains(term_of(Field::safeguard, "raft-steering")));
  const auto stored = decode_passage(document.data);
  REQUIRE(stored);
  REQUIRE(stored->classes.size() == 2);
  CHECK(stored->classes[1].element == Element::power);
  VersionRecord commentary = version();
  commentary.version.kind = Kind::commentary;
  const IndexDocument spoken = passage_document(commentary, *stored, reader);
  CHECK_FALSE(terms(spoken).contains(term_of(Field::power, "raft-steering")));
  CHECK(decode_passage(spoken.data)->classes.empty());
}
