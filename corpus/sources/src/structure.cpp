// SPDX-License-Identifier: GPL-2.0-or-later
#include "account.hpp"
#include "lead_back.hpp"
#include "numbered_paragraphs.hpp"
#include "segments.hpp"
#include "version_builder.hpp"

#include <pinlex/sources/structure.hpp>
#include <pinlex/text/language.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace pinlex {
namespace {

/// Text enough for the detector to decide on.
constexpr std::size_t language_sample = 16 << 10;

std::string sample_of(const Document& document, const TextSegment& segment) {
  std::string sample;
  for (std::size_t i = segment.begin; i < segment.end && sample.size() < language_sample; ++i) {
    // Headings are short and often in the language of another version.
    if (document.blocks[i].kind == BlockKind::heading) continue;
    sample += document.blocks[i].text() + '\n';
  }
  return sample;
}

std::string language_of(const Document& document, const TextSegment& segment, bool only) {
  if (only && !document.metadata.language.empty()) return document.metadata.language;
  const LanguageGuess guess = guess_language(sample_of(document, segment));
  if (guess.language != "und" && guess.reliable) return guess.language;
  if (!segment.match.language.empty()) return segment.match.language;
  if (!document.metadata.language.empty()) return document.metadata.language;
  return guess.language;
}

/// Fills what the catalogue knows of an instrument; metadata stays stronger.
void describe(const Instrument& instrument, Version& version) {
  version.kind = instrument.kind;
  version.series = instrument.series;
  version.title = instrument.title(version.language);
  version.address = instrument.address;
}

void apply_metadata(const Metadata& metadata, Version& version) {
  if (const auto kind = kind_from(metadata.kind)) version.kind = *kind;
  if (const auto edition = edition_from(metadata.edition)) version.edition = *edition;
  if (!metadata.title.empty()) version.title = metadata.title;
  if (!metadata.address.empty() && version.address.empty()) version.address = metadata.address;
  version.as_of = metadata.as_of;
  version.author = metadata.author;
  version.published = metadata.published;
  version.about = metadata.about;
  version.source.address = metadata.address;
  version.source.retrieved = metadata.retrieved;
}

/// Who wrote it and when, but not what it enacts: commentary.
Kind kind_without_catalogue(const Metadata& metadata, bool articles) {
  if (articles) return Kind::statute;
  const bool signed_text = !metadata.published.empty() || !metadata.author.empty();
  return signed_text ? Kind::commentary : Kind::document;
}

class StructureFinder {
 public:
  StructureFinder(const Document& document, const Catalogue& catalogue, std::string slug)
      : document_(document), catalogue_(catalogue), slug_(std::move(slug)) {}

  Structured find(std::string_view bytes) {
    if (document_.declared) return find_declared(bytes);
    const Headings headings = find_headings(document_);
    const auto numbered = find_numbered_paragraphs(document_, headings);
    const bool prose = is_prose(headings, numbered);
    auto segments = find_segments(document_, headings, catalogue_);
    if (prose) segments = {whole()};
    Structured out;
    std::vector<RemovedRange> removed = document_.removed;
    const auto notes = find_editors_notes(document_, headings);
    for (std::size_t i = 0; i < notes.size() && !prose; ++i) {
      if (notes[i]) remove(document_.blocks[i], Removed::editors_note, removed);
    }
    for (const TextSegment& segment : segments) {
      Version version = describe_segment(segment, segments.size() == 1, !prose);
      if (prose) {
        build_commentary(document_, segment, numbered, version);
      } else {
        build_articles(document_, headings, segment, notes, version);
        add_titles(segment, removed);
      }
      out.versions.push_back(std::move(version));
    }
    out.account = account_for(out.versions, removed, bytes);
    return out;
  }

 private:
  Structured find_declared(std::string_view bytes) {
    TextSegment segment;
    segment.end = document_.blocks.size();
    segment.title = document_.metadata.title;
    segment.match = catalogue_.find_title(segment.title);
    const bool articles = std::any_of(
        document_.blocks.begin(), document_.blocks.end(),
        [](const Block& block) { return block.unit && block.unit->level == Level::article; });
    Structured out;
    out.versions.push_back(describe_segment(segment, true, articles));
    build_declared(document_, out.versions.back());
    out.account = account_for(out.versions, document_.removed, bytes);
    return out;
  }

  /// Commentary by declaration or by numbers that run through it, or a text without articles.
  bool is_prose(const Headings& headings, const std::vector<bool>& numbered) const {
    if (std::find(numbered.begin(), numbered.end(), true) != numbered.end()) return true;
    const auto kind = kind_from(document_.metadata.kind);
    if (kind == Kind::commentary || kind == Kind::explanatory_report) return true;
    return !has_articles(headings, 0, headings.size());
  }

  TextSegment whole() const {
    TextSegment segment;
    segment.end = document_.blocks.size();
    if (!document_.blocks.empty() && document_.blocks.front().kind == BlockKind::heading) {
      segment.title = document_.blocks.front().text();
    }
    return segment;
  }

  /// The words that an act begins with, its title where nothing is set apart as one.
  std::string first_line(const TextSegment& segment) const {
    constexpr std::size_t longest = 200;
    if (segment.begin >= segment.end) return {};
    const Block& first = document_.blocks[segment.begin];
    const bool words = first.kind == BlockKind::paragraph && !first.unit && !first.lines.empty();
    if (!words || read_heading(first.lines.front().text, false)) return {};
    std::string line = first.text();
    return line.size() <= longest && line.find_first_not_of("0123456789-. ") != std::string::npos
               ? line
               : std::string();
  }

  Version describe_segment(const TextSegment& segment, bool only, bool articles) {
    const Metadata& metadata = document_.metadata;
    Version version;
    version.language = language_of(document_, segment, only);
    const Instrument* instrument = segment.match.instrument;
    if (instrument == nullptr && !metadata.instrument.empty()) {
      instrument = catalogue_.find(metadata.instrument);
    }
    if (instrument != nullptr) {
      version.instrument = instrument->id;
      describe(*instrument, version);
    } else {
      version.instrument = metadata.instrument.empty() ? slug_ : metadata.instrument;
      version.kind = kind_without_catalogue(metadata, articles);
      version.title = segment.title.empty() && articles ? first_line(segment) : segment.title;
    }
    // A second text in a language already met is another instrument of the same file.
    const std::size_t nth = ++times_[{version.instrument, version.language}];
    if (nth > 1) version.instrument += "-" + std::to_string(nth);
    const bool whole_file = only || instrument == nullptr;
    Metadata applied = metadata;
    if (!whole_file || (!only && !segment.title.empty())) applied.title.clear();
    apply_metadata(applied, version);
    if (version.title.empty()) version.title = version.instrument;
    return version;
  }

  static void remove(const Block& block, Removed reason, std::vector<RemovedRange>& removed) {
    for (const MappedText& line : block.lines) removed.push_back({line.source(), reason});
  }

  void add_titles(const TextSegment& segment, std::vector<RemovedRange>& removed) const {
    for (std::size_t i = segment.begin; i < segment.body; ++i) {
      remove(document_.blocks[i], Removed::title_page, removed);
    }
  }

  const Document& document_;
  const Catalogue& catalogue_;
  std::string slug_;
  std::map<std::pair<std::string, std::string>, std::size_t> times_;
};

bool has_words(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(),
                     [](const Block& block) { return !block.lines.empty() || block.unit; });
}

}  // namespace

Result<Structured> find_structure(const Document& document, const Catalogue& catalogue,
                                  const std::string& slug, std::string_view bytes) {
  if (!has_words(document)) return fail(Code::inputs_refused, "1: the file holds no words");
  const Metadata& declared = document.metadata;
  if (!declared.kind.empty() && !kind_from(declared.kind)) {
    return fail(Code::inputs_refused, "1: kind '" + declared.kind + "' is not known",
                "one of " + kind_names());
  }
  if (!declared.edition.empty() && !edition_from(declared.edition)) {
    return fail(Code::inputs_refused, "1: edition '" + declared.edition + "' is not known",
                "one of " + edition_names());
  }
  const auto& extracted = document.extracted;
  auto out = StructureFinder(document, catalogue, slug).find(extracted ? extracted->text : bytes);
  if (!out.versions.empty()) {
    auto& doubts = out.versions.front().doubts;
    doubts.insert(doubts.begin(), document.doubts.begin(), document.doubts.end());
  }
  if (extracted && !extracted->origin.empty()) lead_back(extracted->origin, out.versions);
  return out;
}

}  // namespace pinlex
