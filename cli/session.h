// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "api/ask.h"
#include "api/compare.h"
#include "report/check.h"
#include "report/diagnostics.h"

namespace isonomy::cli {

/// Exit statuses, stable for scripts.
inline constexpr int nothing_found = 0;
inline constexpr int findings = 1;
inline constexpr int wrong_input = 2;

/// What every verb shares.
struct Session {
  std::string program;  ///< path of this binary
  int status = nothing_found;
};

/// Options that most verbs have.
struct Common {
  std::vector<std::string> rules;
  std::string format = "text";
  std::string lang = "en";
  std::vector<std::string> what_if;  ///< law tried for this run: see `api::try_out`
};
void add_common(CLI::App& verb, Common& common, const std::vector<std::string>& formats = {"text", "json"});
void add_request(CLI::App& verb, api::Request& request);
void add_fail_on(CLI::App& verb, std::string& level);
void add_narrowing(CLI::App& verb, api::Narrowing& narrowing);

/// The folders the user named, or the nearest one; E0114 if there is none.
std::vector<std::filesystem::path> rule_folders(const Session& session, const std::vector<std::string>& rules,
                                                source::Diagnostics& diagnostics);

/// What is read beside the rules.
struct More {
  std::vector<std::string> files;    ///< those that end in `.law` are read as part of the rules
  std::vector<std::string> what_if;  ///< law tried for this run: see `api::try_out`
};
/// Reads the rules the user named, or the nearest ones; with a scope, only what questions about its places need.
api::Loaded load(const Session& session, const std::vector<std::string>& rules, const std::optional<api::Scope>& scope = std::nullopt,
                 const More& more = {});
/// The same for the rules and the law to try of a verb; `files` that end in `.law` are read as part of the rules.
api::Loaded load(const Session& session, const Common& common, const std::optional<api::Scope>& scope = std::nullopt,
                 const std::vector<std::string>& files = {});
void add_what_if(CLI::App& verb, Common& common);
/// A line for people that says which law was tried; empty if none was.
std::string tried(const Common& common);
/// The places a request names.
api::Scope scope_of(const api::Request& request);

/// For people: colour only on a terminal and unless NO_COLOR is set.
report::TextOptions text_options(const Common& common);
bool colour_on(int descriptor);

/// Prints mistakes to standard error and sets exit status 2.
void complain(Session& session, const source::SourceMap& sources, const source::Diagnostics& diagnostics);

/// Ends a question: prints what `write` makes of the answer, headed by the law that was tried. If the answer holds mistakes, complains of them
/// instead and is false.
template <class Answer, class Write>
bool tell(Session& session, const Common& common, const source::SourceMap& sources, const Answer& answer, Write write) {
  if (answer.diagnostics.has_errors()) {
    complain(session, sources, answer.diagnostics);
    return false;
  }
  std::cout << tried(common) << write();
  return true;
}

/// The same where `write` takes the library and its sources.
template <class Answer, class Write>
bool tell(Session& session, const Common& common, const api::Loaded& loaded, const Answer& answer, Write write) {
  return tell(session, common, *loaded.sources, answer, [&] { return write(loaded.library, *loaded.sources); });
}

/// The same with one of two writers, by the format asked for.
template <class Answer>
using JsonWriter = std::string (*)(const model::Library&, const source::SourceMap&, const Answer&);
template <class Answer>
using TextWriter = std::string (*)(const model::Library&, const source::SourceMap&, const Answer&, const report::TextOptions&);
template <class Answer>
bool tell(Session& session, const Common& common, const api::Loaded& loaded, const Answer& answer, JsonWriter<Answer> json,
          TextWriter<Answer> text, const report::TextOptions& options) {
  return tell(session, common, loaded, answer, [&](const auto& library, const auto& sources) {
    return common.format == "json" ? json(library, sources, answer) : text(library, sources, answer, options);
  });
}
template <class Answer>
bool tell(Session& session, const Common& common, const api::Loaded& loaded, const Answer& answer, JsonWriter<Answer> json,
          TextWriter<Answer> text) {
  return tell(session, common, loaded, answer, json, text, text_options(common));
}

/// Whether a severity is at or above a level by name.
bool reaches(model::Severity severity, const std::string& level);

void add_check(CLI::App& app, Session& session);
void add_harmonize(CLI::App& app, Session& session);
void add_routes(CLI::App& app, Session& session);
void add_explain(CLI::App& app, Session& session);
void add_diff(CLI::App& app, Session& session);
void add_changes(CLI::App& app, Session& session);
void add_gaps(CLI::App& app, Session& session);
void add_timeline(CLI::App& app, Session& session);
void add_audit(CLI::App& app, Session& session);
void add_validate(CLI::App& app, Session& session);
void add_test(CLI::App& app, Session& session);
void add_fmt(CLI::App& app, Session& session);
void add_new(CLI::App& app, Session& session);
void add_lsp(CLI::App& app, Session& session);
void add_completions(CLI::App& app, Session& session);
void add_man(CLI::App& app, Session& session);

}  // namespace isonomy::cli
