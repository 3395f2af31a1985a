// SPDX-License-Identifier: GPL-2.0-or-later
#include "compression.hpp"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pinlex {
namespace {

/// Of 24 MB of words in blocks of 16 KB, level 5 leaves 5.9 MB in 0.36 s; 3 leaves 6.3 in 0.22 s,
/// 9 leaves 5.6 in 0.72 s.
constexpr int level = 5;

constexpr std::size_t fewest_records = 20;
constexpr std::size_t largest_dictionary = 256 << 10;
/// A dictionary takes room itself: it may be this share of the records.
constexpr std::size_t dictionary_share = 16;
constexpr std::size_t smallest_dictionary = 1 << 10;
/// What is taken of one record to learn from, and for the content of the dictionary.
constexpr std::size_t sampled_of_record = 4 << 10;
constexpr std::size_t quoted_of_record = 512;
/// The largest record: far beyond any passage, so that damage cannot ask for all memory.
constexpr unsigned long long largest_record = 256ull << 20;

Unexpected damaged(const char* why) {
  return fail(Code::damaged, std::string("a stored record cannot be read: ") + why,
              "index the texts again");
}

/// Records one behind the other, as ZDICT wants them.
struct Sample {
  std::string bytes;
  std::vector<std::size_t> sizes;
};

Sample joined(const std::vector<std::string>& records) {
  Sample sample;
  for (const std::string& record : records) {
    const std::string_view part = std::string_view(record).substr(0, sampled_of_record);
    if (part.empty()) continue;
    sample.bytes += part;
    sample.sizes.push_back(part.size());
  }
  return sample;
}

/// Pieces of the sample from all through it, `size` bytes in all at most.
std::string quote(const Sample& sample, std::size_t size) {
  const double share = static_cast<double>(size) / static_cast<double>(sample.bytes.size());
  std::string content;
  double owed = 0;
  std::size_t offset = 0;
  for (const std::size_t length : sample.sizes) {
    owed += static_cast<double>(length) * share;
    const std::size_t part = std::min(length, quoted_of_record);
    if (owed >= static_cast<double>(part) && content.size() + part <= size) {
      content.append(sample.bytes, offset, part);
      owed -= static_cast<double>(part);
    }
    offset += length;
  }
  return content;
}

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

}  // namespace

std::string train_dictionary(const std::vector<std::string>& records, std::uint64_t total) {
  const auto size = static_cast<std::size_t>(
      std::min<std::uint64_t>(largest_dictionary, total / dictionary_share));
  const Sample sample = joined(records);
  if (sample.sizes.size() < fewest_records || size < smallest_dictionary) return {};
  // The tables of a dictionary take about half a kilobyte beside its content. Content quoted evenly
  // compresses as well as content that ZDICT_trainFromBuffer chooses, in a thirtieth of the time.
  const std::string content = quote(sample, size - 512);
  std::string dictionary(size, '\0');
  ZDICT_params_t parameters{};
  parameters.compressionLevel = level;
  const std::size_t made = ZDICT_finalizeDictionary(
      dictionary.data(), dictionary.size(), content.data(), content.size(), sample.bytes.data(),
      sample.sizes.data(), static_cast<unsigned>(sample.sizes.size()), parameters);
  if (ZDICT_isError(made)) return {};
  dictionary.resize(made);
  return dictionary;
}

std::uint32_t dictionary_id(std::string_view dictionary) {
  return ZDICT_getDictID(dictionary.data(), dictionary.size());
}

struct Compressor::Impl {
  std::unique_ptr<ZSTD_CCtx, FreeContext> context{ZSTD_createCCtx()};
};

Compressor::Compressor(std::string_view dictionary) : impl_(std::make_unique<Impl>()) {
  ZSTD_CCtx* context = impl_->context.get();
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  if (!dictionary.empty()) {
    ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
  }
}

Compressor::Compressor(Compressor&&) noexcept = default;
Compressor& Compressor::operator=(Compressor&&) noexcept = default;
Compressor::~Compressor() = default;

Result<std::string> Compressor::compress(std::string_view record) {
  std::string out(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(impl_->context.get(), out.data(), out.size(), record.data(), record.size());
  if (ZSTD_isError(size)) {
    return fail(Code::internal,
                std::string("a record cannot be compressed: ") + ZSTD_getErrorName(size));
  }
  out.resize(size);
  return out;
}

class ReadDictionary {
 public:
  explicit ReadDictionary(std::string_view dictionary)
      : dictionary_(ZSTD_createDDict(dictionary.data(), dictionary.size())) {}
  const ZSTD_DDict* get() const { return dictionary_.get(); }

 private:
  std::unique_ptr<ZSTD_DDict, FreeContext> dictionary_;
};

std::shared_ptr<const ReadDictionary> ready_dictionary(std::string_view dictionary) {
  return dictionary.empty() ? nullptr : std::make_shared<const ReadDictionary>(dictionary);
}

struct Decompressor::Impl {
  std::shared_ptr<const ReadDictionary> dictionary;
  std::unique_ptr<ZSTD_DCtx, FreeContext> context{ZSTD_createDCtx()};
};

Decompressor::Decompressor(std::shared_ptr<const ReadDictionary> dictionary)
    : impl_(std::make_unique<Impl>()) {
  impl_->dictionary = std::move(dictionary);
}

Decompressor::Decompressor(Decompressor&&) noexcept = default;
Decompressor& Decompressor::operator=(Decompressor&&) noexcept = default;
Decompressor::~Decompressor() = default;

Result<std::string> Decompressor::decompress(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest_record) {
    return damaged("its size makes no sense");
  }
  std::string out(static_cast<std::size_t>(size), '\0');
  const bool with_dictionary =
      impl_->dictionary != nullptr && ZSTD_getDictID_fromFrame(bytes.data(), bytes.size()) != 0;
  const ZSTD_DDict* dictionary = with_dictionary ? impl_->dictionary->get() : nullptr;
  const std::size_t got = ZSTD_decompress_usingDDict(impl_->context.get(), out.data(), out.size(),
                                                     bytes.data(), bytes.size(), dictionary);
  if (ZSTD_isError(got)) return damaged(ZSTD_getErrorName(got));
  if (got != out.size()) return damaged("its size differs from what it says");
  return out;
}

}  // namespace pinlex
