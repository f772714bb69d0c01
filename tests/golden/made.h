// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

namespace isonomy::test {

/// Texts too large or too broken to keep as files, by the name of their `.expected`.
const std::map<std::string, std::function<std::string()>>& made_texts();

}  // namespace isonomy::test
