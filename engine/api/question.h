// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/answer.h"
#include "api/load.h"

namespace isonomy::api {

/// A question as a user words it.
struct Request {
  std::string origin;  ///< jurisdiction codes
  std::string destination;
  std::vector<std::string> via;
  std::string route;               ///< a declared route instead of the three above
  std::vector<std::string> given;  ///< `value = 90 EUR`, one fact each
  std::vector<std::string> lines;  ///< `goods = 620610, pieces = 2`, one line of the consignment each
  std::string on;                  ///< YYYY-MM-DD; empty for today, `any` to leave the date open
};

/// An argument as a small text of the source map, so that mistakes in it are shown like mistakes in files.
source::Span argument(Loaded& loaded, const std::string& name, const std::string& text);

/// Binds a request to the library and chooses the rates of its day. Nothing if it holds a mistake: an unknown jurisdiction or route
/// (E0306, E0310), fact or value (E03xx, E04xx), a date (E0109), a route that goes nowhere (E0702), no end (E0706). All mistakes are reported.
std::optional<analysis::Question> bind_question(Loaded& loaded, const Request& request, source::Diagnostics& diagnostics);

/// The given facts and the day of a question without a route; chooses the rates of the day. Mistakes as for `bind_question`.
std::vector<model::Test> bind_facts(Loaded& loaded, const std::vector<std::string>& given, const std::string& on,
                                    source::Diagnostics& diagnostics);

/// The measures of a domain, or one of them, or all; both may be empty. Errors: E0301, E0305, E0711 if the measure is of another domain.
std::vector<model::MeasureId> find_measures(Loaded& loaded, const std::string& domain, const std::string& measure,
                                            source::Diagnostics& diagnostics);

/// A bloc by name, or a report with a suggestion (E0306, or E0710 for a jurisdiction).
std::optional<model::BlocId> find_bloc(Loaded& loaded, const std::string& name, source::Diagnostics& diagnostics);

/// A jurisdiction or a measure by name, or a report with a suggestion; E0412 for a bloc.
std::optional<model::JurisdictionId> find_jurisdiction(Loaded& loaded, const std::string& name, source::Diagnostics& diagnostics);
std::optional<model::MeasureId> find_measure(Loaded& loaded, const std::string& name, source::Diagnostics& diagnostics);

/// One comparison of a fact (`goods = 620610`); mistakes are shown as those of `option`.
std::optional<model::Test> bind_fact(Loaded& loaded, const std::string& option, const std::string& text, source::Diagnostics& diagnostics);

/// Declared routes by name; a name that ends in `.law` stands for the routes that the file declares, which must be part of the library;
/// `all` stands for every declared route.
/// Errors: E0310, and E0904 where a file declares none or nothing was named.
std::vector<const model::Route*> find_routes(Loaded& loaded, const std::vector<std::string>& names, source::Diagnostics& diagnostics);

}  // namespace isonomy::api
