// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_parts.hpp"

#include "hit.hpp"

namespace pinlex {

std::string printed(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void put_known(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

Json json_of(const std::vector<TextRange>& places) {
  Json list = Json::array();
  for (const TextRange& place : places) list.push_back({place.begin, place.end});
  return list;
}

Json json_of(SourceRange source) { return {{"begin", source.begin}, {"end", source.end}}; }

Json json_of(const Provenance& from) {
  Json json{{"file", from.file}, {"sha256", from.sha256}, {"range", json_of(from.range)}};
  if (from.extracted) json["extracted"] = true;
  put_known(json, "place", from.place());
  put_known(json, "address", from.address);
  put_known(json, "fetched_from", from.fetched_from);
  put_known(json, "retrieved", from.retrieved);
  put_known(json, "as_of", from.as_of);
  put_known(json, "published", from.published);
  put_known(json, "author", from.author);
  return json;
}

namespace {

Json text_of(const ShownText& text) {
  Json json{{"eid", text.eid}, {"depth", text.depth}};
  put_known(json, "number", text.number);
  put_known(json, "heading", text.heading);
  json["text"] = text.text;
  json["highlights"] = json_of(text.highlights);
  json["source"] = json_of(text.source);
  return json;
}

}  // namespace

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
  json["heading"] = {{"text", hit.heading}, {"highlights", json_of(hit.heading_highlights)}};
  json["path"] = hit.path;
  json["texts"] = Json::array();
  for (const ShownText& text : hit.texts) json["texts"].push_back(text_of(text));
  json["also"] = hit.also;
  json["provenance"] = json_of(hit.provenance);
}

}  // namespace pinlex
