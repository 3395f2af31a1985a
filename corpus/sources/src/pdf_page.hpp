// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// A word as it stands on a page; coordinates in points from the top left corner.
struct PdfWord {
  std::string text;  ///< UTF-8.
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;  ///< Of its font, points.
  bool bold = false;
  bool space_after = false;  ///< Or the end of a line.
};

/// Words side by side.
struct PdfLine {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
  double second = 0;  ///< Where its second word begins; `left` where it has one word.
  double size = 0;    ///< Of most of its letters.
  bool bold = false;  ///< All of it.
  std::vector<std::uint32_t> raised;  ///< Small numbers set high in it.
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfLine> lines;     ///< In reading order.
  std::vector<PdfLine> heads;     ///< Running heads and feet, taken out of `lines`.
  std::vector<PdfLine> contents;  ///< Lines of a table of contents, taken out likewise.
  std::vector<PdfLine> notes;  ///< Footnotes, a line each, their numbers first; taken out likewise.
};

/// Puts words, in reading order, into lines.
std::vector<PdfLine> lines_of(const std::vector<PdfWord>& words);

/// Takes what recurs at the edges of pages out of their lines.
void take_out_heads(std::vector<PdfPage>& pages);

/// Takes tables of contents out: lines that lead to a number by dots, and what stands among them.
void take_out_contents(PdfPage& page);

/// Takes footnotes out: small print at the foot of the page, behind numbers that the page refers
/// to. `body` is the size of most of the text.
void take_out_notes(PdfPage& page, double body);

/// The size of the font in which most of the text is set.
double body_size(const std::vector<PdfPage>& pages);

}  // namespace pinlex
