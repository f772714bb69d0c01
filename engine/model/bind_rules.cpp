// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "model/binder.h"

#include "source/codes.h"

namespace isonomy::model::binding {
namespace {

using Seen = std::unordered_map<std::string, Span>;

struct Pending {
  RuleId rule;
  const std::vector<syntax::Path>* overrides;
};

// `EU.customs`: the owner, then a domain of the vocabulary.
std::optional<Ruleset> ruleset_head(Context& context, const syntax::Ruleset& written) {
  const auto& name = written.name;
  if (name.parts.size() < 2) {
    context.diagnostics.add(Code::domain_of_ruleset, name.span, fmt::format("`{}` does not name an owner and a domain", name.text()),
                            "write `OWNER.domain`, for example `EU.customs`");
    return std::nullopt;
  }
  const auto owner = part(name, 0, name.parts.size() - 1);
  const auto domain = part(name, name.parts.size() - 1, name.parts.size());
  Ruleset out{name.text(), label(written.label), {}, {}, {}, {}, name.span};
  out.domain = look_up(context, context.domains, domain, Code::unknown_domain, "domain");
  if (const auto bloc = context.library.bloc_names.find(owner.text()); bloc != context.library.bloc_names.end()) {
    mention(context, Named::bloc, owner, bloc->first);
    out.owner = bloc->second;
  } else if (const auto id = jurisdiction(context, owner)) out.owner = *id;
  else return std::nullopt;
  if (!out.domain.valid()) return std::nullopt;
  const Scope scope{true, false, {}, false, context.library.domains[out.domain].name};
  if (written.applies_when) out.applies = condition(context, *written.applies_when, scope);
  if (written.complete_from) out.complete_from = written.complete_from->date;
  return out;
}

std::string domain_of(const Context& context, RulesetId ruleset) {
  return context.library.domains[context.library.rulesets[ruleset].domain].name;
}

std::optional<Assignment> assignment(Context& context, const syntax::Assignment& written, const std::string& domain) {
  const auto id = measure(context, written.measure, domain);
  if (!id) return std::nullopt;
  const auto& type = context.library.measures[*id].type;
  Assignment out{*id, static_cast<Assignment::Kind>(written.kind), Scalar{Unlimited{}}, written.span};
  if (out.kind == Assignment::Kind::silent || out.kind == Assignment::Kind::unknown) return out;
  if (out.kind == Assignment::Kind::includes && !type.set) {
    context.diagnostics.add(Code::not_a_set, written.span, fmt::format("`{}` holds one value, not a set", written.measure.text()),
                            "write `=`");
    return std::nullopt;
  }
  auto bound = value(context, written.value, type);
  if (!bound) return std::nullopt;
  out.value = std::move(*bound);
  return out;
}

void assignments(Context& context, const syntax::Rule& written, const std::string& domain, Rule& out) {
  for (const auto& one : written.assignments) {
    auto bound = assignment(context, one, domain);
    if (!bound) continue;
    if (out.assignment(bound->measure) != nullptr)
      context.diagnostics.add(Code::given_twice, one.span, fmt::format("`{}` is decided twice in one rule", one.measure.text()),
                              "keep one of them, or write two rules");
    out.assignments.push_back(std::move(*bound));
  }
}

Severity severity_of(const std::string& strength) {
  return strength == "hard" ? Severity::major : strength == "mixed" ? Severity::minor : Severity::note;
}

void missing(Context& context, const syntax::Path& owner, std::string_view what, std::string help) {
  context.diagnostics.add(Code::missing_clause, owner.span, fmt::format("`{}` has no {}", owner.text(), what), std::move(help));
}

std::optional<Test> bound_of(Context& context, const syntax::Commitment& written, const std::string& domain) {
  if (written.bounds.size() == 1) {
    auto bound = test(context, written.bounds[0], Scope{false, true, {}, false, domain});
    if (bound) bound->denied = denies_state(written.bounds[0].relation);
    if (!bound || std::holds_alternative<MeasureRef>(bound->left)) return bound;
    context.diagnostics.add(Code::wrong_place, written.bounds[0].left.span, "a commitment binds a measure, not a fact", "name a measure");
    return std::nullopt;
  }
  if (written.bounds.empty() && !written.damaged) missing(context, written.name, "bound", "add one comparison of a measure");
  if (written.bounds.size() > 1)
    context.diagnostics.add(Code::given_twice, written.bounds[1].span, "a commitment has one bound", "write a second commitment");
  return std::nullopt;
}

void add_commitment(Context& context, const syntax::Commitment& written, RulesetId id, Seen& seen) {
  const auto& ruleset = context.library.rulesets[id];
  const auto* bloc = std::get_if<BlocId>(&ruleset.owner);
  if (bloc == nullptr) {
    context.diagnostics.add(Code::commitment_owner, written.name.span, "only a bloc can bind its members",
                            "move the commitment to a bloc's ruleset");
    return;
  }
  const auto name = ruleset.name + "." + written.name.text();
  if (!declare(context, seen, "commitment", name, written.name.span)) return;
  mention(context, Named::commitment, written.name, name, true);
  const auto domain = domain_of(context, id);
  auto bound = bound_of(context, written, domain);
  if (!bound) return;
  Commitment out;
  out.name = name;
  out.label = label(written.label);
  out.ruleset = id;
  out.bloc = *bloc;
  out.bound = std::move(*bound);
  out.when = ruleset.applies;
  if (written.when) out.when = conjoin(out.when, condition(context, *written.when, Scope{true, false, {}, false, domain}));
  out.period = period(context, written.period);
  out.between_members = written.between_members;
  for (const auto& one : written.except)
    if (const auto member = membership(context, one)) out.except.push_back(*member);
  static const std::vector<std::string> strengths{"soft", "mixed", "hard"};
  out.strength = written.strength && word(context, *written.strength, strengths) ? written.strength->text() : "hard";
  out.severity = severity_of(out.strength);
  out.sources = sources(context, written.sources, !written.damaged, written.name);
  out.note = label(written.note);
  out.span = written.name.span;
  context.commitments.emplace(name, context.library.commitments.add(std::move(out)));
}

void may_legislate(Context& context, const Ruleset& ruleset, Span span) {
  const auto* bloc = std::get_if<BlocId>(&ruleset.owner);
  if (bloc == nullptr || context.library.blocs[*bloc].legislates) return;
  context.diagnostics.add(Code::not_legislating, span,
                          fmt::format("`{}` does not legislate, so it has no rules", context.library.blocs[*bloc].name),
                          "write a commitment, or add `legislates` to the bloc");
}

void bind_ruleset(Context& context, const syntax::Ruleset& written, Seen& seen, std::vector<Pending>& pending,
                  const source::SourceMap& sources_map, const ReadTable& read_table) {
  auto head = ruleset_head(context, written);
  if (!head) return;
  const auto id = context.library.rulesets.add(std::move(*head));
  for (const auto& one : written.rules) {
    may_legislate(context, context.library.rulesets[id], one.name.span);
    auto bound = rule(context, one, id, false);
    if (!bound || !declare(context, seen, "rule", bound->name, one.name.span)) continue;
    mention(context, Named::rule, one.name, bound->name, true);
    pending.push_back({add_rule(context, std::move(*bound)), &one.overrides});
  }
  for (const auto& one : written.tables) bind_table(context, one, id, sources_map, read_table);
  for (const auto& one : written.commitments) add_commitment(context, one, id, seen);
}

// A name is looked up in the ruleset first, then as a full name; tables stand for all their rows.
std::vector<RuleId> overridden(Context& context, const Rule& by, const syntax::Path& path) {
  const auto& library = context.library;
  const auto local = library.rulesets[by.ruleset].name + "." + path.text();
  for (const auto& name : {local, path.text()}) {
    const auto rule = library.rule_names.find(name);
    const auto table = context.tables.find(name);
    if (rule == library.rule_names.end() && table == context.tables.end()) continue;
    mention(context, Named::rule, path, name);
    return rule != library.rule_names.end() ? std::vector<RuleId>{rule->second} : table->second;
  }
  std::vector<std::string> known;
  for (const auto& [name, id] : library.rule_names) known.push_back(path.single() ? name.substr(name.rfind('.') + 1) : name);
  std::sort(known.begin(), known.end());
  context.diagnostics.add(Code::unknown_rule, path.span, fmt::format("there is no rule `{}`", path.text()),
                          source::suggest(path.text(), known, "declare it, or correct the name"));
  return {};
}

}  // namespace

RuleId add_rule(Context& context, Rule rule) {
  auto& library = context.library;
  const auto id = library.rules.add(std::move(rule));
  const auto& added = library.rules[id];
  library.rule_names.emplace(added.name, id);
  for (const auto& one : added.assignments) library.rules_of[{library.rulesets[added.ruleset].owner, one.measure}].push_back(id);
  return id;
}

std::optional<Rule> rule(Context& context, const syntax::Rule& written, RulesetId id, bool is_table) {
  const auto& ruleset = context.library.rulesets[id];
  const auto domain = domain_of(context, id);
  Rule out;
  out.name = ruleset.name + "." + written.name.text();
  out.label = label(written.label);
  out.ruleset = id;
  assignments(context, written, domain, out);
  if (written.assignments.empty() && !written.damaged && !is_table)
    context.diagnostics.add(Code::no_assignment, written.name.span, fmt::format("`{}` decides nothing", written.name.text()),
                            "add `measure = value`");
  out.when = ruleset.applies;
  if (written.when) out.when = conjoin(out.when, condition(context, *written.when, Scope{true, false, {}, false, domain}));
  out.period = period(context, written.period);
  out.start_unknown = written.period.from_unknown;
  static const std::vector<std::string> statuses{"in_force", "adopted", "proposed"};
  if (written.status)
    if (const auto status = word(context, *written.status, statuses)) out.status = static_cast<Status>(*status);
  for (const auto& one : written.suspensions) out.suspended.push_back(period(context, one.period));
  if (written.implemented_by) out.implemented_by = written.implemented_by->text;
  out.sources = sources(context, written.sources, !written.damaged && !is_table, written.name);
  out.note = label(written.note);
  out.span = written.span;
  out.name_span = written.name.span;
  return out;
}

void link_overrides(Context& context, RuleId id, const std::vector<syntax::Path>& overrides) {
  auto& library = context.library;
  for (const auto& path : overrides) {
    const auto targets = overridden(context, library.rules[id], path);
    bool useful = targets.empty();
    for (const auto target : targets) {
      library.rules[id].overrides.push_back(target);
      library.rules[target].overridden_by.push_back(id);
      for (const auto& one : library.rules[id].assignments) useful = useful || library.rules[target].assignment(one.measure) != nullptr;
    }
    if (!useful)
      context.diagnostics.add(Code::useless_override, path.span,
                              fmt::format("the two rules decide no measure in common, so overriding `{}` has no effect", path.text()),
                              "remove it, or name another rule");
  }
}

void bind_rulesets(Context& context, const std::vector<syntax::File>& files, const source::SourceMap& sources_map,
                   const ReadTable& read_table) {
  Seen seen;
  std::vector<Pending> pending;
  each<syntax::Ruleset>(files, [&](const auto& written) { bind_ruleset(context, written, seen, pending, sources_map, read_table); });
  for (const auto& one : pending) link_overrides(context, one.rule, *one.overrides);
}

}  // namespace isonomy::model::binding
