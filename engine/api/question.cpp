// SPDX-License-Identifier: Apache-2.0
#include "api/question.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/examples.h"
#include "analysis/sums.h"
#include "model/bind.h"
#include "source/codes.h"
#include "syntax/parse.h"

namespace isonomy::api {
namespace {

using source::Code;

template <class Map>
auto find(Loaded& loaded, const Map& names, Code code, std::string_view what, const std::string& name, source::Diagnostics& diagnostics)
    -> std::optional<typename Map::mapped_type> {
  if (const auto it = names.find(name); it != names.end()) return it->second;
  std::vector<std::string> known;
  for (const auto& [known_name, id] : names) known.push_back(known_name);
  std::sort(known.begin(), known.end());
  diagnostics.add(code, argument(loaded, "<command line>", name), fmt::format("there is no {} `{}`", what, name),
                  source::suggest(name, known, fmt::format("name one of the {} {}s of the rules", known.size(), what)));
  return std::nullopt;
}

std::optional<model::Test> fact(Loaded& loaded, source::FileId file, source::Diagnostics& diagnostics) {
  const auto statement = syntax::parse_statement(*loaded.sources, file, diagnostics);
  return statement ? model::bind_given(loaded.library, *statement, diagnostics) : std::nullopt;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out{{}};
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (c == ',' && depth == 0) out.emplace_back();
    else out.back() += c;
  }
  return out;
}

std::vector<model::Test> facts(Loaded& loaded, const std::string& option, const std::vector<std::string>& texts,
                               source::Diagnostics& diagnostics) {
  std::vector<model::Test> out;
  std::set<model::FactId> seen;
  for (const auto& text : texts) {
    const auto span = argument(loaded, option, text);
    const auto bound = fact(loaded, span.file, diagnostics);
    if (!bound) continue;
    if (!seen.insert(std::get<model::FactId>(bound->left)).second && bound->relation == model::Relation::equal)
      diagnostics.add(Code::given_twice, span, "this fact is given twice", "keep one of them");
    out.push_back(*bound);
  }
  return out;
}

std::optional<base::Date> day_of(Loaded& loaded, const std::string& on, source::Diagnostics& diagnostics) {
  if (on.empty() || on == "any") return base::today();
  if (const auto date = base::parse_date(on)) return date;
  diagnostics.add(Code::malformed_date, argument(loaded, "--on", on), fmt::format("`{}` is not a date", on),
                  "write the day as YYYY-MM-DD, or `any` to leave it open");
  return std::nullopt;
}

// Either a declared route or both ends; never a mixture of the two.
bool complete(const Request& request, source::Diagnostics& diagnostics) {
  const bool ends = !request.origin.empty() || !request.destination.empty() || !request.via.empty();
  if (!request.route.empty() && ends)
    diagnostics.add(Code::given_twice, {}, "both a route and jurisdictions are given", "keep --route, or the jurisdictions");
  else if (request.route.empty() && (request.origin.empty() || request.destination.empty()))
    diagnostics.add(Code::missing_argument, {},
                    request.origin.empty() ? "no jurisdiction of dispatch is given" : "no jurisdiction of destination is given",
                    "name both, such as `CN DE`, or a declared route with --route");
  else return true;
  return false;
}

model::Journey journey(Loaded& loaded, const Request& request, source::Diagnostics& diagnostics) {
  model::Journey out;
  if (!complete(request, diagnostics)) return out;
  if (!request.route.empty()) {
    std::vector<std::string> known;
    for (const auto& route : loaded.library.routes) {
      if (route.name == request.route) return route.journey;
      known.push_back(route.name);
    }
    diagnostics.add(Code::unknown_route, argument(loaded, "--route", request.route), fmt::format("there is no route `{}`", request.route),
                    source::suggest(request.route, known, "name a declared route, or the jurisdictions"));
    return out;
  }
  std::vector<std::string> stops{request.origin};
  stops.insert(stops.end(), request.via.begin(), request.via.end());
  stops.push_back(request.destination);
  for (const auto& stop : stops)
    if (const auto id = find_jurisdiction(loaded, stop, diagnostics)) out.stops.push_back(*id);
  return out;
}

void check_route(const model::Journey& journey, const model::Library& library, source::Diagnostics& diagnostics) {
  std::set<model::JurisdictionId> seen;
  for (const auto stop : journey.stops)
    if (!seen.insert(stop).second)
      diagnostics.add(Code::bad_route, {}, fmt::format("the route passes {} twice", library.jurisdictions[stop].name),
                      "name each jurisdiction once");
}

model::Test on_day(base::Date day) {
  return {model::fact_id(model::BuiltIn::on), model::Relation::equal, {{model::Scalar{day}, std::nullopt}}, false, {}, {}};
}

}  // namespace

source::Span argument(Loaded& loaded, const std::string& name, const std::string& text) {
  const auto file = loaded.sources->add(name, text);
  return {file, 0, static_cast<std::uint32_t>(text.size())};
}

std::optional<model::JurisdictionId> find_jurisdiction(Loaded& loaded, const std::string& name, source::Diagnostics& diagnostics) {
  const auto& library = loaded.library;
  if (name.empty()) {
    diagnostics.add(Code::missing_argument, {}, "a jurisdiction is missing", "name it by its code, such as `CN`");
    return std::nullopt;
  }
  if (!library.bloc_names.contains(name))
    return find(loaded, library.jurisdiction_names, Code::unknown_jurisdiction, "jurisdiction", name, diagnostics);
  diagnostics.add(Code::bloc_is_no_place, argument(loaded, "<command line>", name), fmt::format("`{}` is a bloc, not a jurisdiction", name),
                  "name one of its members");
  return std::nullopt;
}

std::optional<model::BlocId> find_bloc(Loaded& loaded, const std::string& name, source::Diagnostics& diagnostics) {
  const auto& library = loaded.library;
  if (name.empty()) {
    diagnostics.add(Code::missing_argument, {}, "no bloc is given", "name one, such as `RCEP`");
    return std::nullopt;
  }
  if (!library.jurisdiction_names.contains(name))
    return find(loaded, library.bloc_names, Code::unknown_jurisdiction, "bloc", name, diagnostics);
  diagnostics.add(Code::jurisdiction_is_no_bloc, argument(loaded, "<command line>", name),
                  fmt::format("`{}` is a jurisdiction, not a bloc", name), "name a bloc whose commitments bind it");
  return std::nullopt;
}

std::vector<model::MeasureId> find_measures(Loaded& loaded, const std::string& domain, const std::string& measure,
                                            source::Diagnostics& diagnostics) {
  const auto& library = loaded.library;
  if (!measure.empty()) {
    const auto one = find_measure(loaded, measure, diagnostics);
    if (one && !domain.empty() && library.domains[library.measures[*one].domain].name != domain)
      diagnostics.add(Code::nothing_asked, argument(loaded, "--domain", domain),
                      fmt::format("`{}` is not a measure of `{}`", measure, domain), "keep `--measure` or `--domain`");
    return one ? std::vector{*one} : std::vector<model::MeasureId>{};
  }
  std::unordered_map<std::string, model::DomainId> names;
  for (const auto id : library.domains.ids()) names.emplace(library.domains[id].name, id);
  const auto only = domain.empty() ? std::nullopt : find(loaded, names, Code::unknown_domain, "domain", domain, diagnostics);
  std::vector<model::MeasureId> out;
  for (const auto id : library.measures.ids())
    if (domain.empty() || (only && library.measures[id].domain == *only)) out.push_back(id);
  return out;
}

std::optional<model::MeasureId> find_measure(Loaded& loaded, const std::string& name, source::Diagnostics& diagnostics) {
  if (name.empty()) {
    diagnostics.add(Code::missing_argument, {}, "no measure is given", "name one, such as `--measure customs.duty`");
    return std::nullopt;
  }
  return find(loaded, loaded.library.measure_names, Code::unknown_measure, "measure", name, diagnostics);
}

std::vector<model::Test> bind_facts(Loaded& loaded, const std::vector<std::string>& given, const std::string& on,
                                    source::Diagnostics& diagnostics) {
  const auto day = day_of(loaded, on, diagnostics);
  if (day) use_rates(loaded, *day);
  auto out = facts(loaded, "--given", given, diagnostics);
  const bool dated = std::any_of(out.begin(), out.end(), [](const model::Test& test) {
    return std::get<model::FactId>(test.left) == model::fact_id(model::BuiltIn::on);
  });
  if (dated && !on.empty())
    diagnostics.add(Code::given_twice, argument(loaded, "--on", on), "the date is given twice", "keep `--on` or the given fact `on`");
  if (day && !dated && on != "any") out.push_back(on_day(*day));
  analysis::add_sums(loaded.library, out, diagnostics);
  return out;
}

std::optional<analysis::Question> bind_question(Loaded& loaded, const Request& request, source::Diagnostics& diagnostics) {
  const auto path = journey(loaded, request, diagnostics);
  check_route(path, loaded.library, diagnostics);
  analysis::Question out{path.stops, bind_facts(loaded, request.given, request.on, diagnostics), {}};
  for (const auto& line : request.lines) out.lines.push_back(facts(loaded, "--line", split(line), diagnostics));
  analysis::add_modes(loaded.library, path, out.given);
  if (diagnostics.has_errors()) return std::nullopt;
  return out;
}

std::optional<model::Test> bind_fact(Loaded& loaded, const std::string& option, const std::string& text, source::Diagnostics& diagnostics) {
  return fact(loaded, argument(loaded, option, text).file, diagnostics);
}

std::vector<const model::Route*> find_routes(Loaded& loaded, const std::vector<std::string>& names, source::Diagnostics& diagnostics) {
  std::vector<const model::Route*> out;
  std::vector<std::string> known;
  for (const auto& route : loaded.library.routes) known.push_back(route.name);
  for (const auto& name : names) {
    const bool file = std::filesystem::path{name}.extension() == ".law";
    const auto path = std::filesystem::path{name}.lexically_normal().generic_string();
    const auto before = out.size();
    for (const auto& route : loaded.library.routes)
      if (name == "all" || (file ? (*loaded.sources)[route.span.file].path == path : route.name == name)) out.push_back(&route);
    if (out.size() != before || name.empty()) continue;
    if (file)
      diagnostics.add(Code::no_routes, {}, fmt::format("`{}` declares no route", name), "declare routes in it, or name declared ones");
    else
      diagnostics.add(Code::unknown_route, argument(loaded, "--routes", name), fmt::format("there is no route `{}`", name),
                      source::suggest(name, known, "name a declared route, or a file of routes"));
  }
  if (out.empty() && !names.empty() && !diagnostics.has_errors())
    diagnostics.add(Code::no_routes, {}, "no route was named", "name declared routes, or a file that declares some");
  return out;
}

}  // namespace isonomy::api
