// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace isonomy::base {

/// A position in a `Pool<T>`. Ids of different things cannot be mixed up.
template <class T>
struct Id {
  std::uint32_t index = UINT32_MAX;

  constexpr bool valid() const { return index != UINT32_MAX; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// Owns all values of one kind and hands out typed ids; ids stay valid for the life of the pool.
template <class T>
class Pool {
 public:
  Id<T> add(T value) {
    items_.push_back(std::move(value));
    return Id<T>{static_cast<std::uint32_t>(items_.size() - 1)};
  }
  T& operator[](Id<T> id) { return items_[id.index]; }
  const T& operator[](Id<T> id) const { return items_[id.index]; }
  std::size_t size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }

  /// All ids, in order of insertion.
  std::vector<Id<T>> ids() const {
    std::vector<Id<T>> out;
    out.reserve(items_.size());
    for (std::uint32_t i = 0; i < items_.size(); ++i) out.push_back(Id<T>{i});
    return out;
  }

 private:
  std::vector<T> items_;
};

}  // namespace isonomy::base

template <class T>
struct std::hash<isonomy::base::Id<T>> {
  std::size_t operator()(isonomy::base::Id<T> id) const noexcept { return id.index; }
};
