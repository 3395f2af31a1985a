// SPDX-License-Identifier: GPL-2.0-or-later
#include "xml_words.hpp"

#include "encoding.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pinlex {
namespace {

using D = XmlDialect;
using L = Level;
using R = XmlRole;
constexpr D akn = D::akoma_ntoso;

XmlWord unit(D dialect, std::string_view element, Level level, std::string_view name) {
  return {dialect, element, R::unit, level, name};
}

XmlWord removed(D dialect, std::string_view element, Removed reason) {
  return {dialect, element, R::removed, L::article, {}, reason};
}

// Units below an article are written as points; the first below it is a paragraph.
const std::array akoma_ntoso_words{
    unit(akn, "preamble", L::preamble, "preamble"),
    unit(akn, "conclusions", L::conclusions, "conclusions"),
    unit(akn, "recital", L::paragraph, "rec"),
    unit(akn, "book", L::part, "book"),
    unit(akn, "tome", L::part, "tome"),
    unit(akn, "part", L::part, "part"),
    unit(akn, "subpart", L::part, "subpart"),
    unit(akn, "title", L::title, "title"),
    unit(akn, "subtitle", L::title, "subtitle"),
    unit(akn, "chapter", L::chapter, "chp"),
    unit(akn, "subchapter", L::chapter, "subchp"),
    unit(akn, "division", L::section, "dvs"),
    unit(akn, "subdivision", L::section, "subdvs"),
    unit(akn, "hcontainer", L::section, "hdg"),
    unit(akn, "attachment", L::annex, "annex"),
    unit(akn, "section", L::article, "sec"),
    unit(akn, "article", L::article, "art"),
    unit(akn, "rule", L::article, "rule"),
    unit(akn, "subsection", L::point, "subsec"),
    unit(akn, "paragraph", L::point, "para"),
    unit(akn, "subparagraph", L::point, "subpara"),
    unit(akn, "clause", L::point, "clause"),
    unit(akn, "subclause", L::point, "subclause"),
    unit(akn, "subrule", L::point, "subrule"),
    unit(akn, "point", L::point, "point"),
    unit(akn, "indent", L::point, "indent"),
    unit(akn, "alinea", L::point, "al"),
    unit(akn, "item", L::point, "item"),
    XmlWord{akn, "num", R::number},
    XmlWord{akn, "heading", R::heading},
    XmlWord{akn, "subheading", R::paragraph},
    XmlWord{akn, "crossHeading", R::next_heading},
    XmlWord{akn, "p", R::paragraph},
    XmlWord{akn, "content", R::paragraph},
    XmlWord{akn, "intro", R::paragraph},
    XmlWord{akn, "wrapUp", R::paragraph},
    XmlWord{akn, "wrap", R::paragraph},
    XmlWord{akn, "listIntroduction", R::paragraph},
    XmlWord{akn, "listWrapUp", R::paragraph},
    XmlWord{akn, "block", R::paragraph},
    XmlWord{akn, "longTitle", R::paragraph},
    XmlWord{akn, "formula", R::paragraph},
    XmlWord{akn, "citation", R::paragraph},
    XmlWord{akn, "tr", R::row},
    XmlWord{akn, "td", R::cell},
    XmlWord{akn, "th", R::cell},
    XmlWord{akn, "br", R::line_break},
    XmlWord{akn, "eol", R::line_break},
    XmlWord{akn, "quotedStructure", R::quoted},
    XmlWord{akn, "authorialNote", R::note},
    XmlWord{akn, "docTitle", R::title},
    XmlWord{akn, "shortTitle", R::title},
    removed(akn, "meta", Removed::metadata),
    removed(akn, "preface", Removed::title_page),
    removed(akn, "coverPage", Removed::title_page),
    removed(akn, "toc", Removed::contents),
    removed(akn, "remark", Removed::editors_note),
};

const std::array uslm_words{
    unit(D::uslm, "division", L::part, "dvs"),
    unit(D::uslm, "subdivision", L::part, "subdvs"),
    unit(D::uslm, "title", L::title, "title"),
    unit(D::uslm, "subtitle", L::title, "subtitle"),
    unit(D::uslm, "part", L::part, "part"),
    unit(D::uslm, "subpart", L::part, "subpart"),
    unit(D::uslm, "chapter", L::chapter, "chp"),
    unit(D::uslm, "subchapter", L::chapter, "subchp"),
    unit(D::uslm, "appendix", L::annex, "annex"),
    unit(D::uslm, "schedule", L::annex, "sched"),
    unit(D::uslm, "article", L::article, "art"),
    unit(D::uslm, "section", L::article, "sec"),
    unit(D::uslm, "rule", L::article, "rule"),
    unit(D::uslm, "preamble", L::preamble, "preamble"),
    unit(D::uslm, "recital", L::paragraph, "rec"),
    unit(D::uslm, "subsection", L::point, ""),
    unit(D::uslm, "paragraph", L::point, ""),
    unit(D::uslm, "subparagraph", L::point, ""),
    unit(D::uslm, "clause", L::point, ""),
    unit(D::uslm, "subclause", L::point, ""),
    unit(D::uslm, "item", L::point, ""),
    unit(D::uslm, "subitem", L::point, ""),
    unit(D::uslm, "subsubitem", L::point, ""),
    unit(D::uslm, "level", L::point, ""),
    XmlWord{D::uslm, "num", R::number},
    XmlWord{D::uslm, "heading", R::heading},
    XmlWord{D::uslm, "subheading", R::paragraph},
    XmlWord{D::uslm, "crossHeading", R::next_heading},
    XmlWord{D::uslm, "content", R::paragraph},
    XmlWord{D::uslm, "chapeau", R::paragraph},
    XmlWord{D::uslm, "continuation", R::paragraph},
    XmlWord{D::uslm, "text", R::paragraph},
    XmlWord{D::uslm, "p", R::paragraph},
    XmlWord{D::uslm, "elided", R::paragraph},
    XmlWord{D::uslm, "officialTitle", R::paragraph},
    XmlWord{D::uslm, "docTitle", R::paragraph},
    XmlWord{D::uslm, "enactingFormula", R::paragraph},
    XmlWord{D::uslm, "signature", R::paragraph},
    XmlWord{D::uslm, "tr", R::row},
    XmlWord{D::uslm, "row", R::row},
    XmlWord{D::uslm, "td", R::cell},
    XmlWord{D::uslm, "th", R::cell},
    XmlWord{D::uslm, "entry", R::cell},
    XmlWord{D::uslm, "br", R::line_break},
    XmlWord{D::uslm, "quotedContent", R::quoted},
    XmlWord{D::uslm, "footnote", R::note},
    XmlWord{D::uslm, "note", R::note},
    removed(D::uslm, "meta", Removed::metadata),
    removed(D::uslm, "preface", Removed::title_page),
    removed(D::uslm, "editorialNote", Removed::editors_note),
    removed(D::uslm, "sourceCredit", Removed::editors_note),
    removed(D::uslm, "toc", Removed::contents),
    removed(D::uslm, "page", Removed::page_head),
};

const std::array clml_words{
    unit(D::clml, "PrimaryPrelims", L::preamble, "preamble"),
    unit(D::clml, "SecondaryPrelims", L::preamble, "preamble"),
    unit(D::clml, "Schedule", L::annex, "sched"),
    unit(D::clml, "Appendix", L::annex, "annex"),
    XmlWord{D::clml, "Group", R::grouping, L::part, "group"},
    XmlWord{D::clml, "Part", R::grouping, L::part, "part"},
    XmlWord{D::clml, "Chapter", R::grouping, L::chapter, "chp"},
    unit(D::clml, "Pblock", L::section, "hdg"),
    unit(D::clml, "PsubBlock", L::section, "hdg"),
    unit(D::clml, "P1", L::article, "sec"),
    unit(D::clml, "P2", L::point, ""),
    unit(D::clml, "P3", L::point, ""),
    unit(D::clml, "P4", L::point, ""),
    unit(D::clml, "P5", L::point, ""),
    unit(D::clml, "P6", L::point, ""),
    unit(D::clml, "P7", L::point, ""),
    unit(D::clml, "Division", L::heading, "sec"),
    unit(D::clml, "CommentaryDivision", L::heading, "sec"),
    unit(D::clml, "CommentaryPart", L::heading, "sec"),
    unit(D::clml, "CommentaryChapter", L::heading, "sec"),
    unit(D::clml, "CommentaryP1", L::heading, "sec"),
    unit(D::clml, "SubDivision", L::heading, "sec"),
    unit(D::clml, "AnnexDivision", L::heading, "sec"),
    unit(D::clml, "NumberedPara", L::paragraph, "para"),
    XmlWord{D::clml, "Pnumber", R::number},
    XmlWord{D::clml, "Number", R::number},
    XmlWord{D::clml, "Title", R::heading},
    XmlWord{D::clml, "Subtitle", R::paragraph},
    XmlWord{D::clml, "Text", R::paragraph},
    XmlWord{D::clml, "Para", R::paragraph},
    XmlWord{D::clml, "ListItem", R::paragraph},
    XmlWord{D::clml, "LongTitle", R::paragraph},
    XmlWord{D::clml, "DateText", R::paragraph},
    XmlWord{D::clml, "Reference", R::paragraph},
    XmlWord{D::clml, "tr", R::row},
    XmlWord{D::clml, "td", R::cell},
    XmlWord{D::clml, "th", R::cell},
    XmlWord{D::clml, "BlockAmendment", R::quoted},
    XmlWord{D::clml, "BlockExtract", R::quoted},
    XmlWord{D::clml, "Footnote", R::note},
    removed(D::clml, "Metadata", Removed::metadata),
    removed(D::clml, "ENprelims", Removed::title_page),
    removed(D::clml, "Contents", Removed::contents),
    removed(D::clml, "Commentaries", Removed::editors_note),
    removed(D::clml, "Versions", Removed::metadata),
    removed(D::clml, "Resources", Removed::metadata),
};

const std::array formex_words{
    unit(D::formex, "PREAMBLE", L::preamble, "preamble"),
    unit(D::formex, "CONSID", L::paragraph, "rec"),
    unit(D::formex, "FINAL", L::conclusions, "conclusions"),
    unit(D::formex, "ANNEX", L::annex, "annex"),
    XmlWord{D::formex, "DIVISION", R::grouping, L::section, "dvs"},
    unit(D::formex, "ARTICLE", L::article, "art"),
    unit(D::formex, "PARAG", L::point, ""),
    unit(D::formex, "ITEM", L::point, ""),
    XmlWord{D::formex, "TI.ART", R::number},
    XmlWord{D::formex, "STI.ART", R::heading},
    XmlWord{D::formex, "NO.PARAG", R::number},
    XmlWord{D::formex, "NO.P", R::number},
    XmlWord{D::formex, "TI", R::number},
    XmlWord{D::formex, "STI", R::heading},
    XmlWord{D::formex, "ALINEA", R::paragraph},
    XmlWord{D::formex, "P", R::paragraph},
    XmlWord{D::formex, "TXT", R::paragraph},
    XmlWord{D::formex, "VISA", R::paragraph},
    XmlWord{D::formex, "GR.CONSID.INIT", R::paragraph},
    XmlWord{D::formex, "PREAMBLE.INIT", R::paragraph},
    XmlWord{D::formex, "PREAMBLE.FINAL", R::paragraph},
    XmlWord{D::formex, "PL.DATE", R::paragraph},
    XmlWord{D::formex, "DLIST.ITEM", R::paragraph},
    XmlWord{D::formex, "ROW", R::row},
    XmlWord{D::formex, "CELL", R::cell},
    XmlWord{D::formex, "QUOT.S", R::quoted},
    XmlWord{D::formex, "QUOT.START", R::quote},
    XmlWord{D::formex, "QUOT.END", R::quote},
    XmlWord{D::formex, "NOTE", R::note},
    XmlWord{D::formex, "TITLE", R::title},
    removed(D::formex, "BIB.INSTANCE", Removed::metadata),
    removed(D::formex, "BIB.DATA", Removed::metadata),
    removed(D::formex, "INFO.CONSLEG", Removed::metadata),
    removed(D::formex, "INFO.PROD", Removed::metadata),
    removed(D::formex, "FAM.COMP", Removed::metadata),
    removed(D::formex, "TOC", Removed::contents),
};

// Norms follow each other; what one opens is told by the number in its head.
const std::array gii_norm_words{
    XmlWord{D::gii_norm, "norm", R::grouping, L::section, "hdg"},
    XmlWord{D::gii_norm, "enbez", R::number},
    XmlWord{D::gii_norm, "titel", R::heading},
    XmlWord{D::gii_norm, "gliederungsbez", R::number},
    XmlWord{D::gii_norm, "gliederungstitel", R::heading},
    XmlWord{D::gii_norm, "langue", R::title},
    XmlWord{D::gii_norm, "P", R::paragraph},
    XmlWord{D::gii_norm, "LA", R::inside_line},
    XmlWord{D::gii_norm, "DT", R::item_number},
    XmlWord{D::gii_norm, "DD", R::paragraph},
    XmlWord{D::gii_norm, "BR", R::line_break},
    XmlWord{D::gii_norm, "row", R::row},
    XmlWord{D::gii_norm, "entry", R::cell},
    XmlWord{D::gii_norm, "Title", R::paragraph},
    XmlWord{D::gii_norm, "Ident", R::paragraph},
    XmlWord{D::gii_norm, "Footnote", R::note},
    XmlWord{D::gii_norm, "fussnoten", R::note},
    removed(D::gii_norm, "jurabk", Removed::metadata),
    removed(D::gii_norm, "amtabk", Removed::metadata),
    removed(D::gii_norm, "ausfertigung-datum", Removed::metadata),
    removed(D::gii_norm, "fundstelle", Removed::metadata),
    removed(D::gii_norm, "kurzue", Removed::metadata),
    removed(D::gii_norm, "standangabe", Removed::metadata),
    removed(D::gii_norm, "gliederungskennzahl", Removed::metadata),
    removed(D::gii_norm, "TOC", Removed::contents),
};

template <std::size_t size>
const XmlWord* find_in(const std::array<XmlWord, size>& words, std::string_view element) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const XmlWord& word) { return word.element == element; });
  return found == words.end() ? nullptr : &*found;
}

}  // namespace

const XmlWord* find_xml_word(XmlDialect dialect, std::string_view element) {
  switch (dialect) {
    case D::unknown:
      return nullptr;
    case D::akoma_ntoso:
      return find_in(akoma_ntoso_words, element);
    case D::uslm:
      return find_in(uslm_words, element);
    case D::clml:
      return find_in(clml_words, element);
    case D::formex:
      return find_in(formex_words, element);
    case D::gii_norm:
      return find_in(gii_norm_words, element);
  }
  return nullptr;
}

XmlDialect xml_dialect(std::string_view head) {
  static constexpr std::array<std::pair<std::string_view, XmlDialect>, 10> signs{{
      {"<akomaNtoso", D::akoma_ntoso},
      {":akomaNtoso", D::akoma_ntoso},
      {"/xml/uslm", D::uslm},
      {"xml.house.gov/schemas/uslm", D::uslm},
      {"legislation.gov.uk/namespaces/legislation", D::clml},
      {"gii-norm", D::gii_norm},
      {"<dokumente", D::gii_norm},
      {"formex", D::formex},
      {"<BIB.INSTANCE", D::formex},
      {"<BIB.DATA", D::formex},
  }};
  const auto sign = std::find_if(signs.begin(), signs.end(), [&](const auto& row) {
    return head.find(row.first) != std::string_view::npos;
  });
  return sign == signs.end() ? D::unknown : sign->second;
}

bool shows_xml(std::string_view bytes, std::string_view) {
  const std::string head = readable_head(bytes);
  const bool rooted = head.starts_with('<') && xml_dialect(head) != XmlDialect::unknown;
  return rooted || head.starts_with("<?xml");
}

std::string_view name(XmlDialect dialect) {
  switch (dialect) {
    case D::unknown:
      return "xml";
    case D::akoma_ntoso:
      return "akoma-ntoso";
    case D::uslm:
      return "uslm";
    case D::clml:
      return "clml";
    case D::formex:
      return "formex";
    case D::gii_norm:
      return "gii-norm";
  }
  return "xml";
}

}  // namespace pinlex
