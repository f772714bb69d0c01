// SPDX-License-Identifier: Apache-2.0
// The wall around the parser generator: nothing of it is visible outside this file.
#include <antlr4-runtime.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>

#include "IsonomyLexer.h"
#include "IsonomyParser.h"
#include "base/limits.h"
#include "source/codes.h"
#include "syntax/parse_tree.h"
#include "syntax/token.h"

namespace isonomy::syntax {
namespace {

using Lexer = IsonomyLexer;
using Parser = IsonomyParser;
using source::Span;

const TokenTypes& token_types() {
  // clang-format off
  static const TokenTypes types{
      .left_brace = Lexer::LEFT_BRACE, .right_brace = Lexer::RIGHT_BRACE, .left_paren = Lexer::LEFT_PAREN,
      .right_paren = Lexer::RIGHT_PAREN, .comma = Lexer::COMMA, .colon = Lexer::COLON, .dot = Lexer::DOT, .slash = Lexer::SLASH,
      .arithmetic = Lexer::ARITHMETIC, .equal = Lexer::EQUAL, .not_equal = Lexer::NOT_EQUAL, .less = Lexer::LESS,
      .less_equal = Lexer::LESS_EQUAL, .greater = Lexer::GREATER, .greater_equal = Lexer::GREATER_EQUAL, .arrow = Lexer::ARROW,
      .conjunction = Lexer::AND, .disjunction = Lexer::OR, .negation = Lexer::NOT, .integer = Lexer::INTEGER, .decimal = Lexer::DECIMAL,
      .date = Lexer::DATE, .string = Lexer::STRING, .capitals = Lexer::CAPITALS, .bad_date = Lexer::BAD_DATE,
      .thousands = Lexer::THOUSANDS, .open_string = Lexer::OPEN_STRING, .full_width = Lexer::FULL_WIDTH, .other = Lexer::OTHER,
      .rule = Lexer::RULE, .commitment = Lexer::COMMITMENT, .table = Lexer::TABLE, .jurisdiction = Lexer::JURISDICTION,
      .expect = Lexer::EXPECT, .clash = Lexer::CLASH, .route = Lexer::ROUTE, .link = Lexer::LINK, .example = Lexer::EXAMPLE,
      .fact = Lexer::FACT, .flow = Lexer::FLOW, .from = Lexer::FROM, .set = Lexer::SET, .enumeration = Lexer::ENUM, .no = Lexer::NO,
      .possible = Lexer::POSSIBLE,
      .openers = {Lexer::DOMAIN, Lexer::ENUM, Lexer::SCALE, Lexer::MEASURE, Lexer::JURISDICTION, Lexer::BLOC,
                  Lexer::RULESET, Lexer::CLASH, Lexer::CHARGE, Lexer::LINK, Lexer::ROUTE, Lexer::EXAMPLE}};
  // clang-format on
  return types;
}

bool is_contextual(std::size_t type) { return type >= Lexer::FACT && type <= Lexer::POSSIBLE; }
bool is_name(std::size_t type) { return type == Lexer::WORD || type == Lexer::CAPITALS || is_contextual(type); }

// The generator counts code points; spans count bytes.
std::vector<std::uint32_t> byte_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  offsets.reserve(text.size() + 1);
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets.push_back(i);
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

constexpr char other_sign = '\x01';
constexpr char full_width_sign = '\x02';

bool is_full_width(std::string_view sign) {
  static constexpr std::string_view signs = "，；：（）“”｛｝＝。、";
  return signs.find(sign) != std::string_view::npos;
}

// One ASCII sign per code point, as the grammar expects it: the lexer caches its decisions for ASCII only, and rule files are full
// of labels in other scripts. Names and operators are ASCII, so nothing is lost; a byte-order mark is a blank.
std::string ascii_image(std::string_view text, const std::vector<std::uint32_t>& offsets) {
  std::string out;
  out.reserve(offsets.size());
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    const auto sign = text.substr(offsets[i], offsets[i + 1] - offsets[i]);
    const bool control = sign[0] == other_sign || sign[0] == full_width_sign;
    if (sign.size() == 1) out += control ? other_sign : sign[0];
    else if (sign == "\xEF\xBB\xBF") out += ' ';
    else out += is_full_width(sign) ? full_width_sign : other_sign;
  }
  return out;
}

std::vector<Token> lex(source::FileId file, std::string_view text) {
  const auto offsets = byte_offsets(text);
  antlr4::ANTLRInputStream input{ascii_image(text, offsets)};
  Lexer lexer{&input};
  lexer.removeErrorListeners();
  std::vector<Token> tokens;
  std::size_t line = 0;
  for (auto token = lexer.nextToken(); token->getType() != antlr4::Token::EOF; token = lexer.nextToken()) {
    const Span span{file, offsets[token->getStartIndex()], offsets[token->getStopIndex() + 1]};
    tokens.push_back({token->getType(), text.substr(span.begin, span.end - span.begin), span, token->getLine() != line, false});
    line = token->getLine();
  }
  return tokens;
}

// The mended words as the parser reads them; a word's index in `words` is its token index. The generator's own streams make every word an
// object of its own, which took a tenth of the time.
class Words : public antlr4::TokenStream {
 public:
  explicit Words(const std::vector<Token>& words) {
    tokens_.reserve(words.size() + 1);
    for (const auto& word : words) add(word.type, word.span);
    add(antlr4::Token::EOF, {});
  }

  antlr4::Token* LT(ssize_t k) override { return &tokens_[std::min(at(k), tokens_.size() - 1)]; }
  std::size_t LA(ssize_t k) override { return LT(k)->getType(); }
  antlr4::Token* get(std::size_t index) const override { return &tokens_[index]; }
  void consume() override { next_ = std::min(next_ + 1, tokens_.size() - 1); }
  std::size_t index() override { return next_; }
  void seek(std::size_t index) override { next_ = index; }
  std::size_t size() override { return tokens_.size(); }
  ssize_t mark() override { return 0; }
  void release(ssize_t /*marker*/) override {}

  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getSourceName() const override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(const antlr4::misc::Interval& /*part*/) override { return {}; }
  std::string getText(antlr4::RuleContext* /*part*/) override { return {}; }
  std::string getText(antlr4::Token* /*first*/, antlr4::Token* /*last*/) override { return {}; }

 private:
  void add(std::size_t type, Span span) {
    auto& token = tokens_.emplace_back(type);
    token.setStartIndex(span.begin);
    token.setStopIndex(span.end);
    token.setTokenIndex(tokens_.size() - 1);
  }
  // The next word is 1, the one before it -1.
  std::size_t at(ssize_t k) const { return next_ + static_cast<std::size_t>(k > 0 ? k - 1 : k); }

  mutable std::vector<antlr4::CommonToken> tokens_;
  std::size_t next_ = 0;
};

std::string shown(std::size_t type) {
  if (type == antlr4::Token::EOF) return "the end of the file";
  if (type == Lexer::WORD || type == Lexer::CAPITALS) return "a name";
  if (type == Lexer::STRING) return "a quoted text";
  if (type == Lexer::INTEGER || type == Lexer::DECIMAL) return "a number";
  if (type == Lexer::DATE) return "a date";
  static const std::map<std::size_t, std::string_view> units{
      {Lexer::HOURS, "`hours`"}, {Lexer::DAYS, "`days`"}, {Lexer::MONTHS, "`months`"}, {Lexer::YEARS, "`years`"}};
  if (const auto unit = units.find(type); unit != units.end()) return std::string{unit->second};
  static const antlr4::dfa::Vocabulary vocabulary = [] {
    antlr4::ANTLRInputStream nothing;
    return Lexer{&nothing}.getVocabulary();
  }();
  auto literal = vocabulary.getLiteralName(type);
  std::replace(literal.begin(), literal.end(), '\'', '`');
  return literal;
}

// A contextual word is listed only where no other name could stand. A dot may follow every name and helps nobody.
std::vector<std::string> shown(const std::vector<std::ptrdiff_t>& types) {
  const bool any_name = std::find(types.begin(), types.end(), static_cast<std::ptrdiff_t>(Lexer::WORD)) != types.end();
  std::vector<std::string> out;
  for (const auto one : types) {
    const auto type = static_cast<std::size_t>(one);
    if (type == Lexer::DOT || (any_name && is_contextual(type))) continue;
    out.push_back(shown(type));
  }
  return out;
}

// What can be left out on its own when it holds a mistake.
bool is_unit(std::string_view rule) {
  static constexpr std::array<std::string_view, 10> units{"declaration",      "rulesetItem", "ruleClause",    "measureClause",
                                                          "commitmentClause", "clashClause", "exampleClause", "jurisdictionClause",
                                                          "blocClause",       "linkClause"};
  return std::find(units.begin(), units.end(), rule) != units.end();
}

// Rules that list such units.
bool lists_units(std::string_view rule) {
  static constexpr std::array<std::string_view, 11> owners{"file",        "rulesetDecl",      "ruleDecl",   "tableDecl",
                                                           "measureDecl", "jurisdictionDecl", "blocDecl",   "commitmentDecl",
                                                           "clashDecl",   "linkDecl",         "exampleDecl"};
  return std::find(owners.begin(), owners.end(), rule) != owners.end();
}

bool is_part_of_name(std::string_view rule) { return rule == "name" || rule == "contextual" || rule == "path" || rule == "paths"; }

using Context = antlr4::ParserRuleContext;

// Recovery that keeps one mistake to one message: it skips whole braces and stops at a clause word, a closing brace, or a name that
// opens a new line.
class Strategy : public antlr4::DefaultErrorStrategy {
 public:
  Strategy(const std::vector<Token>& words, source::Diagnostics& diagnostics, std::function<void()> mistake)
      : words_{words}, diagnostics_{diagnostics}, mistake_{std::move(mistake)} {}

  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override {
    report(parser, error.getOffendingToken(), false);
  }

  // The generator gives a list up at a bad first element; here the bad element is skipped like any other.
  void sync(antlr4::Parser* parser) override {
    auto* state = parser->getInterpreter<antlr4::atn::ATNSimulator>()->atn.states[parser->getState()];
    const auto kind = state->getStateType();
    const bool loop = kind == antlr4::atn::ATNState::STAR_LOOP_ENTRY || kind == antlr4::atn::ATNState::STAR_LOOP_BACK;
    if (!loop || !lists_units(parser->getRuleNames()[parser->getContext()->getRuleIndex()])) return DefaultErrorStrategy::sync(parser);
    const auto next = parser->getATN().nextTokens(state);
    if (next.contains(antlr4::Token::EPSILON) || next.contains(parser->getTokenStream()->LA(1)) || inErrorRecoveryMode(parser)) return;
    const auto follow = parser->getExpectedTokens();
    while (!at_end(parser) && !next.contains(parser->getTokenStream()->LA(1))) {
      const auto index = parser->getCurrentToken()->getTokenIndex();
      report(parser, parser->getCurrentToken(), true);
      skip(parser, follow.Or(getErrorRecoverySet(parser)), true);
      if (parser->getCurrentToken()->getTokenIndex() == index) return;
      endErrorCondition(parser);
    }
    beginErrorCondition(parser);
  }

 protected:
  void reportUnwantedToken(antlr4::Parser* parser) override { report(parser, parser->getCurrentToken(), false); }
  void reportMissingToken(antlr4::Parser* parser) override { reportUnwantedToken(parser); }

  // A sign is an extra one only where it stands twice: without a brace or `=` everything after would be misread. And where the word
  // fits behind what is missing, it is not the word that is wrong.
  antlr4::Token* singleTokenDeletion(antlr4::Parser* parser) override {
    const auto index = parser->getCurrentToken()->getTokenIndex();
    const bool twice = index > 0 && index < words_.size() && words_[index].text == words_[index - 1].text;
    const bool brace = parser->getTokenStream()->LA(1) == Lexer::LEFT_BRACE || parser->getTokenStream()->LA(1) == Lexer::RIGHT_BRACE;
    if (brace || (is_sign(index) && !twice) || could_follow(parser)) return nullptr;
    return DefaultErrorStrategy::singleTokenDeletion(parser);
  }

  // Our tokens know no factory that could make the missing one.
  antlr4::Token* getMissingSymbol(antlr4::Parser* /*parser*/) override {
    missing_ = std::make_unique<antlr4::CommonToken>(antlr4::Token::INVALID_TYPE);
    return missing_.get();
  }

  void consumeUntil(antlr4::Parser* parser, const antlr4::misc::IntervalSet& follow) override {
    if (!in_list_of_values(parser)) return skip(parser, follow, false);
    while (!at_end(parser)) parser->consume();
    if (parser->getTokenStream()->LA(1) == Lexer::RIGHT_BRACE) parser->consume();
  }

 private:
  bool is_sign(std::size_t index) const {
    if (index >= words_.size()) return false;
    const auto type = words_[index].type;
    return type >= Lexer::BOTH_WAYS && type <= Lexer::ARITHMETIC;
  }

  // Whether nothing of the current construct has been read and the word ahead could stand right after it.
  static bool could_follow(antlr4::Parser* parser) {
    auto* context = parser->getContext();
    if (context->start != parser->getCurrentToken() || context->parent == nullptr) return false;
    const auto& atn = parser->getATN();
    const auto* call = dynamic_cast<const antlr4::atn::RuleTransition*>(atn.states[context->invokingState]->transitions[0]);
    const auto follow = atn.nextTokens(call->followState, dynamic_cast<antlr4::RuleContext*>(context->parent));
    return follow.contains(parser->getTokenStream()->LA(1));
  }

  // Inside the braces of a set, enumeration or scale, which have a closing brace of their own.
  bool in_list_of_values(antlr4::Parser* parser) const {
    const auto rule = parser->getContext()->getRuleIndex();
    if (rule != Parser::RuleValueSet && rule != Parser::RuleEnumDecl && rule != Parser::RuleScaleDecl) return false;
    const auto first = parser->getContext()->start->getTokenIndex();
    const auto here = std::min(parser->getCurrentToken()->getTokenIndex(), words_.size());
    for (auto i = first; i < here; ++i)
      if (words_[i].type == Lexer::LEFT_BRACE) return true;
    return false;
  }

  // Between braces no declaration can begin; the words are paired before the parser sees them.
  static bool stops_in_braces(antlr4::Parser* parser, std::size_t type) {
    const auto& openers = token_types().openers;
    if (type == Lexer::ROUTE || std::find(openers.begin(), openers.end(), type) == openers.end()) return true;
    const auto* context = parser->getContext();
    while (context->parent != nullptr && !lists_units(parser->getRuleNames()[context->getRuleIndex()]))
      context = dynamic_cast<const Context*>(context->parent);
    return context->getRuleIndex() == Parser::RuleFile;
  }

  static bool at_end(antlr4::Parser* parser) {
    const auto type = parser->getTokenStream()->LA(1);
    return type == antlr4::Token::EOF || type == Lexer::RIGHT_BRACE;
  }

  // Past a whole construct with its braces, the next line may hold the next construct.
  void skip(antlr4::Parser* parser, const antlr4::misc::IntervalSet& follow, bool whole_construct) {
    for (bool moved = false; !at_end(parser); moved = true) {
      const auto type = parser->getTokenStream()->LA(1);
      if (follow.contains(type) && (!is_name(type) || (moved && first_on_line(parser))) && stops_in_braces(parser, type)) return;
      if (type != Lexer::LEFT_BRACE) {
        parser->consume();
        continue;
      }
      skip_braces(parser);
      if (whole_construct && first_on_line(parser)) return;
    }
  }

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

  bool first_on_line(antlr4::Parser* parser) const {
    const auto index = parser->getCurrentToken()->getTokenIndex();
    return index < words_.size() && words_[index].first_on_line;
  }

  // Of one place only the first complaint counts, and none where a mend has spoken.
  void report(antlr4::Parser* parser, const antlr4::Token* offending, bool between_units) {
    if (inErrorRecoveryMode(parser)) return;
    beginErrorCondition(parser);
    mistake_();
    const auto index = offending->getTokenIndex();
    if (index < words_.size() && words_[index].mended) return;
    if (++reported_ > base::limits::diagnostics_per_file + 1) return;
    ParserError error;
    error.before = word(index, 2);
    error.previous = word(index, 1);
    error.found = word(index, 0);
    if (index + 1 < words_.size()) error.next = word(index + 1, 0);
    error.expected = shown(parser->getExpectedTokens().toList());
    error.construct = construct(parser);
    error.previous_opens = opens_unit(parser, index);
    error.between_units = between_units;
    error.could_follow = could_follow(parser);
    diagnostics_.add(parser_error(error));
  }

  ParserWord word(std::size_t index, std::size_t back) const {
    if (index < back) return {};
    const auto i = index - back;
    if (i < words_.size()) return {std::string{words_[i].text}, words_[i].span, words_[i].first_on_line};
    return {};
  }

  static std::string construct(antlr4::Parser* parser) {
    const auto& names = parser->getRuleNames();
    const auto* context = parser->getContext();
    while (is_part_of_name(names[context->getRuleIndex()]) && context->parent != nullptr)
      context = dynamic_cast<const Context*>(context->parent);
    return names[context->getRuleIndex()];
  }

  static bool opens_unit(antlr4::Parser* parser, std::size_t index) {
    const auto& names = parser->getRuleNames();
    const auto* context = parser->getContext();
    while (!is_unit(names[context->getRuleIndex()]) && context->parent != nullptr) context = dynamic_cast<const Context*>(context->parent);
    return context->start != nullptr && context->start->getTokenIndex() + 1 == index;
  }

  const std::vector<Token>& words_;
  source::Diagnostics& diagnostics_;
  std::function<void()> mistake_;
  std::unique_ptr<antlr4::Token> missing_;
  std::size_t reported_ = 0;
};

// Copies the generator's events into plain nodes; a unit with a mistake is dropped and its owner marked.
class TreeBuilder : public antlr4::tree::ParseTreeListener {
 public:
  TreeBuilder(const std::vector<Token>& words, const std::vector<std::string>& rules) : words_{words}, rules_{rules} {}

  void mistake() {
    if (open_.empty()) return;
    auto& frame = open_.back();
    if (frame.node.rule == "file" || (frame.node.rule.ends_with("Decl") && opened(frame))) frame.node.damaged = true;
    else frame.broken = true;
  }

  void word(std::size_t index) {
    if (index < words_.size()) adopt({{}, words_[index].text, words_[index].span, {}, false});
  }
  void enterEveryRule(antlr4::ParserRuleContext* context) override {
    open_.push_back({{rules_[context->getRuleIndex()], {}, {}, {}, false}, found_.size(), false});
  }
  void exitEveryRule(antlr4::ParserRuleContext* /*context*/) override {
    auto [node, first, broken] = open_.back();
    open_.pop_back();
    node.children = tree_.keep({found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end()});
    found_.resize(first);
    if (open_.empty()) {
      tree_.root = node;
      tree_.root.damaged = node.damaged || broken;
    } else if (!broken) {
      adopt(node);
    } else if (is_unit(node.rule)) {
      open_.back().node.damaged = true;
    } else {
      open_.back().broken = true;
    }
  }
  void visitTerminal(antlr4::tree::TerminalNode* /*node*/) override {}
  void visitErrorNode(antlr4::tree::ErrorNode* /*node*/) override {}

  Tree take() { return std::move(tree_); }

 private:
  struct Frame {
    Node node;
    std::size_t first;  // of its children, in `found_`
    bool broken;
  };

  bool opened(const Frame& frame) const {
    return std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(frame.first), found_.end(),
                       [](const Node& node) { return node.is_word() && node.text == "{"; });
  }

  void adopt(const Node& node) {
    auto& parent = open_.back().node;
    if (node.span.file.valid()) parent.span = parent.span.file.valid() ? join(parent.span, node.span) : node.span;
    found_.push_back(node);
  }

  const std::vector<Token>& words_;
  const std::vector<std::string>& rules_;
  std::vector<Frame> open_;
  std::vector<Node> found_;  // the children of all that is open
  Tree tree_;
};

// The generated parser, without the node and the list entry that it would make for every word.
class Reader : public IsonomyParser {
 public:
  Reader(const std::vector<Token>& words, Words& stream, source::Diagnostics& diagnostics)
      : IsonomyParser{&stream}, builder_{words, getRuleNames()}, strategy_{std::make_shared<Strategy>(words, diagnostics, [this] {
          builder_.mistake();
        })} {
    removeErrorListeners();
    setBuildParseTree(false);
    getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(antlr4::atn::PredictionMode::SLL);
    addParseListener(&builder_);
    setErrorHandler(strategy_);
  }

  antlr4::Token* consume() override {
    auto* token = getCurrentToken();
    if (token->getType() != antlr4::Token::EOF) getTokenStream()->consume();
    if (!strategy_->inErrorRecoveryMode(this)) builder_.word(token->getTokenIndex());
    return token;
  }

  Tree read(Start start) {
    if (start == Start::file) file();
    else statement();
    return builder_.take();
  }

 private:
  TreeBuilder builder_;
  std::shared_ptr<Strategy> strategy_;
};

}  // namespace

Tree parse_tree(const source::SourceMap& sources, source::FileId file, Start start, source::Diagnostics& diagnostics) {
  const std::string_view text = sources[file].text;
  if (!check_bytes(text, file, diagnostics)) return {};
  auto words = lex(file, text);
  if (words.size() > base::limits::tokens) {
    diagnostics.add(source::Code::too_many_tokens, words.back().span, fmt::format("more than {} words in one file", base::limits::tokens),
                    "split the file");
    return {};
  }
  words = mend_words(words, token_types(), diagnostics);
  if (!check_nesting(words, token_types(), diagnostics)) return {};
  words = balance_braces(words, token_types(), diagnostics);
  Words stream{words};
  return Reader{words, stream, diagnostics}.read(start);
}

}  // namespace isonomy::syntax
