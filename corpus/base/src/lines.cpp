// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/lines.hpp>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace pinlex {
namespace {

constexpr std::size_t block = 1U << 16;

}  // namespace

Result<bool> LineReader::fill() {
  buffer_.resize(block);
  used_ = 0;
  while (true) {
    const auto count = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      buffer_.clear();
      return fail(Code::inputs_refused,
                  std::string("the input cannot be read: ") + std::strerror(errno));
    }
    buffer_.resize(static_cast<std::size_t>(count));
    return count > 0;
  }
}

Result<LineReader::Found> LineReader::next() {
  line_.clear();
  if (line_.capacity() > block) line_.shrink_to_fit();
  bool any = false, too_long = false;
  while (true) {
    if (used_ == buffer_.size()) {
      const auto more = fill();
      if (!more) return passed_on(more);
      if (!*more && !any) return Found::end;
      if (!*more) break;
    }
    any = true;
    const std::string_view rest = std::string_view(buffer_).substr(used_);
    const auto end = rest.find('\n');
    const std::string_view part = rest.substr(0, end);
    used_ += std::min(part.size() + 1, rest.size());
    // One byte more may be the "\r" of the line's end.
    too_long = too_long || line_.size() + part.size() > longest_ + 1;
    if (too_long) {
      line_.clear();
    } else {
      line_ += part;
    }
    if (end != std::string_view::npos) break;
  }
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  if (line_.size() > longest_) too_long = true;
  return too_long ? Found::too_long : Found::line;
}

Result<bool> write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return false;
    if (written < 0) {
      return fail(Code::internal,
                  std::string("the answer could not be written: ") + std::strerror(errno));
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace pinlex
