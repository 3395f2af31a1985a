// SPDX-License-Identifier: GPL-2.0-or-later
#include "session.hpp"

#include <utility>

namespace pinlex {

Analyser& Session::analyser(const std::string& language) {
  return analysers_.try_emplace(language, language).first->second;
}

const CompiledThesaurus& Session::thesaurus() {
  if (!thesaurus_) {
    auto read = reader_.thesaurus();
    thesaurus_ = read ? std::move(*read) : CompiledThesaurus();
  }
  return *thesaurus_;
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

SessionPool::SessionPool(IndexReader reader) : header_(reader.header()), path_(reader.path()) {
  sessions_.push_back(std::make_unique<Session>(std::move(reader)));
  idle_.push_back(sessions_.back().get());
}

Result<SessionPool::Lease> SessionPool::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) {
    auto copy = sessions_.front()->reader().copy();
    if (!copy) return passed_on(copy);
    sessions_.push_back(std::make_unique<Session>(std::move(*copy)));
    idle_.push_back(sessions_.back().get());
  }
  Session* session = idle_.back();
  idle_.pop_back();
  return Lease(session, [this](Session* done) { give_back(done); });
}

void SessionPool::give_back(Session* session) {
  session->rest();
  const std::lock_guard lock(mutex_);
  idle_.push_back(session);
}

Result<std::uint64_t> SessionPool::live_generation() const {
  const std::lock_guard lock(mutex_);
  return sessions_.front()->reader().live_generation();
}

}  // namespace pinlex
