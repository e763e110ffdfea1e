// Step 4, who holds the pen: the pause of RSP 2.2, and what it promises about a model on the market.

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

TEST_CASE("the pause: Arts 92 and 93 touch it in part, contested, with both sides of the dispute") {
    for (const auto& c : commitments("A2-32 --as-if anthropic-rsp@2.2 --in EU")) {
        if (c["of"]["ref"] != "anthropic-rsp@2.2#sec-6.2-pause-training") continue;
        CHECK(partial(c, "evaluate").contains("EU AI Act, Art. 92(1)(b)"));
        CHECK(partial(c, "enforce").contains("EU AI Act, Art. 93(1)(b)"));
        for (const auto& h : c["law"]) {
            const std::string why = h["partial"];
            CHECK(why.find("disputed") != std::string::npos);
            CHECK(why.find("Art. 2(8)") != std::string::npos);
            CHECK(why.find("Art. 55(1)(b)") != std::string::npos);
        }
        return;
    }
    FAIL("the pause was not asked about");
}

TEST_CASE("a marketed model, rows A2-27 and A2-30: evaluate and enforce gain the Commission only from 2 August 2026, discretionary, after; the pen stays inside") {
    const std::string model = " --as-if anthropic-rsp@2.2 --in EU --fact markets=EU --fact stage=deployment --fact training-compute=5e25FLOP --fact placed-on-market=2026-05-01 ";
    for (const std::string rule : {"sec-4.3-restrict-deployment-running", "sec-6.2-de-deploy-offer"}) {
        INFO(rule);
        const auto asked = [&](const std::string& more) { return lacuna_json("oversight anthropic-rsp@2.2#" + rule + model + more)["result"]["commitments"][0]; };
        const std::string classified = "--fact general-purpose=yes --event designation=effective:2026-06-15 --on ";
        const auto before = asked(classified + "2026-08-01"), after = asked(classified + "2026-08-02");
        for (const auto& h : before["law"]) CHECK_FALSE(h["counts"].get<bool>());
        std::set<std::string> gained;
        for (const auto& h : after["law"]) {
            if (!h["counts"].get<bool>()) continue;
            gained.insert(h["function"].get<std::string>() + " " + h["party"].get<std::string>());
            CHECK(h["discretion"] == "may");
            CHECK(h["when"] == "after");
        }
        CHECK(gained == std::set<std::string>{"enforce eu-commission", "evaluate eu-ai-office"});
        for (const auto* function : {"define", "accept", "amend"}) CHECK((after["functions"][function]["seat"] == "self" || after["functions"][function]["seat"] == "inside"));
        CHECK(after["independence"]["who_must_act"]["most"] == 0);
        CHECK(after["independence"]["who_may_act"]["most"] == 0);
        // where systemic risk is only presumed, nobody has power to evaluate for certain
        const auto presumed = asked("--on 2026-11-21");
        for (const auto& h : presumed["law"])
            if (h["function"] == "evaluate") CHECK_FALSE(h["counts"].get<bool>());
    }
    // what is promised about internal use, about a first offer and about scaling gains nobody
    for (const std::string rule : {"sec-6.2-de-deploy-internal", "sec-4.3-restrict-deployment-internal", "sec-4.3-restrict-deployment-first", "sec-4.3-restrict-scaling"})
        for (const auto& c : commitments("anthropic-rsp@2.2#" + rule + " --as-if anthropic-rsp@2.2 --in EU --fact markets=EU --fact training-compute=5e25FLOP"))
            for (const auto& h : c["law"]) CHECK_FALSE(h["counts"].get<bool>());
}
