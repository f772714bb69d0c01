// SPDX-License-Identifier: Apache-2.0
#include "decision/known_tests.h"

#include <algorithm>

#include "decision/scalar_hash.h"

namespace isonomy::decision {
namespace {

bool same(const model::Item& a, const model::Item& b) { return a.from == b.from && a.to == b.to; }

}  // namespace

std::size_t KnownTests::Hash::operator()(const model::Test& test) const {
  std::size_t out = std::size_t{std::get<model::FactId>(test.left).index} * 32 + static_cast<std::size_t>(test.relation);
  const ScalarHash hash;
  const auto add = [&](std::size_t more) { out = (out ^ (more + (out >> 29U))) * 0x9E3779B97F4A7C15ULL; };
  for (const auto& item : test.constants) {
    if (const auto* bloc = std::get_if<model::BlocId>(&item.from)) add(bloc->index);
    else add(hash(std::get<model::Scalar>(item.from)));
    if (item.to) add(hash(*item.to));
  }
  return out ^ (out >> 32U);
}

bool KnownTests::Same::operator()(const model::Test& a, const model::Test& b) const {
  return std::get<model::FactId>(a.left) == std::get<model::FactId>(b.left) && a.relation == b.relation && a.all == b.all &&
         std::equal(a.constants.begin(), a.constants.end(), b.constants.begin(), b.constants.end(), same);
}

std::uint32_t KnownTests::add(const model::Test& test) {
  if (const auto it = numbers_.find(test); it != numbers_.end()) return it->second;
  return numbers_.emplace(test, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::optional<std::uint32_t> KnownTests::find(const model::Test& test) const {
  const auto it = numbers_.find(test);
  return it == numbers_.end() ? std::nullopt : std::optional{it->second};
}

}  // namespace isonomy::decision
