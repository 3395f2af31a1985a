// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <pinlex/base/files.hpp>

#include <boost/program_options/value_semantic.hpp>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace pinlex {
namespace {

namespace po = boost::program_options;

void add_options(po::options_description& options) {
  auto add = options.add_options();
  add("as", po::value<std::string>()->value_name("quotes|paragraphs"),
      "what is quoted: what stands in quotation marks and block quotes, or each paragraph (else "
      "paragraphs only where there are no quotes)");
}

/// Standard input; one byte more than may be checked is enough to tell that it is too long.
Result<std::string> read_standard_input() {
  std::string text;
  std::array<char, 1U << 16> buffer{};
  while (text.size() <= max_check_bytes) {
    const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return fail(Code::inputs_refused,
                  std::string("standard input cannot be read: ") + std::strerror(errno));
    }
    if (count == 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return text;
}

Result<QuotationReading> reading_of(const Call& call) {
  if (!call.values.count("as")) return QuotationReading::automatic;
  const std::string& as = call.values["as"].as<std::string>();
  if (as == name(QuotationReading::marked)) return QuotationReading::marked;
  if (as == name(QuotationReading::paragraphs)) return QuotationReading::paragraphs;
  return fail(Code::usage, "--as is quotes or paragraphs, not \"" + as + "\"");
}

Result<int> run_check(const Call& call) {
  if (call.words.size() > 1) {
    return fail(Code::usage, "check reads one file, or standard input",
                "`cat FILE... | pinlex check` reads several");
  }
  const auto reading = reading_of(call);
  if (!reading) return passed_on(reading);
  const bool piped = call.words.empty() || call.words.front() == "-";
  auto text = piped ? read_standard_input() : read_file(call.words.front(), max_check_bytes);
  if (!text) return passed_on(text);
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  const auto answer = searcher->check({std::move(*text), *reading});
  if (!answer) return passed_on(answer);
  const int status = answer->holds() ? 0 : static_cast<int>(Code::nothing_found);
  return print(call.format == "json" ? to_json(*answer) : to_text(*answer, style_of(call)), status);
}

}  // namespace

const Command check_command{
    "check",
    "[FILE]",
    "Says of the quotations and citations in a text whether they stand; - is standard input.",
    "text|json",
    true,
    add_options,
    run_check};

}  // namespace pinlex
