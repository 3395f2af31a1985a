// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "aside.hpp"
#include "packed_part.hpp"
#include "part.hpp"

#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// A record and its passages, as they were or will be stored.
struct StoredText {
  VersionRecord record;
  std::vector<PassageRecord> passages;
};

/// Records of passages from all over a collection, and the size of all of them, estimated.
struct RecordSample {
  std::vector<std::string> records;
  std::uint64_t total = 0;
};

/// All texts of the next generation. Where two files hold the same version they complete each
/// other, or the later one is the same text again, or it is refused.
class Collection {
 public:
  /// What became of a part.
  struct Admission {
    std::string duplicate_of;  ///< The file that holds all of it already, or empty.
    std::string refused;       ///< Why it was not taken, or empty.
    std::uint32_t offset = 0;  ///< Byte of the source that the refusal is about.
    bool whole = false;        ///< All its passages were taken.
  };

  explicit Collection(Aside aside = Aside()) : aside_(std::move(aside)) {}

  /// Where the texts are, and what else is made of them may be.
  Aside& aside() { return aside_; }

  /// Puts the bytes of a part aside, to be offered later.
  void put_aside(PackedPart& part) { part.place = aside_.put(std::exchange(part.bytes, {})); }

  /// Offers a part.
  Admission admit(PackedPart part);

  /// Takes a part in, without its passages that are there already.
  void keep(PackedPart part);

  bool empty() const { return texts_.empty(); }

  std::uint64_t versions() const { return texts_.size(); }
  std::uint64_t passages() const;

  /// Ids of the versions, ascending by instrument in reading order.
  std::vector<std::vector<std::string>> by_instrument() const;

  /// About what the records of these versions take, bytes, list by list.
  std::vector<std::uint64_t> sizes(const std::vector<std::vector<std::string>>& ids) const;

  /// Records at even distances, of about `bytes` in all.
  RecordSample sample(std::uint64_t bytes) const;

  /// The language of a version that is there.
  const std::string& language(const std::string& id) const;

  /// The whole of a version; it is taken out of the collection. Sources, outline and passages are
  /// in reading order, whatever the order of admission.
  StoredText take(const std::string& id);

  /// Basic units of a version with all its parts; none where it is not here.
  std::optional<std::uint32_t> articles(const std::string& id) const;

 private:
  /// A passage of a version: which part holds it, and where.
  struct Place {
    std::size_t part = 0;
    PackedPassage passage;
  };
  using Places = std::unordered_map<std::string, Place>;  ///< By eId and part.

  std::string bytes_of(const PackedPart& part) const;
  std::vector<Part> parts_of(const std::string& id) const;
  Passage passage_at(const std::string& id, const Place& place) const;
  Places& places_of(const std::string& id);
  void place(const PackedPart& part, std::size_t number, Places& places);
  void add(PackedPart part);

  Aside aside_;
  std::map<std::string, std::vector<PackedPart>> texts_;
  std::map<std::string, Places> places_;  ///< Of versions that more than one file was offered for.
  std::size_t placed_ = 0;                ///< Passages in them.
  std::unordered_map<std::string, std::pair<std::string, std::string>> names_;
};

}  // namespace pinlex
