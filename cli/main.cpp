// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <filesystem>
#include <iostream>

#include "session.h"

namespace {

std::string this_program(const char* called_as) {
  std::error_code error;
  const auto link = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string{called_as} : link.string();
}

int run(int argc, char** argv) {
  CLI::App app{"Isonomy compares the law of jurisdictions along trade routes, exactly and with sources.", "isonomy"};
  isonomy::cli::Session session{this_program(argv[0])};
  app.set_version_flag("--version", ISONOMY_VERSION);
  app.require_subcommand(1);
  isonomy::cli::add_check(app, session);
  isonomy::cli::add_explain(app, session);
  isonomy::cli::add_validate(app, session);
  isonomy::cli::add_test(app, session);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? isonomy::cli::nothing_found : isonomy::cli::wrong_input;
  }
  return session.status;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "isonomy: " << error.what() << "\n";
    return isonomy::cli::wrong_input;
  }
}
