// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/schema/fields.hpp>
#include <pinlex/searcher/render.hpp>

#include <algorithm>

namespace pinlex {

std::string fields_to_text(const TextStyle& style) {
  std::size_t width = 0;
  for (const FieldInfo& field : fields()) width = std::max(width, field.name.size() + 2);
  TextLayout layout(style);
  for (const FieldInfo& field : fields()) {
    if (field.name.empty()) continue;
    layout.paragraph(0, width);
    layout.words(field.name, Tone::strong);
    layout.column(width);
    layout.words(field.description);
    layout.paragraph(width);
    layout.words(field.example, Tone::faint);
  }
  return layout.take();
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
