// Step 2, a table of models against all law: the program on a real table of Epoch AI's, against counts that this file makes by itself.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

const std::filesystem::path sample = std::filesystem::path(LACUNA_ROOT) / "../shared/samples/epoch-csv/notable_ai_models_2026-07.csv";

bool sample_is_missing() {
    if (std::filesystem::exists(sample)) return false;
    MESSAGE("skipped: the real file ../shared/samples/epoch-csv/notable_ai_models_2026-07.csv is not here");
    return true;
}

using Row = std::vector<std::string>;

/// The cells of the file, read as plainly as can be, so that nothing is shared with the importer: commas and line ends count outside
/// quotes, and a quote that is doubled is one.
std::vector<Row> scan() {
    std::ifstream in(sample, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::vector<Row> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') rows.back().back() += text[i++];
        else if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) rows.back().emplace_back();
        else if (c == '\n' && !quoted) rows.push_back({""});
        else if (c != '\r') rows.back().back() += c;
    }
    if (rows.back() == Row{""}) rows.pop_back();
    return rows;
}

/// What the scan finds of one model. A blank is no number, not a small one.
struct Figure {
    std::string model;
    bool blank = true, last_digit_is_taken_back = false;
    double flop = 0;
};

std::vector<Figure> figures() {
    const auto rows = scan();
    const auto at = [&](const std::string& name) { return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin()); };
    const auto model = at("Model"), compute = at("Training compute (FLOP)"), notes = at("Training compute notes");
    std::vector<Figure> out;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        REQUIRE(rows[i].size() == rows[0].size());
        const auto& text = rows[i][compute];
        out.push_back({rows[i][model], text.empty(), rows[i][notes].find("not a real sig fig") != std::string::npos, std::strtod(text.c_str(), nullptr)});
    }
    return out;
}

std::size_t count(const std::vector<Figure>& all, double above) {
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Figure& f) { return f.flop > above; }));
}

Json ask(const std::string& more) { return lacuna_json(fmt::format("applies --models '{}' --fact markets=EU --on 2026-11-21 {}", sample.string(), more))["result"]; }

/// The column of a line that the instrument draws.
std::size_t column(const Json& result, const std::string& instrument, const std::string& name, const std::string& line) {
    const auto& all = result["columns"];
    for (std::size_t c = 0; c < all.size(); ++c)
        if (all[c]["instrument"] == instrument && all[c]["name"] == name && all[c]["line"] == line) return c;
    FAIL("no line " << line << " of " << instrument);
    return 0;
}

}  // namespace

TEST_CASE("Epoch's table: above 10^25, above 10^26 and unknown are the numbers that a scan of the file finds") {
    if (sample_is_missing()) return;
    const auto all = figures();
    const auto blank = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Figure& f) { return f.blank; }));
    // as they were counted once by hand with another program
    REQUIRE(all.size() == 1036);
    REQUIRE(blank == 507);
    REQUIRE(count(all, 1e25) == 22);
    REQUIRE(count(all, 1e26) == 3);

    const auto result = ask("");
    const auto eu = column(result, "eu-ai-act", "training compute", "more than 10^25 FLOP");
    const auto california = column(result, "us-ca-sb-53", "training compute plus fine tuning compute", "more than 10^26 FLOP");
    const auto& counts = result["printed"]["counts"];
    CHECK(result["rows"].size() == all.size());
    CHECK(counts[eu]["yes"] == 21);
    CHECK(counts[eu]["undetermined"] == 1);
    CHECK(counts[eu]["presumed"] == 0);
    CHECK(counts[california]["yes"] == 3);
    CHECK(counts[california]["undetermined"] == 0);
    std::size_t unused = 0;
    for (const auto& row : result["rows"]) unused += !row["compute"].is_null() && !row["figure_used"].get<bool>() ? 1 : 0;
    for (const auto c : {eu, california}) {
        CHECK(counts[c]["unknown"] == blank + unused);
        CHECK(counts[c]["no"].get<std::size_t>() + blank + unused + counts[c]["yes"].get<std::size_t>() + counts[c]["undetermined"].get<std::size_t>() == all.size());
    }
    MESSAGE("above 10^25: " << counts[eu]["yes"] << " and " << counts[eu]["undetermined"] << " undetermined; above 10^26: " << counts[california]["yes"] << "; unknown: " << blank << " blank, " << unused << " whose figure leaves out a base model");
}

TEST_CASE("Epoch's table: every row by itself; a blank is never below") {
    if (sample_is_missing()) return;
    const auto all = figures();
    const auto result = ask("");
    const auto eu = column(result, "eu-ai-act", "training compute", "more than 10^25 FLOP");
    REQUIRE(result["rows"].size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& row = result["rows"][i];
        INFO(all[i].model);
        CHECK(row["compute"].is_null() == all[i].blank);
        const bool used = row["figure_used"];
        // a figure that is not used is told in a note, and none is near the line
        if (!used && !all[i].blank) {
            CHECK(all[i].flop < 9e24);
            CHECK_FALSE(row["notes"].empty());
        }
        const std::string wanted = !used ? "unknown" : all[i].last_digit_is_taken_back ? "undetermined" : all[i].flop > 1e25 ? "yes" : "no";
        CHECK(row["printed"]["answers"][eu] == wanted);
        if (all[i].blank) CHECK(row["stated"]["answers"][eu] == "unknown");
    }
    const auto inflection = std::find_if(all.begin(), all.end(), [](const Figure& f) { return f.model == "Inflection-2"; });
    REQUIRE(inflection != all.end());
    CHECK(inflection->last_digit_is_taken_back);
}

TEST_CASE("Epoch's table against all law over three years: every cell is counted, few are decided, and it does not take long") {
    if (sample_is_missing()) return;
    const auto start = std::chrono::steady_clock::now();
    const auto result = ask("--from 2025-01-01 --to 2027-12-31");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    for (const auto* reading : {"printed", "stated"}) {
        INFO(reading);
        const auto& part = result[reading];
        std::uint64_t sum = 0;
        for (const auto& cells : part["cells"])
            for (const auto& [answer, n] : cells.items()) sum += n.is_number() ? n.get<std::uint64_t>() : 0;
        const auto cells = part["cell_count"].get<std::uint64_t>();
        CHECK(sum == cells);
        CHECK(cells % (std::uint64_t{1036} * 1095) == 0);
        CHECK(cells > 100'000'000);
        CHECK(part["evaluations"].get<std::uint64_t>() < cells / 10'000);
    }
    const auto cells = result["printed"]["cell_count"].get<double>() + result["stated"]["cell_count"].get<double>();
    // far below what is reached, so that a slow or busy machine does not fail; one decision a cell would
    CHECK(cells / took.count() > 1e6);
    MESSAGE("counted " << cells / 1e6 << " million cells in " << took.count() << " s, process start, both readings and output included");
}
