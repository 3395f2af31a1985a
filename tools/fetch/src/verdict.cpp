// SPDX-License-Identifier: GPL-2.0-or-later
#include "verdict.hpp"

#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <utility>

namespace pinlex::fetching {
namespace {

/// Where the catalogue counts no articles, a text is at least that long: a page about a report
/// bears its title too.
constexpr std::uint32_t least_passages = 5;

std::string kind_of_file(const std::string& format) {
  if (format == "html") return "an HTML page";
  if (format == "pdf") return "a PDF file";
  if (format == "docx") return "a Word file";
  if (format == "text") return "plain text";
  if (format == "markdown") return "a Markdown file";
  return format.empty() ? "a file" : "a file of the format " + format;
}

/// "the English text of coe-185".
std::string text_name(const std::string& instrument, const std::string& language) {
  return "the " + language_name(language) + " text of " + instrument;
}

std::string count(std::uint32_t articles, std::uint32_t expected) {
  std::string out = std::to_string(articles);
  if (expected > 0) out += " of " + std::to_string(expected);
  return out + " articles";
}

bool is_whole(const FoundText& text, std::uint32_t articles) {
  return articles > 0 ? text.articles == articles : text.passages >= least_passages;
}

const FoundText* find(const Reading& reading, const Wanted& wanted) {
  const auto found =
      std::find_if(reading.texts.begin(), reading.texts.end(), [&](const FoundText& text) {
        return text.instrument == wanted.instrument && text.language == wanted.language;
      });
  return found == reading.texts.end() ? nullptr : &*found;
}

std::string size_of(const FoundText& text, std::uint32_t articles) {
  if (articles > 0) return count(text.articles, articles);
  return std::to_string(text.passages) + " passages";
}

/// What a file is that is not what was wanted.
std::string description(const Reading& reading) {
  std::string out = kind_of_file(reading.format);
  if (reading.texts.empty()) return out + " without a text";
  const FoundText& text = reading.texts.front();
  if (!text.title.empty() && text.title != text.instrument) out += " \"" + text.title + "\"";
  if (!text.language.empty()) out += " in " + language_name(text.language);
  return out;
}

/// A word whose ligatures of lam and alef may have come out of a PDF the wrong way round.
std::string without_lam_and_alef(std::string_view word) {
  std::string out(word);
  for (const std::string_view letter : {"\u0627", "\u0644"}) {
    for (std::size_t at = out.find(letter); at != std::string::npos; at = out.find(letter, at)) {
      out.erase(at, letter.size());
    }
  }
  return out;
}

std::uint32_t most_articles(const Reading& reading) {
  std::uint32_t most = 0;
  for (const FoundText& text : reading.texts) most = std::max(most, text.articles);
  return most;
}

/// The text whose title stands in the beginning, the longest title where there are several.
std::optional<Wanted> with_title(const Reading& reading, std::string_view beginning,
                                 const Catalogue& catalogue) {
  std::optional<Wanted> best;
  for (const auto& [id, instrument] : catalogue.instruments()) {
    for (const auto& [language, title] : instrument.titles) {
      if (best && best->title.size() >= title.size()) continue;
      Wanted one = wanted(instrument, language);
      if (may_be(reading, one) && names_title(beginning, one)) best = std::move(one);
    }
  }
  return best;
}

}  // namespace

Verdict judge(const Reading& reading, const Wanted& wanted) {
  if (!reading.refused.empty()) {
    return {false, kind_of_file(reading.format) + " that cannot be read: " + reading.refused};
  }
  const FoundText* const text = find(reading, wanted);
  if (text != nullptr && is_whole(*text, wanted.articles)) {
    return {true,
            text_name(wanted.instrument, wanted.language) + ", " + size_of(*text, wanted.articles)};
  }
  const std::uint32_t articles = text != nullptr ? text->articles : most_articles(reading);
  std::string says = description(reading) + " where " +
                     text_name(wanted.instrument, wanted.language) + " was expected; " +
                     count(articles, wanted.articles);
  if (may_be(reading, wanted)) says += ", but not the title \"" + wanted.title + "\"";
  return {false, std::move(says)};
}

Recognition recognise(const Reading& reading, std::string_view beginning,
                      const Catalogue& catalogue) {
  if (!reading.refused.empty()) {
    return {{}, {false, kind_of_file(reading.format) + " that cannot be read: " + reading.refused}};
  }
  Recognition partial;
  for (const FoundText& text : reading.texts) {
    const Instrument* const known = catalogue.find(text.instrument);
    if (known == nullptr) continue;
    const Wanted one = wanted(*known, text.language);
    Recognition found{one, judge(reading, one)};
    if (found.verdict.right) return found;
    if (!partial.text) partial = std::move(found);
  }
  if (partial.text) return partial;
  if (auto titled = with_title(reading, beginning, catalogue))
    return {std::move(titled), {true, {}}};
  return {{},
          {false, description(reading) + " that is no text of the catalogue; " +
                      count(most_articles(reading), 0)}};
}

bool may_be(const Reading& reading, const Wanted& wanted) {
  return reading.refused.empty() && wanted.articles > 0 && find(reading, wanted) == nullptr &&
         std::any_of(reading.texts.begin(), reading.texts.end(), [&](const FoundText& text) {
           return text.language == wanted.language && text.articles == wanted.articles;
         });
}

bool names_title(std::string_view beginning, const Wanted& wanted) {
  if (wanted.title.empty()) return true;
  // Stems, because what was printed or extracted may spell a word in another way.
  Analyser analyser(wanted.language);
  std::vector<Token> title, words;
  analyser.analyse(wanted.title, 0, title);
  analyser.analyse(beginning, 0, words);
  const auto same = [](const Token& a, const Token& b) {
    return a.stem == b.stem || without_lam_and_alef(a.folded) == without_lam_and_alef(b.folded);
  };
  return std::search(words.begin(), words.end(), title.begin(), title.end(), same) != words.end();
}

std::string ending_of(const std::string& format) {
  if (format == "markdown") return ".md";
  if (format == "text" || format.empty()) return ".txt";
  for (const std::string_view same : {"pdf", "docx", "html", "json", "yaml", "zip"}) {
    if (format == same) return "." + format;
  }
  return ".xml";
}

}  // namespace pinlex::fetching
