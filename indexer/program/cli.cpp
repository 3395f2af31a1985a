// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli.hpp"

#include "progress.hpp"
#include "summary.hpp"

#include <pinlex/base/data_dir.hpp>
#include <pinlex/base/utf8.hpp>
#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/sources/reader.hpp>

#include <boost/program_options.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

constexpr std::uint32_t most_jobs = 256;

po::options_description visible_options() {
  po::options_description options("Options");
  auto add = options.add_options();
  add("dry-run", "read and report only; the index is not touched");
  add("report", po::value<std::string>()->value_name("FILE"), "write what was done as JSON");
  add("keep", po::value<std::uint32_t>()->default_value(2)->value_name("N"),
      "generations to keep, the new one among them");
  add("jobs,j", po::value<std::uint32_t>()->value_name("N"),
      "threads to read and analyse with; as many as there are processors unless told otherwise");
  add("memory", po::value<std::string>()->default_value("1G")->value_name("SIZE"),
      "what a run may take in memory (\"512M\", \"2G\"); what exceeds it waits on disk");
  add("rebuild", "analyse all texts anew; those whose files did not change as they are stored");
  add("read-all", "read files too that have not changed since they were read");
  add("remove", po::value<std::vector<std::string>>()->value_name("ID"),
      "take out an instrument or one version of it; may be repeated");
  add("rollback", "make the generation before the live one live again");
  add("prune", "remove all generations but the live one");
  add("prune-missing", "an empty or missing PATH removes what came from it");
  add("catalogue", po::value<std::vector<std::string>>()->value_name("FILE|DIR"),
      "instruments to know beside the built-in ones; may be repeated");
  add("no-pairs-from", po::value<std::vector<std::string>>()->value_name("ID"),
      "learn no words of other languages from that instrument, to measure what is learnt; may be "
      "repeated");
  add("thesaurus", po::value<std::string>()->value_name("FILE|DIR"),
      "concepts to find in the texts, in place of the built-in ones");
  add("quiet,q", "print nothing but what was refused");
  add("verbose,v", "print every file and every doubt");
  add("help,h", "print this help");
  add("version", "print the version");
  return options;
}

std::string help() {
  std::ostringstream out;
  out << "Usage: pinlex-index [OPTION]... INDEX PATH...\n"
         "       pinlex-index --rebuild|--remove ID|--rollback|--prune INDEX\n"
         "Reads the texts at each PATH and publishes them in INDEX, in place of what came from "
         "the\n"
         "same PATH before. PATH - is standard input: records of JSON, one a line.\n\n"
      << visible_options()
      << "\nExit status: 0 done, 2 usage, 4 INDEX is something else, 5 index of another format,\n"
         "6 locked by another writer, 7 index damaged, 8 some inputs were refused, 70 a fault.\n";
  return out.str();
}

Unexpected usage(std::string message) {
  return fail(Code::usage, std::move(message), "pinlex-index --help lists what there is");
}

po::variables_map parse(int count, const char* const* arguments) {
  po::options_description all;
  all.add(visible_options());
  all.add_options()("index", po::value<std::string>())("path",
                                                       po::value<std::vector<std::string>>());
  po::positional_options_description places;
  places.add("index", 1).add("path", -1);
  // An option that is spelled by half is an error: a later version may have two that begin so.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  po::store(
      po::command_line_parser(count, arguments).options(all).positional(places).style(style).run(),
      values);
  po::notify(values);
  return values;
}

Result<Catalogue> load_catalogue(const std::vector<fs::path>& more, const fs::path& data) {
  const auto folder = data_dir(data);
  if (!folder) return passed_on(folder);
  std::vector<fs::path> places{*folder / "catalogue"};
  places.insert(places.end(), more.begin(), more.end());
  return read_catalogue(places);
}

Result<CompiledThesaurus> load_thesaurus(const fs::path& place, const fs::path& data) {
  const auto folder = data_dir(data);
  if (!folder) return passed_on(folder);
  std::error_code missing;
  if (place.empty() && !fs::exists(*folder / "powers", missing)) return CompiledThesaurus();
  const auto files = read_thesaurus_files({place.empty() ? *folder / "powers" : place});
  if (!files) return passed_on(files);
  const auto thesaurus = Thesaurus::from_toml(*files);
  if (!thesaurus) return passed_on(thesaurus);
  return CompiledThesaurus(*thesaurus);
}

/// All of standard input, if it is a root. What is larger than a file may be is refused as one.
void read_standard_input(IndexRequest& request) {
  const auto& roots = request.roots;
  if (std::find(roots.begin(), roots.end(), "-") == roots.end()) return;
  std::vector<char> block(1 << 20);
  while (std::cin && request.standard_input.size() <= max_source_bytes) {
    std::cin.read(block.data(), static_cast<std::streamsize>(block.size()));
    request.standard_input.append(block.data(), static_cast<std::size_t>(std::cin.gcount()));
  }
}

Result<IndexReport> index_with_progress(CommandLine& line, const Catalogue& catalogue,
                                        const CompiledThesaurus& thesaurus) {
  read_standard_input(line.request);
  ProgressLine shown(!line.quiet);
  line.request.progress = [&shown](const IndexProgress& progress) { shown.show(progress); };
  return index(line.request, catalogue, thesaurus);
}

/// "512M", "2G": bytes.
Result<std::uint64_t> read_size(const std::string& text) {
  static constexpr std::string_view units = "KMGT";
  std::uint64_t size = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, size);
  const auto unit = at == end ? std::string_view::npos : units.find(*at);
  const std::size_t shift = unit == std::string_view::npos ? 0 : 10 * (unit + 1);
  if (error != std::errc() || at + 1 != end || shift == 0 || size > UINT64_MAX >> shift) {
    return fail(Code::usage, "--memory " + text + ": is no size",
                "give a number with its unit: 512M, 2G");
  }
  if (size << shift < least_memory) {
    return fail(Code::usage, "--memory " + text + ": is too little to index with",
                "the least is " + std::to_string(least_memory >> 20) + "M");
  }
  return size << shift;
}

/// What is to be done with the index, and with what.
Result<void> read_task(const po::variables_map& values, CommandLine& line) {
  line.roll_back = values.contains("rollback");
  line.prune = values.contains("prune");
  line.request.rebuild = values.contains("rebuild");
  line.request.read_all = values.contains("read-all");
  if (values.contains("remove")) {
    line.request.remove = values["remove"].as<std::vector<std::string>>();
  }
  if (values.contains("no-pairs-from")) {
    line.request.no_pairs_from = values["no-pairs-from"].as<std::vector<std::string>>();
  }
  if (values.contains("path")) {
    for (const auto& path : values["path"].as<std::vector<std::string>>()) {
      line.request.roots.emplace_back(path);
    }
  }
  const bool whole_index = line.roll_back || line.prune || !line.request.remove.empty();
  if (whole_index && !line.request.roots.empty()) {
    return usage("--rollback, --prune and --remove take INDEX alone");
  }
  if (!whole_index && !line.request.rebuild && line.request.roots.empty()) {
    return usage("PATH is missing: what is to be indexed");
  }
  return {};
}

}  // namespace

Result<CommandLine> read_command_line(int count, const char* const* arguments) {
  CommandLine line;
  po::variables_map values;
  try {
    values = parse(count, arguments);
  } catch (const po::error& error) {
    return usage(error.what());
  }
  if (values.contains("help")) line.answer = help();
  if (values.contains("version")) line.answer = "pinlex-index " PINLEX_VERSION "\n";
  if (!line.answer.empty()) return line;
  if (!values.contains("index")) return usage("INDEX is missing");
  line.request.index = values["index"].as<std::string>();
  if (auto read = read_task(values, line); !read) return passed_on(read);
  line.request.dry_run = values.contains("dry-run");
  line.request.prune_missing = values.contains("prune-missing");
  line.request.keep = values["keep"].as<std::uint32_t>();
  if (line.request.keep == 0) return usage("--keep must be at least 1");
  const auto processors = std::max(1U, std::thread::hardware_concurrency());
  line.request.jobs = values.contains("jobs") ? values["jobs"].as<std::uint32_t>() : processors;
  if (line.request.jobs == 0 || line.request.jobs > most_jobs) {
    return usage("--jobs must be from 1 to " + std::to_string(most_jobs));
  }
  const auto memory = read_size(values["memory"].as<std::string>());
  if (!memory) return passed_on(memory);
  line.request.memory = *memory;
  if (values.contains("catalogue")) {
    for (const auto& place : values["catalogue"].as<std::vector<std::string>>()) {
      line.catalogues.emplace_back(place);
    }
  }
  if (values.contains("thesaurus")) line.thesaurus = values["thesaurus"].as<std::string>();
  if (values.contains("report")) line.report = values["report"].as<std::string>();
  line.quiet = values.contains("quiet");
  line.verbose = values.contains("verbose");
  return line;
}

int print_error(const Error& error) {
  std::cerr << "pinlex-index: " << printable(error.message) << "\n";
  if (!error.hint.empty()) std::cerr << "  hint: " << printable(error.hint) << "\n";
  return static_cast<int>(error.code);
}

namespace {

int run_roll_back(const CommandLine& line) {
  const auto generation = roll_back(line.request.index);
  if (!generation) return print_error(generation.error());
  if (!line.quiet) std::cout << "generation: " << *generation << "\n";
  return 0;
}

}  // namespace

int run(CommandLine line, const fs::path& data) {
  if (line.roll_back) return run_roll_back(line);
  if (line.prune) {
    const auto pruned = prune(line.request.index);
    return pruned ? 0 : print_error(pruned.error());
  }
  const auto catalogue = load_catalogue(line.catalogues, data);
  if (!catalogue) return print_error(catalogue.error());
  const auto thesaurus = load_thesaurus(line.thesaurus, data);
  if (!thesaurus) return print_error(thesaurus.error());
  std::ofstream json;
  if (!line.report.empty()) {
    json.open(line.report, std::ios::binary);
    if (!json) return print_error({Code::usage, line.report.string() + ": cannot be written", {}});
  }
  const auto report = index_with_progress(line, *catalogue, *thesaurus);
  if (!report) return print_error(report.error());
  if (json.is_open() && !(json << to_json(*report)).flush()) {
    return print_error({Code::internal, line.report.string() + ": could not be written", {}});
  }
  print_refused(*report, std::cerr);
  if (!line.quiet) print_left_out(*report, std::cerr);
  if (line.request.dry_run || line.verbose) print_files(*report, std::cout);
  if (!line.quiet) print_summary(*report, std::cout);
  return report->refused() > 0 ? static_cast<int>(Code::inputs_refused) : 0;
}

}  // namespace pinlex
