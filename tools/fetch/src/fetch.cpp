// SPDX-License-Identifier: GPL-2.0-or-later
#include "fetch.hpp"

#include "settle.hpp"

#include <utility>

namespace pinlex::fetching {
namespace {

using What = FetchOutcome::What;

/// One text of a plan.
class Errand {
 public:
  Errand(const FetchRun& run, const Wanted& wanted, Downloader& downloader, bool refresh)
      : run_(run), wanted_(wanted), downloader_(downloader), refresh_(refresh) {
    const auto known = run.folder.lock().find(wanted.stem());
    if (known != run.folder.lock().end()) known_ = known->second;
    if (known_.accepted && !run.folder.has(*known_.accepted)) known_.accepted.reset();
    if (known_.refused && !run.folder.has(*known_.refused)) known_.refused.reset();
  }

  Result<FetchOutcome> run();

 private:
  const Copy* known_from(const PublishedText& place) const;
  Result<FetchOutcome> go_to(const PublishedText& place);
  Result<FetchOutcome> unchanged(const PublishedText& place);

  FetchOutcome refused(const PublishedText& place, const std::string& why) const {
    return {What::refused, wanted_.stem(), place.address + ": " + why, {}};
  }

  const FetchRun& run_;
  const Wanted& wanted_;
  Downloader& downloader_;
  bool refresh_;
  LockEntry known_;
};

/// The file that came from there and can be compared with what is there now.
const Copy* Errand::known_from(const PublishedText& place) const {
  for (const auto* copy : {&known_.accepted, &known_.refused}) {
    if (*copy && (*copy)->address == place.address) return &**copy;
  }
  return nullptr;
}

/// The places in their order, until one has the text.
Result<FetchOutcome> Errand::run() {
  if (known_.accepted && !refresh_ && known_.accepted->validators.empty()) {
    return FetchOutcome{What::unchanged,
                        known_.accepted->file,
                        "is there; nothing tells whether it has changed",
                        {}};
  }
  FetchOutcome all;
  for (const PublishedText& place : wanted_.places) {
    auto one = go_to(place);
    if (!one) return passed_on(one);
    if (one->what != What::refused) return one;
    const std::string before = all.says.empty() ? "" : all.says + "\n  ";
    all = std::move(*one);
    all.says = before + all.says;
  }
  if (known_.accepted) all.note = "the text of " + known_.accepted->time + " stays";
  return all;
}

Result<FetchOutcome> Errand::unchanged(const PublishedText& place) {
  if (known_.accepted && known_.accepted->address == place.address) {
    return FetchOutcome{What::unchanged, known_.accepted->file, "is unchanged", {}};
  }
  // It was not right then; the catalogue may be another one now.
  Copy copy = *known_.refused;
  if (auto brought = run_.folder.bring_back(copy, wanted_.stem()); !brought) {
    return passed_on(brought);
  }
  copy.edition = name(place.edition);
  return settle(run_, wanted_, std::move(copy));
}

Result<FetchOutcome> Errand::go_to(const PublishedText& place) {
  const Copy* const known = refresh_ ? nullptr : known_from(place);
  PartFile part(run_.folder.workplace(wanted_.stem()), place.address);
  auto download = downloader_.fetch(place.address, known ? known->validators : Validators(), part);
  if (!download || download->outcome != Download::Outcome::whole) run_.folder.tidy(wanted_.stem());
  if (!download) return passed_on(download);
  if (download->outcome == Download::Outcome::failed) return refused(place, download->why);
  if (download->outcome == Download::Outcome::unchanged) {
    if (known == nullptr) return refused(place, "answers that nothing has changed, unasked");
    return unchanged(place);
  }
  Copy copy;
  copy.address = place.address;
  copy.final_address = download->final_address;
  copy.time = time_text(run_.clock.now());
  copy.content_type = download->content_type;
  copy.validators = download->validators;
  copy.edition = name(place.edition);
  auto outcome = settle(run_, wanted_, std::move(copy));
  if (outcome && outcome->what == What::refused) {
    outcome->says = place.address + ": " + outcome->says;
  } else if (outcome && !place.verified) {
    outcome->note = "the catalogue has this address as unverified";
  }
  return outcome;
}

}  // namespace

Result<void> fetch_all(const FetchRun& run, const Plan& plan, Downloader& downloader,
                       bool refresh) {
  for (const Wanted& wanted : plan.texts) {
    run.begin(wanted.stem());
    const auto outcome = Errand(run, wanted, downloader, refresh).run();
    if (!outcome) return passed_on(outcome);
    run.report(*outcome);
  }
  return {};
}

}  // namespace pinlex::fetching
