// SPDX-License-Identifier: Apache-2.0
#include "server/workspace.h"

#include <algorithm>
#include <tuple>

#include "api/ask.h"
#include "api/files.h"
#include "api/load.h"
#include "model/bind.h"
#include "source/level.h"
#include "syntax/parse.h"

namespace isonomy::server {
namespace {

namespace fs = std::filesystem;

bool is_rule_file(const fs::path& path) { return path.extension() == ".law"; }

std::optional<std::string> text_on_disk(const std::string& path) {
  source::SourceMap scratch;
  const auto file = fs::path{path}.is_absolute() ? api::read_file(scratch, path) : std::nullopt;
  return file ? std::optional{scratch[*file].text} : std::nullopt;
}

bool inside(const fs::path& path, const fs::path& root) {
  const auto relative = path.lexically_relative(root);
  return !relative.empty() && *relative.begin() != "..";
}

// By place, each once. They are many and large, so only pointers are sorted.
model::Mentions in_order(model::Mentions mentions) {
  std::vector<model::Mention*> order;
  order.reserve(mentions.size());
  for (auto& one : mentions) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(), [](auto* a, auto* b) { return std::tie(a->span, a->what) < std::tie(b->span, b->what); });
  const auto same = [](auto* a, auto* b) { return a->span == b->span && a->what == b->what; };
  order.erase(std::unique(order.begin(), order.end(), same), order.end());
  model::Mentions out;
  out.reserve(order.size());
  for (auto* one : order) out.push_back(std::move(*one));
  return out;
}

}  // namespace

void Workspace::add_folder(const fs::path& folder) {
  const auto root = (folder / api::default_rules(folder, {})).lexically_normal();
  if (!roots_.insert(root).second) return;
  source::Diagnostics unreadable;
  for (const auto& path : api::files_under(root, ".law", unreadable))
    if (!documents_.contains(path.generic_string())) reread(path.generic_string());
}

// A text that belongs to no rules: what lies below its folder may be a whole home.
void Workspace::add_neighbours(const fs::path& folder) {
  if (!roots_.insert(folder).second) return;
  std::error_code error;
  for (auto entry = fs::directory_iterator{folder, error}; !error && entry != fs::directory_iterator{}; entry.increment(error))
    if (is_rule_file(entry->path()) && !documents_.contains(entry->path().generic_string())) reread(entry->path().generic_string());
}

void Workspace::open(const std::string& path, std::string text) {
  const fs::path file{path};
  const bool known = std::any_of(roots_.begin(), roots_.end(), [&](const auto& root) { return inside(file, root); });
  if (file.is_absolute() && !known) {
    const auto folder = file.parent_path();
    if (api::default_rules(folder, {}).empty()) add_neighbours(folder);
    else add_folder(folder);
  }
  set_text(path, std::move(text), true);
}

void Workspace::change(const std::string& path, std::string text) { set_text(path, std::move(text), true); }

void Workspace::close(const std::string& path) {
  const auto it = documents_.find(path);
  if (it == documents_.end()) return;
  it->second.open = false;
  reread(path);
}

void Workspace::reread(const std::string& path) {
  if (const auto it = tables_.find(path); it != tables_.end()) {
    if (auto text = text_on_disk(path)) sources_.replace(it->second, std::move(*text));
    dirty_ = true;
  }
  if (!is_rule_file(path)) return;
  const auto it = documents_.find(path);
  if (it != documents_.end() && it->second.open) return;
  if (auto text = text_on_disk(path)) return set_text(path, std::move(*text), false);
  dirty_ = documents_.erase(path) > 0 || dirty_;
}

void Workspace::set_text(const std::string& path, std::string text, bool open) {
  auto& document = documents_[path];
  document.open = open;
  const bool known = document.file.valid();
  if (known && sources_[document.file].text == text) return;
  if (known) sources_.replace(document.file, std::move(text));
  else document.file = sources_.add(path, std::move(text));
  parse(document);
  dirty_ = true;
}

void Workspace::parse(Document& document) {
  source::Diagnostics diagnostics;
  document.tree = syntax::parse_file(sources_, document.file, diagnostics);
  document.mistakes = diagnostics.items();
}

std::optional<source::FileId> Workspace::table(source::FileId beside, const std::string& name) {
  const auto path = (fs::path{sources_[beside].path}.parent_path() / name).lexically_normal().generic_string();
  if (const auto it = tables_.find(path); it != tables_.end()) return it->second;
  const auto file = api::read_file(sources_, path);
  if (file) tables_.emplace(path, *file);
  return file;
}

void Workspace::refresh() {
  if (!dirty_) return;
  dirty_ = false;
  ++revision_;
  std::vector<syntax::File> files;
  for (auto& [path, document] : documents_) files.push_back(std::move(document.tree));
  source::Diagnostics diagnostics;
  mentions_.clear();
  replaced_ = std::move(library_);
  library_ = model::bind(
      files, sources_, [this](auto beside, const auto& name) { return table(beside, name); }, diagnostics, &mentions_);
  auto tree = files.begin();
  for (auto& [path, document] : documents_) document.tree = std::move(*tree++);
  mentions_ = in_order(std::move(mentions_));
  found_ = diagnostics.items();
  judged_.clear();
}

void Workspace::judge(const std::string& path) {
  refresh();
  const auto* document = find(path);
  if (document == nullptr || has_mistakes()) return;
  library_.rates = api::newest_rates({roots_.begin(), roots_.end()});
  judged_[document->file] = api::validate_file(library_, document->file).items();
  ++revision_;
}

bool Workspace::has_mistakes() const {
  const auto grave = [](const auto& list) {
    return std::any_of(list.begin(), list.end(), [](const auto& one) { return source::level(one.code) == source::Level::error; });
  };
  return grave(found_) || std::any_of(documents_.begin(), documents_.end(), [&](const auto& one) { return grave(one.second.mistakes); });
}

const Document* Workspace::find(const std::string& path) const {
  const auto it = documents_.find(path);
  return it == documents_.end() ? nullptr : &it->second;
}

std::map<std::string, std::vector<source::Diagnostic>> Workspace::diagnostics() const {
  std::map<source::FileId, source::Diagnostics> by_file;
  for (const auto& one : found_) by_file[one.span.file].add(one);
  for (const auto& [file, list] : judged_)
    for (const auto& one : list) by_file[one.span.file].add(one);
  std::map<std::string, std::vector<source::Diagnostic>> out;
  for (const auto& [path, document] : documents_) {
    auto& all = by_file[document.file];
    for (const auto& one : document.mistakes) all.add(one);
    out.emplace(path, all.sorted());
  }
  return out;
}

const model::Mention* Workspace::mention_at(source::FileId file, std::uint32_t offset) const {
  const auto before = [&](const model::Mention& mention) {
    return std::pair{mention.span.file, mention.span.begin} <= std::pair{file, offset};
  };
  auto it = std::partition_point(mentions_.begin(), mentions_.end(), before);
  const model::Mention* found = nullptr;
  while (it != mentions_.begin()) {
    --it;
    if (it->span.file != file) break;
    if (it->span.end >= offset && (found == nullptr || it->span.end < found->span.end)) found = &*it;
    if (it->span.end < offset) break;
  }
  return found;
}

std::vector<const model::Mention*> Workspace::same(const model::Mention& mention) const {
  std::vector<const model::Mention*> out;
  for (const auto& one : mentions_)
    if (one.what == mention.what && one.name == mention.name) out.push_back(&one);
  std::stable_partition(out.begin(), out.end(), [](const auto* one) { return one->declares; });
  return out;
}

}  // namespace isonomy::server
