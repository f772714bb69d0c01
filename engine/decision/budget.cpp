// SPDX-License-Identifier: Apache-2.0
#include "decision/budget.h"

#include "source/codes.h"

namespace isonomy::decision {

void Budget::give_up() { throw TooLarge{source::Code::question_too_large, "the questions of this command need too many steps"}; }

}  // namespace isonomy::decision
