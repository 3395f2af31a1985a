// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/utf8.hpp>
#include <pinlex/text/transcode.hpp>

#include <unicode/ucnv.h>

#include <memory>

namespace pinlex {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Adds a character. One that stays the byte it was joins the run before, if that did too.
void add(Transcoded& out, char32_t c, std::string_view from, std::uint32_t source, bool& plain) {
  const auto begin = static_cast<std::uint32_t>(out.text.size());
  append_utf8(out.text, c);
  const auto made = std::string_view(out.text).substr(begin);
  const bool joins = plain && made == from;
  plain = made == from;
  if (joins) {
    ++out.runs.back().text_length;
    ++out.runs.back().source_length;
  } else {
    out.runs.push_back({begin, static_cast<std::uint32_t>(made.size()), source,
                        static_cast<std::uint32_t>(from.size())});
  }
}

}  // namespace

Result<Transcoded> to_utf8(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) {
    return fail(Code::inputs_refused, "encoding '" + encoding + "' is not known",
                "convert the file to UTF-8");
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  Transcoded out;
  out.text.reserve(bytes.size());
  bool plain = false;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    const char* const begin = at;
    const UChar32 c = ucnv_getNextUChar(converter.get(), &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    const auto source = static_cast<std::uint32_t>(begin - bytes.data());
    if (U_FAILURE(status)) {
      return fail(Code::inputs_refused, "not " + encoding + " at byte " + std::to_string(source),
                  "convert the file to UTF-8");
    }
    add(out, static_cast<char32_t>(c), bytes.substr(source, static_cast<std::size_t>(at - begin)),
        source, plain);
  }
  return out;
}

}  // namespace pinlex
