// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/audit.h"
#include "report/terminal.h"

namespace isonomy::report {

/// Coverage by domain, then what is silent, unknown, contradictory, on paper only, unverified and stale, then the benchmark.
std::string audit_text(const model::Library& library, const source::SourceMap& sources, const analysis::AuditAnswer& answer,
                       const TextOptions& options);

/// `isonomy/audit/1`; see docs/schema/audit.json.
std::string audit_json(const model::Library& library, const source::SourceMap& sources, const analysis::AuditAnswer& answer);

/// How many measures of a domain there are of each extent, in the order of `analysis::Extent`.
struct DomainCoverage {
  model::DomainId domain;
  std::size_t counts[5] = {};
  std::size_t all = 0;
};
std::vector<DomainCoverage> coverage_by_domain(const model::Library& library, const analysis::AuditAnswer& answer);

}  // namespace isonomy::report
