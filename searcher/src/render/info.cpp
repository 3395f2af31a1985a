// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/searcher/render.hpp>

namespace pinlex {
namespace {

void put_version(TextLayout& layout, const VersionRecord& record) {
  const Version& version = record.version;
  layout.paragraph(text_indent, text_indent + depth_indent);
  std::string line =
      parse_id(record.id()).version + ": " + std::string(name(version.edition)) + ", ";
  if (record.articles > 0) line += plural(record.articles, "article") + ", ";
  line += plural(record.passages, "passage");
  if (!version.as_of.empty()) line += ", as of " + version.as_of;
  for (std::size_t i = 0; i < record.sources.size(); ++i) {
    line += (i == 0 ? "; " : ", ") + record.sources[i].file;
  }
  layout.words(line);
}

/// Dates and facts of one instrument, from the catalogue.
void put_catalogued(TextLayout& layout, const Instrument& instrument) {
  const auto put = [&](const std::string& date, const std::string& what) {
    if (date.empty()) return;
    layout.paragraph(text_indent, text_indent + depth_indent);
    layout.words(date + "  " + what);
  };
  layout.gap();
  put(instrument.adopted, "adopted");
  put(instrument.in_force, "entered into force");
  for (const auto& [date, text] : instrument.facts) put(date, text);
  layout.paragraph(text_indent, text_indent + depth_indent);
  layout.words(instrument.address, Tone::faint);
}

/// What the catalogue knows of an instrument beside its names.
void put_catalogued(Json& json, const Instrument& instrument) {
  put_known(json, "address", instrument.address);
  put_known(json, "adopted", instrument.adopted);
  put_known(json, "in_force", instrument.in_force);
  put_known(json, "parent", instrument.parent);
  if (instrument.articles > 0) json["articles"] = instrument.articles;
  if (instrument.facts.empty()) return;
  json["facts"] = Json::array();
  for (const auto& [date, text] : instrument.facts) {
    json["facts"].push_back({{"date", date}, {"text", text}});
  }
}

Json version_of(const VersionRecord& record) {
  const Version& version = record.version;
  Json json{
      {"id", record.id()},      {"language", version.language}, {"edition", name(version.edition)},
      {"title", version.title}, {"articles", record.articles},  {"passages", record.passages}};
  put_known(json, "as_of", version.as_of);
  put_known(json, "address", version.address);
  json["sources"] = Json::array();
  for (const Source& source : record.sources) {
    Json one{{"file", source.file}, {"sha256", source.sha256}, {"bytes", source.bytes}};
    put_known(one, "address", source.address);
    put_known(one, "retrieved", source.retrieved);
    json["sources"].push_back(std::move(one));
  }
  return json;
}

/// The title of an instrument: that of its English version, else of the first.
void put_instrument(Json& list, const VersionRecord& record) {
  const Version& version = record.version;
  if (list.empty() || list.back()["id"] != version.instrument) {
    Json one{{"id", version.instrument}, {"kind", name(version.kind)}, {"title", version.title}};
    put_known(one, "series", version.series);
    one["versions"] = Json::array();
    list.push_back(std::move(one));
  }
  if (version.language == "en") list.back()["title"] = version.title;
  list.back()["versions"].push_back(version_of(record));
}

}  // namespace

std::string to_text(const InfoAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  for (const InfoAnswer::Index& index : answer.indexes) {
    layout.paragraph(0, text_indent);
    layout.words(index.path, Tone::strong);
    layout.words(": generation " + std::to_string(index.generation) + ", " +
                 plural(index.passages, "passage") + ", written " + index.created + " by " +
                 index.writer);
    layout.paragraph(text_indent, text_indent);
    layout.words("recipe: " + index.recipe, Tone::faint);
  }
  std::string instrument;
  for (const VersionRecord& record : answer.versions) {
    const Version& version = record.version;
    if (version.instrument != instrument) {
      instrument = version.instrument;
      layout.gap();
      layout.paragraph(0, text_indent);
      layout.words(instrument, Tone::strong);
      layout.words(" (" + std::string(name(version.kind)) + ") " + citation_of(version, {}));
    }
    put_version(layout, record);
  }
  if (answer.catalogued.size() == 1) put_catalogued(layout, answer.catalogued.front());
  return layout.take();
}

std::string to_json(const InfoAnswer& answer) {
  Json json{{"schema", "pinlex.info/1"}, {"instruments", Json::array()}};
  for (const VersionRecord& record : answer.versions) put_instrument(json["instruments"], record);
  for (Json& one : json["instruments"]) {
    for (const Instrument& known : answer.catalogued) {
      if (one["id"] == known.id) put_catalogued(one, known);
    }
  }
  json["recipe"] = answer.indexes.empty() ? "" : answer.indexes.front().recipe;
  json["generation"] = answer.indexes.empty() ? 0 : answer.indexes.front().generation;
  json["indexes"] = Json::array();
  for (const InfoAnswer::Index& index : answer.indexes) {
    json["indexes"].push_back({{"path", index.path},
                               {"recipe", index.recipe},
                               {"generation", index.generation},
                               {"created", index.created},
                               {"writer", index.writer},
                               {"passages", index.passages}});
  }
  return printed(json);
}

}  // namespace pinlex
