// SPDX-License-Identifier: GPL-2.0-or-later
#include "collection.hpp"
#include "discovery.hpp"
#include "emitter.hpp"
#include "intake.hpp"
#include "live_index.hpp"
#include "manifests.hpp"
#include "ordered_work.hpp"

#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/indexer/indexer.hpp>

#include <algorithm>
#include <chrono>
#include <exception>
#include <map>
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

/// A text of a file, with what is said of it in the report.
struct ReadText {
  Part part;
  VersionSummary summary;
};

/// A file as it was read, for the collection to admit.
struct ReadFile {
  Intake intake;
  std::vector<ReadText> texts;
};

/// Bytes of files that may be under way at a time; a file in the making takes some ten times that.
constexpr std::uint64_t read_ahead = 4 << 20;

VersionSummary summary_of(const Version& version, const Catalogue& catalogue) {
  VersionSummary summary;
  summary.title = version.title;
  summary.kind = name(version.kind);
  summary.language = version.language;
  summary.edition = name(version.edition);
  summary.provisions = static_cast<std::uint32_t>(version.provisions.size());
  if (const Instrument* known = catalogue.find(version.instrument)) {
    summary.expected_articles = known->articles;
  }
  return summary;
}

/// One indexing run, step by step.
class Run {
 public:
  Run(const IndexRequest& request, const Catalogue& catalogue, const CompiledThesaurus& thesaurus)
      : request_(request), catalogue_(catalogue), thesaurus_(thesaurus) {}

  Result<IndexReport> run();

 private:
  Result<void> find_files();
  Result<void> open_index();
  Result<void> keep_other_roots();
  Result<void> describe_files();
  Result<void> read_files();
  Result<void> keep_silent_roots();
  Result<void> publish();

  bool is_replaced(const Source& source) const;
  ReadFile read(std::size_t number) const;
  void admit(ReadFile file);
  void check_articles();

  const IndexRequest& request_;
  const Catalogue& catalogue_;
  const CompiledThesaurus& thesaurus_;
  Discovery found_;
  std::vector<Metadata> declared_;  ///< What manifests say of found_.files.
  std::optional<IndexWriter> writer_;
  std::optional<LiveIndex> live_;
  Collection collection_;
  std::set<std::string> roots_with_text_;
  IndexReport report_;
};

Result<IndexReport> Run::run() {
  using Step = Result<void> (Run::*)();
  for (const Step step :
       {&Run::find_files, &Run::describe_files, &Run::open_index, &Run::keep_other_roots,
        &Run::read_files, &Run::keep_silent_roots, &Run::publish}) {
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

/// The writer comes first: whoever waits for a lock should not read a thousand files before.
Result<void> Run::open_index() {
  if (request_.dry_run) return {};
  auto writer = IndexWriter::open(request_.index);
  if (!writer) return passed_on(writer);
  writer_.emplace(std::move(*writer));
  auto live = LiveIndex::open(request_.index);
  if (!live) return passed_on(live);
  live_.emplace(std::move(*live));
  return {};
}

/// Whether what came from that file is to be replaced by what this run finds.
bool Run::is_replaced(const Source& source) const {
  if (!std::binary_search(found_.roots.begin(), found_.roots.end(), source.root)) return false;
  if (request_.prune_missing) return true;
  return std::none_of(found_.unlisted.begin(), found_.unlisted.end(), [&](const Unlisted& place) {
    return place.root == source.root && is_below(source.file, place.below);
  });
}

Result<void> Run::keep_other_roots() {
  if (!live_) return {};
  auto parts = live_->parts([this](const Source& source) { return !is_replaced(source); });
  if (!parts) return passed_on(parts);
  for (Part& part : *parts) {
    const std::string named_by = naming_path(part.version, catalogue_);
    collection_.keep(std::move(part), named_by);
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
  return {};
}

Result<void> Run::read_files() {
  std::vector<std::uint64_t> sizes;
  for (const FoundFile& file : found_.files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    sizes.push_back(error ? 0 : size);
  }
  make_in_order<ReadFile>(
      std::move(sizes), {request_.jobs, read_ahead},
      [this](std::size_t, std::size_t number) { return read(number); },
      [this](std::size_t number, ReadFile file) {
        admit(std::move(file));
        if (request_.progress) {
          request_.progress(number + 1, found_.files.size(), found_.files[number].path.string());
        }
        return true;
      });
  check_articles();
  std::sort(report_.files.begin(), report_.files.end(),
            [](const FileOutcome& a, const FileOutcome& b) { return a.file < b.file; });
  return {};
}

/// A root that gives no text at all is more likely unplugged than emptied.
Result<void> Run::keep_silent_roots() {
  std::set<std::string> silent;
  for (const std::string& root : found_.roots) {
    if (!roots_with_text_.contains(root)) silent.insert(root);
  }
  if (!live_ || silent.empty() || request_.prune_missing) return {};
  auto parts = live_->parts(
      [&](const Source& source) { return is_replaced(source) && silent.contains(source.root); });
  if (!parts) return passed_on(parts);
  std::set<std::string> kept;
  for (Part& part : *parts) {
    kept.insert(part.version.source.root);
    const std::string named_by = naming_path(part.version, catalogue_);
    collection_.keep(std::move(part), named_by);
  }
  for (const std::string& root : kept) {
    report_.warnings.push_back(root + ": gave no text; what came from it before stays");
  }
  return {};
}

Result<void> Run::publish() {
  report_.versions = collection_.versions();
  report_.passages = collection_.passages();
  if (!writer_ || (collection_.empty() && !live_->exists())) return {};
  auto header = emit(std::move(collection_), {catalogue_, thesaurus_, request_.jobs}, *writer_);
  if (!header) return passed_on(header);
  auto generation = writer_->publish(std::move(*header), request_.keep);
  if (!generation) return passed_on(generation);
  report_.generation = *generation;
  return {};
}

/// Runs on any thread.
ReadFile Run::read(std::size_t number) const {
  ReadFile file;
  file.intake = take_in(found_.files[number], declared_[number], catalogue_);
  LineNamer line(file.intake.outcome.file, file.intake.bytes);
  for (Version& version : file.intake.versions) {
    ReadText& text = file.texts.emplace_back();
    text.summary = summary_of(version, catalogue_);
    for (const Doubt& doubt : version.doubts) {
      text.summary.doubts.push_back(line.at(doubt.offset, doubt.message));
    }
    text.part = part_of(std::move(version));
    text.summary.id = text.part.id();
    text.summary.articles = count_articles(text.part.outline);
    text.summary.passages = static_cast<std::uint32_t>(text.part.passages.size());
  }
  return file;
}

/// Takes in the texts of a file, and notes what became of them.
void Run::admit(ReadFile file) {
  FileOutcome& outcome = file.intake.outcome;
  for (ReadText& text : file.texts) {
    const std::string named_by = naming_path(text.part.version, catalogue_);
    roots_with_text_.insert(text.part.version.source.root);
    const auto admission = collection_.admit(std::move(text.part), named_by);
    if (!admission.refused.empty()) {
      const std::string why =
          LineNamer(outcome.file, file.intake.bytes).at(admission.offset, admission.refused);
      outcome.refused += (outcome.refused.empty() ? "" : "; ") + why;
      continue;
    }
    text.summary.duplicate_of = admission.duplicate_of;
    outcome.versions.push_back(std::move(text.summary));
  }
  report_.files.push_back(std::move(outcome));
}

/// Says where a text has not as many articles as the catalogue knows, once its files are together.
void Run::check_articles() {
  std::set<std::string> checked;
  for (FileOutcome& file : report_.files) {
    for (VersionSummary& summary : file.versions) {
      if (summary.expected_articles == 0 || !summary.duplicate_of.empty()) continue;
      if (!checked.insert(summary.id).second) continue;
      const std::uint32_t articles = collection_.articles(summary.id);
      if (articles == summary.expected_articles) continue;
      summary.doubts.push_back(file.file + ":1: " + summary.id + " has " +
                               std::to_string(articles) + " articles, the catalogue says " +
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
    if (report) {
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
      report->seconds = took.count();
    }
    return report;
  } catch (const std::exception& error) {
    return fail(Code::internal, std::string("indexing failed: ") + error.what());
  }
}

}  // namespace pinlex
