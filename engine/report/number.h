// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/rational.h"
#include "report/json.h"

namespace isonomy::report {

/// The fraction rounded half up to `digits` after the point; the only place where an exact figure is rounded.
std::string decimal(const base::Rational& value, int digits);

/// `45%`.
std::string percent(const base::Rational& value);

/// A whole number from 0, its digits in groups of three: `1,234,567`.
std::string grouped(const boost::multiprecision::cpp_int& number);

/// A JSON number with nine digits after the point.
Json number_json(const base::Rational& value);

}  // namespace isonomy::report
