// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "model/binder.h"

#include "source/codes.h"

namespace isonomy::model::binding {
namespace {

/// Finds circles by walking depth first with a stack of its own: chains may be as long as a table.
class Walk {
 public:
  explicit Walk(std::size_t size) : state_(size, State::fresh) {}

  // Every circle once, as the nodes along it.
  template <class Next>
  std::vector<std::vector<std::uint32_t>> circles(Next next) {
    std::vector<std::vector<std::uint32_t>> found;
    for (std::uint32_t start = 0; start < state_.size(); ++start)
      if (state_[start] == State::fresh) from(start, next, found);
    return found;
  }

 private:
  enum class State : std::uint8_t { fresh, open, closed };

  template <class Next>
  void from(std::uint32_t start, Next next, std::vector<std::vector<std::uint32_t>>& found) {
    std::vector<std::pair<std::uint32_t, std::size_t>> path{{start, 0}};
    state_[start] = State::open;
    while (!path.empty()) {
      auto& [at, child] = path.back();
      const auto children = next(at);
      if (child == children.size()) {
        state_[at] = State::closed;
        path.pop_back();
        continue;
      }
      const auto to = children[child++];
      if (state_[to] == State::open) found.push_back(circle(path, to));
      if (state_[to] != State::fresh) continue;
      state_[to] = State::open;
      path.emplace_back(to, 0);
    }
  }

  static std::vector<std::uint32_t> circle(const std::vector<std::pair<std::uint32_t, std::size_t>>& path, std::uint32_t to) {
    std::vector<std::uint32_t> out;
    const auto start = std::find_if(path.begin(), path.end(), [&](const auto& step) { return step.first == to; });
    for (auto it = start; it != path.end(); ++it) out.push_back(it->first);
    return out;
  }

  std::vector<State> state_;
};

void collect(const Condition& condition, std::vector<std::uint32_t>& out) {
  if (condition.kind == Condition::Kind::test)
    if (const auto* ref = std::get_if<MeasureRef>(&condition.test.left)) out.push_back(ref->measure.index);
  for (const auto& part : condition.parts) collect(part, out);
}

std::vector<std::uint32_t> indices(const std::vector<RuleId>& ids) {
  std::vector<std::uint32_t> out;
  for (const auto id : ids) out.push_back(id.index);
  return out;
}

}  // namespace

void check_circles(Context& context) {
  auto& library = context.library;
  const auto overrides = Walk{library.rules.size()}.circles([&](std::uint32_t at) { return indices(library.rules[RuleId{at}].overrides); });
  for (const auto& circle : overrides) {
    std::vector<std::string> names;
    for (const auto at : circle) names.push_back("`" + library.rules[RuleId{at}].name + "`");
    names.push_back(names.front());
    context.diagnostics.add(Code::override_cycle, library.rules[RuleId{circle.front()}].name_span,
                            fmt::format("rules override each other in a circle: {}", fmt::join(names, " overrides ")),
                            "remove one of the overrides");
  }
  const auto asked = Walk{library.measures.size()}.circles([&](std::uint32_t at) {
    std::vector<std::uint32_t> out;
    collect(library.measures[MeasureId{at}].asked_when, out);
    return out;
  });
  for (const auto& circle : asked) {
    const auto& measure = library.measures[MeasureId{circle.front()}];
    context.diagnostics.add(Code::asked_in_circle, measure.span, fmt::format("whether `{}` is asked depends on itself", measure.name),
                            "remove one `asked when` of the circle");
  }
}

}  // namespace isonomy::model::binding
