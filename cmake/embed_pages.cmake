# SPDX-License-Identifier: Apache-2.0
# Writes the pages in FOLDER as C++ to OUT, so that `isonomy explain E0304` needs no file beside the binary.
file(GLOB pages ${FOLDER}/*.md)
set(text "// Made by cmake/embed_pages.cmake.\n#include \"report/pages.h\"\n\nnamespace isonomy::report {\n\n")
string(APPEND text "const std::vector<Page>& all_pages() {\n  static const std::vector<Page> pages{\n")
foreach(page IN LISTS pages)
  get_filename_component(name ${page} NAME_WE)
  file(READ ${page} content)
  string(APPEND text "      {\"${name}\", R\"page(${content})page\"},\n")
endforeach()
string(APPEND text "  };\n  return pages;\n}\n\n}  // namespace isonomy::report\n")
file(WRITE ${OUT} "${text}")
