// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "analysis/answer.h"
#include "report/reference.h"
#include "report/terminal.h"
#include "report/words.h"

/// Phrases that several texts for people share. What rule files say is printed without signs that would steer a terminal.
namespace isonomy::report {

/// What a text is written with.
struct Desk {
  const model::Library& library;
  const source::SourceMap& sources;
  const TextOptions& options;
  Paint paint{options.colour};

  std::string label(const model::Label& label) const { return shown(label_in(label, options.lang)); }
  /// Fixed words in the wanted language, with what stands in their places.
  template <class... Parts>
  std::string say(std::string_view english, const Parts&... parts) const {
    return fmt::vformat(words_in(english, options.lang), fmt::make_format_args(parts...));
  }
  /// The same for a number of things, with words of their own for one.
  template <class Number>
  std::string count(Number number, std::string_view one, std::string_view many) const {
    return say(number == 1 ? one : many, number);
  }
  /// What the engine says of regions, conditions and values.
  std::string said(std::string_view text) const { return said_in(text, options.lang); }
  /// The measure's question, or its name where it asks none.
  std::string question(model::MeasureId measure) const;
  /// Canonical text, coloured by its state; with the label of an enumeration's value in the wanted language, if it has one.
  std::string value(const decision::Outcome& outcome) const;
  /// Names of rules, those without a checked source marked; `no rule` if there are none.
  std::string rules(const std::vector<model::RuleId>& rules) const;
};

/// `CN -> DE on 2026-08-01`, then the given facts and the day of the exchange rates, a line each.
std::string heading(const Desk& desk, const std::vector<model::JurisdictionId>& stops, const std::optional<base::Date>& on,
                    const std::vector<std::pair<std::string, std::string>>& given);

/// The same with any words for what is asked about.
std::string comparison_heading(const Desk& desk, const std::string& what, const std::optional<base::Date>& on,
                               const std::vector<std::pair<std::string, std::string>>& given);

/// `given: fact text, fact text`, or `given: nothing`.
std::string given_text(const Desk& desk, const std::vector<std::pair<std::string, std::string>>& facts);

/// `fact text, fact text`.
std::string facts_text(const std::vector<std::pair<std::string, std::string>>& facts);

/// `value: over 150 EUR; goods: 22`.
std::string change_words(const analysis::Flip& flip);

/// `Title, article 3, checked 2026-07-01`, or `no source`; what nobody has checked says so.
std::string source_text(const Desk& desk, const model::Source& source);

/// How much is said of where a rule comes from.
enum class Depth : std::uint8_t { sources, places, links };  ///< each with what stands before it; a place is that in the rule files

/// `rule: source`, further sources below it.
std::string references_text(const Desk& desk, const std::vector<model::RuleId>& rules, std::size_t indent, Depth depth);
/// The sources of a clash or commitment, a line each.
std::string references_text(const Desk& desk, const std::vector<model::Source>& sources, std::size_t indent);

/// `from 2026-07-01 through 2026-12-31`; empty if both are open.
std::string days_text(const Desk& desk, const std::optional<base::Date>& from, const std::optional<base::Date>& until);

/// `and 3 more`, as a line, if there are more than were printed.
std::string more_text(const Desk& desk, std::size_t count, std::size_t indent);

}  // namespace isonomy::report
