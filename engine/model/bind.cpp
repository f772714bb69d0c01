// SPDX-License-Identifier: Apache-2.0
#include "model/bind.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/binder.h"
#include "source/codes.h"

namespace isonomy::model {

using namespace binding;

Library bind(const std::vector<syntax::File>& files, const source::SourceMap& sources, const ReadTable& read_table,
             source::Diagnostics& diagnostics, Mentions* mentions) {
  Library library;
  Context context{library, diagnostics, {}, {}, {}, {}, {}, {}, {}, mentions};
  declare_vocabulary(context, files);
  declare_jurisdictions(context, files);
  bind_measures(context, files);
  bind_rulesets(context, files, sources, read_table);
  bind_clashes(context, files);
  bind_network(context, files);
  bind_examples(context, files);
  check_circles(context);
  return library;
}

std::optional<Test> bind_given(const Library& library, const syntax::Comparison& statement, source::Diagnostics& diagnostics) {
  return given({library, diagnostics}, statement);
}

namespace binding {

std::optional<Test> given(Lookup context, const syntax::Comparison& statement) {
  const auto& library = context.library;
  auto bound = test(context, statement, Scope{});
  if (!bound) return std::nullopt;
  const auto fact = std::get<FactId>(bound->left);
  if (fact.index == 0 || fact.index >= built_in_facts) return bound;
  context.diagnostics.add(Code::bad_given, statement.left.span, fmt::format("`{}` follows from the route", library.facts[fact].name),
                          "name the jurisdictions as the route instead");
  return std::nullopt;
}

bool declare(Lookup context, std::unordered_map<std::string, Span>& seen, const std::string& what, const std::string& name, Span span) {
  const auto [it, added] = seen.emplace(name, span);
  if (added) return true;
  auto& found = context.diagnostics.add(Code::declared_twice, span, fmt::format("the {} `{}` is declared twice", what, name),
                                        "rename one of them, or remove it");
  found.related.push_back({it->second, "the first declaration"});
  return false;
}

Label label(const syntax::Label& written) { return {written.text, written.translations}; }

std::optional<JurisdictionId> jurisdiction(Lookup context, const syntax::Path& path) {
  const auto& library = context.library;
  const auto name = path.text();
  if (const auto it = library.jurisdiction_names.find(name); it != library.jurisdiction_names.end()) {
    mention(context, Named::jurisdiction, path, name);
    return it->second;
  }
  if (library.bloc_names.contains(name)) {
    context.diagnostics.add(Code::bloc_is_no_place, path.span, fmt::format("`{}` is a bloc, and a jurisdiction must stand here", name),
                            "name one of its members, or compare with `in`");
    return std::nullopt;
  }
  look_up(context, library.jurisdiction_names, path, Code::unknown_jurisdiction, "jurisdiction");
  return std::nullopt;
}

std::optional<std::size_t> word(Lookup context, const syntax::Path& path, const std::vector<std::string>& allowed) {
  const auto it = std::find(allowed.begin(), allowed.end(), path.text());
  if (it != allowed.end()) return static_cast<std::size_t>(it - allowed.begin());
  std::string list;
  for (const auto& one : allowed) list += (list.empty() ? "`" : ", `") + one + "`";
  context.diagnostics.add(Code::unknown_word, path.span, fmt::format("`{}` is not one of {}", path.text(), list),
                          source::suggest(path.text(), allowed, "write one of them"));
  return std::nullopt;
}

Period period(Lookup context, const syntax::Period& written) {
  Period out;
  if (written.from) out.from = written.from->date;
  if (written.through) out.through = written.through->date;
  if (out.through < out.from)
    context.diagnostics.add(Code::empty_range, written.through->span, "the period ends before it begins", "exchange the two days");
  return out;
}

std::vector<Source> sources(Lookup context, const std::vector<syntax::Source>& written, bool required, const syntax::Path& owner) {
  std::vector<Source> out;
  for (const auto& one : written) {
    Source source{one.title, one.article ? one.article->text : "", one.url ? one.url->text : "", {}, one.span};
    if (one.checked) source.checked = one.checked->date;
    out.push_back(std::move(source));
  }
  if (out.empty() && required)
    context.diagnostics.add(Code::missing_source, owner.span, fmt::format("`{}` has no source", owner.text()),
                            "add `source \"...\"` with the law it rests on");
  return out;
}

std::optional<Membership> membership(Lookup context, const syntax::Member& written) {
  const auto member = jurisdiction(context, written.jurisdiction);
  if (!member) return std::nullopt;
  return Membership{*member, period(context, written.period)};
}

Journey journey(Lookup context, const syntax::Journey& written) {
  Journey out;
  for (const auto& stop : written.stops)
    if (const auto id = jurisdiction(context, stop)) out.stops.push_back(*id);
  for (const auto& mode : written.modes) out.modes.push_back(mode.text());
  return out;
}

}  // namespace binding
}  // namespace isonomy::model
