// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "api/question.h"
#include "network/ways.h"

namespace isonomy::api {

/// Which ways a user wants; `request` names the ends and the consignment.
struct WaysRequest {
  Request request;
  std::size_t best = 3;
  bool pareto = false;
  std::vector<std::string> modes;
  std::vector<std::string> avoided;  ///< jurisdictions or blocs
};

/// E0311 for each means of transport that serves no link.
void check_modes(const model::Library& library, const std::vector<std::string>& modes, source::Diagnostics& diagnostics);

/// The best ways through the links: see `network::find_ways`. A mode that no link has is E0311.
network::WaysAnswer find_ways(Loaded& loaded, const WaysRequest& request);

}  // namespace isonomy::api
