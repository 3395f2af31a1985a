// SPDX-License-Identifier: GPL-2.0-or-later
#include "curl_transport.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>
#include <new>
#include <utility>

namespace pinlex::fetching {
namespace {

/// Less than that in a second is a stall.
constexpr long stalled_rate = 100;
/// A text that takes longer does not come.
constexpr long longest_transfer = 3600;
constexpr std::size_t longest_head = 256 << 10;

/// libcurl is made ready once, before there are threads.
void start_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::bad_alloc();
}

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

/// A whole address from one that may be relative to another; empty where it is none.
std::string resolved(const std::string& base, const std::string& location) {
  const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
  char* whole = nullptr;
  if (!url || curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, location.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0) != CURLUE_OK ||
      curl_url_get(url.get(), CURLUPART_URL, &whole, 0) != CURLUE_OK) {
    return {};
  }
  std::string out(whole);
  curl_free(whole);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) {
    text.remove_prefix(1);
  }
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) {
    text.remove_suffix(1);
  }
  return text;
}

/// One transfer under way.
struct Transfer {
  CURL* curl = nullptr;
  std::string address;
  Receiver& receiver;
  const TransferLimits& limits;
  AnswerHead head;
  std::size_t head_bytes = 0;
  bool head_given = false;
  bool cut_off = false;
  std::exception_ptr thrown;  ///< By the receiver: exceptions must not pass through libcurl.

  template <typename Action>
  std::size_t guarded(std::size_t size, Action action) {
    try {
      if (action()) return size;
      cut_off = true;
    } catch (...) {
      thrown = std::current_exception();
    }
    return size + 1;  // Anything but `size` ends the transfer.
  }

  bool give_head() {
    head_given = true;
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    head.status = static_cast<int>(status);
    const std::string location = head.field("location");
    if (!location.empty()) head.leads_to = resolved(address, location);
    return receiver.head(head);
  }

  void take_line(std::string_view line) {
    if (line.starts_with("HTTP/")) head.fields.clear();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    head.fields[name] = trimmed(line.substr(colon + 1));
  }
};

std::size_t on_head(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  return transfer.guarded(size, [&] {
    transfer.head_bytes += size;
    if (!transfer.head_given) transfer.take_line({data, size});
    return transfer.head_bytes <= longest_head;
  });
}

std::size_t on_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  return transfer.guarded(size, [&] {
    if (!transfer.head_given && !transfer.give_head()) return false;
    return transfer.receiver.body({data, size});
  });
}

int on_progress(void* user, curl_off_t all, curl_off_t done, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.limits.progress) {
    transfer.limits.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(all));
  }
  return 0;
}

bool is_hopeless(CURLcode code) {
  constexpr std::array<CURLcode, 8> codes{CURLE_UNSUPPORTED_PROTOCOL,     CURLE_URL_MALFORMAT,
                                          CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
                                          CURLE_SSL_ISSUER_ERROR,         CURLE_SSL_CERTPROBLEM,
                                          CURLE_TOO_MANY_REDIRECTS,       CURLE_WEIRD_SERVER_REPLY};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string in_words(CURLcode code, const char* details) {
  std::string detail = *details != '\0' ? details : curl_easy_strerror(code);
  switch (static_cast<int>(code)) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "there is no such host, or no network (" + detail + ")";
    case CURLE_COULDNT_CONNECT:
      return "does not let itself be connected to (" + detail + ")";
    case CURLE_OPERATION_TIMEDOUT:
      return "takes too long (" + detail + ")";
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
      return "broke off (" + detail + ")";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "does not prove who it is (" + detail + ")";
  }
  return "cannot be fetched (" + detail + ")";
}

}  // namespace

struct CurlTransport::Handle {
  CURL* curl = curl_easy_init();
  ~Handle() { curl_easy_cleanup(curl); }
};

CurlTransport::CurlTransport(TransferLimits limits) : limits_(std::move(limits)) {
  start_curl();
  handle_ = std::make_unique<Handle>();
  if (handle_->curl == nullptr) throw std::bad_alloc();
  CURL* const curl = handle_->curl;
  curl_easy_setopt(curl, CURLOPT_USERAGENT, limits_.user_agent.c_str());
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXCONNECTS, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits_.timeout));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, stalled_rate);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits_.timeout));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, longest_transfer);
  curl_easy_setopt(curl, CURLOPT_MAX_RECV_SPEED_LARGE, static_cast<curl_off_t>(limits_.rate));
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_head);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

CurlTransport::~CurlTransport() = default;

TransferEnd CurlTransport::get(const std::string& address, const std::vector<std::string>& fields,
                               Receiver& receiver) {
  CURL* const curl = handle_->curl;
  Transfer transfer{curl, address, receiver, limits_, {}, 0, false, false, {}};
  std::array<char, CURL_ERROR_SIZE> details{};
  curl_slist* list = nullptr;
  for (const std::string& field : fields) list = curl_slist_append(list, field.c_str());
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  // Whoever calls has read the address: over http there is this machine alone.
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, address.starts_with("http:") ? "http" : "https");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, details.data());
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
  const CURLcode code = curl_easy_perform(curl);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, nullptr);
  curl_slist_free_all(list);
  if (transfer.thrown) std::rethrow_exception(transfer.thrown);
  if (transfer.cut_off) return {TransferEnd::How::cut_off, {}};
  if (code != CURLE_OK) {
    return {is_hopeless(code) ? TransferEnd::How::hopeless : TransferEnd::How::broken,
            in_words(code, details.data())};
  }
  // An answer without a body.
  if (!transfer.head_given && !transfer.give_head()) return {TransferEnd::How::cut_off, {}};
  return {};
}

}  // namespace pinlex::fetching
