// SPDX-License-Identifier: GPL-2.0-or-later
#include "collection.hpp"
#include "discovery.hpp"
#include "emitter.hpp"
#include "live_index.hpp"
#include "manifests.hpp"
#include "notes.hpp"
#include "ordered_work.hpp"
#include "reading.hpp"
#include "same_text.hpp"

#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/indexer/indexer.hpp>
#include <pinlex/model/eid.hpp>
#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

bool is_below(std::string_view path, std::string_view folder) {
  if (folder.empty()) return true;
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

using Place = std::pair<std::string, std::string>;  ///< Root, and path below it.

/// Bytes of files that may be under way at a time; a file in the making takes some ten times that.
constexpr std::uint64_t most_read_ahead = 4 << 20;
double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// One indexing run, step by step.
class Run {
 public:
  Run(const IndexRequest& request, const Catalogue& catalogue, const CompiledThesaurus& thesaurus)
      : request_(request), catalogue_(catalogue), thesaurus_(thesaurus) {}

  Result<IndexReport> run();

 private:
  Result<void> find_files();
  Result<void> describe_files();
  Result<void> open_index();
  Result<void> read_files();
  Result<void> see_what_stays();
  Result<void> take_from_live();
  Result<void> admit_files();
  Result<void> publish();

  ReadFile read(std::size_t number) const;
  bool is_kept(const Source& source) const;
  bool is_touched(const LiveIndex::Stored& version) const;
  Result<void> take_out();
  void admit(std::size_t number);
  void admit_text(std::size_t number, TextOfFile text, bool& whole);
  void check_articles();
  std::uint32_t articles(const std::string& id) const;

  const IndexRequest& request_;
  const Catalogue& catalogue_;
  const CompiledThesaurus& thesaurus_;
  Discovery found_;
  std::vector<Metadata> declared_;  ///< What manifests say of found_.files.
  std::optional<IndexWriter> writer_;
  std::optional<LiveIndex> live_;
  bool anew_ = true;  ///< Whether all texts are analysed.
  Notes noted_, notes_;
  std::vector<ReadFile> read_;     ///< By the place in found_.files.
  std::set<std::string> silent_;   ///< Roots that gave no text.
  std::set<Place> unchanged_;      ///< Files.
  std::set<std::string> removed_;  ///< Versions to take out.
  std::set<std::string> touched_;  ///< Instruments whose texts are not what they were.
  std::map<Place, std::vector<PackedPart>> from_live_;  ///< Of unchanged files of touched instruments.
  Collection collection_;
  IndexReport report_;
};

Result<IndexReport> Run::run() {
  using Step = Result<void> (Run::*)();
  for (const Step step :
       {&Run::find_files, &Run::describe_files, &Run::open_index, &Run::read_files,
        &Run::see_what_stays, &Run::take_from_live, &Run::admit_files, &Run::publish}) {
    if (auto done = (this->*step)(); !done) return passed_on(done);
  }
  return std::move(report_);
}

Result<void> Run::find_files() {
  auto found = discover(request_.roots, disk(), {request_.index, request_.prune_missing});
  if (!found) return passed_on(found);
  found_ = std::move(*found);
  for (const PassedOver& passed : found_.passed_over) {
    FileOutcome outcome;
    outcome.file = passed.file;
    outcome.refused = passed.refused;
    outcome.same_as = passed.same_as;
    report_.files.push_back(std::move(outcome));
  }
  return {};
}

/// What the manifests say of each file; those that they leave out are forgotten.
Result<void> Run::describe_files() {
  Manifests manifests;
  std::vector<FoundFile> files;
  for (FoundFile& file : found_.files) {
    auto declared = manifests.describe(file);
    if (!declared) return passed_on(declared);
    if (declared->skip) continue;
    declared_.push_back(std::move(declared->metadata));
    files.push_back(std::move(file));
  }
  found_.files = std::move(files);
  report_.warnings = manifests.unused();
  return {};
}

/// The writer comes first: whoever waits for a lock should not read a thousand files before.
Result<void> Run::open_index() {
  notes_ = Notes(reading_recipe(catalogue_));
  if (!request_.dry_run) {
    auto writer = IndexWriter::open(request_.index);
    if (!writer) return passed_on(writer);
    writer_.emplace(std::move(*writer));
    writer_->limit_memory(request_.memory / 4);
  }
  Aside::Folder folder;
  if (writer_) folder = [this] { return writer_->folder(); };
  collection_ = Collection(Aside(request_.memory / 4, std::move(folder)));
  auto live = LiveIndex::open(request_.index);
  if (!live) return passed_on(live);
  live_.emplace(std::move(*live));
  if (!live_->exists()) return {};
  const Header& header = live_->header();
  const std::string thesaurus(thesaurus_.size() > 0 ? thesaurus_.fingerprint() : "");
  anew_ = request_.rebuild || header.recipe != analyser_recipe() || header.thesaurus != thesaurus;
  if (request_.read_all) return {};
  const auto noted = live_->notes();
  if (!noted) return passed_on(noted);
  noted_ = Notes(*noted, reading_recipe(catalogue_));
  return {};
}

/// Runs on any thread.
ReadFile Run::read(std::size_t number) const {
  const FoundFile& found = found_.files[number];
  const FileNote* note = noted_.find(found.root, found.relative);
  ReadFile file = read_found(found, declared_[number], note, {request_, catalogue_});
  const bool unchanged = file.outcome.change == FileChange::unchanged;
  if (live_->exists() && !unchanged) {
    file.outcome.change = note != nullptr ? FileChange::changed : FileChange::fresh;
  }
  return file;
}

Result<void> Run::read_files() {
  std::vector<std::uint64_t> sizes;
  for (const FoundFile& file : found_.files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    sizes.push_back(error ? request_.standard_input.size() : size);
  }
  IndexProgress progress;
  progress.files = sizes.size();
  progress.bytes = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  make_in_order<ReadFile>(
      sizes, {request_.jobs, std::min(most_read_ahead, request_.memory / 128)},
      [this](std::size_t, std::size_t number) {
        const auto start = std::chrono::steady_clock::now();
        ReadFile file = read(number);
        file.outcome.seconds = seconds_since(start);
        return file;
      },
      [&](std::size_t number, ReadFile file) {
        const FoundFile& found = found_.files[number];
        if (file.outcome.change == FileChange::unchanged) {
          unchanged_.insert({found.root, found.relative});
        }
        for (TextOfFile& text : file.texts) collection_.put_aside(text.part);
        read_.push_back(std::move(file));
        if (request_.progress) {
          progress.files_done = number + 1;
          progress.bytes_done += sizes[number];
          progress.file = found.path.string();
          request_.progress(progress);
        }
        return true;
      });
  return {};
}

/// Whether what came from that file stays, whatever this run finds.
bool Run::is_kept(const Source& source) const {
  if (!std::binary_search(found_.roots.begin(), found_.roots.end(), source.root)) return true;
  if (request_.prune_missing) return false;
  // A root that gives no text at all is more likely unplugged than emptied.
  if (silent_.contains(source.root)) return true;
  return std::any_of(found_.unlisted.begin(), found_.unlisted.end(), [&](const Unlisted& place) {
    return place.root == source.root && is_below(source.file, place.below);
  });
}

/// Finds which instruments are not what they were: those of texts that were read, and those of
/// which a file is gone or changed.
Result<void> Run::see_what_stays() {
  silent_.insert(found_.roots.begin(), found_.roots.end());
  for (std::size_t i = 0; i < read_.size(); ++i) {
    const bool has_text = !read_[i].texts.empty() || !read_[i].outcome.versions.empty();
    if (has_text) silent_.erase(found_.files[i].root);
    for (const TextOfFile& text : read_[i].texts) touched_.insert(text.part.instrument);
  }
  if (auto done = take_out(); !done) return done;
  std::set<std::string> met;
  for (const FoundFile& file : found_.files) met.insert(file.path.lexically_normal().string());
  std::set<std::string> gone, kept_silent;
  for (const LiveIndex::Stored& version : live_->versions()) {
    for (const Source& source : version.record.sources) {
      if (is_kept(source)) {
        if (silent_.contains(source.root)) kept_silent.insert(source.root);
        continue;
      }
      if (unchanged_.contains({source.root, source.file})) continue;
      touched_.insert(version.record.version.instrument);
      const std::string name = file_of(source);
      if (!met.contains(name)) gone.insert(name);
    }
  }
  report_.gone.assign(gone.begin(), gone.end());
  for (const std::string& root : kept_silent) {
    report_.warnings.push_back(root + ": gave no text; what came from it before stays");
  }
  return {};
}

/// Finds the versions that are to be taken out.
Result<void> Run::take_out() {
  for (const std::string& wanted : request_.remove) {
    const std::size_t before = removed_.size();
    for (const LiveIndex::Stored& version : live_->versions()) {
      const std::string id = version.record.id();
      const std::string& instrument = version.record.version.instrument;
      if (id != wanted && instrument != wanted) continue;
      removed_.insert(id);
      touched_.insert(instrument);
    }
    if (removed_.size() == before) {
      return fail(Code::nothing_found, "the index holds no text " + wanted);
    }
  }
  return {};
}

bool Run::is_touched(const LiveIndex::Stored& version) const {
  return anew_ || touched_.contains(version.record.version.instrument);
}

/// Texts of touched instruments that stay themselves are taken from the live index.
Result<void> Run::take_from_live() {
  for (const LiveIndex::Stored& version : live_->versions()) {
    if (!is_touched(version) || removed_.contains(version.record.id())) continue;
    const auto& sources = version.record.sources;
    const bool any = std::any_of(sources.begin(), sources.end(), [this](const Source& source) {
      return is_kept(source) || unchanged_.contains({source.root, source.file});
    });
    if (!any) continue;
    auto parts = live_->parts(version);
    if (!parts) return passed_on(parts);
    for (Part& part : *parts) {
      const Source& source = part.version.source;
      if (is_kept(source)) {
        collection_.keep(pack(std::move(part), catalogue_));
      } else if (const Place place{source.root, source.file}; unchanged_.contains(place)) {
        PackedPart& kept = from_live_[place].emplace_back(pack(std::move(part), catalogue_));
        collection_.put_aside(kept);
      }
    }
  }
  return {};
}

/// Takes in a text, and notes what became of it.
void Run::admit_text(std::size_t number, TextOfFile text, bool& whole) {
  FileOutcome& outcome = read_[number].outcome;
  const auto admission = collection_.admit(std::move(text.part));
  whole = whole && admission.whole;
  if (!admission.refused.empty()) {
    const auto bytes = bytes_of(found_.files[number], request_);
    const std::string why = LineNamer(outcome.file, bytes ? *bytes : std::string())
                                .at(admission.offset, admission.refused);
    outcome.refused += (outcome.refused.empty() ? "" : "; ") + why;
    return;
  }
  text.summary.duplicate_of = admission.duplicate_of;
  outcome.versions.push_back(std::move(text.summary));
}

void Run::admit(std::size_t number) {
  const FoundFile& found = found_.files[number];
  ReadFile& file = read_[number];
  FileOutcome& outcome = file.outcome;
  bool whole = outcome.refused.empty();
  if (const auto live = from_live_.find({found.root, found.relative}); live != from_live_.end()) {
    auto summaries = std::move(outcome.versions);
    outcome.versions.clear();
    for (PackedPart& part : live->second) {
      const std::string id = part.id;
      const auto known = std::find_if(summaries.begin(), summaries.end(),
                                      [&](const VersionSummary& v) { return v.id == id; });
      TextOfFile text{std::move(part), known == summaries.end() ? VersionSummary() : *known};
      admit_text(number, std::move(text), whole);
    }
    // Texts of instruments that nothing touched stay as they are.
    for (VersionSummary& summary : summaries) {
      const bool again = std::any_of(outcome.versions.begin(), outcome.versions.end(),
                                     [&](const VersionSummary& v) { return v.id == summary.id; });
      if (!again && !touched_.contains(parse_id(summary.id).instrument) && !anew_) {
        outcome.versions.push_back(std::move(summary));
      }
    }
  }
  for (TextOfFile& text : file.texts) admit_text(number, std::move(text), whole);
  file.texts.clear();
  if (whole && !outcome.sha256.empty()) {
    notes_.add(found.root, found.relative, {fingerprint(declared_[number]), outcome});
  }
}

Result<void> Run::admit_files() {
  // Of two files with one text that of the richer format comes first, and stays.
  std::vector<std::size_t> order(read_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    return poverty(read_[a].outcome.format) < poverty(read_[b].outcome.format);
  });
  for (const std::size_t number : order) admit(number);
  for (const auto& [place, note] : noted_.files()) {
    // Of files that this run does not look at. What was taken out may come back with its root.
    const auto& texts = note.outcome.versions;
    const bool out = std::any_of(texts.begin(), texts.end(), [this](const VersionSummary& text) {
      return removed_.contains(text.id);
    });
    Source source;
    source.root = place.first;
    source.file = place.second;
    if (!out && is_kept(source)) {
      notes_.add(place.first, place.second, note);
    }
  }
  for (ReadFile& file : read_) report_.files.push_back(std::move(file.outcome));
  check_articles();
  std::sort(report_.files.begin(), report_.files.end(),
            [](const FileOutcome& a, const FileOutcome& b) { return a.file < b.file; });
  return {};
}

Result<void> Run::publish() {
  report_.versions = collection_.versions();
  report_.passages = collection_.passages();
  std::vector<const LiveIndex::Stored*> untouched;
  for (const LiveIndex::Stored& version : live_->versions()) {
    if (is_touched(version)) continue;
    untouched.push_back(&version);
    ++report_.versions;
    report_.passages += version.record.passages;
  }
  if (!writer_) return {};
  if (live_->exists() && !anew_ && touched_.empty() && notes_.encode() == noted_.encode()) {
    report_.generation = live_->header().generation;
    return {};
  }
  if (collection_.empty() && !live_->exists()) return {};
  writer_->keep_notes(notes_.encode());
  const EmitterTools tools{catalogue_,      thesaurus_,
                           request_.jobs,   request_.shards,
                           request_.memory, request_.progress,
                           {request_.no_pairs_from.begin(), request_.no_pairs_from.end()}};
  auto header = emit({std::move(collection_), *live_, std::move(untouched), touched_, anew_}, tools,
                     *writer_);
  if (!header) return passed_on(header);
  auto generation = writer_->publish(std::move(*header), request_.keep);
  if (!generation) return passed_on(generation);
  report_.generation = *generation;
  return {};
}

std::uint32_t Run::articles(const std::string& id) const {
  if (const auto count = collection_.articles(id)) return *count;
  for (const LiveIndex::Stored& version : live_->versions()) {
    if (version.record.id() == id) return version.record.articles;
  }
  return 0;
}

/// Says where a text has not as many articles as the catalogue knows, once its files are together.
void Run::check_articles() {
  std::set<std::string> checked;
  for (FileOutcome& file : report_.files) {
    for (VersionSummary& summary : file.versions) {
      if (summary.expected_articles == 0 || !summary.duplicate_of.empty()) continue;
      if (!checked.insert(summary.id).second) continue;
      const std::uint32_t count = articles(summary.id);
      if (count == summary.expected_articles) continue;
      summary.doubts.push_back(file.file + ":1: " + summary.id + " has " + std::to_string(count) +
                               " articles, the catalogue says " +
                               std::to_string(summary.expected_articles));
    }
  }
}

}  // namespace

std::size_t IndexReport::refused() const {
  return static_cast<std::size_t>(std::count_if(
      files.begin(), files.end(), [](const FileOutcome& file) { return !file.refused.empty(); }));
}

Result<IndexReport> index(const IndexRequest& request, const Catalogue& catalogue,
                          const CompiledThesaurus& thesaurus) {
  const auto start = std::chrono::steady_clock::now();
  try {
    auto report = Run(request, catalogue, thesaurus).run();
    if (report) report->seconds = seconds_since(start);
    return report;
  } catch (const std::exception& error) {
    return fail(Code::internal, std::string("indexing failed: ") + error.what());
  }
}

}  // namespace pinlex
