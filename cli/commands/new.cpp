// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <memory>

#include "api/skeleton.h"
#include "session.h"

namespace isonomy::cli {
namespace {

struct NewOptions {
  std::vector<std::string> rules;
  api::NewJurisdiction jurisdiction;
  std::string measure;
};

void run(Session& session, const NewOptions& options) {
  auto loaded = load(session, options.rules);
  if (!loaded.usable()) return complain(session, *loaded.sources, loaded.diagnostics);
  source::Diagnostics diagnostics;
  const auto root = rule_folders(session, options.rules, diagnostics).front();
  const auto files = options.measure.empty() ? api::new_jurisdiction(loaded, root, options.jurisdiction, diagnostics)
                                             : api::new_measure(loaded, root, options.measure, diagnostics);
  if (!diagnostics.has_errors()) api::create(files, diagnostics);
  if (diagnostics.has_errors()) return complain(session, *loaded.sources, diagnostics);
  for (const auto& file : files) std::cout << file.path.generic_string() << "\n";
}

void add_rules(CLI::App& verb, NewOptions& options) {
  verb.add_option("--rules", options.rules, "folder of rule files; the first one gets the new ones (default: the nearest rulesets/)")
      ->type_name("DIR");
}

}  // namespace

void add_new(CLI::App& app, Session& session) {
  auto options = std::make_shared<NewOptions>();
  auto* verb = app.add_subcommand("new", "First drafts of rule files, every question open");
  verb->footer("Examples:\n  isonomy new jurisdiction CH --name Switzerland --currency CHF\n  isonomy new measure customs.storage_fee");
  verb->require_subcommand(1);
  auto* jurisdiction = verb->add_subcommand("jurisdiction", "A country or a zone, with a ruleset for each domain");
  jurisdiction->footer("Example:\n  isonomy new jurisdiction CH --name Switzerland --currency CHF");
  jurisdiction->add_option("code", options->jurisdiction.code, "ISO 3166-1 code, or a zone such as CN.HZ")->required();
  jurisdiction->add_option("--name", options->jurisdiction.name, "its name in English (default: the code)");
  jurisdiction->add_option("--currency", options->jurisdiction.currency, "its currency, e.g. CHF");
  auto* measure = verb->add_subcommand("measure", "A question to be put to every jurisdiction");
  measure->footer("Example:\n  isonomy new measure customs.storage_fee");
  measure->add_option("name", options->measure, "domain and name, e.g. customs.storage_fee")->required();
  for (auto* one : {jurisdiction, measure}) {
    add_rules(*one, *options);
    one->callback([options, &session] { run(session, *options); });
  }
}

}  // namespace isonomy::cli
