// SPDX-License-Identifier: GPL-2.0-or-later
#include "download.hpp"

#include "address.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <utility>
#include <vector>

namespace pinlex::fetching {
namespace {

constexpr int most_redirections = 5;
constexpr double first_wait = 1;  ///< Before the second try, where no longer delay is set.

bool is_redirection(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool may_pass(int status) {
  return status == 408 || status == 425 || status == 429 || status == 500 || status == 502 ||
         status == 503 || status == 504;
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// What a field Content-Range says: where the bytes begin, and how many there are in all.
struct ContentRange {
  std::uint64_t first = 0;
  std::optional<std::uint64_t> total;
};

std::optional<ContentRange> content_range(std::string_view field) {
  if (!field.starts_with("bytes ")) return std::nullopt;
  field.remove_prefix(6);
  const std::size_t dash = field.find('-'), slash = field.find('/');
  if (dash == std::string_view::npos || slash == std::string_view::npos) return std::nullopt;
  const auto first = number(field.substr(0, dash));
  if (!first) return std::nullopt;
  return ContentRange{*first, number(field.substr(slash + 1))};
}

/// What a part may be resumed with: a weak tag stands for more than one run of bytes.
std::string resumed_by(const Validators& validators) {
  if (!validators.etag.empty() && !validators.etag.starts_with("W/")) return validators.etag;
  return validators.last_modified;
}

std::vector<std::string> request_fields(const Validators& known, const Part& part) {
  // Compressed answers cannot be resumed by the bytes of the text, and may hide any size.
  std::vector<std::string> fields{"Accept-Encoding: identity"};
  const std::string same = resumed_by(part.validators());
  if (part.size() > 0 && !same.empty()) {
    fields.push_back("Range: bytes=" + std::to_string(part.size()) + "-");
    fields.push_back("If-Range: " + same);
  } else {
    if (!known.etag.empty()) fields.push_back("If-None-Match: " + known.etag);
    if (!known.last_modified.empty()) {
      fields.push_back("If-Modified-Since: " + known.last_modified);
    }
  }
  return fields;
}

std::string megabytes(std::uint64_t bytes) {
  return bytes < (1U << 20) ? std::to_string(bytes) + " bytes"
                            : std::to_string(bytes >> 20) + " MB";
}

/// Puts an answer's bytes into a part; what is no text is dropped.
class PartReceiver : public Receiver {
 public:
  PartReceiver(Part& part, std::uint64_t max_size) : part_(part), max_size_(max_size) {}

  bool head(const AnswerHead& head) override;
  bool body(std::string_view bytes) override;

  AnswerHead answer;
  bool resumes = true;  ///< Whether the answer goes on where the part ends.
  std::string refused;  ///< Why the answer is not taken, or empty.
  Result<void> written;

 private:
  bool refuse(std::string why) {
    refused = std::move(why);
    return false;
  }
  bool begin(Validators validators);

  Part& part_;
  std::uint64_t max_size_;
  std::uint64_t dropped_ = 0;
  bool taken_ = false;
};

bool PartReceiver::begin(Validators validators) {
  written = part_.begin(validators);
  return written.has_value();
}

bool PartReceiver::head(const AnswerHead& head) {
  answer = head;
  if (head.status != 200 && head.status != 206) return true;
  const std::string encoding = head.field("content-encoding");
  if (!encoding.empty() && encoding != "identity") {
    return refuse("answers in the encoding " + encoding + ", which was not asked for");
  }
  std::uint64_t total = number(head.field("content-length")).value_or(0);
  if (head.status == 206) {
    const auto range = content_range(head.field("content-range"));
    resumes = range && range->first == part_.size();
    if (!resumes) return false;
    total = std::max(part_.size() + total, range->total.value_or(0));
  } else if (!begin({head.field("etag"), head.field("last-modified")})) {
    return false;
  }
  if (total > max_size_) {
    return refuse("is larger than " + megabytes(max_size_) + ": " + megabytes(total));
  }
  taken_ = true;
  return true;
}

bool PartReceiver::body(std::string_view bytes) {
  if (!taken_) return (dropped_ += bytes.size()) <= max_size_;
  if (part_.size() + bytes.size() > max_size_) {
    return refuse("is larger than " + megabytes(max_size_));
  }
  written = part_.add(bytes);
  return written.has_value();
}

}  // namespace

/// One try with all its redirections.
struct Downloader::Try {
  Download download;
  bool again = false;          ///< Whether another try may end better.
  std::optional<double> wait;  ///< Seconds that the server asks for before that.
  std::string host;            ///< That answered last.
  std::string leads_to;        ///< Of a redirection.
};

std::string AnswerHead::field(const std::string& name) const {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

std::optional<double> retry_after(const std::string& field, double now) {
  if (const auto seconds = number(field)) return static_cast<double>(*seconds);
  std::tm date{};
  const char* const end = ::strptime(field.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &date);
  if (field.empty() || end == nullptr || *end != '\0') return std::nullopt;
  return std::max(0.0, static_cast<double>(::timegm(&date)) - now);
}

std::string status_name(int status) {
  static constexpr std::array<std::pair<int, std::string_view>, 12> names{
      {{401, "not without a password"},
       {403, "forbidden"},
       {404, "not found"},
       {408, "the request took too long"},
       {410, "gone"},
       {416, "no such range"},
       {429, "too many requests"},
       {451, "not for legal reasons"},
       {500, "an error of the server"},
       {502, "an error behind the server"},
       {503, "not at the moment"},
       {504, "nothing behind the server answers"}}};
  for (const auto& [known, name] : names) {
    if (known == status) return std::to_string(status) + " (" + std::string(name) + ")";
  }
  return std::to_string(status);
}

void Downloader::be_patient(const std::string& host) {
  const auto known = not_before_.find(host);
  if (known == not_before_.end()) return;
  const double left = known->second - clock_.now();
  if (left > 0) clock_.wait(left);
}

/// One request.
Result<Downloader::Try> Downloader::ask(const std::string& address, const Validators& known,
                                        Part& part) {
  Try tried;
  tried.download.final_address = address;
  PartReceiver receiver(part, manners_.max_size);
  const auto end = transport_.get(address, request_fields(known, part), receiver);
  if (!receiver.written) return passed_on(receiver.written);
  const AnswerHead& answer = receiver.answer;
  tried.wait = retry_after(answer.field("retry-after"), clock_.now());
  Download& download = tried.download;
  if (!receiver.refused.empty()) {
    download.why = receiver.refused;
    if (auto emptied = part.begin({}); !emptied) return passed_on(emptied);
  } else if (answer.status == 416 && part.size() > 0 &&
             answer.field("content-range") == "bytes */" + std::to_string(part.size())) {
    // The last run ended between the last byte and what is done with the whole.
    download.outcome = Download::Outcome::whole;
    download.validators = part.validators();
  } else if (!receiver.resumes || answer.status == 416) {
    download.why = "does not go on where the last try broke off";
    tried.again = true;
    if (auto emptied = part.begin({}); !emptied) return passed_on(emptied);
  } else if (is_redirection(answer.status) && !answer.leads_to.empty()) {
    tried.leads_to = answer.leads_to;
  } else if (end.how == TransferEnd::How::broken || end.how == TransferEnd::How::hopeless) {
    download.why = end.why;
    tried.again = end.how == TransferEnd::How::broken;
  } else if (answer.status == 304) {
    download.outcome = Download::Outcome::unchanged;
  } else if (answer.status == 200 || answer.status == 206) {
    download.outcome = Download::Outcome::whole;
    download.content_type = answer.field("content-type");
    download.validators = part.validators();
  } else {
    download.why = "answers " + status_name(answer.status);
    tried.again = may_pass(answer.status);
  }
  return tried;
}

Result<Downloader::Try> Downloader::try_once(const std::string& address, const Validators& known,
                                             Part& part) {
  Try tried;
  tried.leads_to = address;
  auto at = read_address(address);
  for (int redirections = 0; at; ++redirections) {
    if (const auto alone = left_alone_.find(at->host); alone != left_alone_.end()) {
      tried.download.why = alone->second;
      return tried;
    }
    be_patient(at->host);
    auto one = ask(tried.leads_to, known, part);
    if (!one) return passed_on(one);
    not_before_[at->host] = clock_.now() + manners_.delay;
    tried = std::move(*one);
    tried.host = at->host;
    if (tried.leads_to.empty()) return tried;
    if (redirections == most_redirections) {
      tried.download.why = "leads from address to address, more than " +
                           std::to_string(most_redirections) + " times";
      return tried;
    }
    at = read_redirection(*at, tried.leads_to);
  }
  tried.download.why = at.error().message;
  return tried;
}

Result<Download> Downloader::fetch(const std::string& address, const Validators& known,
                                   Part& part) {
  double pause = std::max(first_wait, manners_.delay);
  if (manners_.delay == 0) pause = 0;
  for (std::uint32_t tries = 0;; ++tries, pause *= 2) {
    auto tried = try_once(address, known, part);
    if (!tried) return passed_on(tried);
    Download& download = tried->download;
    if (download.outcome != Download::Outcome::failed || !tried->again) return download;
    const double wait = tried->wait.value_or(pause);
    if (wait > manners_.longest_wait) {
      download.why += ", and asks to wait " + std::to_string(std::llround(wait)) + " seconds";
      left_alone_[tried->host] = tried->host + " asked to be left alone for longer";
      return download;
    }
    if (tries == manners_.retries) {
      if (tries > 0) download.why += ", " + std::to_string(tries + 1) + " times";
      return download;
    }
    if (wait > 0) clock_.wait(wait);
  }
}

}  // namespace pinlex::fetching
