// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/audit.h"
#include "report/check_parts.h"

namespace isonomy::report {
namespace {

using analysis::AuditAnswer;
using analysis::MeasureAudit;
using analysis::Standing;

class AuditText {
 public:
  AuditText(const Desk& desk, const AuditAnswer& answer) : desk_{desk}, answer_{answer} {}

  std::string write() const {
    auto out = comparison_heading(desk_, desk_.say("Audit of {}", who()), answer_.on, answer_.given) + coverage();
    out += section("The law is silent", regions(&MeasureAudit::silent, "silent when"));
    out += section("Not known: no rule answers, or nobody has established the answer", regions(&MeasureAudit::unknown, "not known when"));
    out += section("Rules that answer differently for the same facts", inconsistencies());
    out += section("Duties that do not go together", contradictions());
    out += section("Rules on paper, as far as the record goes: no implementing instrument is named", rules(answer_.paper));
    out += section("Sources that nobody has checked", rules(answer_.unverified));
    out += section(stale_title(), rules(answer_.stale));
    if (answer_.against.valid()) out += benchmark();
    return out + summary();
  }

 private:
  std::string who() const { return desk_.library.jurisdictions[answer_.who].name; }

  std::string stale_title() const {
    return desk_.count(answer_.stale_after, "Sources last checked more than {} day ago", "Sources last checked more than {} days ago");
  }

  std::string name(model::MeasureId measure, model::End position) const {
    return fmt::format("{}, {}", desk_.library.measures[measure].name, desk_.say(analysis::position_name(position)));
  }

  std::string section(std::string_view title, const std::string& body) const {
    return body.empty() ? std::string{} : fmt::format("\n{}\n{}", desk_.paint.bold(desk_.say(title)), body);
  }

  std::string coverage() const {
    std::string out;
    for (const auto& one : coverage_by_domain(desk_.library, answer_)) {
      out += "  " + desk_.say("{}: {} of {} answered, {} in part, {} silent, {} not known", desk_.library.domains[one.domain].name,
                              one.counts[0], one.all, one.counts[1], one.counts[2], one.counts[3]);
      out += one.counts[4] > 0 ? ", " + desk_.say("{} contradictory", one.counts[4]) + "\n" : "\n";
    }
    return section("What the law answers", out);
  }

  std::string regions(std::vector<analysis::RegionAnswer> MeasureAudit::*list, std::string_view where) const {
    std::string out;
    for (const auto& one : answer_.measures) {
      const auto& found = one.*list;
      if (found.empty()) continue;
      if (found.size() == 1 && found[0].region.empty()) {
        out += fmt::format("  {}\n", name(one.measure, one.position));
        continue;
      }
      out += fmt::format("  {}, {}\n", name(one.measure, one.position), desk_.say(where));
      for (std::size_t i = 0; i < std::min(found.size(), desk_.options.most); ++i)
        out += fmt::format("      {}\n", shown(desk_.said(found[i].when)));
      out += more_text(desk_, found.size(), 6);
    }
    return out;
  }

  std::string inconsistencies() const {
    std::string out;
    for (const auto& one : answer_.inconsistencies) {
      out += fmt::format("  {}\n{}", name(one.measure, one.position),
                         references_text(desk_, std::vector{one.first, one.second}, 6, Depth::places));
      out += fmt::format("      {}\n", desk_.say("for example: {}", desk_.said(facts_text({one.witness.begin(), one.witness.end()}))));
    }
    return out;
  }

  std::string contradictions() const {
    std::string out;
    for (const auto& one : answer_.contradictions) out += finding_text(desk_, one);
    return out;
  }

  std::string rules(const std::vector<model::RuleId>& list) const { return references_text(desk_, list, 2, Depth::sources); }

  std::string standing(const Standing& one) const {
    std::vector<std::string> words;
    if (one.missing) words.push_back(desk_.say("not answered where the benchmark answers"));
    if (one.behind) words.push_back(desk_.say("less open"));
    if (one.ahead) words.push_back(desk_.say("more open"));
    if (one.otherwise) words.push_back(desk_.say("different"));
    if (one.open) words.push_back(desk_.say("not known in part"));
    return fmt::format("{}", fmt::join(words, "; "));
  }

  std::string benchmark() const {
    std::string out;
    std::size_t same = 0;
    for (const auto& one : answer_.standings) {
      const auto words = standing(one);
      same += words.empty();
      if (!words.empty()) out += fmt::format("  {}: {}\n", name(one.measure, one.position), words);
    }
    out += fmt::format("  {}\n", desk_.say("the same: {} of {}", same, answer_.standings.size()));
    out += fmt::format("  {}\n", desk_.say("regions and sources: {}",
                                           fmt::format("isonomy diff {} {}", who(), desk_.library.jurisdictions[answer_.against].name)));
    return section(desk_.say("Against {}", desk_.library.jurisdictions[answer_.against].name), out);
  }

  std::string summary() const {
    std::size_t open = 0;
    for (const auto& one : answer_.measures) open += one.extent != analysis::Extent::answered;
    const auto contradictions =
        desk_.count(answer_.inconsistencies.size() + answer_.contradictions.size(), "{} contradiction", "{} contradictions");
    const auto paper = desk_.count(answer_.paper.size(), "{} rule on paper", "{} rules on paper");
    const auto all = desk_.count(answer_.measures.size(), "{} measure", "{} measures");
    return fmt::format("\n{}\n", desk_.say("{} of {} not wholly answered, {}, {}, {} unverified, {} stale", open, all, contradictions,
                                           paper, answer_.unverified.size(), answer_.stale.size())) +
           without_record();
  }

  std::string without_record() const {
    const auto count = answer_.without_record.size();
    if (count == 0) return {};
    return desk_.count(count, "For {} rule nothing is said of implementing instruments: its author names none anywhere",
                       "For {} rules nothing is said of implementing instruments: their authors name none anywhere") +
           "\n";
  }

  const Desk& desk_;
  const AuditAnswer& answer_;
};

}  // namespace

std::string audit_text(const model::Library& library, const source::SourceMap& sources, const AuditAnswer& answer,
                       const TextOptions& options) {
  const Desk desk{library, sources, options};
  return AuditText{desk, answer}.write();
}

}  // namespace isonomy::report
