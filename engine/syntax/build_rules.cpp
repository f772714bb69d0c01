// SPDX-License-Identifier: Apache-2.0
#include "syntax/build.h"

namespace isonomy::syntax::build {
namespace {

Assignment assignment(const Node& node, Diagnostics& diagnostics) {
  Assignment out{path(node.at("path")), Assignment::Kind::equals, {}, node.span};
  if (node.find("isSilent") != nullptr) out.kind = Assignment::Kind::silent;
  else if (node.find("isUnknown") != nullptr) out.kind = Assignment::Kind::unknown;
  else if (const auto* added = node.find("includeValue")) {
    out.kind = Assignment::Kind::includes;
    out.value = value(added->at("value"), diagnostics);
  } else {
    out.value = value(node.at("assignValue").at("value"), diagnostics);
  }
  return out;
}

Suspension suspension(const Node& node, Diagnostics& diagnostics) {
  Suspension out;
  out.span = node.span;
  for (const auto& child : node.children) period_clause(child, out.period, diagnostics);
  if (const auto* source = node.find("sourceClause")) out.source = source_clause(*source, diagnostics);
  return out;
}

void rule_clause(const Node& clause, Rule& rule, Diagnostics& diagnostics) {
  if (clause.children.empty()) return;
  const auto& node = clause.children[0];
  if (node.rule == "assignment") rule.assignments.push_back(assignment(node, diagnostics));
  else if (node.rule == "whenClause") once(rule.when, condition(node.at("condition"), diagnostics), node, diagnostics);
  else if (node.rule == "statusClause") once(rule.status, path(node.at("name")), node, diagnostics);
  else if (node.rule == "suspendedClause") rule.suspensions.push_back(suspension(node, diagnostics));
  else if (node.rule == "implementedClause") once(rule.implemented_by, quoted(node.word(2)), node, diagnostics);
  else if (node.rule == "sourceClause") rule.sources.push_back(source_clause(node, diagnostics));
  else if (node.rule == "noteClause") rule.note = label(node.find("label"), diagnostics);
  else period_clause(node, rule.period, diagnostics);
}

Rule rule(const Node& node, Diagnostics& diagnostics) {
  Rule out;
  out.name = path(node.at("name"));
  out.label = label(node.find("label"), diagnostics);
  out.span = node.span;
  out.damaged = node.damaged;
  if (const auto* overrides = node.find("overridesClause")) out.overrides = paths(overrides->at("paths"));
  for (const auto* clause : node.all("ruleClause")) rule_clause(*clause, out, diagnostics);
  return out;
}

Table table(const Node& node, Diagnostics& diagnostics) {
  Table out{rule(node, diagnostics), {}, {}, node.span};
  const auto names = node.all("name");
  for (std::size_t i = 1; i < names.size(); ++i) out.columns.push_back(path(*names[i]));
  for (const auto& child : node.children)
    if (child.is_word() && child.text.starts_with('"')) out.file = quoted(child);
  return out;
}

void commitment_clause(const Node& clause, Commitment& out, Diagnostics& diagnostics) {
  if (clause.children.empty()) return;
  const auto& node = clause.children[0];
  if (node.rule == "comparison") out.bounds.push_back(comparison(node, diagnostics));
  else if (node.rule == "whenClause") once(out.when, condition(node.at("condition"), diagnostics), node, diagnostics);
  else if (node.rule == "betweenClause") out.between_members = true;
  else if (node.rule == "exceptClause")
    for (const auto* one : node.all("member")) out.except.push_back(member(*one, diagnostics));
  else if (node.rule == "strengthClause") once(out.strength, path(node.at("name")), node, diagnostics);
  else if (node.rule == "sourceClause") out.sources.push_back(source_clause(node, diagnostics));
  else if (node.rule == "noteClause") out.note = label(node.find("label"), diagnostics);
  else period_clause(node, out.period, diagnostics);
}

Commitment commitment(const Node& node, Diagnostics& diagnostics) {
  Commitment out;
  out.name = path(node.at("name"));
  out.label = label(node.find("label"), diagnostics);
  out.span = node.span;
  out.damaged = node.damaged;
  for (const auto* clause : node.all("commitmentClause")) commitment_clause(*clause, out, diagnostics);
  return out;
}

void ruleset_item(const Node& item, Ruleset& out, Diagnostics& diagnostics) {
  if (item.children.empty()) return;
  const auto& node = item.children[0];
  if (node.rule == "ruleDecl") out.rules.push_back(rule(node, diagnostics));
  else if (node.rule == "tableDecl") out.tables.push_back(table(node, diagnostics));
  else if (node.rule == "commitmentDecl") out.commitments.push_back(commitment(node, diagnostics));
  else if (node.rule == "appliesClause") once(out.applies_when, condition(node.at("condition"), diagnostics), node, diagnostics);
  else once(out.complete_from, day(node.at("date"), diagnostics), node, diagnostics);
}

}  // namespace

Source source_clause(const Node& node, Diagnostics& diagnostics) {
  Source out{quoted(node.word(1)).text, {}, {}, {}, node.span};
  for (const auto* clause : node.all("articleClause")) once(out.article, quoted(clause->word(1)), *clause, diagnostics);
  for (const auto* clause : node.all("urlClause")) once(out.url, quoted(clause->word(1)), *clause, diagnostics);
  for (const auto* clause : node.all("checkedClause")) once(out.checked, day(clause->at("date"), diagnostics), *clause, diagnostics);
  return out;
}

void period_clause(const Node& clause, Period& period, Diagnostics& diagnostics) {
  if (clause.rule == "throughClause") once(period.through, day(clause.at("date"), diagnostics), clause, diagnostics);
  if (clause.rule != "fromClause") return;
  if (const auto* date = clause.find("date")) once(period.from, day(*date, diagnostics), clause, diagnostics);
  else period.from_unknown = true;
}

Member member(const Node& node, Diagnostics& diagnostics) {
  Member out{path(node.at("path")), {}, node.span};
  for (const auto& child : node.children) period_clause(child, out.period, diagnostics);
  return out;
}

Ruleset ruleset(const Node& node, Diagnostics& diagnostics) {
  Ruleset out;
  out.name = path(node.at("path"));
  out.label = label(node.find("label"), diagnostics);
  out.span = node.span;
  for (const auto* item : node.all("rulesetItem")) ruleset_item(*item, out, diagnostics);
  return out;
}

}  // namespace isonomy::syntax::build
