// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "api/load.h"

int main() {
  const auto loaded = isonomy::api::load({RULESETS});
  if (!loaded.usable()) {
    std::cerr << "the installed rulesets have mistakes\n";
    return 1;
  }
  std::cout << loaded.library.rules.size() << " rules\n";
}
