// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "lock_file.hpp"
#include "transport.hpp"

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pinlex::fetching {

/// Where the bytes of a text gather until they are whole. What is there may be from an earlier run.
class Part {
 public:
  virtual ~Part() = default;

  virtual std::uint64_t size() const = 0;
  virtual Validators validators() const = 0;  ///< Of the state that its bytes are of.

  /// Forgets what is there and begins anew.
  virtual Result<void> begin(const Validators& validators) = 0;
  virtual Result<void> add(std::string_view bytes) = 0;
};

/// Time, so that tests need not wait.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual double now() const = 0;  ///< Seconds since 1970.
  virtual void wait(double seconds) = 0;
};

/// How a server is treated.
struct Manners {
  double delay = 2;                      ///< Seconds between two requests to one host.
  std::uint32_t retries = 3;             ///< After the first try, for what may pass.
  double longest_wait = 300;             ///< Seconds; who asks for more is left alone for this run.
  std::uint64_t max_size = 64ull << 20;  ///< Bytes of a text.
};

/// What came of a request for a text.
struct Download {
  enum class Outcome : std::uint8_t { whole, unchanged, failed };
  Outcome outcome = Outcome::failed;
  std::string final_address;
  std::string content_type;
  Validators validators;
  std::string why;  ///< Of a failure, in words.
};

/// Fetches texts, one at a time and so with one connection: follows redirections, resumes what
/// broke off, tries again with growing waits, and heeds what servers ask for. Touches neither disk
/// nor network itself. For one thread.
class Downloader {
 public:
  Downloader(Transport& transport, Clock& clock, const Manners& manners)
      : transport_(transport), clock_(clock), manners_(manners) {}

  /// `known` are the validators of a whole copy: if that is still the text nothing is fetched.
  /// Fails where the part cannot be written.
  Result<Download> fetch(const std::string& address, const Validators& known, Part& part);

 private:
  struct Try;

  Result<Try> try_once(const std::string& address, const Validators& known, Part& part);
  Result<Try> ask(const std::string& address, const Validators& known, Part& part);
  void be_patient(const std::string& host);

  Transport& transport_;
  Clock& clock_;
  Manners manners_;
  std::map<std::string, double> not_before_;       ///< When a host may be asked again.
  std::map<std::string, std::string> left_alone_;  ///< Hosts not asked again in this run, and why.
};

/// The seconds that a field Retry-After asks for, in seconds or as a date; none where it says
/// nothing that is understood. `now` in seconds since 1970.
std::optional<double> retry_after(const std::string& field, double now);

/// "404 (not found)".
std::string status_name(int status);

}  // namespace pinlex::fetching
