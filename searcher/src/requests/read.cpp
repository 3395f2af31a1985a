// SPDX-License-Identifier: GPL-2.0-or-later
#include "requests/read.hpp"

#include "query/field_values.hpp"

#include <pinlex/searcher/requests.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pinlex {
namespace {

constexpr std::size_t most_shown = 40;  ///< Bytes of what was sent that an error repeats.

/// A value as it was sent, in ASCII, cut short.
std::string shown(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  if (text.size() <= most_shown) return text;
  return text.substr(0, most_shown) + "...";
}

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& names) {
  const auto nearest = nearest_name(name, names);
  return nearest ? "did you mean " + std::string(*nearest) + "? " : "";
}

std::string list_of(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

/// What a parser makes known while it reads, so that no more is kept than a request may hold.
struct Watch {
  std::size_t values = 0, deepest = 0;
  std::string twice;
  std::vector<std::set<std::string>> members = {};  ///< Of the objects that are open.

  bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      deepest = std::max(deepest, static_cast<std::size_t>(depth) + 1);
    }
    if (event == Event::object_start) members.emplace_back();
    if (event == Event::object_end) members.pop_back();
    if (event == Event::key && !members.back().insert(parsed.get<std::string>()).second) {
      twice = shown(parsed);
    }
    const bool counts = event != Event::object_end && event != Event::array_end;
    if (counts) ++values;
    return deepest <= max_request_depth && values <= max_request_values;
  }
};

/// Writes one value into the member that a parameter fills; says what it should be where it is not.
class Filler {
 public:
  Filler(const RequestParameter& parameter, const Json& value, RequestArguments& into)
      : parameter_(parameter), value_(value), into_(into) {}

  std::optional<std::string> operator()(std::string RequestArguments::*member) const {
    const auto& choices = parameter_.choices;
    const std::string wanted = choices.empty() ? "is a text" : "is one of " + list_of(choices);
    if (!value_.is_string()) return wanted;
    std::string text = value_.get<std::string>();
    if (!choices.empty() && std::find(choices.begin(), choices.end(), text) == choices.end()) {
      return wanted;
    }
    into_.*member = std::move(text);
    return std::nullopt;
  }

  std::optional<std::string> operator()(RequestParameter::Strings RequestArguments::*member) const {
    const bool fits = value_.is_array() && std::all_of(value_.begin(), value_.end(),
                                                       [](const Json& v) { return v.is_string(); });
    if (!fits) return "is a list of texts";
    into_.*member = value_.get<RequestParameter::Strings>();
    return std::nullopt;
  }

  std::optional<std::string> operator()(std::uint32_t RequestArguments::*member) const {
    // JSON does not tell 10 from 10.0, and some programs write the second.
    const double number = value_.is_number() ? value_.get<double>() : -1;
    if (number != std::floor(number) || number < parameter_.least || number > parameter_.most) {
      return "is a whole number from " + std::to_string(parameter_.least) + " to " +
             std::to_string(parameter_.most);
    }
    into_.*member = static_cast<std::uint32_t>(number);
    return std::nullopt;
  }

  std::optional<std::string> operator()(bool RequestArguments::*member) const {
    if (!value_.is_boolean()) return "is true or false";
    into_.*member = value_.get<bool>();
    return std::nullopt;
  }

 private:
  const RequestParameter& parameter_;
  const Json& value_;
  RequestArguments& into_;
};

Result<const RequestMethod*> method_of(const Json& object) {
  std::vector<std::string_view> names;
  for (const RequestMethod& method : request_methods()) names.push_back(method.name);
  const auto given = object.find("method");
  if (given == object.end()) {
    return fail(Code::usage, "the request has no \"method\"", "there are " + list_of(names));
  }
  if (!given->is_string()) {
    return fail(Code::usage, "method is a text, not " + shown(*given),
                "there are " + list_of(names));
  }
  const auto& wanted = given->get_ref<const std::string&>();
  for (const RequestMethod& method : request_methods()) {
    if (method.name == wanted) return &method;
  }
  return fail(Code::usage, "method: there is no " + shown(*given),
              did_you_mean(wanted, names) + "there are " + list_of(names));
}

Result<void> fill(const RequestMethod& method, const Json& params, RequestArguments& arguments) {
  std::vector<std::string_view> names;
  for (const RequestParameter& one : method.parameters) names.push_back(one.name);
  const std::string takes =
      std::string(method.name) + " takes " + (names.empty() ? "none" : list_of(names));
  for (const auto& [name, value] : params.items()) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      return fail(Code::usage, "params: there is no " + shown(name),
                  did_you_mean(name, names) + takes);
    }
    const auto& parameter = method.parameters[static_cast<std::size_t>(found - names.begin())];
    const auto problem = std::visit(Filler(parameter, value, arguments), parameter.member);
    if (problem) {
      return fail(Code::usage, "params." + name + " " + *problem + ", not " + shown(value),
                  std::string(parameter.description));
    }
  }
  for (const RequestParameter& parameter : method.parameters) {
    if (parameter.required && !params.contains(std::string(parameter.name))) {
      return fail(Code::usage, "params." + std::string(parameter.name) + " is missing",
                  std::string(parameter.description));
    }
  }
  return {};
}

}  // namespace

Result<Json> parse_request(std::string_view text) {
  if (text.size() > max_request_bytes) {
    return fail(Code::usage,
                "the request is longer than " + std::to_string(max_request_bytes >> 20U) + " MiB");
  }
  Watch watch;
  Json object;
  try {
    object = Json::parse(text.begin(), text.end(), std::ref(watch));
  } catch (const Json::parse_error& error) {
    return fail(Code::usage, "the request is not JSON: byte " + std::to_string(error.byte),
                "for example: {\"method\": \"search\", \"params\": {\"query\": \"wiretap\"}}");
  } catch (const Json::out_of_range&) {
    return fail(Code::usage, "the request holds a number that is out of range");
  }
  if (watch.deepest > max_request_depth) {
    return fail(Code::usage,
                "the request nests deeper than " + std::to_string(max_request_depth) + " levels");
  }
  if (watch.values > max_request_values) {
    return fail(Code::usage, "the request holds more than " + std::to_string(max_request_values) +
                                 " values and names");
  }
  if (!watch.twice.empty()) return fail(Code::usage, "the request has " + watch.twice + " twice");
  if (!object.is_object()) return fail(Code::usage, "the request is not an object");
  return object;
}

Result<ReadRequest> read_request(const Json& object) {
  const std::vector<std::string_view> members{"method", "params"};
  for (const auto& [name, value] : object.items()) {
    if (std::find(members.begin(), members.end(), name) != members.end()) continue;
    return fail(Code::usage, "the request has a member " + shown(name),
                did_you_mean(name, members) + "it takes " + list_of(members));
  }
  const auto method = method_of(object);
  if (!method) return passed_on(method);
  ReadRequest out{*method, {}};
  const Json none = Json::object();
  const auto given = object.find("params");
  const Json& params = given == object.end() ? none : *given;
  if (!params.is_object()) return fail(Code::usage, "params is an object, not " + shown(params));
  const auto filled = fill(**method, params, out.arguments);
  if (!filled) return passed_on(filled);
  return out;
}

}  // namespace pinlex
