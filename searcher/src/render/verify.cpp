// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/searcher/render.hpp>

namespace pinlex {

std::string to_text(const VerifyAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  layout.paragraph(0, text_indent);
  layout.words(answer.index, Tone::strong);
  layout.words(": generation " + std::to_string(answer.generation) + ", " +
               plural(answer.versions, "text") + ", " + plural(answer.passages, "passage") + ", " +
               plural(answer.bytes, "byte") + " of records: ");
  if (answer.faults.empty()) {
    layout.words("whole", Tone::good);
  } else {
    layout.words(plural(answer.faults.size(), "fault"), Tone::bad);
  }
  for (const Fault& fault : answer.faults) {
    layout.paragraph(text_indent, text_indent + depth_indent);
    layout.words(fault.place, Tone::strong);
    layout.words(": " + fault.what);
  }
  if (answer.numbering.empty()) return layout.take();
  layout.gap();
  layout.paragraph(0, text_indent);
  layout.words("The numbers of " + plural(answer.numbering.size(), "text") +
               " leave doubts; repealed or added articles may explain them.");
  for (const NumberingDoubts& text : answer.numbering) {
    layout.paragraph(text_indent, text_indent);
    layout.words(text.version, Tone::strong);
    for (const std::string& doubt : text.doubts) {
      layout.paragraph(text_indent + depth_indent, text_indent + depth_indent);
      layout.words(doubt);
    }
  }
  return layout.take();
}

std::string to_json(const VerifyAnswer& answer) {
  Json json{{"schema", "pinlex.verify/1"},       {"index", answer.index},
            {"generation", answer.generation}, {"created", answer.created},
            {"versions", answer.versions},     {"passages", answer.passages},
            {"bytes", answer.bytes},           {"whole", answer.faults.empty()}};
  json["faults"] = Json::array();
  for (const Fault& fault : answer.faults) {
    json["faults"].push_back({{"place", fault.place}, {"what", fault.what}});
  }
  json["numbering"] = Json::array();
  for (const NumberingDoubts& text : answer.numbering) {
    json["numbering"].push_back({{"version", text.version}, {"doubts", text.doubts}});
  }
  return printed(json);
}

}  // namespace pinlex
