// SPDX-License-Identifier: Apache-2.0
#include "report/examples.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/excerpt.h"
#include "report/markup.h"
#include "report/parts.h"

namespace isonomy::report {
namespace {

using analysis::ExampleCoverage;
using analysis::ExampleResult;

std::string failed_text(const source::SourceMap& sources, const ExampleResult& result, const Paint& paint) {
  const auto place = result.span.file.valid() ? place_text(sources, result.span) : std::string{};
  auto out = fmt::format("{} {}  {}\n", paint.red("failed"), paint.bold(shown(result.name)), paint.faint(place));
  for (const auto& failure : result.failures) out += fmt::format("       {}\n", shown(failure));
  return out;
}

std::string totals(std::size_t all, std::size_t failed, const Paint& paint) {
  const auto count = fmt::format("{} example{}, ", all, all == 1 ? "" : "s");
  if (failed > 0) return count + paint.red(fmt::format("{} failed", failed)) + "\n";
  return count + (all == 0 ? "none run" : paint.green(all == 1 ? "passed" : "all passed")) + "\n";
}

std::string indented(const std::string& block) {
  std::string out = "    ";
  for (const char c : block.substr(0, block.size() - 1)) out += c == '\n' ? "\n    " : std::string{c};
  return out + "\n";
}

std::string what(const model::Library& library, const analysis::Uncovered& one) {
  return library.rules[one.rule].name + (one.branch.empty() ? "" : ", where " + one.branch);
}

std::string share_text(std::size_t covered, std::size_t all) {
  return fmt::format("{:>5} of {:<5} {:>3}%", covered, all, all == 0 ? 100 : 100 * covered / all);
}

std::string count_text(const std::string& owner, const analysis::CoverageCount& count) {
  return fmt::format("{:<10} rules {}   branches {}\n", owner, share_text(count.rules_covered, count.rules),
                     share_text(count.branches_covered, count.branches));
}

std::string coverage_text(const model::Library& library, const source::SourceMap& sources, const ExampleCoverage& coverage,
                          const Paint& paint) {
  std::string out;
  for (const auto& one : coverage.uncovered)
    out += fmt::format("{} {}  {}\n{}\n", paint.yellow("not covered"), paint.bold(shown(what(library, one))),
                       paint.faint(place_text(sources, one.span)), indented(one.example));
  for (const auto& [owner, count] : coverage.owners) out += count_text(owner, count);
  return out + count_text("all", coverage.all) + fmt::format("{}% covered\n", coverage.all.percent());
}

std::size_t failures(const ExampleReport& report) {
  return static_cast<std::size_t>(
      std::count_if(report.results.begin(), report.results.end(), [](const ExampleResult& result) { return !result.passed; }));
}

bool too_little(const ExampleReport& report) { return report.coverage && report.coverage->all.percent() < report.min_coverage; }

Json example_json(const source::SourceMap& sources, const ExampleResult& result) {
  const auto place = place_json(sources, result.span);
  return Json::Object{
      {"name", result.name}, place[0], place[1], {"outcome", result.passed ? "passed" : "failed"}, {"failures", to_json(result.failures)}};
}

Json counted_json(std::size_t total, std::size_t covered) { return Json::Object{{"total", total}, {"covered", covered}}; }

Json::Object count_json(const analysis::CoverageCount& count) {
  return {{"percent", count.percent()},
          {"rules", counted_json(count.rules, count.rules_covered)},
          {"branches", counted_json(count.branches, count.branches_covered)}};
}

Json coverage_json(const model::Library& library, const source::SourceMap& sources, const ExampleCoverage& coverage) {
  Json::Array uncovered;
  for (const auto& one : coverage.uncovered) {
    const auto place = place_json(sources, one.span);
    uncovered.emplace_back(Json::Object{
        {"rule", library.rules[one.rule].name}, {"branch", text_json(one.branch)}, place[0], place[1], {"example", one.example}});
  }
  Json::Array owners;
  for (const auto& [owner, count] : coverage.owners) {
    Json::Object one{{"owner", owner}};
    for (auto& member : count_json(count)) one.push_back(std::move(member));
    owners.emplace_back(std::move(one));
  }
  auto out = count_json(coverage.all);
  out.emplace_back("owners", std::move(owners));
  out.emplace_back("uncovered", std::move(uncovered));
  return out;
}

std::string case_xml(const source::SourceMap& sources, const ExampleResult& result) {
  const auto file = result.span.file.valid() ? sources[result.span.file].path : std::string{};
  const auto line = result.span.file.valid() ? sources.place(result.span.file, result.span.begin).line : 0;
  const auto head = fmt::format("    <testcase classname=\"{0}\" name=\"{1}\" file=\"{0}\" line=\"{2}\"", xml_escaped(file),
                                xml_escaped(result.name), line);
  if (result.passed) return head + "/>\n";
  return fmt::format("{}>\n      <failure message=\"{}\">{}</failure>\n    </testcase>\n", head, xml_escaped(result.failures.at(0)),
                     xml_escaped(fmt::format("{}", fmt::join(result.failures, "\n"))));
}

std::string coverage_xml(const ExampleReport& report) {
  const auto& coverage = *report.coverage;
  const std::string head = "    <testcase classname=\"coverage\" name=\"rules and branches\"";
  if (!too_little(report)) return head + "/>\n";
  return fmt::format("{}>\n      <failure message=\"{}% covered, {}% asked for\"/>\n    </testcase>\n", head, coverage.all.percent(),
                     report.min_coverage);
}

}  // namespace

std::string examples_text(const model::Library& library, const source::SourceMap& sources, const ExampleReport& report,
                          const TextOptions& options) {
  const Paint paint{options.colour};
  std::string out;
  for (const auto& result : report.results)
    if (!result.passed) out += failed_text(sources, result, paint);
  if (report.coverage) out += coverage_text(library, sources, *report.coverage, paint);
  if (too_little(report)) out += paint.red(fmt::format("less than {}%", report.min_coverage)) + "\n";
  return out + totals(report.results.size(), failures(report), paint);
}

std::string examples_json(const model::Library& library, const source::SourceMap& sources, const ExampleReport& report) {
  Json::Array examples;
  for (const auto& result : report.results) examples.push_back(example_json(sources, result));
  Json::Object out{{"schema", "isonomy/test/1"}, {"examples", std::move(examples)}};
  if (report.coverage) out.emplace_back("coverage", coverage_json(library, sources, *report.coverage));
  return to_text(std::move(out));
}

std::string examples_junit(const source::SourceMap& sources, const ExampleReport& report) {
  std::string body;
  for (const auto& result : report.results) body += case_xml(sources, result);
  if (report.coverage) body += coverage_xml(report);
  const auto counts = fmt::format("tests=\"{}\" failures=\"{}\"", report.results.size() + (report.coverage ? 1 : 0),
                                  failures(report) + (too_little(report) ? 1 : 0));
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {0}>\n  <testsuite name=\"isonomy test\" {0}>\n{1}  "
      "</testsuite>\n</testsuites>\n",
      counts, body);
}

}  // namespace isonomy::report
