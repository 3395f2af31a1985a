// SPDX-License-Identifier: GPL-2.0-or-later
// Shards as this program writes them, read and checked by Xapian.
#include "shard_writer.hpp"
#include "temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <xapian.h>

#include <cstdint>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

constexpr std::size_t plenty = 64 << 20;

std::string word(std::uint32_t number) {
  std::string out = "w" + std::to_string(number);
  if (number % 7 == 0) out += std::string("\0x", 2);
  if (number % 31 == 0) out += std::string(200, 'z');
  return out;
}

/// Documents of which some terms are everywhere, some rare, and some documents hold none.
std::vector<IndexDocument> documents(std::uint32_t count) {
  std::mt19937 source(20011123);
  const auto random = [&source] { return static_cast<std::uint32_t>(source()); };
  std::vector<IndexDocument> out(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::map<std::string, std::uint32_t> terms;
    if (i % 50 != 3) {
      for (std::uint32_t rank = 1; rank < 12; ++rank) {
        terms[word(random() % (rank * rank * rank))] += random() % 4;
      }
      terms["Tall"] = 0;
    }
    if (i % 1000 == 0) terms["rare" + std::to_string(i)] = 300 + i;
    out[i].terms.assign(terms.begin(), terms.end());
    if (i % 3 != 0) out[i].values.emplace_back(0, std::string(random() % 900, 'v'));
    if (i % 977 == 5) out[i].values.assign(1, {0, std::string(30'000, '\xFE')});
    out[i].values.emplace_back(1, "order " + std::to_string(i));
    out[i].values.emplace_back(300, std::to_string(random() % 10));
  }
  return out;
}

void write(const std::filesystem::path& folder, const std::vector<IndexDocument>& all,
           std::size_t memory) {
  ShardWriter shard(folder, memory);
  for (const IndexDocument& document : all) shard.add(document);
  shard.finish();
}

/// What Xapian finds wrong, or nothing.
std::string complaints(const std::filesystem::path& folder) {
  std::ostringstream out;
  const auto errors = Xapian::Database::check(folder.string(), 0, &out);
  return errors == 0 ? std::string() : out.str();
}

}  // namespace

TEST_CASE("Xapian reads from a shard what was put in") {
  const TemporaryFolder folder;
  // Beyond 32,767 documents ids take another form in keys.
  const auto all = documents(40'000);
  write(folder / "shard", all, plenty);
  CHECK(complaints(folder / "shard").empty());
  const Xapian::Database shard((folder / "shard").string());
  CHECK(shard.get_doccount() == all.size());
  CHECK(shard.get_lastdocid() == all.size());

  std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>> lists;
  std::uint64_t words = 0;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    std::uint32_t length = 0;
    for (const auto& [term, frequency] : all[i].terms) {
      lists[term].emplace_back(i + 1, frequency);
      length += frequency;
    }
    words += length;
    if (shard.get_doclength(i + 1) != length) FAIL("length of document " << i + 1);
  }
  CHECK(shard.get_total_length() == words);

  auto stored = shard.allterms_begin();
  for (const auto& [term, list] : lists) {
    REQUIRE(stored != shard.allterms_end());
    REQUIRE(*stored == term);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> read;
    for (auto it = shard.postlist_begin(term); it != shard.postlist_end(term); ++it) {
      read.emplace_back(*it, it.get_wdf());
    }
    if (read != list) FAIL("the list of " << term);
    REQUIRE(stored.get_termfreq() == list.size());
    ++stored;
  }
  CHECK(stored == shard.allterms_end());
}

TEST_CASE("Xapian reads the values of a shard, one by one and in a row") {
  const TemporaryFolder folder;
  const auto all = documents(3000);
  write(folder / "shard", all, plenty);
  const Xapian::Database shard((folder / "shard").string());
  for (const std::uint32_t slot : {0U, 1U, 300U}) {
    std::map<std::uint32_t, std::string> expected;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      for (const auto& [in, value] : all[i].values) {
        if (in == slot && !value.empty()) expected[i + 1] = value;
      }
    }
    std::map<std::uint32_t, std::string> in_a_row;
    for (auto it = shard.valuestream_begin(slot); it != shard.valuestream_end(slot); ++it) {
      in_a_row[it.get_docid()] = *it;
    }
    CHECK(in_a_row == expected);
    CHECK(shard.get_value_freq(slot) == expected.size());
    for (const auto& [document, value] : expected) {
      REQUIRE(shard.get_document(document).get_value(slot) == value);
      REQUIRE(shard.get_value_lower_bound(slot) <= value);
      REQUIRE(shard.get_value_upper_bound(slot) >= value);
    }
  }
}

TEST_CASE("lists jump to any document") {
  const TemporaryFolder folder;
  const auto all = documents(40'000);
  write(folder / "shard", all, plenty);
  const Xapian::Database shard((folder / "shard").string());
  for (std::uint32_t from = 1; from < 40'000; from += 1237) {
    auto it = shard.postlist_begin("Tall");
    it.skip_to(from);
    // Every fiftieth document, from the fourth on, has no term.
    CHECK(*it == (from % 50 == 4 ? from + 1 : from));
  }
}

TEST_CASE("what was put aside for want of memory makes the same bytes") {
  const TemporaryFolder folder;
  const auto all = documents(2000);
  write(folder / "whole", all, plenty);
  write(folder / "pieces", all, 100'000);
  for (const char* file : {"postlist.glass", "iamglass"}) {
    CHECK(content_of(folder / "whole" / file) == content_of(folder / "pieces" / file));
  }
  CHECK(names_below(folder / "pieces") == std::vector<std::string>{"iamglass", "postlist.glass"});
}

TEST_CASE("a shard may hold no documents, or none with words") {
  const TemporaryFolder folder;
  write(folder / "empty", {}, plenty);
  CHECK(complaints(folder / "empty").empty());
  CHECK(Xapian::Database((folder / "empty").string()).get_doccount() == 0);
  write(folder / "silent", std::vector<IndexDocument>(3), plenty);
  CHECK(complaints(folder / "silent").empty());
  CHECK(Xapian::Database((folder / "silent").string()).get_doccount() == 3);
}

TEST_CASE("shards are as Xapian makes them for its own searches") {
  const TemporaryFolder folder;
  const auto all = documents(5000);
  write(folder / "shard", all, plenty);
  {
    Xapian::WritableDatabase own((folder / "own").string(),
                                 Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
    for (const IndexDocument& document : all) {
      Xapian::Document made;
      for (const auto& [term, frequency] : document.terms) made.add_term(term, frequency);
      for (const auto& [slot, value] : document.values) made.add_value(slot, value);
      own.add_document(made);
    }
    own.commit();
  }
  const auto ranked = [&](const std::string& name, const std::vector<std::string>& terms) {
    const Xapian::Database database((folder / name).string());
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
    std::vector<std::pair<Xapian::docid, double>> hits;
    const Xapian::MSet found = enquire.get_mset(0, 100);
    for (auto it = found.begin(); it != found.end(); ++it) hits.emplace_back(*it, it.get_weight());
    return hits;
  };
  for (std::uint32_t number = 0; number < 60; number += 5) {
    const std::vector<std::string> terms = {word(number), word(number * 3 + 1), "rare2000"};
    CHECK(ranked("shard", terms) == ranked("own", terms));
  }
}
