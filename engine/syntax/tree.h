// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

#include "source/source_map.h"

namespace isonomy::syntax {

/// The parse tree without the parser: a grammar rule by its name with its children, or a single word.
struct Node {
  std::string_view rule;  ///< the grammar's rule name; empty for a word
  std::string_view text;  ///< of a word
  source::Span span;
  std::span<const Node> children;
  bool damaged = false;  ///< a part with a mistake was left out

  bool is_word() const { return rule.empty(); }
  /// The first child made by the rule; nullptr if there is none.
  const Node* find(std::string_view rule_name) const;
  /// The first child made by the rule, which the grammar guarantees.
  const Node& at(std::string_view rule_name) const { return *find(rule_name); }
  std::vector<const Node*> all(std::string_view rule_name) const;
  /// Whether a word with this text is a direct child.
  bool has_word(std::string_view word) const;
  /// The i-th word among the children.
  const Node& word(std::size_t i) const;
};

/// A root and the memory of all below it: one block after another, given back at once.
struct Tree {
  Node root;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory = std::make_unique<std::pmr::monotonic_buffer_resource>();

  /// A copy of the nodes that lives as long as this tree.
  std::span<const Node> keep(std::span<const Node> nodes);
};

}  // namespace isonomy::syntax
