// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "api/codes.h"
#include "report/words.h"

namespace isonomy::cli {

void add_common(CLI::App& verb, Common& common, const std::vector<std::string>& formats) {
  verb.add_option("--rules", common.rules, "folder of rule files; may be given several times (default: the nearest rulesets/)")
      ->type_name("DIR");
  verb.add_option("--format", common.format, "for people or for programs")->check(CLI::IsMember(formats))->capture_default_str();
  verb.add_option("--lang", common.lang, "language of text reports and labels")->check(CLI::IsMember({"en", "zh"}))->capture_default_str();
}

void add_request(CLI::App& verb, api::Request& request) {
  verb.add_option("from", request.origin, "where the goods are dispatched from, e.g. CN");
  verb.add_option("to", request.destination, "where they go to, e.g. DE");
  verb.add_option("--via", request.via, "jurisdictions in between, in order, e.g. KZ,RU,PL")->delimiter(',')->type_name("A,B");
  verb.add_option("--route", request.route, "a declared route instead")->type_name("NAME");
  verb.add_option("--given", request.given, "a fact, e.g. \"value = 90 EUR\"; may be given several times")->type_name("FACT=VALUE");
  verb.add_option("--line", request.lines, "facts of one line of the consignment, e.g. \"goods=620610, pieces=2\"")->type_name("FACTS");
  verb.add_option("--on", request.on, "the day, or `any` to leave it open (default: today)")->type_name("DATE");
}

void add_fail_on(CLI::App& verb, std::string& level) {
  verb.add_option("--fail-on", level, "least severity of a finding that makes the exit status 1")
      ->check(CLI::IsMember({"note", "minor", "major", "blocking"}))
      ->capture_default_str();
}

bool reaches(model::Severity severity, const std::string& level) {
  for (const auto least : {model::Severity::note, model::Severity::minor, model::Severity::major, model::Severity::blocking})
    if (analysis::name_of(least) == level) return severity >= least;
  return true;
}

void add_narrowing(CLI::App& verb, api::Narrowing& narrowing) {
  verb.add_option("--domain", narrowing.domain, "only the measures of one domain, e.g. data")->type_name("NAME");
  verb.add_option("--measure", narrowing.measure, "only one measure, e.g. customs.duty")->type_name("NAME");
  verb.add_option("--given", narrowing.given, "a fact, e.g. \"value = 90 EUR\"; may be given several times")->type_name("FACT=VALUE");
  verb.add_option("--on", narrowing.on, "the day, or `any` to leave it open (default: today)")->type_name("DATE");
}

std::vector<std::filesystem::path> rule_folders(const Session& session, const std::vector<std::string>& rules,
                                                source::Diagnostics& diagnostics) {
  if (!rules.empty()) return {rules.begin(), rules.end()};
  const auto found = api::default_rules(std::filesystem::current_path(), session.program);
  if (!found.empty()) return {found};
  diagnostics.add(source::Code::no_rule_files, {}, "no folder `rulesets` here or above", "name the folder of rule files with --rules");
  return {};
}

api::Scope scope_of(const api::Request& request) {
  api::Scope out{request.via, request.route};
  out.places.push_back(request.origin);
  out.places.push_back(request.destination);
  return out;
}

api::Loaded load(const Session& session, const std::vector<std::string>& rules, const std::optional<api::Scope>& scope, const More& more) {
  source::Diagnostics diagnostics;
  auto folders = rule_folders(session, rules, diagnostics);
  for (const auto& one : more.files)
    if (std::filesystem::path{one}.extension() == ".law") folders.emplace_back(one);
  if (diagnostics.empty()) return api::load(folders, scope, {more.what_if.begin(), more.what_if.end()});
  api::Loaded out;
  out.diagnostics = std::move(diagnostics);
  return out;
}

void add_what_if(CLI::App& verb, std::vector<std::string>& files) {
  verb.add_option("--what-if", files, "law to try for this run only: rules added, or put in the place of those of the same name")
      ->type_name("FILE.law");
}

std::string tried(const Common& common, const std::vector<std::string>& files) {
  std::string out;
  if (common.format == "text")
    for (const auto& file : files) out += std::string{report::words_in("What if: ", common.lang)} + file + "\n";
  return out;
}

void complain(Session& session, const source::SourceMap& sources, const source::Diagnostics& diagnostics) {
  std::cerr << report::diagnostics_text(sources, diagnostics.sorted(), colour_on(STDERR_FILENO));
  session.status = wrong_input;
}

bool colour_on(int descriptor) { return isatty(descriptor) == 1 && std::getenv("NO_COLOR") == nullptr; }

report::TextOptions text_options(const Common& common) {
  report::TextOptions out;
  out.colour = colour_on(STDOUT_FILENO);
  out.lang = common.lang;
  return out;
}

}  // namespace isonomy::cli
