// SPDX-License-Identifier: GPL-2.0-or-later
#include "data_tree.hpp"

#include <pinlex/base/utf8.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iterator>

namespace pinlex {
namespace {

using Json = nlohmann::json;

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// Bytes of a file that say how far they were read: the parser tells no places.
class CountedByte {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountedByte(const char* at, const char** read) : at_(at), read_(read) {}
  const char& operator*() const { return *at_; }
  CountedByte& operator++() {
    *read_ = ++at_;
    return *this;
  }
  CountedByte operator++(int) {
    const CountedByte before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountedByte& other) const { return at_ == other.at_; }
  bool operator!=(const CountedByte& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** read_;
};

/// The bytes that an escape takes, from its backslash on.
std::size_t escape_length(std::string_view raw) {
  if (raw.size() < 2 || raw[1] != 'u') return 2;
  const bool high = raw.size() >= 4 && (raw[2] == 'd' || raw[2] == 'D') &&
                    std::string_view("89abAB").find(raw[3]) != std::string_view::npos;
  return high ? 12 : 6;
}

/// The bytes of a character of UTF-8 that begins with `lead`.
std::size_t character_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// Matches a string with its spelling in the file, which the parser has checked.
MappedText mapped(std::string_view decoded, std::string_view raw, std::size_t offset) {
  MappedText out;
  std::size_t from = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const auto escape = std::min(raw.find('\\', at), raw.size());
    out.append(decoded.substr(from, escape - at), u32(offset + at));
    from += escape - at;
    at = escape;
    if (at == raw.size()) break;
    const auto length = escape_length(raw.substr(at));
    const auto bytes = character_length(decoded[from]);
    out.append_decoded(decoded.substr(from, bytes), {u32(offset + at), u32(offset + at + length)});
    from += bytes;
    at += length;
  }
  return out;
}

class Handler : public nlohmann::json_sax<Json> {
 public:
  Handler(std::string_view bytes, std::size_t begin, const char** read)
      : bytes_(bytes), read_(read), behind_(begin) {}

  bool null() override {
    tree.none();
    return go_on();
  }
  bool boolean(bool value) override { return word(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return word(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return word(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return word(written); }
  bool binary(binary_t&) override { return false; }

  bool string(string_t& value) override {
    const std::size_t begin = bytes_.find('"', behind_) + 1;
    const std::size_t end = position() - 1;
    tree.scalar(mapped(value, bytes_.substr(begin, end - begin), begin), u32(begin));
    return go_on();
  }
  bool key(string_t& name) override {
    tree.name(name);
    return go_on();
  }
  bool start_object(std::size_t) override { return open(DataNode::Kind::map); }
  bool start_array(std::size_t) override { return open(DataNode::Kind::list); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
    // "[json.exception.parse_error.101] parse error at line 1, column 5: what was wrong"
    const std::string_view what = error.what();
    const auto colon = what.find(": ");
    fault = colon == std::string_view::npos ? std::string(what) : std::string(what.substr(colon + 2));
    return false;
  }

  DataTreeBuilder tree;
  std::string fault;

 private:
  std::size_t position() const { return static_cast<std::size_t>(*read_ - bytes_.data()); }

  bool go_on() {
    behind_ = position();
    if (!tree.fault().empty()) fault = tree.fault();
    return fault.empty();
  }
  bool open(DataNode::Kind kind) {
    tree.open(kind, u32(position() - 1));
    return go_on();
  }
  bool close() {
    tree.close();
    return go_on();
  }
  /// A value that is written without quotation marks.
  bool word(const std::string& value) {
    const auto begin = u32(std::min(bytes_.find_first_not_of(" \t\r\n,:[{", behind_), position()));
    MappedText text;
    text.append_decoded(value, {begin, begin + u32(value.size())});
    tree.scalar(std::move(text), begin);
    return go_on();
  }

  std::string_view bytes_;
  const char** read_;
  std::size_t behind_;  ///< Where the last value ended, or one byte further.
};

/// Reads the one value in [begin, end).
Result<DataNode> parse_value(std::string_view bytes, std::size_t begin, std::size_t end) {
  const char* read = bytes.data() + begin;
  Handler handler(bytes.substr(0, end), begin, &read);
  const CountedByte first(bytes.data() + begin, &read);
  const CountedByte last(bytes.data() + end, &read);
  if (Json::sax_parse(first, last, &handler)) return std::move(handler.tree.take().front());
  const auto place = static_cast<std::size_t>(read - bytes.data());
  // An error shows at the byte behind it.
  const auto line = line_of(bytes, place > begin ? place - 1 : place);
  return fail(Code::inputs_refused, std::to_string(line) + ": not JSON: " + handler.fault);
}

}  // namespace

Result<DataFile> parse_json(std::string_view bytes) {
  static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  static constexpr std::string_view blanks = " \t\r\n";
  DataFile file;
  const std::size_t begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto line_from = std::min(bytes.find_first_not_of(blanks, begin), bytes.size());
  const auto line_end = std::min(bytes.find('\n', line_from), bytes.size());
  const bool more = bytes.find_first_not_of(blanks, line_end) != std::string_view::npos;
  auto first = parse_value(bytes, line_from, more ? line_end : bytes.size());
  if (!more || !first) {
    auto whole = more ? parse_value(bytes, begin, bytes.size()) : std::move(first);
    if (!whole) return passed_on(whole);
    file.values.push_back(std::move(*whole));
    return file;
  }
  for (std::size_t at = line_from; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    if (bytes.substr(at, end - at).find_first_not_of(blanks) != std::string_view::npos) {
      auto value = parse_value(bytes, at, end);
      if (value) file.values.push_back(std::move(*value));
      if (!value) file.refused.push_back(value.error().message);
    }
    at = end + 1;
  }
  return file;
}

}  // namespace pinlex
