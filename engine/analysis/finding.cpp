// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "analysis/case.h"

namespace isonomy::analysis {
namespace {

FindingKind kind_of(model::ClashKind kind) {
  return kind == model::ClashKind::silence ? FindingKind::silence : static_cast<FindingKind>(kind);
}

}  // namespace

Finding finding_of(const model::Clash& clash, std::string id) {
  Finding out;
  out.id = std::move(id);
  out.kind = kind_of(clash.kind);
  out.severity = clash.severity;
  out.clash = clash.name;
  out.label = clash.label;
  out.flow = clash.flow;
  out.sources = clash.sources;
  out.remedy = clash.remedy;
  out.span = clash.span;
  return out;
}

Finding finding_of(const model::Library& library, const model::Commitment& commitment, const decision::Seat& seat) {
  Finding out;
  out.id = fmt::format("{}:{}", commitment.name, library.jurisdictions[seat.self].name);
  out.kind = FindingKind::gap;
  out.severity = commitment.severity;
  out.clash = commitment.name;
  out.label = commitment.label;
  out.flow = seat.flow;
  out.sources = commitment.sources;
  out.span = commitment.span;
  return out;
}

}  // namespace isonomy::analysis
