// SPDX-License-Identifier: Apache-2.0
#include "source/csv.h"

namespace isonomy::source {
namespace {

class Reader {
 public:
  Reader(std::string_view text, FileId file) : text_{text}, file_{file} {}

  std::vector<Row> rows() {
    std::vector<Row> out;
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size()) {
      Row row = line();
      if (row.size() > 1 || !row[0].text.empty()) out.push_back(std::move(row));
    }
    return out;
  }

 private:
  Row line() {
    Row row;
    row.push_back(field());
    while (at_ < text_.size() && text_[at_] == ',') {
      ++at_;
      row.push_back(field());
    }
    while (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size()) ++at_;
    return row;
  }

  Field field() {
    const auto begin = at_;
    std::string out;
    if (at_ < text_.size() && text_[at_] == '"') out = quoted();
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') out += text_[at_++];
    return {std::move(out), {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}};
  }

  std::string quoted() {
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"' && text_.substr(at_ + 1, 1) != "\"") break;
      if (text_[at_] == '"') ++at_;
      out += text_[at_];
    }
    if (at_ < text_.size()) ++at_;
    return out;
  }

  std::string_view text_;
  FileId file_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Row> read_csv(const SourceMap& sources, FileId file) { return Reader{sources[file].text, file}.rows(); }

}  // namespace isonomy::source
