// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/rational.h"
#include "model/value.h"

namespace isonomy::decision {

/// The whole part, rounded towards zero. The value fits 64 bits wherever an axis counts whole things.
inline std::int64_t integer(const base::Rational& value) { return static_cast<std::int64_t>(numerator(value) / denominator(value)); }

/// Whether values of the kind are counted, so that between two neighbours there is none.
inline bool whole_numbers(model::Kind kind) { return kind == model::Kind::count || kind == model::Kind::date || kind == model::Kind::hs; }

/// One past the greatest ten-digit code of goods.
inline constexpr std::int64_t hs_end = 10'000'000'000;

}  // namespace isonomy::decision
