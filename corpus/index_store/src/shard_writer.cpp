// SPDX-License-Identifier: GPL-2.0-or-later
#include "shard_writer.hpp"

#include "packing.hpp"

#include <pinlex/base/sha256.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

/// Xapian's own size of chunks: it reads no more than one to get a document's value.
constexpr std::size_t chunk_bytes = 2000;
/// Bounds of values longer than this are cut: the head of the table holds them all.
constexpr std::size_t longest_bound = 250;

constexpr std::string_view version_magic{"\x0F\x0DXapian Glass\x04\x6E", 16};

/// Makes the folder before the table that lies in it.
fs::path table_in(const fs::path& folder) {
  fs::create_directories(folder);
  return folder / "postlist.glass";
}

/// Cuts posting lists into chunks; the first one says how much there is in all.
class ChunkWriter {
 public:
  /// The key of a later chunk is `key`, `gap` and its first document.
  ChunkWriter(GlassTable& table, std::string key, std::string_view gap)
      : table_(table), key_(std::move(key)), gap_(gap) {}

  void write(const std::vector<PostingRun>& runs, std::uint64_t documents,
             std::uint64_t occurrences) {
    first_ = runs.front().first;
    pack_number(head_, documents);
    pack_number(head_, occurrences);
    pack_number(head_, first_ - 1);
    for (const PostingRun& run : runs) {
      const char* at = run.postings.data();
      const char* const end = at + run.postings.size();
      std::uint32_t document = run.first;
      add(document, static_cast<std::uint32_t>(unpack_number(at)));
      while (at != end) {
        document += static_cast<std::uint32_t>(unpack_number(at)) + 1;
        add(document, static_cast<std::uint32_t>(unpack_number(at)));
      }
    }
    end_chunk(true);
  }

 private:
  void add(std::uint32_t document, std::uint32_t frequency) {
    if (chunk_.size() >= chunk_bytes) {
      end_chunk(false);
      first_ = document;
    }
    if (!chunk_.empty()) pack_number(chunk_, document - last_ - 1);
    pack_number(chunk_, frequency);
    last_ = document;
  }

  void end_chunk(bool is_last) {
    head_ += is_last ? '1' : '0';
    pack_number(head_, last_ - first_);
    head_ += chunk_;
    if (is_first_) {
      table_.add(key_, head_);
    } else {
      std::string key = key_;
      key += gap_;
      pack_sorted(key, first_);
      table_.add(key, head_);
    }
    is_first_ = false;
    head_.clear();
    chunk_.clear();
  }

  GlassTable& table_;
  std::string key_;
  std::string_view gap_;
  std::string head_, chunk_;
  std::uint32_t first_ = 0, last_ = 0;
  bool is_first_ = true;
};

/// A table as the version file describes it; the others of the database are empty.
void pack_root(std::string& out, const GlassRoot& root) {
  constexpr unsigned sequential = 2;
  pack_number(out, root.root);
  pack_number(out, root.level << 2 | sequential);
  pack_number(out, root.entries);
  pack_number(out, glass_block >> 11);
  pack_number(out, 0);
  std::string free_blocks;  // None: where the next one would be added.
  pack_number(free_blocks, glass_revision);
  pack_number(free_blocks, root.blocks);
  free_blocks.append(4, '\0');
  pack_string(out, free_blocks);
}

void pack_no_table(std::string& out) {
  constexpr unsigned sequential_without_root = 3;
  pack_number(out, 0);
  pack_number(out, sequential_without_root);
  pack_number(out, 0);
  pack_number(out, glass_block >> 11);
  pack_number(out, 0);
  pack_string(out, {});
}

}  // namespace

ShardWriter::ShardWriter(const fs::path& folder, std::size_t memory)
    : folder_(folder), table_(table_in(folder)), postings_(folder / "aside", memory) {}

std::uint32_t ShardWriter::add(const IndexDocument& document) {
  ++documents_;
  std::uint32_t length = 0;
  for (const auto& [term, frequency] : document.terms) {
    postings_.add(term, documents_, frequency);
    length += frequency;
    most_frequent_ = std::max(most_frequent_, frequency);
  }
  postings_.bound();
  lengths_.add(documents_, length);
  if (length > 0 && (shortest_ == 0 || length < shortest_)) shortest_ = length;
  longest_ = std::max(longest_, length);
  for (const auto& [slot, value] : document.values) add_value(documents_, slot, value);
  return documents_;
}

void ShardWriter::add_value(std::uint32_t document, std::uint32_t slot, std::string_view value) {
  if (value.empty()) return;
  Values& values = values_[slot];
  values.slot = slot;
  if (values.chunk.empty()) {
    values.first = document;
  } else {
    pack_number(values.chunk, document - values.last - 1);
  }
  values.last = document;
  pack_string(values.chunk, value);
  if (values.count++ == 0 || value < values.least) values.least = value;
  if (value > values.greatest) values.greatest = value;
  if (values.chunk.size() >= chunk_bytes) end_chunk(values);
}

void ShardWriter::end_chunk(Values& values) {
  if (values.chunk.empty()) return;
  std::string key(value_chunk_key);
  pack_number(key, values.slot);
  pack_sorted(key, values.first);
  if (values.slot == 0) {
    table_.add(key, values.chunk);
  } else {
    values.chunks.emplace_back(std::move(key), std::move(values.chunk));
  }
  values.chunk.clear();
}

/// Number of values, the least and, where it differs, the greatest. A bound that is cut is lower
/// than the least one; as an upper bound its last byte is counted up.
GlassTable::Entry ShardWriter::bounds_of(const Values& values) const {
  std::string key(value_bounds_key);
  for (std::uint32_t rest = values.slot; rest != 0; rest >>= 8) key += static_cast<char>(rest);
  std::string greatest = values.greatest;
  if (greatest.size() > longest_bound) {
    greatest.resize(longest_bound);
    while (!greatest.empty() && greatest.back() == '\xFF') greatest.pop_back();
    if (greatest.empty()) throw std::length_error("a value of an index has no upper bound");
    ++greatest.back();
  }
  const std::string least = values.least.substr(0, longest_bound);
  std::string tag;
  pack_number(tag, values.count);
  pack_string(tag, least);
  if (greatest != least) tag += greatest;
  return {key, tag};
}

void ShardWriter::write_lists() {
  if (documents_ == 0) return;
  ChunkWriter(table_, std::string(lengths_key), {}).write({lengths_}, 0, 0);
  postings_.take_all([&](std::string_view term, const std::vector<PostingRun>& runs) {
    std::uint64_t documents = 0, occurrences = 0;
    for (const PostingRun& run : runs) {
      documents += run.documents;
      occurrences += run.occurrences;
    }
    constexpr std::string_view end_of_term{"\0", 1};
    ChunkWriter(table_, term_key(term), end_of_term).write(runs, documents, occurrences);
  });
}

void ShardWriter::finish() {
  std::vector<GlassTable::Entry> head;
  for (auto& [slot, values] : values_) {
    end_chunk(values);
    for (const auto& [key, chunk] : values.chunks) table_.add(key, chunk);
    head.push_back(bounds_of(values));
  }
  write_lists();
  write_version(table_.finish(head));
}

void ShardWriter::write_version(const GlassRoot& root) const {
  std::string rest;
  pack_number(rest, glass_revision);
  pack_root(rest, root);
  for (int table = 0; table < 5; ++table) pack_no_table(rest);
  pack_number(rest, documents_);
  pack_number(rest, 0);  // Ids beyond the number of documents.
  pack_number(rest, shortest_);
  pack_number(rest, most_frequent_);
  pack_number(rest, longest_ - most_frequent_);
  pack_number(rest, 0);  // The oldest set of changes.
  pack_number(rest, lengths_.occurrences);
  pack_number(rest, 0);  // Frequencies for spelling.
  // Xapian wants a name for the database; one that is made of its content keeps the bytes equal.
  const std::string name = sha256_hex(rest).substr(0, 16);
  std::ofstream out(folder_ / "iamglass", std::ios::binary | std::ios::trunc);
  out << version_magic << name << rest;
  out.close();
  if (!out) {
    throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), "cannot write");
  }
}

}  // namespace pinlex
