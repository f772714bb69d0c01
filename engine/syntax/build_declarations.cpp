// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "syntax/build.h"

namespace isonomy::syntax::build {
namespace {

std::vector<Path> names(const Node& node) {
  std::vector<Path> out;
  for (const auto* one : node.all("name")) out.push_back(path(*one));
  return out;
}

Declaration domain(const Node& node, Diagnostics& diagnostics) {
  return Domain{path(node.at("name")), label(node.find("label"), diagnostics), node.span};
}

Declaration flow(const Node& node, Diagnostics& diagnostics) {
  const auto ends = names(node);
  Flow out{ends[0], ends[1], ends[2], {}, label(node.find("label"), diagnostics), node.span};
  if (const auto* transit = node.find("transit")) out.through = path(transit->at("name"));
  return out;
}

Declaration enumeration(const Node& node, Diagnostics& diagnostics) {
  Enumeration out{
      path(node.at("name")), label(node.find("label"), diagnostics), {}, node.rule == "scaleDecl", node.has_word("set"), node.span};
  for (const auto* one : node.all("enumerator")) out.values.push_back({path(one->at("name")), label(one->find("label"), diagnostics)});
  return out;
}

// A name, or the one reserved word that the grammar also allows there.
Path name_or_word(const Node& node) {
  const auto* name = node.find("name");
  return name != nullptr ? path(*name) : Path{{std::string{node.word(0).text}}, node.span};
}

Type type(const Node& node) {
  Type out;
  out.span = node.span;
  if (const auto* set = node.find("setType")) {
    out.set = true;
    out.name = name_or_word(set->at("typeName"));
  } else if (node.find("flagType") != nullptr) {
    out.flag = true;
  } else {
    out.name = name_or_word(node.at("typeName"));
    out.per_kilogram = node.find("perKilogram") != nullptr;
  }
  return out;
}

Declaration fact(const Node& node, Diagnostics& diagnostics) {
  const auto* sum = node.find("sum");
  return Fact{path(node.at("name")),
              type(node.at("type")),
              label(node.find("label"), diagnostics),
              node.find("perLine") != nullptr,
              sum == nullptr ? std::vector<Path>{} : names(*sum),
              node.span};
}

void measure_clause(const Node& clause, Measure& out, Diagnostics& diagnostics) {
  if (clause.children.empty()) return;
  const auto& node = clause.children[0];
  if (node.rule == "askedOf") {
    const auto ends = names(node);
    once(out.flow, ends[0], node, diagnostics);
    out.end = ends[1];
  } else if (node.rule == "askedWhen") {
    once(out.asked_when, condition(node.at("condition"), diagnostics), node, diagnostics);
  } else if (node.rule == "direction") {
    out.direction = node.has_word("higher") ? Direction::higher : node.has_word("lower") ? Direction::lower : Direction::neutral;
  } else if (node.rule == "importance") {
    const auto digits = std::string{node.word(1).text};
    out.importance = digits.size() > 4 ? 9999 : std::stoi(digits);
  } else {
    for (const auto& child : node.children)
      if (child.text.starts_with('"')) out.aligns.push_back(quoted(child).text);
  }
}

Declaration measure(const Node& node, Diagnostics& diagnostics) {
  Measure out;
  out.name = path(node.at("path"));
  out.type = type(node.at("type"));
  out.label = label(node.find("label"), diagnostics);
  out.span = node.span;
  out.damaged = node.damaged;
  for (const auto* clause : node.all("measureClause")) measure_clause(*clause, out, diagnostics);
  return out;
}

Declaration jurisdiction(const Node& node, Diagnostics& diagnostics) {
  Jurisdiction out{path(node.at("path")), label(node.find("label"), diagnostics), {}, {}, node.span};
  for (const auto* clause : node.all("jurisdictionClause")) {
    if (const auto* currency = clause->find("currencyClause"))
      once(out.currency, Text{std::string{currency->word(1).text}, currency->word(1).span}, *currency, diagnostics);
    if (const auto* within = clause->find("withinClause")) once(out.within, path(within->at("path")), *within, diagnostics);
  }
  return out;
}

Declaration bloc(const Node& node, Diagnostics& diagnostics) {
  Bloc out{path(node.at("name")), label(node.find("label"), diagnostics), false, {}, node.span};
  for (const auto* clause : node.all("blocClause")) {
    if (clause->find("legislates") != nullptr) out.legislates = true;
    if (const auto* members = clause->find("membersClause"))
      for (const auto* one : members->all("member")) out.members.push_back(member(*one, diagnostics));
  }
  return out;
}

void clash_clause(const Node& clause, Clash& out, Diagnostics& diagnostics) {
  if (clause.children.empty()) return;
  const auto& node = clause.children[0];
  if (node.rule == "whenClause") once(out.when, condition(node.at("condition"), diagnostics), node, diagnostics);
  else if (node.rule == "kindClause") once(out.kind, path(node.at("name")), node, diagnostics);
  else if (node.rule == "remedyClause") out.remedy = label(node.find("label"), diagnostics);
  else if (node.rule == "sourceClause") out.sources.push_back(source_clause(node, diagnostics));
  else out.note = label(node.find("label"), diagnostics);
}

Declaration clash(const Node& node, Diagnostics& diagnostics) {
  const auto ends = names(node);
  Clash out;
  out.name = ends[0];
  out.flow = ends[1];
  out.severity = name_or_word(node.at("severity"));
  out.label = label(node.find("label"), diagnostics);
  out.span = node.span;
  out.damaged = node.damaged;
  for (const auto* clause : node.all("clashClause")) clash_clause(*clause, out, diagnostics);
  return out;
}

std::vector<Path> modes(const Node& node) {
  const auto* by = node.find("byModes");
  return by == nullptr ? std::vector<Path>{} : names(*by);
}

void link_clause(const Node& clause, Link& out, Diagnostics& diagnostics) {
  if (clause.children.empty()) return;
  const auto& node = clause.children[0];
  if (node.rule == "distanceClause") once(out.kilometres, number(node.at("number"), diagnostics), node, diagnostics);
  else if (node.rule == "borderClause") once(out.border, quantity(node, diagnostics), node, diagnostics);
  else if (node.rule == "sourceClause") out.sources.push_back(source_clause(node, diagnostics));
  else if (node.rule == "noteClause") out.note = label(node.find("label"), diagnostics);
  else period_clause(node, out.period, diagnostics);
}

Declaration link(const Node& node, Diagnostics& diagnostics) {
  const auto ends = paths(node);
  Link out;
  out.from = ends[0];
  out.to = ends[1];
  out.both_ways = node.has_word("<->");
  out.modes = modes(node);
  out.label = label(node.find("label"), diagnostics);
  out.span = node.span;
  for (const auto* clause : node.all("linkClause")) link_clause(*clause, out, diagnostics);
  return out;
}

Declaration route(const Node& node, Diagnostics& diagnostics) {
  return Route{path(node.at("name")), label(node.find("label"), diagnostics), journey(node.at("journey")), node.span};
}

Expectation expectation(const Node& node, Diagnostics& diagnostics) {
  Expectation out;
  out.span = node.span;
  if (const auto* answer = node.find("expectAnswer")) {
    out.answer = comparison(answer->at("comparison"), diagnostics);
    if (const auto* by = answer->find("decidedBy")) out.decided_by = paths(by->at("paths"));
    return out;
  }
  const auto& finding = node.at("expectFinding");
  out.kind = finding.has_word("clash") ? Expectation::Kind::clash : Expectation::Kind::gap;
  out.negated = finding.has_word("no");
  out.possible = finding.has_word("possible");
  if (const auto* name = finding.find("path")) out.name = path(*name);
  return out;
}

std::vector<Comparison> comparisons(const Node& node, Diagnostics& diagnostics) {
  std::vector<Comparison> out;
  for (const auto* one : node.all("comparison")) out.push_back(comparison(*one, diagnostics));
  return out;
}

Declaration example(const Node& node, Diagnostics& diagnostics) {
  Example out;
  out.name = quoted(node.word(1));
  out.span = node.span;
  out.damaged = node.damaged;
  for (const auto* clause : node.all("exampleClause")) {
    if (clause->children.empty()) continue;
    const auto& what = clause->children[0];
    if (what.rule == "exampleRoute") once(out.journey, journey(what.at("journey")), what, diagnostics);
    else if (what.rule == "lineClause") out.lines.push_back(comparisons(what, diagnostics));
    else if (what.rule == "expectClause") out.expectations.push_back(expectation(what, diagnostics));
    else
      for (auto& one : comparisons(what, diagnostics)) out.given.push_back(std::move(one));
  }
  return out;
}

}  // namespace

Journey journey(const Node& node) { return {paths(node), modes(node), node.span}; }

Declaration declaration(const Node& node, Diagnostics& diagnostics) {
  using Builder = Declaration (*)(const Node&, Diagnostics&);
  static const std::map<std::string_view, Builder> builders{
      {"domainDecl", domain},
      {"flowDecl", flow},
      {"enumDecl", enumeration},
      {"scaleDecl", enumeration},
      {"factDecl", fact},
      {"measureDecl", measure},
      {"jurisdictionDecl", jurisdiction},
      {"blocDecl", bloc},
      {"clashDecl", clash},
      {"linkDecl", link},
      {"routeDecl", route},
      {"exampleDecl", example},
      {"rulesetDecl", [](const Node& n, Diagnostics& d) { return Declaration{ruleset(n, d)}; }}};
  return builders.at(node.children[0].rule)(node.children[0], diagnostics);
}

}  // namespace isonomy::syntax::build
