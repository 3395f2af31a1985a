// SPDX-License-Identifier: GPL-2.0-or-later
#include "make_pdf.hpp"

#include <cstdio>

namespace {

constexpr double height = 842;

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string content_of(const std::vector<Typeset>& page) {
  std::string out;
  for (const Typeset& words : page) {
    out += "BT /" + std::string(words.bold ? "B" : "R") + " " + std::to_string(words.size) +
           " Tf " + std::to_string(words.left) + " " +
           std::to_string(height - words.top - words.size) + " Td (" + escaped(words.text) +
           ") Tj ET\n";
  }
  return out;
}

}  // namespace

std::string make_pdf(const std::vector<std::vector<Typeset>>& pages) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>"};
  std::string kids;
  for (const auto& page : pages) {
    const std::string content = content_of(page);
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "endstream");
    const std::string stream = std::to_string(objects.size());
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + stream +
                      " 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] =
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  std::string out = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char row[32];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", out.size());
    table += row;
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t begin = out.size();
  return out + table + "trailer\n<< /Root 1 0 R /Size " + std::to_string(objects.size() + 1) +
         " >>\nstartxref\n" + std::to_string(begin) + "\n%%EOF\n";
}
