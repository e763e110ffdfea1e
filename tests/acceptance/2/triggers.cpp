// Step 2, the if: what binds whom, by which facts, and how two triggers relate.

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

const std::string model = "--fact training-compute=2.1e25FLOP --fact markets=EU --in EU";

const Json& regime(const Json& answer, const std::string& id) {
    for (const auto& r : answer["result"]["regimes"])
        if (r["instrument"] == id) return r;
    FAIL("no regime " << id);
    return answer;
}

std::string in_class(const Json& regime, const std::string& name) {
    for (const auto& c : regime["classes"])
        if (c["class"] == name) return c["holds"]["answer"];
    return "not asked";
}

/// The answer of one classification rule by itself.
const Json& rule(const Json& regime, const std::string& name, const std::string& ref) {
    for (const auto& c : regime["classes"])
        if (c["class"] == name)
            for (const auto& r : c["rules"])
                if (r["rule"]["ref"].get<std::string>().ends_with(ref)) return r["holds"];
    FAIL("no rule " << ref);
    return regime;
}

const Json& duty(const Json& regime, const std::string& ref) {
    for (const auto& d : regime["duties"])
        if (d["provision"]["ref"].get<std::string>().ends_with("#" + ref)) return d;
    FAIL("no duty " << ref);
    return regime;
}

bool turns_on(const Json& essential, const std::string& fact) {
    return std::any_of(essential.begin(), essential.end(), [&](const Json& e) { return e["fact"] == fact; });
}

const Json& power(const Json& regime, const std::string& ref) {
    for (const auto& p : regime["powers"])
        if (p["provision"]["ref"].get<std::string>().ends_with("#" + ref)) return p;
    FAIL("no power " << ref);
    return regime;
}

}  // namespace

TEST_CASE("EU, placed 20 August 2025, 2.1e25 FLOP, on 1 September 2025: presumed systemic risk, duties, not yet enforceable") {
    const auto answer = lacuna_json("applies " + model + " --fact placed-on-market=2025-08-20 --on 2025-09-01");
    const auto& eu = regime(answer, "eu-ai-act");
    CHECK(in_class(eu, "gpai-provider") == "yes");
    CHECK(in_class(eu, "gpai-systemic-risk") == "presumed");
    CHECK(rule(eu, "gpai-systemic-risk", "#art-51-2")["answer"] == "presumed");

    const auto& notify = duty(eu, "art-52-1");
    CHECK(notify["answer"] == "applies");
    CHECK(notify["since"] == "2025-08-20");
    const bool two_weeks = std::any_of(notify["clocks"].begin(), notify["clocks"].end(), [](const Json& c) { return c["latest"].is_string() && c["latest"].get<std::string>().starts_with("2025-09-03"); });
    CHECK(two_weeks);

    // an open licence lifts (a) only from models without systemic risk: of a model presumed to have it, it asks on that presumption
    CHECK(duty(eu, "art-53-1-a")["answer"] == "presumed");
    CHECK(duty(eu, "art-53-1-d")["answer"] == "applies");
    CHECK(duty(eu, "art-55-1-b")["answer"] == "presumed");
    CHECK(duty(eu, "art-55-1-c")["answer"] == "on-event");
    for (const auto* ref : {"art-52-1", "art-53-1-a", "art-55-1-b"}) {
        INFO(ref);
        CHECK(duty(eu, ref)["enforcement"]["now"] == "no");
        CHECK(duty(eu, ref)["enforcement"]["from"] == "2026-08-02");
    }
    for (const auto* ref : {"art-92-1-a", "art-93-1-a", "art-93-1-c"}) {
        INFO(ref);
        CHECK(power(eu, ref)["applies"] == "no");
        CHECK(power(eu, ref)["from"] == "2026-08-02");
    }
}

TEST_CASE("the same model on 21 November 2026: enforceable") {
    const auto answer = lacuna_json("applies " + model + " --fact placed-on-market=2025-08-20 --on 2026-11-21");
    const auto& eu = regime(answer, "eu-ai-act");
    for (const auto* ref : {"art-52-1", "art-53-1-a", "art-55-1-b"}) {
        INFO(ref);
        CHECK(duty(eu, ref)["enforcement"]["now"] == "yes");
    }
    CHECK(power(eu, "art-93-1-c")["applies"] == "yes");
}

TEST_CASE("without a placing date: undetermined by that fact") {
    const auto answer = lacuna_json("applies " + model + " --on 2026-11-21");
    const auto& eu = regime(answer, "eu-ai-act");
    for (const auto* ref : {"art-53-1-a", "art-55-1-b"}) {
        INFO(ref);
        CHECK(duty(eu, ref)["answer"] == "undetermined");
        CHECK(turns_on(duty(eu, ref)["open"], "placed-on-market"));
        CHECK(duty(eu, ref)["open"].size() == 1);
        CHECK(duty(eu, ref)["enforcement"]["now"] != "yes");
    }
}

TEST_CASE("placed on 1 July 2025: legacy until 2 August 2027") {
    const auto answer = lacuna_json("applies " + model + " --fact placed-on-market=2025-07-01 --on 2026-11-21");
    const auto& eu = regime(answer, "eu-ai-act");
    for (const auto* ref : {"art-53-1-a", "art-55-1-b"}) {
        INFO(ref);
        CHECK(duty(eu, ref)["answer"] == "later");
        CHECK(duty(eu, ref)["from"] == "2027-08-02");
    }
    const auto after = lacuna_json("applies " + model + " --fact placed-on-market=2025-07-01 --on 2027-08-02");
    CHECK(duty(regime(after, "eu-ai-act"), "art-53-1-c")["answer"] == "applies");
}

TEST_CASE("more than is not at least: exactly 1e25, a rounded 1e25, and a range") {
    const auto presumption = [](const std::string& compute) {
        const auto answer = lacuna_json(fmt::format("applies --fact training-compute={} --fact markets=EU --fact placed-on-market=2025-08-20 --in EU --on 2026-11-21", compute));
        return rule(regime(answer, "eu-ai-act"), "gpai-systemic-risk", "#art-51-2");
    };
    CHECK(presumption("=1e25FLOP")["answer"] == "no");
    CHECK(presumption("=10000000000000000000000001FLOP")["answer"] == "presumed");
    for (const auto* unsure : {"1e25FLOP", "1.0e25FLOP", "9e24..1.2e25FLOP", "9e24..1.2e25"}) {
        INFO(unsure);
        const auto holds = presumption(unsure);
        CHECK(holds["answer"] == "undetermined");
        REQUIRE(holds["essential"].size() == 1);
        CHECK(holds["essential"][0]["fact"] == "training-compute");
    }
    // at the line exactly nothing is presumed, and nothing is excluded: capabilities may still make it one
    const auto answer = lacuna_json("applies --fact training-compute==1e25FLOP --fact markets=EU --in EU --on 2026-11-21");
    CHECK(in_class(regime(answer, "eu-ai-act"), "gpai-systemic-risk") == "undetermined");
}

TEST_CASE("a model of which nothing is known is bound by nothing for certain, and free of nothing") {
    const auto answer = lacuna_json("applies --on 2027-06-01");
    for (const auto& r : answer["result"]["regimes"])
        for (const auto& d : r["duties"]) {
            INFO(d["provision"]["ref"]);
            if (d["bearer"] == "anyone" || d["bearer"] == "developer") continue;
            CHECK(d["enforcement"]["now"] != "yes");
        }
    CHECK_FALSE(answer["result"]["open"].empty());
}

TEST_CASE("a lab's threshold and Art. 51(2): a case in each difference, not excluded where it rests on independence") {
    const auto answer = lacuna_json("compare anthropic-rsp@2.2#sec-2-cbrn-3-deployment eu-ai-act#art-51-2 --on 2026-11-21");
    const auto& r = answer["result"];
    for (const auto* side : {"only_first", "only_second"}) {
        INFO(side);
        REQUIRE(r[side].is_object());
        CHECK_FALSE(r[side]["case"].get<std::string>().empty());
        CHECK_FALSE(r[side]["other_does_not_because"].get<std::string>().empty());
    }
    CHECK(r["only_second"]["case"].get<std::string>().find("training compute") != std::string::npos);
    CHECK(r["only_second"]["certain"] == false);
}

TEST_CASE("what if: a vetoed bill is answered for only when asked, and labelled") {
    const std::string facts = "--fact training-compute=3e26FLOP --fact training-cost=200e6USD --on 2026-11-21 --in US-CA";
    const auto plain = lacuna_json("applies " + facts);
    for (const auto& r : plain["result"]["regimes"]) CHECK(r["instrument"] != "us-ca-sb-1047");
    const auto supposed = lacuna_json("applies --with us-ca-sb-1047 " + facts);
    REQUIRE(supposed["supposed"].size() == 1);
    CHECK(supposed["supposed"][0].get<std::string>().find("vetoed") != std::string::npos);
    CHECK(in_class(regime(supposed, "us-ca-sb-1047"), "covered-model") == "yes");
    CHECK(lacuna("applies --with us-ca-sb-1047 " + facts).output.starts_with("SUPPOSED: "));
}
