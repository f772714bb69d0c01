// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "analysis/changes.h"
#include "analysis/meaning.h"
#include "model/print.h"

namespace isonomy::analysis {
namespace {

// Kind and name to what is declared; several declarations of one name are told together.
using Texts = std::map<std::pair<std::string, std::string>, std::vector<std::string>>;
using Words = std::vector<std::string>;

std::string joined(Words words, bool ordered = false) {
  std::erase(words, std::string{});
  if (!ordered) std::sort(words.begin(), words.end());
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string clause(std::string_view word, const std::string& text) { return text.empty() ? text : fmt::format("{} {}", word, text); }

class Declarations {
 public:
  explicit Declarations(const model::Library& library) : library_{library} {}

  Texts texts() {
    vocabulary();
    places();
    for (const auto& one : library_.rules)
      if (!one.decides()) add("announced rule", one.name, meaning(library_, one));
    for (const auto& one : library_.commitments) add("commitment", one.name, commitment(one));
    for (const auto& one : library_.clashes) add("clash", one.name, clash(one));
    for (const auto& one : library_.links) add("link", ends(one), link(one));
    for (const auto& one : library_.routes) add("route", one.name, journey(one.journey));
    rates();
    return std::move(out_);
  }

 private:
  void add(std::string kind, std::string name, std::string text) { out_[{std::move(kind), std::move(name)}].push_back(std::move(text)); }

  void vocabulary() {
    for (const auto& one : library_.enumerations) add("type", one.name, joined(one.values, one.ordered));
    for (const auto& one : library_.facts)
      if (one.span.file.valid()) add("fact", one.name, fact(one));
    for (const auto& one : library_.measures) add("measure", one.name, measure(one));
  }

  std::string fact(const model::Fact& one) const {
    Words addends;
    for (const auto id : one.addends) addends.push_back(library_.facts[id].name);
    return joined({model::to_text(one.type, library_), one.per_line ? "per line" : "", clause("sum of", joined(addends))}, true);
  }

  std::string measure(const model::Measure& one) const {
    constexpr std::array<std::string_view, 3> directions{"neutral", "higher is more open", "lower is more open"};
    return joined({model::to_text(one.type, library_), fmt::format("asked of {} {}", library_.flows[one.flow].name, position_name(one.end)),
                   clause("asked when", meaning(library_, one.asked_when)),
                   std::string{directions[static_cast<std::size_t>(one.direction)]}, fmt::format("importance {}", one.importance)},
                  true);
  }

  void places() {
    for (const auto& one : library_.jurisdictions)
      add("jurisdiction", one.name,
          joined({clause("currency", one.currency ? std::string{one.currency->text()} : ""),
                  one.within.valid() ? "within " + name(one.within) : ""},
                 true));
    for (const auto& one : library_.blocs)
      add("bloc", one.name, joined({one.legislates ? "legislates" : "", clause("members", members_text(library_, one))}, true));
  }

  std::string commitment(const model::Commitment& one) const {
    Words except;
    for (const auto& member : one.except) except.push_back(name(member.member) + clause("", meaning(member.period)));
    return joined({model::to_text(one.bound, library_), clause("when", meaning(library_, one.when)), meaning(one.period),
                   one.between_members ? "between members" : "", clause("except", joined(except)), clause("strength", one.strength)},
                  true);
  }

  std::string clash(const model::Clash& one) const {
    constexpr std::array<std::string_view, 5> kinds{"block", "contradiction", "cumulation", "divergence", "silence"};
    return joined({clause("on", library_.flows[one.flow].name), clause("severity", std::string{name_of(one.severity)}),
                   clause("kind", std::string{kinds[static_cast<std::size_t>(one.kind)]}), clause("when", meaning(library_, one.when))},
                  true);
  }

  std::string name(model::JurisdictionId id) const { return library_.jurisdictions[id].name; }
  std::string ends(const model::Link& one) const {
    return fmt::format("{} {} {}", name(one.from), one.both_ways ? "<->" : "->", name(one.to));
  }

  std::string link(const model::Link& one) const {
    return joined({clause("by", joined(one.modes)), one.kilometres ? base::to_text(*one.kilometres) + " km" : "",
                   one.border ? "border " + base::to_text(*one.border) : "", meaning(one.period)},
                  true);
  }

  std::string journey(const model::Journey& one) const {
    Words stops;
    for (const auto id : one.stops) stops.push_back(name(id));
    return fmt::format("{}{}", fmt::join(stops, " -> "), one.modes.empty() ? "" : " by " + joined(one.modes));
  }

  void rates() {
    Words words;
    for (const auto& [currency, rate] : library_.rates.units_per_base)
      words.push_back(fmt::format("{} {}", currency.text(), base::to_text(rate)));
    if (!words.empty()) add("exchange rates", base::to_text(library_.rates.date), joined(words));
  }

  const model::Library& library_;
  Texts out_;
};

std::string text_of(const Texts& texts, const Texts::key_type& key) {
  const auto it = texts.find(key);
  if (it == texts.end()) return {};
  auto all = it->second;
  std::sort(all.begin(), all.end());
  const auto out = fmt::format("{}", fmt::join(all, "; "));
  return out.empty() ? "declared" : out;
}

}  // namespace

std::vector<DeclaredChange> declared_changes(const model::Library& base, const model::Library& now) {
  const auto was = Declarations{base}.texts();
  const auto is = Declarations{now}.texts();
  auto all = was;
  all.insert(is.begin(), is.end());
  std::vector<DeclaredChange> out;
  for (const auto& [key, unused] : all) {
    auto before = text_of(was, key);
    auto after = text_of(is, key);
    if (before != after) out.push_back({key.first, key.second, std::move(before), std::move(after)});
  }
  return out;
}

}  // namespace isonomy::analysis
