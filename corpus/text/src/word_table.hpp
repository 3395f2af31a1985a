// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a surface form was found to be. An empty `folded` means it is no word.
struct WordForms {
  std::string_view folded;
  std::string_view stem;
};

/// A hash table from surface form to its forms, which keeps all strings itself, so that a word seen
/// before costs one look-up. Views stay valid until clear().
class WordTable {
 public:
  WordTable();

  /// The forms of `surface`, or null where it has not been added.
  const WordForms* find(std::string_view surface) const;

  /// Adds a surface form that find() did not know.
  WordForms add(std::string_view surface, const WordForms& forms);

  /// Bytes taken, about.
  std::size_t size_in_bytes() const;

  void clear();

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::string_view surface;  // Null data: empty slot.
    WordForms forms;
  };

  std::string_view intern(std::string_view bytes);
  void grow();
  static std::uint64_t hash_of(std::string_view bytes);

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_left_ = 0;
  char* block_next_ = nullptr;
  std::size_t interned_ = 0;
};

}  // namespace pinlex
