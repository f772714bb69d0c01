// SPDX-License-Identifier: Apache-2.0
#include "syntax/parse.h"

#include "support/text.h"

namespace isonomy::syntax {
namespace {

using test::codes;
using test::parse;

const std::vector<std::string> none;

template <class T>
T only(const test::Parsed& parsed) {
  EXPECT_EQ(codes(parsed.diagnostics), none) << test::report(parsed.sources, parsed.diagnostics);
  EXPECT_EQ(parsed.file.declarations.size(), 1U);
  return std::get<T>(parsed.file.declarations.at(0));
}

Rule only_rule(const std::string& clauses) {
  const auto ruleset = only<Ruleset>(parse("ruleset DE.customs {\n rule r {\n" + clauses + "\n }\n}\n"));
  EXPECT_EQ(ruleset.rules.size(), 1U);
  return ruleset.rules.at(0);
}

Value value_of(const std::string& text) { return only_rule("m = " + text).assignments.at(0).value; }

template <class T>
T scalar_of(const std::string& text) {
  const auto value = value_of(text);
  EXPECT_FALSE(value.is_set);
  return std::get<T>(value.items.at(0).from.what);
}

Condition when(const std::string& text) { return *only_rule("m = x\nwhen " + text).when; }

TEST(Value, KeepsTheDigitsOfAHeading) {
  const auto heading = scalar_of<Number>("0101");
  EXPECT_EQ(heading.digits, "0101");
  EXPECT_EQ(heading.value, 101);
}

TEST(Value, ReadsEveryKind) {
  EXPECT_EQ(scalar_of<Percentage>("15.5%").number.value, base::Rational(31, 2));
  const auto fraction = scalar_of<Fraction>("2/37");
  EXPECT_EQ(fraction.above.value / fraction.below.value, base::Rational(2, 37));
  EXPECT_EQ(scalar_of<Amount>("150 EUR").currency, "EUR");
  EXPECT_FALSE(scalar_of<Amount>("150 EUR").per_kilogram);
  EXPECT_TRUE(scalar_of<Amount>("0.35 EUR per kg").per_kilogram);
  EXPECT_EQ(scalar_of<Quantity>("72 hours").unit, Unit::hours);
  EXPECT_EQ(scalar_of<Quantity>("1 hour").unit, Unit::hours);
  EXPECT_EQ(scalar_of<Quantity>("3 days").unit, Unit::days);
  EXPECT_EQ(scalar_of<Quantity>("3 business days").unit, Unit::business_days);
  EXPECT_EQ(scalar_of<Quantity>("6 months").unit, Unit::months);
  EXPECT_EQ(scalar_of<Quantity>("5 years").unit, Unit::years);
  EXPECT_EQ(scalar_of<Quantity>("31 kg").unit, Unit::kilograms);
  EXPECT_EQ(scalar_of<Quantity>("500 g").unit, Unit::grams);
  EXPECT_EQ(scalar_of<base::Date>("2026-07-01"), *base::parse_date("2026-07-01"));
  EXPECT_TRUE(scalar_of<Flag>("yes").yes);
  EXPECT_FALSE(scalar_of<Flag>("no").yes);
  EXPECT_EQ(scalar_of<Path>("unlimited").text(), "unlimited");
}

TEST(Value, ReadsSetsAndRanges) {
  const auto set = value_of("{2203 to 2208, 3303,}");
  EXPECT_TRUE(set.is_set);
  ASSERT_EQ(set.items.size(), 2U);
  EXPECT_EQ(std::get<Number>(set.items[0].to->what).digits, "2208");
  EXPECT_FALSE(set.items[1].to);
  EXPECT_TRUE(value_of("{}").is_set);
  EXPECT_TRUE(value_of("{}").items.empty());
}

TEST(Condition, BindsAndTighterThanOr) {
  const auto condition = when("a = x or b = y and c = z");
  EXPECT_EQ(condition.kind, Condition::Kind::any);
  ASSERT_EQ(condition.parts.size(), 2U);
  EXPECT_EQ(condition.parts[0].kind, Condition::Kind::comparison);
  EXPECT_EQ(condition.parts[1].kind, Condition::Kind::all);
}

TEST(Condition, FollowsParenthesesAndNot) {
  const auto condition = when("not (a = x or b = y) and c = z");
  EXPECT_EQ(condition.kind, Condition::Kind::all);
  EXPECT_EQ(condition.parts[0].kind, Condition::Kind::negation);
  EXPECT_EQ(condition.parts[0].parts.at(0).kind, Condition::Kind::any);
}

TEST(Condition, ReadsEveryRelation) {
  const std::vector<std::pair<std::string, Relation>> all{{"a = 1", Relation::equal},
                                                          {"a != 1", Relation::not_equal},
                                                          {"a < 1", Relation::less},
                                                          {"a <= 1", Relation::less_equal},
                                                          {"a > 1", Relation::greater},
                                                          {"a >= 1", Relation::greater_equal},
                                                          {"a in {1}", Relation::in},
                                                          {"a not in {1}", Relation::not_in},
                                                          {"a shares nothing with {x}", Relation::shares_nothing},
                                                          {"a includes {x}", Relation::includes_all},
                                                          {"a includes all of {x}", Relation::includes_all},
                                                          {"a includes any of {x}", Relation::includes_any},
                                                          {"a is silent", Relation::is_silent},
                                                          {"a is unknown", Relation::is_unknown},
                                                          {"a is applicable", Relation::is_applicable},
                                                          {"a is not silent", Relation::is_not_silent},
                                                          {"a is not unknown", Relation::is_not_unknown},
                                                          {"a is not applicable", Relation::is_not_applicable}};
  for (const auto& [text, relation] : all) EXPECT_EQ(when(text).comparison.relation, relation) << text;
}

TEST(Rule, HoldsItsClauses) {
  const auto rule = only_rule(R"(duty = flat
    documents includes {invoice}
    flat_duty is silent
    basis is unknown
    when value <= 150 EUR
    from 2026-07-01 through 2028-06-30
    status adopted
    suspended from 2027-01-01 through 2027-03-31 source "Order"
    implemented by "Ordinance"
    source "Act" article "3" url "https://example.org" checked 2026-11-23
    source "Second act"
    note "A note." @zh "注")");
  ASSERT_EQ(rule.assignments.size(), 4U);
  EXPECT_EQ(rule.assignments[1].kind, Assignment::Kind::includes);
  EXPECT_EQ(rule.assignments[2].kind, Assignment::Kind::silent);
  EXPECT_EQ(rule.assignments[3].kind, Assignment::Kind::unknown);
  EXPECT_EQ(base::to_text(rule.period.from->date), "2026-07-01");
  EXPECT_EQ(base::to_text(rule.period.through->date), "2028-06-30");
  EXPECT_EQ(rule.status->text(), "adopted");
  EXPECT_EQ(rule.suspensions.at(0).source->title, "Order");
  EXPECT_EQ(rule.implemented_by->text, "Ordinance");
  ASSERT_EQ(rule.sources.size(), 2U);
  EXPECT_EQ(rule.sources[0].article->text, "3");
  EXPECT_EQ(base::to_text(rule.sources[0].checked->date), "2026-11-23");
  EXPECT_EQ(rule.note.translations.at(0).second, "注");
  EXPECT_FALSE(rule.damaged);
}

TEST(Rule, MayBeginOnAnUnknownDay) {
  const auto rule = only_rule("duty = flat\nfrom unknown");
  EXPECT_TRUE(rule.period.from_unknown);
  EXPECT_FALSE(rule.period.from);
}

TEST(Ruleset, HoldsTablesAndCommitments) {
  const auto ruleset = only<Ruleset>(parse(R"(ruleset RCEP.customs {
    applies when channel = b2c
    complete from 2020-01-01
    table duty_rate by goods, made_in from "tariff.csv" overrides ordinary { source "Tariff" }
    commitment release { release_time <= 6 hours  source "RCEP" }
  })"));
  EXPECT_TRUE(ruleset.applies_when);
  EXPECT_EQ(base::to_text(ruleset.complete_from->date), "2020-01-01");
  ASSERT_EQ(ruleset.tables.size(), 1U);
  EXPECT_EQ(ruleset.tables[0].columns.size(), 2U);
  EXPECT_EQ(ruleset.tables[0].file.text, "tariff.csv");
  EXPECT_EQ(ruleset.tables[0].rule.overrides.at(0).text(), "ordinary");
  EXPECT_EQ(ruleset.tables[0].rule.sources.size(), 1U);
  EXPECT_EQ(ruleset.commitments.at(0).bounds.size(), 1U);
}

TEST(Link, GoesOneWayOrBoth) {
  EXPECT_TRUE(only<Link>(parse("link CN <-> KZ by rail")).both_ways);
  EXPECT_FALSE(only<Link>(parse("link CN -> KZ by rail, road { distance 5 km }")).both_ways);
}

TEST(Example, ReadsEveryExpectation) {
  const auto example = only<Example>(parse(R"(example "e" {
    route CN -> DE by air
    given on = 2026-08-01, channel = b2c
    line goods = 62
    expect receiver.customs.duty = flat by EU.customs.flat, EU.customs.other
    expect receiver.tax.collector is not applicable
    expect no clash
    expect possible clash keep
    expect no gap RCEP.customs.release
  })"));
  ASSERT_EQ(example.expectations.size(), 5U);
  EXPECT_EQ(example.expectations[0].decided_by.size(), 2U);
  EXPECT_EQ(example.expectations[1].answer.relation, Relation::is_not_applicable);
  EXPECT_TRUE(example.expectations[2].negated);
  EXPECT_FALSE(example.expectations[2].name);
  EXPECT_TRUE(example.expectations[3].possible);
  EXPECT_EQ(example.expectations[4].kind, Expectation::Kind::gap);
  EXPECT_EQ(example.expectations[4].name->text(), "RCEP.customs.release");
}

TEST(Names, MayBeContextualWords) {
  for (const auto* word :
       {"data", "value", "origin", "on", "line", "to", "by", "set", "open", "kind", "members", "border", "business", "all"})
    EXPECT_EQ(only<Domain>(parse(std::string{"domain "} + word)).name.text(), word);
}

TEST(Names, MayNotBeReservedWords) {
  for (const auto& word : reserved_words()) EXPECT_EQ(codes(parse("fact " + word + " : money").diagnostics).size(), 1U) << word;
}

TEST(Text, KeepsQuotesAndBackslashes) { EXPECT_EQ(only<Domain>(parse(R"(domain tax "a \"b\" \\ c")")).label.text, R"(a "b" \ c)"); }

TEST(File, MayBeEmptyOrHoldOnlyComments) {
  for (const auto* text : {"", "\n\n", "// nothing", "\xEF\xBB\xBF// nothing\r\n"}) {
    const auto parsed = parse(text);
    EXPECT_TRUE(parsed.diagnostics.empty());
    EXPECT_TRUE(parsed.file.declarations.empty());
  }
}

TEST(File, KeepsWhatIsWellAroundAMistake) {
  const auto parsed = parse("domain tax\ndomian data\ndomain customs\n");
  EXPECT_EQ(codes(parsed.diagnostics), std::vector<std::string>{"E0204"});
  EXPECT_EQ(parsed.file.declarations.size(), 2U);
}

TEST(File, MarksARuleThatLostAClause) {
  const auto parsed = parse("ruleset DE.customs {\n rule r {\n duty = flat\n wehn value > 1 EUR\n source \"s\"\n }\n}\n");
  EXPECT_EQ(codes(parsed.diagnostics), std::vector<std::string>{"E0204"});
  const auto& rule = std::get<Ruleset>(parsed.file.declarations.at(0)).rules.at(0);
  EXPECT_TRUE(rule.damaged);
  EXPECT_EQ(rule.assignments.size(), 1U);
  EXPECT_EQ(rule.sources.size(), 1U);
}

TEST(Place, CountsCodePointsAfterChineseText) {
  const auto parsed = parse("domain tax \"税收\" @zh \"税收\" oops\n");
  const auto span = parsed.diagnostics.sorted().at(0).span;
  EXPECT_EQ(parsed.sources.text(span), "oops");
  EXPECT_EQ(parsed.sources.place(span.file, span.begin).column, 26U);
}

TEST(Place, CoversTheWholeRule) {
  const auto parsed = parse("ruleset DE.customs {\n  rule r { duty = flat source \"s\" }\n}\n");
  const auto& rule = std::get<Ruleset>(parsed.file.declarations.at(0)).rules.at(0);
  EXPECT_EQ(parsed.sources.text(rule.span), "rule r { duty = flat source \"s\" }");
  EXPECT_EQ(parsed.sources.text(rule.assignments.at(0).span), "duty = flat");
}

std::optional<Comparison> statement(const std::string& text, source::Diagnostics& diagnostics) {
  source::SourceMap sources;
  return parse_statement(sources, sources.add("--given", text), diagnostics);
}

TEST(Statement, ReadsOneFact) {
  source::Diagnostics diagnostics;
  const auto fact = statement("value <= 150 EUR", diagnostics);
  ASSERT_TRUE(fact);
  EXPECT_EQ(fact->left.text(), "value");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Statement, RefusesMoreOrLessThanOneFact) {
  for (const auto* text :
       {"", "value", "value <= ", "value <= 150 EUR and channel = b2c", "value <= 1,500 EUR", "value = {", "domain tax"}) {
    source::Diagnostics diagnostics;
    EXPECT_FALSE(statement(text, diagnostics)) << text;
    EXPECT_EQ(codes(diagnostics).size(), 1U) << text << " " << testing::PrintToString(codes(diagnostics));
  }
}

}  // namespace
}  // namespace isonomy::syntax
