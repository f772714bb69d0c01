// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "model/bind.h"

/// The passes of `bind`. Names are collected first, so that no pass depends on the order of files.
namespace isonomy::model::binding {

using source::Code;
using source::Diagnostics;

/// What looking up a name needs.
struct Lookup {
  const Library& library;
  Diagnostics& diagnostics;
  Mentions* mentions = nullptr;  ///< where names are noted, if anywhere
};

/// What the passes share: the library as it grows, and names that only binding needs.
struct Context {
  Library& library;
  Diagnostics& diagnostics;
  std::unordered_map<std::string, DomainId> domains;
  std::unordered_map<std::string, FlowId> flows;
  std::unordered_map<std::string, EnumerationId> enumerations;
  std::unordered_map<std::string, std::vector<RuleId>> tables;  ///< rows by the table's full name
  std::unordered_map<std::string, ClashId> clashes;
  std::unordered_map<std::string, CommitmentId> commitments;
  std::unordered_map<std::string, Journey> routes;
  Mentions* mentions = nullptr;

  operator Lookup() const { return {library, diagnostics, mentions}; }
};

/// A name must be declared once; says where the first declaration is.
bool declare(Lookup context, std::unordered_map<std::string, Span>& seen, const std::string& what, const std::string& name, Span span);

/// Notes that the path names something; the parts before the last are noted for what they are.
void mention(Lookup context, Named what, const syntax::Path& path, const std::string& name, bool declares = false);
/// Some parts of a dotted name, with their place.
syntax::Path part(const syntax::Path& path, std::size_t from, std::size_t to);

/// What a name stands for that is looked up under this code.
Named named(Code code, std::string_view what);

/// Finds a name or reports it with a suggestion from the known names.
template <class Map>
auto look_up(Lookup context, const Map& names, const syntax::Path& path, Code code, std::string_view what) -> typename Map::mapped_type {
  const auto it = names.find(path.text());
  if (it != names.end()) {
    mention(context, named(code, what), path, it->first);
    return it->second;
  }
  std::vector<std::string> known;
  for (const auto& [name, id] : names) known.push_back(name);
  std::sort(known.begin(), known.end());
  context.diagnostics.add(code, path.span, "there is no " + std::string{what} + " `" + path.text() + "`",
                          source::suggest(path.text(), known, "declare it, or correct the name"));
  return {};
}

Label label(const syntax::Label& label);
std::optional<JurisdictionId> jurisdiction(Lookup context, const syntax::Path& path);
std::optional<Type> type(Context& context, const syntax::Type& type);

/// One constant of the type; reports what was found and what was expected.
std::optional<Scalar> scalar(Lookup context, const syntax::Scalar& written, const Type& type);
std::optional<Value> value(Lookup context, const syntax::Value& written, const Type& type);

/// What the left side of a comparison may name.
struct Scope {
  bool facts = true;
  bool own_measures = false;   ///< `customs.duty`
  std::optional<FlowId> flow;  ///< `sender.customs.duty`, for clashes on this flow
  bool any_flow = false;       ///< `receiver.data.law` of whatever flow (examples)
  std::string domain;          ///< measures of this domain need no prefix
};
std::optional<Test> test(Lookup context, const syntax::Comparison& written, const Scope& scope);
Condition condition(Lookup context, const syntax::Condition& written, const Scope& scope);
/// A stated fact; those that follow from the route are refused.
std::optional<Test> given(Lookup context, const syntax::Comparison& statement);
/// Whether the relation is `is not silent`, `is not unknown` or `is applicable`, which a test holds without its negation.
bool denies_state(syntax::Relation relation);
/// The relation and constants of a test whose left side is already known.
std::optional<Test> finish_test(Lookup context, const syntax::Comparison& written, const Type& type, Test test, const Scope& scope);

std::optional<MeasureId> measure(Lookup context, const syntax::Path& path, const std::string& domain);
Period period(Lookup context, const syntax::Period& written);
std::vector<Source> sources(Lookup context, const std::vector<syntax::Source>& written, bool required, const syntax::Path& owner);
std::optional<Membership> membership(Lookup context, const syntax::Member& written);
Journey journey(Lookup context, const syntax::Journey& written);
/// One of the words allowed, or a report with a suggestion.
std::optional<std::size_t> word(Lookup context, const syntax::Path& path, const std::vector<std::string>& allowed);

// The passes, in their order.
void declare_vocabulary(Context& context, const std::vector<syntax::File>& files);
void declare_jurisdictions(Context& context, const std::vector<syntax::File>& files);
void bind_measures(Context& context, const std::vector<syntax::File>& files);
void bind_rulesets(Context& context, const std::vector<syntax::File>& files, const source::SourceMap& sources, const ReadTable& read_table);
void bind_clashes(Context& context, const std::vector<syntax::File>& files);
void bind_network(Context& context, const std::vector<syntax::File>& files);
void bind_examples(Context& context, const std::vector<syntax::File>& files);
void check_circles(Context& context);

/// Rows of one table as rules; the more specific row overrides the less specific one.
void bind_table(Context& context, const syntax::Table& table, RulesetId ruleset, const source::SourceMap& sources,
                const ReadTable& read_table);

/// Adds a rule under its full name and lists it for each measure it decides.
RuleId add_rule(Context& context, Rule rule);
/// Everything of a rule but its overrides; nothing if it decides nothing.
std::optional<Rule> rule(Context& context, const syntax::Rule& written, RulesetId ruleset, bool is_table);
void link_overrides(Context& context, RuleId rule, const std::vector<syntax::Path>& overrides);

/// Calls `visit` with each declaration of type T.
template <class T, class Visit>
void each(const std::vector<syntax::File>& files, Visit visit) {
  for (const auto& file : files)
    for (const auto& declaration : file.declarations)
      if (const auto* found = std::get_if<T>(&declaration)) visit(*found);
}

}  // namespace isonomy::model::binding
