// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/duration.h"
#include "base/ids.h"
#include "base/money.h"

/// What facts and measures can be. Every domain is closed and every number exact.
namespace isonomy::model {

struct Library;
struct Enumeration;
struct Jurisdiction;
struct Bloc;
using EnumerationId = base::Id<Enumeration>;
using JurisdictionId = base::Id<Jurisdiction>;
using BlocId = base::Id<Bloc>;

enum class Kind : std::uint8_t {
  flag,
  count,
  rate,
  money,
  money_per_kilogram,
  mass,
  duration,
  date,
  hs,
  jurisdiction,
  currency,
  enumeration
};

struct Type {
  Kind kind = Kind::flag;
  EnumerationId enumeration;  ///< for `Kind::enumeration` only
  bool set = false;

  friend bool operator==(const Type&, const Type&) = default;
};

/// The greatest money, count or duration: the law sets no bound.
struct Unlimited {
  friend bool operator==(Unlimited, Unlimited) = default;
};
struct Count {
  std::int64_t number = 0;
  friend bool operator==(Count, Count) = default;
};
struct Rate {
  base::Rational value;
  friend bool operator==(const Rate& a, const Rate& b) { return base::same(a.value, b.value); }
};
struct MoneyPerKilogram {
  base::Money money;
  friend bool operator==(const MoneyPerKilogram&, const MoneyPerKilogram&) = default;
};
struct Mass {
  base::Rational kilograms;
  friend bool operator==(const Mass& a, const Mass& b) { return base::same(a.kilograms, b.kilograms); }
};
/// A Harmonized System code of 2 to 10 digits; it stands for all codes that begin with it.
struct HsCode {
  std::int64_t number = 0;
  int digits = 2;

  std::int64_t first() const;  ///< the least ten-digit code it holds
  std::int64_t last() const;   ///< one past the greatest
  friend bool operator==(HsCode, HsCode) = default;
};
struct Enumerator {
  EnumerationId of;
  std::uint32_t index = 0;
  friend bool operator==(Enumerator, Enumerator) = default;
};
/// A place that is none of the declared jurisdictions.
struct Elsewhere {
  friend bool operator==(Elsewhere, Elsewhere) = default;
};

using Scalar = std::variant<Unlimited, bool, Count, Rate, base::Money, MoneyPerKilogram, Mass, base::Duration, base::Date, HsCode,
                            JurisdictionId, Elsewhere, base::Currency, Enumerator>;

/// A set of scalars of one type; `all` is the full set of a type whose values are not listed one by one (currencies, jurisdictions).
struct SetOf {
  bool all = false;
  std::vector<Scalar> items;  ///< sorted by text, no repeats

  friend bool operator==(const SetOf&, const SetOf&) = default;
};

using Value = std::variant<Scalar, SetOf>;

enum class Truth : std::uint8_t { no, yes, unknown };
Truth both(Truth a, Truth b);
Truth either(Truth a, Truth b);
Truth negate(Truth a);

/// How two scalars of one type stand to each other. `unknown` for money without a rate and for durations whose readings disagree.
/// Enumerations compare by position, which has a meaning for scales only.
base::Order order(const Scalar& a, const Scalar& b, const base::RateTable& rates);
Truth at_most(const Scalar& a, const Scalar& b, const base::RateTable& rates);
Truth equal(const Value& a, const Value& b, const base::RateTable& rates);

/// Set operations in the order of the words: `a shares nothing with b`, `a includes all of b`, `a in b`.
Truth shares_nothing(const SetOf& a, const SetOf& b);
Truth includes_all(const SetOf& a, const SetOf& b);

/// Canonical text: `exempt`, `9%`, `150 EUR`, `72 hours`, `{adequacy, contract}`, `yes`.
std::string to_text(const Scalar& value, const Library& library);
std::string to_text(const Value& value, const Library& library);
std::string to_text(HsCode code);
/// As in a rule file: `money`, `set of Basis`.
std::string to_text(const Type& type, const Library& library);

}  // namespace isonomy::model
