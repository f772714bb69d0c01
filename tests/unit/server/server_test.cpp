// SPDX-License-Identifier: Apache-2.0
#include "server/server.h"

namespace isonomy::server {
namespace {

constexpr auto uri = "untitled:draft";
constexpr std::string_view draft = R"(domain customs "Customs" @zh "海关 🚢"
flow goods from origin to destination
scale Duty { ordinary < exempt }
fact value : money "Value"
measure customs.duty : Duty "How is duty charged?" { asked of goods receiver  neutral }
jurisdiction AA "Aland" { currency EUR }
ruleset AA.customs "海关 🚢" {
  rule ordinary_duty { duty = ordinary  source "Act 1" article "2" checked 2026-01-02 }
  rule relief overrides ordinary_duty {
    duty = exempt
    when value <= 100 EUR
    source "Act 2"
  }
}
)";

// One editor with one text.
struct Editor {
  Server server;
  int last = 0;

  Editor() {
    ask("initialize", {{"rootUri", nullptr}, {"capabilities", Json::object()}});
    tell("initialized", Json::object());
  }
  std::vector<std::string> send(const Json& message) { return server.handle({Frame::Kind::message, message.dump()}); }
  Json ask(const std::string& method, const Json& parameters) {
    const auto answers = send({{"jsonrpc", "2.0"}, {"id", ++last}, {"method", method}, {"params", parameters}});
    EXPECT_EQ(answers.size(), 1U) << method;
    const auto answer = Json::parse(answers.at(0));
    EXPECT_EQ(answer.at("id"), last);
    return answer;
  }
  void tell(const std::string& method, const Json& parameters) {
    EXPECT_TRUE(send({{"jsonrpc", "2.0"}, {"method", method}, {"params", parameters}}).empty()) << method;
  }
  void open(std::string_view text) {
    tell("textDocument/didOpen",
         {{"textDocument", {{"uri", uri}, {"languageId", "isonomy"}, {"version", 1}, {"text", std::string{text}}}}});
  }
  void edit(const Json& changes) {
    tell("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", 2}}}, {"contentChanges", changes}});
  }
  Json at(const std::string& method, std::string_view text, std::string_view word, Json more = Json::object()) {
    source::SourceMap sources;
    const auto& file = sources[sources.add("", std::string{text})];
    more["textDocument"] = {{"uri", uri}};
    more["position"] = position(file, word);
    return ask("textDocument/" + method, more).at("result");
  }
  Json whole(const std::string& method) { return ask("textDocument/" + method, {{"textDocument", {{"uri", uri}}}}).at("result"); }
  std::vector<std::string> published() {
    std::vector<std::string> out;
    for (const auto& text : server.idle()) {
      const auto said = Json::parse(text);
      for (const auto& one : said.at("params").at("diagnostics")) out.push_back(one.at("code"));
    }
    return out;
  }

  // In the middle of the first place of the word; ASCII only before it on its line.
  static Json position(const source::File& file, std::string_view word) {
    const auto found = file.text.find(word);
    EXPECT_NE(found, std::string::npos) << word;
    const auto line = static_cast<std::size_t>(std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(found), '\n'));
    return {{"line", line}, {"character", found - file.line_starts[line] + 1}};
  }
};

struct Opened : testing::Test {
  Editor editor;
  Opened() { editor.open(draft); }
};

TEST_F(Opened, HasNoMistakesUntilOneIsTyped) {
  EXPECT_TRUE(editor.published().empty());
  editor.edit(Json::array(
      {{{"range", {{"start", {{"line", 9}, {"character", 11}}}, {"end", {{"line", 9}, {"character", 17}}}}}, {"text", "exemt"}}}));
  EXPECT_EQ(editor.published(), (std::vector<std::string>{"W0504", "E0308"}));
  EXPECT_TRUE(editor.published().empty()) << "nothing new to say";
  const auto actions = editor.ask("textDocument/codeAction",
                                  {{"textDocument", {{"uri", uri}}},
                                   {"range", {{"start", {{"line", 9}, {"character", 12}}}, {"end", {{"line", 9}, {"character", 12}}}}},
                                   {"context", {{"diagnostics", Json::array()}}}});
  ASSERT_EQ(actions["result"].size(), 1U);
  const auto edit = actions["result"][0]["edit"]["changes"][uri][0];
  EXPECT_EQ(edit["newText"], "exempt");
  editor.edit(Json::array({{{"range", edit["range"]}, {"text", edit["newText"]}}}));
  const auto said = editor.server.idle();
  ASSERT_EQ(said.size(), 1U) << "the mistake is taken back";
  EXPECT_TRUE(Json::parse(said[0])["params"]["diagnostics"].empty());
}

// `ordinary_duty` and `other` answer differently, and `vain` never answers; only what is saved is judged, and only until it changes.
TEST(Saved, IsJudgedByExactReasoning) {
  Editor editor;
  std::string text{draft};
  text.insert(text.rfind('}'),
              "  rule other { duty = exempt  when value > 200 EUR  source \"Act 3\" }\n"
              "  rule vain { duty = exempt  when value > 5 EUR and value < 4 EUR  source \"Act 4\" }\n");
  editor.open(text);
  EXPECT_TRUE(editor.published().empty());
  editor.tell("textDocument/didSave", {{"textDocument", {{"uri", uri}}}});
  EXPECT_EQ(editor.published(), (std::vector<std::string>{"E0604", "W0805"}));
  editor.tell("textDocument/didSave", {{"textDocument", {{"uri", uri}}}});
  EXPECT_TRUE(editor.published().empty());  // nothing new
  editor.edit({{{"text", text + "\n"}}});
  EXPECT_TRUE(editor.published().empty());
  editor.tell("textDocument/didSave", {{"textDocument", {{"uri", uri}}}});
  EXPECT_EQ(editor.published().size(), 2U);
  editor.edit({{{"text", text + "nonsense"}}});
  editor.tell("textDocument/didSave", {{"textDocument", {{"uri", uri}}}});
  const auto now = editor.published();
  EXPECT_EQ(std::count(now.begin(), now.end(), "E0604"), 0);
}

TEST_F(Opened, SaysWhatIsWrongAlsoAfterAQuestion) {
  editor.edit(Json::array({{{"text", "domain {"}}}));
  editor.whole("documentSymbol");
  EXPECT_FALSE(editor.published().empty());
}

TEST_F(Opened, EditsAfterWideCharacters) {
  // The ship is two units, so the closing quote of the label stands at 24 + 3 + 2.
  editor.edit(Json::array(
      {{{"range", {{"start", {{"line", 6}, {"character", 20}}}, {"end", {{"line", 6}, {"character", 25}}}}}, {"text", "税 🚢"}}}));
  EXPECT_TRUE(editor.published().empty());
  const auto symbols = editor.whole("documentSymbol");
  EXPECT_EQ(symbols.back()["detail"], "税 🚢");
}

TEST_F(Opened, ExplainsWhatTheCursorIsOn) {
  const auto rule = editor.at("hover", draft, "relief overrides")["contents"]["value"].get<std::string>();
  for (const auto* part :
       {"AA.customs.relief", "customs.duty = exempt", "Act 2, not checked", "Overrides `AA.customs.ordinary_duty`", "How is duty charged?"})
    EXPECT_NE(rule.find(part), std::string::npos) << part << " in\n" << rule;
  const auto overridden = editor.at("hover", draft, "ordinary_duty {")["contents"]["value"].get<std::string>();
  EXPECT_NE(overridden.find("Overridden by `AA.customs.relief`"), std::string::npos) << overridden;
  EXPECT_NE(overridden.find("article 2, checked 2026-01-02"), std::string::npos) << overridden;
  EXPECT_TRUE(editor.at("hover", draft, "Act 2").is_null());
}

TEST_F(Opened, FindsDeclarationsAndReferences) {
  const auto declared = editor.at("definition", draft, "ordinary_duty {\n    duty");
  ASSERT_EQ(declared.size(), 1U);
  EXPECT_EQ(declared[0]["range"]["start"]["line"], 7);
  EXPECT_EQ(editor.at("references", draft, "ordinary <").size(), 2U);
  EXPECT_EQ(editor.at("references", draft, "ordinary <", {{"context", {{"includeDeclaration", false}}}}).size(), 1U);
}

TEST_F(Opened, RenamesEverywhereOrNowhere) {
  const auto changes = editor.at("rename", draft, "ordinary_duty {", {{"newName", "usual"}})["changes"][uri];
  ASSERT_EQ(changes.size(), 2U);
  for (const auto& one : changes) EXPECT_EQ(one["newText"], "usual");
  const auto refused = [&](std::string_view word, const std::string& name) {
    source::SourceMap sources;
    const auto& file = sources[sources.add("", std::string{draft})];
    return editor
        .ask("textDocument/rename", {{"textDocument", {{"uri", uri}}}, {"position", Editor::position(file, word)}, {"newName", name}})
        .contains("error");
  };
  EXPECT_TRUE(refused("ordinary_duty {", "relief")) << "taken";
  EXPECT_TRUE(refused("ordinary_duty {", "rule")) << "reserved";
  EXPECT_TRUE(refused("ordinary_duty {", "two words"));
  EXPECT_TRUE(refused("AA.customs", "aa")) << "places are capitals";
}

TEST_F(Opened, CompletesValuesRulesAndFacts) {
  const auto labels = [&](std::string_view before) {
    std::vector<std::string> out;
    source::SourceMap sources;
    const auto& file = sources[sources.add("", std::string{draft})];
    auto place = Editor::position(file, before);
    place["character"] = place["character"].get<std::size_t>() + before.size() - 1;
    const auto found = editor.ask("textDocument/completion", {{"textDocument", {{"uri", uri}}}, {"position", place}});
    for (const auto& one : found["result"]["items"]) out.push_back(one["label"]);
    return out;
  };
  EXPECT_EQ(labels("duty = "), (std::vector<std::string>{"ordinary", "exempt"}));
  const auto facts = labels("when ");
  EXPECT_NE(std::find(facts.begin(), facts.end(), "value"), facts.end());
  const auto rules = labels("relief overrides ");
  EXPECT_NE(std::find(rules.begin(), rules.end(), "ordinary_duty"), rules.end());
  EXPECT_TRUE(labels("source \"Act").empty()) << "inside a text";
}

TEST_F(Opened, ColoursNamesInOrder) {
  const auto data = editor.whole("semanticTokens/full")["data"];
  ASSERT_EQ(data.size() % 5, 0U);
  EXPECT_EQ((std::vector<int>{data[0], data[1], data[2], data[3], data[4]}), (std::vector<int>{0, 7, 7, 0, 1}));
  for (std::size_t i = 0; i < data.size(); i += 5) EXPECT_GT(data[i + 2].get<int>(), 0);
}

TEST_F(Opened, LaysOutAndLeavesMistakesAlone) {
  editor.edit(Json::array({{{"text", "domain customs \"海\"\n"}}}));
  EXPECT_EQ(editor.whole("formatting"), Json::array());
  editor.edit(Json::array({{{"text", "domain   customs \"海\"\n"}}}));
  const auto edits = editor.whole("formatting");
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0]["newText"], "domain customs \"海\"\n");
  editor.edit(Json::array({{{"text", "domain {"}}}));
  EXPECT_EQ(editor.whole("formatting"), Json::array());
}

TEST(Session, KeepsToTheProtocol) {
  Server server;
  const auto code = [&](const std::string& body) {
    const auto answers = server.handle({Frame::Kind::message, body});
    return answers.empty() ? 0 : Json::parse(answers.at(0)).at("error").at("code").get<int>();
  };
  EXPECT_EQ(code(R"({"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}})"), -32002);
  EXPECT_EQ(code("{"), -32700);
  EXPECT_EQ(code("[]"), -32600);
  EXPECT_EQ(code(R"({"id":{},"method":"x"})"), -32600);
  EXPECT_EQ(code(R"({"id":1})"), -32600);
  EXPECT_EQ(code(R"({"id":1,"result":null})"), 0);
  server.handle({Frame::Kind::message, R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{}})"});
  EXPECT_EQ(code(R"({"id":2,"method":"initialize","params":{}})"), -32600);
  EXPECT_EQ(code(R"({"id":2,"method":"no/such"})"), -32601);
  EXPECT_EQ(code(R"({"id":2,"method":"textDocument/hover","params":{"textDocument":7}})"), -32602);
  EXPECT_EQ(code(R"({"method":"textDocument/didOpen","params":[]})"), 0);
  EXPECT_EQ(code(R"({"method":"$/cancelRequest","params":{"id":1}})"), 0);
  server.handle({Frame::Kind::message, R"({"jsonrpc":"2.0","id":3,"method":"shutdown"})"});
  EXPECT_EQ(code(R"({"id":4,"method":"textDocument/hover"})"), -32600);
  EXPECT_FALSE(server.ended());
  server.handle({Frame::Kind::message, R"({"jsonrpc":"2.0","method":"exit"})"});
  EXPECT_TRUE(server.ended());
  EXPECT_EQ(server.exit_status(), 0);
}

TEST(Session, EndsBadlyWithoutShutdown) {
  Server server;
  server.handle({Frame::Kind::message, R"({"jsonrpc":"2.0","method":"exit"})"});
  EXPECT_TRUE(server.ended());
  EXPECT_EQ(server.exit_status(), 1);
}

}  // namespace
}  // namespace isonomy::server
