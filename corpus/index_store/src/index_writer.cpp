// SPDX-License-Identifier: GPL-2.0-or-later
#include "compression.hpp"
#include "layout.hpp"
#include "record_blocks.hpp"
#include "shard_writer.hpp"
#include "translate.hpp"
#include "writer_lock.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/schema/fields.hpp>
#include <pinlex/schema/record.hpp>
#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctime>
#include <optional>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr const char* this_writer = "pinlex " PINLEX_VERSION;
constexpr std::uint64_t largest_dictionary_file = 4ull << 20;
/// What posting lists may take before they are put aside: those of two gigabytes of statutes.
constexpr std::size_t most_postings = 512 << 20;

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text.data();
}

std::string shard_name(std::size_t place) { return "shard-" + std::to_string(place); }

/// The same file under another name, or a copy of it.
void share(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_hard_link(from, to, error);
  if (error) fs::copy_file(from, to);
}

/// The folder is made, or is an index already.
Result<void> claim_folder(const Layout& layout) {
  const auto state = folder_state(layout);
  if (!state) return passed_on(state);
  if (*state == FolderState::foreign) {
    return fail(Code::no_index,
                layout.index.string() + ": holds something that is no index, and stays untouched",
                "name an empty folder, or one that does not exist yet");
  }
  fs::create_directories(layout.index);
  return {};
}

/// The live generation, 0 where there is none yet. Fails where a live one was lost or broken.
Result<std::uint64_t> live_or_none(const Layout& layout) {
  auto live = read_current(layout);
  if (!live && live.error().code == Code::no_index) return std::uint64_t{0};
  return live;
}

/// The lock of an index, and its live generation, 0 where there is none.
struct Held {
  WriterLock lock;
  std::uint64_t live = 0;
};

/// Takes the lock and removes what dead writers left.
Result<Held> hold(const Layout& layout) {
  auto lock = WriterLock::take(layout.lock());
  if (!lock) return passed_on(lock);
  const auto live = live_or_none(layout);
  if (!live) return passed_on(live);
  remove_leftovers(layout, *live);
  return Held{std::move(*lock), *live};
}

}  // namespace

struct IndexWriter::Impl {
  Impl(Layout where, WriterLock lock, std::uint64_t live_number)
      : layout(std::move(where)), held(std::move(lock)), live(live_number) {}
  ~Impl() { abandon(); }

  Layout layout;
  WriterLock held;
  std::uint64_t live = 0;
  std::size_t postings_memory = most_postings;
  std::optional<ShardWriter> shard;
  std::size_t shards = 0;  ///< Those that are whole.
  std::string notes;
  std::string dictionary;
  CompiledThesaurus thesaurus;
  TermPairs pairs;
  RecordBlocks records{dictionary};
  bool published = false;

  fs::path folder() const { return layout.building(live + 1); }
  fs::path shard_folder() const { return folder() / shard_name(shards); }
  ShardWriter& open_shard();
  Result<void> end_shard();
  Result<void> store(const Result<std::vector<RecordBlocks::Value>>& values);
  Result<void> write_generation(Header& header);
  Result<void> make_live();
  void abandon();
};

ShardWriter& IndexWriter::Impl::open_shard() {
  if (!shard) shard.emplace(shard_folder(), postings_memory);
  return *shard;
}

Result<void> IndexWriter::Impl::end_shard() {
  if (auto stored = store(records.finish()); !stored) return stored;
  open_shard().finish();
  shard.reset();
  ++shards;
  return {};
}

Result<void> IndexWriter::Impl::store(const Result<std::vector<RecordBlocks::Value>>& values) {
  if (!values) return passed_on(values);
  const auto slot = static_cast<std::uint32_t>(info(Field::stored).slot);
  for (const auto& [document, value] : *values) open_shard().add_value(document, slot, value);
  return {};
}

/// Everything of the generation, on disk and synced, in the folder that is not live.
Result<void> IndexWriter::Impl::write_generation(Header& header) {
  header.format = index_format;
  header.recipe = analyser_recipe();
  header.writer = this_writer;
  header.created = now();
  header.generation = live + 1;
  header.dictionary = dictionary_id(dictionary);
  if (shard || shards == 0) {
    if (auto ended = end_shard(); !ended) return ended;
  }
  header.shards.clear();
  for (std::size_t place = 0; place < shards; ++place) header.shards.push_back(shard_name(place));
  if (!dictionary.empty()) {
    if (auto done = replace_file(folder() / "dictionary", dictionary); !done) return done;
  }
  if (thesaurus.size() > 0) {
    header.thesaurus = thesaurus.fingerprint();
    if (auto done = replace_file(folder() / "thesaurus", thesaurus.bytes()); !done) return done;
  }
  if (!pairs.empty()) {
    header.pairs = pairs.fingerprint();
    if (auto done = replace_file(folder() / "pairs", pairs.bytes()); !done) return done;
  }
  if (!notes.empty()) {
    const auto small = Compressor({}).compress(notes);
    if (!small) return passed_on(small);
    if (auto done = replace_file(folder() / "notes", *small); !done) return done;
  }
  if (auto done = replace_file(folder() / "header.json", to_json(header)); !done) return done;
  return sync_tree(folder());
}

/// The one step at which the index changes for readers is the renaming of CURRENT.
Result<void> IndexWriter::Impl::make_live() {
  fs::rename(folder(), layout.generation(live + 1));
  if (auto synced = sync_path(layout.generations()); !synced) return synced;
  auto replaced = replace_file(layout.current(), generation_name(live + 1) + "\n");
  if (!replaced || live > 0) return replaced;
  // The index folder itself may be new.
  return sync_path(fs::absolute(layout.index).parent_path());
}

void IndexWriter::Impl::abandon() {
  if (published) return;
  shard.reset();
  std::error_code error;
  fs::remove_all(folder(), error);
}

Result<IndexWriter> IndexWriter::open(const fs::path& index) {
  return guarded(index, [&]() -> Result<IndexWriter> {
    const Layout layout{index.lexically_normal()};
    if (auto claimed = claim_folder(layout); !claimed) return passed_on(claimed);
    auto held = hold(layout);
    if (!held) return passed_on(held);
    fs::create_directories(layout.generations());
    return IndexWriter(std::make_unique<Impl>(layout, std::move(held->lock), held->live));
  });
}

Result<std::uint64_t> roll_back(const fs::path& index) {
  return guarded(index, [&]() -> Result<std::uint64_t> {
    const Layout layout{index.lexically_normal()};
    if (const auto live = read_current(layout); !live) return passed_on(live);
    const auto held = hold(layout);
    if (!held) return passed_on(held);
    const auto on_disk = generations_on_disk(layout);
    const auto at = std::lower_bound(on_disk.begin(), on_disk.end(), held->live);
    if (at == on_disk.begin()) {
      return fail(Code::nothing_found, layout.index.string() + ": holds no older generation",
                  "--keep N says how many an indexing run leaves");
    }
    const std::uint64_t older = *(at - 1);
    const std::string name = generation_name(older);
    if (auto done = replace_file(layout.current(), name + "\n"); !done) return passed_on(done);
    return older;
  });
}

Result<void> prune(const fs::path& index) {
  return guarded(index, [&]() -> Result<void> {
    const Layout layout{index.lexically_normal()};
    if (const auto live = read_current(layout); !live) return passed_on(live);
    const auto held = hold(layout);
    if (!held) return passed_on(held);
    remove_old_generations(layout, held->live, 1);
    return {};
  });
}

void IndexWriter::limit_memory(std::size_t bytes) {
  impl_->postings_memory = std::min(bytes, most_postings);
}

fs::path IndexWriter::folder() {
  fs::create_directories(impl_->folder());
  return impl_->folder();
}

Result<void> IndexWriter::learn(const std::vector<std::string>& sample, std::uint64_t total) {
  return guarded(impl_->layout.index, [&]() -> Result<void> {
    std::vector<std::string> words;
    for (const std::string& record : sample) words.push_back(record.substr(words_begin(record)));
    impl_->dictionary = train_dictionary(words, total);
    impl_->records = RecordBlocks(impl_->dictionary);
    return {};
  });
}

Result<void> IndexWriter::keep_dictionary() {
  return guarded(impl_->layout.index, [&]() -> Result<void> {
    const fs::path file = impl_->layout.generation(impl_->live) / "dictionary";
    if (!fs::exists(file)) return {};
    auto bytes = read_file(file, largest_dictionary_file);
    if (!bytes) return fail(Code::damaged, bytes.error().message);
    impl_->dictionary = std::move(*bytes);
    impl_->records = RecordBlocks(impl_->dictionary);
    return {};
  });
}

void IndexWriter::keep_notes(std::string notes) { impl_->notes = std::move(notes); }

void IndexWriter::keep_pairs(TermPairs pairs) { impl_->pairs = std::move(pairs); }

void IndexWriter::keep_thesaurus(const CompiledThesaurus& thesaurus) {
  impl_->thesaurus = thesaurus;
}

Result<void> IndexWriter::add(const IndexDocument& document) {
  return guarded(impl_->layout.index, [&]() -> Result<void> {
    const std::uint32_t id = impl_->open_shard().add(document);
    return impl_->store(impl_->records.add(id, document.data));
  });
}

Result<void> IndexWriter::end_shard() {
  return guarded(impl_->layout.index, [&] { return impl_->end_shard(); });
}

Result<void> IndexWriter::keep_shard(std::size_t place) {
  return guarded(impl_->layout.index, [&]() -> Result<void> {
    const fs::path from = impl_->layout.generation(impl_->live) / shard_name(place);
    const fs::path to = impl_->shard_folder();
    fs::create_directories(to);
    for (const auto& entry : fs::directory_iterator(from)) {
      share(entry.path(), to / entry.path().filename());
    }
    ++impl_->shards;
    return {};
  });
}

Result<std::uint64_t> IndexWriter::publish(Header header, std::uint32_t keep) {
  return guarded(impl_->layout.index, [&]() -> Result<std::uint64_t> {
    if (impl_->published) return fail(Code::internal, "a generation was published twice");
    if (auto written = impl_->write_generation(header); !written) return passed_on(written);
    if (auto live = impl_->make_live(); !live) return passed_on(live);
    impl_->published = true;
    remove_old_generations(impl_->layout, header.generation, keep);
    return header.generation;
  });
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

}  // namespace pinlex
