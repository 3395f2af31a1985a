// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex::fetching {

/// The head of an answer.
struct AnswerHead {
  int status = 0;
  std::map<std::string, std::string> fields;  ///< By name in lower case; the last of a name.
  std::string leads_to;                       ///< Of a redirection, the whole address; else empty.

  /// The value of a field, or nothing.
  std::string field(const std::string& name) const;
};

/// Takes an answer as it comes. A `false` ends the transfer.
class Receiver {
 public:
  virtual ~Receiver() = default;
  virtual bool head(const AnswerHead& head) = 0;
  virtual bool body(std::string_view bytes) = 0;
};

/// How a transfer ended.
struct TransferEnd {
  enum class How : std::uint8_t {
    whole,
    cut_off,  ///< By the receiver.
    broken,   ///< May be tried again: no connection, a stall, fewer bytes than were said.
    hopeless  ///< Trying again changes nothing: no such host's certificate, a wrong protocol.
  };
  How how = How::whole;
  std::string why;
};

/// Asks a server for something, once, following nowhere. The narrow place where the network is.
class Transport {
 public:
  virtual ~Transport() = default;

  /// `fields` are whole lines of the request's head. Blocks until the answer has ended.
  virtual TransferEnd get(const std::string& address, const std::vector<std::string>& fields,
                          Receiver& receiver) = 0;
};

}  // namespace pinlex::fetching
