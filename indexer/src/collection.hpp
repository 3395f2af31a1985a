// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/passage.hpp>
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

/// Root and path of a file, as people name it.
std::string file_of(const Source& source);

/// What one file holds of one version.
struct Part {
  Version version;  ///< Without provisions and pieces; `source` is the file.
  std::vector<OutlineEntry> outline;
  std::vector<Passage> passages;

  std::string id() const;    ///< "coe-185@en".
  std::string file() const;  ///< file_of() its source.
};

/// The part that a version read from one file makes.
Part part_of(Version version);

/// A record and its passages, as they were or will be stored.
struct StoredText {
  VersionRecord record;
  std::vector<PassageRecord> passages;
};

/// The path that names the instrument of a version, with the root: two of them cannot name the
/// same one. Empty where the catalogue or a declaration names it.
std::string naming_path(const Version& version, const Catalogue& catalogue);

/// How many basic units there are outside annexes.
std::uint32_t count_articles(const std::vector<OutlineEntry>& outline);

/// Records of passages from all over a collection, and the size of all of them, estimated.
struct RecordSample {
  std::vector<std::string> records;
  std::uint64_t total = 0;
};

/// All texts of the next generation. Where two files hold the same version they complete each
/// other, or the later one is refused.
class Collection {
 public:
  /// What became of a part.
  struct Admission {
    std::string duplicate_of;  ///< The file that holds all of it already, or empty.
    std::string refused;       ///< Why it was not taken, or empty.
    std::uint32_t offset = 0;  ///< Byte of the source that the refusal is about.
    bool whole = false;        ///< All its passages were taken.
  };

  /// Offers a part. `named_by` is its naming_path(): texts named so never complete each other.
  Admission admit(Part part, const std::string& named_by);

  /// Takes a part in, without its passages that are there already.
  void keep(Part part, const std::string& named_by);

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
  struct Place {
    std::size_t part = 0;
    std::size_t passage = 0;
  };
  struct Text {
    std::vector<Part> parts;
    std::unordered_map<std::string, Place> places;  ///< Passages by eId and part.
  };

  static std::optional<Place> find(const Text& text, const Passage& passage);
  void add(Part part, const std::string& named_by);

  std::map<std::string, Text> texts_;
  std::unordered_map<std::string, std::pair<std::string, std::string>> names_;
};

}  // namespace pinlex
