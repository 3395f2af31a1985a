// SPDX-License-Identifier: GPL-2.0-or-later
#include "data_tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// What cannot be read, with its place; caught in parse_yaml().
struct Fault {
  YAML::Mark mark;
  std::string why;
};

/// Matches a scalar with its spelling in the file from `at` on, word by word: between words lie
/// folded lines, marks and indentation; a word that is not there as it is was escaped.
MappedText mapped(std::string_view value, std::string_view bytes, std::size_t at) {
  static constexpr std::string_view blanks = " \t\r\n";
  static constexpr std::size_t widest = 256;  // Bytes between words, beside those of escapes.
  MappedText out;
  std::size_t waiting = 0;  // Words before here have found their place.
  for (std::size_t from = 0; from < value.size();) {
    const auto begin = std::min(value.find_first_not_of(blanks, from), value.size());
    const auto end = std::min(value.find_first_of(blanks, begin), value.size());
    if (begin == end) break;
    const auto word = value.substr(begin, end - begin);
    const auto window = bytes.substr(at, (end - waiting) * 10 + widest);
    if (const auto place = window.find(word); place != std::string_view::npos) {
      if (begin > waiting) {
        out.append_decoded(value.substr(waiting, begin - waiting), {u32(at), u32(at + place)});
      }
      out.append(word, u32(at + place));
      at += place + word.size();
      waiting = end;
    }
    from = end;
  }
  if (waiting < value.size()) out.append_decoded(value.substr(waiting), {u32(at), u32(at)});
  return out;
}

class Handler : public YAML::EventHandler {
 public:
  explicit Handler(std::string_view bytes) : bytes_(bytes) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Fault{mark, "aliases are not followed"};
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    if (tree.expects_name()) return take_name(mark, "");
    tree.none();
    check(mark);
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    if (tree.expects_name()) return take_name(mark, value);
    const auto begin = std::min<std::size_t>(static_cast<std::size_t>(std::max(mark.pos, 0)),
                                             bytes_.size());
    tree.scalar(mapped(value, bytes_, begin), u32(begin));
    check(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(DataNode::Kind::list, mark);
  }
  void OnSequenceEnd() override { tree.close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(DataNode::Kind::map, mark);
  }
  void OnMapEnd() override { tree.close(); }

  DataTreeBuilder tree;

 private:
  void open(DataNode::Kind kind, const YAML::Mark& mark) {
    if (tree.expects_name()) throw Fault{mark, "the name of a member must be a word"};
    tree.open(kind, u32(static_cast<std::size_t>(std::max(mark.pos, 0))));
    check(mark);
  }
  void take_name(const YAML::Mark& mark, std::string name) {
    tree.name(std::move(name));
    check(mark);
  }
  void check(const YAML::Mark& mark) const {
    if (!tree.fault().empty()) throw Fault{mark, tree.fault()};
  }

  std::string_view bytes_;
};

Unexpected refused_at(const YAML::Mark& mark, const std::string& why) {
  return fail(Code::inputs_refused, std::to_string(std::max(mark.line, 0) + 1) + ": " + why);
}

}  // namespace

Result<DataFile> parse_yaml(std::string_view bytes) {
  // The parser takes far more time and room than the file has.
  static constexpr std::size_t largest = 16 << 20;
  if (bytes.size() > largest) {
    return fail(Code::inputs_refused, "1: YAML of more than 16 MB", "write it as lines of JSON");
  }
  Handler handler(bytes);
  try {
    std::istringstream stream{std::string(bytes)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(handler)) {
    }
  } catch (const Fault& fault) {
    return refused_at(fault.mark, fault.why);
  } catch (const YAML::Exception& error) {
    return refused_at(error.mark, "not YAML: " + error.msg);
  }
  return DataFile{handler.tree.take(), {}};
}

}  // namespace pinlex
