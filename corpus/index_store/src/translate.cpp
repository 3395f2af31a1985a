// SPDX-License-Identifier: GPL-2.0-or-later
#include "translate.hpp"

#include <xapian.h>

#include <exception>
#include <new>
#include <string>

namespace pinlex {
namespace {

/// What Xapian says, without the full stop it may end with.
std::string said_by(const Xapian::Error& error) {
  std::string text = error.get_msg();
  if (const char* system = error.get_error_string()) text += std::string(" (") + system + ")";
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

Unexpected damaged(const std::string& place, const Xapian::Error& error) {
  return fail(Code::damaged, place + ": the index is damaged: " + said_by(error),
              "index the texts again into an empty folder");
}

}  // namespace

Unexpected translated(const std::filesystem::path& path) {
  const std::string place = path.string();
  try {
    throw;
  } catch (const Xapian::DatabaseVersionError& error) {
    return fail(Code::wrong_format, place + ": the index is of another format: " + said_by(error),
                "index the texts again into an empty folder");
  } catch (const Xapian::DatabaseCorruptError& error) {
    return damaged(place, error);
  } catch (const Xapian::DatabaseOpeningError& error) {
    return damaged(place, error);
  } catch (const Xapian::DocNotFoundError& error) {
    return damaged(place, error);
  } catch (const Xapian::Error& error) {
    return fail(Code::internal, place + ": " + error.get_type() + ": " + said_by(error));
  } catch (const std::bad_alloc&) {
    return fail(Code::internal, place + ": there is not enough memory");
  } catch (const std::exception& error) {
    return fail(Code::internal, place + ": " + error.what());
  }
}

}  // namespace pinlex
