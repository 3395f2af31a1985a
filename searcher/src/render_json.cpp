// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"

#include <pinlex/schema/fields.hpp>
#include <pinlex/searcher/render.hpp>

#include <nlohmann/json.hpp>

namespace pinlex {
namespace {

using Json = nlohmann::ordered_json;

/// Two spaces a level; bytes that are no UTF-8 become U+FFFD.
std::string printed(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void put_known(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

Json ranges(const std::vector<TextRange>& places) {
  Json list = Json::array();
  for (const TextRange& place : places) list.push_back({place.begin, place.end});
  return list;
}

Json range(SourceRange source) { return {{"begin", source.begin}, {"end", source.end}}; }

Json text_of(const ShownText& text) {
  Json json{{"eid", text.eid}, {"depth", text.depth}};
  put_known(json, "number", text.number);
  put_known(json, "heading", text.heading);
  json["text"] = text.text;
  json["highlights"] = ranges(text.highlights);
  json["source"] = range(text.source);
  return json;
}

Json provenance_of(const Provenance& from) {
  Json json{{"file", from.file}, {"sha256", from.sha256}, {"range", range(from.range)}};
  put_known(json, "address", from.address);
  put_known(json, "fetched_from", from.fetched_from);
  put_known(json, "retrieved", from.retrieved);
  put_known(json, "as_of", from.as_of);
  put_known(json, "published", from.published);
  put_known(json, "author", from.author);
  return json;
}

/// What a hit and a provision shown have in common.
void put_provision(Json& json, const Hit& hit) {
  json["id"] = hit.id;
  json["pinpoint"] = hit.pinpoint;
  json["citation"] = hit.citation;
  json["instrument"] = hit.instrument;
  json["title"] = hit.title;
  json["kind"] = hit.kind;
  json["language"] = hit.language;
  json["edition"] = hit.edition;
  if (hit.edition == name(Edition::digest)) json["notice"] = digest_notice;
  put_known(json, "number", hit.number);
  json["heading"] = {{"text", hit.heading}, {"highlights", ranges(hit.heading_highlights)}};
  json["path"] = hit.path;
  json["texts"] = Json::array();
  for (const ShownText& text : hit.texts) json["texts"].push_back(text_of(text));
  json["also"] = hit.also;
  json["provenance"] = provenance_of(hit.provenance);
}

Json outline_of(const std::vector<OutlineEntry>& outline) {
  Json list = Json::array();
  for (const OutlineEntry& entry : outline) {
    list.push_back({{"eid", entry.eid},
                    {"level", name(entry.level)},
                    {"parent", entry.parent},
                    {"number", entry.number},
                    {"heading", entry.heading}});
  }
  return list;
}

Json commentary_of(const std::vector<CommentaryNote>& notes) {
  Json list = Json::array();
  for (const CommentaryNote& note : notes) {
    Json one{{"id", note.id}, {"title", note.title}, {"edition", note.edition}};
    put_known(one, "author", note.author);
    put_known(one, "published", note.published);
    put_known(one, "address", note.address);
    list.push_back(std::move(one));
  }
  return list;
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

std::string to_json(const SearchAnswer& answer) {
  Json json{{"schema", "pinlex.search/1"},
            {"query", answer.query},
            {"read_as", answer.read_as},
            {"total", {{"value", answer.total.value}, {"exact", answer.total.exact}}},
            {"notes", answer.notes}};
  json["hits"] = Json::array();
  for (const Hit& hit : answer.hits) {
    Json one{{"rank", hit.rank}, {"score", hit.score}};
    put_provision(one, hit);
    json["hits"].push_back(std::move(one));
  }
  return printed(json);
}

std::string to_json(const ShowAnswer& answer) {
  Json json{{"schema", "pinlex.show/1"},
            {"read_as", answer.read_as},
            {"notes", answer.notes},
            {"absent", answer.absent}};
  json["provisions"] = Json::array();
  for (const ShownProvision& shown : answer.provisions) {
    Json one = Json::object();
    put_known(one, "missing", shown.missing);
    put_provision(one, shown.provision);
    one["outline"] = outline_of(shown.outline);
    one["commentary"] = commentary_of(shown.commentary);
    json["provisions"].push_back(std::move(one));
  }
  return printed(json);
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

std::string fields_to_json() {
  Json json{{"schema", "pinlex.fields/1"}, {"fields", Json::array()}};
  for (const FieldInfo& field : fields()) {
    if (field.name.empty()) continue;
    json["fields"].push_back(
        {{"name", field.name}, {"description", field.description}, {"example", field.example}});
  }
  return printed(json);
}

}  // namespace pinlex
