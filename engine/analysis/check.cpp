// SPDX-License-Identifier: Apache-2.0
#include "analysis/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/case.h"
#include "model/print.h"
#include "source/codes.h"

namespace isonomy::analysis {
namespace {

using decision::State;

/// One line of the consignment, or all of it: its decisions and findings.
struct LineAnswer {
  std::vector<DecisionAnswer> decisions;
  std::vector<Finding> findings;
};

// A bare silence or unknown of one measure, so that nothing left open passes for fine.
void note_open(Case& of, const decision::Decision& decision, const DecisionAnswer& answer, std::vector<Finding>& out) {
  const auto& library = of.library();
  for (const auto& region : answer.regions) {
    if (region.outcome.state != State::silent && region.outcome.state != State::unknown) continue;
    Finding finding;
    finding.id = fmt::format("{}:{}:{}", name_of(region.outcome.state), library.jurisdictions[decision.seat.self].name,
                             library.measures[decision.measure].name);
    finding.kind = region.outcome.state == State::silent ? FindingKind::silence : FindingKind::unknown;
    finding.severity = model::Severity::note;
    finding.label = library.measures[decision.measure].label;
    finding.flow = decision.seat.flow;
    finding.when = region.when;
    finding.region = region.region;
    finding.sides.push_back({decision.seat.self, decision.measure, region.outcome, region.rules});
    finding.span = library.measures[decision.measure].span;
    out.push_back(std::move(finding));
  }
}

LineAnswer answer_line(Case& of, source::Diagnostics& diagnostics) {
  const auto& library = of.library();
  LineAnswer out;
  std::vector<Finding> open;
  for (const auto& seat : of.seats())
    for (const auto measure : library.measures.ids()) {
      if (!decision::asked_at(library.measures[measure], seat)) continue;
      const auto& decision = of.now().decide(seat, measure);
      report_conflicts(library, of.space(), decision.conflicts, diagnostics);
      if (diagnostics.has_errors()) continue;
      out.decisions.push_back({seat, measure, {}, regions_of(of, decision)});
      note_open(of, decision, out.decisions.back(), open);
    }
  if (diagnostics.has_errors()) return out;
  out.findings = clashes(of);
  for (auto& gap : commitment_gaps(of)) out.findings.push_back(std::move(gap));
  for (auto& one : open) out.findings.push_back(std::move(one));
  return out;
}

bool same(const RegionAnswer& a, const RegionAnswer& b) { return a.when == b.when && a.outcome == b.outcome && a.rules == b.rules; }

bool same(const DecisionAnswer& a, const DecisionAnswer& b) {
  return std::equal(a.regions.begin(), a.regions.end(), b.regions.begin(), b.regions.end(),
                    [](const RegionAnswer& x, const RegionAnswer& y) { return same(x, y); });
}

// A decision on which all lines agree is said once, for the consignment.
void merge_decisions(std::vector<LineAnswer>& lines, CheckAnswer& out) {
  for (std::size_t i = 0; i < lines[0].decisions.size(); ++i) {
    const auto& first = lines[0].decisions[i];
    const bool agreed = std::all_of(lines.begin(), lines.end(), [&](const LineAnswer& line) { return same(line.decisions[i], first); });
    for (std::size_t line = 0; line < (agreed ? 1 : lines.size()); ++line) {
      out.decisions.push_back(std::move(lines[line].decisions[i]));
      if (!agreed) out.decisions.back().line = line + 1;
    }
  }
}

void merge_findings(std::vector<LineAnswer>& lines, CheckAnswer& out) {
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (auto& finding : lines[line].findings) {
      if (!seen.emplace(finding.id, finding.when).second) continue;
      if (lines.size() > 1) finding.line = line + 1;
      (finding.possible ? out.possible : out.findings).push_back(std::move(finding));
    }
  const auto graver = [](const Finding& a, const Finding& b) { return a.severity > b.severity; };
  std::stable_sort(out.findings.begin(), out.findings.end(), graver);
  std::stable_sort(out.possible.begin(), out.possible.end(), graver);
}

void open_facts(CheckAnswer& out) {
  std::set<std::string> names;
  for (const auto& decision : out.decisions)
    for (const auto& region : decision.regions)
      for (const auto& [fact, words] : region.region) names.insert(fact);
  for (const auto* list : {&out.findings, &out.possible})
    for (const auto& finding : *list)
      for (const auto& [fact, words] : finding.region) names.insert(fact);
  out.open_facts.assign(names.begin(), names.end());
}

std::vector<LineAnswer> answer_lines(const model::Library& library, const Question& question, source::Diagnostics& diagnostics) {
  auto lines = question.lines;
  if (lines.empty()) lines.emplace_back();
  const auto budget = std::make_shared<decision::Budget>();
  std::vector<LineAnswer> out;
  for (auto& line : lines) {
    line.insert(line.begin(), question.given.begin(), question.given.end());
    Case of{library, question.stops, line, diagnostics, budget};
    if (!of.valid()) return {};
    out.push_back(answer_line(of, diagnostics));
    if (diagnostics.has_errors()) return {};
  }
  return out;
}

}  // namespace

void report_conflicts(const model::Library& library, const decision::Space& space, const std::vector<decision::Conflict>& conflicts,
                      source::Diagnostics& diagnostics) {
  for (const auto& conflict : conflicts) {
    const auto& first = library.rules[conflict.first];
    const auto& second = library.rules[conflict.second];
    const auto point = decision::point_in(space, conflict.where);
    const auto transaction = decision::transaction_at(library, space, point);
    source::Diagnostic found{source::Code::inconsistent_rules,
                             first.name_span,
                             fmt::format("`{}` and `{}` answer `{}` differently for the same facts", first.name, second.name,
                                         library.measures[conflict.measure].name),
                             "let one of them override the other, or narrow a condition",
                             {},
                             {}};
    found.related.push_back({second.name_span, "the other rule"});
    for (const auto& [fact, value] : transaction) found.witness[library.facts[fact].name] = model::to_text(value, library);
    diagnostics.add(std::move(found));
  }
}

std::optional<base::Date> fixed_day(const Question& question) {
  for (const auto& test : question.given)
    if (std::get<model::FactId>(test.left) == model::fact_id(model::BuiltIn::on) && test.relation == model::Relation::equal)
      return std::get<base::Date>(std::get<model::Scalar>(test.constants[0].from));
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> given_words(const model::Library& library, const Question& question) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& test : question.given) {
    const auto text = model::to_text(test, library);
    const auto& name = library.facts[std::get<model::FactId>(test.left)].name;
    const bool plain = test.relation == model::Relation::equal;
    out.emplace_back(name, plain ? model::constants_text(test, library) : text.substr(name.size() + 1));
  }
  return out;
}

CheckAnswer check(const model::Library& library, const Question& question) {
  CheckAnswer out;
  out.stops = question.stops;
  out.on = fixed_day(question);
  out.given = given_words(library, question);
  try {
    auto lines = answer_lines(library, question, out.diagnostics);
    if (lines.empty()) return out;
    merge_decisions(lines, out);
    merge_findings(lines, out);
    open_facts(out);
  } catch (const decision::TooLarge& error) {
    out.diagnostics.add(error.code, {}, error.what(), "give more facts");
  }
  return out;
}

}  // namespace isonomy::analysis
