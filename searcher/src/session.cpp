// SPDX-License-Identifier: GPL-2.0-or-later
#include "session.hpp"

#include <algorithm>
#include <exception>
#include <thread>
#include <utility>

namespace pinlex {
namespace {

/// How often a thread may take a session before one that waits: a hand-over costs a switch of
/// threads, so that one after each search would cost more than the search of a word.
constexpr std::size_t most_passed_over = 16;

}  // namespace

Analyser& Session::analyser(const std::string& language) {
  return analysers_.try_emplace(language, language).first->second;
}

const CompiledThesaurus& SharedTables::thesaurus(const IndexReader& reader) {
  std::call_once(thesaurus_read_, [&] {
    auto read = reader.thesaurus();
    if (read) thesaurus_ = std::move(*read);
  });
  return thesaurus_;
}

const TermPairs& SharedTables::pairs(const IndexReader& reader) {
  std::call_once(pairs_read_, [&] {
    auto read = reader.pairs();
    if (read) pairs_ = std::move(*read);
  });
  return pairs_;
}

ConceptFinder& Session::concepts(const std::string& language) {
  const auto known = concepts_.find(language);
  if (known != concepts_.end()) return known->second;
  return concepts_.emplace(language, ConceptFinder(thesaurus(), language)).first->second;
}

std::uint32_t Session::frequency(const std::string& term) const {
  return database().get_termfreq(term);
}

void Session::rest() {
  for (auto& [language, analyser] : analysers_) analyser.trim();
}

Result<void> Session::recover() {
  if (!distrusted_) return {};
  auto again = reader_.copy();
  if (!again) return passed_on(again);
  reader_ = std::move(*again);
  distrusted_ = false;
  return {};
}

SessionPool::SessionPool(IndexReader reader)
    : most_sessions_(std::max(1U, std::thread::hardware_concurrency())),
      header_(reader.header()),
      path_(reader.path()) {
  sessions_.push_back(std::make_unique<Session>(std::move(reader), tables_));
  idle_.push_back(sessions_.back().get());
}

Result<SessionPool::Lease> SessionPool::take() {
  std::unique_lock lock(mutex_);
  const auto any = [&] { return !idle_.empty() || sessions_.size() < most_sessions_; };
  if (!any() || passed_over_ == most_passed_over) {
    std::condition_variable called;
    line_.push_back(&called);
    called.wait(lock, [&] { return line_.front() == &called && any(); });
    line_.pop_front();
    passed_over_ = 0;
  } else if (!line_.empty()) {
    ++passed_over_;
  }
  if (!line_.empty()) line_.front()->notify_one();
  if (idle_.empty()) {
    auto copy = sessions_.front()->reader().copy();
    if (!copy) return passed_on(copy);
    sessions_.push_back(std::make_unique<Session>(std::move(*copy), tables_));
    idle_.push_back(sessions_.back().get());
  }
  Session* session = idle_.back();
  if (auto whole = session->recover(); !whole) return passed_on(whole);
  idle_.pop_back();
  return Lease(session, [this](Session* done) { give_back(done); });
}

void SessionPool::give_back(Session* session) {
  if (std::uncaught_exceptions() > 0) session->distrust();
  session->rest();
  const std::lock_guard lock(mutex_);
  idle_.push_back(session);
  if (!line_.empty()) line_.front()->notify_one();
}

Result<std::uint64_t> SessionPool::live_generation() const {
  const std::lock_guard lock(mutex_);
  return sessions_.front()->reader().live_generation();
}

}  // namespace pinlex
