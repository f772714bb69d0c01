// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/library.h"
#include "model/mention.h"
#include "source/diagnostic.h"
#include "syntax/ast.h"

namespace isonomy::server {

/// One rule file: as it is on the disk, or as it stands in the editor.
struct Document {
  source::FileId file;
  syntax::File tree;
  std::vector<source::Diagnostic> mistakes;  ///< of form
  bool open = false;
};

/// The rule files around an editor, open texts in the place of what is on the disk, and what they mean together.
class Workspace {
 public:
  /// Reads the rule files of a folder: those of the nearest `rulesets` in or above it, else its own.
  void add_folder(const std::filesystem::path& folder);
  void open(const std::string& path, std::string text);
  void change(const std::string& path, std::string text);
  /// Back to what is on the disk, if anything is.
  void close(const std::string& path);
  /// A file on the disk is new, changed or gone; open texts stay.
  void reread(const std::string& path);

  /// Binds everything again if something changed. Cost: the changed files are parsed again, all are bound again.
  void refresh();

  /// Asks what exact reasoning finds in the rules of a file, until something changes. Nothing while there are mistakes. Cost: see `api::validate_file`.
  void judge(const std::string& path);

  /// Gives back the memory of what was bound before: work that nobody need wait for.
  void rest() { replaced_ = {}; }

  /// How often everything was bound or judged.
  std::uint64_t revision() const { return revision_; }
  const source::SourceMap& sources() const { return sources_; }
  const model::Library& library() const { return library_; }
  const std::map<std::string, Document>& documents() const { return documents_; }
  const Document* find(const std::string& path) const;
  /// All names, in the order of their places.
  const model::Mentions& mentions() const { return mentions_; }
  /// The mistakes of each rule file; files without any have an empty list.
  std::map<std::string, std::vector<source::Diagnostic>> diagnostics() const;
  /// What is named at that place.
  const model::Mention* mention_at(source::FileId file, std::uint32_t offset) const;
  /// Everywhere the same thing is named; its declaration first.
  std::vector<const model::Mention*> same(const model::Mention& mention) const;

 private:
  void add_neighbours(const std::filesystem::path& folder);
  void set_text(const std::string& path, std::string text, bool open);
  void parse(Document& document);
  bool has_mistakes() const;
  std::optional<source::FileId> table(source::FileId beside, const std::string& name);

  std::set<std::filesystem::path> roots_;
  source::SourceMap sources_;
  std::map<std::string, Document> documents_;
  std::map<std::string, source::FileId> tables_;
  model::Library library_;
  model::Library replaced_;
  model::Mentions mentions_;
  std::vector<source::Diagnostic> found_;                             ///< while binding
  std::map<source::FileId, std::vector<source::Diagnostic>> judged_;  ///< of what is bound, by the file that was judged
  bool dirty_ = false;
  std::uint64_t revision_ = 0;
};

}  // namespace isonomy::server
