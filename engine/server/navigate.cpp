// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/features.h"
#include "server/places.h"
#include "syntax/parse.h"

namespace isonomy::server {
namespace {

using model::Mention;
using model::Named;

const Mention* named_at(const Workspace& workspace, const Json& parameters) {
  const auto cursor = cursor_of(workspace, parameters);
  return cursor.document == nullptr ? nullptr : workspace.mention_at(cursor.document->file, cursor.offset);
}

bool all_of(std::string_view text, std::string_view ranges) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (ranges == "a" && ((c >= 'a' && c <= 'z') || c == '_'));
  });
}

bool is_place(Named what) { return what == Named::jurisdiction || what == Named::bloc; }

// Places and blocs are told apart by their names alone, and so are rules, tables and commitments.
bool shares_names(Named a, Named b) {
  const auto in_ruleset = [](Named what) { return what == Named::rule || what == Named::commitment; };
  return a == b || (is_place(a) && is_place(b)) || (in_ruleset(a) && in_ruleset(b));
}

void check_name(Named what, const std::string& name) {
  const bool place = is_place(what);
  const auto& reserved = syntax::reserved_words();
  const bool word = !name.empty() && (name[0] < '0' || name[0] > '9') && all_of(name, place ? "A" : "a");
  if (!word || std::find(reserved.begin(), reserved.end(), name) != reserved.end())
    throw Refused{"`" + name + "` cannot be a name here: " +
                  (place ? "write capitals and digits" : "write letters, digits and `_`, and no reserved word")};
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }

// A table has the name of the measure that it answers.
bool names_two_things(const Workspace& workspace, const Mention& mention) {
  const auto& all = workspace.mentions();
  const auto here = std::equal_range(all.begin(), all.end(), mention, [](const auto& a, const auto& b) { return a.span < b.span; });
  return std::any_of(here.first, here.second, [&](const auto& other) { return other.what != mention.what; });
}

// Only what has a declaration, and is written plainly wherever it stands, can get another name.
std::vector<const Mention*> renamable(const Workspace& workspace, const Mention& mention) {
  auto all = workspace.same(mention);
  if (all.empty() || !all.front()->declares) throw Refused{"`" + mention.name + "` is built in and keeps its name"};
  for (const auto* one : all) {
    if (workspace.sources().text(one->span) != last_part(mention.name))
      throw Refused{"`" + mention.name + "` is not written plainly in " + workspace.sources()[one->span.file].path};
    if (names_two_things(workspace, *one)) throw Refused{"a table is called after `" + mention.name + "`, so both keep their name"};
  }
  return all;
}

}  // namespace

const Document* document_of(const Workspace& workspace, const Json& parameters) {
  return workspace.find(path_of(parameters.at("textDocument").at("uri").get<std::string>()));
}

Cursor cursor_of(const Workspace& workspace, const Json& parameters) {
  const auto* document = document_of(workspace, parameters);
  if (document == nullptr) return {};
  return {document, offset_at(workspace.sources()[document->file], parameters.at("position"))};
}

Json definition(const Workspace& workspace, const Json& parameters) {
  const auto* mention = named_at(workspace, parameters);
  if (mention == nullptr) return nullptr;
  auto out = Json::array();
  for (const auto* one : workspace.same(*mention))
    if (one->declares) out.push_back(location_of(workspace.sources(), one->span));
  return out;
}

Json references(const Workspace& workspace, const Json& parameters) {
  const auto* mention = named_at(workspace, parameters);
  if (mention == nullptr) return nullptr;
  const auto context = parameters.value("context", Json::object());
  const bool with_declaration = context.value("includeDeclaration", true);
  auto out = Json::array();
  for (const auto* one : workspace.same(*mention))
    if (with_declaration || !one->declares) out.push_back(location_of(workspace.sources(), one->span));
  return out;
}

Json prepare_rename(const Workspace& workspace, const Json& parameters) {
  const auto* mention = named_at(workspace, parameters);
  if (mention == nullptr) return nullptr;
  renamable(workspace, *mention);
  return {{"range", range_of(workspace.sources(), mention->span)}, {"placeholder", last_part(mention->name)}};
}

Json rename(const Workspace& workspace, const Json& parameters) {
  const auto* mention = named_at(workspace, parameters);
  if (mention == nullptr) throw Refused{"there is no name here"};
  const auto name = parameters.at("newName").get<std::string>();
  check_name(mention->what, name);
  const std::string full = mention->name.substr(0, mention->name.rfind('.') + 1) + name;
  for (const auto& other : workspace.mentions())
    if (other.declares && shares_names(other.what, mention->what) && other.name == full && full != mention->name)
      throw Refused{"`" + full + "` is the name of something else"};
  auto changes = Json::object();
  for (const auto* one : renamable(workspace, *mention))
    changes[uri_of(workspace.sources()[one->span.file].path)].push_back(
        {{"range", range_of(workspace.sources(), one->span)}, {"newText", name}});
  return {{"changes", changes}};
}

}  // namespace isonomy::server
