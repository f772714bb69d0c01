// SPDX-License-Identifier: Apache-2.0
#include "source/csv.h"

namespace isonomy::source {
namespace {

struct Table {
  SourceMap sources;
  FileId file;
  std::vector<Row> rows;

  explicit Table(std::string text) : file{sources.add("t.csv", std::move(text))}, rows{read_csv(sources, file)} {}
};

TEST(Csv, SplitsRowsAndFields) {
  const Table table{"goods,rate\n0101,9%\n22,0%\n"};
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[1][0].text, "0101");
  EXPECT_EQ(table.rows[1][1].text, "9%");
  EXPECT_EQ(table.sources.text(table.rows[2][1].span), "0%");
}

TEST(Csv, UndoesQuotes) {
  const Table table{"a,\"b, \"\"c\"\"\",d\n"};
  ASSERT_EQ(table.rows.size(), 1U);
  ASSERT_EQ(table.rows[0].size(), 3U);
  EXPECT_EQ(table.rows[0][1].text, "b, \"c\"");
}

TEST(Csv, LeavesBlankLinesOutAndKeepsEmptyFields) {
  const Table table{"a,b\r\n\r\n,c\r\n"};
  ASSERT_EQ(table.rows.size(), 2U);
  ASSERT_EQ(table.rows[1].size(), 2U);
  EXPECT_EQ(table.rows[1][0].text, "");
  EXPECT_EQ(table.rows[1][1].text, "c");
}

TEST(Csv, ReadsALastLineWithoutLineBreak) {
  const Table table{"a,b\nc,d"};
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[1][1].text, "d");
}

}  // namespace
}  // namespace isonomy::source
