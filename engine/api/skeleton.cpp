// SPDX-License-Identifier: Apache-2.0
#include "api/skeleton.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "api/files.h"
#include "source/codes.h"
#include "syntax/parse.h"

namespace isonomy::api {
namespace {

using source::Code;

source::Span named(Loaded& loaded, const std::string& name, const std::string& text) {
  return {loaded.sources->add("<" + name + ">", text), 0, static_cast<std::uint32_t>(text.size())};
}

void bad_name(Loaded& loaded, const std::string& what, const std::string& text, std::string help, source::Diagnostics& diagnostics) {
  diagnostics.add(Code::bad_name, named(loaded, what, text), fmt::format("`{}` cannot be the {}", text, what), std::move(help));
}

bool capitals(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// `CH`, or `CN.HZ` for a zone inside a country.
bool is_code(std::string_view code) {
  const auto dot = code.find('.');
  const auto country = code.substr(0, dot);
  const auto zone = dot == std::string_view::npos ? std::string_view{"A"} : code.substr(dot + 1);
  return country.size() == 2 && capitals(country) && capitals(zone);
}

bool is_word(std::string_view text) {
  const auto part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  const auto& reserved = syntax::reserved_words();
  return !text.empty() && (text[0] < '0' || text[0] > '9') && std::all_of(text.begin(), text.end(), part) &&
         std::find(reserved.begin(), reserved.end(), text) == reserved.end();
}

bool printable(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string in_quotes(std::string_view text) {
  std::string out{'"'};
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// Where the library's own files begin with a licence, so do new ones.
std::string licence_line(const Loaded& loaded) {
  constexpr std::string_view mark = "// SPDX-License-Identifier:";
  for (const auto& file : loaded.sources->files())
    if (file.text.starts_with(mark)) return file.text.substr(0, file.text.find('\n') + 1);
  return {};
}

// What may be answered: `ordinary < flat < exempt`, `money`.
std::string answers(const model::Type& type, const model::Library& library) {
  auto out = to_text(type, library);
  if (type.kind != model::Kind::enumeration) return type.kind == model::Kind::flag ? "yes or no" : out;
  const auto& enumeration = library.enumerations[type.enumeration];
  return fmt::format("{}: {}", out, fmt::join(enumeration.values, enumeration.ordered ? " < " : ", "));
}

std::string open_question(const model::Measure& measure, const model::Library& library) {
  const auto name = measure.name.substr(measure.name.find('.') + 1);
  const auto* relation = measure.type.set ? "includes {TODO}" : "= TODO";
  return fmt::format("  // {}\n  // rule {} {{\n  //   {} {}  // {}\n  //   source \"TODO\" article \"TODO\"\n  // }}\n",
                     measure.label.text.empty() ? measure.name : measure.label.text, name, name, relation, answers(measure.type, library));
}

NewFile ruleset(const Loaded& loaded, const std::filesystem::path& folder, const std::string& code, const std::string& name,
                model::DomainId domain) {
  const auto& library = loaded.library;
  const auto& of = library.domains[domain];
  std::string questions;
  for (const auto& measure : library.measures)
    if (measure.domain == domain) questions += (questions.empty() ? "" : "\n") + open_question(measure, library);
  auto text = fmt::format(
      "{}// {}: {}. Every question is open until a rule answers it.\n// TODO: make rules of the comments, each with its source.\n\n",
      licence_line(loaded), name, of.label.text);
  text += fmt::format("ruleset {}.{} {} {{{}{}}}\n", code, of.name, in_quotes(name + ": " + of.label.text), questions.empty() ? "" : "\n",
                      questions);
  return {folder / (of.name + ".law"), std::move(text)};
}

NewFile declaration(const Loaded& loaded, const std::filesystem::path& folder, const NewJurisdiction& wanted, const std::string& name) {
  const auto dot = wanted.code.find('.');
  auto text = fmt::format("{}// {}\n\njurisdiction {} {}", licence_line(loaded), name, wanted.code, in_quotes(name));
  if (dot != std::string::npos) text += fmt::format(" {{ within {} }}", wanted.code.substr(0, dot));
  else if (!wanted.currency.empty()) text += fmt::format(" {{ currency {} }}", wanted.currency);
  return {folder / "jurisdiction.law", text + "\n"};
}

// A first question to the newcomer, about whatever the vocabulary asks of the receiver of goods that someone sends.
NewFile examples(const Loaded& loaded, const std::filesystem::path& folder, const std::string& code, const std::string& name) {
  const auto& library = loaded.library;
  const auto asked =
      std::find_if(library.measures.begin(), library.measures.end(), [](const auto& one) { return one.end == model::End::receiver; });
  const auto sender =
      std::find_if(library.jurisdictions.begin(), library.jurisdictions.end(), [&](const auto& one) { return one.name != code; });
  const auto text = fmt::format(
      "{}// Examples for {}, on both sides of limits and dates.\n// TODO: one for each threshold and each day that matters.\n\n"
      "// example {} {{\n//   route {} -> {}\n//   given on = {}\n//   expect receiver.{} is unknown\n// }}\n",
      licence_line(loaded), name, in_quotes("a parcel to " + name), sender == library.jurisdictions.end() ? "TODO" : sender->name, code,
      base::to_text(base::today()), asked == library.measures.end() ? "TODO" : asked->name);
  return {folder / "examples.law", text};
}

bool usable(Loaded& loaded, const NewJurisdiction& wanted, source::Diagnostics& diagnostics) {
  const auto& library = loaded.library;
  const auto country = wanted.code.substr(0, wanted.code.find('.'));
  if (!is_code(wanted.code) || library.bloc_names.contains(wanted.code))
    bad_name(loaded, "code", wanted.code, "write two capitals (ISO 3166-1), such as `CH`, or a zone inside a country, such as `CN.HZ`",
             diagnostics);
  else if (country != wanted.code && !library.jurisdiction_names.contains(country))
    diagnostics.add(Code::unknown_jurisdiction, named(loaded, "code", wanted.code), fmt::format("there is no jurisdiction `{}`", country),
                    fmt::format("make it first: `isonomy new jurisdiction {}`", country));
  if (!wanted.currency.empty() && (wanted.currency.size() != 3 || !capitals(wanted.currency)))
    bad_name(loaded, "currency", wanted.currency, "write three capitals (ISO 4217), such as `CHF`", diagnostics);
  if (!printable(wanted.name)) bad_name(loaded, "name", wanted.name, "write it on one line, without control characters", diagnostics);
  return !diagnostics.has_errors();
}

// The flow and end that most measures of the domain are asked of.
std::pair<std::string, std::string> usual_end(const model::Library& library, model::DomainId domain) {
  constexpr std::array<std::string_view, 4> ends{"sender", "receiver", "both", "carrier"};
  std::map<std::pair<std::string, std::string>, int> counts;
  for (const auto& measure : library.measures)
    if (measure.domain == domain) ++counts[{library.flows[measure.flow].name, std::string{ends.at(static_cast<std::size_t>(measure.end))}}];
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != counts.end()) return most->first;
  return {library.flows.size() == 0 ? "goods" : library.flows.begin()->name, "receiver"};
}

std::optional<model::DomainId> domain_named(Loaded& loaded, const std::string& name, const std::string& measure,
                                            source::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const auto id : loaded.library.domains.ids()) {
    if (loaded.library.domains[id].name == name) return id;
    known.push_back(loaded.library.domains[id].name);
  }
  diagnostics.add(Code::unknown_domain, named(loaded, "measure", measure), fmt::format("there is no domain `{}`", name),
                  source::suggest(name, known, "declare it in the vocabulary, or correct the name"));
  return std::nullopt;
}

}  // namespace

std::vector<NewFile> new_jurisdiction(Loaded& loaded, const std::filesystem::path& root, const NewJurisdiction& wanted,
                                      source::Diagnostics& diagnostics) {
  if (!usable(loaded, wanted, diagnostics)) return {};
  const auto& library = loaded.library;
  const auto folder = root / "jurisdictions" / wanted.code;
  const auto known = library.jurisdiction_names.find(wanted.code);
  const bool declared = known != library.jurisdiction_names.end();
  auto name = wanted.name;
  if (name.empty()) name = declared ? library.jurisdictions[known->second].label.text : wanted.code;
  std::vector<NewFile> out;
  if (!declared) out.push_back(declaration(loaded, folder, wanted, name));
  for (const auto domain : library.domains.ids()) out.push_back(ruleset(loaded, folder, wanted.code, name, domain));
  out.push_back(examples(loaded, folder, wanted.code, name));
  return out;
}

std::vector<NewFile> new_measure(Loaded& loaded, const std::filesystem::path& root, const std::string& name,
                                 source::Diagnostics& diagnostics) {
  const auto dot = name.find('.');
  if (dot == std::string::npos || !is_word(name.substr(0, dot)) || !is_word(name.substr(dot + 1))) {
    bad_name(loaded, "measure", name, "write a domain and a name of small letters, such as `customs.storage_fee`", diagnostics);
    return {};
  }
  const auto domain = domain_named(loaded, name.substr(0, dot), name, diagnostics);
  if (!domain) return {};
  if (const auto known = loaded.library.measure_names.find(name); known != loaded.library.measure_names.end()) {
    auto& found = diagnostics.add(Code::declared_twice, named(loaded, "measure", name),
                                  fmt::format("there is a measure `{}` already", name), "choose another name");
    found.related.push_back({loaded.library.measures[known->second].span, "its declaration"});
    return {};
  }
  const auto [flow, end] = usual_end(loaded.library, *domain);
  auto text = fmt::format(
      "{}// TODO: word the question, choose its type and of whom it is asked; then answer it in each jurisdiction.\n\n"
      "measure {} : yes/no \"TODO: the question\" {{\n  asked of {} {}\n  neutral  // or: higher is more open, lower is more open\n"
      "  importance 1\n}}\n",
      licence_line(loaded), name, flow, end);
  return {{root / "vocabulary" / (name + ".law"), std::move(text)}};
}

void create(const std::vector<NewFile>& files, source::Diagnostics& diagnostics) {
  std::error_code error;
  for (const auto& file : files)
    if (std::filesystem::exists(std::filesystem::symlink_status(file.path, error)))
      diagnostics.add(Code::file_exists, {}, fmt::format("`{}` is there already", file.path.generic_string()),
                      "edit it, or choose another name");
  for (const auto& file : files)
    if (diagnostics.has_errors() || !create_file(file.path, file.text, diagnostics)) return;
}

}  // namespace isonomy::api
