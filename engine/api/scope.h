// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "syntax/ast.h"

namespace isonomy::api {

/// What a question needs of a library: the law of the places on its way.
struct Scope {
  std::vector<std::string> places;  ///< jurisdictions by name; a bloc stands for all it ever had as members
  std::string route;                ///< a declared route, or empty
};

/// The declared jurisdictions whose law can neither bind a place of the scope nor be inherited by one. Law of these, and examples, may stay
/// unread: no answer about the scope changes. Cost: linear in the declarations.
std::set<std::string> foreign_to(const Scope& scope, const std::vector<syntax::File>& declared);

}  // namespace isonomy::api
