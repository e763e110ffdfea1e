#include "table_scan.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "lacuna/names.hpp"

namespace lacuna::importers {
namespace {

std::string lower(std::string_view s) {
    std::string out(s);
    for (auto& c : out)
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

MappedFile::MappedFile(const std::string& path, std::vector<Problem>& problems) : path_(path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (file >= 0 && ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0) {
        mapped_ = ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0);
        if (mapped_ == MAP_FAILED) mapped_ = nullptr;
        else text_ = {static_cast<const char*>(mapped_), static_cast<std::size_t>(about.st_size)};
    }
    if (file >= 0) ::close(file);
    if (mapped_ != nullptr) return;
    // a pipe, an empty file, or a system that maps no files
    std::ifstream in(path, std::ios::binary);
    if (!in || (file >= 0 && S_ISDIR(about.st_mode))) {
        problems.push_back(problem_with(path, "no-such-file", "this file cannot be read", "name a table of comma-separated values"));
        return;
    }
    read_.assign(std::istreambuf_iterator<char>(in), {});
    text_ = read_;
}

MappedFile::~MappedFile() {
    if (mapped_ != nullptr) ::munmap(mapped_, text_.size());
}

Problem wrong_quote(const std::string& file, std::int64_t line) {
    return {{file, static_cast<int>(line), 1}, "wrong-quote", "the row that begins here has a quoted cell that does not end, or text behind the closing quote", "close the quote, and double the quotes inside the cell"};
}

HeaderRow header_of(std::string_view text, const std::string& file, std::vector<Problem>& problems) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    HeaderRow out;
    const char *at = text.data(), *const end = at + text.size();
    if (text.starts_with(byte_order_mark)) at += byte_order_mark.size();
    std::string scratch;
    while (at != end) {
        std::string_view cell;
        if (!next_cell(at, end, cell, scratch, out.lines)) {
            problems.push_back(wrong_quote(file, 1));
            break;
        }
        out.names.push_back(lower(cell));
        if (at == end || *at++ == '\n') break;
    }
    out.length = static_cast<std::size_t>(at - text.data());
    return out;
}

int column_of(const HeaderRow& header, std::string_view name, bool required, const std::string& file, std::vector<Problem>& problems) {
    const auto it = std::find(header.names.begin(), header.names.end(), name);
    if (it != header.names.end()) return static_cast<int>(it - header.names.begin());
    if (required) problems.push_back({{file, 1, 1}, "missing-column", fmt::format("no column is called '{}'", name), near_or(std::string(name), header.names, "name the columns in the first line")});
    return -1;
}

}  // namespace lacuna::importers
