// Step 4, who holds the pen: what is shown so far.

#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

Json commitments(const std::string& question) { return lacuna_json(fmt::format("oversight {} --on 2026-11-21", question))["result"]["commitments"]; }

std::set<std::string> partial(const Json& commitment, const std::string& function) {
    std::set<std::string> out;
    for (const auto& h : commitment["law"])
        if (h["function"] == function && !h["counts"].get<bool>()) out.insert(h["power"]["cite"].get<std::string>());
    return out;
}

}  // namespace

TEST_CASE("the pause of RSP 2.2 is a statement of intent, and nowhere has law a hand on it that counts") {
    for (const std::string in : {"EU", "US-CA", "US-NY", "US-IL", "KR"}) {
        INFO(in);
        const auto all = commitments("A2-32 --as-if anthropic-rsp@2.2 --in " + in);
        REQUIRE(all.size() == 3);
        for (const auto& c : all) {
            CHECK(c["independence"]["who_must_act"]["least"] == 0);
            CHECK(c["independence"]["who_may_act"]["least"] == 0);
            CHECK(c["independence"]["who_may_act"]["most"] == 0);
            for (const auto& h : c["law"]) CHECK_FALSE(h["counts"].get<bool>());
            CHECK(c["functions"]["judge"]["seat"] == "inside");
            CHECK(c["functions"]["verify"]["seat"] == "chosen");
        }
    }
}

TEST_CASE("evaluation before it: Arts 92 and 93 are shown as power over a part") {
    const auto all = commitments("anthropic-rsp@2.2#sec-6.2-monitor-pretraining --as-if anthropic-rsp@2.2 --in EU");
    REQUIRE(all.size() == 1);
    CHECK(partial(all[0], "evaluate").contains("EU AI Act, Art. 92(1)(b)"));
    CHECK(partial(all[0], "enforce").contains("EU AI Act, Art. 93(1)(c)"));
}

TEST_CASE("no power is counted whose duty does not certainly contain the commitment") {
    for (const std::string in : {"EU", "US-CA"})
        for (const auto& c : commitments("anthropic --in " + in))
            for (const auto& h : c["law"]) CHECK(h["counts"].get<bool>() == h["partial"].get<std::string>().empty());
}
