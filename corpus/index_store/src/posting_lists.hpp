// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The documents of a term, one behind the other: the frequency in the first, then for each
/// further one how many ids lie between and the frequency there, as pack_number() writes them.
struct PostingRun {
  std::uint32_t first = 0, last = 0;  ///< Ids of documents.
  std::uint32_t documents = 0;
  std::uint64_t occurrences = 0;
  std::string postings;

  void add(std::uint32_t document, std::uint32_t frequency);
};

/// Turns documents into posting lists. Documents come in the order of their ids, so that a list is
/// only ever added to at its end, in the form it is stored in: no posting is sorted or moved. What
/// exceeds the memory allowed is put aside on disk, in order of terms. Throws std::system_error
/// where the disk refuses. Not thread-safe.
class PostingLists {
 public:
  /// `aside` is a folder that is made when it is needed and removed with what is in it.
  PostingLists(std::filesystem::path aside, std::size_t memory);
  ~PostingLists();
  PostingLists(const PostingLists&) = delete;
  PostingLists& operator=(const PostingLists&) = delete;

  void add(std::string_view term, std::uint32_t document, std::uint32_t frequency);

  /// To be called after each document: puts aside what is too much to keep.
  void bound();

  using Take = std::function<void(std::string_view term, const std::vector<PostingRun>& runs)>;

  /// Gives every term, ascending, with its runs in order of documents. Nothing can be added then.
  void take_all(const Take& take);

 private:
  struct Entry {
    std::string_view term;
    PostingRun run;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< Its number from 1; 0: empty.
  };

  Entry& entry_of(std::string_view term);
  std::string_view keep(std::string_view term);
  void grow();
  void clear();
  std::vector<const Entry*> sorted() const;
  void put_aside();

  std::filesystem::path aside_;
  std::size_t memory_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  std::vector<std::string> blocks_;  ///< The letters of terms.
  std::size_t taken_ = 0;            ///< Bytes of entries and postings, about.
  std::size_t files_ = 0;
};

}  // namespace pinlex
