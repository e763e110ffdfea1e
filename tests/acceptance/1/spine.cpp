// Step 1, the spine: from the shipped corpus to "what still needs external enforcement".

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

constexpr auto on = "--on 2026-11-21";

bool has_id(const Json& gap, const std::string& id) {
    const auto& ids = gap["of"]["ids"];
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// All gaps of a result on provisions that bear this outside identifier.
std::vector<Json> gaps_on(const Json& result, const std::string& id) {
    std::vector<Json> out;
    for (const auto& g : result["result"]["gaps"])
        if (has_id(g, id)) out.push_back(g);
    return out;
}

bool covered(const Json& result, const std::string& id) {
    const auto& c = result["result"]["covered"];
    return std::any_of(c.begin(), c.end(), [&](const Json& g) { return has_id(g, id); });
}

std::string file_content(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("what RSP 3.4 no longer covers of RSP 2.2, each saying which aspect and what replaced it") {
    const auto answer = lacuna_json(fmt::format("gaps {} --of anthropic-rsp@2.2 --by anthropic-rsp@3.4", on));
    for (const auto* row : {"row:A2-27", "row:A2-32", "row:A2-12", "row:A2-40"}) {
        INFO(row);
        CHECK_FALSE(covered(answer, row));
        const auto gaps = gaps_on(answer, row);
        REQUIRE_FALSE(gaps.empty());
        for (const auto& g : gaps) {
            CHECK(g["worst"].is_string());
            CHECK_FALSE(g["verdicts"][g["worst"].get<std::string>()]["reason"].get<std::string>().empty());
            CHECK_FALSE(g["remedy"]["text"].get<std::string>().empty());
        }
    }
    // the pause survives only as what is considered, or is tied to leading the field: overlap at most
    for (const auto& g : gaps_on(answer, "row:A2-32"))
        if (g["id"].get<std::string>().find("#sec-6.2-pause-training:") != std::string::npos) {
            CHECK(g["verdicts"]["duty"]["finding"] == "at-least-partly");
            CHECK(g["by"].size() >= 1);
            CHECK(g["severity"]["level"] == "critical");
        }
    // the notice to a US Government entity has no successor at all
    for (const auto& g : gaps_on(answer, "row:A2-40")) {
        CHECK(g["verdicts"]["duty"]["finding"] == "reviewed-unmapped");
        CHECK(g["by"].empty());
    }
}

TEST_CASE("the EU Code by Anthropic's documents: nothing is called covered without a reason, and both documents are read") {
    const auto answer = lacuna_json(fmt::format("gaps {} --of eu-gpai-code --by anthropic", on));
    CHECK(answer["result"]["question"]["by"]["instruments"] == Json::array({"anthropic-fcf@2", "anthropic-rsp@3.4"}));
    CHECK(answer["result"]["question"]["developer"] == "anthropic");
    CHECK(answer["result"]["targets"].get<int>() > 200);
    for (const auto& g : answer["result"]["covered"])
        for (const auto& v : g["verdicts"]) CHECK(v["finding"] == "covered");
}

TEST_CASE("RSP 3.4 by binding law in the EU: every promise that stops something rests on no certain law") {
    const auto answer = lacuna_json(fmt::format("gaps {} --of anthropic-rsp@3.4 --by binding --in EU", on));
    CHECK(answer["in"] == "EU");
    for (const auto& g : answer["result"]["covered"])
        for (const auto& theme : g["themes"]) {
            CHECK(theme != "pause");
            CHECK(theme != "deployment-restriction");
        }
    // a power of the Commission is shown next to a promise, and never as cover
    bool shown = false;
    for (const auto& g : answer["result"]["gaps"])
        for (const auto& by : g["by"])
            if (by["ref"].get<std::string>().find("art-93-1-c") != std::string::npos) {
                shown = true;
                CHECK_FALSE(g["verdicts"]["duty"]["finding"] == "covered");
            }
    CHECK(shown);
}

TEST_CASE("show eu-ai-act#art-51-2: strictly more than, the presumption and its rebuttal, four dates, source and grade") {
    const auto out = lacuna(fmt::format("show {} eu-ai-act#art-51-2", on));
    REQUIRE(out.exit == 0);
    const auto text = one_line(out.output);
    for (const auto* part : {"on 2026-11-21", "more than 10^25 FLOP", "presumed only; can be rebutted", "rebuttal EU AI Act, Art. 52(2)", "in force from 1 August 2024", "applies from 2 August 2025",
                             "enforceable from 2 August 2026", "legacy until 2 August 2027", "Regulation (EU) 2024/1689", "grade primary"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(text.find("at least 10^25") == std::string::npos);
}

TEST_CASE("explain recomputes a gap from its id alone") {
    const auto answer = lacuna_json(fmt::format("gaps {} --of anthropic-rsp@3.4 --by binding --in EU", on));
    int tried = 0;
    for (const auto& g : answer["result"]["gaps"]) {
        if (tried++ == 5) break;
        const auto again = lacuna_json(fmt::format("explain {} '{}'", on, g["id"].get<std::string>()));
        CHECK(again["result"]["gap"]["verdicts"] == g["verdicts"]);
        CHECK(again["result"]["gap"]["severity"] == g["severity"]);
    }
}

TEST_CASE("the main job writes one self-contained page, the same bytes twice, and never says 'compliant'") {
    const auto folder = std::filesystem::temp_directory_path();
    const auto first = folder / "lacuna-acceptance-1.html", second = folder / "lacuna-acceptance-2.html";
    REQUIRE(lacuna(fmt::format("report {} --in EU -o {}", on, first.string())).exit == 0);
    REQUIRE(lacuna(fmt::format("report {} --in EU -o {}", on, second.string())).exit == 0);
    const auto page = file_content(first);
    CHECK(page == file_content(second));
    CHECK(page.find("<title>") != std::string::npos);
    for (const auto* foreign : {"<script", "src=\"http", "<link", "@import", "url(h", "url(/", "url(\"", "url('"}) CHECK(page.find(foreign) == std::string::npos);
    std::string small = page;
    std::transform(small.begin(), small.end(), small.begin(), [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    CHECK(small.find("compliant") == std::string::npos);
    std::filesystem::remove(first);
    std::filesystem::remove(second);
}

TEST_CASE("the shipped corpus has no problems, and every promise keeps the rows it came from") {
    CHECK(lacuna(fmt::format("check {}", on)).exit == 0);
    for (int i = 1; i <= 47; ++i) {
        const auto row = fmt::format("A2-{:02}", i);
        INFO(row);
        CHECK(lacuna(fmt::format("show {} {}", on, row)).exit == 0);
    }
    for (const auto* row : {"EU-51-3", "EU-55-1a", "EU-T-02", "CP-S-4.1", "SE-IV", "FCF-03", "A3-35", "ANT-2-046", "celex:32024R1689"}) {
        INFO(row);
        CHECK(lacuna(fmt::format("show {} {}", on, row)).exit == 0);
    }
}

TEST_CASE("a whole gaps run, process start included: the figure is printed, not judged") {
    lacuna(fmt::format("gaps {} --of anthropic --by binding --in EU", on));
    std::vector<double> seconds;
    for (int i = 0; i < 5; ++i) {
        const auto start = std::chrono::steady_clock::now();
        lacuna(fmt::format("gaps {} --of anthropic --by binding --in EU", on));
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    MESSAGE("gaps --of anthropic --by binding --in EU: median " << seconds[2] << " s of 5 runs");
}
