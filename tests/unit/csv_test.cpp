// Proves the reading of comma-separated values: what RFC 4180 allows is read to the letter with its place, everything else is told.

#include "importers/csv.hpp"

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::importers;

namespace {

struct Read {
    std::optional<CsvTable> table;
    std::vector<std::string> told;
};

Read read(std::string content, const CsvLimits& limits = {}) {
    std::vector<Problem> problems;
    Read r{read_csv({"t.csv", std::move(content)}, problems, limits), {}};
    for (const auto& p : problems) r.told.push_back(to_string(p));
    CHECK(r.table.has_value() == r.told.empty());
    return r;
}

using Texts2 = std::vector<std::vector<std::string>>;

Texts2 texts(const std::optional<CsvTable>& table) {
    REQUIRE(table);
    Texts2 out(1);
    for (const auto& cell : table->header) out[0].push_back(cell.text);
    for (const auto& row : table->rows) {
        out.emplace_back();
        for (const auto& cell : row) out.back().push_back(cell.text);
    }
    return out;
}

std::string only_problem(std::string content) {
    const auto r = read(std::move(content));
    REQUIRE(r.told.size() == 1);
    return r.told[0];
}

/// A table and the places where its cells begin, written with whatever freedom the format leaves.
struct Written {
    std::string content;
    Texts2 cells;
    std::vector<std::pair<int, int>> places;
};

Written write_table(small::Random& random) {
    static const std::vector<std::string> pieces{"a", "1.5e+26", ",", "\"", "\n", "\r\n", "\r", " ", "\xC3\xA9", "\xE6\xBC\xA2", "\xF0\x9F\x8C\x8D", "\t", ";", "\x1C", "\xC2\xA0", "=", "'"};
    Written w;
    int line = 1, column = 1;
    const auto put = [&](const std::string& text) {
        w.content += text;
        for (const char c : text) {
            if (c == '\n') ++line, column = 1;
            else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++column;
        }
    };
    if (random.chance(3)) w.content = "\xEF\xBB\xBF";
    const std::string end = random.chance(2) ? "\n" : "\r\n";
    const auto columns = 2 + random.below(4), rows = 1 + random.below(6);
    for (std::size_t r = 0; r < rows; ++r) {
        w.cells.emplace_back();
        for (std::size_t c = 0; c < columns; ++c) {
            // the first line must show something to be the header
            std::string text = r + c == 0 ? "h" : "", doubled;
            for (auto n = random.below(6); n > 0; --n) text += pieces[random.below(pieces.size())];
            for (const char x : text) doubled += x == '"' ? "\"\"" : std::string(1, x);
            if (c > 0) put(",");
            w.places.emplace_back(line, column);
            const bool needs_quotes = text.find_first_of(",\"\r\n") != std::string::npos;
            put(needs_quotes || random.chance(4) ? "\"" + doubled + "\"" : text);
            w.cells.back().push_back(text);
        }
        if (r + 1 < rows || random.chance(2)) put(end);
    }
    return w;
}

}  // namespace

TEST_CASE("csv: a table with its places") {
    const auto r = read("name,note\nGrok 4,\"two\nlines, and a \"\"word\"\"\"\nGPT-5,\n");
    CHECK(texts(r.table) == Texts2{{"name", "note"}, {"Grok 4", "two\nlines, and a \"word\""}, {"GPT-5", ""}});
    const auto& rows = r.table->rows;
    CHECK(to_string(Problem{r.table->place(rows[0][1]), "c", "w", "a"}) == "t.csv:2:8: w: a");
    CHECK(rows[1][0].line == 4);
    CHECK(rows[1][1].column == 7);
}

TEST_CASE("csv: columns are counted in characters, and a byte-order mark is none") {
    const auto r = read("\xEF\xBB\xBFn\xC3\xA9,\xF0\x9F\x8C\x8D,c\n");
    CHECK(texts(r.table) == Texts2{{"n\xC3\xA9", "\xF0\x9F\x8C\x8D", "c"}});
    CHECK(r.table->header[1].column == 4);
    CHECK(r.table->header[2].column == 6);
}

TEST_CASE("csv: LF and CRLF end lines, with or without one at the end; lines with nothing on them are passed over") {
    const Texts2 same{{"a", "b"}, {"1", "2"}};
    for (const std::string content : {"a,b\n1,2", "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r\n1,2\n", "\n\r\na,b\n\n1,2\n\n\r\n"}) {
        INFO(content);
        CHECK(texts(read(content).table) == same);
    }
    CHECK(texts(read("a\n\nx\n").table) == Texts2{{"a"}, {""}, {"x"}});
}

TEST_CASE("csv: blanks belong to the cell, quoted and empty cells are told apart from nothing") {
    CHECK(texts(read("a,b,c\n x , ,\"\"\n").table) == Texts2{{"a", "b", "c"}, {" x ", " ", ""}});
    CHECK(texts(read("a,b\n\"\",\"\"\"\"\n").table) == Texts2{{"a", "b"}, {"", "\""}});
}

TEST_CASE("csv: rows that do not fit the header are all told") {
    const auto r = read("a,b\n1\n1,2\n\"x\ny\",2,3\n1,2,3,4\n");
    CHECK(r.told == std::vector<std::string>{"t.csv:2:1: the row that begins here has 1 cells, the header has 2: add the missing cells, or correct the quotes in this row",
                                             "t.csv:5:6: the row has 3 cells, the header has 2; this is the first without a column: quote the cells that hold commas, or delete what is too much",
                                             "t.csv:6:5: the row has 4 cells, the header has 2; this is the first without a column: quote the cells that hold commas, or delete what is too much"});
}

TEST_CASE("csv: quotes that are not as they must be") {
    CHECK(only_problem("a,b\n1,\"open\n3,4\n") == "t.csv:2:3: the quote that opens here is never closed: close it, and double the quotes inside the cell");
    CHECK(only_problem("a,b\n1,\"shut\" x\n") == "t.csv:2:9: text stands after the quote that closes the cell: double the quotes inside the cell, or put a comma here");
    CHECK(only_problem("a,b\n1,5\"6\" x\n") == "t.csv:2:4: a quote stands inside a cell that does not begin with one: put the whole cell in quotes and double the quotes inside it");
    CHECK(only_problem("a,b\n1, \"x\"\n") == "t.csv:2:4: a quote stands inside a cell that does not begin with one: put the whole cell in quotes and double the quotes inside it");
    CHECK(only_problem("a,b\n1,\"") == "t.csv:2:3: the quote that opens here is never closed: close it, and double the quotes inside the cell");
    CHECK(read("a,b\n\"x\"y,2\n3,\"z\"w\n4,5\"\n").told.size() == 3);
}

TEST_CASE("csv: a return by itself ends no line, but may stand in quotes") {
    CHECK(only_problem("a,b\r1,2\r3,4\r").starts_with("t.csv:1:4: a carriage return without a line feed ends no line: "));
    CHECK(texts(read("a,b\n\"x\ry\",2\n").table) == Texts2{{"a", "b"}, {"x\ry", "2"}});
}

TEST_CASE("csv: what is not UTF-8 text is not read") {
    CHECK(only_problem("a,b\n1,\xE9t\xE9\n") == "t.csv:2:3: this byte is not UTF-8 text: save the file as CSV in UTF-8");
    CHECK(only_problem(std::string("a,b\nx\0y,2\n", 10)) == "t.csv:2:2: a NUL byte stands here, which no text holds: save the file as CSV in UTF-8");
    CHECK(only_problem(std::string("\xEF\xBB\xBF\xC3\xA9\0", 6)).starts_with("t.csv:1:2: a NUL byte"));
    CHECK(only_problem(std::string("\xFF\xFE" "a\0", 4)) == "t.csv: the file is UTF-16 text: save it as CSV in UTF-8");
    for (const std::string bad : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xE2\x82", "\xF0\x9F\x98"}) {
        INFO(bad);
        CHECK(only_problem("a\n" + bad).find("not UTF-8") != std::string::npos);
    }
}

TEST_CASE("csv: a file without a line") {
    for (const std::string empty : {"", "\n\r\n", "\xEF\xBB\xBF"}) CHECK(only_problem(empty) == "t.csv: the file holds no line: the first line must name the columns");
}

TEST_CASE("csv: no file can exhaust the machine") {
    const auto bounded = [](std::string content, const CsvLimits& limits) {
        const auto r = read(std::move(content), limits);
        REQUIRE(r.told.size() == 1);
        return r.told[0];
    };
    CHECK(bounded("a,b\n1,2\n", {7, 10, 10, 100}) == "t.csv: the file has 8 bytes: split it; at most 7 are read");
    CHECK(bounded("a,b,c\n", {100, 2, 10, 100}).starts_with("t.csv:1:5: the line has more than 2 cells: "));
    CHECK(bounded("a,b\n1,2,3\n", {100, 2, 10, 100}).starts_with("t.csv:2:5: the line has more than 2 cells: "));
    CHECK(bounded("a,b\n1,2\n3,4\n5,6\n", {100, 10, 2, 100}).starts_with("t.csv:4:1: the table has more than 2 rows or 100 cells: "));
    CHECK(bounded("a,b\n1,2\n3,4\n", {100, 10, 10, 3}).starts_with("t.csv:3:1: the table has more than 10 rows or 3 cells: "));
    std::string ragged = "a,b\n";
    for (int i = 0; i < 1000; ++i) ragged += "x\n";
    CHECK(read(ragged).told.size() == 100);
}

TEST_CASE("csv: what is written, however it is written, is what is read, each cell in its place") {
    small::Random random(2026);
    for (int round = 0; round < 3000; ++round) {
        const auto w = write_table(random);
        INFO(w.content);
        const auto r = read(w.content);
        REQUIRE(r.told.empty());
        // rows of empty cells still have their commas, so none is lost
        REQUIRE(texts(r.table) == w.cells);
        std::size_t i = 0;
        const auto placed = [&](const CsvRow& row) {
            for (const auto& cell : row) {
                const auto [line, column] = w.places[i++];
                REQUIRE(cell.line == line);
                REQUIRE(cell.column == column);
            }
        };
        placed(r.table->header);
        for (const auto& row : r.table->rows) placed(row);
    }
}

TEST_CASE("csv: any bytes give a table of even rows or a problem, never both") {
    small::Random random(7);
    const std::string alphabet("a1,,\"\"\n\n\r\xC3\xA9\xE6\0 ", 14);
    for (int round = 0; round < 20000; ++round) {
        std::string content;
        for (auto n = random.below(24); n > 0; --n) content += alphabet[random.below(alphabet.size())];
        const auto r = read(content);
        if (!r.table) continue;
        for (const auto& row : r.table->rows) REQUIRE(row.size() == r.table->header.size());
    }
}
