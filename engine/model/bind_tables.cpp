// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/binder.h"
#include "source/codes.h"
#include "source/csv.h"
#include "syntax/parse.h"

namespace isonomy::model::binding {
namespace {

/// One column's value in one row; `wide` is the next less specific value, up to the empty cell that means any.
struct Column {
  FactId fact;
  std::size_t index = 0;
};

struct Layout {
  std::vector<Column> columns;
  std::size_t value = SIZE_MAX;
  std::size_t from = SIZE_MAX;
  std::size_t through = SIZE_MAX;
  std::size_t source = SIZE_MAX;
};

/// The cells of a row as texts, by column of the layout; the key under which more specific rows look for it.
using Key = std::vector<std::string>;

class TableBinder {
 public:
  TableBinder(Context& context, const syntax::Table& written, RulesetId ruleset)
      : context_{context}, written_{written}, ruleset_{ruleset} {}

  void bind(const source::SourceMap& sources, source::FileId file) {
    const auto rows = source::read_csv(sources, file);
    auto shared = rule(context_, written_.rule, ruleset_, true);
    if (rows.empty() || !shared || !layout(rows[0])) return;
    std::vector<RuleId> ids;
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (const auto id = add_row(*shared, rows[0], rows[i], i)) ids.push_back(*id);
    for (const auto& [key, same] : rows_by_key_) link(key, same);
    for (const auto id : ids) link_overrides(context_, id, written_.rule.overrides);
    mention(context_, Named::rule, written_.rule.name, shared->name, true);
    context_.tables.emplace(shared->name, std::move(ids));
  }

 private:
  void complain(Span span, std::string message, std::string help) {
    context_.diagnostics.add(Code::bad_table, span, std::move(message), std::move(help));
  }

  std::size_t find(const source::Row& head, const std::string& name) const {
    const auto it = std::find_if(head.begin(), head.end(), [&](const source::Field& f) { return f.text == name; });
    return it == head.end() ? SIZE_MAX : static_cast<std::size_t>(it - head.begin());
  }

  bool layout(const source::Row& head) {
    for (const auto& column : written_.columns) {
      const auto fact = look_up(context_, context_.library.fact_names, column, Code::unknown_fact, "fact");
      if (!fact.valid() || !usable(fact, column)) return false;
      layout_.columns.push_back({fact, find(head, column.text())});
      const auto index = layout_.columns.back().index;
      if (index != SIZE_MAX) mention(context_, Named::fact, {column.parts, head[index].span}, column.text());
      if (index != SIZE_MAX) continue;
      complain(head[0].span, fmt::format("the table has no column `{}`", column.text()), "add the column, or leave it out of `by`");
      return false;
    }
    const auto name = written_.rule.name;
    const auto domain = context_.library.domains[context_.library.rulesets[ruleset_].domain].name;
    const auto id = measure(context_, name, domain);
    layout_.value = find(head, name.text());
    layout_.from = find(head, "from");
    layout_.through = find(head, "through");
    layout_.source = find(head, "source");
    if (layout_.value == SIZE_MAX)
      complain(head[0].span, fmt::format("the table has no column `{}`", name.text()), "add the column that holds the answers");
    else if (id) mention(context_, Named::measure, {name.parts, head[layout_.value].span}, context_.library.measures[*id].name);
    if (id) measure_ = *id;
    return id && layout_.value != SIZE_MAX;
  }

  bool usable(FactId fact, const syntax::Path& column) {
    const auto& type = context_.library.facts[fact].type;
    const auto kind = type.kind;
    if (!type.set && (kind == Kind::hs || kind == Kind::jurisdiction || kind == Kind::enumeration || kind == Kind::flag)) return true;
    complain(column.span, fmt::format("a table cannot be ordered by `{}`", column.text()),
             "use facts that are HS codes, jurisdictions, enumerations or yes/no, and write other conditions as rules");
    return false;
  }

  static const source::Field& cell(const source::Row& row, std::size_t index) {
    static const source::Field none;
    return index < row.size() ? row[index] : none;
  }

  std::optional<RuleId> add_row(const Rule& shared, const source::Row& head, const source::Row& row, std::size_t number) {
    if (row.size() != head.size()) {
      complain(row[0].span, fmt::format("row {} has {} fields, the head has {}", number, row.size(), head.size()),
               "give each row all fields");
      return std::nullopt;
    }
    Rule out = shared;
    out.name = fmt::format("{}.{}", shared.name, number);
    out.span = out.name_span = join(row.front().span, row.back().span);
    Key key;
    for (const auto& column : layout_.columns) {
      const auto& field = cell(row, column.index);
      key.push_back(field.text);
      if (!field.text.empty() && !narrow(out, column.fact, field)) return std::nullopt;
    }
    if (!answer(out, cell(row, layout_.value)) || !days(out, row) || !source(out, row)) return std::nullopt;
    const auto id = add_rule(context_, std::move(out));
    rows_by_key_[key].push_back(id);
    return id;
  }

  // A cell is read as the language reads it, so tables and rules never differ in what a text means.
  std::optional<syntax::Comparison> read(const std::string& left, std::string_view relation, const source::Field& field) {
    source::SourceMap scratch;
    source::Diagnostics found;
    const auto file = scratch.add("", fmt::format("{} {} {}", left, relation, field.text));
    auto statement = syntax::parse_statement(scratch, file, found);
    if (!statement) complain(field.span, fmt::format("`{}` is not a value of the language", field.text), "write it as a rule would");
    return statement;
  }

  static void move_spans(syntax::Comparison& statement, Span span) {
    statement.span = statement.left.span = statement.right.span = span;
    for (auto& item : statement.right.items) {
      item.span = item.from.span = span;
      if (auto* path = std::get_if<syntax::Path>(&item.from.what)) path->span = span;
    }
  }

  bool narrow(Rule& out, FactId fact, const source::Field& field) {
    const bool place = context_.library.facts[fact].type.kind == Kind::jurisdiction || context_.library.facts[fact].type.kind == Kind::hs;
    auto statement = read(context_.library.facts[fact].name, place ? "in" : "=", field);
    if (!statement) return false;
    move_spans(*statement, field.span);
    auto bound = test(context_, *statement, Scope{});
    if (!bound) return false;
    out.when = conjoin(out.when, Condition{Condition::Kind::test, std::move(*bound), {}});
    return true;
  }

  bool answer(Rule& out, const source::Field& field) {
    auto statement = read("x", "=", field);
    if (!statement) return false;
    move_spans(*statement, field.span);
    auto bound = value(context_, statement->right, context_.library.measures[measure_].type);
    if (bound) out.assignments.push_back({measure_, Assignment::Kind::equals, std::move(*bound), field.span});
    return bound.has_value();
  }

  bool days(Rule& out, const source::Row& row) {
    for (auto [index, day] : {std::pair{layout_.from, &out.period.from}, std::pair{layout_.through, &out.period.through}}) {
      const auto& field = cell(row, index);
      if (field.text.empty()) continue;
      const auto date = base::parse_date(field.text);
      if (!date) {
        context_.diagnostics.add(Code::malformed_date, field.span, fmt::format("`{}` is not a date", field.text),
                                 "write the day as YYYY-MM-DD");
        return false;
      }
      *day = *date;
    }
    return true;
  }

  bool source(Rule& out, const source::Row& row) {
    const auto& field = cell(row, layout_.source);
    if (!field.text.empty()) out.sources.push_back({field.text, {}, {}, {}, field.span});
    if (!out.sources.empty()) return true;
    context_.diagnostics.add(Code::missing_source, row[0].span, "the row has no source", "add a `source` column, or a source to the table");
    return false;
  }

  // The less specific texts of a cell, nearest first; the empty text means any.
  std::vector<std::string> wider(const Column& column, const std::string& text) const {
    const auto& library = context_.library;
    std::vector<std::string> out{text};
    if (text.empty()) return out;
    const auto kind = library.facts[column.fact].type.kind;
    if (kind == Kind::hs)
      for (auto size = text.size(); size > 2; size -= 2) out.push_back(text.substr(0, size - 2));
    if (const auto it = library.jurisdiction_names.find(text); kind == Kind::jurisdiction && it != library.jurisdiction_names.end()) {
      for (const auto outer : library.lineage(it->second))
        if (outer != it->second) out.push_back(library.jurisdictions[outer].name);
      for (const auto bloc : library.blocs.ids())
        if (!library.memberships(bloc, it->second).empty()) out.push_back(library.blocs[bloc].name);
    }
    out.emplace_back();
    return out;
  }

  // Every row that is at most as specific in all columns and more general in one.
  void link(const Key& key, const std::vector<RuleId>& rows) {
    std::vector<Key> general{{}};
    for (std::size_t i = 0; i < key.size(); ++i) {
      std::vector<Key> longer;
      for (const auto& start : general)
        for (const auto& text : wider(layout_.columns[i], key[i])) {
          longer.push_back(start);
          longer.back().push_back(text);
        }
      general = std::move(longer);
    }
    for (const auto& other : general)
      if (other != key)
        if (const auto it = rows_by_key_.find(other); it != rows_by_key_.end()) override_all(rows, it->second);
  }

  void override_all(const std::vector<RuleId>& rows, const std::vector<RuleId>& wider_rows) {
    for (const auto row : rows)
      for (const auto wide : wider_rows) {
        context_.library.rules[row].overrides.push_back(wide);
        context_.library.rules[wide].overridden_by.push_back(row);
      }
  }

  Context& context_;
  const syntax::Table& written_;
  RulesetId ruleset_;
  MeasureId measure_;
  Layout layout_;
  std::map<Key, std::vector<RuleId>> rows_by_key_;
};

}  // namespace

void bind_table(Context& context, const syntax::Table& table, RulesetId ruleset, const source::SourceMap& sources,
                const ReadTable& read_table) {
  const auto file = read_table(table.file.span.file, table.file.text);
  if (file) return TableBinder{context, table, ruleset}.bind(sources, *file);
  context.diagnostics.add(Code::unreadable_file, table.file.span, fmt::format("the table `{}` cannot be read", table.file.text),
                          "give its path as seen from this rule file");
}

}  // namespace isonomy::model::binding
