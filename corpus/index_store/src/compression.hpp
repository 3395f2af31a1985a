// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A dictionary for records like these, which were taken at even distances from records of `total`
/// bytes: words and names that they share. Empty where it would not pay.
std::string train_dictionary(const std::vector<std::string>& sample, std::uint64_t total);

/// The number that ties records to the dictionary they were compressed with; 0 for none or for
/// bytes that are no dictionary.
std::uint32_t dictionary_id(std::string_view dictionary);

/// Compresses records one by one, each with a checksum. Not thread-safe.
class Compressor {
 public:
  /// An empty dictionary is none.
  explicit Compressor(std::string_view dictionary);
  Compressor(Compressor&&) noexcept;
  Compressor& operator=(Compressor&&) noexcept;
  ~Compressor();

  Result<std::string> compress(std::string_view record);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A dictionary made ready for reading; shared by decompressors, safe for concurrent use.
class ReadDictionary;
std::shared_ptr<const ReadDictionary> ready_dictionary(std::string_view dictionary);

/// Undoes Compressor, with or without the dictionary. Not thread-safe.
class Decompressor {
 public:
  explicit Decompressor(std::shared_ptr<const ReadDictionary> dictionary);
  Decompressor(Decompressor&&) noexcept;
  Decompressor& operator=(Decompressor&&) noexcept;
  ~Decompressor();

  /// Fails with Code::damaged on bytes that are not what was compressed.
  Result<std::string> decompress(std::string_view bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
