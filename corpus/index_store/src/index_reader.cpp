// SPDX-License-Identifier: GPL-2.0-or-later
#include "compression.hpp"
#include "descriptor.hpp"
#include "layout.hpp"
#include "record_blocks.hpp"
#include "translate.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/schema/fields.hpp>
#include <pinlex/text/analyser.hpp>

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_header = 4ull << 20;
constexpr std::uint64_t largest_dictionary_file = 4ull << 20;
constexpr std::uint64_t largest_thesaurus_bytes = 256ull << 20;
constexpr std::uint64_t largest_pairs = 256ull << 20;
constexpr std::uint64_t largest_notes = 256ull << 20;
constexpr int attempts = 5;
constexpr const char* start_anew = "index the texts again into an empty folder";

Unexpected damaged(const fs::path& place, const std::string& what) {
  return fail(Code::damaged, place.string() + ": " + what, start_anew);
}

/// A file of the generation. That it cannot be read is damage here, not a bad input.
Result<std::string> part_of_index(const fs::path& path, std::uint64_t limit) {
  auto content = read_file(path, limit);
  if (!content) return fail(Code::damaged, content.error().message, start_anew);
  return content;
}

Result<void> check_format(const Header& header, const fs::path& index) {
  if (header.format == index_format) return {};
  return fail(Code::wrong_format,
              index.string() + ": has format " + std::to_string(header.format) + ", written by " +
                  header.writer + "; this program reads format " + std::to_string(index_format),
              "use that version, or index the texts again into an empty folder");
}

Result<void> check_recipe(const Header& header, const fs::path& index, RecipeCheck check) {
  if (check == RecipeCheck::any || header.recipe == analyser_recipe()) return {};
  return fail(Code::wrong_format,
              index.string() + ": its words were made by the recipe \"" + header.recipe +
                  "\"; this program's is \"" + analyser_recipe() + "\"",
              "run pinlex-index on it again: texts it holds already are analysed anew");
}

Result<Header> read_header(const fs::path& folder, std::uint64_t generation) {
  const fs::path file = folder / "header.json";
  const auto json = part_of_index(file, largest_header);
  if (!json) return passed_on(json);
  auto header = header_from_json(*json, file.string());
  if (!header || header->format != index_format) return header;
  if (header->generation != generation) {
    return damaged(file, "is of generation " + std::to_string(header->generation));
  }
  return header;
}

Result<std::shared_ptr<const ReadDictionary>> read_dictionary(const fs::path& folder,
                                                              std::uint32_t id) {
  if (id == 0) return std::shared_ptr<const ReadDictionary>();
  const fs::path file = folder / "dictionary";
  const auto bytes = part_of_index(file, largest_dictionary_file);
  if (!bytes) return passed_on(bytes);
  if (dictionary_id(*bytes) != id) return damaged(file, "is not the dictionary of this index");
  return ready_dictionary(*bytes);
}

Result<Xapian::Database> open_shards(const fs::path& folder, const Header& header) {
  Xapian::Database all;
  for (const std::string& shard : header.shards) {
    std::error_code error;
    if (!fs::is_directory(folder / shard, error)) return damaged(folder / shard, "is missing");
    auto opened = read_guarded(folder / shard, [&]() -> Result<Xapian::Database> {
      return Xapian::Database((folder / shard).string(), Xapian::DB_OPEN);
    });
    if (!opened) return passed_on(opened);
    all.add_database(*opened);
  }
  const std::uint64_t expected = header.versions + header.passages;
  if (all.get_doccount() != expected) {
    return damaged(folder, "holds " + std::to_string(all.get_doccount()) + " records, not " +
                               std::to_string(expected));
  }
  return all;
}

}  // namespace

struct IndexReader::Impl {
  Impl(std::shared_ptr<const ReadDictionary> words, Xapian::Database shards)
      : dictionary(std::move(words)), database(std::move(shards)), decompressor(dictionary) {}

  Layout layout;
  RecipeCheck check = RecipeCheck::same;
  Header header;
  Descriptor held;  ///< The generation's folder: a shared lock keeps writers from removing it.
  std::shared_ptr<const ReadDictionary> dictionary;
  Xapian::Database database;
  mutable Decompressor decompressor;
  /// The block read last: whoever reads a text reads passages side by side.
  mutable std::uint32_t block_document = 0;  ///< The first one in it.
  mutable OpenBlock block;

  static Result<std::unique_ptr<Impl>> open(const Layout& layout, std::uint64_t generation,
                                            RecipeCheck check);
  /// The same generation again; what was read of its header and dictionary is shared.
  Result<std::unique_ptr<Impl>> open_again() const;
  Result<std::string> record(std::uint32_t document) const;
};

Result<std::unique_ptr<IndexReader::Impl>> IndexReader::Impl::open(const Layout& layout,
                                                                   std::uint64_t generation,
                                                                   RecipeCheck check) {
  const fs::path folder = layout.generation(generation);
  Descriptor held(folder, O_RDONLY | O_DIRECTORY);
  if (!held.open()) return damaged(folder, "is named by CURRENT but cannot be opened");
  // A writer that removes this very generation holds its lock. File systems without locks refuse
  // for other reasons, and then it goes without.
  if (!held.lock_shared() && errno == EWOULDBLOCK) return damaged(folder, "is being removed");
  auto header = read_header(folder, generation);
  if (!header) return passed_on(header);
  if (auto ok = check_format(*header, layout.index); !ok) return passed_on(ok);
  if (auto ok = check_recipe(*header, layout.index, check); !ok) return passed_on(ok);
  auto dictionary = read_dictionary(folder, header->dictionary);
  if (!dictionary) return passed_on(dictionary);
  auto shards = open_shards(folder, *header);
  if (!shards) return passed_on(shards);
  auto impl = std::make_unique<Impl>(std::move(*dictionary), std::move(*shards));
  impl->layout = layout;
  impl->check = check;
  impl->header = std::move(*header);
  impl->held = std::move(held);
  return impl;
}

Result<std::unique_ptr<IndexReader::Impl>> IndexReader::Impl::open_again() const {
  const fs::path folder = layout.generation(header.generation);
  Descriptor again(folder, O_RDONLY | O_DIRECTORY);
  if (!again.open()) return damaged(folder, "cannot be opened again");
  if (!again.lock_shared() && errno == EWOULDBLOCK) return damaged(folder, "is being removed");
  auto shards = open_shards(folder, header);
  if (!shards) return passed_on(shards);
  auto impl = std::make_unique<Impl>(dictionary, std::move(*shards));
  impl->layout = layout;
  impl->check = check;
  impl->header = header;
  impl->held = std::move(again);
  return impl;
}

Result<std::string> IndexReader::Impl::record(std::uint32_t document) const {
  return read_guarded(layout.index, [&]() -> Result<std::string> {
    const auto slot = static_cast<Xapian::valueno>(info(Field::stored).slot);
    std::string value = database.get_document(document).get_value(slot);
    auto place = block_place(value);
    if (!place) return passed_on(place);
    // Documents of a shard are as far from each other as there are shards.
    const std::uint64_t before = std::uint64_t{place->distance} * header.shards.size();
    if (before >= document) return damaged(layout.index, "a record is not where it says");
    const std::uint32_t first = document - static_cast<std::uint32_t>(before);
    if (first != document && first != block_document) {
      value = database.get_document(first).get_value(slot);
      auto start = block_place(value);
      if (!start) return passed_on(start);
      place->block = start->block;
    }
    if (first != block_document) {
      block_document = 0;
      auto opened = open_block(place->block, decompressor);
      if (!opened) return passed_on(opened);
      block = std::move(*opened);
      block_document = first;
    }
    return record_in(block, place->distance);
  });
}

Result<IndexReader> IndexReader::open(const fs::path& index, RecipeCheck check) {
  return read_guarded(index, [&]() -> Result<IndexReader> {
    const Layout layout{index.lexically_normal()};
    for (int attempt = 1;; ++attempt) {
      const auto live = read_current(layout);
      if (!live) return passed_on(live);
      auto impl = Impl::open(layout, *live, check);
      if (impl) return IndexReader(std::move(*impl));
      // Writers may have published, and removed what CURRENT named when it was read.
      const auto live_now = read_current(layout);
      if (attempt == attempts || !live_now || *live_now == *live) return passed_on(impl);
    }
  });
}

Result<IndexReader> IndexReader::copy() const {
  return read_guarded(impl_->layout.index, [&]() -> Result<IndexReader> {
    auto impl = impl_->open_again();
    if (!impl) return passed_on(impl);
    return IndexReader(std::move(*impl));
  });
}

const Header& IndexReader::header() const { return impl_->header; }
const fs::path& IndexReader::path() const { return impl_->layout.index; }
const Xapian::Database& IndexReader::database() const { return impl_->database; }

Result<std::uint64_t> IndexReader::live_generation() const {
  return read_guarded(impl_->layout.index, [&] { return read_current(impl_->layout); });
}

Result<CompiledThesaurus> IndexReader::thesaurus() const {
  if (impl_->header.thesaurus.empty()) return CompiledThesaurus();
  const fs::path file = impl_->layout.generation(impl_->header.generation) / "thesaurus";
  return read_guarded(impl_->layout.index, [&]() -> Result<CompiledThesaurus> {
    auto bytes = part_of_index(file, largest_thesaurus_bytes);
    if (!bytes) return passed_on(bytes);
    auto thesaurus = CompiledThesaurus::decode(std::move(*bytes));
    if (!thesaurus || thesaurus->fingerprint() != impl_->header.thesaurus) {
      return damaged(file, "is not the thesaurus of this index");
    }
    return thesaurus;
  });
}

Result<TermPairs> IndexReader::pairs() const {
  if (impl_->header.pairs.empty()) return TermPairs();
  const fs::path file = impl_->layout.generation(impl_->header.generation) / "pairs";
  return read_guarded(impl_->layout.index, [&]() -> Result<TermPairs> {
    auto bytes = part_of_index(file, largest_pairs);
    if (!bytes) return passed_on(bytes);
    auto pairs = TermPairs::decode(std::move(*bytes));
    if (!pairs) return damaged(file, pairs.error().message);
    return pairs;
  });
}

Result<std::string> IndexReader::notes() const {
  const fs::path file = impl_->layout.generation(impl_->header.generation) / "notes";
  return read_guarded(impl_->layout.index, [&]() -> Result<std::string> {
    std::error_code missing;
    if (!fs::exists(file, missing)) return std::string();
    const auto bytes = part_of_index(file, largest_notes);
    if (!bytes) return passed_on(bytes);
    return Decompressor(nullptr).decompress(*bytes);
  });
}

Result<std::string> IndexReader::stored(std::uint32_t document) const {
  return impl_->record(document);
}

Result<PassageRecord> IndexReader::passage(std::uint32_t document) const {
  const auto bytes = impl_->record(document);
  if (!bytes) return passed_on(bytes);
  return read_guarded(impl_->layout.index, [&] { return decode_passage(*bytes); });
}

Result<VersionRecord> IndexReader::version(std::uint32_t document) const {
  const auto bytes = impl_->record(document);
  if (!bytes) return passed_on(bytes);
  return read_guarded(impl_->layout.index, [&] { return decode_version(*bytes); });
}

Result<std::vector<std::uint32_t>> IndexReader::documents(std::string_view term,
                                                          std::size_t limit) const {
  return read_guarded(impl_->layout.index, [&]() -> Result<std::vector<std::uint32_t>> {
    const std::string name(term);
    std::vector<std::uint32_t> found;
    found.reserve(std::min<std::size_t>(limit, impl_->database.get_termfreq(name)));
    const auto end = impl_->database.postlist_end(name);
    for (auto it = impl_->database.postlist_begin(name); it != end && found.size() < limit; ++it) {
      found.push_back(*it);
    }
    return found;
  });
}

Result<VersionRecord> IndexReader::version_named(std::string_view id) const {
  const auto versions = documents(term_of(Field::record, "version"));
  if (!versions) return passed_on(versions);
  const auto document = read_guarded(impl_->layout.index, [&]() -> Result<std::uint32_t> {
    const std::string term = term_of(Field::version, id);
    const auto end = impl_->database.postlist_end(term);
    auto it = impl_->database.postlist_begin(term);
    for (const std::uint32_t candidate : *versions) {
      if (it == end) break;
      it.skip_to(candidate);
      if (it != end && *it == candidate) return candidate;
    }
    return fail(Code::nothing_found, "the index holds no version " + std::string(id));
  });
  if (!document) return passed_on(document);
  return version(*document);
}

IndexReader::IndexReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;
IndexReader::~IndexReader() = default;

}  // namespace pinlex
