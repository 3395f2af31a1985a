// SPDX-License-Identifier: GPL-2.0-or-later
#include "data_tree.hpp"
#include "heading_words.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/records.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace pinlex {
namespace {

constexpr std::string_view own_schema = "pinlex.text/1";
constexpr std::size_t max_provisions = 200'000;  // Of a text.

/// Fields with words may lie in a member for each language.
constexpr std::array<std::string_view, 4> fields_by_language{"title", "number", "heading", "text"};
/// `texts` and `provisions` lead to lists, `unit` is said of all provisions that say no `level`.
constexpr std::array<std::string_view, 5> other_fields{"texts", "provisions", "unit", "level",
                                                       "about"};

struct Unit {
  std::string_view level;
  Level means;
  std::string_view name;  ///< In an eId.
};

constexpr std::array<Unit, 12> units{{
    {"preamble", Level::preamble, "preamble"},
    {"annex", Level::annex, "annex"},
    {"part", Level::part, "part"},
    {"title", Level::title, "title"},
    {"chapter", Level::chapter, "chp"},
    {"section", Level::section, "sec"},
    {"heading", Level::heading, ""},
    {"article", Level::article, "art"},
    {"paragraph", Level::paragraph, "para"},
    {"point", Level::point, "point"},
    {"recital", Level::paragraph, "rec"},
    {"conclusions", Level::conclusions, "conclusions"},
}};

const Unit* find_unit(std::string_view level) {
  const auto* row = std::find_if(units.begin(), units.end(),
                                 [&](const Unit& unit) { return unit.level == level; });
  return row == units.end() ? nullptr : row;
}

std::string unit_levels() {
  std::string out;
  for (const Unit& unit : units) out += (out.empty() ? "" : ", ") + std::string(unit.level);
  return out;
}

template <typename List>
bool holds(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// A record that cannot be taken; caught where records are gone through.
struct Fault {
  const DataNode* node;
  std::string why, hint;
};

/// A text in the making: the words of its records one below the other, with the way back.
class TextInMaking {
 public:
  Document document;

  /// Adds words; lines and blank lines part them as in a file.
  void add_words(const MappedText& words, std::uint16_t depth) {
    const std::uint32_t base = add(words);
    Block block;
    block.depth = depth;
    const std::string_view text = words.text;
    for (std::size_t at = 0; at <= text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      const MappedText line = trimmed(text, at, end, base);
      if (line.empty()) close(block);
      if (!line.empty()) block.lines.push_back(line);
      at = end + 1;
    }
    close(block);
  }

  void add_unit(DeclaredUnit unit, std::uint16_t depth) {
    if (document.blocks.size() > max_provisions) return;
    Block block;
    block.depth = depth;
    block.unit = std::move(unit);
    document.blocks.push_back(std::move(block));
    document.declared = true;
  }

  /// Adds a number or heading: its bytes [from, to), in the text that is made.
  MappedText line_of(const MappedText& words, std::size_t from, std::size_t to) {
    const std::uint32_t base = add(words.substr(u32(from), u32(to)));
    return trimmed(std::string_view(words.text).substr(from, to - from), 0, to - from, base);
  }

  Result<Document> take() {
    Document made = std::move(document);
    if (!made.declared) {
      // Nothing says where provisions begin: the words are read as a file of theirs would be.
      const Format& format = format_of(words_.text, "");
      auto read = format.name == "markdown" ? read_markdown(words_.text) : read_plain_text(words_.text);
      if (!read) return passed_on(read);
      read->metadata.complete_with(made.metadata);
      made.metadata = std::move(read->metadata);
      made.blocks = std::move(read->blocks);
      made.removed = std::move(read->removed);
    }
    made.extracted = std::move(words_);
    return made;
  }

 private:
  static std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

  static MappedText trimmed(std::string_view text, std::size_t begin, std::size_t end,
                            std::uint32_t base) {
    static constexpr std::string_view blanks = " \t\r\n";
    static constexpr std::string_view no_break_space = "\xC2\xA0";
    const auto blank_at = [&](std::size_t at) -> std::size_t {
      if (text.substr(at, end - at).starts_with(no_break_space)) return 2;
      return blanks.find(text[at]) != std::string_view::npos ? 1 : 0;
    };
    while (begin < end && blank_at(begin) > 0) begin += blank_at(begin);
    const auto ends_blank = [&] {
      if (text.substr(begin, end - begin).ends_with(no_break_space)) return 2;
      return end > begin && blanks.find(text[end - 1]) != std::string_view::npos ? 1 : 0;
    };
    while (ends_blank() > 0) end -= static_cast<std::size_t>(ends_blank());
    MappedText line;
    if (begin < end) line.append(text.substr(begin, end - begin), base + u32(begin));
    return line;
  }

  void close(Block& block) {
    if (!block.lines.empty()) document.blocks.push_back(block);
    block.lines.clear();
  }

  std::uint32_t add(const MappedText& words) {
    if (!words_.text.empty()) append("\n\n", {behind_, 0});
    const auto base = u32(words_.text.size());
    for (const Segment& run : words.segments) {
      append(std::string_view(words.text).substr(run.text, run.text_length),
             {run.source, run.source_length});
    }
    return base;
  }

  void append(std::string_view words, std::pair<std::uint32_t, std::uint32_t> source) {
    words_.origin.push_back(
        {u32(words_.text.size()), u32(words.size()), source.first, source.second});
    words_.text += words;
    behind_ = source.first + source.second;
  }

  ExtractedText words_;
  std::uint32_t behind_ = 0;
};

/// Reads records by a mapping, or by the names of `pinlex.text/1`.
class RecordReader {
 public:
  RecordReader(std::string_view bytes, std::string_view format, const RecordFields& fields)
      : bytes_(bytes), format_(format), fields_(fields), own_(fields.empty()) {}

  Result<SourceTexts> read(DataFile file) {
    for (const std::string& why : file.refused) out_.refused.push_back({Code::inputs_refused, why, {}});
    for (const DataNode* text : texts_of(file.values)) take_in(*text);
    for (auto& [key, made] : made_) {
      add_doubt(made.document);
      auto document = made.take();
      if (!document) return passed_on(document);
      out_.documents.push_back(std::move(*document));
    }
    std::stable_sort(out_.refused.begin(), out_.refused.end(), [](const Error& a, const Error& b) {
      return std::stoul(a.message) < std::stoul(b.message);  // "LINE: why"
    });
    if (out_.documents.empty() && out_.refused.empty()) {
      return fail(Code::inputs_refused, "1: there are no records");
    }
    return std::move(out_);
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string>;

  std::string path_of(std::string_view name, const std::string& language = {}) const {
    if (own_) return std::string(name);
    auto found = fields_.find(std::string(name) + "." + language);
    if (found == fields_.end()) found = fields_.find(std::string(name));
    return found == fields_.end() ? std::string() : found->second;
  }

  static const DataNode* follow(const DataNode& from, std::string_view path) {
    const DataNode* node = &from;
    while (node != nullptr && !path.empty() && path != ".") {
      const auto dot = std::min(path.find('.'), path.size());
      node = node->member(path.substr(0, dot));
      path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return path.empty() || path == "." ? node : nullptr;
  }

  const DataNode* find(const DataNode& record, std::string_view name,
                       const std::string& language = {}) const {
    const std::string path = path_of(name, language);
    return path.empty() ? nullptr : follow(record, path);
  }

  /// The words of a field, or null.
  const MappedText* words(const DataNode& record, std::string_view name,
                          const std::string& language = {}) const {
    const DataNode* node = find(record, name, language);
    if (node == nullptr || node->kind == DataNode::Kind::none) return nullptr;
    if (node->kind != DataNode::Kind::scalar) {
      throw Fault{node, "'" + std::string(name) + "' is not a string", {}};
    }
    return node->text.text.find_first_not_of(" \t\r\n") == std::string::npos ? nullptr : &node->text;
  }

  std::string value(const DataNode& record, std::string_view name,
                    const std::string& language = {}) const {
    const MappedText* found = words(record, name, language);
    return found == nullptr ? std::string() : found->text;
  }

  static void add_items(const DataNode& node, std::vector<const DataNode*>& out) {
    if (node.kind != DataNode::Kind::list) return void(out.push_back(&node));
    for (const DataNode& item : node.members) out.push_back(&item);
  }

  /// The records that are texts each.
  std::vector<const DataNode*> texts_of(std::vector<DataNode>& values) {
    // Lines of JSON are a list that is written without brackets.
    if (values.size() > 1) {
      root_.kind = DataNode::Kind::list;
      root_.members = std::move(values);
    } else if (!values.empty()) {
      root_ = std::move(values.front());
    }
    const std::string list = own_ ? std::string() : path_of("texts");
    const DataNode* from = follow(root_, list);
    std::vector<const DataNode*> out;
    if (from == nullptr) {
      refuse({&root_, "there is no '" + list + "', in which the texts are said to lie", {}});
    } else if (path_of("provisions") == ".") {
      out.push_back(from);
    } else if (from->kind != DataNode::Kind::none) {
      add_items(*from, out);
    }
    return out;
  }

  void refuse(const Fault& fault) {
    const auto line = pinlex::line_of(bytes_, std::min<std::size_t>(fault.node->begin, bytes_.size()));
    out_.refused.push_back({Code::inputs_refused, std::to_string(line) + ": " + fault.why, fault.hint});
  }

  void take_in(const DataNode& record) {
    try {
      if (record.kind == DataNode::Kind::scalar || record.kind == DataNode::Kind::none) {
        throw Fault{&record, "a record must be a map of members", {}};
      }
      check_names(record, true);
      const auto languages = languages_mapped();
      if (languages.empty()) return take_text(record, {});
      for (const std::string& language : languages) take_text(record, language);
    } catch (const Fault& fault) {
      refuse(fault);
    }
  }

  /// Languages for which the mapping names members.
  std::set<std::string> languages_mapped() const {
    std::set<std::string> out;
    for (const auto& [name, path] : fields_) {
      if (const auto dot = name.find('.'); dot != std::string::npos) out.insert(name.substr(dot + 1));
    }
    return out;
  }

  void take_text(const DataNode& record, const std::string& language) {
    Metadata metadata;
    for (const auto& [name, member] : metadata_members) {
      metadata.*member = value(record, name, language);
    }
    if (!language.empty()) metadata.language = language;
    if (const DataNode* about = find(record, "about")) {
      std::vector<const DataNode*> items;
      add_items(*about, items);
      for (const DataNode* item : items) metadata.about.push_back(item->text.text);
    }
    Key key{metadata.instrument, metadata.language, metadata.edition};
    if (metadata.instrument.empty() && made_.contains(key)) {
      throw Fault{&record, "nothing tells this text from the one before",
                  "give each record an instrument, or say in corpus.toml that provisions = \".\""};
    }
    // A record that proves wrong in the middle leaves nothing in the text that it belongs to.
    TextInMaking alone;
    fill(record, language, alone);
    TextInMaking& made = made_[std::move(key)];
    made.document.format = format_;
    made.document.metadata.complete_with(metadata);
    fill(record, language, made);
  }

  void fill(const DataNode& record, const std::string& language, TextInMaking& made) {
    add_content(record, language, made, add_unit(record, language, made, 1) ? 1 : 0);
  }

  /// Opens the provision that a record is, if it says so.
  bool add_unit(const DataNode& record, const std::string& language, TextInMaking& made,
                std::uint16_t depth) {
    const MappedText* number = words(record, "number", language);
    const MappedText* heading = words(record, "heading", language);
    std::string level = value(record, "level");
    if (number == nullptr && heading == nullptr && level.empty()) return false;
    if (level.empty() && fields_.contains("unit")) level = fields_.at("unit");
    DeclaredUnit unit;
    unit.numbered = true;
    const std::string& printed = number != nullptr ? number->text : heading == nullptr ? level : heading->text;
    const auto read = read_heading(printed, true);
    if (number != nullptr) {
      unit.number = made.line_of(*number, 0, number->text.size());
      if (heading != nullptr) unit.heading = made.line_of(*heading, 0, heading->text.size());
    } else if (heading != nullptr && read) {
      // "Art. 5 Illegal access" in one member.
      unit.number = made.line_of(*heading, read->number_begin, read->number_end);
      if (read->title_begin < heading->text.size()) {
        unit.heading = made.line_of(*heading, read->title_begin, heading->text.size());
      }
    } else if (heading != nullptr) {
      unit.heading = made.line_of(*heading, 0, heading->text.size());
    }
    if (!level.empty()) {
      const Unit* known = find_unit(level);
      if (known == nullptr) {
        throw Fault{&record, "level '" + level + "' is not known", "one of " + unit_levels()};
      }
      unit.level = known->means;
      unit.name = known->name;
    }
    const bool numbered = number != nullptr;
    if (level.empty() && !read) unit.level = numbered ? Level::article : Level::heading;
    if (level.empty() && !read && numbered) unit.name = "art";
    // "§ 5" and "Article 5" say themselves what they are.
    if (read && (level.empty() || level == "article")) {
      unit.level = read->level;
      unit.name = read->abbreviation;
    }
    made.add_unit(std::move(unit), depth);
    return true;
  }

  void add_content(const DataNode& record, const std::string& language, TextInMaking& made,
                   std::uint16_t depth) {
    if (const DataNode* text = find(record, "text", language)) {
      std::vector<const DataNode*> paragraphs;
      add_items(*text, paragraphs);
      for (const DataNode* one : paragraphs) {
        if (one->kind == DataNode::Kind::list || one->kind == DataNode::Kind::map) {
          throw Fault{one, "'text' is not a string or a list of strings", {}};
        }
        if (one->kind == DataNode::Kind::scalar) made.add_words(one->text, depth);
      }
    }
    const DataNode* provisions = find(record, "provisions");
    // Where the text itself is the list of its provisions, those hold no others.
    if (provisions == nullptr || provisions->kind == DataNode::Kind::none) return;
    if (provisions == &record && record.kind == DataNode::Kind::map) return;
    if (provisions->kind != DataNode::Kind::list) {
      throw Fault{provisions, "'provisions' is not a list", {}};
    }
    for (const DataNode& provision : provisions->members) {
      if (provision.kind != DataNode::Kind::map) {
        throw Fault{&provision, "a provision must be a map of members", {}};
      }
      check_names(provision, false);
      const auto below = static_cast<std::uint16_t>(depth + 1);
      add_content(provision, language, made,
                  add_unit(provision, language, made, below) ? below : depth);
    }
  }

  /// Own records have no members of other names; of others those with words are named in a doubt.
  void check_names(const DataNode& record, bool is_text) {
    for (std::size_t i = 0; i < record.names.size(); ++i) {
      const std::string& name = record.names[i];
      const DataNode& member = record.members[i];
      if (!own_) {
        const bool has_words = !member.text.empty() || !member.members.empty();
        if (has_words && !is_mapped(name)) passed_over_.insert(name);
        continue;
      }
      if (name == "schema" && is_text) {
        if (member.text.text == own_schema) continue;
        throw Fault{&member, "schema '" + member.text.text + "' is not " + std::string(own_schema), {}};
      }
      const bool known = is_record_field(name) && name != "texts" && name != "unit" &&
                         name.find('.') == std::string::npos;
      if (known) continue;
      throw Fault{&record, "nothing says what the member '" + name + "' holds",
                  "name the members in corpus.toml, with [file.fields] text = \"…\" and others, or "
                  "write records of " +
                      std::string(own_schema)};
    }
  }

  bool is_mapped(const std::string& name) const {
    return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) {
      const std::string& path = field.second;
      return path == name || (path.starts_with(name) && path[name.size()] == '.');
    });
  }

  void add_doubt(Document& document) {
    if (passed_over_.empty()) return;
    std::string names;
    for (const std::string& name : passed_over_) names += (names.empty() ? "'" : ", '") + name + "'";
    document.doubts.push_back({0, "members passed over, since no field is mapped to them: " + names});
  }

  std::string_view bytes_;
  std::string_view format_;
  const RecordFields& fields_;
  bool own_;
  DataNode root_;
  std::map<Key, TextInMaking> made_;
  std::set<std::string> passed_over_;
  SourceTexts out_;
};

}  // namespace

bool is_record_field(std::string_view name) {
  const auto dot = name.find('.');
  if (dot != std::string_view::npos) return holds(fields_by_language, name.substr(0, dot));
  return holds(fields_by_language, name) || holds(other_fields, name) ||
         std::any_of(metadata_members.begin(), metadata_members.end(),
                     [&](const auto& field) { return field.first == name; });
}

std::string record_field_names() {
  std::string out;
  for (const auto name : other_fields) out += std::string(name) + ", ";
  for (const auto& [name, member] : metadata_members) out += std::string(name) + ", ";
  return out + "number, heading or text";
}

Result<SourceTexts> read_records(std::string_view bytes, std::string_view format,
                                 const RecordFields& fields) {
  auto file = format == "yaml" ? parse_yaml(bytes) : parse_json(bytes);
  if (!file) return passed_on(file);
  return RecordReader(bytes, format, fields).read(std::move(*file));
}

}  // namespace pinlex
