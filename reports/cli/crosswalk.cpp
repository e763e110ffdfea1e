#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <thread>

#include <sys/resource.h>

#include <fmt/format.h>

#include "importers/plain_crosswalk.hpp"
#include "lacuna/all_pairs.hpp"
#include "session.hpp"

namespace lacuna::cli {
namespace {

using importers::Flaw;
using importers::PlainCrosswalkTables;

struct Options {
    std::string provisions, mappings, hops, containment = "on", format = "summary";
    bool converse = false, strict = false;
    unsigned threads = 0;
};

/// Seconds since the last call.
class Watch {
public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const double out = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return out;
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

std::optional<unsigned> bound(const std::string& hops) {
    if (hops.empty()) return static_cast<unsigned>(default_rows);
    if (hops == "any") return std::nullopt;
    return static_cast<unsigned>(std::stoul(hops));
}

std::string is_bound(const std::string& text) {
    const bool number = !text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
    return text == "any" || (number && std::stoul(text) > 0) ? "" : fmt::format("'{}' is no bound: write a number from 1, or any", text);
}

/// The row stays, and its provision stands at the top.
bool of_parent(Flaw f) { return f == Flaw::unknown_parent || f == Flaw::parent_elsewhere || f == Flaw::parent_in_a_circle; }

/// What was left out, on stderr, so that nobody takes a count for more than it is.
void tell_flaws(const PlainCrosswalkTables& tables) {
    for (std::size_t f = 0; f < tables.flaws.size(); ++f)
        if (tables.flaws[f].times > 0) std::fputs((in_words(static_cast<Flaw>(f), tables.flaws[f]) + (of_parent(static_cast<Flaw>(f)) ? ": taken to have no parent\n" : ": left out\n")).c_str(), stderr);
}

std::string bound_words(const AllPairsQuestion& q) { return q.rows ? fmt::format("at most {} row{} in a chain", *q.rows, *q.rows == 1 ? "" : "s") : "any number of rows in a chain"; }

/// A cell of a table, quoted where it must be.
std::string cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

void print_summary(const PlainCrosswalkTables& tables, const AllPairsQuestion& q, double reading) {
    const auto& c = tables.crosswalk;
    Watch watch;
    const auto counts = all_pairs(c, q);
    const double asking = watch.lap();
    const auto total = counts.total();
    std::string out = fmt::format("provisions,{}\ninstruments,{}\nrows,{}\nrows without relationship,{}\nchains,{}\ncontainment,{}\nconverse,{}\n\nsource,target,2,1\nall,all,{},{}\n", c.instrument.size(), c.instruments.size(), tables.rows, tables.no_relationship,
                                  bound_words(q), q.containment ? "on" : "off", q.converse ? "on" : "off", total.covered, total.overlapped);
    for (std::size_t s = 0; s < c.instruments.size(); ++s)
        for (std::size_t t = 0; t < c.instruments.size(); ++t)
            if (const auto& n = counts.of(s, t); n.covered + n.overlapped > 0) fmt::format_to(std::back_inserter(out), "{},{},{},{}\n", cell(c.instruments[s]), cell(c.instruments[t]), n.covered, n.overlapped);
    print(out);
    struct rusage use {};
    getrusage(RUSAGE_SELF, &use);
    // what differs from run to run is no part of the answer
    std::fputs(fmt::format("read in {:.3f} s, answered in {:.3f} s with {} thread{}, at most {} MB of memory\n", reading, asking, q.threads, q.threads == 1 ? "" : "s", use.ru_maxrss / 1024).c_str(), stderr);
}

void print_cells(const PlainCrosswalkTables& tables, const AllPairsQuestion& q) {
    const auto& c = tables.crosswalk;
    std::vector<std::uint32_t> by_id(c.instrument.size());
    std::iota(by_id.begin(), by_id.end(), 0U);
    std::sort(by_id.begin(), by_id.end(), [&](std::uint32_t a, std::uint32_t b) { return tables.id(a) < tables.id(b); });
    std::vector<std::string> ids;
    for (const auto v : by_id) ids.push_back(cell(tables.id(v)));
    std::string out = "source,target,status\n";
    all_cells(c, q, [&](std::uint32_t source, std::span<const CellStatus> status) {
        const std::string name = cell(c.instruments[source]) + ",";
        for (std::size_t i = 0; i < by_id.size(); ++i) {
            if (status[by_id[i]] == CellStatus::nothing) continue;
            out += name;
            out += ids[i];
            out += status[by_id[i]] == CellStatus::covered ? ",2\n" : ",1\n";
        }
        if (out.size() < std::size_t{1} << 20U) return;
        print(out);
        out.clear();
    });
    print(out);
}

void run(const Options& o) {
    AllPairsQuestion q;
    q.rows = bound(o.hops);
    q.containment = o.containment == "on";
    q.converse = o.converse;
    q.threads = o.threads > 0 ? o.threads : std::max(1U, std::min(8U, std::thread::hardware_concurrency()));
    Watch watch;
    std::vector<Problem> problems;
    const auto tables = importers::read_plain_crosswalk(o.provisions, o.mappings, q.threads, problems);
    stop_on(std::move(problems));
    tell_flaws(tables);
    if (o.strict && !tables.sound()) throw Stop{Exit::bad_input};
    if (o.format == "csv") print_cells(tables, q);
    else print_summary(tables, q, watch.lap());
}

}  // namespace

void add_crosswalk(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("crosswalk", "Who covers what for all pairs, over any crosswalk given as two tables");
    command->add_option("--provisions", options->provisions, "Table with the columns id, instrument, parent (empty at the top)")->type_name("P.csv")->required();
    command->add_option("--mappings", options->mappings, "Table with the columns source, target, relation")->type_name("M.csv")->required();
    command->add_option("--hops", options->hops, "Most rows in one chain, or any (default: 3)")->type_name("N")->check(is_bound);
    command->add_option("--containment", options->containment, "Does a parent count as superset of its children inside chains? off is for comparison with other tools")->check(CLI::IsMember({"on", "off"}))->capture_default_str();
    command->add_flag("--converse", options->converse, "Read every row, and containment, the other way round as well");
    command->add_option("--format", options->format, "summary: counts in total and per pair of instruments; csv: every cell that is not empty")->check(CLI::IsMember({"summary", "csv"}))->capture_default_str();
    command->add_flag("--strict", options->strict, "Stop with exit 3 if any row had to be left out");
    command->add_option("--threads", options->threads, "How many processors to use; the answer does not depend on it (default: all, at most 8)")->type_name("N")->check(CLI::Range(1, 64));
    command->footer(
        "Relations are the words of NIST IR 8477: equal-to, superset-of, subset-of,\n"
        "intersects-with, no-relationship. A cell is a source instrument and a provision\n"
        "of another instrument:\n"
        "  2  covered for certain: a chain of superset-of and equal-to leads there, or\n"
        "     all its children are covered\n"
        "  1  overlapped for certain: such a chain, then one subset-of or\n"
        "     intersects-with, then equal-to and subset-of; or something inside it is\n"
        "     covered or overlapped\n"
        "Every row may be somebody's mistake, and mistakes compound along a chain: hence\n"
        "the bound.\n\n"
        "Example:\n"
        "  lacuna crosswalk --provisions provisions.csv --mappings mappings.csv");
    command->callback([options] { run(*options); });
}

}  // namespace lacuna::cli
