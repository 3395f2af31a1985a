// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <xapian.h>

#include <exception>
#include <new>
#include <string>

namespace pinlex {

/// The one place where exceptions of the libraries below become errors. `task` returns a Result.
/// That memory ran out stays an exception: an error would need some.
template <typename Task>
auto translated(Task&& task) -> decltype(task()) {
  try {
    return task();
  } catch (const Xapian::DatabaseError& error) {
    return fail(Code::damaged, "the index cannot be read: " + error.get_description(),
                "build it again with pinlex-index --rebuild");
  } catch (const Xapian::Error& error) {
    return fail(Code::internal, "the search failed: " + error.get_description());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return fail(Code::internal, std::string("the search failed: ") + error.what());
  }
}

}  // namespace pinlex
