// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "syntax/ast.h"

namespace isonomy::test {

/// Everything the parser understood, one declaration or clause a line; two files with one outline mean the same.
std::string outline(const syntax::File& file);

}  // namespace isonomy::test
