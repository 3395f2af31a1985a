// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/check.hpp>
#include <pinlex/searcher/info.hpp>
#include <pinlex/searcher/parallels.hpp>
#include <pinlex/searcher/powers.hpp>
#include <pinlex/searcher/reading.hpp>
#include <pinlex/searcher/refs.hpp>
#include <pinlex/searcher/search.hpp>
#include <pinlex/searcher/show.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pinlex {

/// An immutable snapshot of one or more indexes: what is published later is not seen. Moves
/// cheaply. All members are safe to call from many threads at once. Never prints, exits or reads
/// the environment.
class Searcher {
 public:
  /// Opens the live generation of each index; errors as IndexReader::open, naming the index.
  /// `catalogue` is the file with the instruments people may cite, or a folder of such files, and
  /// of concordances (see Concordance); it is read when first needed.
  static Result<Searcher> open(const std::vector<std::filesystem::path>& indexes,
                               std::filesystem::path catalogue = {});

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Code::query where the query is not understood (message with caret), Code::usage for a filter
  /// value that no text has. No match is a success with no hits.
  Result<SearchAnswer> search(const SearchRequest& request) const;

  /// How search() reads a request; fails as it does.
  Result<QueryReading> explain(const SearchRequest& request) const;

  /// The values of a field; Code::usage where there is no such field, or it has none.
  Result<FieldValues> values(const std::string& field) const;

  /// Code::query where the citation is not understood; Code::nothing_found where the index has no
  /// text of the instrument.
  Result<ShowAnswer> show(const ShowRequest& request) const;

  /// What a provision refers to, and what refers to it. Errors as show(), but an instrument without
  /// a text here may be cited all the same. No reference is a success with empty lists.
  Result<RefsAnswer> refs(const RefsRequest& request) const;

  /// Provisions of other instruments that do the same job. Errors as show(); Code::query where more
  /// than one provision is named or a whole instrument is, and what the concordance knows of an
  /// instrument without a text here is found all the same.
  Result<ParallelsAnswer> parallels(const ParallelsRequest& request) const;

  /// Which powers the instruments give, where, and what those are subject to. Code::usage for an
  /// instrument, power, language or edition that no text here has. No power is a success with no
  /// instruments.
  Result<PowersAnswer> powers(const PowersRequest& request) const;

  /// Says of the quotations and citations of a text whether they stand. Code::inputs_refused where
  /// the text is past the limits of check.hpp, not UTF-8, or has NUL bytes; the place is named.
  Result<CheckAnswer> check(const CheckRequest& request) const;

  Result<InfoAnswer> info() const;

  /// Whether a newer generation of any of the indexes has been published.
  Result<bool> newer() const;

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
