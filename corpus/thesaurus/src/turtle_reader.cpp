// SPDX-License-Identifier: GPL-2.0-or-later
#include "turtle_reader.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/thesaurus/skos.hpp>

#include <serd/serd.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <memory>
#include <utility>

namespace pinlex {
namespace {

/// Brackets within brackets: the library goes down one call deeper for each.
constexpr std::uint32_t deepest_nesting = 400;

std::string_view text_of(const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

struct EnvironmentFree {
  void operator()(SerdEnv* environment) const { serd_env_free(environment); }
};
struct ReaderFree {
  void operator()(SerdReader* reader) const { serd_reader_free(reader); }
};

struct StatementNodes {
  const SerdNode* subject = nullptr;
  const SerdNode* predicate = nullptr;
  const SerdNode* object = nullptr;
  const SerdNode* language = nullptr;
};

/// One reading. The library is given a byte at a time, so that a statement's line is known.
class Reading {
 public:
  Reading(std::string_view text, const std::string& file,
          const std::function<void(TurtleStatement)>& take)
      : text_(text), file_(file), take_(take), environment_(serd_env_new(nullptr)) {}

  Result<void> run();

 private:
  static std::size_t next_byte(void* to, std::size_t, std::size_t, void* self);
  static SerdStatus set_base(void* self, const SerdNode* iri);
  static SerdStatus set_prefix(void* self, const SerdNode* name, const SerdNode* iri);
  SerdStatus statement(SerdStatementFlags flags, const StatementNodes& nodes);
  static SerdStatus end_of_node(void* self, const SerdNode* node);
  static SerdStatus fault(void* self, const SerdError* error);

  bool add(TurtleStatement& statement, const SerdNode* node, std::string TurtleStatement::*part);
  SerdStatus stop(std::string why) {
    if (why_.empty()) why_ = std::move(why);
    return SERD_ERR_BAD_ARG;
  }

  std::string_view text_;
  const std::string& file_;
  const std::function<void(TurtleStatement)>& take_;
  std::unique_ptr<SerdEnv, EnvironmentFree> environment_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;  ///< Of the byte handed over last.
  std::uint32_t statements_ = 0;
  std::uint32_t nested_ = 0;
  std::string why_;
};

std::size_t Reading::next_byte(void* to, std::size_t, std::size_t, void* self) {
  Reading& reading = *static_cast<Reading*>(self);
  if (reading.at_ == reading.text_.size()) return 0;
  if (reading.at_ > 0 && reading.text_[reading.at_ - 1] == '\n') ++reading.line_;
  *static_cast<char*>(to) = reading.text_[reading.at_++];
  return 1;
}

SerdStatus Reading::set_base(void* self, const SerdNode* iri) {
  return serd_env_set_base_uri(static_cast<Reading*>(self)->environment_.get(), iri);
}

SerdStatus Reading::set_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
  return serd_env_set_prefix(static_cast<Reading*>(self)->environment_.get(), name, iri);
}

/// Writes a node out. False for a prefix that was never declared.
bool Reading::add(TurtleStatement& statement, const SerdNode* node,
                  std::string TurtleStatement::*part) {
  switch (node->type) {
    case SERD_BLANK:
      statement.*part = "_:" + std::string(text_of(node));
      return true;
    case SERD_LITERAL:
      statement.*part = text_of(node);
      return true;
    case SERD_URI:
    case SERD_CURIE: {
      SerdNode whole = serd_env_expand_node(environment_.get(), node);
      const bool expanded = whole.buf != nullptr;
      if (expanded || node->type == SERD_URI) {
        statement.*part = expanded ? text_of(&whole) : text_of(node);
      }
      serd_node_free(&whole);
      return expanded || node->type == SERD_URI;
    }
    case SERD_NOTHING:
      break;
  }
  return false;
}

SerdStatus Reading::statement(SerdStatementFlags flags, const StatementNodes& nodes) {
  constexpr SerdStatementFlags opens =
      SERD_ANON_S_BEGIN | SERD_ANON_O_BEGIN | SERD_LIST_S_BEGIN | SERD_LIST_O_BEGIN;
  if ((flags & opens) != 0 && ++nested_ > deepest_nesting) {
    return stop("more than " + std::to_string(deepest_nesting) + " brackets within one statement");
  }
  if (++statements_ > most_statements) {
    return stop("more than " + std::to_string(most_statements) + " statements");
  }
  TurtleStatement made;
  made.line = line_;
  for (const auto& [node, part] : {std::pair(nodes.subject, &TurtleStatement::subject),
                                   std::pair(nodes.predicate, &TurtleStatement::predicate),
                                   std::pair(nodes.object, &TurtleStatement::object)}) {
    if (!add(made, node, part)) {
      return stop("the prefix of '" + std::string(text_of(node)) + "' is not declared");
    }
  }
  made.literal = nodes.object->type == SERD_LITERAL;
  made.language = text_of(nodes.language);
  take_(std::move(made));
  return SERD_SUCCESS;
}

SerdStatus Reading::end_of_node(void* self, const SerdNode*) {
  Reading& reading = *static_cast<Reading*>(self);
  if (reading.nested_ > 0) --reading.nested_;
  return SERD_SUCCESS;
}

SerdStatus Reading::fault(void* self, const SerdError* error) {
  Reading& reading = *static_cast<Reading*>(self);
  if (reading.at_ == reading.text_.size()) {
    reading.stop("not Turtle: the text ends within a statement");
    return SERD_SUCCESS;
  }
  std::array<char, 300> message{};
  va_list arguments;
  va_copy(arguments, *error->args);
  std::vsnprintf(message.data(), message.size(), error->fmt, arguments);
  va_end(arguments);
  std::string text = printable(message.data());
  while (!text.empty() && text.back() == '\n') text.pop_back();
  reading.stop("not Turtle: " + text);
  return SERD_SUCCESS;
}

Result<void> Reading::run() {
  const SerdStatementSink sink = [](void* self, SerdStatementFlags flags, const SerdNode*,
                                    const SerdNode* subject, const SerdNode* predicate,
                                    const SerdNode* object, const SerdNode*,
                                    const SerdNode* language) {
    return static_cast<Reading*>(self)->statement(flags, {subject, predicate, object, language});
  };
  const std::unique_ptr<SerdReader, ReaderFree> reader(
      serd_reader_new(SERD_TURTLE, this, nullptr, set_base, set_prefix, sink, end_of_node));
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), fault, this);
  SerdStatus status = serd_reader_start_source_stream(
      reader.get(), next_byte, [](void*) { return 0; }, this, nullptr, 1);
  while (status == SERD_SUCCESS) {
    nested_ = 0;
    status = serd_reader_read_chunk(reader.get());
  }
  serd_reader_end_stream(reader.get());
  if (why_.empty() && (status != SERD_FAILURE || at_ < text_.size())) stop("not Turtle");
  if (why_.empty()) return {};
  return fail(Code::usage, file_ + ":" + std::to_string(line_) + ": " + why_,
              "give a SKOS vocabulary in Turtle (.ttl)");
}

}  // namespace

Result<void> read_turtle(std::string_view turtle, const std::string& file,
                         const std::function<void(TurtleStatement)>& take) {
  const auto refused = [&](std::size_t offset, const std::string& why, std::string hint) {
    const std::size_t line = line_of(turtle, offset);
    return fail(Code::usage, file + ":" + std::to_string(line) + ": " + why, std::move(hint));
  };
  if (turtle.size() > largest_turtle) {
    return refused(0, "more than " + std::to_string(largest_turtle >> 20) + " MB",
                   "give the part of the vocabulary that is needed");
  }
  if (const std::size_t at = ill_formed_utf8(turtle); at != std::string_view::npos) {
    return refused(at, "not Turtle: not UTF-8", "give a SKOS vocabulary in Turtle (.ttl)");
  }
  // The library takes a zero byte for the end.
  if (const std::size_t at = turtle.find('\0'); at != std::string_view::npos) {
    return refused(at, "not Turtle: a zero byte", "give a SKOS vocabulary in Turtle (.ttl)");
  }
  return Reading(turtle, file, take).run();
}

}  // namespace pinlex
