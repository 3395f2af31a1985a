// SPDX-License-Identifier: GPL-2.0-or-later
#include "encoding.hpp"
#include "foreign_formats.hpp"
#include "front_matter.hpp"
#include "xml_walker.hpp"

#include <pinlex/base/utf8.hpp>

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace pinlex {
namespace {

/// More elements inside each other than any law has; the tree is walked by recursion.
constexpr int max_depth = 256;

/// Nothing is decoded, so that texts are the bytes of the file.
constexpr unsigned parse_flags = pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_doctype;

Unexpected refused_at(std::string_view bytes, std::size_t offset, const std::string& why) {
  const auto line = line_of(bytes, std::min(offset, bytes.size()));
  return fail(Code::inputs_refused, std::to_string(line) + ": " + why);
}

class DepthMeter : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    offset = node.offset_debug();
    return depth() < max_depth;
  }
  std::ptrdiff_t offset = 0;
};

/// What a dialect says of a text, and where: the words or an attribute of an element below another.
struct Saying {
  XmlDialect dialect;
  std::string_view above;  ///< Or empty: anywhere.
  std::string_view element;
  const char* attribute;  ///< Or null: the element's words.
  std::string Metadata::*member;
};

constexpr std::array<Saying, 12> sayings{{
    {XmlDialect::akoma_ntoso, "FRBRExpression", "FRBRlanguage", "language", &Metadata::language},
    {XmlDialect::akoma_ntoso, "FRBRExpression", "FRBRdate", "date", &Metadata::as_of},
    {XmlDialect::akoma_ntoso, "FRBRExpression", "FRBRuri", "value", &Metadata::address},
    {XmlDialect::uslm, "meta", "title", nullptr, &Metadata::title},
    {XmlDialect::uslm, "meta", "language", nullptr, &Metadata::language},
    {XmlDialect::clml, "Metadata", "title", nullptr, &Metadata::title},
    {XmlDialect::clml, "Metadata", "language", nullptr, &Metadata::language},
    {XmlDialect::clml, "", "EN", "xml:lang", &Metadata::language},
    {XmlDialect::clml, "Metadata", "identifier", nullptr, &Metadata::address},
    {XmlDialect::clml, "Metadata", "modified", nullptr, &Metadata::as_of},
    {XmlDialect::formex, "", "LG.DOC", nullptr, &Metadata::language},
    {XmlDialect::formex, "BIB.INSTANCE", "DATE", "ISO", &Metadata::published},
}};

std::string_view local(const char* name) {
  const std::string_view whole = name;
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// "eng", "EN", "en-GB" as ISO 639-1, or nothing.
std::string language_code(std::string_view said) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> longer{{
      {"eng", "en"},
      {"fra", "fr"},
      {"fre", "fr"},
      {"deu", "de"},
      {"ger", "de"},
      {"spa", "es"},
      {"ita", "it"},
      {"por", "pt"},
      {"nld", "nl"},
      {"dut", "nl"},
      {"rus", "ru"},
      {"ara", "ar"},
      {"zho", "zh"},
      {"chi", "zh"},
      {"pol", "pl"},
      {"swe", "sv"},
  }};
  std::string code(said.substr(0, said.find_first_of("-_")));
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (code.size() == 2) return code;
  const auto row = std::find_if(longer.begin(), longer.end(),
                                [&](const auto& one) { return one.first == code; });
  return row == longer.end() ? std::string() : std::string(row->second);
}

/// "20160427" and "2016-04-27" as the latter.
std::string iso_date(std::string_view said) {
  const bool compact =
      said.size() == 8 && said.find_first_not_of("0123456789") == std::string_view::npos;
  if (!compact) return date_part(said);
  return std::string(said.substr(0, 4)) + "-" + std::string(said.substr(4, 2)) + "-" +
         std::string(said.substr(6, 2));
}

Metadata read_metadata(const pugi::xml_document& document, XmlDialect dialect) {
  Metadata metadata;
  for (const Saying& saying : sayings) {
    if (saying.dialect != dialect || !(metadata.*saying.member).empty()) continue;
    const auto found = document.find_node([&](const pugi::xml_node& node) {
      return local(node.name()) == saying.element &&
             (saying.above.empty() || local(node.parent().name()) == saying.above);
    });
    if (!found) continue;
    LineWriter words;
    words.text(saying.attribute == nullptr ? found.text().get()
                                           : found.attribute(saying.attribute).value(),
               0);
    metadata.*saying.member = words.take().text;
  }
  metadata.language = language_code(metadata.language);
  if (dialect == XmlDialect::gii_norm) metadata.language = "de";
  metadata.as_of = iso_date(metadata.as_of);
  metadata.published = iso_date(metadata.published);
  if (!metadata.address.starts_with("http")) metadata.address.clear();
  if (local(document.document_element().name()) == "EN") metadata.kind = "explanatory-report";
  return metadata;
}

}  // namespace

Result<Document> read_xml(std::string_view bytes) {
  pugi::xml_document tree;
  const auto parsed =
      tree.load_buffer(bytes.data(), bytes.size(), parse_flags, pugi::encoding_utf8);
  if (!parsed) {
    return refused_at(bytes, static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                      "not well-formed XML: " + std::string(parsed.description()));
  }
  for (const pugi::xml_node& node : tree.children()) {
    if (node.type() != pugi::node_doctype) continue;
    if (std::string_view(node.value()).find("<!ENTITY") == std::string_view::npos) continue;
    return refused_at(bytes, static_cast<std::size_t>(node.offset_debug()),
                      "the file declares entities of its own, which are never expanded");
  }
  DepthMeter depth;
  if (!tree.traverse(depth)) {
    return refused_at(bytes, static_cast<std::size_t>(std::max<std::ptrdiff_t>(depth.offset, 0)),
                      "nested deeper than " + std::to_string(max_depth) + " elements");
  }
  const XmlDialect dialect = xml_dialect(readable_head(bytes));
  if (dialect == XmlDialect::unknown) {
    auto refused = refused_at(bytes, 0,
                              "XML of no vocabulary that is known: its root element is '" +
                                  std::string(tree.document_element().name()) + "'");
    refused.error.hint = "known are Akoma Ntoso, USLM, CLML, Formex and gii-norm";
    return refused;
  }
  Document document = XmlWalker(bytes, dialect).walk(tree);
  if (document.blocks.size() > max_units) {
    return refused_at(bytes, 0, "more than " + std::to_string(max_units) + " provisions");
  }
  Metadata metadata = read_metadata(tree, dialect);
  metadata.complete_with(document.metadata);
  document.metadata = std::move(metadata);
  return document;
}

}  // namespace pinlex
