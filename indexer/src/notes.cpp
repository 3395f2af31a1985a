// SPDX-License-Identifier: GPL-2.0-or-later
#include "notes.hpp"

#include "outcome_json.hpp"

#include <pinlex/base/sha256.hpp>

#include <cstdint>
#include <vector>

namespace pinlex {
namespace {

using Json = nlohmann::ordered_json;

/// Counts up with every change to what readers, structure or classes of provisions make of a file.
constexpr std::string_view reader_version = "5";

Json json_of(const Instrument& instrument) {
  return {instrument.id,     name(instrument.kind), instrument.titles,  instrument.names,
          instrument.series, instrument.parent,     instrument.adopted, instrument.articles};
}

}  // namespace

Notes::Notes(std::string_view bytes, const std::string& reading) : reading_(reading) {
  const Json json = Json::from_cbor(bytes.begin(), bytes.end(), true, false);
  if (!json.is_object() || json.value("reading", "") != reading) return;
  try {
    for (const Json& file : json.at("files")) {
      add(file.at("root"), file.at("path"),
          {file.at("declared"), outcome_from(file.at("outcome"))});
    }
  } catch (const Json::exception&) {
    files_.clear();
  }
}

std::string Notes::encode() const {
  Json json{{"reading", reading_}, {"files", Json::array()}};
  for (const auto& [place, note] : files_) {
    json["files"].push_back({{"root", place.first},
                             {"path", place.second},
                             {"declared", note.declared},
                             {"outcome", json_of(note.outcome)}});
  }
  const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
  return {bytes.begin(), bytes.end()};
}

void Notes::add(const std::string& root, const std::string& relative, FileNote note) {
  note.outcome.change = FileChange::unknown;  // Against an older generation: of no use later.
  files_[{root, relative}] = std::move(note);
}

const FileNote* Notes::find(const std::string& root, const std::string& relative) const {
  const auto found = files_.find({root, relative});
  return found == files_.end() ? nullptr : &found->second;
}

std::string reading_recipe(const Catalogue& catalogue) {
  Json all = Json::array();
  for (const auto& [id, instrument] : catalogue.instruments()) all.push_back(json_of(instrument));
  const std::vector<std::uint8_t> bytes = Json::to_cbor(all);
  return std::string(reader_version) + " " +
         sha256_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string fingerprint(const Metadata& declared) {
  const Json json{declared.instrument, declared.kind,      declared.language, declared.edition,
                  declared.title,      declared.address,   declared.author,   declared.published,
                  declared.as_of,      declared.retrieved, declared.about, declared.fields};
  const std::vector<std::uint8_t> bytes = Json::to_cbor(json);
  return sha256_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace pinlex
