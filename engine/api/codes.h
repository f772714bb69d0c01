// SPDX-License-Identifier: Apache-2.0
#pragma once

// The codes that a command gives itself, for callers of the engine.
#include "source/codes.h"
#include "source/level.h"
