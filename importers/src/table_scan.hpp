#pragma once
// A table of comma-separated values (RFC 4180) gone through once from beginning to end, for tables too large to keep: some of its columns,
// row by row, as views. The reader of csv.hpp tells more of what is wrong; this one is for millions of rows.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lacuna/problem.hpp"

namespace lacuna::importers {

/// A file mapped into memory, or read where that cannot be done.
class MappedFile {
public:
    /// Adds a problem, and holds nothing, where the file cannot be read.
    MappedFile(const std::string& path, std::vector<Problem>& problems);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    std::string_view text() const { return text_; }
    const std::string& path() const { return path_; }

private:
    std::string path_, read_;
    std::string_view text_;
    void* mapped_ = nullptr;
};

/// Which columns are wanted, and what a row has in them.
template <std::size_t N>
class TableScan {
public:
    using Cells = std::array<std::string_view, N>;
    using Names = std::array<std::string_view, N>;

    /// Finds the columns by the names in the first row, whatever the case. Columns from `required` on may be missing: their cells are empty.
    TableScan(const MappedFile& file, const Names& names, std::size_t required, std::vector<Problem>& problems);

    /// Pieces of the table that can be gone through apart: each but the last ends with a row. One only where cells are quoted.
    std::vector<std::string_view> pieces(std::size_t count) const;

    /// Goes through a piece, which begins in line `line`. Calls `row(cells, line)` for every row that is not blank, or `too_short(line)` where
    /// a required cell is not there. Returns the number of lines; where a quote is wrong, -1 - the line in which its row begins.
    template <class Row, class TooShort>
    std::int64_t each(std::string_view piece, const Row& row, const TooShort& too_short) const;

    std::int64_t header_lines() const { return header_lines_; }
    /// Is there any quoted cell? An unquoted one stays where it is while the file is mapped.
    bool quoted() const { return quoted_; }

private:
    std::string_view body_;
    std::vector<int> wanted_;  ///< of each column, which cell it is, or -1; as far as the last wanted one
    std::size_t required_columns_ = 0;
    std::int64_t header_lines_ = 1;
    bool quoted_ = false;
};

/// One cell from `at`, which it moves to the comma, the line end, or the end behind it. Quoted cells are unquoted into `scratch`, where needed.
/// False if a quote does not end, or something stands behind it.
inline bool next_cell(const char*& at, const char* end, std::string_view& cell, std::string& scratch, std::int64_t& lines) {
    if (at != end && *at == '"') {
        const char* from = ++at;
        scratch.clear();
        for (;; ++at) {
            if (at == end) return false;
            lines += *at == '\n' ? 1 : 0;
            if (*at != '"') continue;
            scratch.append(from, at);
            if (++at == end || *at != '"') break;
            from = at;  // of two quotes one stays
        }
        cell = scratch;
        if (at != end && *at == '\r') ++at;
        return at == end || *at == ',' || *at == '\n';
    }
    const char* from = at;
    while (at != end && *at != ',' && *at != '\n') ++at;
    cell = {from, static_cast<std::size_t>(at - from)};
    if ((at == end || *at == '\n') && !cell.empty() && cell.back() == '\r') cell.remove_suffix(1);
    return true;
}

template <std::size_t N>
template <class Row, class TooShort>
std::int64_t TableScan<N>::each(std::string_view piece, const Row& row, const TooShort& too_short) const {
    Cells cells;
    std::array<std::string, N> scratch;
    std::string passed_over;
    std::int64_t line = 0;
    const char *at = piece.data(), *const end = at + piece.size();
    while (at != end) {
        const std::int64_t first_line = line;
        const char* const begin = at;
        cells = {};
        std::size_t column = 0;
        for (;; ++column) {
            const int which = column < wanted_.size() ? wanted_[column] : -1;
            std::string_view cell;
            if (!next_cell(at, end, cell, which < 0 ? passed_over : scratch[static_cast<std::size_t>(which)], line)) return -1 - first_line;
            if (which >= 0) cells[static_cast<std::size_t>(which)] = cell;
            if (at == end || *at == '\n') break;
            ++at;
        }
        const bool blank = column == 0 && (at == begin || (at == begin + 1 && *begin == '\r'));
        if (at != end) ++at;
        ++line;
        if (blank) continue;
        if (column + 1 < required_columns_) too_short(first_line);
        else row(cells, first_line);
    }
    return line;
}

/// The columns of a first row.
struct HeaderRow {
    std::vector<std::string> names;
    std::size_t length = 0;  ///< bytes, with the line end
    std::int64_t lines = 1;
};
Problem wrong_quote(const std::string& file, std::int64_t line);
HeaderRow header_of(std::string_view text, const std::string& file, std::vector<Problem>& problems);
/// Position of a column, whatever the case; adds a problem with the nearest name where it is missing and required.
int column_of(const HeaderRow& header, std::string_view name, bool required, const std::string& file, std::vector<Problem>& problems);

template <std::size_t N>
TableScan<N>::TableScan(const MappedFile& file, const Names& names, std::size_t required, std::vector<Problem>& problems) {
    const auto header = header_of(file.text(), file.path(), problems);
    body_ = file.text().substr(header.length);
    header_lines_ = header.lines;
    quoted_ = body_.find('"') != std::string_view::npos;
    for (std::size_t i = 0; i < N; ++i) {
        const int column = column_of(header, names[i], i < required, file.path(), problems);
        if (column < 0) continue;
        const auto c = static_cast<std::size_t>(column);
        if (wanted_.size() <= c) wanted_.resize(c + 1, -1);
        wanted_[c] = static_cast<int>(i);
        if (i < required) required_columns_ = std::max(required_columns_, c + 1);
    }
}

template <std::size_t N>
std::vector<std::string_view> TableScan<N>::pieces(std::size_t count) const {
    if (count < 2 || quoted_) return {body_};
    std::vector<std::string_view> out;
    std::string_view left = body_;
    for (; count > 1 && !left.empty(); --count) {
        const auto cut = left.find('\n', left.size() / count);
        if (cut == std::string_view::npos) break;
        out.push_back(left.substr(0, cut + 1));
        left.remove_prefix(cut + 1);
    }
    out.push_back(left);
    return out;
}

}  // namespace lacuna::importers
