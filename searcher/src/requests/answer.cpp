// SPDX-License-Identifier: GPL-2.0-or-later
#include "foreign.hpp"
#include "requests/methods.hpp"
#include "requests/read.hpp"

#include <pinlex/searcher/requests.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace pinlex {
namespace {

constexpr std::size_t max_id_bytes = 256;

std::string compact(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A document on one line. Inside of strings JSON has no line end, so whatever stands behind one is
/// indentation.
std::string one_line(std::string_view document) {
  std::string out;
  out.reserve(document.size());
  while (!document.empty()) {
    const auto end = document.find('\n');
    out += document.substr(0, end);
    const auto next = document.find_first_not_of("\n ", end);
    if (next == std::string_view::npos) break;
    document.remove_prefix(next);
  }
  return out;
}

Json json_of(const Error& error) {
  Json json{{"code", static_cast<int>(error.code)},
            {"name", name(error.code)},
            {"message", error.message}};
  put_known(json, "hint", error.hint);
  return json;
}

/// The JSON Schema of what a member may hold.
struct TypeOfMember {
  const RequestParameter& parameter;

  Json operator()(std::string RequestArguments::*) const {
    Json type{{"type", "string"}};
    if (!parameter.choices.empty()) type["enum"] = parameter.choices;
    return type;
  }
  Json operator()(RequestParameter::Strings RequestArguments::*) const {
    return {{"type", "array"}, {"items", {{"type", "string"}}}};
  }
  Json operator()(std::uint32_t RequestArguments::*member) const {
    return {{"type", "integer"},
            {"minimum", parameter.least},
            {"maximum", parameter.most},
            {"default", RequestArguments{}.*member}};
  }
  Json operator()(bool RequestArguments::*member) const {
    return {{"type", "boolean"}, {"default", RequestArguments{}.*member}};
  }
};

Json schema_of(const RequestMethod& method) {
  Json schema{{"type", "object"},
              {"additionalProperties", false},
              {"required", Json::array()},
              {"properties", Json::object()}};
  for (const RequestParameter& parameter : method.parameters) {
    const std::string name(parameter.name);
    if (parameter.required) schema["required"].push_back(name);
    Json& property = schema["properties"][name];
    property = std::visit(TypeOfMember{parameter}, parameter.member);
    property["description"] = parameter.description;
  }
  return schema;
}

Result<std::string> answer_object(const Searcher& searcher, const Json& object) {
  const auto request = read_request(object);
  if (!request) return passed_on(request);
  return request->method->run(searcher, request->arguments);
}

/// Takes the id out of a request.
Result<Json> take_id(Json& object) {
  const auto given = object.find("id");
  if (given == object.end()) return Json();
  const bool text =
      given->is_string() && given->get_ref<const std::string&>().size() <= max_id_bytes;
  if (!text && !given->is_number_integer()) {
    return fail(Code::usage, "id is a text of at most " + std::to_string(max_id_bytes) +
                                 " bytes, or a whole number");
  }
  Json id = std::move(*given);
  object.erase(given);
  return id;
}

}  // namespace

Result<std::string> answer_json(const Searcher& searcher, std::string_view request) {
  return translated([&]() -> Result<std::string> {
    const auto object = parse_request(request);
    if (!object) return passed_on(object);
    return answer_object(searcher, *object);
  });
}

std::string answer_line(const Searcher& searcher, std::string_view line) {
  std::string head = "{";
  const auto answer = translated([&]() -> Result<std::string> {
    auto object = parse_request(line);
    if (!object) return passed_on(object);
    const auto id = take_id(*object);
    if (!id) return passed_on(id);
    if (!id->is_null()) head += "\"id\":" + compact(*id) + ",";
    return answer_object(searcher, *object);
  });
  if (!answer) return head + "\"error\":" + compact(json_of(answer.error())) + "}";
  return head + "\"result\":" + one_line(*answer) + "}";
}

std::string error_line(const Error& error) { return compact({{"error", json_of(error)}}); }

std::string methods_json() {
  Json json{{"schema", "pinlex.methods/1"}, {"methods", Json::array()}};
  for (const RequestMethod& method : request_methods()) {
    json["methods"].push_back({{"name", method.name},
                               {"description", method.description},
                               {"params", schema_of(method)},
                               {"answer", method.answer}});
  }
  return printed(json);
}

std::string_view name(Code code) {
  switch (code) {
    case Code::nothing_found:
      return "nothing-found";
    case Code::usage:
      return "usage";
    case Code::query:
      return "query";
    case Code::no_index:
      return "no-index";
    case Code::wrong_format:
      return "wrong-format";
    case Code::locked:
      return "locked";
    case Code::damaged:
      return "damaged";
    case Code::inputs_refused:
      return "inputs-refused";
    case Code::internal:
      return "internal";
  }
  return "internal";
}

}  // namespace pinlex
