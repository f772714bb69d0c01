// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <nlohmann/json.hpp>

namespace isonomy::report {
namespace {

using Tree = nlohmann::ordered_json;

Tree tree_of(const Json& json);

struct ToTree {
  Tree operator()(const Json::Array& items) const {
    auto out = Tree::array();
    for (const auto& item : items) out.push_back(tree_of(item));
    return out;
  }

  Tree operator()(const Json::Object& members) const {
    auto out = Tree::object();
    for (const auto& [name, member] : members) out[name] = tree_of(member);
    return out;
  }

  template <class T>
  Tree operator()(const T& plain) const {
    return plain;
  }
};

Tree tree_of(const Json& json) { return std::visit(ToTree{}, json.value); }

}  // namespace

Json to_json(const std::vector<std::string>& texts) { return Json::Array(texts.begin(), texts.end()); }

std::string to_text(const Json& json) { return tree_of(json).dump(2, ' ', false, Tree::error_handler_t::replace) + "\n"; }

}  // namespace isonomy::report
