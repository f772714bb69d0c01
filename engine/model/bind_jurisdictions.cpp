// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "model/binder.h"

#include "source/codes.h"

namespace isonomy::model::binding {
namespace {

using Seen = std::unordered_map<std::string, Span>;

void add_jurisdiction(Context& context, const syntax::Jurisdiction& written, Seen& seen) {
  if (!declare(context, seen, "jurisdiction", written.name.text(), written.name.span)) return;
  Jurisdiction out{written.name.text(), label(written.label), {}, {}, written.name.span};
  if (written.currency) out.currency = base::parse_currency(written.currency->text);
  mention(context, Named::jurisdiction, written.name, out.name, true);
  context.library.jurisdiction_names.emplace(out.name, context.library.jurisdictions.add(out));
}

void add_bloc(Context& context, const syntax::Bloc& written, Seen& seen) {
  if (!declare(context, seen, "jurisdiction or bloc", written.name.text(), written.name.span)) return;
  mention(context, Named::bloc, written.name, written.name.text(), true);
  const auto id = context.library.blocs.add({written.name.text(), label(written.label), written.legislates, {}, written.name.span});
  context.library.bloc_names.emplace(written.name.text(), id);
}

void place_zone(Context& context, const syntax::Jurisdiction& written) {
  if (!written.within) return;
  const auto it = context.library.jurisdiction_names.find(written.name.text());
  const auto parent = jurisdiction(context, *written.within);
  if (it == context.library.jurisdiction_names.end() || !parent) return;
  for (auto at = *parent; at.valid(); at = context.library.jurisdictions[at].within) {
    if (at != it->second) continue;
    context.diagnostics.add(Code::zone_in_circle, written.within->span, fmt::format("`{}` would lie within itself", written.name.text()),
                            "name the jurisdiction that really surrounds it");
    return;
  }
  context.library.jurisdictions[it->second].within = *parent;
}

}  // namespace

void declare_jurisdictions(Context& context, const std::vector<syntax::File>& files) {
  Seen seen;
  each<syntax::Jurisdiction>(files, [&](const auto& written) { add_jurisdiction(context, written, seen); });
  each<syntax::Bloc>(files, [&](const auto& written) { add_bloc(context, written, seen); });
  each<syntax::Jurisdiction>(files, [&](const auto& written) { place_zone(context, written); });
  each<syntax::Bloc>(files, [&](const auto& written) {
    const auto it = context.library.bloc_names.find(written.name.text());
    if (it == context.library.bloc_names.end()) return;
    for (const auto& member : written.members)
      if (const auto bound = membership(context, member)) context.library.blocs[it->second].members.push_back(*bound);
  });
}

}  // namespace isonomy::model::binding
