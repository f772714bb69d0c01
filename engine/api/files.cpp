// SPDX-License-Identifier: Apache-2.0
#include "api/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>

#include "api/shelf.h"
#include "base/limits.h"
#include "source/codes.h"

namespace isonomy::api {
namespace {

namespace fs = std::filesystem;
using source::Code;

void report_unwritable(const fs::path& path, std::string_view why, source::Diagnostics& diagnostics) {
  diagnostics.add(Code::unwritable_file, {}, fmt::format("`{}` cannot be written: {}", path.generic_string(), why),
                  "check the folder, its permissions and the space left");
}

// A file beside its final place that is gone again unless it is put there.
class Draft {
 public:
  explicit Draft(const fs::path& folder) : name_{(folder / ".isonomy-XXXXXX").string()}, descriptor_{mkostemp(name_.data(), O_CLOEXEC)} {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (descriptor_ < 0) return;
    close(descriptor_);
    unlink(name_.c_str());
  }

  bool write(std::string_view text, mode_t mode) const {
    while (descriptor_ >= 0 && !text.empty()) {
      const auto written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno != EINTR) return false;
      if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return descriptor_ >= 0 && fchmod(descriptor_, mode) == 0 && fsync(descriptor_) == 0;
  }
  bool become(const fs::path& path) const { return link(name_.c_str(), path.c_str()) == 0; }
  bool replace(const fs::path& path) const { return rename(name_.c_str(), path.c_str()) == 0; }

 private:
  std::string name_;
  int descriptor_;
};

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path{"."}; }

// Without this the new name may be lost with the power.
void sync_folder(const fs::path& folder) {
  const auto descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  fsync(descriptor);
  close(descriptor);
}

struct Gathered {
  std::vector<fs::path> files;
  std::set<fs::path> folders;  // each once: links may lead in a circle
};

// What cannot be read is said: rules that are skipped in silence would count as no rules.
void gather(const fs::path& folder, std::string_view extension, Gathered& gathered, source::Diagnostics& diagnostics) {
  std::error_code error;
  if (!gathered.folders.insert(fs::canonical(folder, error)).second) return;
  auto entry = fs::directory_iterator{folder, error};
  for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
    std::error_code ignored;
    const auto& path = entry->path();
    if (entry->is_directory(ignored)) gather(path, extension, gathered, diagnostics);
    else if (path.extension() == extension && entry->is_regular_file(ignored)) gathered.files.push_back(path);
    else if (path.extension() == extension) report_unreadable(path, diagnostics);
  }
  if (error) report_unreadable(folder, diagnostics);
}

mode_t usual_mode() {
  const auto mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

std::vector<fs::path> files_under(const fs::path& root, std::string_view extension, source::Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::exists(root, error)) {
    report_unreadable(root, diagnostics);
    return {};
  }
  if (!fs::is_directory(root)) return {root};
  Gathered gathered;
  gather(root, extension, gathered, diagnostics);
  std::sort(gathered.files.begin(), gathered.files.end());
  return gathered.files;
}

std::vector<fs::path> files_under(const Shelf& shelf, const std::vector<fs::path>& roots, std::string_view extension,
                                  source::Diagnostics& diagnostics) {
  std::vector<fs::path> out;
  for (const auto& root : roots)
    for (auto& path : shelf.files_under(root, extension, diagnostics)) out.push_back(std::move(path));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<fs::path> files_under(const std::vector<fs::path>& roots, std::string_view extension, source::Diagnostics& diagnostics) {
  return files_under(disk(), roots, extension, diagnostics);
}

std::optional<source::FileId> read_file(source::SourceMap& sources, const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  std::ifstream stream{path, std::ios::binary};
  if (error || !stream) return std::nullopt;
  // A file over the limit is cut one byte beyond it, so that the check on bytes sees that it is too large without reading it all.
  std::string text(std::min<std::uintmax_t>(size, base::limits::file_bytes + 1), '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return sources.add(path.lexically_normal().generic_string(), std::move(text));
}

namespace {

class Disk final : public Shelf {
 public:
  bool has_folder(const fs::path& path) const override {
    std::error_code error;
    return fs::is_directory(path, error);
  }
  std::vector<fs::path> files_under(const fs::path& root, std::string_view extension, source::Diagnostics& diagnostics) const override {
    return api::files_under(root, extension, diagnostics);
  }
  std::optional<source::FileId> read_file(source::SourceMap& sources, const fs::path& path) const override {
    return api::read_file(sources, path);
  }
  std::string shown(const fs::path& path) const override { return path.generic_string(); }
  fs::path path_of(const std::string& shown) const override { return shown; }
};

}  // namespace

const Shelf& disk() {
  static const Disk out;
  return out;
}

bool lies_under(const fs::path& path, const fs::path& root) {
  std::error_code error;
  const auto inner = fs::weakly_canonical(path, error);
  const auto outer = fs::weakly_canonical(root, error);
  return !error && std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

void report_unreadable(const fs::path& path, source::Diagnostics& diagnostics) {
  diagnostics.add(Code::unreadable_file, {}, fmt::format("`{}` cannot be read", path.generic_string()),
                  "check the path and its permissions");
}

bool replace_file(const fs::path& path, std::string_view text, source::Diagnostics& diagnostics) {
  constexpr mode_t of_new_file = 0644;
  std::error_code error;
  const bool fresh = !fs::exists(path);
  const auto target = fresh ? fs::absolute(path, error) : fs::canonical(path, error);
  struct stat status {};
  const bool there = !error && (fresh || (stat(target.c_str(), &status) == 0 && access(target.c_str(), W_OK) == 0));
  const Draft draft{folder_of(target)};
  if (there && draft.write(text, fresh ? of_new_file : status.st_mode & 07777) && draft.replace(target)) {
    sync_folder(folder_of(target));
    return true;
  }
  report_unwritable(path, error ? error.message() : std::strerror(errno), diagnostics);
  return false;
}

bool create_file(const fs::path& path, std::string_view text, source::Diagnostics& diagnostics) {
  std::error_code error;
  fs::create_directories(folder_of(path), error);
  const Draft draft{folder_of(path)};
  if (!error && draft.write(text, usual_mode()) && draft.become(path)) {
    sync_folder(folder_of(path));
    return true;
  }
  if (!error && errno == EEXIST)
    diagnostics.add(Code::file_exists, {}, fmt::format("`{}` is there already", path.generic_string()), "edit it, or choose another name");
  else report_unwritable(path, error ? error.message() : std::strerror(errno), diagnostics);
  return false;
}

}  // namespace isonomy::api
