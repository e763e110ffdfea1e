// Step 4, what law moves and what it does not: California, Illinois, Korea, the letter of June 2026.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

/// Facts that make a developer one of frontier models under Californian law, with that revenue; and no federal law in the way.
std::string facts(const std::string& revenue) {
    return " --fact annual-revenue@2025=" + revenue + "USD --fact training-compute=2.0e26FLOP --fact general-purpose=yes --fact federal-contract-conflict=no --fact event:federal-preemption=no ";
}

Json oversight(const std::string& question) { return lacuna_json("oversight " + question)["result"]; }
Json commitments(const std::string& question) { return oversight(question)["commitments"]; }
/// What law says of the first commitment.
Json law(const std::string& question) { return commitments(question)[0]["law"]; }

}  // namespace

TEST_CASE("California: for the filed framework of a large frontier developer, enforce gains the attorney general; amend stays with the lab") {
    const auto answer = oversight("anthropic-fcf --in US-CA --on 2026-11-21" + facts("5000000000"));
    REQUIRE(answer["commitments"].size() > 50);
    for (const auto& c : answer["commitments"]) {
        CHECK(c["functions"]["amend"]["seat"] == "self");
        CHECK(c["independence"]["who_may_act"]["most"] == 0);
        bool general = false;
        for (const auto& h : c["law"]) {
            if (!h["by_filing"].get<bool>() || h["party"] != "us-ca-ag") continue;
            general = true;
            CHECK(h["function"] == "enforce");
            CHECK(h["reach"] == "penalise");
            CHECK(h["when"] == "after");
            CHECK(h["discretion"] == "may");
        }
        CHECK(general);
    }
    REQUIRE(answer["hardened"].size() == 1);
    CHECK(answer["hardened"][0]["document"] == "anthropic-fcf");
    CHECK(answer["hardened"][0]["bearer_can_change_it"] == true);
    const auto text = one_line(lacuna("oversight anthropic-fcf --in US-CA --on 2026-11-21" + facts("5000000000")).output);
    CHECK(text.find("California SB 53, Bus. & Prof. Code § 22757.12(a) orders its addressee (Large frontier developer (with revenue above the statutory line)) to keep Anthropic FCF, and Attorney General of California may seek a penalty after a breach "
                    "(California SB 53, Bus. & Prof. Code § 22757.15(a)). But Anthropic alone can still change Anthropic FCF, and so lower the duty first.") != std::string::npos);
}

TEST_CASE("California: the policy that is not filed gains nobody, nor does the framework on a day before the Act") {
    for (const auto& c : commitments("anthropic-rsp --in US-CA --on 2026-11-21" + facts("5000000000")))
        for (const auto& h : c["law"]) CHECK_FALSE(h["counts"].get<bool>());
    // without facts nobody knows that it is a large developer
    for (const auto& c : commitments("anthropic-fcf --in US-CA --on 2026-11-21"))
        for (const auto& h : c["law"]) CHECK_FALSE(h["counts"].get<bool>());
}

TEST_CASE("California: a frontier developer that is not large has the duty to report incidents without a sanction") {
    const auto enforce = [](const std::string& revenue) { return oversight("us-ca-sb-53#bpc-22757.13-c-1 --in US-CA --on 2026-11-21" + facts(revenue))["commitments"][0]["functions"]["enforce"]["seat"]; };
    CHECK(enforce("100000000") == "nobody");
    CHECK(enforce("5000000000") == "law");
    const auto ladder = [](const std::string& revenue) {
        const auto cell = lacuna_json("ladder us-ca-sb-53#bpc-22757.13-c-1 --theme incident-reporting --in US-CA --on 2026-11-21" + facts(revenue))["result"]["cells"][0];
        for (const auto& s : cell["by_itself"])
            if (s["of"]["ref"].get<std::string>().find("22757.13-c-1") != std::string::npos) return s["rung"].get<int>();
        return -1;
    };
    CHECK(ladder("100000000") == 5);
    CHECK(ladder("5000000000") == 6);
}

TEST_CASE("Illinois from 2028: the auditor holds verify and nothing else, and under a rule that counts contracts is not external") {
    const std::string question = "us-il-aisma#sec-10-a-comply --in US-IL --on 2028-06-01 --independence ";
    for (const auto& h : law(question + "contract"))
        if (h["party"] == "us-il-auditor") CHECK(h["function"] == "verify");
    const auto outside = [&](const std::string& rule) {
        const auto answer = lacuna_json("remedy " + question + rule);
        for (const auto& p : answer["result"]["single_points_of_failure"])
            if (p["party"] == "us-il-auditor") return p["outside"].get<bool>();
        FAIL_CHECK("the auditor is no single point of failure");
        return true;
    };
    CHECK_FALSE(outside("contract"));
    CHECK_FALSE(outside("strict"));
    CHECK(outside("appointment"));
    // a year earlier the duty does not apply
    for (const auto& h : law("us-il-aisma#sec-10-a-comply --in US-IL --on 2027-06-01")) CHECK_FALSE(h["counts"].get<bool>());
}

TEST_CASE("Korea: an order to stop or correct a breach touches the promise to de-deploy, disputed and not counted") {
    const auto c = oversight("anthropic-rsp@2.2#sec-6.2-de-deploy-offer --as-if anthropic-rsp@2.2 --in KR --on 2026-11-21")["commitments"][0];
    REQUIRE(c["law"].size() > 0);
    bool order = false;
    for (const auto& h : c["law"]) {
        CHECK_FALSE(h["counts"].get<bool>());
        order = order || (h["power"]["cite"] == "Korea AI Basic Act, Art. 40(3)" && h["reach"] == "order");
    }
    CHECK(order);
}

TEST_CASE("what can stop on 2026-11-21: of models on the market Art. 93(1)(c) in the EU, behind a duty, and a licence for exports behind none; of training nothing") {
    const auto cells = lacuna_json("ladder --lab anthropic --theme pause --theme deployment-restriction --in EU --in US-CA --in US-NY --in US-IL --in KR --in GB --on 2026-11-21")["result"]["cells"];
    REQUIRE(cells.size() == 12);
    const auto cites = [](const Json& powers) {
        std::string out;
        for (const auto& p : powers) out += (out.empty() ? "" : "; ") + p["cite"].get<std::string>();
        return out;
    };
    for (const auto& c : cells) {
        const std::string in = c["in"];
        const bool market = c["theme"] == "deployment-restriction";
        INFO(in);
        CHECK(cites(c["powers_to_stop"]) == (market && in == "EU" ? "EU AI Act, Art. 93(1)(c)" : ""));
        CHECK(cites(c["powers_to_stop_without_duty"]) == (market && in.starts_with("US") ? "US EAR § 744.22, 15 CFR § 744.22(b)" : ""));
    }
    // before the powers of Chapter IX applied, there was none in the EU
    const auto before = lacuna_json("ladder --lab anthropic --theme deployment-restriction --in EU --on 2026-08-01");
    CHECK(before["result"]["cells"][0]["powers_to_stop"].empty());
}

TEST_CASE("where no law holds, that is the answer: independence 0 in the United Kingdom") {
    const auto answer = oversight("anthropic --theme pause --in GB --on 2026-11-21");
    REQUIRE(answer["commitments"].size() == 4);
    for (const auto& c : answer["commitments"]) {
        CHECK(c["law"].empty());
        CHECK(c["independence"]["who_may_act"]["most"] == 0);
    }
}
