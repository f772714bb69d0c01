// SPDX-License-Identifier: Apache-2.0
// The wall around the parser generator: nothing of it is visible outside this file.
#include <antlr4-runtime.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

#include "IsonomyLexer.h"
#include "IsonomyParser.h"
#include "base/limits.h"
#include "syntax/parse_tree.h"
#include "syntax/token.h"

namespace isonomy::syntax {
namespace {

using Lexer = IsonomyLexer;
using Parser = IsonomyParser;
using source::Span;

const TokenTypes& token_types() {
  static const TokenTypes types{
      Lexer::LEFT_BRACE, Lexer::RIGHT_BRACE, Lexer::LEFT_PAREN, Lexer::RIGHT_PAREN, Lexer::COMMA, Lexer::EQUAL, Lexer::COLON,
      Lexer::INTEGER, Lexer::DATE, Lexer::STRING, Lexer::WORD, Lexer::BAD_DATE, Lexer::THOUSANDS, Lexer::OPEN_STRING,
      Lexer::FULL_WIDTH, Lexer::OTHER, Lexer::RULE, Lexer::COMMITMENT, Lexer::TABLE, Lexer::EXPECT, Lexer::CLASH, Lexer::ROUTE,
      Lexer::EXAMPLE, Lexer::SET, Lexer::CHARGE, Lexer::NO, Lexer::POSSIBLE,
      {Lexer::DOMAIN, Lexer::ENUM, Lexer::SCALE, Lexer::MEASURE, Lexer::JURISDICTION, Lexer::BLOC, Lexer::RULESET, Lexer::CLASH,
       Lexer::CHARGE, Lexer::LINK, Lexer::ROUTE, Lexer::EXAMPLE}};
  return types;
}

bool is_name(std::size_t type) {
  return type == Lexer::WORD || type == Lexer::CAPITALS || (type >= Lexer::FACT && type <= Lexer::POSSIBLE);
}

// The generator counts code points; spans count bytes.
std::vector<std::uint32_t> byte_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  offsets.reserve(text.size() + 1);
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets.push_back(i);
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

std::vector<Token> lex(source::FileId file, std::string_view text) {
  antlr4::ANTLRInputStream input{std::string{text}};
  Lexer lexer{&input};
  lexer.removeErrorListeners();
  const auto offsets = byte_offsets(text);
  // A leading byte-order mark is dropped by the stream, so its positions are one short.
  const std::size_t shift = text.starts_with("\xEF\xBB\xBF") ? 1 : 0;
  std::vector<Token> tokens;
  for (auto token = lexer.nextToken(); token->getType() != antlr4::Token::EOF; token = lexer.nextToken()) {
    const Span span{file, offsets[token->getStartIndex() + shift], offsets[token->getStopIndex() + 1 + shift]};
    tokens.push_back({token->getType(), text.substr(span.begin, span.end - span.begin), span});
  }
  return tokens;
}

// Hands the mended words to the parser; a word's index in `words` is its token index.
std::vector<std::unique_ptr<antlr4::Token>> as_generator_tokens(const std::vector<Token>& words) {
  std::vector<std::unique_ptr<antlr4::Token>> out;
  out.reserve(words.size() + 1);
  for (const auto& word : words) {
    auto token = std::make_unique<antlr4::CommonToken>(word.type, std::string{word.text});
    token->setStartIndex(word.span.begin);
    token->setStopIndex(word.span.end);
    out.push_back(std::move(token));
  }
  out.push_back(std::make_unique<antlr4::CommonToken>(antlr4::Token::EOF));
  return out;
}

std::string shown(std::size_t type) {
  if (type == antlr4::Token::EOF) return "the end of the file";
  if (is_name(type)) return "a name";
  if (type == Lexer::STRING) return "a quoted text";
  if (type == Lexer::INTEGER || type == Lexer::DECIMAL) return "a number";
  if (type == Lexer::DATE) return "a date";
  static const std::array<std::pair<std::size_t, std::string_view>, 4> units{
      {{Lexer::HOURS, "`hours`"}, {Lexer::DAYS, "`days`"}, {Lexer::MONTHS, "`months`"}, {Lexer::YEARS, "`years`"}}};
  for (const auto& [unit, name] : units)
    if (unit == type) return std::string{name};
  static const antlr4::dfa::Vocabulary vocabulary = [] {
    antlr4::ANTLRInputStream nothing;
    return Lexer{&nothing}.getVocabulary();
  }();
  auto literal = vocabulary.getLiteralName(type);
  std::replace(literal.begin(), literal.end(), '\'', '`');
  return literal;
}

// Recovery that keeps one mistake to one message: it skips whole braces and stops at a clause word, a closing brace, or a name that
// opens a new line.
class Strategy : public antlr4::DefaultErrorStrategy {
 public:
  Strategy(const std::vector<Token>& words, const source::SourceMap& sources, source::Diagnostics& diagnostics,
           std::function<void()> mistake)
      : words_{words}, sources_{sources}, diagnostics_{diagnostics}, mistake_{std::move(mistake)} {}

  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override {
    if (inErrorRecoveryMode(parser)) return;
    beginErrorCondition(parser);
    report(parser, error.getOffendingToken());
  }

 protected:
  void reportUnwantedToken(antlr4::Parser* parser) override {
    if (inErrorRecoveryMode(parser)) return;
    beginErrorCondition(parser);
    report(parser, parser->getCurrentToken());
  }
  void reportMissingToken(antlr4::Parser* parser) override { reportUnwantedToken(parser); }

  void consumeUntil(antlr4::Parser* parser, const antlr4::misc::IntervalSet& follow) override {
    const auto start = line(parser->getCurrentToken());
    for (auto type = parser->getTokenStream()->LA(1); type != antlr4::Token::EOF; type = parser->getTokenStream()->LA(1)) {
      const bool fresh = line(parser->getCurrentToken()) > start && line(parser->getTokenStream()->LT(-1)) < line(parser->getCurrentToken());
      if (type == Lexer::RIGHT_BRACE || (follow.contains(type) && (!is_name(type) || fresh))) return;
      if (type == Lexer::LEFT_BRACE) skip_braces(parser);
      else parser->consume();
    }
  }

 private:
  static void skip_braces(antlr4::Parser* parser) {
    std::size_t depth = 0;
    do {
      const auto type = parser->getTokenStream()->LA(1);
      if (type == antlr4::Token::EOF) return;
      if (type == Lexer::LEFT_BRACE) ++depth;
      if (type == Lexer::RIGHT_BRACE) --depth;
      parser->consume();
    } while (depth > 0);
  }

  std::size_t line(const antlr4::Token* token) const {
    if (token == nullptr || token->getType() == antlr4::Token::EOF) return 0;
    return sources_.place(words_.front().span.file, static_cast<std::uint32_t>(token->getStartIndex())).line;
  }

  void report(antlr4::Parser* parser, const antlr4::Token* offending) {
    mistake_();
    ParserError error;
    const auto index = offending->getTokenIndex();
    const bool at_end = offending->getType() == antlr4::Token::EOF;
    if (index > 0 && !words_.empty()) {
      const auto& previous = words_[std::min(index, words_.size()) - 1];
      error.previous = previous.text;
      error.previous_span = previous.span;
    }
    error.found = at_end ? std::string{} : std::string{words_[index].text};
    error.found_span = at_end ? Span{error.previous_span.file, error.previous_span.end, error.previous_span.end} : words_[index].span;
    for (const auto type : parser->getExpectedTokens().toList()) error.expected.push_back(shown(static_cast<std::size_t>(type)));
    error.construct = parser->getRuleNames()[parser->getContext()->getRuleIndex()];
    diagnostics_.add(parser_error(error));
  }

  const std::vector<Token>& words_;
  const source::SourceMap& sources_;
  source::Diagnostics& diagnostics_;
  std::function<void()> mistake_;
};

// What can be left out on its own when it holds a mistake.
bool is_unit(std::string_view rule) {
  static constexpr std::array<std::string_view, 10> units{"declaration",   "rulesetItem", "ruleClause",         "measureClause", "commitmentClause",
                                                          "clashClause", "exampleClause", "jurisdictionClause", "blocClause",    "linkClause"};
  return std::find(units.begin(), units.end(), rule) != units.end();
}

// Copies the generator's events into plain nodes; a unit with a mistake is dropped and its owner marked.
class TreeBuilder : public antlr4::tree::ParseTreeListener {
 public:
  TreeBuilder(const std::vector<Token>& words, const std::vector<std::string>& rules) : words_{words}, rules_{rules} {}

  void mistake() {
    if (open_.empty()) return;
    auto& [node, broken] = open_.back();
    if (node.rule == "file" || (node.rule.ends_with("Decl") && node.has_word("{"))) node.damaged = true;
    else broken = true;
  }

  void enterEveryRule(antlr4::ParserRuleContext* context) override {
    open_.push_back({Node{rules_[context->getRuleIndex()], {}, {}, {}, false}, false});
  }
  void exitEveryRule(antlr4::ParserRuleContext* /*context*/) override {
    auto [node, broken] = std::move(open_.back());
    open_.pop_back();
    if (open_.empty()) {
      root_ = std::move(node);
      root_.damaged = root_.damaged || broken;
    } else if (!broken) {
      adopt(std::move(node));
    } else if (is_unit(node.rule)) {
      open_.back().node.damaged = true;
    } else {
      open_.back().broken = true;
    }
  }
  void visitTerminal(antlr4::tree::TerminalNode* terminal) override {
    const auto index = terminal->getSymbol()->getTokenIndex();
    if (index < words_.size()) adopt({{}, words_[index].text, words_[index].span, {}, false});
  }
  void visitErrorNode(antlr4::tree::ErrorNode* /*node*/) override {}

  Node take() { return std::move(root_); }

 private:
  struct Frame {
    Node node;
    bool broken;
  };

  void adopt(Node node) {
    auto& parent = open_.back().node;
    if (node.span.file.valid()) parent.span = parent.span.file.valid() ? join(parent.span, node.span) : node.span;
    parent.children.push_back(std::move(node));
  }

  const std::vector<Token>& words_;
  const std::vector<std::string>& rules_;
  std::vector<Frame> open_;
  Node root_;
};

Node parse_words(const source::SourceMap& sources, const std::vector<Token>& words, Start start, source::Diagnostics& diagnostics) {
  antlr4::ListTokenSource source{as_generator_tokens(words)};
  antlr4::CommonTokenStream stream{&source};
  Parser parser{&stream};
  parser.removeErrorListeners();
  parser.setBuildParseTree(false);
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::SLL);
  TreeBuilder builder{words, parser.getRuleNames()};
  parser.addParseListener(&builder);
  parser.setErrorHandler(std::make_shared<Strategy>(words, sources, diagnostics, [&builder] { builder.mistake(); }));
  if (start == Start::file) parser.file();
  else parser.statement();
  return builder.take();
}

bool nested_too_deeply(const std::vector<Token>& tokens, source::Diagnostics& diagnostics) {
  std::size_t depth = 0;
  for (const auto& token : tokens) {
    if (token.type == Lexer::LEFT_PAREN || token.type == Lexer::LEFT_BRACE) ++depth;
    if ((token.type == Lexer::RIGHT_PAREN || token.type == Lexer::RIGHT_BRACE) && depth > 0) --depth;
    if (depth <= base::limits::nesting) continue;
    diagnostics.add(source::Code::nested_too_deeply, token.span,
                    fmt::format("more than {} brackets are open here", base::limits::nesting), "write the condition with fewer brackets");
    return true;
  }
  return false;
}

}  // namespace

Node parse_tree(const source::SourceMap& sources, source::FileId file, Start start, source::Diagnostics& diagnostics) {
  const std::string_view text = sources[file].text;
  if (!check_bytes(text, file, diagnostics)) return {};
  auto words = lex(file, text);
  if (words.size() > base::limits::tokens) {
    diagnostics.add(source::Code::too_many_tokens, words.back().span, fmt::format("more than {} words in one file", base::limits::tokens),
                    "split the file");
    return {};
  }
  if (nested_too_deeply(words, diagnostics)) return {};
  repair(words, token_types(), diagnostics);
  return parse_words(sources, words, start, diagnostics);
}

}  // namespace isonomy::syntax
