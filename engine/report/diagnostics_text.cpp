// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/diagnostics.h"
#include "report/excerpt.h"
#include "source/level.h"

namespace isonomy::report {
namespace {

using source::Diagnostic;
using source::Level;
using source::Span;

class Printer {
 public:
  Printer(const source::SourceMap& sources, bool colour) : sources_{sources}, paint_{colour} {}

  std::string print(const Diagnostic& one) {
    const bool error = level(one.code) == Level::error;
    const auto head = fmt::format("{}[{}]", name_of(level(one.code)), to_text(one.code));
    out_ = fmt::format("{}{}\n", error ? paint_.red(head) : paint_.yellow(head), paint_.bold(": " + shown(one.message)));
    gutter_ = gutter_width(one);
    if (one.span.file.valid()) place(one.span, error);
    for (const auto& related : one.related) note(related);
    if (!one.help.empty()) remark("help", shown(one.help));
    if (!one.witness.empty()) remark("for example", witness(one));
    return std::move(out_);
  }

 private:
  std::size_t gutter_width(const Diagnostic& one) const {
    std::size_t out = 1;
    const auto count = [&](Span span) {
      if (span.file.valid()) out = std::max(out, std::to_string(sources_.place(span.file, span.begin).line).size());
    };
    count(one.span);
    for (const auto& related : one.related) count(related.span);
    return out;
  }

  std::string margin(std::string_view sign) const { return std::string(gutter_, ' ') + paint_.blue(sign); }

  void place(Span span, bool error) {
    const auto found = excerpt(sources_, span);
    const std::string caret(found.length, '^');
    out_ += fmt::format("{} {}\n", margin("-->"), place_text(sources_, span));
    out_ += fmt::format("{}\n{} {}\n", margin(" |"), paint_.blue(fmt::format("{:>{}} |", found.number, gutter_)), found.line);
    out_ += fmt::format("{} {}{}\n", margin(" |"), std::string(found.indent, ' '), error ? paint_.red(caret) : paint_.yellow(caret));
  }

  void note(const source::Related& related) {
    remark("note", shown(related.message));
    if (!related.span.file.valid()) return;
    const auto found = excerpt(sources_, related.span);
    out_ += fmt::format("{} {}\n", margin("-->"), place_text(sources_, related.span));
    out_ += fmt::format("{} {}\n", paint_.blue(fmt::format("{:>{}} |", found.number, gutter_)), found.line);
    out_ += fmt::format("{} {}{}\n", margin(" |"), std::string(found.indent, ' '), paint_.blue(std::string(found.length, '-')));
  }

  void remark(std::string_view kind, std::string_view text) { out_ += fmt::format("{} {}: {}\n", margin(" ="), paint_.bold(kind), text); }

  static std::string witness(const Diagnostic& one) {
    std::vector<std::string> facts;
    for (const auto& [fact, value] : one.witness) facts.push_back(shown(fmt::format("{} = {}", fact, value)));
    return fmt::format("{}", fmt::join(facts, ", "));
  }

  const source::SourceMap& sources_;
  Paint paint_;
  std::string out_;
  std::size_t gutter_ = 1;
};

std::string counted(std::ptrdiff_t count, std::string_view what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); }

std::string totals(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> parts;
  for (const auto each : {Level::error, Level::warning, Level::note}) {
    const auto found = std::count_if(diagnostics.begin(), diagnostics.end(), [&](const auto& d) { return level(d.code) == each; });
    if (found > 0) parts.push_back(counted(found, name_of(each)));
  }
  return parts.empty() ? "no errors, no warnings\n" : fmt::format("{}\n", fmt::join(parts, ", "));
}

}  // namespace

std::string fingerprint(const source::SourceMap& sources, const Diagnostic& one) {
  const auto file = one.span.file.valid() ? shown(sources[one.span.file].path) : std::string{"-"};
  return fmt::format("{}\t{}\t{}", to_text(one.code), file, shown(one.message));
}

std::string diagnostics_text(const source::SourceMap& sources, const std::vector<Diagnostic>& diagnostics, bool colour) {
  std::string out;
  for (const auto& one : diagnostics) out += Printer{sources, colour}.print(one) + "\n";
  return out + totals(diagnostics);
}

}  // namespace isonomy::report
