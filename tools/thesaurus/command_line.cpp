// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.hpp"

#include <boost/program_options.hpp>

#include <optional>
#include <sstream>
#include <utility>

namespace pinlex {
namespace {

namespace po = boost::program_options;

po::options_description visible_options() {
  po::options_description options("Options");
  auto add = options.add_options();
  add("output,o", po::value<std::string>()->value_name("FILE"), "write there, not to the terminal");
  add("base", po::value<std::string>()->value_name("IRI"),
      "export: what the ids are appended to (urn:pinlex:concept:)");
  add("kind", po::value<std::string>()->value_name("KIND"),
      "import: the kind of concepts that name none (element)");
  add("language", po::value<std::string>()->value_name("CODE"),
      "import: the language of labels that name none");
  add("help,h", "print this help");
  add("version", "print the version");
  return options;
}

std::string help() {
  std::ostringstream out;
  out << "Usage: pinlex-thesaurus check [FILE|DIR]...\n"
         "       pinlex-thesaurus export [--base IRI] [-o FILE] [FILE|DIR]...\n"
         "       pinlex-thesaurus import [--kind KIND] [--language CODE] [-o FILE] FILE.ttl\n"
         "Checks a thesaurus (TOML), writes it as SKOS (Turtle), or makes one of SKOS. Without "
         "FILE\n"
         "it is the thesaurus that comes with pinlex.\n\n"
      << visible_options()
      << "\nExit status: 0 done, 2 a wrong command line or a thesaurus that is refused, 70 a "
         "fault.\n";
  return out.str();
}

Unexpected usage(std::string message) {
  return fail(Code::usage, std::move(message), "pinlex-thesaurus --help lists what there is");
}

std::optional<ThesaurusCommand> command_named(const std::string& name) {
  if (name == "check") return ThesaurusCommand::check;
  if (name == "export") return ThesaurusCommand::export_skos;
  if (name == "import") return ThesaurusCommand::import_skos;
  return std::nullopt;
}

po::variables_map parse(int count, const char* const* arguments) {
  po::options_description all;
  all.add(visible_options());
  all.add_options()("command", po::value<std::string>())("place",
                                                         po::value<std::vector<std::string>>());
  po::positional_options_description positions;
  positions.add("command", 1).add("place", -1);
  // An option that is spelled by half is an error: a later version may have two that begin so.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  po::store(po::command_line_parser(count, arguments)
                .options(all)
                .positional(positions)
                .style(style)
                .run(),
            values);
  po::notify(values);
  return values;
}

/// An option that the command would not look at is a mistake.
std::string misplaced(const po::variables_map& values, ThesaurusCommand command) {
  const auto given = [&](const char* option, bool belongs) {
    return !belongs && values.contains(option);
  };
  const bool exports = command == ThesaurusCommand::export_skos;
  const bool imports = command == ThesaurusCommand::import_skos;
  if (given("output", exports || imports)) return "--output is for export and import";
  if (given("base", exports)) return "--base is for export";
  if (given("kind", imports)) return "--kind is for import";
  if (given("language", imports)) return "--language is for import";
  return "";
}

}  // namespace

Result<ThesaurusRequest> read_thesaurus_request(int count, const char* const* arguments) {
  ThesaurusRequest request;
  po::variables_map values;
  try {
    values = parse(count, arguments);
  } catch (const po::error& error) {
    return usage(error.what());
  }
  if (values.contains("help")) request.answer = help();
  if (values.contains("version")) request.answer = "pinlex-thesaurus " PINLEX_VERSION "\n";
  if (!request.answer.empty()) return request;
  if (!values.contains("command")) return usage("a command is missing: check, export or import");
  const std::string name = values["command"].as<std::string>();
  const auto command = command_named(name);
  if (!command) return usage("'" + name + "' is not one of check, export, import");
  request.command = *command;
  if (const auto wrong = misplaced(values, *command); !wrong.empty()) return usage(wrong);
  if (values.contains("place")) {
    for (const auto& place : values["place"].as<std::vector<std::string>>()) {
      request.places.emplace_back(place);
    }
  }
  if (*command == ThesaurusCommand::import_skos && request.places.size() != 1) {
    return usage("import reads one FILE.ttl");
  }
  if (values.contains("output")) request.output = values["output"].as<std::string>();
  if (values.contains("base")) request.exported.base = values["base"].as<std::string>();
  if (values.contains("language")) request.imported.language = values["language"].as<std::string>();
  if (values.contains("kind")) {
    const auto kind = concept_kind_from(values["kind"].as<std::string>());
    if (!kind) return usage("--kind must be one of " + concept_kind_names());
    request.imported.kind = *kind;
  }
  return request;
}

}  // namespace pinlex
