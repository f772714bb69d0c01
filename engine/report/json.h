// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// Answers as text for people and as JSON for programs.
namespace isonomy::report {

/// A JSON value whose members keep the order in which they were written.
struct Json {
  using Array = std::vector<Json>;
  using Object = std::vector<std::pair<std::string, Json>>;

  Json() = default;
  Json(const char* text) : value{std::string{text}} {}
  Json(std::string_view text) : value{std::string{text}} {}
  Json(std::string text) : value{std::move(text)} {}
  Json(bool flag) : value{flag} {}
  Json(double number) : value{number} {}
  Json(std::integral auto number) : value{static_cast<std::int64_t>(number)} {}
  Json(Array items) : value{std::move(items)} {}
  Json(Object members) : value{std::move(members)} {}
  template <class T>
  Json(const std::optional<T>& maybe) {
    if (maybe) value = Json{*maybe}.value;
  }

  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value = nullptr;
};

/// Names or texts as an array.
Json to_json(const std::vector<std::string>& texts);

/// Two spaces an indent, one line break at the end; bytes that are not UTF-8 become U+FFFD.
std::string to_text(const Json& json);

}  // namespace isonomy::report
