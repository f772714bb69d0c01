// SPDX-License-Identifier: Apache-2.0
#include "property/scratch.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "property/random_library.h"

namespace isonomy::test {

api::Loaded load_texts(const std::vector<std::string>& texts) {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("isonomy-property-{}", static_cast<long>(::getpid()));
  std::filesystem::create_directories(folder / "reference" / "fx");
  for (std::size_t i = 0; i < texts.size(); ++i) std::ofstream{folder / fmt::format("{:03}.law", i)} << texts[i];
  std::ofstream{folder / "reference" / "fx" / "2020-01-01.csv"} << random_rates();
  auto loaded = api::load({folder});
  std::filesystem::remove_all(folder);
  return loaded;
}

std::string first_error(const source::Diagnostics& diagnostics) {
  for (const auto& one : diagnostics.sorted())
    if (source::severity(one.code) == source::Severity::error) return one.message;
  return {};
}

}  // namespace isonomy::test
