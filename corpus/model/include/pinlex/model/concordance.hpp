// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a provision is to another one that does the same job.
enum class ParallelRelation : std::uint8_t {
  same,
  narrower,  ///< It covers a part of what the other covers.
  broader,
};

/// "same", "narrower", "broader".
std::string_view name(ParallelRelation relation);
std::optional<ParallelRelation> parallel_relation_from(std::string_view name);

/// A provision of another instrument beside the one asked for.
struct CuratedParallel {
  std::string id;  ///< "coe-185#art_21".
  std::string of;  ///< The provision it stands beside: the one asked for, what that lies in,
                   ///< or a part of it.
  ParallelRelation relation = ParallelRelation::same;  ///< What `id` is to `of`.
};

/// Which provisions of two instruments do the same job, as people have written it down. Read-only
/// after loading; safe for concurrent reads.
class Concordance {
 public:
  /// Adds the lines of a text, each `a TAB b TAB relation`: a is the same as, narrower or broader
  /// than b. Empty lines and those that begin with '#' are passed over. Errors (Code::usage) name
  /// file and line; nothing is added then.
  Result<void> add_tsv(std::string_view tsv, const std::string& file);

  /// What stands beside a provision, beside what it lies in or a part of it, in canonical order.
  std::vector<CuratedParallel> beside(std::string_view instrument, std::string_view eid) const;

 private:
  /// By instrument; each line stands under both of its own.
  std::map<std::string, std::vector<CuratedParallel>, std::less<>> of_;
};

}  // namespace pinlex
