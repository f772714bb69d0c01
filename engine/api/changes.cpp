// SPDX-License-Identifier: Apache-2.0
#include "api/changes.h"

#include <fmt/format.h>

#include "api/git_revision.h"
#include "api/one_vocabulary.h"
#include "api/reading.h"
#include "source/codes.h"

namespace isonomy::api {
namespace {

namespace fs = std::filesystem;
using source::Code;

// A name with a dot in front or a root is meant as a folder, whatever the repository knows.
bool plainly_a_path(const std::string& base) { return base.starts_with("./") || base.starts_with("../") || base.starts_with("/"); }

GitVersion find_base(const ChangesRequest& request, source::Diagnostics& diagnostics) {
  std::error_code error;
  const bool there = fs::exists(request.base, error);
  if (!there && !plainly_a_path(request.base)) return open_revision(request.rules, request.base, diagnostics);
  if (!plainly_a_path(request.base) && is_revision(request.rules.front(), request.base))
    diagnostics.add(Code::ambiguous_base, {}, fmt::format("`{}` is a folder, and a revision of the repository", request.base),
                    fmt::format("write `./{0}` for the folder, or `refs/heads/{0}` for a branch", request.base));
  return {nullptr, {request.base}};
}

void add_all(source::Diagnostics& to, const source::Diagnostics& from) {
  for (const auto& one : from.items()) to.add(one);
}

bool narrowed(const Narrowing& narrow) {
  return !narrow.domain.empty() || !narrow.measure.empty() || !narrow.given.empty() || !narrow.on.empty();
}

Reading read_base(const GitVersion& version, ChangesResult& out) {
  auto& diagnostics = out.answer.diagnostics;
  const auto& shelf = version.shelf ? *version.shelf : disk();
  out.all_new = version.shelf && files_under(shelf, version.roots, ".law", diagnostics).empty() && !diagnostics.has_errors();
  if (!out.all_new) return read(shelf, version.roots, out.sources);
  Reading nothing;
  nothing.shelf = &shelf;
  nothing.loaded.sources = out.sources;
  return nothing;
}

// The libraries over one vocabulary; the exchange rates are those of the version now.
void bind_both(Reading& base, Reading& now, ChangesResult& out) {
  auto& diagnostics = out.answer.diagnostics;
  auto trees = with_one_vocabulary({std::move(base.files), std::move(now.files)}, diagnostics);
  if (diagnostics.has_errors()) return;
  out.base = bind_again(base, trees.base, diagnostics);
  now.loaded.library = bind_again(now, trees.now, diagnostics);
}

void ask(Loaded& now, const Narrowing& narrow, ChangesResult& out) {
  auto& diagnostics = out.answer.diagnostics;
  const auto measures = find_measures(now, narrow.domain, narrow.measure, diagnostics);
  const auto given = bind_facts(now, narrow.given, narrow.on.empty() ? "any" : narrow.on, diagnostics);
  out.base.rates = now.library.rates;
  out.now = std::move(now.library);
  if (diagnostics.has_errors()) return;
  auto declarations = std::move(out.answer.declarations);
  out.answer = analysis::changes({out.base, out.now}, {measures, given});
  out.answer.declarations = std::move(declarations);
}

}  // namespace

ChangesResult changes(const ChangesRequest& request) {
  ChangesResult out;
  auto& diagnostics = out.answer.diagnostics;
  const auto version = find_base(request, diagnostics);
  if (diagnostics.has_errors()) return out;
  auto base = read_base(version, out);
  if (diagnostics.has_errors()) return out;
  auto now = read(disk(), request.rules, out.sources);
  out.base_name = request.base;
  out.now_name = request.rules.front().generic_string();
  add_all(diagnostics, base.loaded.diagnostics);
  add_all(diagnostics, now.loaded.diagnostics);
  if (diagnostics.has_errors()) return out;
  if (!narrowed(request.narrow)) out.answer.declarations = analysis::declared_changes(base.loaded.library, now.loaded.library);
  bind_both(base, now, out);
  if (!diagnostics.has_errors()) ask(now.loaded, request.narrow, out);
  return out;
}

}  // namespace isonomy::api
