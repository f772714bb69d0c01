// SPDX-License-Identifier: Apache-2.0
#include "decision/compiled.h"

#include <algorithm>
#include <unordered_map>

#include "decision/asked.h"
#include "decision/axis_orders.h"
#include "decision/collect.h"
#include "decision/locate.h"
#include "decision/row_index.h"

namespace isonomy::decision {
namespace {

Space space_of(const model::Library& library, const Seat& seat, model::MeasureId measure) {
  SpaceBuilder builder{library};
  collect_measure(library, seat, measure, builder);
  collect_open_ends(seat, builder);
  return builder.build();
}

}  // namespace

/// The boxes of the measure's rules, found by the axis that tells them apart best: what is asked where a diagram would be too large.
class BoxIndex {
 public:
  BoxIndex(const Space& space, const RuleRows& rows) : sizes_{space.sizes()}, layout_{sizes_} {
    for (const auto& cube : rows.cubes()) layout_.note(cube);
    layout_.finish();
    packed_ = std::make_unique<Packed>(layout_);
    std::vector<Packed::Id> ids;
    for (std::uint32_t i = 0; i < rows.cubes().size(); ++i) {
      packed_->add(Term{rows.cubes()[i], {}}, ids);
      owner_of_.resize(packed_->size(), i);
    }
    if (layout_.width() > 0) index_ = std::make_unique<RowIndex>(*packed_, ids);
  }

  std::vector<std::uint32_t> holding(const Point& point) const {
    if (!index_) return owner_of_;  // no box looks at any axis
    std::vector<Packed::Word> box;
    for (const auto& slot : layout_.slots()) box.push_back(Layout::word(slot, point[slot.axis]));
    std::vector<std::uint32_t> out;
    index_->each(box.data(), [&](Packed::Id id) {
      if (!meets(id, box.data())) return;
      for (const auto hole : packed_->holes(id))
        if (meets(hole, box.data())) return;
      out.push_back(owner_of_[id]);
    });
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  bool meets(Packed::Id id, const Packed::Word* box) const { return packed_->relation(packed_->row(id), box) != Packed::Relation::apart; }

  std::vector<Cell> sizes_;
  Layout layout_;
  std::unique_ptr<Packed> packed_;
  std::unique_ptr<RowIndex> index_;
  std::vector<std::uint32_t> owner_of_;
};

/// What answers without a diagram.
struct Fallback {
  Space space;
  std::unique_ptr<AskedMeasures> measures;
  std::unique_ptr<BoxIndex> boxes;
};

class Compiled::Parts {
 public:
  Parts(const model::Library& library, const Seat& seat, model::MeasureId measure, std::size_t most) : endings_{library} {
    auto space = space_of(library, seat, measure);
    locator_ = std::make_unique<Locator>(library, space);
    for (const auto& axis : space.axes()) {
      if (axis.currency) amounts_.push_back(static_cast<AxisIndex>(facts_.size()));
      facts_.push_back(axis.fact);
    }
    KnownRules rules{library, space};
    const AskedMeasures measures{library, space, rules, seat, measure};
    if (most > 0) try_orders(space, measures, most);
    endings_.freeze();
    if (store_) return;
    fallback_ = std::make_unique<Fallback>();
    fallback_->space = std::move(space);
    KnownRules rules_there{library, fallback_->space};
    fallback_->measures = std::make_unique<AskedMeasures>(library, fallback_->space, rules_there, seat, measure);
    fallback_->boxes = std::make_unique<BoxIndex>(fallback_->space, fallback_->measures->rows());
  }

  // A diagram does not look where all amounts lead to one end; the rules do, and know nothing of an amount without a rate.
  Answer decide(const Transaction& facts) const {
    for (const auto axis : amounts_)
      if (!locator_->comparable(axis, facts)) return open(axis);
    return store_ ? walk(facts) : look(facts);
  }
  bool has_diagram() const { return store_.has_value(); }
  std::size_t nodes() const { return store_ ? store_->size(root_) : 0; }
  std::size_t bytes() const { return locator_->bytes() + endings_.bytes() + (store_ ? store_->bytes() : 0); }

 private:
  // Each further order has to be smaller than the best so far, or it is given up.
  void try_orders(const Space& space, const AskedMeasures& measures, std::size_t most) {
    auto best = most;
    for (const auto& order : axis_orders(space, space.sizes())) {
      Diagrams store{space.sizes(), order, best};
      const auto root = measures.diagram(store, endings_);
      if (!root) continue;
      auto [kept, moved] = store.extract(*root);
      if (store_ && kept.bytes() >= store_->bytes()) continue;
      store_ = std::move(kept);
      root_ = moved;
      best = std::min(best, store.parts());
    }
  }

  Answer open(AxisIndex axis) const { return {nullptr, {}, false, facts_[axis], nullptr}; }

  using Runs = std::span<const Diagrams::Edge>;
  using Ends = std::unordered_map<std::uint32_t, Diagram>;

  // The runs of a node that the transaction may take; none where its amount cannot be compared.
  Runs runs(Diagram at, const Transaction& facts) const {
    const auto all = store_->edges(at);
    const auto axis = store_->axis(store_->level(at));
    const auto cells = locator_->find(axis, facts);
    if (!cells) return facts.contains(facts_[axis]) ? Runs{} : all;
    const auto first = std::upper_bound(all.begin(), all.end(), cells->low, [](Cell cell, const auto& edge) { return cell < edge.end; });
    auto last = first + 1;
    while ((last - 1)->end < cells->high) ++last;
    return {first, last};
  }

  Answer walk(const Transaction& facts) const {
    auto at = root_;
    while (!at.is_terminal()) {
      const auto taken = runs(at, facts);
      if (taken.size() != 1) return branch(at, facts);
      at = taken.front().child;
    }
    return answer(at);
  }

  Answer answer(Diagram at) const {
    return {&endings_.outcome(at.number()), endings_.rules(at.number()), endings_[at.number()].conflict, {}, nullptr};
  }

  // A fact that is not known is no matter where all it can be leads to one end.
  Answer branch(Diagram at, const Transaction& facts) const {
    Ends known;
    const auto end = end_of(at, facts, known);
    return end.is_terminal() ? answer(end) : open(store_->axis(store_->level(end)));
  }

  // The terminal to which all ways lead, or the first node at which they part.
  Diagram end_of(Diagram at, const Transaction& facts, Ends& known) const {
    if (at.is_terminal()) return at;
    if (const auto it = known.find(at.code); it != known.end()) return it->second;
    const auto taken = runs(at, facts);
    if (taken.empty()) return at;
    auto end = end_of(taken.front().child, facts, known);
    for (const auto& run : taken.subspan(1)) {
      if (!end.is_terminal()) break;
      if (const auto other = end_of(run.child, facts, known); other != end) end = other.is_terminal() ? at : other;
    }
    known.emplace(at.code, end);
    return end;
  }

  Answer look(const Transaction& facts) const {
    Point point;
    for (AxisIndex axis = 0; axis < facts_.size(); ++axis) {
      const auto cells = locator_->find(axis, facts);
      if (!cells || cells->high - cells->low != 1) return open(axis);
      point.push_back(cells->low);
    }
    auto ending = std::make_shared<Ending>(Ending{{State::not_applicable, {}}, {}, false});
    if (fallback_->measures->asked(point) != model::Truth::no)
      *ending = fallback_->measures->rows().ending(fallback_->boxes->holding(point));
    return {&ending->outcome, ending->rules, ending->conflict, {}, ending};
  }

  std::unique_ptr<Locator> locator_;
  std::vector<model::FactId> facts_;
  std::vector<AxisIndex> amounts_;  // axes of money
  Endings endings_;
  std::optional<Diagrams> store_;
  Diagram root_;
  std::unique_ptr<Fallback> fallback_;
};

Compiled::Compiled(const model::Library& library, const Seat& seat, model::MeasureId measure, std::size_t most_parts)
    : parts_{std::make_unique<const Parts>(library, seat, measure, most_parts)} {}
Compiled::~Compiled() = default;
Compiled::Compiled(Compiled&& other) noexcept = default;
Compiled& Compiled::operator=(Compiled&& other) noexcept = default;

Compiled::Answer Compiled::decide(const Transaction& facts) const { return parts_->decide(facts); }
bool Compiled::has_diagram() const { return parts_->has_diagram(); }
std::size_t Compiled::nodes() const { return parts_->nodes(); }
std::size_t Compiled::bytes() const { return parts_->bytes(); }

}  // namespace isonomy::decision
