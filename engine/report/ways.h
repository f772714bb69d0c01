// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "network/ways.h"
#include "report/terminal.h"

namespace isonomy::report {

std::string ways_text(const model::Library& library, const source::SourceMap& sources, const network::WaysAnswer& answer,
                      const TextOptions& options);
std::string ways_json(const model::Library& library, const source::SourceMap& sources, const network::WaysAnswer& answer);

}  // namespace isonomy::report
