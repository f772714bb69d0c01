// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "decision/scalar_hash.h"
#include "model/library.h"

namespace isonomy::decision {

/// Numbers the different answers of a measure: 72 hours and 3 days are one, however written, and so are equal amounts in two currencies.
class Answers {
 public:
  explicit Answers(const model::Library& library) : library_{library} {}
  /// The same number for equal values, in order of first use. Cost: the length of the value; for durations also their number.
  std::size_t number(const model::Value& value);

 private:
  std::size_t number_of_text(const model::Value& value);
  std::string key(const model::Value& value);
  std::string key(const base::Money& money);

  const model::Library& library_;
  std::unordered_map<std::string, std::size_t> known_;
  std::unordered_map<model::Scalar, std::size_t, ScalarHash> scalars_;  ///< spares the text of a value that came before
  std::vector<model::Value> durations_;
  std::optional<base::Currency> currency_;
};

/// Adds the items of a set to another, in the order of the enumeration, or by text.
void add_to(model::SetOf& sum, const model::SetOf& added, const model::Library& library);

}  // namespace isonomy::decision
