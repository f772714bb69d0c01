// SPDX-License-Identifier: Apache-2.0
#include "api/one_vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "source/codes.h"

namespace isonomy::api {
namespace {

using syntax::File;

/// The declarations of one kind, in their order and by name.
template <class T>
struct Declared {
  std::vector<const T*> list;
  std::unordered_map<std::string, const T*> by_name;

  explicit Declared(const std::vector<File>& files) {
    for (const auto& file : files)
      for (const auto& declaration : file.declarations)
        if (const auto* found = std::get_if<T>(&declaration); found != nullptr && by_name.emplace(found->name.text(), found).second)
          list.push_back(found);
  }
  const T* find(const syntax::Path& name) const {
    const auto it = by_name.find(name.text());
    return it == by_name.end() ? nullptr : it->second;
  }
};

std::string type_text(const syntax::Type& type) {
  if (type.flag) return "yes/no";
  return (type.set ? "set of " : "") + type.name.text() + (type.per_kilogram ? " per kg" : "");
}

std::string path_text(const std::optional<syntax::Path>& path) { return path ? path->text() : std::string{}; }

// What must be alike in both versions, in words.
std::string nature(const syntax::Domain&) { return {}; }
std::string nature(const syntax::Flow& flow) {
  return fmt::format("a flow from {} to {}{}", flow.from.text(), flow.to.text(), flow.through ? " through transit" : "");
}
std::string nature(const syntax::Enumeration& of) {
  return of.ordered ? "a scale" : of.for_sets ? "an enumeration for sets" : "an enumeration";
}
std::string nature(const syntax::Fact& fact) { return type_text(fact.type); }
std::string nature(const syntax::Measure& measure) {
  return fmt::format("{} asked of {} {}", type_text(measure.type), path_text(measure.flow), path_text(measure.end));
}
std::string nature(const syntax::Jurisdiction&) { return {}; }
std::string nature(const syntax::Bloc&) { return {}; }

// What the other version knows of a declaration that is not its own.
syntax::Bloc foreign(syntax::Bloc bloc) {
  bloc.members.clear();
  return bloc;
}
template <class T>
T foreign(const T& declaration) {
  return declaration;
}

bool has(const syntax::Enumeration& of, const std::string& value) {
  return std::any_of(of.values.begin(), of.values.end(), [&](const auto& one) { return one.name.text() == value; });
}

// The values of both, each of `base` alone behind the one it follows there.
std::vector<syntax::Enumerator> values_of_both(const syntax::Enumeration& base, const syntax::Enumeration& now) {
  auto out = now.values;
  auto place = out.begin();
  for (const auto& value : base.values) {
    const auto it = std::find_if(out.begin(), out.end(), [&](const auto& one) { return one.name.text() == value.name.text(); });
    place = (it == out.end() ? out.insert(place, value) : it) + 1;
  }
  return out;
}

std::vector<std::string> common_values(const syntax::Enumeration& of, const syntax::Enumeration& other) {
  std::vector<std::string> out;
  for (const auto& value : of.values)
    if (has(other, value.name.text())) out.push_back(value.name.text());
  return out;
}

class Merger {
 public:
  Merger(const TwoVersions& versions, source::Diagnostics& diagnostics) : versions_{versions}, diagnostics_{diagnostics} {}

  TwoVersions merge() {
    TwoVersions out{{File{}}, {File{}}};
    both<syntax::Domain>(out);
    both<syntax::Flow>(out);
    both<syntax::Enumeration>(out);
    both<syntax::Fact>(out);
    both<syntax::Measure>(out);
    both<syntax::Jurisdiction>(out);
    both<syntax::Bloc>(out);
    kinds_of_places();
    return out;
  }

 private:
  template <class T>
  void both(TwoVersions& out) {
    const Declared<T> base{versions_.base};
    const Declared<T> now{versions_.now};
    for (const auto* mine : now.list) place(out, base.find(mine->name), mine);
    for (const auto* theirs : base.list)
      if (now.find(theirs->name) == nullptr) place<T>(out, theirs, nullptr);
  }

  template <class T>
  void place(TwoVersions& out, const T* base, const T* now) {
    if (base != nullptr && now != nullptr) compare(*base, *now);
    auto for_base = base != nullptr ? *base : foreign(*now);
    auto for_now = now != nullptr ? *now : foreign(*base);
    if constexpr (std::is_same_v<T, syntax::Enumeration>) for_base.values = for_now.values = values_of_both(for_base, for_now);
    out.base.front().declarations.emplace_back(std::move(for_base));
    out.now.front().declarations.emplace_back(std::move(for_now));
  }

  template <class T>
  void compare(const T& base, const T& now) {
    if (nature(base) != nature(now)) differ(base.name, nature(base), now.name, nature(now));
    if constexpr (std::is_same_v<T, syntax::Enumeration>)
      if (now.ordered && common_values(base, now) != common_values(now, base))
        differ(base.name, "a scale in another order", now.name, "a scale in this order");
  }

  // A name cannot stand for a jurisdiction in one version and for a bloc in the other.
  void kinds_of_places() {
    one_kind<syntax::Jurisdiction, syntax::Bloc>("a jurisdiction", "a bloc");
    one_kind<syntax::Bloc, syntax::Jurisdiction>("a bloc", "a jurisdiction");
  }

  template <class Was, class Is>
  void one_kind(const std::string& was, const std::string& is) {
    const Declared<Was> base{versions_.base};
    for (const auto* now : Declared<Is>{versions_.now}.list)
      if (const auto* there = base.find(now->name)) differ(there->name, was, now->name, is);
  }

  void differ(const syntax::Path& base, const std::string& was, const syntax::Path& now, const std::string& is) {
    auto& found = diagnostics_.add(source::Code::changed_type, now.span, fmt::format("`{}` was {} and is {} now", now.text(), was, is),
                                   "compare versions that agree here, or give the new one a name of its own");
    found.related.push_back({base.span, "the base version"});
  }

  const TwoVersions& versions_;
  source::Diagnostics& diagnostics_;
};

void add_rulesets(std::vector<File>& to, std::vector<File>& files) {
  for (auto& file : files) {
    auto& rest = to.emplace_back();
    for (auto& declaration : file.declarations)
      if (std::holds_alternative<syntax::Ruleset>(declaration)) rest.declarations.push_back(std::move(declaration));
  }
}

}  // namespace

TwoVersions with_one_vocabulary(TwoVersions versions, source::Diagnostics& diagnostics) {
  auto out = Merger{versions, diagnostics}.merge();
  add_rulesets(out.base, versions.base);
  add_rulesets(out.now, versions.now);
  return out;
}

}  // namespace isonomy::api
