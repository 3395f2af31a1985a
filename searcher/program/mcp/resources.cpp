// SPDX-License-Identifier: GPL-2.0-or-later
#include "resources.hpp"

#include "page.hpp"
#include "tools.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/searcher/requests.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <string_view>

namespace pinlex {
namespace {

constexpr std::string_view scheme = "pinlex://";
constexpr std::size_t per_page = 100;
constexpr const char* plain = "text/plain";

std::string escaped(std::string_view text) {
  constexpr std::string_view kept = "-._~@";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80U && (std::isalnum(byte) != 0 || kept.find(c) != std::string_view::npos)) {
      out += c;
    } else {
      out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return out;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned byte = 0;
    const std::string_view digits = text.substr(i + 1, 2);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    if (error != std::errc() || digits.size() != 2 || end != digits.data() + 2) return std::nullopt;
    out += static_cast<char>(byte);
    i += 2;
  }
  if (ill_formed_utf8(out) != std::string::npos) return std::nullopt;
  return out;
}

/// The id that an address names: pinlex://coe-185/art_21@en is coe-185#art_21@en.
Result<std::string> id_of(const std::string& uri) {
  const auto refused = fail(Code::query, "the address is none of a provision",
                            "write pinlex://coe-185/art_21, or pinlex://coe-185 for its outline");
  if (uri.compare(0, scheme.size(), scheme) != 0) return refused;
  const std::string_view path = std::string_view(uri).substr(scheme.size());
  const auto slash = path.find('/');
  const auto instrument = unescaped(path.substr(0, slash));
  const auto eid = unescaped(slash == std::string_view::npos ? "" : path.substr(slash + 1));
  if (!instrument || !eid || instrument->empty()) return refused;
  if (eid->empty() || eid->front() == '@') return *instrument + *eid;
  return *instrument + "#" + *eid;
}

}  // namespace

Result<Json> list_resources(const Searcher& searcher, const std::string& cursor, bool titles) {
  PagePlace from;
  if (!cursor.empty()) {
    const auto place = read_cursor(cursor);
    if (!place) return passed_on(place);
    from = *place;
  }
  const auto answer = answer_json(searcher, R"({"method":"info"})");
  if (!answer) return passed_on(answer);
  Json info = Json::parse(*answer);
  make_harmless(info);
  const Json& instruments = info["instruments"];
  Json result{{"resources", Json::array()}};
  const std::size_t end = std::min(instruments.size(), from.item + per_page);
  for (std::size_t i = from.item; i < end; ++i) {
    const Json& one = instruments[i];
    const std::string title = text_in(one, "title"), series = text_in(one, "series");
    Json resource{{"uri", std::string(scheme) + escaped(text_in(one, "id"))},
                  {"name", text_in(one, "id")}};
    if (titles) resource["title"] = title;
    resource["description"] =
        text_in(one, "kind") + ": " + title + (series.empty() ? "" : " (" + series + ")");
    resource["mimeType"] = plain;
    result["resources"].push_back(std::move(resource));
  }
  if (end < instruments.size()) result["nextCursor"] = cursor_of({end, 0});
  return result;
}

Json list_resource_templates(bool titles) {
  Json one{{"uriTemplate", std::string(scheme) + "{instrument}/{eid}"}, {"name", "provision"}};
  if (titles) one["title"] = "A provision";
  one["description"] =
      "A provision by the id of its instrument and its own, with @ and a version where one is "
      "wanted: pinlex://coe-185/art_21, pinlex://coe-185/art_21__para_1@en.";
  one["mimeType"] = plain;
  return {{"resourceTemplates", Json::array({one})}};
}

Result<Json> read_resource(const Searcher& searcher, const std::string& uri) {
  const auto id = id_of(uri);
  if (!id) return passed_on(id);
  const Json shown = call_tool(searcher, "show", {{"citation", *id}}, McpRevision::v2024_11_05);
  const std::string text = text_in(shown["content"][0], "text");
  if (shown["isError"].get<bool>()) return fail(Code::nothing_found, text);
  return Json{{"contents", Json::array({Json{{"uri", uri}, {"mimeType", plain}, {"text", text}}})}};
}

}  // namespace pinlex
