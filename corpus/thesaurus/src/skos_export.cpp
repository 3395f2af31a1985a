// SPDX-License-Identifier: GPL-2.0-or-later
#include "skos_terms.hpp"

#include <pinlex/thesaurus/skos.hpp>

#include <serd/serd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace pinlex {
namespace {

/// A node that reads from a string, which must outlive it.
SerdNode node_of(SerdType type, const std::string& text) {
  return serd_node_from_substring(type, reinterpret_cast<const std::uint8_t*>(text.data()),
                                  text.size());
}

std::size_t append(const void* bytes, std::size_t size, void* out) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return size;
}

/// Writes statements about one subject after the other.
class TurtleWriter {
 public:
  TurtleWriter()
      : environment_(serd_env_new(nullptr)),
        writer_(serd_writer_new(SERD_TURTLE,
                                static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED),
                                environment_.get(), nullptr, append, &out_)) {}

  void prefix(const std::string& name, std::string_view iri) {
    const std::string text(iri);
    const SerdNode prefix = node_of(SERD_LITERAL, name);
    const SerdNode whole = node_of(SERD_URI, text);
    serd_env_set_prefix(environment_.get(), &prefix, &whole);
    serd_writer_set_prefix(writer_.get(), &prefix, &whole);
  }

  void about(std::string subject) { subject_ = std::move(subject); }

  void link(const std::string& predicate, const std::string& object) {
    const SerdNode node = node_of(SERD_URI, object);
    write(predicate, node, nullptr, nullptr);
  }

  void text(const std::string& predicate, const std::string& text, const std::string& language) {
    const SerdNode node = node_of(SERD_LITERAL, text);
    const SerdNode tag = node_of(SERD_LITERAL, language);
    write(predicate, node, nullptr, language.empty() ? nullptr : &tag);
  }

  void number(const std::string& predicate, const std::string& digits) {
    const std::string type = std::string(xsd_namespace) + "double";
    const SerdNode node = node_of(SERD_LITERAL, digits);
    const SerdNode datatype = node_of(SERD_URI, type);
    write(predicate, node, &datatype, nullptr);
  }

  std::string finish() {
    serd_writer_finish(writer_.get());
    return std::move(out_);
  }

 private:
  struct EnvironmentFree {
    void operator()(SerdEnv* environment) const { serd_env_free(environment); }
  };
  struct WriterFree {
    void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
  };

  void write(const std::string& predicate, const SerdNode& object, const SerdNode* datatype,
             const SerdNode* language) {
    const SerdNode subject = node_of(SERD_URI, subject_);
    const SerdNode verb = node_of(SERD_URI, predicate);
    serd_writer_write_statement(writer_.get(), 0, nullptr, &subject, &verb, &object, datatype,
                                language);
  }

  std::string out_;
  std::string subject_;
  std::unique_ptr<SerdEnv, EnvironmentFree> environment_;
  std::unique_ptr<SerdWriter, WriterFree> writer_;
};

std::string skos(std::string_view term) { return std::string(skos_namespace).append(term); }
std::string own(std::string_view term) { return std::string(own_namespace).append(term); }

std::string digits_of(double weight) {
  std::array<char, 32> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), weight).ptr};
}

void put_lists(TurtleWriter& out, const std::string& predicate, const PhraseLists& lists) {
  for (const auto& [language, phrases] : lists) {
    for (const std::string& phrase : phrases) out.text(predicate, phrase, language);
  }
}

void put_concept(TurtleWriter& out, const Concept& one, const std::string& base,
                 const std::string& scheme) {
  out.about(base + one.id);
  out.link(std::string(rdf_type), skos("Concept"));
  out.link(skos("inScheme"), scheme);
  out.text(own("kind"), std::string(name(one.kind)), "");
  if (one.weight != 1) out.number(own("weight"), digits_of(one.weight));
  for (const auto& [language, label] : one.labels) out.text(skos("prefLabel"), label, language);
  put_lists(out, skos("altLabel"), one.legal);
  put_lists(out, skos("hiddenLabel"), one.lay);
  for (const std::string& id : one.broader) out.link(skos("broader"), base + id);
  for (const std::string& id : one.narrower) out.link(skos("narrower"), base + id);
  for (const std::string& id : one.related) out.link(skos("related"), base + id);
  if (!one.note.empty()) out.text(skos("scopeNote"), one.note, "en");
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_base(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  if (colon == 0 || colon == std::string_view::npos || !is_letter(iri.front())) return false;
  const auto in_scheme = [](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
  };
  const auto in_iri = [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != '\x7F' &&
           std::string_view("<>\"{}|^`\\").find(c) == std::string_view::npos;
  };
  return std::all_of(iri.begin(), iri.begin() + static_cast<std::ptrdiff_t>(colon), in_scheme) &&
         std::all_of(iri.begin(), iri.end(), in_iri) &&
         std::string_view("/#:").find(iri.back()) != std::string_view::npos;
}

}  // namespace

Result<std::string> to_turtle(const Thesaurus& thesaurus, const SkosExport& options) {
  if (!is_base(options.base)) {
    return fail(Code::usage, "'" + options.base + "' is no base for the names of concepts",
                "give an absolute IRI that ends in '/', '#' or ':'");
  }
  TurtleWriter out;
  out.prefix("skos", skos_namespace);
  out.prefix("xsd", xsd_namespace);
  out.prefix("pinlex", own_namespace);
  const std::string scheme = options.base.substr(0, options.base.size() - 1);
  out.about(scheme);
  out.link(std::string(rdf_type), skos("ConceptScheme"));
  for (const Concept& one : thesaurus.concepts()) {
    if (one.broader.empty()) out.link(skos("hasTopConcept"), options.base + one.id);
  }
  for (const Concept& one : thesaurus.concepts()) put_concept(out, one, options.base, scheme);
  return out.finish();
}

}  // namespace pinlex
