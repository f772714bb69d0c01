// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/library.h"
#include "source/diagnostic.h"

namespace isonomy::test {

/// A library bound from one text, without a disk; its messages.
struct Bound {
  std::shared_ptr<source::SourceMap> sources = std::make_shared<source::SourceMap>();
  source::Diagnostics diagnostics;
  model::Library library;
};

/// Throws with the first message if the text has a mistake.
Bound bind_text(std::string text);
/// The same of several files.
Bound bind_texts(std::vector<std::string> texts);

}  // namespace isonomy::test
