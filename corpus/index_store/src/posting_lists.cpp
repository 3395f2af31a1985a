// SPDX-License-Identifier: GPL-2.0-or-later
#include "posting_lists.hpp"

#include "packing.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t first_slots = 1 << 16;  // A power of two, as every later size.
constexpr std::size_t block_bytes = 1 << 16;
/// What a term takes beside its letters and postings: entry, and slots of a table half full.
constexpr std::size_t bytes_a_term = 120;

std::uint32_t hash_of(std::string_view term) {
  const std::size_t hash = std::hash<std::string_view>()(term);
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

fs::path file_name(const fs::path& folder, std::size_t number) {
  return folder / std::to_string(number);
}

[[noreturn]] void fail_with(const char* what) {
  throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), what);
}

/// The terms of a file that was put aside, one after the other.
class AsideFile {
 public:
  explicit AsideFile(const fs::path& path) : in_(path, std::ios::binary) { next(); }

  bool at_end() const { return at_end_; }
  const std::string& term() const { return term_; }
  PostingRun& run() { return run_; }

  void next() {
    std::uint32_t sizes[2] = {0, 0};
    if (!in_.read(reinterpret_cast<char*>(sizes), sizeof sizes)) {
      if (in_.gcount() != 0 || !in_.eof()) fail_with("cannot read");
      at_end_ = true;
      return;
    }
    read(term_, sizes[0]);
    read(run_.postings, sizes[1]);
    in_.read(reinterpret_cast<char*>(&run_.first), sizeof run_.first);
    in_.read(reinterpret_cast<char*>(&run_.last), sizeof run_.last);
    in_.read(reinterpret_cast<char*>(&run_.documents), sizeof run_.documents);
    in_.read(reinterpret_cast<char*>(&run_.occurrences), sizeof run_.occurrences);
    if (!in_) fail_with("cannot read");
  }

 private:
  void read(std::string& bytes, std::size_t size) {
    bytes.resize(size);
    in_.read(bytes.data(), static_cast<std::streamsize>(size));
  }

  std::ifstream in_;
  std::string term_;
  PostingRun run_;
  bool at_end_ = false;
};

void write(std::ofstream& out, std::string_view term, const PostingRun& run) {
  const std::uint32_t sizes[2] = {static_cast<std::uint32_t>(term.size()),
                                  static_cast<std::uint32_t>(run.postings.size())};
  out.write(reinterpret_cast<const char*>(sizes), sizeof sizes);
  out.write(term.data(), static_cast<std::streamsize>(term.size()));
  out.write(run.postings.data(), static_cast<std::streamsize>(run.postings.size()));
  out.write(reinterpret_cast<const char*>(&run.first), sizeof run.first);
  out.write(reinterpret_cast<const char*>(&run.last), sizeof run.last);
  out.write(reinterpret_cast<const char*>(&run.documents), sizeof run.documents);
  out.write(reinterpret_cast<const char*>(&run.occurrences), sizeof run.occurrences);
}

}  // namespace

void PostingRun::add(std::uint32_t document, std::uint32_t frequency) {
  if (documents++ == 0) {
    first = document;
  } else {
    pack_number(postings, document - last - 1);
  }
  pack_number(postings, frequency);
  last = document;
  occurrences += frequency;
}

PostingLists::PostingLists(fs::path aside, std::size_t memory)
    : aside_(std::move(aside)), memory_(memory), slots_(first_slots) {}

PostingLists::~PostingLists() {
  std::error_code error;
  if (files_ > 0) fs::remove_all(aside_, error);
}

void PostingLists::add(std::string_view term, std::uint32_t document, std::uint32_t frequency) {
  PostingRun& run = entry_of(term).run;
  const std::size_t before = run.postings.capacity();
  run.add(document, frequency);
  taken_ += run.postings.capacity() - before;
}

PostingLists::Entry& PostingLists::entry_of(std::string_view term) {
  const std::uint32_t hash = hash_of(term);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    Slot& slot = slots_[i];
    if (slot.entry == 0) {
      slot = {hash, static_cast<std::uint32_t>(entries_.size() + 1)};
      entries_.push_back({keep(term), {}});
      taken_ += term.size() + bytes_a_term;
      if (2 * entries_.size() > slots_.size()) grow();
      return entries_.back();
    }
    if (slot.hash == hash && entries_[slot.entry - 1].term == term) return entries_[slot.entry - 1];
  }
}

std::string_view PostingLists::keep(std::string_view term) {
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < term.size()) {
    blocks_.emplace_back().reserve(std::max(block_bytes, term.size()));
  }
  std::string& block = blocks_.back();
  const std::size_t at = block.size();
  block += term;
  return std::string_view(block).substr(at);
}

void PostingLists::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.entry == 0) continue;
    std::size_t i = slot.hash & mask;
    while (slots_[i].entry != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

void PostingLists::clear() {
  entries_.clear();
  slots_.assign(first_slots, {});
  blocks_.clear();
  taken_ = 0;
}

std::vector<const PostingLists::Entry*> PostingLists::sorted() const {
  std::vector<const Entry*> out;
  out.reserve(entries_.size());
  for (const Entry& entry : entries_) out.push_back(&entry);
  std::sort(out.begin(), out.end(),
            [](const Entry* a, const Entry* b) { return a->term < b->term; });
  return out;
}

void PostingLists::bound() {
  if (taken_ > memory_) put_aside();
}

void PostingLists::put_aside() {
  fs::create_directories(aside_);
  std::ofstream out(file_name(aside_, files_++), std::ios::binary | std::ios::trunc);
  for (const Entry* entry : sorted()) write(out, entry->term, entry->run);
  out.close();
  if (!out) fail_with("cannot write");
  clear();
}

void PostingLists::take_all(const Take& take) {
  const auto in_memory = sorted();
  std::vector<std::unique_ptr<AsideFile>> files;
  for (std::size_t i = 0; i < files_; ++i) {
    files.push_back(std::make_unique<AsideFile>(file_name(aside_, i)));
  }
  std::size_t next = 0;
  std::vector<PostingRun> runs;
  std::string term;
  while (true) {
    const std::string* least = nullptr;
    for (const auto& file : files) {
      if (!file->at_end() && (least == nullptr || file->term() < *least)) least = &file->term();
    }
    const bool more = next < in_memory.size();
    if (least == nullptr && !more) break;
    term = least != nullptr && (!more || *least < in_memory[next]->term)
               ? *least
               : std::string(in_memory[next]->term);
    runs.clear();
    for (const auto& file : files) {
      if (file->at_end() || file->term() != term) continue;
      runs.push_back(std::move(file->run()));
      file->next();
    }
    if (more && in_memory[next]->term == term) runs.push_back(in_memory[next++]->run);
    take(term, runs);
  }
  files.clear();
  if (std::exchange(files_, 0) > 0) fs::remove_all(aside_);
}

}  // namespace pinlex
