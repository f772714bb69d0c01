// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

#include "server/json.h"
#include "server/workspace.h"

/// What an editor asks. Each takes the parameters of its request and gives its result; `null` where there is nothing.
namespace isonomy::server {

/// A request that cannot be granted, in words for the user.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Where the cursor is: the document of the parameters and the byte in it; no document if it is unknown.
struct Cursor {
  const Document* document = nullptr;
  std::uint32_t offset = 0;
};
Cursor cursor_of(const Workspace& workspace, const Json& parameters);
const Document* document_of(const Workspace& workspace, const Json& parameters);

Json hover(const Workspace& workspace, const Json& parameters);
Json definition(const Workspace& workspace, const Json& parameters);
Json references(const Workspace& workspace, const Json& parameters);
Json prepare_rename(const Workspace& workspace, const Json& parameters);
Json rename(const Workspace& workspace, const Json& parameters);
Json completion(const Workspace& workspace, const Json& parameters);
Json document_symbols(const Workspace& workspace, const Json& parameters);
Json semantic_tokens(const Workspace& workspace, const Json& parameters);
Json formatting(const Workspace& workspace, const Json& parameters);
Json code_actions(const Workspace& workspace, const Json& parameters);

/// The kinds of names as the client is told of them, in the order of `model::Named`.
Json semantic_legend();

/// One mistake as the protocol has it.
Json diagnostic_json(const Workspace& workspace, const source::Diagnostic& diagnostic);

/// What hover shows of a name, in Markdown; empty if nothing is known of it.
std::string described(const Workspace& workspace, const model::Mention& mention);

}  // namespace isonomy::server
