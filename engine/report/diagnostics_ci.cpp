// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/diagnostics.h"
#include "report/excerpt.h"
#include "report/markup.h"
#include "source/level.h"

namespace isonomy::report {
namespace {

using source::Diagnostic;

std::string witness_text(const Diagnostic& one) {
  std::string out;
  for (const auto& [fact, value] : one.witness) out += fmt::format("{}{} = {}", out.empty() ? "For example: " : ", ", fact, value);
  return out;
}

std::string remarks(const source::SourceMap& sources, const Diagnostic& one) {
  std::string out;
  if (one.span.file.valid()) out += place_text(sources, one.span) + "\n";
  if (!one.help.empty()) out += "Help: " + one.help + "\n";
  for (const auto& related : one.related)
    out += related.message + (related.span.file.valid() ? ": " + place_text(sources, related.span) : "") + "\n";
  if (!one.witness.empty()) out += witness_text(one) + "\n";
  return out;
}

// What a workflow command of GitHub cannot hold as it is.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else out += c;
  }
  return out;
}

std::string place_properties(const source::SourceMap& sources, source::Span span) {
  if (!span.file.valid()) return {};
  const auto begin = sources.place(span.file, span.begin);
  const auto end = sources.place(span.file, span.end);
  return fmt::format("file={},line={},col={},endLine={},endColumn={},", escaped(sources[span.file].path, true), begin.line, begin.column,
                     end.line, end.column);
}

std::string case_xml(const source::SourceMap& sources, const std::string& file, const Diagnostic& one) {
  const auto place = one.span.file.valid() ? sources.place(one.span.file, one.span.begin) : source::Place{};
  const auto code = to_text(one.code);
  return fmt::format(
      "    <testcase classname=\"{0}\" name=\"{1} at {2}:{3}\" file=\"{0}\" line=\"{2}\">\n"
      "      <failure type=\"{1}\" message=\"{4}\">{5}</failure>\n    </testcase>\n",
      xml_escaped(file), code, place.line, place.column, xml_escaped(one.message), xml_escaped(remarks(sources, one)));
}

}  // namespace

std::string diagnostics_github(const source::SourceMap& sources, const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const auto& one : diagnostics) {
    const auto level = source::level(one.code);
    const auto kind = level == source::Level::note ? "notice" : source::name_of(level);
    out += fmt::format("::{} {}title={}::{}\n", kind, place_properties(sources, one.span), to_text(one.code),
                       escaped(one.message + "\n" + remarks(sources, one), false));
  }
  return out;
}

std::string diagnostics_junit(const source::SourceMap& sources, const std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::vector<std::string>> cases;
  for (const auto& file : sources.files()) cases[file.path];
  for (const auto& one : diagnostics) {
    const auto file = one.span.file.valid() ? sources[one.span.file].path : std::string{"command line"};
    cases[file].push_back(case_xml(sources, file, one));
  }
  std::string body;
  std::size_t tests = 0;
  for (auto& [file, texts] : cases) {
    if (texts.empty())
      texts.push_back(fmt::format("    <testcase classname=\"{0}\" name=\"no mistakes\" file=\"{0}\"/>\n", xml_escaped(file)));
    for (const auto& text : texts) body += text;
    tests += texts.size();
  }
  const auto counts = fmt::format("tests=\"{}\" failures=\"{}\"", tests, diagnostics.size());
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {0}>\n  <testsuite name=\"isonomy validate\" {0}>\n{1}  </testsuite>\n"
      "</testsuites>\n",
      counts, body);
}

}  // namespace isonomy::report
