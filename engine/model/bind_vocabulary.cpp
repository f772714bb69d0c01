// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/limits.h"
#include "model/binder.h"
#include "source/codes.h"

namespace isonomy::model::binding {
namespace {

using Seen = std::unordered_map<std::string, Span>;

void built_in(Context& context) {
  constexpr std::array<std::string_view, built_in_facts> names{"on", "origin", "destination", "sender", "receiver", "other_end"};
  for (const auto name : names) {
    const auto kind = name == "on" ? Kind::date : Kind::jurisdiction;
    const auto id = context.library.facts.add({std::string{name}, {kind, {}, false}, {}, false, {}, {}});
    context.library.fact_names.emplace(name, id);
  }
}

void add_enumeration(Context& context, const syntax::Enumeration& written, Seen& seen) {
  if (!declare(context, seen, "type", written.name.text(), written.name.span)) return;
  Enumeration out{written.name.text(), label(written.label), {}, {}, written.ordered};
  mention(context, Named::type, written.name, out.name, true);
  Seen values;
  for (const auto& value : written.values) {
    if (!declare(context, values, "value", value.name.text(), value.name.span)) continue;
    out.values.push_back(value.name.text());
    mention(context, Named::value, value.name, out.name + "." + value.name.text(), true);
    out.value_labels.push_back(label(value.label));
  }
  if (out.values.size() > base::limits::set_enumerators)
    context.diagnostics.add(Code::too_many_values, written.name.span, fmt::format("`{}` has {} values", out.name, out.values.size()),
                            fmt::format("keep at most {}", base::limits::set_enumerators));
  context.enumerations.emplace(out.name, context.library.enumerations.add(out));
}

bool is_end(const syntax::Path& name) { return name.text() == "origin" || name.text() == "destination"; }

void add_flow(Context& context, const syntax::Flow& written, Seen& seen) {
  if (!declare(context, seen, "flow", written.name.text(), written.name.span)) return;
  for (const auto* end : {&written.from, &written.to})
    if (!is_end(*end)) word(context, *end, {"origin", "destination"});
  if (written.through) word(context, *written.through, {"transit"});
  mention(context, Named::flow, written.name, written.name.text(), true);
  const Flow flow{written.name.text(), label(written.label), written.from.text() == "origin", written.through.has_value()};
  context.flows.emplace(flow.name, context.library.flows.add(flow));
}

void add_fact(Context& context, const syntax::Fact& written, Seen& seen) {
  if (!declare(context, seen, "fact", written.name.text(), written.name.span)) return;
  mention(context, Named::fact, written.name, written.name.text(), true);
  const auto bound = type(context, written.type);
  if (!bound) return;
  const bool set_of_others = bound->set && bound->kind != Kind::enumeration;
  if (bound->kind == Kind::duration || bound->kind == Kind::money_per_kilogram || set_of_others) {
    context.diagnostics.add(Code::fact_of_type, written.type.span, fmt::format("a fact cannot be a `{}`", to_text(*bound, context.library)),
                            "state it as count, money, date, or a set of an enumeration");
    return;
  }
  const auto id = context.library.facts.add({written.name.text(), *bound, label(written.label), written.per_line, written.name.span, {}});
  context.library.fact_names.emplace(written.name.text(), id);
}

bool is_amount(const Fact& fact) { return fact.type.kind == Kind::money && !fact.type.set && !fact.per_line; }

// After all facts are declared, since a sum may stand before what it adds up.
void bind_sum(Context& context, const syntax::Fact& written) {
  const auto it = context.library.fact_names.find(written.name.text());
  if (written.addends.empty() || it == context.library.fact_names.end()) return;
  std::vector<FactId> addends;
  for (const auto& name : written.addends) {
    const auto id = look_up(context, context.library.fact_names, name, Code::unknown_fact, "fact");
    if (!id.valid()) return;
    addends.push_back(id);
    if (is_amount(context.library.facts[id]) && is_amount(context.library.facts[it->second])) continue;
    context.diagnostics.add(Code::bad_sum, name.span, fmt::format("`{}` cannot be a sum with `{}`", written.name.text(), name.text()),
                            "add up money facts of the whole consignment");
    return;
  }
  context.library.facts[it->second].addends = std::move(addends);
}

void no_sum_of_sums(Context& context, const syntax::Fact& written) {
  for (const auto& name : written.addends) {
    const auto it = context.library.fact_names.find(name.text());
    if (it != context.library.fact_names.end() && !context.library.facts[it->second].addends.empty())
      context.diagnostics.add(Code::bad_sum, name.span, fmt::format("`{}` is a sum itself", name.text()), "name the facts it adds up");
  }
}

void add_measure(Context& context, const syntax::Measure& written, Seen& seen) {
  const auto name = written.name.text();
  if (!declare(context, seen, "measure", name, written.name.span)) return;
  mention(context, Named::measure, written.name, name, true);
  Measure out;
  out.name = name;
  out.label = label(written.label);
  out.importance = written.importance;
  out.aligns = written.aligns;
  out.direction = static_cast<Direction>(written.direction);
  out.span = written.name.span;
  const auto domain = part(written.name, 0, 1);
  if (written.name.parts.size() != 2) {
    context.diagnostics.add(Code::unknown_domain, written.name.span, fmt::format("`{}` does not name a domain and a measure", name),
                            "write it as `domain.measure`");
    return;
  }
  out.domain = look_up(context, context.domains, domain, Code::unknown_domain, "domain");
  const auto bound = type(context, written.type);
  if (!written.flow && !written.damaged)
    context.diagnostics.add(Code::missing_clause, written.name.span, fmt::format("`{}` does not say of whom it is asked", name),
                            "add `asked of` with a flow and an end");
  if (!written.flow || !bound || !out.domain.valid()) return;
  out.type = *bound;
  out.flow = look_up(context, context.flows, *written.flow, Code::unknown_flow, "flow");
  const auto end = word(context, *written.end, {"sender", "receiver", "both", "carrier"});
  if (!end || !out.flow.valid()) return;
  out.end = static_cast<End>(*end);
  context.library.measure_names.emplace(name, context.library.measures.add(std::move(out)));
}

MeasureId found(Lookup context, const syntax::Path& path, const std::pair<const std::string, MeasureId>& entry) {
  mention(context, Named::measure, path, entry.first);
  return entry.second;
}

}  // namespace

std::optional<Type> type(Context& context, const syntax::Type& written) {
  if (written.flag) return Type{Kind::flag, {}, false};
  static const std::map<std::string, Kind> simple{
      {"count", Kind::count},       {"rate", Kind::rate}, {"money", Kind::money}, {"mass", Kind::mass},
      {"duration", Kind::duration}, {"date", Kind::date}, {"hs", Kind::hs},       {"jurisdiction", Kind::jurisdiction},
      {"currency", Kind::currency}};
  const auto name = written.name.text();
  if (const auto it = simple.find(name); it != simple.end()) {
    const bool per_kilogram = written.per_kilogram && it->second == Kind::money;
    return Type{per_kilogram ? Kind::money_per_kilogram : it->second, {}, written.set};
  }
  if (const auto it = context.enumerations.find(name); it != context.enumerations.end()) {
    mention(context, Named::type, written.name, name);
    return Type{Kind::enumeration, it->second, written.set};
  }
  std::vector<std::string> known;
  for (const auto& [simple_name, kind] : simple) known.push_back(simple_name);
  for (const auto& [enumeration, id] : context.enumerations) known.push_back(enumeration);
  std::sort(known.begin(), known.end());
  context.diagnostics.add(Code::unknown_type, written.name.span, fmt::format("there is no type `{}`", name),
                          source::suggest(name, known, "declare it as an `enum` or a `scale`"));
  return std::nullopt;
}

std::optional<MeasureId> measure(Lookup context, const syntax::Path& path, const std::string& domain) {
  const auto& names = context.library.measure_names;
  const auto text = path.text();
  if (path.single() && !domain.empty())
    if (const auto it = names.find(domain + "." + text); it != names.end()) return found(context, path, *it);
  if (const auto it = names.find(text); it != names.end()) return found(context, path, *it);
  std::vector<std::string> known;
  for (const auto& [name, id] : names) {
    known.push_back(name);
    if (path.single() && name.starts_with(domain + ".")) known.push_back(name.substr(domain.size() + 1));
  }
  std::sort(known.begin(), known.end());
  context.diagnostics.add(Code::unknown_measure, path.span, fmt::format("there is no measure `{}`", text),
                          source::suggest(text, known, "declare it in the vocabulary, or correct the name"));
  return std::nullopt;
}

void declare_vocabulary(Context& context, const std::vector<syntax::File>& files) {
  built_in(context);
  Seen domains;
  Seen flows;
  Seen types;
  each<syntax::Domain>(files, [&](const auto& written) {
    if (!declare(context, domains, "domain", written.name.text(), written.name.span)) return;
    mention(context, Named::domain, written.name, written.name.text(), true);
    context.domains.emplace(written.name.text(), context.library.domains.add({written.name.text(), label(written.label)}));
  });
  each<syntax::Flow>(files, [&](const auto& written) { add_flow(context, written, flows); });
  each<syntax::Enumeration>(files, [&](const auto& written) { add_enumeration(context, written, types); });
  Seen facts;
  for (const auto& fact : context.library.facts) facts.emplace(fact.name, fact.span);
  each<syntax::Fact>(files, [&](const auto& written) { add_fact(context, written, facts); });
  each<syntax::Fact>(files, [&](const auto& written) { bind_sum(context, written); });
  each<syntax::Fact>(files, [&](const auto& written) { no_sum_of_sums(context, written); });
}

void bind_measures(Context& context, const std::vector<syntax::File>& files) {
  Seen seen;
  each<syntax::Measure>(files, [&](const auto& written) { add_measure(context, written, seen); });
  each<syntax::Measure>(files, [&](const auto& written) {
    if (!written.asked_when) return;
    const auto it = context.library.measure_names.find(written.name.text());
    if (it == context.library.measure_names.end()) return;
    const Scope scope{true, true, {}, false, written.name.parts.front()};
    auto bound = condition(context, *written.asked_when, scope);
    context.library.measures[it->second].asked_when = std::move(bound);
  });
}

}  // namespace isonomy::model::binding
