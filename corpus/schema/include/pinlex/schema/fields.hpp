// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pinlex {

/// The fields of the index. Prefixes and slots appear here and nowhere else.
enum class Field : std::uint8_t {
  text,     ///< Stems of the passage, its headings weighted in.
  heading,  ///< Stems of the passage's own heading.
  instrument,
  kind,
  edition,
  language,
  article,        ///< Number of the basic unit.
  id,             ///< instrument#eId of the passage, without version.
  group,          ///< instrument#eId of each grouping above.
  version,        ///< "coe-185@en"; on passages and on the version's own record.
  root,           ///< Where a run found the file.
  record,         ///< "passage" or "version".
  about,          ///< Provisions a commentary speaks of.
  date,           ///< When the text speaks or was made: day, month or year.
  run,            ///< Two or three frequent stems side by side; see FrequentStems.
  cites,          ///< Provisions the passage refers to, what they lie in, and their instruments.
  legal_concept,  ///< Concepts of the thesaurus named in terms of law, headings weighted in.
  lay_concept,    ///< The same in words of lay people.
  power,          ///< Powers that a provision of the passage gives or lays on somebody.
  safeguard,      ///< Safeguards and thresholds that one states.
  order,          ///< Value: the key that breaks ties.
  stored,         ///< Value: the record itself, compressed.
};

/// A row of the table.
struct FieldInfo {
  Field field;
  std::string_view name;         ///< As typed in a query; empty where users cannot ask for it.
  std::string_view prefix;       ///< Of its terms; meaningless for values.
  std::int32_t slot;             ///< Value slot, or -1.
  std::string_view description;  ///< One line, for `pinlex fields` and the manual.
  std::string_view example;
};

/// The one table that feeds the writer, the query parser, `pinlex fields` and the manual.
const std::array<FieldInfo, 22>& fields();
const FieldInfo& info(Field field);
/// The field users ask for by that name.
std::optional<Field> field_named(std::string_view name);

/// The index term of a value in a field: prefix and value, hashed past what a term may hold.
/// Values are compared without regard to ASCII case (they are stored in lower case). Words of the
/// text go through it too: a stem may be longer than a term.
std::string term_of(Field field, std::string_view value);

}  // namespace pinlex
