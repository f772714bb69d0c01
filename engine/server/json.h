// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

/// The language server: rule files in an editor (Language Server Protocol 3.17).
namespace isonomy::server {

using Json = nlohmann::json;

}  // namespace isonomy::server
