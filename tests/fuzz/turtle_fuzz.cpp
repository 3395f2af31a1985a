// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a vocabulary in Turtle, as a thesaurus in TOML and as a compiled thesaurus: each is
// refused with a reason, or is a thesaurus that goes to every other form and back.
#include <pinlex/base/utf8.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>
#include <pinlex/thesaurus/skos.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace pinlex;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_reason(const Error& error) {
  require(!error.message.empty() && !error.hint.empty());
  require(ill_formed_utf8(error.message) == std::string_view::npos);
}

/// Finds whatever a thesaurus finds in a text; all of it must lie in the text.
void find(const CompiledThesaurus& thesaurus, std::string_view text) {
  Analyser analyser("en");
  std::vector<Token> tokens;
  analyser.analyse(text, 0, tokens);
  std::vector<ConceptMatch> matches;
  ConceptFinder(thesaurus, "en").find(tokens, matches);
  for (const ConceptMatch& match : matches) {
    require(match.number < thesaurus.size());
    require(match.first <= match.last && match.last < tokens.size());
  }
}

void go_round(const Thesaurus& thesaurus, std::string_view text) {
  const auto toml = Thesaurus::from_toml({{"again.toml", to_toml(thesaurus)}});
  require(toml && *toml == thesaurus);
  const CompiledThesaurus compiled(thesaurus);
  const auto decoded = CompiledThesaurus::decode(std::string(compiled.bytes()));
  require(decoded && decoded->thesaurus() && *decoded->thesaurus() == thesaurus);
  find(*decoded, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto read = from_turtle(text, "fuzz.ttl")) {
    go_round(read->thesaurus, text);
  } else {
    require_reason(read.error());
  }
  if (const auto read = Thesaurus::from_toml({{"fuzz.toml", text}})) {
    go_round(*read, text);
    require(static_cast<bool>(to_turtle(*read)));
  } else {
    require_reason(read.error());
  }
  if (const auto decoded = CompiledThesaurus::decode(text)) {
    find(*decoded, text);
  } else {
    require_reason(decoded.error());
  }
  return 0;
}
