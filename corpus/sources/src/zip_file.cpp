// SPDX-License-Identifier: GPL-2.0-or-later
#include "zip_file.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t most_members = 10'000;
constexpr std::size_t largest_member = 64u << 20;
constexpr std::size_t largest_together = 128u << 20;

struct Closing {
  void operator()(archive* open) const { ::archive_read_free(open); }
};
using Archive = std::unique_ptr<archive, Closing>;

Unexpected damaged(archive* open) {
  const char* why = ::archive_error_string(open);
  return fail(Code::inputs_refused, std::string("1: the zip archive is damaged: ") +
                                        (why != nullptr ? why : "no reason"));
}

Unexpected too_large() {
  return fail(Code::inputs_refused, "1: the zip archive unpacks to more than is read");
}

/// The rest of the member at hand, of at most `room` bytes.
Result<std::string> read_member(archive* open, std::size_t room) {
  std::string content;
  for (;;) {
    const void* part = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    const int found = ::archive_read_data_block(open, &part, &length, &offset);
    if (found == ARCHIVE_EOF) return content;
    if (found != ARCHIVE_OK) return damaged(open);
    if (length > room - content.size()) return too_large();
    content.append(static_cast<const char*>(part), length);
  }
}

}  // namespace

Result<std::map<std::string, std::string>> read_zip(std::string_view bytes,
                                                    bool (*wanted)(std::string_view name)) {
  const Archive open(::archive_read_new());
  ::archive_read_support_format_zip(open.get());
  if (::archive_read_open_memory(open.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    return damaged(open.get());
  }
  std::map<std::string, std::string> members;
  std::size_t together = 0;
  for (std::size_t count = 0;; ++count) {
    archive_entry* entry = nullptr;
    const int found = ::archive_read_next_header(open.get(), &entry);
    if (found == ARCHIVE_EOF) return members;
    if (found != ARCHIVE_OK && found != ARCHIVE_WARN) return damaged(open.get());
    if (count == most_members) return too_large();
    const char* name = ::archive_entry_pathname(entry);
    if (name == nullptr || !wanted(name)) continue;
    if (::archive_entry_is_data_encrypted(entry) == 1) {
      return fail(Code::inputs_refused, "1: the file is encrypted", "save it without a password");
    }
    const std::size_t room = std::min(largest_member, largest_together - together);
    auto content = read_member(open.get(), room);
    if (!content) return passed_on(content);
    together += content->size();
    members.insert_or_assign(name, std::move(*content));
  }
}

}  // namespace pinlex
