// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "decision/coverage.h"
#include "decision/cube.h"
#include "decision/known_tests.h"
#include "model/library.h"

namespace isonomy::decision {

/// A place on an ordered axis between values: just before or just after `at`.
struct Boundary {
  base::Rational at;
  bool after = false;

  friend bool operator==(const Boundary& a, const Boundary& b) { return a.after == b.after && base::same(a.at, b.at); }
  friend bool operator<(const Boundary& a, const Boundary& b) {
    return base::less(a.at, b.at) || (!a.after && b.after && base::same(a.at, b.at));
  }
};

/// A boundary with the constant that drew it, for words.
struct Cut {
  Boundary boundary;
  model::Scalar constant;
};

/// One fact (or one element of a set fact) cut into the cells that the question can tell apart.
/// Ordered axes (count, rate, money, mass, date, hs): cell i lies between cut i-1 and cut i. Listed axes: one cell per value.
/// Money, mass and rates are dense; counts, dates and ten-digit HS codes are whole numbers.
struct Axis {
  model::FactId fact;
  std::optional<std::uint32_t> element;
  model::Kind kind = model::Kind::flag;
  std::vector<Cut> cuts;
  std::vector<model::Scalar> values;
  std::optional<base::Currency> currency;  ///< of the positions on a money axis
  std::vector<Cell> by_name;               ///< the cells of jurisdictions in the order of their names; elsewhere empty

  bool ordered() const { return values.empty(); }
  Cell size() const { return static_cast<Cell>(ordered() ? cuts.size() + 1 : values.size()); }
  IntervalSet all() const { return {0, size()}; }
  /// The cell at a place of the canonical order, which does not depend on the order of declarations: by value, jurisdictions by name.
  Cell ranked(Cell rank) const { return by_name.empty() ? rank : by_name[rank]; }
  IntervalSet ranked(const IntervalSet& ranks) const;
  /// The places of cells in the canonical order.
  IntervalSet ranks(const IntervalSet& cells) const;
  /// The first of a set that is not empty.
  Cell first_of(const IntervalSet& cells) const { return by_name.empty() ? cells.first() : ranked(ranks(cells).first()); }
};

/// A half-open stretch of an ordered axis; an absent end is the end of the domain.
struct Stretch {
  std::optional<Cut> from;
  std::optional<Cut> to;
};

class Space {
 public:
  const std::vector<Axis>& axes() const { return axes_; }
  const Axis& operator[](AxisIndex axis) const { return axes_[axis]; }
  /// The axis of a fact, or of one element of a set fact; nothing if the question never looks at it.
  std::optional<AxisIndex> find(model::FactId fact, std::optional<std::uint32_t> element = {}) const;
  /// The cells of a stretch whose boundaries were collected.
  IntervalSet cells(AxisIndex axis, const Stretch& stretch) const;
  /// The cells for which a comparison on an ordered axis holds, `not in` read as `in`; nothing where nobody can say (an amount without a rate).
  /// Cost: a look for a test that was collected.
  std::optional<IntervalSet> cells(const model::Library& library, AxisIndex axis, const model::Test& test) const;
  /// The number of a test that was collected; those that say the same have one.
  std::optional<std::uint32_t> number(const model::Test& test) const { return known_.find(test); }
  /// The days of a period.
  IntervalSet days(model::Period period) const;
  AxisIndex on() const { return 0; }
  std::vector<Cell> sizes() const;
  /// All axes in an order that does not depend on the order of declarations: the date, the places, the facts by name.
  const std::vector<AxisIndex>& by_name() const { return by_name_; }

 private:
  friend class SpaceBuilder;
  std::vector<Axis> axes_;
  std::vector<AxisIndex> by_name_;
  std::map<std::pair<model::FactId, std::optional<std::uint32_t>>, AxisIndex> index_;
  KnownTests known_;
  std::vector<std::optional<IntervalSet>> cells_;  ///< by the test's number; of tests on ordered axes
};

/// Collects what a question looks at, then cuts the axes. The date axis always exists and is the first.
class SpaceBuilder {
 public:
  explicit SpaceBuilder(const model::Library& library);
  void add(const model::Condition& condition);
  void add(const model::Test& test);
  void add(model::Period period);
  /// Adds the axes of a place fact that is open (`origin`, `destination`).
  void add_place(model::FactId fact);
  Space build();

 private:
  /// Those that say the same are one.
  struct Used {
    const model::Test* test = nullptr;
    int times = 0;
  };
  using Tests = std::vector<Used>;
  Axis listed(model::FactId fact, const Tests& tests) const;
  Axis ordered(model::FactId fact, const Tests& tests) const;
  void add_axes(Space& space, model::FactId fact) const;
  std::vector<AxisIndex> sorted_by_name(const Space& space) const;
  static std::optional<base::Currency> usual_currency(const model::Library& library, const Tests& tests);

  const model::Library& library_;
  KnownTests known_;
  Tests used_;  ///< by number
  std::map<model::FactId, std::vector<std::uint32_t>> tests_;
  std::vector<model::Period> periods_;
};

/// The stretches of an ordered axis on which a comparison with constants holds; nothing where an amount has no rate, so that nobody
/// knows. Boundaries of whole-number kinds are written as "before".
std::optional<std::vector<Stretch>> stretches(const model::Library& library, const model::Test& test,
                                              std::optional<base::Currency> currency);

/// The stretch of days of a period.
Stretch stretch_of(model::Period period);

}  // namespace isonomy::decision
