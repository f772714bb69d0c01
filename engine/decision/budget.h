// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "base/limits.h"
#include "source/code.h"

namespace isonomy::decision {

/// A question outgrew its limit; nothing is answered rather than half of it.
struct TooLarge : std::runtime_error {
  TooLarge(source::Code found_code, const std::string& what) : std::runtime_error{what}, code{found_code} {}
  source::Code code;
};

/// What one command may spend on coverage, in tests of one box against another. All questions of the command draw on it.
class Budget {
 public:
  explicit Budget(std::uint64_t work = base::limits::coverage_work) : left_{work} {}
  /// Error: `TooLarge` with E0602 when nothing is left.
  void spend(std::uint64_t work) {
    if (work > left_) give_up();
    left_ -= work;
  }
  std::uint64_t left() const { return left_; }

 private:
  [[noreturn]] static void give_up();

  std::uint64_t left_;
};

}  // namespace isonomy::decision
