// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "json.hpp"
#include "tools.hpp"

#include <pinlex/searcher/live_searcher.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace pinlex {

/// A server of the Model Context Protocol: messages of JSON-RPC 2.0 in, answers out. It keeps
/// nothing of a client but the revision agreed on. For one thread at a time.
class McpServer {
 public:
  McpServer(LiveSearcher searcher, std::string version)
      : searcher_(std::move(searcher)), version_(std::move(version)) {}

  /// The line that answers a line, without its end; nothing for what takes no answer.
  std::optional<std::string> answer(std::string_view line);

  /// The answer to a line that is longer than a message may be.
  static std::string too_long();

 private:
  std::optional<Json> answer_message(const Json& message, bool in_batch);
  std::optional<Json> answer_batch(const Json& batch);
  Json answer_request(const Json& request, bool in_batch);
  Json initialize(const Json& id, const Json& params);
  Json call(const Json& id, const Json& params);
  Json resources(const Json& id, const std::string& method, const Json& params);

  LiveSearcher searcher_;
  std::string version_;
  std::optional<McpRevision> revision_;
};

}  // namespace pinlex
