// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "server/features.h"
#include "server/places.h"

namespace isonomy::server {
namespace {

// Kinds of symbols as the protocol numbers them.
enum Symbol : int {
  module_symbol = 2,
  package = 4,
  property_symbol = 7,
  enumeration = 10,
  function_symbol = 12,
  variable_symbol = 13,
  enum_member_symbol = 22,
  event = 24
};

class Symbols {
 public:
  explicit Symbols(const source::SourceMap& sources) : sources_{sources} {}

  Json operator()(const syntax::Domain& one) const { return plain(one, package); }
  Json operator()(const syntax::Flow& one) const { return plain(one, event); }
  Json operator()(const syntax::Fact& one) const { return plain(one, variable_symbol); }
  Json operator()(const syntax::Measure& one) const { return plain(one, property_symbol); }
  Json operator()(const syntax::Jurisdiction& one) const { return plain(one, package); }
  Json operator()(const syntax::Bloc& one) const { return plain(one, package); }
  Json operator()(const syntax::Clash& one) const { return plain(one, event); }
  Json operator()(const syntax::Route& one) const { return plain(one, event); }
  Json operator()(const syntax::Link& one) const {
    return symbol(one.from.text() + (one.both_ways ? " <-> " : " -> ") + one.to.text(), one.label.text, event, one.span, one.from.span);
  }
  Json operator()(const syntax::Example& one) const { return symbol(one.name.text, "example", function_symbol, one.span, one.name.span); }
  Json operator()(const syntax::Enumeration& one) const {
    auto out = plain(one, enumeration);
    for (const auto& value : one.values)
      out["children"].push_back(symbol(value.name.text(), value.label.text, enum_member_symbol, value.name.span, value.name.span));
    return out;
  }
  Json operator()(const syntax::Ruleset& one) const {
    auto out = plain(one, module_symbol);
    for (const auto& rule : one.rules) out["children"].push_back(plain(rule, function_symbol));
    for (const auto& table : one.tables)
      out["children"].push_back(symbol(table.rule.name.text(), "table", function_symbol, table.span, table.rule.name.span));
    for (const auto& commitment : one.commitments) out["children"].push_back(plain(commitment, function_symbol));
    return out;
  }

 private:
  template <class T>
  Json plain(const T& one, Symbol kind) const {
    return symbol(one.name.text(), one.label.text, kind, one.span, one.name.span);
  }

  Json symbol(const std::string& name, const std::string& detail, Symbol kind, source::Span whole, source::Span named) const {
    if (!whole.file.valid()) whole = named;
    return {{"name", name.empty() ? "?" : name},
            {"detail", detail},
            {"kind", static_cast<int>(kind)},
            {"range", range_of(sources_, join(whole, named))},
            {"selectionRange", range_of(sources_, named)}};
  }

  const source::SourceMap& sources_;
};

// By `model::Named`.
constexpr std::array<std::string_view, 12> token_types{"namespace", "interface", "type",     "enumMember", "variable", "property",
                                                       "namespace", "namespace", "function", "function",   "event",    "event"};

}  // namespace

Json semantic_legend() {
  auto types = Json::array();
  for (const auto type : token_types) types.push_back(type);
  return {{"tokenTypes", types}, {"tokenModifiers", Json::array({"declaration"})}};
}

Json document_symbols(const Workspace& workspace, const Json& parameters) {
  const auto* document = document_of(workspace, parameters);
  if (document == nullptr) return nullptr;
  auto out = Json::array();
  for (const auto& declaration : document->tree.declarations) out.push_back(std::visit(Symbols{workspace.sources()}, declaration));
  return out;
}

Json semantic_tokens(const Workspace& workspace, const Json& parameters) {
  const auto* document = document_of(workspace, parameters);
  if (document == nullptr) return nullptr;
  const auto& file = workspace.sources()[document->file];
  auto data = Json::array();
  std::uint64_t line = 0;
  std::uint64_t start = 0;
  source::Span last;
  for (const auto& mention : workspace.mentions()) {
    const bool overlaps = last.file == mention.span.file && mention.span.begin < last.end;
    if (mention.span.file != document->file || overlaps) continue;
    last = mention.span;
    const auto place = position_of(file, mention.span.begin);
    const auto here = place["line"].get<std::uint64_t>();
    const auto column = place["character"].get<std::uint64_t>();
    data.push_back(here - line);
    data.push_back(here == line ? column - start : column);
    data.push_back(units(workspace.sources().text(mention.span)));
    data.push_back(static_cast<int>(mention.what));
    data.push_back(mention.declares ? 1 : 0);
    line = here;
    start = column;
  }
  return {{"data", data}};
}

}  // namespace isonomy::server
