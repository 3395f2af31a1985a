// SPDX-License-Identifier: GPL-2.0-or-later
// A search as rows for other programs: CSV, JSON lines, a TREC run.
#include "escape.hpp"
#include "hit.hpp"
#include "json_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/searcher/render.hpp>

#include <cstdio>

namespace pinlex {
namespace {

std::string score_of(const Hit& hit) {
  char score[32];
  std::snprintf(score, sizeof score, "%.6f", hit.score);
  return score;
}

}  // namespace

std::string to_csv(const SearchAnswer& answer) {
  std::string out =
      "rank,score,id,pinpoint,citation,instrument,kind,language,edition,number,heading,text,file,"
      "sha256,begin,end,address,extracted,place\n";
  for (const Hit& hit : answer.hits) {
    const Provenance& from = hit.provenance;
    out += std::to_string(hit.rank) + "," + score_of(hit);
    for (const std::string& value :
         {hit.id, hit.pinpoint, hit.citation, hit.instrument, hit.kind, hit.language, hit.edition,
          hit.number, hit.heading, shown_words(hit), from.file, from.sha256,
          std::to_string(from.range.begin), std::to_string(from.range.end), from.address,
          std::string(from.extracted ? "true" : "false"), from.place()}) {
      out += "," + csv_field(value);
    }
    out += "\n";
  }
  return out;
}

std::string to_jsonl(const SearchAnswer& answer) {
  std::string out;
  for (const Hit& hit : answer.hits) {
    Json one{{"schema", "pinlex.hit/1"}, {"rank", hit.rank}, {"score", hit.score}};
    put_provision(one, hit);
    out += one.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return out;
}

std::string to_trec(const SearchAnswer& answer, std::string_view topic) {
  std::string out;
  for (const Hit& hit : answer.hits) {
    ProvisionId id = parse_id(hit.id);
    id.version.clear();
    out.append(topic).append(" Q0 ").append(id.str()).append(" ");
    out += std::to_string(hit.rank) + " " + score_of(hit) + " pinlex\n";
  }
  return out;
}

}  // namespace pinlex
