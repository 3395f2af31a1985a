// SPDX-License-Identifier: GPL-2.0-or-later
#include "requests/methods.hpp"

#include <pinlex/searcher/render.hpp>
#include <pinlex/searcher/requests.hpp>

#include <limits>

namespace pinlex {
namespace {

using Arguments = RequestArguments;
using Parameters = std::vector<RequestParameter>;

constexpr std::uint32_t max_offset = std::numeric_limits<std::uint32_t>::max();

template <typename Answer>
Result<std::string> json_of_answer(const Result<Answer>& answer) {
  if (!answer) return passed_on(answer);
  return to_json(*answer);
}

SearchRequest search_request(const Arguments& from) {
  SearchRequest request;
  request.query = from.query;
  request.offset = from.offset;
  request.limit = from.limit;
  request.filters = {from.instruments, from.kinds, from.editions, from.languages};
  request.count = from.count;
  request.expand = !from.no_expand;
  return request;
}

Result<std::string> run_search(const Searcher& searcher, const Arguments& from) {
  return json_of_answer(searcher.search(search_request(from)));
}

Result<std::string> run_explain(const Searcher& searcher, const Arguments& from) {
  return json_of_answer(searcher.explain(search_request(from)));
}

Result<std::string> run_show(const Searcher& searcher, const Arguments& from) {
  return json_of_answer(
      searcher.show({from.citation, from.languages, from.editions, from.context, from.outline}));
}

Result<std::string> run_outline(const Searcher& searcher, const Arguments& from) {
  return json_of_answer(searcher.show({from.citation, from.languages, from.editions, 0, true}));
}

Result<std::string> run_refs(const Searcher& searcher, const Arguments& from) {
  RefsRequest request{from.citation, from.languages, from.editions};
  request.from = from.from || !from.to;
  request.to = from.to || !from.from;
  request.limit = from.limit;
  request.offset = from.offset;
  return json_of_answer(searcher.refs(request));
}

Result<std::string> run_parallels(const Searcher& searcher, const Arguments& from) {
  ParallelsRequest request{from.citation, {from.instruments, {}, from.editions, from.languages}};
  request.limit = from.limit;
  request.diff = from.diff;
  return json_of_answer(searcher.parallels(request));
}

Result<std::string> run_powers(const Searcher& searcher, const Arguments& from) {
  return json_of_answer(
      searcher.powers({from.instruments, from.powers, from.languages, from.editions}));
}

Result<std::string> run_check(const Searcher& searcher, const Arguments& from) {
  CheckRequest request{from.text};
  for (const auto reading : {QuotationReading::marked, QuotationReading::paragraphs}) {
    if (from.as == name(reading)) request.reading = reading;
  }
  return json_of_answer(searcher.check(request));
}

Result<std::string> run_info(const Searcher& searcher, const Arguments& from) {
  auto answer = searcher.info();
  if (!answer || from.instrument.empty()) return json_of_answer(answer);
  const auto kept = keep_only(*answer, from.instrument);
  if (!kept) return passed_on(kept);
  return to_json(*answer);
}

Result<std::string> run_fields(const Searcher&, const Arguments&) { return fields_to_json(); }

Result<std::string> run_values(const Searcher& searcher, const Arguments& from) {
  return json_of_answer(searcher.values(from.field));
}

Result<std::string> run_methods(const Searcher&, const Arguments&) { return methods_json(); }

RequestParameter needed(RequestParameter parameter) {
  parameter.required = true;
  return parameter;
}

const RequestParameter query{
    "query",
    "Words to rank by, or connectors: \"a phrase\", AND OR NOT ( ), a /5 b (within five words), "
    "/s (same sentence), /p (same paragraph), word*, field:value, a citation such as art. 21 ETS "
    "185.",
    &Arguments::query};
const RequestParameter citation{
    "citation", "A provision: \"ETS 185 art. 21(1)\", or its id, coe-185#art_21__para_1@en.",
    &Arguments::citation};
const RequestParameter limit{"limit", "How many to give.", &Arguments::limit, false, 1, max_limit};
const RequestParameter offset{
    "offset", "How many to leave out first.", &Arguments::offset, false, 0, max_offset};
const RequestParameter instrument{
    "instrument", "Only texts of these instruments, by id; with ! before it, not of that one.",
    &Arguments::instruments};
const RequestParameter kind{"kind", "Only texts of these kinds: treaty, protocol, commentary …",
                            &Arguments::kinds};
const RequestParameter edition{
    "edition", "Only these editions: official, consolidated, translation or digest.",
    &Arguments::editions};
const RequestParameter lang{"lang", "Only texts in these languages (ISO 639-1).",
                            &Arguments::languages};
const RequestParameter no_expand{
    "no_expand", "Look for the words only, not for concepts of the thesaurus that they name.",
    &Arguments::no_expand};

std::vector<RequestMethod> methods_of_search() {
  return {
      {"search", "Ranks the passages that answer a query, each with its pinpoint and source.",
       "pinlex.search/1",
       Parameters{needed(query),
                  limit,
                  offset,
                  instrument,
                  kind,
                  edition,
                  lang,
                  {"count", "Count all matches, however many.", &Arguments::count},
                  no_expand},
       run_search},
      {"explain", "Says how a query is read, stage by stage, without a search.", "pinlex.query/1",
       Parameters{needed(query), instrument, kind, edition, lang, no_expand}, run_explain},
  };
}

std::vector<RequestMethod> methods_of_texts() {
  return {
      {"show", "Shows a provision, or the table of contents of a chapter or whole text.",
       "pinlex.show/1",
       Parameters{needed(citation),
                  lang,
                  edition,
                  {"context", "How many neighbours to show before and after.", &Arguments::context,
                   false, 0, max_context},
                  {"outline", "Only how the paragraphs of an article begin.", &Arguments::outline}},
       run_show},
      {"outline",
       "Shows the table of contents of a text or chapter, or how the paragraphs of an article "
       "begin.",
       "pinlex.show/1", Parameters{needed(citation), lang, edition}, run_outline},
      {"refs", "Lists what a provision refers to and what refers to it, with the words.",
       "pinlex.refs/1",
       Parameters{needed(citation),
                  {"from", "Only what the provision refers to.", &Arguments::from},
                  {"to", "Only what refers to it, or to a part of it.", &Arguments::to},
                  limit,
                  offset,
                  lang,
                  edition},
       run_refs},
      {"parallels", "Lists the provisions of other instruments that do the same job.",
       "pinlex.parallels/1",
       Parameters{needed(citation),
                  limit,
                  instrument,
                  edition,
                  lang,
                  {"diff", "Compare the words one by one.", &Arguments::diff}},
       run_parallels},
      {"powers",
       "Lists which powers the instruments give, where, and what each of them is subject to.",
       "pinlex.powers/1",
       Parameters{
           instrument,
           {"power", "Only these powers, and what is a case of them: concepts or words for them.",
            &Arguments::powers},
           edition,
           lang},
       run_powers},
      {"check", "Says of the quotations and citations in a text whether they stand.",
       "pinlex.check/1",
       Parameters{needed({"text", "The text to check, at most 4 MiB.", &Arguments::text}),
                  {"as",
                   "What is quoted: what stands in quotation marks and block quotes, or each "
                   "paragraph. Otherwise paragraphs only where there are no quotes.",
                   &Arguments::as,
                   false,
                   0,
                   0,
                   {name(QuotationReading::marked), name(QuotationReading::paragraphs)}}},
       run_check},
  };
}

std::vector<RequestMethod> methods_of_the_index() {
  return {
      {"info", "Lists what is in the index.", "pinlex.info/1",
       Parameters{
           {"instrument", "Only this one, by id, title or series number.", &Arguments::instrument}},
       run_info},
      {"fields", "Lists the fields that a query may name.", "pinlex.fields/1", {}, run_fields},
      {"values", "Lists the values that texts have in a field.", "pinlex.values/1",
       Parameters{needed({"field", "Its name, as `fields` lists it.", &Arguments::field})},
       run_values},
      {"methods",
       "Lists the methods there are, with the JSON Schema of their parameters.",
       "pinlex.methods/1",
       {},
       run_methods},
  };
}

}  // namespace

const std::vector<RequestMethod>& request_methods() {
  static const std::vector<RequestMethod> all = [] {
    std::vector<RequestMethod> out;
    for (auto& some : {methods_of_search(), methods_of_texts(), methods_of_the_index()}) {
      out.insert(out.end(), some.begin(), some.end());
    }
    return out;
  }();
  return all;
}

}  // namespace pinlex
