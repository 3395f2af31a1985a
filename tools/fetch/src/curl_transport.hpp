// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "transport.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace pinlex::fetching {

/// How bytes may come.
struct TransferLimits {
  std::string user_agent;
  std::uint64_t rate = 0;      ///< Bytes a second at most; 0: no limit.
  std::uint32_t timeout = 30;  ///< Seconds to connect, and in which next to nothing comes.
  /// Called as bytes come: those of this answer, and all that were said (0 where they were not).
  std::function<void(std::uint64_t, std::uint64_t)> progress;
};

/// Transport over libcurl: one connection, kept for the next request to the same host; certificates
/// are checked, and nothing but https, or http to this machine, is spoken.
class CurlTransport : public Transport {
 public:
  explicit CurlTransport(TransferLimits limits);
  ~CurlTransport() override;
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;

  TransferEnd get(const std::string& address, const std::vector<std::string>& fields,
                  Receiver& receiver) override;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  TransferLimits limits_;
};

}  // namespace pinlex::fetching
