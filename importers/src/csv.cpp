#include "importers/csv.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "lacuna/names.hpp"

namespace lacuna::importers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_problems = 100;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Length of the UTF-8 character at the front of `s` (RFC 3629: shortest form, no surrogates, at most U+10FFFF); 0 where there is none.
std::size_t character_length(std::string_view s) {
    const auto first = static_cast<unsigned char>(s[0]);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || s.size() < length) return 0;
    if (!std::all_of(s.begin() + 1, s.begin() + static_cast<std::ptrdiff_t>(length), continues)) return 0;
    const auto second = static_cast<unsigned char>(s[1]);
    const bool too_long = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool no_character = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return too_long || no_character ? 0 : length;
}

/// Offset of the first byte that is no text: not UTF-8, or NUL.
std::optional<std::size_t> first_bad_byte(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto length = character_length(text.substr(i));
        if (length == 0 || text[i] == '\0') return i;
        i += length;
    }
    return std::nullopt;
}

/// Walks over the text once, cell by cell, and knows at every step where it is.
class Reader {
public:
    Reader(const FileText& file, std::string_view text, std::vector<Problem>& problems, const CsvLimits& limits)
        : text_(text), problems_(problems), before_(problems.size()), limits_(limits) {
        table_.file = file.name;
    }

    std::optional<CsvTable> read() {
        if (encoded_well()) records();
        if (problems_.size() == before_ && table_.header.empty()) whole("no-header", "the file holds no line", "the first line must name the columns");
        if (problems_.size() != before_) return std::nullopt;
        return std::move(table_);
    }

private:
    bool done() const { return at_ >= text_.size(); }
    bool at(std::string_view token) const { return text_.substr(at_, token.size()) == token; }
    bool at_line_end() const { return at("\n") || at("\r\n"); }
    bool at_cell_end() const { return done() || at(",") || at_line_end(); }
    bool full() const { return stopped_ || problems_.size() - before_ >= most_problems; }

    void skip_mark() {
        if (at(byte_order_mark)) at_ += byte_order_mark.size();
    }
    void step() {
        const char c = text_[at_++];
        if (c == '\n') {
            ++line_;
            column_ = 1;
        } else if (!continues(c)) {
            ++column_;
        }
    }
    void step_over_line_end() {
        if (at("\r\n")) step();
        if (!done()) step();
    }

    void wrong(int line, int column, std::string code, std::string what, std::string advice) {
        if (!full()) problems_.push_back({{table_.file, line, column}, std::move(code), std::move(what), std::move(advice)});
    }
    void whole(std::string code, std::string what, std::string advice) {
        problems_.push_back(problem_with(table_.file, std::move(code), std::move(what), std::move(advice)));
        stopped_ = true;
    }

    bool encoded_well() {
        if (text_.size() > limits_.bytes) whole("file-too-large", fmt::format("the file has {} bytes", text_.size()), fmt::format("split it; at most {} are read", limits_.bytes));
        else if (at("\xFF\xFE") || at("\xFE\xFF")) whole("bad-encoding", "the file is UTF-16 text", "save it as CSV in UTF-8");
        else if (const auto bad = first_bad_byte(text_)) {
            Reader walker(*this);
            walker.skip_mark();
            while (walker.at_ < *bad) walker.step();
            if (text_[*bad] == '\0') wrong(walker.line_, walker.column_, "null-byte", "a NUL byte stands here, which no text holds", "save the file as CSV in UTF-8");
            else wrong(walker.line_, walker.column_, "bad-encoding", "this byte is not UTF-8 text", "save the file as CSV in UTF-8");
            stopped_ = true;
        }
        return !stopped_;
    }

    void records() {
        skip_mark();
        while (!done() && !full()) {
            // in a table of one column an empty line is a row with an empty cell
            if (at_line_end() && table_.header.size() != 1) {
                step_over_line_end();
                continue;
            }
            auto row = record();
            if (full()) return;
            if (table_.header.empty()) table_.header = std::move(row);
            else keep(std::move(row));
        }
    }

    CsvRow record() {
        CsvRow row;
        while (true) {
            row.push_back(cell());
            if (row.size() > limits_.columns) {
                wrong(row.back().line, row.back().column, "too-many-columns", fmt::format("the line has more than {} cells", limits_.columns), "close the quotes before here, or split the table");
                stopped_ = true;
            }
            if (done() || stopped_ || !at(",")) break;
            step();
        }
        if (!done() && !stopped_) step_over_line_end();
        return row;
    }

    void keep(CsvRow row) {
        const auto wanted = table_.header.size();
        cells_ += row.size();
        const auto& first = row.front();
        if (row.size() < wanted && !unterminated_)
            wrong(first.line, first.column, "ragged-row", fmt::format("the row that begins here has {} cells, the header has {}", row.size(), wanted), "add the missing cells, or correct the quotes in this row");
        else if (row.size() > wanted)
            wrong(row[wanted].line, row[wanted].column, "ragged-row", fmt::format("the row has {} cells, the header has {}; this is the first without a column", row.size(), wanted),
                  "quote the cells that hold commas, or delete what is too much");
        if (table_.rows.size() == limits_.rows || cells_ > limits_.cells) {
            wrong(first.line, first.column, "too-many-rows", fmt::format("the table has more than {} rows or {} cells", limits_.rows, limits_.cells), "split it");
            stopped_ = true;
            return;
        }
        table_.rows.push_back(std::move(row));
    }

    CsvCell cell() {
        CsvCell c{"", line_, column_};
        if (at("\"")) quoted(c);
        else plain(c);
        return c;
    }

    void plain(CsvCell& c) {
        bool told = false;
        for (; !at_cell_end(); step()) {
            if (at("\"") && !told) {
                wrong(line_, column_, "stray-quote", "a quote stands inside a cell that does not begin with one", "put the whole cell in quotes and double the quotes inside it");
                told = true;
            }
            if (at("\r") && !return_told_) {
                wrong(line_, column_, "bare-return", "a carriage return without a line feed ends no line", "save the file with LF or CRLF at the ends of lines");
                return_told_ = true;  // a file of them is one mistake
            }
            c.text += text_[at_];
        }
    }

    void quoted(CsvCell& c) {
        step();
        while (true) {
            if (done()) {
                wrong(c.line, c.column, "unterminated-quote", "the quote that opens here is never closed", "close it, and double the quotes inside the cell");
                unterminated_ = true;
                return;
            }
            if (at("\"\"")) step();
            else if (at("\"")) break;
            c.text += text_[at_];
            step();
        }
        step();
        if (at_cell_end()) return;
        wrong(line_, column_, "text-after-quote", "text stands after the quote that closes the cell", "double the quotes inside the cell, or put a comma here");
        while (!at_cell_end()) step();
    }

    std::string_view text_;
    std::vector<Problem>& problems_;
    std::size_t before_;
    const CsvLimits& limits_;
    CsvTable table_;
    std::size_t at_ = 0, cells_ = 0;
    int line_ = 1, column_ = 1;
    bool stopped_ = false, unterminated_ = false, return_told_ = false;
};

}  // namespace

std::optional<CsvTable> read_csv(const FileText& file, std::vector<Problem>& problems, const CsvLimits& limits) { return Reader(file, file.content, problems, limits).read(); }

}  // namespace lacuna::importers
