// SPDX-License-Identifier: Apache-2.0
#include "outline.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "outline_values.h"

namespace isonomy::test {
namespace {

using namespace syntax;

struct Writer {
  std::string out;

  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    out += fmt::format(format, std::forward<Args>(args)...) + "\n";
  }
  template <class T>
  void clause(std::string_view name, const std::optional<T>& value) {
    if (value) line("    {} {}", name, shown(*value));
  }
  void sources(const std::vector<Source>& all) {
    for (const auto& source : all) line("    source {}", shown(source));
  }
  void period(const Period& period) {
    if (const auto text = shown(period); !text.empty()) line("   {}", text);
  }
  void note(const Label& note) {
    if (const auto text = shown(note); !text.empty()) line("    note{}", text);
  }

  static std::string sum(const std::vector<Path>& addends) {
    std::vector<std::string> names;
    for (const auto& one : addends) names.push_back(one.text());
    return names.empty() ? std::string{} : fmt::format(" sum of {}", fmt::join(names, ", "));
  }

  void operator()(const Domain& d) { line("domain {}{}", d.name.text(), shown(d.label)); }
  void operator()(const Flow& f) {
    line("flow {}: {} to {}{}{}", f.name.text(), f.from.text(), f.to.text(), f.through ? " through " + f.through->text() : "",
         shown(f.label));
  }
  void operator()(const Enumeration& e) {
    line("{}{} {}{}", e.for_sets ? "set " : "", e.ordered ? "scale" : "enum", e.name.text(), shown(e.label));
    for (const auto& value : e.values) line("  {}{}", value.name.text(), shown(value.label));
  }
  void operator()(const Fact& f) {
    line("fact {}: {}{}{}{}", f.name.text(), type(f.type), f.per_line ? " per line" : "", shown(f.label), sum(f.addends));
  }
  void operator()(const Measure& m) {
    static constexpr std::array<std::string_view, 3> directions{"neutral", "higher", "lower"};
    line("measure {}: {}{}", m.name.text(), type(m.type), shown(m.label));
    if (m.flow && m.end) line("    asked of {} {}", m.flow->text(), m.end->text());
    clause("asked when", m.asked_when);
    line("    {}, importance {}", directions.at(static_cast<std::size_t>(m.direction)), m.importance);
    for (const auto& text : m.aligns) line("    aligns {}", text);
  }
  void operator()(const Jurisdiction& j) {
    line("jurisdiction {}{}{}{}", j.name.text(), shown(j.label), j.currency ? " currency " + j.currency->text : "",
         j.within ? " within " + j.within->text() : "");
  }
  void operator()(const Bloc& b) {
    line("bloc {}{}{}", b.name.text(), shown(b.label), b.legislates ? " legislates" : "");
    for (const auto& member : b.members) line("  {}", shown(member));
  }
  void operator()(const Ruleset& r) {
    line("ruleset {}{}", r.name.text(), shown(r.label));
    clause("applies when", r.applies_when);
    if (r.complete_from) line("    complete from {}", base::to_text(r.complete_from->date));
    for (const auto& one : r.rules) rule("rule " + one.name.text(), one);
    for (const auto& one : r.tables)
      rule(fmt::format("table {} by {} from {}", one.rule.name.text(), shown(one.columns), one.file.text), one.rule);
    for (const auto& one : r.commitments) commitment(one);
  }
  void operator()(const Clash& c) {
    line("clash {}{} on {} severity {}", c.name.text(), shown(c.label), c.flow.text(), c.severity.text());
    clause("when", c.when);
    if (c.kind) line("    kind {}", c.kind->text());
    if (const auto text = shown(c.remedy); !text.empty()) line("    remedy{}", text);
    sources(c.sources);
    note(c.note);
  }
  void operator()(const Link& l) {
    line("link {} {} {} by {}{}", l.from.text(), l.both_ways ? "<->" : "->", l.to.text(), shown(l.modes), shown(l.label));
    if (l.kilometres) line("    distance {} km", l.kilometres->digits);
    clause("border", l.border);
    period(l.period);
    sources(l.sources);
    note(l.note);
  }
  void operator()(const Route& r) { line("route {}{}: {}", r.name.text(), shown(r.label), shown(r.journey)); }
  void operator()(const Example& e) {
    line("example {}", e.name.text);
    clause("route", e.journey);
    for (const auto& given : e.given) line("    given {}", shown(given));
    for (const auto& facts : e.lines) {
      line("    line");
      for (const auto& fact : facts) line("      {}", shown(fact));
    }
    for (const auto& one : e.expectations) expectation(one);
  }

 private:
  static std::string type(const Type& type) {
    if (type.flag) return "yes/no";
    return (type.set ? "set of " : "") + type.name.text() + (type.per_kilogram ? " per kg" : "");
  }

  void assignment(const Assignment& a) {
    static constexpr std::array<std::string_view, 4> kinds{"=", "includes", "is silent", "is unknown"};
    const auto value = shown(a.value);
    line("    {} {}{}{}", a.measure.text(), kinds.at(static_cast<std::size_t>(a.kind)), value.empty() ? "" : " ", value);
  }

  void rule(const std::string& title, const Rule& r) {
    line("  {}{}{}", title, shown(r.label), r.overrides.empty() ? "" : " overrides " + shown(r.overrides));
    for (const auto& one : r.assignments) assignment(one);
    clause("when", r.when);
    period(r.period);
    if (r.status) line("    status {}", r.status->text());
    for (const auto& one : r.suspensions) line("    suspended{}{}", shown(one.period), one.source ? " source " + shown(*one.source) : "");
    if (r.implemented_by) line("    implemented by {}", r.implemented_by->text);
    sources(r.sources);
    note(r.note);
  }

  void commitment(const Commitment& c) {
    line("  commitment {}{}", c.name.text(), shown(c.label));
    for (const auto& bound : c.bounds) line("    {}", shown(bound));
    clause("when", c.when);
    if (c.between_members) line("    between members");
    for (const auto& one : c.except) line("    except {}", shown(one));
    if (c.strength) line("    strength {}", c.strength->text());
    period(c.period);
    sources(c.sources);
    note(c.note);
  }

  void expectation(const Expectation& e) {
    if (e.kind == Expectation::Kind::answer) {
      line("    expect {}{}", shown(e.answer), e.decided_by.empty() ? "" : " by " + shown(e.decided_by));
      return;
    }
    line("    expect {}{}{} {}", e.negated ? "no " : "", e.possible ? "possible " : "",
         e.kind == Expectation::Kind::clash ? "clash" : "gap", e.name ? e.name->text() : "at all");
  }
};

}  // namespace

std::string outline(const File& file) {
  Writer writer;
  for (const auto& declaration : file.declarations) std::visit(writer, declaration);
  return std::move(writer.out);
}

}  // namespace isonomy::test
