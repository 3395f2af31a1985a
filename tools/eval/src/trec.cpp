// SPDX-License-Identifier: GPL-2.0-or-later
#include "trec.hpp"

#include <pinlex/base/utf8.hpp>

#include <charconv>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

constexpr std::string_view topics_hint = "a line is an id, a tab and the query";
constexpr std::string_view qrels_hint = "a line is: topic 0 instrument#art_N grade";
constexpr std::string_view run_hint = "a line is: topic Q0 instrument#art_N rank score tag";

/// The lines of a file, with their place for errors.
class Lines {
 public:
  Lines(std::string_view text, std::string_view file, std::string_view hint)
      : rest_(text), file_(file), hint_(hint) {}

  /// Moves on to the next line that is not blank; false at the end.
  bool next() {
    while (!rest_.empty()) {
      const auto end = rest_.find('\n');
      line_ = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      ++number_;
      if (line_.ends_with('\r')) line_.remove_suffix(1);
      if (line_.find_first_not_of(" \t") != std::string_view::npos) return true;
    }
    return false;
  }

  std::string_view line() const { return line_; }

  std::vector<std::string_view> words() const {
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    while ((begin = line_.find_first_not_of(" \t", begin)) != std::string_view::npos) {
      const auto end = line_.find_first_of(" \t", begin);
      out.push_back(line_.substr(begin, end - begin));
      begin = end == std::string_view::npos ? line_.size() : end;
    }
    return out;
  }

  Unexpected refuse(const std::string& reason) const {
    return fail(Code::usage, std::string(file_) + ":" + std::to_string(number_) + ": " + reason,
                std::string(hint_));
  }

 private:
  std::string_view rest_, file_, hint_, line_;
  std::size_t number_ = 0;
};

std::string quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

template <typename Number>
std::optional<Number> number_in(std::string_view word) {
  Number number{};
  const char* end = word.data() + word.size();
  const auto [rest, error] = std::from_chars(word.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

std::string_view article_of(std::string_view id) { return id.substr(0, id.find("__")); }

std::string columns(std::size_t wanted, std::size_t found) {
  return std::to_string(wanted) + " columns are wanted, " + std::to_string(found) +
         (found == 1 ? " is" : " are") + " here";
}

}  // namespace

Result<std::vector<Topic>> parse_topics(std::string_view text, std::string_view file) {
  std::vector<Topic> topics;
  std::set<std::string_view> seen;
  Lines lines(text, file, topics_hint);
  while (lines.next()) {
    const std::string_view line = lines.line();
    if (line.front() == '#') continue;
    if (ill_formed_utf8(line) != std::string_view::npos) return lines.refuse("is not UTF-8");
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return lines.refuse("has no tab");
    const std::string_view id = line.substr(0, tab), query = line.substr(tab + 1);
    if (id.empty()) return lines.refuse("the topic has no id");
    if (id.find(' ') != std::string_view::npos) {
      return lines.refuse("the id " + quoted(id) + " has a space");
    }
    if (query.find('\t') != std::string_view::npos) return lines.refuse("has a second tab");
    if (query.find_first_not_of(' ') == std::string_view::npos) {
      return lines.refuse("topic " + std::string(id) + " has no query");
    }
    if (!seen.insert(id).second) {
      return lines.refuse("topic " + std::string(id) + " stands there twice");
    }
    topics.push_back({std::string(id), std::string(query)});
  }
  if (topics.empty()) {
    return fail(Code::usage, std::string(file) + ": holds no topic", std::string(topics_hint));
  }
  return topics;
}

Result<Qrels> parse_qrels(std::string_view text, std::string_view file) {
  Qrels qrels;
  Lines lines(text, file, qrels_hint);
  while (lines.next()) {
    const auto words = lines.words();
    if (words.size() != 4) return lines.refuse(columns(4, words.size()));
    const std::string topic(words[0]), id(words[2]);
    if (article_of(id) != id) {
      return lines.refuse(quoted(id) + " is part of an article; grades are of articles");
    }
    const auto grade = number_in<int>(words[3]);
    if (!grade || *grade < 0 || *grade > max_grade) {
      return lines.refuse("a grade is a whole number from 0 to " + std::to_string(max_grade) +
                          ", not " + quoted(words[3]));
    }
    if (!qrels[topic].emplace(id, *grade).second) {
      return lines.refuse(id + " is judged twice for topic " + topic);
    }
  }
  if (qrels.empty()) {
    return fail(Code::usage, std::string(file) + ": holds no judgement", std::string(qrels_hint));
  }
  return qrels;
}

Result<TrecRun> parse_run(std::string_view text, std::string_view file) {
  std::map<std::string, std::map<unsigned, std::string_view>> ranks;
  std::set<std::pair<std::string_view, std::string_view>> seen;
  Lines lines(text, file, run_hint);
  while (lines.next()) {
    const auto words = lines.words();
    if (words.size() != 6) return lines.refuse(columns(6, words.size()));
    const auto rank = number_in<unsigned>(words[3]);
    if (!rank) return lines.refuse("a rank is a whole number, not " + quoted(words[3]));
    if (!number_in<double>(words[4])) {
      return lines.refuse("a score is a number, not " + quoted(words[4]));
    }
    const std::string topic(words[0]);
    if (!seen.emplace(words[0], words[2]).second) {
      return lines.refuse(std::string(words[2]) + " stands there twice for topic " + topic);
    }
    if (!ranks[topic].emplace(*rank, words[2]).second) {
      return lines.refuse("rank " + std::to_string(*rank) + " stands there twice for topic " +
                          topic);
    }
  }
  TrecRun run;
  for (const auto& [topic, by_rank] : ranks) {
    std::set<std::string_view> articles;
    for (const auto& [rank, id] : by_rank) {
      if (articles.insert(article_of(id)).second) run[topic].emplace_back(article_of(id));
    }
  }
  return run;
}

}  // namespace pinlex
