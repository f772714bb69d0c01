// SPDX-License-Identifier: Apache-2.0
#include "model/mention.h"

#include "model/binder.h"
#include "source/codes.h"

namespace isonomy::model::binding {

namespace {

// A path with spaces around its dots keeps the span of the whole.
bool contiguous(const syntax::Path& path) { return path.text().size() == path.span.end - path.span.begin; }

syntax::Path beginning(const syntax::Path& path, std::size_t count) { return part(path, 0, count); }

void mention_owner(Lookup context, const syntax::Path& path) {
  if (path.parts.empty()) return;
  const auto name = path.text();
  if (context.library.bloc_names.contains(name)) return mention(context, Named::bloc, path, name);
  if (context.library.jurisdiction_names.contains(name)) mention(context, Named::jurisdiction, path, name);
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
  syntax::Path out{{path.parts.begin() + static_cast<std::ptrdiff_t>(from), path.parts.begin() + static_cast<std::ptrdiff_t>(to)},
                   path.span};
  if (!contiguous(path)) return out;
  for (std::size_t i = 0; i < from; ++i) out.span.begin += static_cast<std::uint32_t>(path.parts[i].size() + 1);
  out.span.end = out.span.begin + static_cast<std::uint32_t>(out.text().size());
  return out;
}

void mention(Lookup context, Named what, const syntax::Path& path, const std::string& name, bool declares) {
  if (context.mentions == nullptr || path.parts.empty()) return;
  const auto before = path.parts.size() - 1;
  const auto last = part(path, before, before + 1);
  context.mentions->push_back({last.span, what, name, declares});
  if (before == 0) return;
  if (what == Named::jurisdiction || what == Named::bloc) return mention_owner(context, beginning(path, before));
  if (what != Named::measure && what != Named::rule && what != Named::commitment) return;
  context.mentions->push_back({part(path, before - 1, before).span, Named::domain, path.parts[before - 1], false});
  mention_owner(context, beginning(path, before - 1));
}

}  // namespace isonomy::model::binding
