// Step 3, scale: the program on crosswalks made by a generator that is not ours, against the counts that eleven other programs gave.

#include <sys/wait.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include "program.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path generator = fs::path(LACUNA_ROOT) / "../shared/bench/gen.cpp";

bool shell(const std::string& command) {
    const int status = std::system(command.c_str());  // NOLINT(cert-env33-c): the command line is the test's own
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// A folder that lasts as long as this, with the generator in it, if there is one and a compiler.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / fmt::format("lacuna-crosswalk-{}", getpid())) {
        fs::create_directories(path_);
        if (!fs::exists(generator)) MESSAGE("skipped: the generator ../shared/bench/gen.cpp is not here");
        else if (!shell(fmt::format("c++ -O2 -std=c++20 -o '{}' '{}' 2> /dev/null", (path_ / "gen").string(), generator.string()))) MESSAGE("skipped: there is no compiler to make the generator with");
        else ready_ = true;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    bool ready() const { return ready_; }
    std::string file(const std::string& name) const { return (path_ / name).string(); }

    /// Makes P.csv and M.csv; their columns in an order that nobody would choose, since none is prescribed.
    void make(const std::string& arguments) const {
        REQUIRE(shell(fmt::format("'{}' {} '{}' > /dev/null", file("gen"), arguments, path_.string())));
        convert("prov.csv", "P.csv", "instrument,id,depth,parent", [](const auto& c) { return "i" + c[1] + "," + c[0] + "," + c[3] + "," + (c[2] == "-1" ? "" : c[2]); });
        constexpr std::array<const char*, 4> words{"equal-to", "superset-of", "subset-of", "intersects-with"};
        convert("edge.csv", "M.csv", "strength,relation,target,source", [&](const auto& c) { return c[3] + "," + words.at(std::stoul(c[2])) + "," + c[1] + "," + c[0]; });
    }

private:
    template <class Line>
    void convert(const std::string& from, const std::string& to, const std::string& head, const Line& line) const {
        std::ifstream in(path_ / from);
        std::ofstream out(path_ / to);
        out << head << '\n';
        for (std::string text; std::getline(in, text);) {
            std::array<std::string, 4> cells;
            std::istringstream row(text);
            for (auto& cell : cells) std::getline(row, cell, ',');
            out << line(cells) << '\n';
        }
    }

    fs::path path_;
    bool ready_ = false;
};

struct Expected {
    std::string name, arguments;
    std::array<std::string, 4> counts;  ///< of cells with 2 and with 1, by chains of at most one, two, three, any number of rows
};

// from ../shared/bench/README.md
const std::array<Expected, 3> key{{
    {"S1", "30 200 20261121", {"3484,4975", "7717,15589", "9466,21025", "10477,22780"}},
    {"S10", "120 500 20261121", {"62035,63346", "186470,453573", "305986,976751", "833175,1819846"}},
    {"S100", "400 1500 20261121", {"783637,641653", "3694644,6272531", "9538895,22475620", "71939009,67728914"}},
}};

std::string total(const std::string& summary) {
    const auto at = summary.find("all,all,");
    return at == std::string::npos ? "" : summary.substr(at + 8, summary.find('\n', at) - at - 8);
}

}  // namespace

TEST_CASE("step 3, crosswalk: the counts of crosswalks with 6 thousand, 60 thousand and half a million provisions") {
    const Folder folder;
    if (!folder.ready()) return;
    for (const auto& data : key) {
        folder.make(data.arguments);
        std::string seconds;
        for (std::size_t i = 0; i < data.counts.size(); ++i) {
            const std::string hops = i == 3 ? "any" : std::to_string(i + 1);
            INFO(data.name << ", hops " << hops);
            const auto start = std::chrono::steady_clock::now();
            const auto out = lacuna(fmt::format("crosswalk --provisions '{}' --mappings '{}' --containment off --strict --hops {} 2> /dev/null", folder.file("P.csv"), folder.file("M.csv"), hops));
            seconds += fmt::format(" {:.2f}", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
            CHECK(out.exit == 0);
            CHECK(total(out.output) == data.counts.at(i));
        }
        MESSAGE(data.name << ": whole process, seconds, for 1, 2, 3 and any hops:" << seconds);
    }
}

TEST_CASE("step 3, crosswalk: as many cells as are counted") {
    const Folder folder;
    if (!folder.ready()) return;
    folder.make(key[0].arguments);
    const auto out = lacuna(fmt::format("crosswalk --provisions '{}' --mappings '{}' --containment off --hops 3 --format csv", folder.file("P.csv"), folder.file("M.csv")));
    CHECK(out.exit == 0);
    std::array<std::size_t, 2> cells{};
    std::istringstream lines(out.output);
    std::string before, line;
    REQUIRE(std::getline(lines, line));
    CHECK(line == "source,target,status");
    while (std::getline(lines, line)) {
        ++cells.at(line.back() == '2' ? 0 : 1);
        const auto names = line.substr(0, line.size() - 2);
        CHECK_MESSAGE(before < names, "out of order: " << line);
        before = names;
    }
    CHECK(fmt::format("{},{}", cells[0], cells[1]) == key[0].counts[2]);
}

TEST_CASE("step 3, crosswalk: an overlap for certain, and nothing at all") {
    // PPi then PP, and PP then PPi, on four lines each
    const std::string folder = std::string(LACUNA_ROOT) + "/tests/cli/crosswalk-";
    const auto ask = [&](const std::string& name) { return lacuna(fmt::format("crosswalk --provisions {0}{1}/P.csv --mappings {0}{1}/M.csv --format csv", folder, name)).output; };
    CHECK(ask("overlap-for-certain") == "source,target,status\nfirst,b,2\nfirst,c,1\nsecond,c,1\n");
    CHECK(ask("nothing-follows") == "source,target,status\nfirst,b,1\nsecond,c,2\n");
}
