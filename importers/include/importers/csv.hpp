#pragma once
// Tables as comma-separated values (RFC 4180). Left out: guessing of separators and encodings, types, and what the columns mean.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lacuna/files.hpp"
#include "lacuna/problem.hpp"

namespace lacuna::importers {

/// One cell: its text without the quotes around it, and where it begins.
struct CsvCell {
    std::string text;
    int line = 1;    ///< from 1
    int column = 1;  ///< from 1, in characters, as it stands in the file
};
using CsvRow = std::vector<CsvCell>;

/// A table whose rows all have as many cells as its header.
struct CsvTable {
    std::string file;
    CsvRow header;
    std::vector<CsvRow> rows;

    Place place(const CsvCell& cell) const { return {file, cell.line, cell.column}; }
};

/// What is read at most, so that a stranger's file cannot exhaust the machine.
struct CsvLimits {
    std::size_t bytes = std::size_t{64} << 20U;
    std::size_t columns = 1000;
    std::size_t rows = 200'000;
    std::size_t cells = 5'000'000;
};

/// Reads UTF-8 with or without a byte-order mark, lines ended by LF or CRLF. Cells may be quoted, and then hold line ends, commas and doubled quotes;
/// a return by itself (CR) ends no line and stands only in quotes. Lines with nothing on them are passed over, except in a table of one column.
/// Nothing when there was a problem; problems tell all that is wrong, up to the hundredth.
std::optional<CsvTable> read_csv(const FileText& file, std::vector<Problem>& problems, const CsvLimits& limits = {});

}  // namespace lacuna::importers
