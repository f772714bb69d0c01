// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "analysis/validation/conditions.h"
#include "analysis/validation/ground.h"
#include "source/codes.h"

namespace isonomy::analysis::validation {
namespace {

// Countries add digits of their own beyond the sixth.
std::string international_part(model::HsCode code) {
  constexpr std::size_t digits = 6;
  return model::to_text(code).substr(0, digits);
}

void check_code(Ground& ground, const model::Scalar& scalar, source::Span span, source::Diagnostics& diagnostics) {
  const auto* code = std::get_if<model::HsCode>(&scalar);
  if (code == nullptr || ground.options().hs_codes.contains(international_part(*code))) return;
  diagnostics.add(source::Code::unknown_hs_code, span,
                  fmt::format("`{}` is no code of the Harmonized System of 2022", international_part(*code)),
                  "correct the code, or write the codes that took its place");
}

}  // namespace

// W0808: codes of goods that the reference nomenclature does not have.
void unknown_hs_codes(Ground& ground, source::Diagnostics& diagnostics) {
  if (ground.options().hs_codes.empty()) return;
  each_test(ground.library(), [&](const model::Test& test) {
    for (const auto& item : test.constants) {
      if (const auto* from = std::get_if<model::Scalar>(&item.from)) check_code(ground, *from, test.span, diagnostics);
      if (item.to) check_code(ground, *item.to, test.span, diagnostics);
    }
  });
}

}  // namespace isonomy::analysis::validation
