// SPDX-License-Identifier: Apache-2.0
#include "decision/diagram_build.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace isonomy::decision {
namespace {

using Open = std::vector<std::uint32_t>;

struct HashOpen {
  std::size_t operator()(const Open& open) const {
    std::uint64_t hash = open.size();
    for (const auto one : open) hash = (hash ^ one) * 0x9e3779b97f4a7c15U + (hash >> 31U);
    return hash;
  }
};

class Builder {
 public:
  Builder(Diagrams& store, const std::vector<Cube>& boxes, const Meaning& meaning)
      : store_{store}, meaning_{meaning}, known_(store.levels() + 1) {
    sides_.reserve(boxes.size());
    for (const auto& box : boxes) {
      std::vector<Side> sides;
      for (const auto& [axis, cells] : box.sides()) sides.push_back({store.level_of(axis), &cells});
      std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.level < b.level; });
      sides_.push_back(std::move(sides));
    }
  }

  std::optional<Diagram> run(Open open) { return build(0, std::move(open)); }

 private:
  struct Side {
    std::uint32_t level = 0;
    const IntervalSet* cells = nullptr;
  };
  struct Event {
    Cell at = 0;
    std::uint32_t box = 0;
    bool enters = false;
  };

  const IntervalSet* side(std::uint32_t box, std::uint32_t level) const {
    for (const auto& one : sides_[box])
      if (one.level == level) return one.cells;
    return nullptr;
  }

  std::uint32_t next_level(std::uint32_t box, std::uint32_t from) const {
    for (const auto& one : sides_[box])
      if (one.level >= from) return one.level;
    return store_.levels();
  }

  // The state is the boxes still open at the level; levels that none of them looks at are passed over.
  std::optional<Diagram> build(std::uint32_t level, Open open) {
    meaning_.drop(open, [&](std::uint32_t box) { return next_level(box, level) == store_.levels(); });
    auto next = store_.levels();
    for (const auto box : open) next = std::min(next, next_level(box, level));
    if (const auto it = known_[next].find(open); it != known_[next].end()) return it->second;
    const auto made = next == store_.levels() ? Diagram::terminal(meaning_.terminal(open)) : divide(next, open);
    spent_ += open.size() + 8;
    if (made) known_[next].emplace(std::move(open), *made);
    return made;
  }

  std::vector<Event> events(std::uint32_t level, const Open& open, Open& always) const {
    std::vector<Event> out;
    for (const auto box : open) {
      const auto* cells = side(box, level);
      if (cells == nullptr) {
        always.push_back(box);
        continue;
      }
      for (const auto part : cells->parts()) {
        out.push_back({part.low, box, true});
        out.push_back({part.high, box, false});
      }
    }
    std::sort(out.begin(), out.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
    return out;
  }

  static void toggle(Open& inside, const Event& event) {
    const auto at = std::lower_bound(inside.begin(), inside.end(), event.box);
    if (event.enters) inside.insert(at, event.box);
    else inside.erase(at);
  }

  std::optional<Diagram> divide(std::uint32_t level, const Open& open) {
    Open inside;
    const auto all = events(level, open, inside);
    const auto size = store_.cells(level);
    std::vector<Diagrams::Edge> edges;
    std::size_t i = 0;
    while (i < all.size() && all[i].at == 0) toggle(inside, all[i++]);
    for (;;) {
      const auto end = i < all.size() ? all[i].at : size;
      const auto child = work_left() ? build(level + 1, inside) : std::nullopt;
      if (!child) return std::nullopt;
      edges.push_back({end, *child});
      if (end == size) break;
      while (i < all.size() && all[i].at == end) toggle(inside, all[i++]);
    }
    return store_.make(level, edges);
  }

  bool work_left() const { return spent_ < store_.most() * Diagrams::most_steps; }

  Diagrams& store_;
  const Meaning& meaning_;
  std::vector<std::vector<Side>> sides_;
  std::vector<std::unordered_map<Open, Diagram, HashOpen>> known_;  ///< per level
  std::size_t spent_ = 0;
};

}  // namespace

std::optional<Diagram> build(Diagrams& store, const std::vector<Cube>& boxes, const Meaning& meaning) {
  Open all(boxes.size());
  std::iota(all.begin(), all.end(), 0U);
  return build(store, boxes, meaning, std::move(all));
}

std::optional<Diagram> build(Diagrams& store, const std::vector<Cube>& boxes, const Meaning& meaning, std::vector<std::uint32_t> open) {
  return Builder{store, boxes, meaning}.run(std::move(open));
}

}  // namespace isonomy::decision
