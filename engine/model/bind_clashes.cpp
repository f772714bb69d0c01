// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "model/binder.h"

#include "source/codes.h"

namespace isonomy::model::binding {
namespace {

using Seen = std::unordered_map<std::string, Span>;

void add_clash(Context& context, const syntax::Clash& written, Seen& seen) {
  if (!declare(context, seen, "clash", written.name.text(), written.name.span)) return;
  mention(context, Named::clash, written.name, written.name.text(), true);
  Clash out;
  out.name = written.name.text();
  out.label = label(written.label);
  out.flow = look_up(context, context.flows, written.flow, Code::unknown_flow, "flow");
  if (!out.flow.valid()) return;
  if (const auto severity = word(context, written.severity, {"note", "minor", "major", "blocking"}))
    out.severity = static_cast<Severity>(*severity);
  static const std::vector<std::string> kinds{"block", "contradiction", "cumulation", "divergence", "silence"};
  if (written.kind)
    if (const auto kind = word(context, *written.kind, kinds)) out.kind = static_cast<ClashKind>(*kind);
  if (!written.when && !written.damaged) {
    context.diagnostics.add(Code::missing_clause, written.name.span, fmt::format("`{}` does not say when it arises", out.name),
                            "add `when` with a comparison of the two ends");
    return;
  }
  if (written.when) out.when = condition(context, *written.when, Scope{true, false, out.flow, false, {}});
  out.remedy = label(written.remedy);
  out.sources = sources(context, written.sources, false, written.name);
  out.span = written.name.span;
  const auto name = out.name;
  context.clashes.emplace(name, context.library.clashes.add(std::move(out)));
}

void add_link(Context& context, const syntax::Link& written) {
  const auto from = jurisdiction(context, written.from);
  const auto to = jurisdiction(context, written.to);
  if (!from || !to) return;
  Link out{*from, *to, written.both_ways, {}, label(written.label), {}, {}, period(context, written.period), written.from.span};
  for (const auto& mode : written.modes) out.modes.push_back(mode.text());
  if (written.kilometres) out.kilometres = written.kilometres->value;
  if (written.border) {
    const syntax::Scalar border{*written.border, written.span};
    if (const auto bound = scalar(context, border, Type{Kind::duration, {}, false})) out.border = std::get<base::Duration>(*bound);
  }
  context.library.links.push_back(std::move(out));
}

void add_route(Context& context, const syntax::Route& written, Seen& seen) {
  if (!declare(context, seen, "route", written.name.text(), written.name.span)) return;
  mention(context, Named::route, written.name, written.name.text(), true);
  if (written.journey.stops.size() < 2)
    context.diagnostics.add(Code::bad_route, written.journey.span, "a route has at least two stops", "join the stops with `->`");
  Route out{written.name.text(), label(written.label), journey(context, written.journey), written.name.span};
  context.routes.emplace(out.name, out.journey);
  context.library.routes.push_back(std::move(out));
}

Journey example_journey(Context& context, const syntax::Example& written) {
  const auto& journey_written = *written.journey;
  if (journey_written.stops.size() != 1) return journey(context, journey_written);
  return look_up(context, context.routes, journey_written.stops[0], Code::unknown_route, "route");
}

std::vector<Test> givens(Context& context, const std::vector<syntax::Comparison>& written) {
  std::vector<Test> out;
  for (const auto& one : written)
    if (auto bound = given(context, one)) out.push_back(std::move(*bound));
  return out;
}

bool names_a_place(const std::string& first) { return first == "sender" || first == "receiver" || first == "carrier"; }

// `receiver.customs.duty` or `KZ.customs.transit_control`.
void expected_answer(Context& context, const syntax::Expectation& written, Expectation& out) {
  const auto& parts = written.answer.left.parts;
  if (parts.size() < 3) {
    context.diagnostics.add(Code::wrong_place, written.answer.left.span,
                            fmt::format("`{}` does not say who answers", written.answer.left.text()),
                            "begin with `sender`, `receiver`, `carrier` or a jurisdiction");
    return;
  }
  const auto who = part(written.answer.left, 0, parts.size() - 2);
  const auto id = measure(context, part(written.answer.left, parts.size() - 2, parts.size()), {});
  if (!id) return;
  MeasureRef left{Place::self, *id};
  if (names_a_place(who.text()))
    left.place = who.text() == "sender" ? Place::sender : who.text() == "receiver" ? Place::receiver : Place::carrier;
  else if (const auto found = jurisdiction(context, who)) out.jurisdiction = *found;
  else return;
  const Test start{left, {}, {}, false, {}, {}};
  out.negated = denies_state(written.answer.relation);
  if (auto bound = finish_test(context, written.answer, context.library.measures[*id].type, start, Scope{})) out.answer = std::move(*bound);
  for (const auto& by : written.decided_by) {
    const auto found = look_up(context, context.library.rule_names, by, Code::unknown_rule, "rule");
    if (found.valid()) out.decided_by.push_back(found);
  }
}

Expectation expectation(Context& context, const syntax::Expectation& written) {
  Expectation out;
  out.kind = static_cast<Expectation::Kind>(written.kind);
  out.negated = written.negated;
  out.possible = written.possible;
  out.span = written.span;
  if (written.name) {
    out.name = written.name->text();
    if (written.kind == syntax::Expectation::Kind::clash) look_up(context, context.clashes, *written.name, Code::unknown_clash, "clash");
    else look_up(context, context.commitments, *written.name, Code::unknown_clash, "commitment");
  }
  if (written.kind == syntax::Expectation::Kind::answer) expected_answer(context, written, out);
  return out;
}

void add_example(Context& context, const syntax::Example& written) {
  if (!written.journey) {
    if (!written.damaged)
      context.diagnostics.add(Code::missing_clause, written.name.span, "the example has no route", "add `route A -> B`");
    return;
  }
  Example out{written.name.text, example_journey(context, written), givens(context, written.given), {}, {}, written.name.span};
  for (const auto& line : written.lines) out.lines.push_back(givens(context, line));
  for (const auto& one : written.expectations) out.expectations.push_back(expectation(context, one));
  context.library.examples.push_back(std::move(out));
}

}  // namespace

void bind_clashes(Context& context, const std::vector<syntax::File>& files) {
  Seen seen;
  each<syntax::Clash>(files, [&](const auto& written) { add_clash(context, written, seen); });
}

void bind_network(Context& context, const std::vector<syntax::File>& files) {
  Seen seen;
  each<syntax::Link>(files, [&](const auto& written) { add_link(context, written); });
  each<syntax::Route>(files, [&](const auto& written) { add_route(context, written, seen); });
}

void bind_examples(Context& context, const std::vector<syntax::File>& files) {
  each<syntax::Example>(files, [&](const auto& written) { add_example(context, written); });
}

}  // namespace isonomy::model::binding
