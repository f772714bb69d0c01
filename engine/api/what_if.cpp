// SPDX-License-Identifier: Apache-2.0
#include "api/what_if.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "source/codes.h"

namespace isonomy::api {
namespace {

using syntax::Commitment;
using syntax::Rule;
using syntax::Ruleset;
using syntax::Table;

const syntax::Path& name_of(const Rule& rule) { return rule.name; }
const syntax::Path& name_of(const Table& table) { return table.rule.name; }
const syntax::Path& name_of(const Commitment& commitment) { return commitment.name; }

std::string full_name(const Ruleset& of, const syntax::Path& name) { return of.name.text() + "." + name.text(); }

/// Where each declaration of one kind stands in the library, by its full name.
template <class T>
class Places {
 public:
  Places(std::vector<syntax::File>& files, std::vector<T> Ruleset::*list) : list_{list} {
    for (auto& file : files)
      for (auto& declaration : file.declarations)
        if (auto* ruleset = std::get_if<Ruleset>(&declaration))
          for (const auto& one : ruleset->*list) places_.emplace(full_name(*ruleset, name_of(one)), ruleset);
  }

  /// Takes out of `change` what replaces something of the same name.
  void replace(Ruleset& change, source::Diagnostics& diagnostics) {
    auto& all = change.*list_;
    const auto replaced = [&](T& one) {
      const auto name = full_name(change, name_of(one));
      if (!seen_.insert(name).second)
        diagnostics.add(source::Code::contradictory_trial, name_of(one).span, fmt::format("`{}` is changed twice", name),
                        "keep one of the two");
      const auto place = places_.find(name);
      if (place == places_.end()) return false;
      auto& there = place->second->*list_;
      const auto same = [&](const T& other) { return name_of(other).text() == name_of(one).text(); };
      const auto old = std::find_if(there.begin(), there.end(), same);
      if (old == there.end()) return false;
      if (!change.applies_when) *old = one;
      else there.erase(old);
      return !change.applies_when;
    };
    all.erase(std::remove_if(all.begin(), all.end(), replaced), all.end());
  }

 private:
  std::vector<T> Ruleset::*list_;
  std::map<std::string, Ruleset*> places_;
  std::set<std::string> seen_;
};

}  // namespace

void try_out(const std::vector<syntax::File>& changes, std::vector<syntax::File>& files, source::Diagnostics& diagnostics) {
  Places<Rule> rules{files, &Ruleset::rules};
  Places<Table> tables{files, &Ruleset::tables};
  Places<Commitment> commitments{files, &Ruleset::commitments};
  std::vector<syntax::File> added;
  for (const auto& file : changes) {
    auto& rest = added.emplace_back();
    for (auto declaration : file.declarations) {
      if (auto* change = std::get_if<Ruleset>(&declaration)) {
        rules.replace(*change, diagnostics);
        tables.replace(*change, diagnostics);
        commitments.replace(*change, diagnostics);
      }
      rest.declarations.push_back(std::move(declaration));
    }
  }
  for (auto& file : added) files.push_back(std::move(file));
}

}  // namespace isonomy::api
