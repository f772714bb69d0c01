// SPDX-License-Identifier: Apache-2.0
#include "property/random_library.h"

#include <fmt/format.h>

namespace isonomy::test {
namespace {

constexpr std::string_view vocabulary = R"(
domain tax "Tax"
flow goods from origin to destination through transit
flow payment from destination to origin
enum Channel { b2c, b2b, c2c }
scale Level { low < middle < high }
set enum Paper { invoice, list, proof }
fact goods : hs per line
fact value : money
fact weight : mass
fact pieces : count
fact share : rate
fact channel : Channel
fact platform : yes/no
fact made_in : jurisdiction
fact papers_given : set of Paper
measure tax.gate : Level { asked of goods receiver }
measure tax.level : Level { asked of goods receiver  asked when tax.gate != low }
measure tax.amount : money { asked of goods receiver  asked when tax.level = high and channel != c2c }
measure tax.papers : set of Paper { asked of goods both }
measure tax.passage : yes/no { asked of goods carrier }
measure tax.delay : duration { asked of payment both }
jurisdiction AA "A" { currency EUR }
jurisdiction AA.Z "Zone" { within AA }
jurisdiction BB "B" { currency USD }
jurisdiction CC "C" { currency XTS }
bloc UU "Union" { legislates members AA, BB from 2020-01-01 through 2022-12-31, CC from 2021-06-01 }
)";

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_{seed} {}

  std::string write() {
    std::string out{vocabulary};
    for (const auto* owner : {"AA", "AA.Z", "BB", "CC", "UU"}) out += ruleset(owner);
    return out;
  }

 private:
  unsigned below(unsigned limit) { return std::uniform_int_distribution<unsigned>{0, limit - 1}(random_); }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <std::size_t N>
  std::string_view pick(const std::string_view (&from)[N]) {
    return from[below(N)];
  }

  std::string ruleset(const std::string& owner) {
    std::string out = fmt::format("ruleset {}.tax {{\n", owner);
    if (chance(30)) out += fmt::format("  applies when {}\n", condition(1));
    const auto rules = 1 + below(6);
    for (unsigned i = 0; i < rules; ++i) out += rule(owner, i);
    return out + "}\n";
  }

  std::string rule(const std::string& owner, unsigned number) {
    std::string out = fmt::format("  rule r{}", number);
    std::string overridden;
    for (unsigned i = 0; i < number; ++i)
      if (chance(45)) overridden += fmt::format("{}r{}", overridden.empty() ? "" : ", ", i);
    if (!overridden.empty()) out += " overrides " + overridden;
    out += " {\n";
    out += assignments();
    if (chance(85)) out += fmt::format("    when {}\n", condition(2));
    if (chance(40)) out += fmt::format("    from {}\n", day(2019));
    if (chance(30)) out += fmt::format("    through {}\n", day(2023));
    if (chance(5)) out += "    status proposed\n";
    if (chance(10)) out += "    suspended from 2021-03-01 through 2021-09-30 source \"Suspension Act\"\n";
    out += fmt::format("    source \"Act {} of {}\"\n  }}\n", number, owner);
    return out;
  }

  std::string assignments() {
    std::string out;
    if (chance(45)) out += fmt::format("    gate {}\n", scalar({"= low", "= middle", "= high"}));
    if (chance(45)) out += fmt::format("    level {}\n", scalar({"= low", "= middle", "= high"}));
    if (chance(35)) out += fmt::format("    amount {}\n", scalar({"= 1 EUR", "= 2.5 USD", "= unlimited"}));
    if (chance(40)) out += fmt::format("    papers {}\n", papers());
    if (chance(25)) out += fmt::format("    passage {}\n", scalar({"= yes", "= no", "= no"}));
    if (chance(25) || out.empty()) out += fmt::format("    delay {}\n", scalar({"= 72 hours", "= 3 days", "= 1 month"}));
    return out;
  }

  std::string scalar(const std::string_view (&values)[3]) {
    if (chance(8)) return "is silent";
    if (chance(8)) return "is unknown";
    return std::string{pick(values)};
  }

  std::string papers() {
    static constexpr std::string_view values[]{
        "includes {invoice}", "includes {list, proof}", "includes {proof}", "= {}", "= {invoice}", "is silent", "is unknown"};
    return std::string{chance(70) ? values[below(3)] : pick(values)};
  }

  std::string day(unsigned year) { return fmt::format("{}-{:02}-{:02}", year + below(4), 1 + below(12), 1 + below(28)); }

  std::string condition(unsigned depth) {
    if (depth == 0 || chance(40)) return comparison();
    if (chance(15)) return fmt::format("not ({})", condition(depth - 1));
    return fmt::format("({}) {} ({})", condition(depth - 1), chance(60) ? "and" : "or", condition(depth - 1));
  }

  std::string comparison() {
    static constexpr std::string_view signs[]{"=", "!=", "<", "<=", ">", ">="};
    static constexpr std::string_view others[]{"goods in {22, 6109 to 6206, 8517}",
                                               "goods not in {2203 to 2208, 3303}",
                                               "goods = 620610",
                                               "channel = b2c",
                                               "channel not in {b2c, c2c}",
                                               "platform = yes",
                                               "made_in = AA",
                                               "made_in in AA",
                                               "made_in in UU",
                                               "made_in not in {BB, none}",
                                               "sender in UU",
                                               "sender not in UU",
                                               "other_end = BB",
                                               "destination in {AA, CC}",
                                               "origin != CC",
                                               "on >= 2021-07-01",
                                               "on < 2022-02-03",
                                               "papers_given includes all of {invoice, proof}",
                                               "papers_given includes any of {list, proof}",
                                               "papers_given shares nothing with {invoice}",
                                               "papers_given = {invoice}",
                                               "papers_given != {}"};
    switch (below(8)) {
      case 0: return fmt::format("value {} {} {}", pick(signs), 50 * (1 + below(4)), chance(60) ? "EUR" : chance(85) ? "USD" : "XTS");
      case 1: return fmt::format("weight {} {} kg", pick(signs), 1 + below(3));
      case 2: return fmt::format("pieces {} {}", pick(signs), 1 + below(4));
      case 3: return fmt::format("share {} {}%", pick(signs), 5 * below(4));
      default: return std::string{pick(others)};
    }
  }

  std::mt19937 random_;
};

}  // namespace

std::string random_library(std::uint32_t seed) { return Writer{seed}.write(); }

std::string random_rates() { return "currency,units_per_usd\nUSD,1\nEUR,0.85345678\n"; }

}  // namespace isonomy::test
