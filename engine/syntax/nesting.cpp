// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/limits.h"
#include "source/codes.h"
#include "syntax/token.h"

namespace isonomy::syntax {
namespace {

class Nesting {
 public:
  explicit Nesting(const TokenTypes& types) : types_{types} {}

  // Returns how deep the word stands.
  std::size_t enter(std::size_t type) {
    if (type == types_.negation) return depth_ + ++negations_;
    if (type == types_.left_paren || type == types_.left_brace) {
      open_.push_back(negations_ + 1);
      depth_ += open_.back();
    } else if ((type == types_.right_paren || type == types_.right_brace) && !open_.empty()) {
      depth_ -= open_.back();
      open_.pop_back();
    }
    negations_ = 0;
    return depth_;
  }

 private:
  const TokenTypes& types_;
  std::vector<std::size_t> open_;
  std::size_t depth_ = 0;
  std::size_t negations_ = 0;
};

}  // namespace

bool check_nesting(const std::vector<Token>& tokens, const TokenTypes& types, source::Diagnostics& diagnostics) {
  Nesting nesting{types};
  for (const auto& token : tokens) {
    if (nesting.enter(token.type) <= base::limits::nesting) continue;
    diagnostics.add(source::Code::nested_too_deeply, token.span,
                    fmt::format("more than {} brackets or `not` are open here", base::limits::nesting),
                    "write the condition with fewer brackets");
    return false;
  }
  return true;
}

}  // namespace isonomy::syntax
