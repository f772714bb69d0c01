// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "syntax/ast.h"

namespace isonomy::test {

std::string shown(const syntax::Value& value);
std::string shown(const syntax::Comparison& comparison);
std::string shown(const syntax::Condition& condition);
std::string shown(const syntax::Quantity& quantity);
std::string shown(const syntax::Label& label);
std::string shown(const syntax::Period& period);
std::string shown(const syntax::Source& source);
std::string shown(const syntax::Member& member);
std::string shown(const syntax::Journey& journey);
std::string shown(const std::vector<syntax::Path>& paths);

}  // namespace isonomy::test
