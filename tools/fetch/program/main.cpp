// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.hpp"
#include "curl_transport.hpp"
#include "fetch.hpp"
#include "progress.hpp"

#include <pinlex/base/data_dir.hpp>
#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iomanip>
#include <iostream>
#include <system_error>
#include <thread>

namespace {

namespace fs = std::filesystem;
using namespace pinlex;
using namespace pinlex::fetching;

int print_error(const Error& error) {
  std::cerr << "pinlex-fetch: " << printable(error.message) << "\n";
  if (!error.hint.empty()) std::cerr << "  hint: " << printable(error.hint) << "\n";
  return static_cast<int>(error.code);
}

class SystemClock : public Clock {
 public:
  double now() const override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since).count();
  }
  void wait(double seconds) override {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  }
};

Result<Catalogue> load_catalogue(const FetchCommand& command) {
  const char* const data = std::getenv("PINLEX_DATA");
  const auto folder = data_dir(data == nullptr ? "" : data);
  if (!folder) return passed_on(folder);
  std::vector<fs::path> places{*folder / "catalogue"};
  places.insert(places.end(), command.catalogues.begin(), command.catalogues.end());
  return read_catalogue(places);
}

/// Prints what becomes of each text, and counts it.
class Report {
 public:
  explicit Report(bool quiet) : quiet_(quiet), progress_(!quiet) {}

  FetchProgress& progress() { return progress_; }

  void add(const FetchOutcome& outcome) {
    progress_.wipe();
    const bool refused = outcome.what == FetchOutcome::What::refused;
    ++counts_[static_cast<std::size_t>(outcome.what)];
    if (quiet_ && !refused) return;
    std::ostream& out = refused ? std::cerr : std::cout;
    out << printable(outcome.name) << ": " << printable(outcome.says) << "\n";
    if (!outcome.note.empty()) out << "  note: " << printable(outcome.note) << "\n";
    out << std::flush;
  }

  /// The figures, a line each, and the exit status.
  int finish(const fs::path& folder, bool any_without) {
    progress_.wipe();
    if (!quiet_) {
      constexpr std::array<const char*, 4> names{"fetched", "changed", "unchanged", "refused"};
      for (std::size_t i = 0; i < names.size(); ++i) {
        std::cout << names[i] << ": " << counts_[i] << "\n";
      }
      if (counts_[0] + counts_[1] + counts_[2] > 0) {
        std::cout << "next: pinlex-index INDEX " << printable(folder.string()) << "\n";
      }
    }
    const bool all = counts_[static_cast<std::size_t>(FetchOutcome::What::refused)] == 0;
    return all && !any_without ? 0 : static_cast<int>(Code::inputs_refused);
  }

 private:
  bool quiet_;
  FetchProgress progress_;
  std::array<std::size_t, 4> counts_{};
};

int list(const Plan& plan, bool quiet) {
  std::size_t widest = 0, places = 0, unverified = 0;
  for (const Wanted& text : plan.texts) widest = std::max(widest, text.stem().size());
  for (const Wanted& text : plan.texts) {
    for (const PublishedText& place : text.places) {
      ++places;
      unverified += place.verified ? 0 : 1;
      std::cout << std::left << std::setw(static_cast<int>(widest)) << text.stem() << "  "
                << std::setw(11) << name(place.edition) << "  " << std::setw(4) << place.format
                << "  " << std::setw(10) << (place.verified ? "verified" : "unverified") << "  "
                << printable(place.address) << "\n";
    }
  }
  if (unverified > 0 && !quiet) {
    std::cerr << unverified << " of " << places
              << " addresses are unverified: nobody has yet fetched these texts from there\n";
  }
  return 0;
}

int take_from(const FetchCommand& command, const FetchRun& run, Report& report) {
  std::error_code different;
  if (fs::equivalent(command.from, command.folder, different)) {
    return print_error({Code::usage, "--from must name another folder than FOLDER", {}});
  }
  if (auto taken = take_saved(run, command.from); !taken) return print_error(taken.error());
  return report.finish(command.folder, false);
}

int fetch(const FetchCommand& command, const Plan& plan, const FetchRun& run, Report& report) {
  TransferLimits limits;
  limits.user_agent = "pinlex-fetch/" PINLEX_VERSION;
  if (!command.contact.empty()) limits.user_agent += " (+" + command.contact + ")";
  limits.rate = command.rate;
  limits.timeout = command.timeout;
  limits.progress = [&report](std::uint64_t done, std::uint64_t all) {
    report.progress().show(done, all);
  };
  CurlTransport transport(std::move(limits));
  Downloader downloader(transport, run.clock, command.manners);
  for (const std::string& one : plan.without) std::cerr << printable(one) << "\n";
  const auto fetched = fetch_all(run, plan, downloader, command.refresh);
  report.progress().wipe();
  if (!fetched) return print_error(fetched.error());
  return report.finish(command.folder, !plan.without.empty());
}

int run(int count, char** arguments) {
  const auto command = read_fetch_command(count, arguments);
  if (!command) return print_error(command.error());
  if (!command->answer.empty()) {
    std::cout << command->answer;
    return 0;
  }
  const auto catalogue = load_catalogue(*command);
  if (!catalogue) return print_error(catalogue.error());
  Plan plan;
  if (command->from.empty()) {
    auto made = make_plan(*catalogue, command->selection);
    if (!made) return print_error(made.error());
    plan = std::move(*made);
  }
  if (command->list) return list(plan, command->quiet);
  auto folder = Folder::open(command->folder);
  if (!folder) return print_error(folder.error());
  SystemClock clock;
  Report report(command->quiet);
  const FetchRun todo{*folder, *catalogue, clock,
                      [&report](const std::string& stem) { report.progress().begin(stem); },
                      [&report](const FetchOutcome& outcome) { report.add(outcome); }};
  if (!command->from.empty()) return take_from(*command, todo, report);
  return fetch(*command, plan, todo, report);
}

}  // namespace

int main(int count, char** arguments) {
  // A server that hangs up, or a file past the quota, is an error to be told.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    return print_error({Code::internal, error.what(), {}});
  }
}
