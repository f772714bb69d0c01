// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision/cover.h"
#include "model/library.h"

namespace isonomy::test {

/// The day on which laws are asked where none of them turns on the day.
base::Date some_day();
/// The same as a given fact.
model::Test on_some_day();
model::Scalar euros(int amount);
/// A transaction of some day that knows its `value` alone.
decision::Transaction worth(const model::Library& library, int amount);

}  // namespace isonomy::test
