// SPDX-License-Identifier: GPL-2.0-or-later
#include "tools.hpp"

#include "page.hpp"
#include "schemas.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/searcher/requests.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

constexpr std::size_t least_max_chars = 1000, most_max_chars = 1000000;

/// A method of the library as a tool.
struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view advice;  ///< Behind the method's own description.
  Result<Page> (*page)(Json answer, const PageRequest& request);
};

const std::vector<Tool>& tools() {
  static const std::vector<Tool> all{
      {"search", "Search the texts of law",
       "Each hit has its citation, its own words, its source and the SHA-256 of the file. Quote "
       "only "
       "those words, with that citation; a digest is a guide to the place and is never quoted as "
       "law.",
       page_of_search},
      {"show", "Show a provision", "What does not fit is answered with its outline.", page_of_show},
      {"outline", "Outline a text",
       "Use it to find the id of a part of a long text, then show that.", page_of_show},
      {"refs", "List cross-references", "", page_of_refs},
      {"parallels", "List parallel provisions",
       "Curated pairs come first; what was found by its words alone is a hint, not a finding.",
       page_of_parallels},
      {"powers", "List powers and safeguards",
       "Name an instrument or a power, or the words are left out for want of room. It is read off "
       "the texts by rules: that no safeguard was found is no proof that there is none.",
       page_of_powers},
      {"check", "Check quotations and citations",
       "Use it on a draft before it is handed over: altered and misplaced quotations are shown "
       "with "
       "the source's words.",
       page_of_check},
  };
  return all;
}

const Tool* tool_of(const std::string& name) {
  const auto found = std::find_if(tools().begin(), tools().end(),
                                  [&](const Tool& tool) { return tool.name == name; });
  return found == tools().end() ? nullptr : &*found;
}

/// What the library says of a method.
const Json& method_of(std::string_view name) {
  static const Json methods = Json::parse(methods_json())["methods"];
  return *std::find_if(methods.begin(), methods.end(),
                       [&](const Json& method) { return method["name"] == name; });
}

Json input_schema(const Json& method) {
  Json schema = method["params"];
  Json& properties = schema["properties"];
  properties["max_chars"] = {{"type", "integer"},
                             {"minimum", least_max_chars},
                             {"maximum", most_max_chars},
                             {"default", usual_max_chars},
                             {"description", "Most characters of the answer."}};
  properties["cursor"] = {
      {"type", "string"},
      {"description", "From the answer before, to go on behind it; other arguments as they were."}};
  return schema;
}

void drop_descriptions(Json& schema) {
  if (schema.is_object()) {
    const auto found = schema.find("description");
    if (found != schema.end() && found->is_string()) schema.erase(found);
  }
  for (Json& part : schema) {
    if (part.is_structured()) drop_descriptions(part);
  }
}

/// The frame that structured answers come in, around the schema of the method's answer.
Json output_schema(const Json& method) {
  Json answer = Json::parse(schema_text(method["answer"].get<std::string>()));
  Json schema{{"type", "object"}, {"required", {"truncated", "answer"}}};
  for (const char* member : {"$schema", "$id", "title"}) answer.erase(member);
  if (answer.contains("$defs")) {
    schema["$defs"] = answer["$defs"];
    answer.erase("$defs");
  }
  schema["properties"] = {{"truncated", {{"type", "boolean"}}},
                          {"cursor", {{"type", "string"}}},
                          {"advice", {{"type", "string"}}},
                          {"answer", std::move(answer)}};
  drop_descriptions(schema);
  return schema;
}

Json text_content(const std::string& text) {
  return Json::array({Json{{"type", "text"}, {"text", text}}});
}

Json error_result(const Error& error) {
  // Paths of files may be no UTF-8.
  std::string text = harmless(printable(error.message), true) + "\n";
  if (!error.hint.empty()) text += "What to do: " + harmless(printable(error.hint), true) + "\n";
  return {{"content", text_content(text)}, {"isError", true}};
}

/// What a call says of the page, taken out of its arguments.
Result<PageRequest> take_page(Json& arguments, McpRevision revision) {
  PageRequest page{usual_max_chars, revision >= McpRevision::v2025_06_18, {}, 0};
  if (const auto given = arguments.find("max_chars"); given != arguments.end()) {
    const bool fits =
        given->is_number_unsigned() && *given >= least_max_chars && *given <= most_max_chars;
    if (!fits) {
      return fail(Code::usage, "max_chars is a whole number from " +
                                   std::to_string(least_max_chars) + " to " +
                                   std::to_string(most_max_chars));
    }
    page.max_chars = given->get<std::size_t>();
    arguments.erase(given);
  }
  if (const auto given = arguments.find("cursor"); given != arguments.end()) {
    if (!given->is_string()) return fail(Code::usage, "cursor is a text");
    const auto place = read_cursor(given->get<std::string>());
    if (!place) return passed_on(place);
    page.from = *place;
    arguments.erase(given);
  }
  return page;
}

Result<Json> ask(const Searcher& searcher, std::string_view method, const Json& params) {
  const auto answer = answer_json(searcher, compact({{"method", method}, {"params", params}}));
  if (!answer) return passed_on(answer);
  return Json::parse(*answer);
}

/// A page of the answer; where not even the beginning of a text fits, of its outline.
Result<Page> page_for(const Searcher& searcher, const Tool& tool, Json params,
                      PageRequest request) {
  const Json& known = method_of(tool.name)["params"]["properties"];
  if (known.contains("offset")) {
    // The cursor of such an answer is the offset of the next one.
    const auto given = params.find("offset");
    const bool counts = given != params.end() && given->is_number_unsigned();
    if (request.from.item > 0) params["offset"] = request.from.item;
    if (request.from.item == 0 && counts) request.from.item = given->get<std::size_t>();
    const auto limit = params.find("limit");
    request.limit = limit != params.end() && limit->is_number_unsigned()
                        ? limit->get<std::size_t>()
                        : known["limit"]["default"].get<std::size_t>();
  }
  auto answer = ask(searcher, tool.name, params);
  if (!answer) return passed_on(answer);
  auto page = tool.page(std::move(*answer), request);
  if (page || tool.name != "show") return page;
  params.erase("context");
  params.erase("outline");
  auto outline = ask(searcher, "outline", params);
  if (!outline) return passed_on(outline);
  auto instead = tool.page(std::move(*outline), request);
  if (!instead) return page;
  instead->truncated = true;
  instead->advice = "this is but the outline: show one of its ids, or " + page.error().hint;
  return instead;
}

}  // namespace

Json list_tools(McpRevision revision) {
  Json list = Json::array();
  for (const Tool& tool : tools()) {
    const Json& method = method_of(tool.name);
    Json one{{"name", tool.name}};
    if (revision >= McpRevision::v2025_06_18) one["title"] = tool.title;
    one["description"] = text_in(method, "description") + (tool.advice.empty() ? "" : " ") +
                         std::string(tool.advice);
    one["inputSchema"] = input_schema(method);
    if (revision >= McpRevision::v2025_06_18) one["outputSchema"] = output_schema(method);
    if (revision >= McpRevision::v2025_03_26) {
      one["annotations"] = {
          {"title", tool.title}, {"readOnlyHint", true}, {"openWorldHint", false}};
    }
    list.push_back(std::move(one));
  }
  return list;
}

bool has_tool(const std::string& name) { return tool_of(name) != nullptr; }

Json call_tool(const Searcher& searcher, const std::string& name, const Json& arguments,
               McpRevision revision) {
  Json params = arguments;
  const auto request = take_page(params, revision);
  if (!request) return error_result(request.error());
  auto page = page_for(searcher, *tool_of(name), std::move(params), *request);
  if (!page) return error_result(page.error());
  std::string text = std::move(page->text);
  Json structured{{"truncated", page->truncated}};
  if (page->truncated) text += "\n[truncated]\n";
  if (!page->cursor.empty()) text += "cursor for what follows: " + page->cursor + "\n";
  if (!page->advice.empty()) text += "What to do: " + page->advice + "\n";
  if (!page->cursor.empty()) structured["cursor"] = page->cursor;
  if (!page->advice.empty()) structured["advice"] = page->advice;
  structured["answer"] = std::move(page->answer);
  Json result{{"content", text_content(text)}, {"isError", false}};
  if (revision >= McpRevision::v2025_06_18) result["structuredContent"] = std::move(structured);
  return result;
}

}  // namespace pinlex
