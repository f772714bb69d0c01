// SPDX-License-Identifier: Apache-2.0
#include "analysis/sums.h"

#include "source/codes.h"

namespace isonomy::analysis {
namespace {

using base::Money;
using model::FactId;
using model::Relation;

constexpr base::Currency eur{{'E', 'U', 'R'}};
constexpr base::Currency usd{{'U', 'S', 'D'}};

struct Sums : testing::Test {
  Sums() {
    for (const auto* name : {"value", "freight", "cif_value"})
      library.facts.add({name, {model::Kind::money, {}, false}, {}, false, {}, {}});
    library.facts[cif].addends = {value, freight};
    library.rates.units_per_base = {{usd, 1}, {eur, base::Rational{1, 2}}};
  }

  static model::Test state(FactId fact, Relation relation, const Money& money) {
    return {fact, relation, {{model::Scalar{money}, std::nullopt}}, false, {}, {}};
  }

  // What is stated of the sum once sums are added; nothing if it stays open.
  std::optional<Money> sum(std::vector<model::Test> given) {
    const auto before = given.size();
    add_sums(library, given, diagnostics);
    if (given.size() == before) return std::nullopt;
    EXPECT_EQ(std::get<FactId>(given.back().left), cif);
    return std::get<Money>(std::get<model::Scalar>(given.back().constants[0].from));
  }

  model::Library library;
  source::Diagnostics diagnostics;
  FactId value{0}, freight{1}, cif{2};
};

TEST_F(Sums, AreExactInTheCurrencyOfTheFirst) {
  EXPECT_EQ(sum({state(value, Relation::equal, {90, eur}), state(freight, Relation::equal, {3, usd})}),
            (Money{base::Rational{183, 2}, eur}));
}

TEST_F(Sums, StayOpenWhereAPartIs) {
  EXPECT_EQ(sum({state(value, Relation::equal, {90, eur})}), std::nullopt);
  EXPECT_EQ(sum({state(value, Relation::equal, {90, eur}), state(freight, Relation::less, {3, eur})}), std::nullopt);
  EXPECT_EQ(sum({state(value, Relation::equal, {90, eur}), state(freight, Relation::equal, {3, {{'X', 'X', 'X'}}})}), std::nullopt);
  EXPECT_TRUE(diagnostics.empty());
}

TEST_F(Sums, AreNotStatedTwice) {
  EXPECT_EQ(
      sum({state(value, Relation::equal, {1, eur}), state(freight, Relation::equal, {1, eur}), state(cif, Relation::equal, {4, usd})}),
      std::nullopt);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(
      sum({state(value, Relation::equal, {1, eur}), state(freight, Relation::equal, {1, eur}), state(cif, Relation::equal, {5, usd})}),
      std::nullopt);
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, source::Code::contradictory_given);
}

}  // namespace
}  // namespace isonomy::analysis
