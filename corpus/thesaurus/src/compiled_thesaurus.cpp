// SPDX-License-Identifier: GPL-2.0-or-later
#include "draft.hpp"
#include "image.hpp"

#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <bit>
#include <utility>

namespace pinlex {
namespace {

using enum ImageTable;

std::shared_ptr<const ThesaurusImage> opened(std::string bytes) {
  // Bytes just made are sound.
  return std::make_shared<const ThesaurusImage>(*ThesaurusImage::open(std::move(bytes)));
}

std::vector<std::uint32_t> links(const ThesaurusImage& image, std::uint32_t number,
                                 ConceptColumn column, ImageTable table) {
  std::vector<std::uint32_t> out;
  const RowRange range = image.owned(concepts, number, column);
  for (std::uint32_t row = range.begin; row < range.end; ++row) out.push_back(image.at(table, row));
  return out;
}

}  // namespace

CompiledThesaurus::CompiledThesaurus() : CompiledThesaurus(Thesaurus()) {}

CompiledThesaurus::CompiledThesaurus(const Thesaurus& thesaurus)
    : image_(opened(make_image(thesaurus))) {}

Result<CompiledThesaurus> CompiledThesaurus::decode(std::string bytes) {
  auto image = ThesaurusImage::open(std::move(bytes));
  if (!image) return passed_on(image);
  return CompiledThesaurus(std::make_shared<const ThesaurusImage>(*std::move(image)));
}

std::string_view CompiledThesaurus::bytes() const { return image_->bytes(); }
std::string_view CompiledThesaurus::fingerprint() const { return image_->fingerprint(); }
std::uint32_t CompiledThesaurus::size() const { return image_->rows(concepts); }

std::optional<std::uint32_t> CompiledThesaurus::find(std::string_view wanted) const {
  std::uint32_t low = 0;
  for (std::uint32_t high = size(); low < high;) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (id(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == size() || id(low) != wanted) return std::nullopt;
  return low;
}

std::string_view CompiledThesaurus::id(std::uint32_t number) const {
  return image_->string(image_->at(concepts, number, concept_id));
}

ConceptKind CompiledThesaurus::kind(std::uint32_t number) const {
  return static_cast<ConceptKind>(image_->at(concepts, number, concept_kind));
}

double CompiledThesaurus::weight(std::uint32_t number) const {
  return std::bit_cast<double>(image_->at(concepts, number, concept_weight_low) |
                               std::uint64_t{image_->at(concepts, number, concept_weight_high)}
                                   << 32);
}

std::string_view CompiledThesaurus::note(std::uint32_t number) const {
  return image_->string(image_->at(concepts, number, concept_note));
}

std::string_view CompiledThesaurus::label(std::uint32_t number, std::string_view language) const {
  std::string_view english;
  std::string_view any = id(number);
  const RowRange range = image_->owned(concepts, number, concept_phrases);
  for (std::uint32_t row = range.begin; row < range.end; ++row) {
    if (image_->at(ImageTable::phrases, row, phrase_wording) != 0) continue;
    const std::string_view code =
        image_->string(image_->at(ImageTable::phrases, row, phrase_language));
    const std::string_view text = image_->string(image_->at(ImageTable::phrases, row, phrase_text));
    if (code == language) return text;
    if (code == "en") english = text;
    if (row == range.begin) any = text;
  }
  return english.empty() ? any : english;
}

std::vector<ConceptPhrase> CompiledThesaurus::phrases(std::uint32_t number) const {
  std::vector<ConceptPhrase> out;
  const RowRange range = image_->owned(concepts, number, concept_phrases);
  for (std::uint32_t row = range.begin; row < range.end; ++row) {
    out.push_back({static_cast<Wording>(image_->at(ImageTable::phrases, row, phrase_wording)),
                   image_->string(image_->at(ImageTable::phrases, row, phrase_language)),
                   image_->string(image_->at(ImageTable::phrases, row, phrase_text))});
  }
  return out;
}

std::vector<std::uint32_t> CompiledThesaurus::broader(std::uint32_t number) const {
  return links(*image_, number, concept_broader, ImageTable::broader);
}

std::vector<std::uint32_t> CompiledThesaurus::narrower(std::uint32_t number) const {
  return links(*image_, number, concept_narrower, ImageTable::narrower);
}

std::vector<std::uint32_t> CompiledThesaurus::related(std::uint32_t number) const {
  return links(*image_, number, concept_related, ImageTable::related);
}

std::vector<std::string_view> CompiledThesaurus::languages() const {
  std::vector<std::string_view> out;
  for (std::uint32_t row = 0; row < image_->rows(ImageTable::languages); ++row) {
    out.push_back(image_->string(image_->at(ImageTable::languages, row, language_code)));
  }
  return out;
}

Result<Thesaurus> CompiledThesaurus::thesaurus() const {
  std::vector<DraftConcept> drafts;
  for (std::uint32_t i = 0; i < size(); ++i) {
    DraftConcept& draft = drafts.emplace_back();
    draft.id = id(i);
    draft.kind = kind(i);
    draft.weight = weight(i);
    draft.note = note(i);
    for (const ConceptPhrase& phrase : phrases(i)) {
      draft.phrases.push_back(
          {std::string(phrase.language), phrase.wording, std::string(phrase.text), {}});
    }
    for (const std::uint32_t above : broader(i))
      draft.broader.push_back({std::string(id(above)), {}});
    for (const std::uint32_t other : related(i))
      draft.related.push_back({std::string(id(other)), {}});
  }
  if (!problems_of(drafts, {""}).empty()) {
    return fail(Code::damaged, "the stored thesaurus is not what was written",
                "index the texts again");
  }
  return ThesaurusBuilder::build(drafts);
}

}  // namespace pinlex
