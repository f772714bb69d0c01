// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>
#include <optional>

#include "server/features.h"
#include "server/places.h"
#include "server/words.h"

namespace isonomy::server {
namespace {

using Words = std::vector<std::string_view>;

// Kinds of items as the protocol numbers them.
enum Item : int { function = 3, variable = 6, module_item = 9, property = 10, keyword = 14, enum_member = 20, type_item = 25 };

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The declaration and clause around the cursor, as far as the words tell.
struct Around {
  std::string_view block;    ///< the word that opened the innermost block: `rule`, `measure`, empty at the top
  std::string_view ruleset;  ///< its name, inside one
  std::string_view clause;   ///< the last word that opens a clause
  std::size_t list = 0;      ///< one past the brace of the set the cursor is in; 0 if in none
};

bool opens_set(const Words& words, std::size_t brace) {
  return brace > 0 && one_of(words[brace - 1], {"in", "=", "!=", "includes", "of", "with"});
}

bool opens_block(std::string_view word) {
  return one_of(word, {"ruleset", "rule", "commitment", "table", "measure", "clash", "example", "bloc", "jurisdiction", "enum", "scale",
                       "link", "route"});
}
bool opens_clause(std::string_view word) {
  return one_of(word, {"when", "overrides", "given", "line", "expect", "members", "within", "asked", "except", "by", "from", "through",
                       "source", "note", "on", "link"});
}

Around around(const Words& words) {
  Around out;
  struct Open {
    std::string_view block;
    bool set;
    std::size_t at;
  };
  std::vector<Open> open;
  std::string_view header;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool in_set = words[i] == "{" ? opens_set(words, i) : !open.empty() && open.back().set;
    if (words[i] == "{") open.push_back({in_set ? "" : header, in_set, i + 1});
    else if (words[i] == "}" && !open.empty()) open.pop_back();
    else if (opens_block(words[i]) && (i == 0 || !one_of(words[i - 1], {"expect", "no", "possible", "of", ":"}))) header = words[i];
    if (words[i] == "ruleset" && i + 1 < words.size()) out.ruleset = words[i + 1];
    if (opens_clause(words[i])) out.clause = words[i];
    else if ((words[i] == "{" || words[i] == "}") && !in_set) out.clause = {};
  }
  if (!open.empty() && open.back().set) {
    out.list = open.back().at;
    open.pop_back();
  }
  out.block = open.empty() ? std::string_view{} : open.back().block;
  return out;
}

class Completer {
 public:
  Completer(const Workspace& workspace, const Document& document, std::uint32_t offset)
      : workspace_{workspace}, library_{workspace.library()} {
    const auto& file = workspace.sources()[document.file];
    const auto before = words_before(file.text, offset);
    quiet_ = before.in_text;
    words_ = before.words;
    range_ = range_of(workspace.sources(), {document.file, before.prefix_begin, offset});
    around_ = around(words_);
  }

  Json run() {
    if (!quiet_) complete();
    return {{"isIncomplete", false}, {"items", std::move(items_)}};
  }

 private:
  void complete() {
    const std::string_view last = words_.empty() ? std::string_view{} : words_.back();
    if (const auto left = compared()) return values(*left);
    if (one_of(last, {"when", "and", "or", "not", "("})) return left_sides();
    if (one_of(last, {"given", "line"}) || (last == "," && one_of(around_.clause, {"given", "line"}))) return facts();
    if (last == "overrides" || (last == "," && around_.clause == "overrides") || (last == "by" && around_.clause == "by" && expecting()))
      return rules();
    if (one_of(last, {"members", "within", "except", "->", "<->", "link"}) || (last == "route" && around_.block == "example") ||
        (last == "," && one_of(around_.clause, {"members", "except"})))
      return jurisdictions(false);
    if (last == "expect") return expectations();
    if (last == ":" || (last == "of" && words_.size() > 1 && words_[words_.size() - 2] == "set")) return types();
    if (last == "of" && around_.clause == "asked") return flows();
    if (last == "ruleset") return rulesets();
    clause_words();
  }

  bool expecting() const { return words_.size() > 4 && std::find(words_.end() - 5, words_.end(), "expect") != words_.end(); }

  // The name that the value at the cursor belongs to.
  std::optional<std::string_view> compared() const {
    auto end = around_.list > 0 ? around_.list - 1 : words_.size();
    if (around_.list > 0 && !one_of(words_.back(), {"{", ",", "to"})) return std::nullopt;
    const auto word = [&](std::size_t back) { return end >= back ? words_[end - back] : std::string_view{}; };
    if (one_of(word(1), {"of"}) && one_of(word(2), {"all", "any"}) && word(3) == "includes") return word(4);
    if (word(1) == "with" && word(2) == "nothing") return word(4);
    if (word(1) == "in" && word(2) == "not") return word(3);
    if (one_of(word(1), {"=", "!=", "<", "<=", ">", ">=", "in", "includes"})) return word(2);
    return std::nullopt;
  }

  std::string domain() const { return std::string{around_.ruleset.substr(around_.ruleset.rfind('.') + 1)}; }

  std::optional<model::Type> type_of(std::string_view name) const {
    const std::string text{name};
    if (const auto it = library_.fact_names.find(text); it != library_.fact_names.end()) return library_.facts[it->second].type;
    if (const auto it = library_.measure_names.find(domain() + "." + text); it != library_.measure_names.end())
      return library_.measures[it->second].type;
    for (auto rest = name;; rest.remove_prefix(rest.find('.') + 1)) {
      const auto it = library_.measure_names.find(std::string{rest});
      if (it != library_.measure_names.end()) return library_.measures[it->second].type;
      if (rest.find('.') == std::string_view::npos) return std::nullopt;
    }
  }

  void values(std::string_view left) {
    const auto type = type_of(left);
    if (!type) return;
    if (type->kind == model::Kind::enumeration) {
      const auto& enumeration = library_.enumerations[type->enumeration];
      for (std::size_t i = 0; i < enumeration.values.size(); ++i) add(enumeration.values[i], enum_member, enumeration.value_labels[i].text);
    }
    if (type->kind == model::Kind::flag) keywords({"yes", "no"});
    if (type->kind == model::Kind::jurisdiction) jurisdictions(true);
    if (type->kind == model::Kind::currency)
      for (const auto& one : library_.jurisdictions)
        if (one.currency) add(to_text(model::Scalar{*one.currency}, library_), enum_member, one.label.text);
    if (one_of(to_text(*type, library_), {"money", "count", "duration"})) keywords({"unlimited"});
    if (type->set) keywords({"all"});
  }

  // In a clash both ends can be compared; elsewhere only facts, and measures where a question depends on another.
  void left_sides() {
    if (around_.block == "clash") return placed_measures();
    facts();
    if (around_.block == "measure") measures();
  }

  void facts() {
    for (const auto& one : library_.facts) add(one.name, variable, one.label.text);
  }

  void measures() {
    for (const auto& one : library_.measures) add(one.name, property, one.label.text);
  }

  void own_measures() {
    for (const auto& one : library_.measures)
      if (one.name.starts_with(domain() + ".")) add(one.name.substr(domain().size() + 1), property, one.label.text);
  }

  void placed_measures() {
    for (const auto& one : library_.measures) {
      if (one.end == model::End::carrier) add("carrier." + one.name, property, one.label.text);
      else
        for (const auto* place : {"sender.", "receiver."}) add(place + one.name, property, one.label.text);
    }
  }

  void rules() {
    const auto own = std::string{around_.ruleset} + ".";
    const bool inside = around_.block == "ruleset" || around_.block == "rule";
    for (const auto& one : library_.rules) {
      if (one.name_span.file.valid() && one.assignments.empty()) continue;
      const bool near = inside && one.name.starts_with(own);
      add(near ? one.name.substr(own.size()) : one.name, function, one.label.text);
    }
  }

  void jurisdictions(bool with_blocs) {
    for (const auto& one : library_.jurisdictions) add(one.name, module_item, one.label.text);
    for (const auto& one : library_.blocs)
      if (with_blocs) add(one.name, module_item, one.label.text);
  }

  void types() {
    keywords({"yes/no", "count", "rate", "money", "mass", "duration", "date", "hs", "jurisdiction", "currency", "set of"});
    for (const auto& one : library_.enumerations) add(one.name, type_item, one.label.text);
  }

  void flows() {
    for (const auto& one : library_.flows) add(one.name, module_item, one.label.text);
  }

  void rulesets() {
    for (const auto& domain : library_.domains) {
      for (const auto& one : library_.jurisdictions) add(one.name + "." + domain.name, module_item, one.label.text);
      for (const auto& one : library_.blocs) add(one.name + "." + domain.name, module_item, one.label.text);
    }
  }

  void expectations() {
    placed_measures();
    keywords({"clash", "no clash", "gap", "no gap", "possible clash", "no possible clash"});
    for (const auto& one : library_.clashes) add("clash " + one.name, function, one.label.text);
  }

  // What may begin a clause or a declaration here.
  void clause_words() {
    if (around_.block == "rule" || around_.block == "commitment" || around_.block == "table") own_measures();
    if (around_.block == "rule") keywords({"when", "from", "through", "source", "note", "status", "suspended from", "implemented by"});
    else if (around_.block == "ruleset") keywords({"rule", "table", "commitment", "applies when", "complete from"});
    else if (around_.block == "commitment")
      keywords({"when", "from", "through", "between members", "except", "strength", "source", "note"});
    else if (around_.block == "measure")
      keywords({"asked of", "asked when", "higher is more open", "lower is more open", "neutral", "importance", "aligns"});
    else if (around_.block == "clash") keywords({"when", "kind", "remedy", "source", "note"});
    else if (around_.block == "example") keywords({"route", "given", "line", "expect"});
    else if (around_.block == "jurisdiction") keywords({"currency", "within"});
    else if (around_.block == "bloc") keywords({"legislates", "members"});
    else if (around_.block.empty())
      keywords({"domain", "flow", "fact", "enum", "set enum", "scale", "measure", "jurisdiction", "bloc", "ruleset", "clash", "link",
                "route", "example"});
  }

  void keywords(std::initializer_list<std::string_view> words) {
    for (const auto word : words) add(std::string{word}, keyword, {});
  }

  void add(const std::string& label, Item kind, const std::string& detail) {
    Json item{{"label", label}, {"kind", static_cast<int>(kind)}, {"textEdit", {{"range", range_}, {"newText", label}}}};
    if (!detail.empty()) item["detail"] = detail;
    items_.push_back(std::move(item));
  }

  const Workspace& workspace_;
  const model::Library& library_;
  bool quiet_ = false;
  Words words_;
  Around around_;
  Json range_;
  Json items_ = Json::array();
};

}  // namespace

Json completion(const Workspace& workspace, const Json& parameters) {
  const auto cursor = cursor_of(workspace, parameters);
  if (cursor.document == nullptr) return nullptr;
  return Completer{workspace, *cursor.document, cursor.offset}.run();
}

}  // namespace isonomy::server
