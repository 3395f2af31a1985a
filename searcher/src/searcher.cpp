// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/check.hpp"
#include "explain.hpp"
#include "field_terms.hpp"
#include "foreign.hpp"
#include "info.hpp"
#include "library.hpp"
#include "parallels.hpp"
#include "powers.hpp"
#include "refs.hpp"
#include "search.hpp"
#include "show.hpp"

#include <pinlex/searcher/searcher.hpp>

#include <utility>

namespace pinlex {

struct Searcher::Impl {
  std::unique_ptr<Library> library;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::vector<std::filesystem::path>& indexes,
                                std::filesystem::path catalogue) {
  return translated([&]() -> Result<Searcher> {
    auto library = Library::open(indexes, std::move(catalogue));
    if (!library) return passed_on(library);
    return Searcher(std::unique_ptr<Impl>(new Impl{std::move(*library)}));
  });
}

Result<SearchAnswer> Searcher::search(const SearchRequest& request) const {
  return translated([&] { return pinlex::search(*impl_->library, request); });
}

Result<QueryReading> Searcher::explain(const SearchRequest& request) const {
  return translated([&] { return pinlex::explain(*impl_->library, request); });
}

Result<FieldValues> Searcher::values(const std::string& field) const {
  return translated([&] { return values_of(*impl_->library, field); });
}

Result<ShowAnswer> Searcher::show(const ShowRequest& request) const {
  return translated([&] { return pinlex::show(*impl_->library, request); });
}

Result<RefsAnswer> Searcher::refs(const RefsRequest& request) const {
  return translated([&] { return pinlex::refs(*impl_->library, request); });
}

Result<ParallelsAnswer> Searcher::parallels(const ParallelsRequest& request) const {
  return translated([&] { return pinlex::parallels(*impl_->library, request); });
}

Result<PowersAnswer> Searcher::powers(const PowersRequest& request) const {
  return translated([&] { return pinlex::powers(*impl_->library, request); });
}

Result<CheckAnswer> Searcher::check(const CheckRequest& request) const {
  return translated([&] { return pinlex::check(*impl_->library, request); });
}

Result<InfoAnswer> Searcher::info() const {
  return translated([&] { return pinlex::info(*impl_->library); });
}

Result<bool> Searcher::newer() const {
  return translated([&]() -> Result<bool> {
    for (const auto& pool : impl_->library->pools()) {
      const auto live = pool->live_generation();
      if (!live) return passed_on(live);
      if (*live != pool->header().generation) return true;
    }
    return false;
  });
}

}  // namespace pinlex
