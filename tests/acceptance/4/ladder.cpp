// Step 4, the ladder for pausing and for incident reports: five places, three dates; and the remedy of the pause.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

const std::string places = " --in EU --in US-CA --in US-NY --in KR --in GB ";

/// "2-3" of a cell, then the highest rung of what the place asks by itself.
std::string rungs(const Json& cell) {
    int own = 0;
    for (const auto& s : cell["by_itself"]) own = std::max(own, s["rung"].get<int>());
    const std::string by_itself = cell["by_itself"].empty() ? "-" : std::to_string(own);
    return fmt::format("{}-{} law {}", cell["lowest"].get<int>(), cell["highest"].get<int>(), by_itself);
}

Json cell(const Json& answer, const std::string& theme, const std::string& in, const std::string& on) {
    for (const auto& c : answer["cells"])
        if (c["theme"] == theme && c["in"] == in && c["on"] == on) return c;
    FAIL("no such cell");
    return {};
}

}  // namespace

TEST_CASE("the ladder for pausing: nowhere more than promised, on no date") {
    const auto answer = lacuna_json("ladder --lab anthropic --theme pause" + places + "--on 2025-06-01 --also 2026-11-21 --also 2028-03-01")["result"];
    REQUIRE(answer["cells"].size() == 15);
    for (const auto& c : answer["cells"]) {
        INFO(c["in"].get<std::string>(), c["on"].get<std::string>());
        CHECK(c["highest"].get<int>() <= 2);
        for (const auto& p : c["promises"]) CHECK(p["to_come"].is_null());
        for (const auto& s : c["by_itself"]) CHECK(s["rung"].get<int>() <= 4);
    }
    CHECK(rungs(cell(answer, "pause", "EU", "2026-11-21")) == "1-2 law 4");
    CHECK(rungs(cell(answer, "pause", "GB", "2026-11-21")) == "1-2 law -");
}

TEST_CASE("the ladder for incident reports: law of its own in five places and three dates; promises rise only by the filing in California") {
    const auto answer = lacuna_json("ladder --lab anthropic --theme incident-reporting" + places + "--on 2025-06-01 --also 2026-11-21 --also 2028-03-01")["result"];
    const auto law = [&](const std::string& in, const std::string& on) { return rungs(cell(answer, "incident-reporting", in, on)); };
    CHECK(law("EU", "2025-06-01") == "2-2 law 0");
    CHECK(law("EU", "2026-11-21") == "2-2 law 6");
    CHECK(law("US-CA", "2025-06-01") == "2-2 law -");
    CHECK(law("US-CA", "2026-11-21") == "2-2 law 6");
    CHECK(law("US-NY", "2026-11-21") == "2-2 law 0");
    CHECK(law("US-NY", "2028-03-01") == "2-2 law 6");
    CHECK(law("KR", "2026-11-21") == "2-2 law 5");
    CHECK(law("GB", "2028-03-01") == "2-2 law -");
    const std::string facts = " --fact annual-revenue@2025=5000000000USD --fact training-compute=2.0e26FLOP --fact general-purpose=yes --fact federal-contract-conflict=no --fact event:federal-preemption=no";
    const auto large = lacuna_json("ladder --lab anthropic --theme incident-reporting" + places + "--on 2026-11-21" + facts)["result"];
    for (const auto& c : large["cells"])
        for (const auto& p : c["promises"]) {
            CHECK((p["rung"] == 6) == (c["in"] == "US-CA"));
            CHECK(p["by_filing"].get<bool>() == (c["in"] == "US-CA"));
        }
}

TEST_CASE("the remedy of the pause: every function but none must be left out, each with where it is written and what law does elsewhere") {
    const auto r = lacuna_json("remedy A2-32 --as-if anthropic-rsp@2.2 --in EU --on 2026-11-21")["result"];
    std::string functions;
    for (const auto& t : r["transfers"]) {
        functions += t["function"].get<std::string>() + " ";
        CHECK(t["commitments"].size() == 3);
        CHECK(t["written"][0]["document"] == "anthropic-rsp@2.2");
    }
    CHECK(functions == "define evaluate judge accept verify amend enforce ");
    CHECK(r["constraints"] == 0);
    CHECK(r["turn_on_compute"].size() == 1);
    CHECK(r["compute_precedents"].size() > 5);
    for (const auto& t : r["transfers"]) {
        if (t["function"] != "enforce") continue;
        CHECK(t["stopping_precedents"][0]["power"]["cite"] == "EU AI Act, Art. 93(1)(c)");
        CHECK(t["stopping_precedents"][0]["usable"] == true);
    }
}

TEST_CASE("unbound: a developer that signed nothing, a model below the line, a model on no market") {
    const auto rows = [](const std::string& regime) {
        Json out;
        const auto answer = lacuna_json("unbound --on 2026-11-21 " + regime);
        for (const auto& row : answer["result"]["regimes"][0]["rows"]) out[row["developer"].get<std::string>()] = row;
        return out;
    };
    CHECK(rows("seoul-commitments")["deepseek"]["because"] == Json{"not-adopted"});
    CHECK(rows("seoul-commitments")["anthropic"]["reached"] == "reached");
    CHECK(rows("us-ca-sb-53")["inflection"]["because"] == Json{"below-threshold"});
    CHECK(rows("eu-ai-act")["saudi-aramco"]["because"] == Json{"outside-jurisdiction"});
    CHECK(rows("us-ca-sb-53")["deepseek"]["reached"] == "open");
    // one chapter of the code signed: in part, although the others are not in the corpus
    CHECK(rows("eu-gpai-code")["xai"]["because"] == Json{"adopted-in-part"});
}
