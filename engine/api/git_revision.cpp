// SPDX-License-Identifier: Apache-2.0
#include "api/git_revision.h"

#include <fmt/format.h>
#include <git2.h>

#include <algorithm>
#include <set>

#include "api/files.h"
#include "base/limits.h"
#include "source/codes.h"

namespace isonomy::api {
namespace {

namespace fs = std::filesystem;
using source::Code;

template <class T, void (*close)(T*)>
struct Closer {
  void operator()(T* held) const { close(held); }
};
template <class T, void (*close)(T*)>
using Held = std::unique_ptr<T, Closer<T, close>>;
using Repository = Held<git_repository, git_repository_free>;
using Object = Held<git_object, git_object_free>;
using Tree = Held<git_tree, git_tree_free>;
using Entry = Held<git_tree_entry, git_tree_entry_free>;
using Blob = Held<git_blob, git_blob_free>;
using Store = Held<git_odb, git_odb_free>;

constexpr int longest_chain = 32;  // of links that lead to links

void begin_git() {
  static const int users = git_libgit2_init();
  static_cast<void>(users);
}

// What git says beyond "not found", such as that somebody else owns the folder.
std::string reason(int code) {
  const auto* error = git_error_last();
  return code == GIT_ENOTFOUND || error == nullptr || error->message == nullptr ? std::string{} : fmt::format(": {}", error->message);
}

/// Something that git gave, or why it did not.
template <class T>
struct Given {
  T held;
  int code = 0;
};

Given<Repository> repository_of(const fs::path& folder) {
  begin_git();
  git_repository* out = nullptr;
  const int code = git_repository_open_ext(&out, folder.c_str(), 0, nullptr);
  return {Repository{out}, code};
}

Given<Object> object_named(git_repository* repository, const std::string& name) {
  git_object* out = nullptr;
  const int code = git_revparse_single(&out, repository, name.c_str());
  return {Object{out}, code};
}

// Of a commit, of a tag, or the tree itself.
Tree tree_of(git_repository* repository, const git_object& object) {
  git_object* peeled = nullptr;
  if (git_object_peel(&peeled, &object, GIT_OBJECT_TREE) != 0) return {};
  const Object held{peeled};
  git_tree* out = nullptr;
  git_tree_lookup(&out, repository, git_object_id(peeled));
  return Tree{out};
}

bool outside(const fs::path& path) { return path.is_absolute() || (!path.empty() && *path.begin() == ".."); }

class Revision final : public Shelf {
 public:
  Revision(Repository repository, Tree tree, std::string name)
      : repository_{std::move(repository)}, tree_{std::move(tree)}, prefix_{std::move(name) + ":"} {}

  bool has_folder(const fs::path& path) const override { return folder_at(path).has_value(); }

  std::vector<fs::path> files_under(const fs::path& root, std::string_view extension, source::Diagnostics& diagnostics) const override {
    Walk walk{extension, diagnostics, {}, {}};
    const auto folder = folder_at(root);
    if (folder) gather(*folder, walk);
    else if (entry_at(root)) walk.files.push_back(root);
    else if (!absent(root)) report_unreadable(shown(root), diagnostics);
    std::sort(walk.files.begin(), walk.files.end());
    return walk.files;
  }

  std::optional<source::FileId> read_file(source::SourceMap& sources, const fs::path& path) const override {
    const auto real = real_path(path);
    const auto entry = real ? entry_at(*real) : Entry{};
    if (!entry || git_tree_entry_type(entry.get()) != GIT_OBJECT_BLOB) return std::nullopt;
    auto text = text_of(*git_tree_entry_id(entry.get()));
    if (!text) return std::nullopt;
    return sources.add(shown(path.lexically_normal()), std::move(*text));
  }

  std::string shown(const fs::path& path) const override { return prefix_ + (path == "." ? std::string{} : path.generic_string()); }
  fs::path path_of(const std::string& shown) const override { return shown.substr(prefix_.size()); }

 private:
  struct Walk {
    std::string_view extension;
    source::Diagnostics& diagnostics;
    std::vector<fs::path> files;
    std::set<fs::path> folders;  // each once: links may lead in a circle
  };

  // Whether nothing is there. A folder that git cannot read is there.
  bool absent(const fs::path& path) const {
    fs::path folder;
    for (const auto& name : path.lexically_normal()) {
      const auto tree = tree_at(folder);
      if (tree && git_tree_entry_byname(tree.get(), name.c_str()) == nullptr) return true;
      folder /= name;
    }
    return false;
  }

  Entry entry_at(const fs::path& path) const {
    git_tree_entry* out = nullptr;
    git_tree_entry_bypath(&out, tree_.get(), path.lexically_normal().generic_string().c_str());
    return Entry{out};
  }

  // Where a path leads in the end, links followed; nothing if that is not in this version.
  std::optional<fs::path> real_path(fs::path path) const {
    for (int step = 0; step < longest_chain; ++step) {
      path = path.lexically_normal();
      if (outside(path)) return std::nullopt;
      const auto entry = entry_at(path);
      if (!entry) return std::nullopt;
      if (git_tree_entry_filemode(entry.get()) != GIT_FILEMODE_LINK) return path;
      path = path.parent_path() / text_of(*git_tree_entry_id(entry.get())).value_or("/");
    }
    return std::nullopt;
  }

  // The folder itself, or the one to which a link leads; empty for the whole version.
  std::optional<fs::path> folder_at(const fs::path& path) const {
    const auto normal = path.lexically_normal();
    if (normal.empty() || normal == ".") return fs::path{};
    auto real = real_path(normal);
    const auto entry = real ? entry_at(*real) : Entry{};
    if (!entry || git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE) return std::nullopt;
    return real;
  }

  Tree tree_at(const fs::path& folder) const {
    git_tree* out = nullptr;
    if (folder.empty()) git_tree_dup(&out, tree_.get());
    else if (const auto entry = entry_at(folder)) git_tree_lookup(&out, repository_.get(), git_tree_entry_id(entry.get()));
    return Tree{out};
  }

  // What cannot be read is said: rules that are skipped in silence would count as no rules.
  void gather(const fs::path& folder, Walk& walk) const {
    if (!walk.folders.insert(folder).second) return;
    const auto tree = tree_at(folder);
    if (!tree) return report_unreadable(shown(folder), walk.diagnostics);
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
      const auto* entry = git_tree_entry_byindex(tree.get(), i);
      take(folder / git_tree_entry_name(entry), *entry, walk);
    }
  }

  void take(const fs::path& path, const git_tree_entry& entry, Walk& walk) const {
    const bool wanted = path.extension() == walk.extension;
    const bool link = git_tree_entry_filemode(&entry) == GIT_FILEMODE_LINK;
    if (git_tree_entry_type(&entry) == GIT_OBJECT_COMMIT) return report_unreadable(shown(path), walk.diagnostics);
    if (git_tree_entry_type(&entry) == GIT_OBJECT_TREE) return gather(path, walk);
    if (!link && wanted) walk.files.push_back(path);
    if (!link) return;
    const auto real = real_path(path);
    const auto folder = real ? folder_at(*real) : std::nullopt;
    if (folder) gather(*folder, walk);
    else if (real && wanted) walk.files.push_back(path);
    else if (!real) report_unreadable(shown(path), walk.diagnostics);
  }

  // A text over the limit is not taken from the store: the check on bytes sees that it is too large.
  std::optional<std::string> text_of(const git_oid& id) const {
    git_odb* store = nullptr;
    if (git_repository_odb(&store, repository_.get()) != 0) return std::nullopt;
    const Store held{store};
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (git_odb_read_header(&size, &type, store, &id) != 0) return std::nullopt;
    if (size > base::limits::file_bytes) return std::string(base::limits::file_bytes + 1, '\n');
    git_blob* blob = nullptr;
    if (git_blob_lookup(&blob, repository_.get(), &id) != 0) return std::nullopt;
    const Blob kept{blob};
    return std::string{static_cast<const char*>(git_blob_rawcontent(blob)), size};
  }

  Repository repository_;
  Tree tree_;
  std::string prefix_;
};

void not_in_repository(const fs::path& folder, const std::string& revision, int code, source::Diagnostics& diagnostics) {
  diagnostics.add(
      Code::not_in_repository, {},
      fmt::format("`{}` is in no git repository, and there is no folder `{}`{}", folder.generic_string(), revision, reason(code)),
      "let --base be a folder with the other version, or run this in a repository");
}

// Where a folder of the work tree stands in the repository.
std::optional<fs::path> place_in(git_repository* repository, const fs::path& folder) {
  const auto* work = git_repository_workdir(repository);
  std::error_code error;
  const auto top = work == nullptr ? fs::path{} : fs::canonical(work, error);
  const auto there = fs::weakly_canonical(folder, error);
  if (work == nullptr || error) return std::nullopt;
  auto out = there.lexically_relative(top);
  return outside(out) ? std::nullopt : std::optional{std::move(out)};
}

}  // namespace

bool is_revision(const fs::path& folder, const std::string& name) {
  const auto repository = repository_of(folder).held;
  return repository && object_named(repository.get(), name).held;
}

GitVersion open_revision(const std::vector<fs::path>& folders, const std::string& revision, source::Diagnostics& diagnostics) {
  GitVersion out;
  auto repository = repository_of(folders.front());
  for (const auto& folder : folders) {
    const auto place = repository.held ? place_in(repository.held.get(), folder) : std::nullopt;
    if (!place) {
      not_in_repository(folder, revision, repository.code, diagnostics);
      return {};
    }
    out.roots.push_back(*place);
  }
  const auto object = object_named(repository.held.get(), revision);
  auto tree = object.held ? tree_of(repository.held.get(), *object.held) : Tree{};
  if (!tree) {
    diagnostics.add(Code::unknown_revision, {}, fmt::format("the repository has no revision `{}`{}", revision, reason(object.code)),
                    "name a branch, a tag or a commit; a clone may have to fetch it first, as with `git fetch origin main`");
    return {};
  }
  out.shelf = std::make_unique<Revision>(std::move(repository.held), std::move(tree), revision);
  return out;
}

}  // namespace isonomy::api
