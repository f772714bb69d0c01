// SPDX-License-Identifier: Apache-2.0
#include "server/server.h"

#include <array>
#include <utility>

#include "server/features.h"
#include "server/places.h"
#include "source/codes.h"

namespace isonomy::server {
namespace {

enum Error : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  not_initialized = -32002,
  request_failed = -32803
};

struct Failure {
  Error code;
  std::string message;
};

using Feature = Json (*)(const Workspace&, const Json&);

struct Asked {
  std::string_view method;
  Feature answer;
  bool of_form = false;  ///< the text and its tree are enough, and nothing need be bound
};

// Every request that asks about the rules, by its name in the protocol.
constexpr std::array<Asked, 10> features{{
    {"textDocument/hover", hover},
    {"textDocument/definition", definition},
    {"textDocument/references", references},
    {"textDocument/prepareRename", prepare_rename},
    {"textDocument/rename", rename},
    {"textDocument/completion", completion},
    {"textDocument/documentSymbol", document_symbols, true},
    {"textDocument/semanticTokens/full", semantic_tokens},
    {"textDocument/formatting", formatting, true},
    {"textDocument/codeAction", code_actions},
}};

Json error_json(const Json& id, Error code, const std::string& message) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", message}}}};
}

std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json capabilities() {
  return {{"positionEncoding", "utf-16"},
          {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
          {"hoverProvider", true},
          {"definitionProvider", true},
          {"referencesProvider", true},
          {"renameProvider", {{"prepareProvider", true}}},
          {"completionProvider", {{"triggerCharacters", Json::array({".", "=", " ", "{", ","})}}},
          {"documentSymbolProvider", true},
          {"semanticTokensProvider", {{"legend", semantic_legend()}, {"full", true}}},
          {"documentFormattingProvider", true},
          {"codeActionProvider", {{"codeActionKinds", Json::array({"quickfix"})}}}};
}

std::string too_large() {
  return source::to_text(source::Code::message_too_large) + ": " + std::string{source::title(source::Code::message_too_large)};
}

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

// The text after the edits of one notification, each of which speaks of the text after those before it.
std::string edited(source::File file, const Json& changes) {
  for (const auto& change : changes) {
    auto replacement = change.at("text").get<std::string>();
    if (change.contains("range")) {
      const auto begin = offset_at(file, change["range"].at("start"));
      const auto end = std::max(begin, offset_at(file, change["range"].at("end")));
      replacement.insert(0, file.text, 0, begin).append(file.text, end);
    }
    source::SourceMap scratch;
    file = scratch[scratch.add(file.path, std::move(replacement))];
  }
  return file.text;
}

std::string document_path(const Json& parameters) { return path_of(parameters.at("textDocument").at("uri").get<std::string>()); }

}  // namespace

/// What each notification does, by its name in the protocol.
struct Handlers {
  using Handler = void (*)(Server&, const Json&);

  static void did_open(Server& server, const Json& parameters) {
    server.workspace_.open(document_path(parameters), parameters.at("textDocument").at("text").get<std::string>());
  }
  static void did_change(Server& server, const Json& parameters) {
    const auto path = document_path(parameters);
    const auto* document = server.workspace_.find(path);
    if (document == nullptr) return;
    server.workspace_.change(path, edited(server.workspace_.sources()[document->file], parameters.at("contentChanges")));
  }
  static void did_close(Server& server, const Json& parameters) { server.workspace_.close(document_path(parameters)); }
  static void did_save(Server& server, const Json& parameters) {
    server.saved_ = document_path(parameters);
    server.workspace_.reread(server.saved_);
  }
  static void files_changed(Server& server, const Json& parameters) {
    for (const auto& change : parameters.at("changes")) server.workspace_.reread(path_of(change.at("uri").get<std::string>()));
  }
  static void folders_changed(Server& server, const Json& parameters) {
    for (const auto& folder : parameters.at("event").at("added"))
      server.workspace_.add_folder(path_of(folder.at("uri").get<std::string>()));
  }

  static constexpr std::array<std::pair<std::string_view, Handler>, 6> notices{{
      {"textDocument/didOpen", did_open},
      {"textDocument/didChange", did_change},
      {"textDocument/didClose", did_close},
      {"textDocument/didSave", did_save},
      {"workspace/didChangeWatchedFiles", files_changed},
      {"workspace/didChangeWorkspaceFolders", folders_changed},
  }};
};

std::vector<std::string> Server::handle(const Frame& frame) {
  if (frame.kind == Frame::Kind::bad_header) return {text(error_json(nullptr, parse_error, "the header has no usable Content-Length"))};
  if (frame.kind == Frame::Kind::too_large) return {text(error_json(nullptr, invalid_request, too_large()))};
  const auto message = Json::parse(frame.body, nullptr, false);
  if (message.is_discarded()) return {text(error_json(nullptr, parse_error, "the message is not JSON"))};
  const auto reply = answer(message);
  if (reply.is_null()) return {};
  return {text(reply)};
}

Json Server::answer(const Json& message) {
  if (!message.is_object()) return error_json(nullptr, invalid_request, "a message is an object");
  const bool asks = message.contains("id");
  const auto id = asks && is_id(message["id"]) ? message["id"] : Json{};
  const auto method = message.find("method");
  if (method == message.end() || !method->is_string()) {
    // An answer to a question of ours is no question.
    if (message.contains("result") || message.contains("error")) return nullptr;
    return error_json(id, invalid_request, "a message has a method");
  }
  if (asks && id.is_null()) return error_json(id, invalid_request, "an id is a number or a text");
  const auto parameters = message.value("params", Json::object());
  try {
    if (asks) return {{"jsonrpc", "2.0"}, {"id", id}, {"result", request(*method, parameters)}};
    notice(*method, parameters);
  } catch (const Failure& failure) {
    if (asks) return error_json(id, failure.code, failure.message);
  } catch (const Refused& refused) {
    if (asks) return error_json(id, request_failed, refused.what());
  } catch (const Json::exception& error) {
    if (asks) return error_json(id, invalid_params, error.what());
  } catch (const std::exception& error) {
    if (asks) return error_json(id, internal_error, error.what());
  }
  return nullptr;
}

Json Server::request(const std::string& method, const Json& parameters) {
  if (method == "initialize") return initialize(parameters);
  if (!initialized_) throw Failure{not_initialized, "`initialize` comes first"};
  if (shut_down_) throw Failure{invalid_request, "the server is shut down"};
  if (method == "shutdown") {
    shut_down_ = true;
    return nullptr;
  }
  for (const auto& asked : features) {
    if (asked.method != method) continue;
    if (!asked.of_form) workspace_.refresh();
    return asked.answer(workspace_, parameters);
  }
  throw Failure{method_not_found, "there is no method `" + method + "`"};
}

void Server::notice(const std::string& method, const Json& parameters) {
  if (method == "exit") ended_ = true;
  if (!initialized_ || shut_down_) return;
  for (const auto& [name, handler] : Handlers::notices)
    if (name == method) handler(*this, parameters);
}

Json Server::initialize(const Json& parameters) {
  if (initialized_) throw Failure{invalid_request, "`initialize` comes once"};
  const auto folders = parameters.find("workspaceFolders");
  if (folders != parameters.end() && folders->is_array()) {
    for (const auto& folder : *folders) workspace_.add_folder(path_of(folder.at("uri").get<std::string>()));
  } else if (const auto root = parameters.find("rootUri"); root != parameters.end() && root->is_string()) {
    workspace_.add_folder(path_of(root->get<std::string>()));
  }
  initialized_ = true;
  return {{"capabilities", capabilities()}, {"serverInfo", {{"name", "isonomy"}}}};
}

std::vector<std::string> Server::idle() {
  if (shut_down_) return {};
  workspace_.refresh();
  workspace_.rest();
  if (const auto saved = std::exchange(saved_, {}); !saved.empty()) workspace_.judge(saved);
  if (told_ == workspace_.revision()) return {};
  told_ = workspace_.revision();
  auto before = std::move(published_);
  published_.clear();
  std::vector<std::string> out;
  const auto publish = [&](const std::string& path, const Json& list) {
    out.push_back(text(
        {{"jsonrpc", "2.0"}, {"method", "textDocument/publishDiagnostics"}, {"params", {{"uri", uri_of(path)}, {"diagnostics", list}}}}));
  };
  for (const auto& [path, found] : workspace_.diagnostics()) {
    auto list = Json::array();
    for (const auto& one : found) list.push_back(diagnostic_json(workspace_, one));
    const auto said = before.find(path);
    auto now = found.empty() ? std::string{} : text(list);
    if (said == before.end() ? !now.empty() : said->second != now) publish(path, list);
    published_.emplace(path, std::move(now));
  }
  for (const auto& [path, said] : before)
    if (!said.empty() && !published_.contains(path)) publish(path, Json::array());
  return out;
}

}  // namespace isonomy::server
