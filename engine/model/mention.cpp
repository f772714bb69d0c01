// SPDX-License-Identifier: Apache-2.0
#include "model/mention.h"

#include "model/binder.h"
#include "source/codes.h"

namespace isonomy::model::binding {

namespace {

// How many bytes some parts take, with a dot before each but the first.
std::uint32_t length(const syntax::Path& path, std::size_t from, std::size_t to) {
  std::size_t out = to - from - 1;
  for (auto i = from; i < to; ++i) out += path.parts[i].size();
  return static_cast<std::uint32_t>(out);
}

// A path with spaces around its dots keeps the span of the whole.
Span span_of(const syntax::Path& path, std::size_t from, std::size_t to) {
  auto out = path.span;
  if (length(path, 0, path.parts.size()) != out.end - out.begin) return out;
  if (from > 0) out.begin += length(path, 0, from) + 1;
  out.end = out.begin + length(path, from, to);
  return out;
}

// The owner of a measure, rule or zone: the first `count` parts.
void mention_owner(Lookup context, const syntax::Path& path, std::size_t count) {
  if (count == 0) return;
  const auto owner = part(path, 0, count);
  const auto name = owner.text();
  if (context.library.bloc_names.contains(name)) return mention(context, Named::bloc, owner, name);
  if (context.library.jurisdiction_names.contains(name)) mention(context, Named::jurisdiction, owner, name);
}

}  // namespace

Named named(Code code, std::string_view what) {
  switch (code) {
    case Code::unknown_domain: return Named::domain;
    case Code::unknown_flow: return Named::flow;
    case Code::unknown_fact: return Named::fact;
    case Code::unknown_rule: return Named::rule;
    case Code::unknown_route: return Named::route;
    case Code::unknown_clash: return what == "clash" ? Named::clash : Named::commitment;
    default: return Named::jurisdiction;
  }
}

syntax::Path part(const syntax::Path& path, std::size_t from, std::size_t to) {
  return {{path.parts.begin() + static_cast<std::ptrdiff_t>(from), path.parts.begin() + static_cast<std::ptrdiff_t>(to)},
          from == to ? path.span : span_of(path, from, to)};
}

void mention(Lookup context, Named what, const syntax::Path& path, const std::string& name, bool declares) {
  if (context.mentions == nullptr || path.parts.empty()) return;
  const auto before = path.parts.size() - 1;
  context.mentions->push_back({span_of(path, before, before + 1), what, name, declares});
  if (before == 0) return;
  if (what == Named::jurisdiction || what == Named::bloc) return mention_owner(context, path, before);
  if (what != Named::measure && what != Named::rule && what != Named::commitment) return;
  context.mentions->push_back({span_of(path, before - 1, before), Named::domain, path.parts[before - 1], false});
  mention_owner(context, path, before - 1);
}

}  // namespace isonomy::model::binding
