// SPDX-License-Identifier: Apache-2.0
#include "syntax/tree.h"

#include <algorithm>

namespace isonomy::syntax {

const Node* Node::find(std::string_view rule_name) const {
  const auto it = std::find_if(children.begin(), children.end(), [&](const Node& n) { return n.rule == rule_name; });
  return it == children.end() ? nullptr : &*it;
}

std::vector<const Node*> Node::all(std::string_view rule_name) const {
  std::vector<const Node*> out;
  for (const auto& child : children)
    if (child.rule == rule_name) out.push_back(&child);
  return out;
}

bool Node::has_word(std::string_view word) const {
  return std::any_of(children.begin(), children.end(), [&](const Node& n) { return n.is_word() && n.text == word; });
}

const Node& Node::word(std::size_t i) const {
  for (const auto& child : children)
    if (child.is_word() && i-- == 0) return child;
  return *this;
}

std::span<const Node> Tree::keep(std::span<const Node> nodes) {
  static_assert(std::is_trivially_destructible_v<Node>);
  if (nodes.empty()) return {};
  auto* place = static_cast<Node*>(memory->allocate(nodes.size_bytes(), alignof(Node)));
  std::uninitialized_copy(nodes.begin(), nodes.end(), place);
  return {place, nodes.size()};
}

}  // namespace isonomy::syntax
