// Proves that conditions are not settled too early: each test is a trap in which a hasty reader would say yes or no.

#include "trigger_world.hpp"

using namespace lacuna;
using namespace lacuna::small;
using enum Holding;

namespace {

const std::string us_ca_in_us = axiom(R"(<includes fact="markets" value="US-CA"/>)", R"(<includes fact="markets" value="US"/>)");
const std::string designation = R"(<event id="designation" act="yes" as-of="2026-05-01"><name>The authority designates the model</name></event>)";

std::string in_market(const std::string& market) { return R"(<includes fact="markets" value=")" + market + "\"/>"; }
std::string known(const std::string& condition) { return "<known>" + condition + "</known>"; }
std::string judged(const std::string& by, const std::string& condition) { return "<judged by=\"" + by + "\">" + condition + "</judged>"; }

}  // namespace

TEST_CASE("a rounded figure at the boundary settles nothing; an exact one does") {
    const auto more = one_duty(compute("more-than", "1e25")), least = one_duty(compute("at-least", "1e25"));
    CHECK(more.answer("act@1#o", {"training-compute=1e25FLOP"}) == undetermined);
    CHECK(least.answer("act@1#o", {"training-compute=1e25FLOP"}) == undetermined);
    CHECK(more.answer("act@1#o", {"training-compute==1e25FLOP"}) == no);
    CHECK(least.answer("act@1#o", {"training-compute==1e25FLOP"}) == yes);
    CHECK(more.answer("act@1#o", {"training-compute=1.0e25FLOP"}) == undetermined);
    // [1.05, 1.15) and [0.85, 0.95) · 10^25 lie on one side
    CHECK(more.answer("act@1#o", {"training-compute=1.1e25FLOP"}) == yes);
    CHECK(more.answer("act@1#o", {"training-compute=9e24FLOP"}) == no);
    // written out in full it is exact, unless said otherwise
    CHECK(more.answer("act@1#o", {"training-compute=10000000000000000000000000FLOP"}) == no);
    CHECK(more.answer("act@1#o", {"training-compute=~10000000000000000000000000FLOP"}) == undetermined);
    CHECK(more.answer("act@1#o", {"training-compute=10000000000000000000000001FLOP"}) == yes);
}

TEST_CASE("the rounded interval is closed below and open above") {
    // 1.0e25 is [9.5e24, 1.05e25)
    const auto answer = [](const char* comparison, const char* value) { return one_duty(compute(comparison, value)).answer("act@1#o", {"training-compute=1.0e25FLOP"}); };
    CHECK(answer("at-least", "0.95e25") == yes);
    CHECK(answer("more-than", "0.95e25") == undetermined);
    CHECK(answer("less-than", "1.05e25") == yes);
    CHECK(answer("at-least", "1.05e25") == no);
}

TEST_CASE("an interval that touches the boundary") {
    const auto answer = [](const char* comparison, const std::string& fact) { return one_duty(compute(comparison, "1e25")).answer("act@1#o", {"training-compute=" + fact + "FLOP"}); };
    CHECK(answer("more-than", "1e25..2e25") == undetermined);
    CHECK(answer("at-least", "1e25..2e25") == yes);
    CHECK(answer("more-than", "1e24..1e25") == no);
    CHECK(answer("at-least", "1e24..1e25") == undetermined);
    CHECK(answer("less-than", "1e24..1e25") == undetermined);
    CHECK(answer("at-most", "1e24..1e25") == yes);
    CHECK(answer("equals", "1e24..1e25") == undetermined);
    CHECK(answer("equals", "1e25..1e25") == yes);
    CHECK(answer("equals", "1e25") == undetermined);
    CHECK(answer("equals", "=1e25") == yes);
    CHECK(answer("equals", "=10000000000000000000000001") == no);
}

TEST_CASE("a multiple of a figure that is known gives the short cut its number") {
    const auto words = vocabulary_with(R"(<fact id="original" about="model" kind="quantity" units="FLOP"><name>Original</name></fact>)");
    const auto world = one_duty(R"(<more-than fact="training-compute" of="original" factor="1/3"/>)", words);
    const auto holds = world.holds("act@1#o", {"original==3e25FLOP"});
    CHECK(holds.holding == undetermined);
    REQUIRE(holds.essential.size() == 1);
    CHECK(holds.essential[0].fact == "training-compute");
    REQUIRE(holds.short_cuts.size() == 2);
    CHECK(holds.short_cuts[0].facts == std::vector<std::string>{"training compute at most 10^25 FLOP"});
    CHECK(!holds.short_cuts[0].yes);
    CHECK(holds.short_cuts[1].facts == std::vector<std::string>{"training compute more than 10^25 FLOP"});
    CHECK(holds.short_cuts[1].yes);
    CHECK(world.answer("act@1#o", {"original==3e25FLOP", "training-compute==1e25FLOP"}) == no);
    CHECK(world.answer("act@1#o", {"original=3e25FLOP", "training-compute==1e25FLOP"}) == undetermined);
    CHECK(world.answer("act@1#o", {"original==3e25FLOP", "training-compute==10000000000000000000000001FLOP"}) == yes);
}

TEST_CASE("huge and tiny numbers, and less than nothing") {
    const auto world = one_duty(compute("more-than", "1e9000"));
    CHECK(world.answer("act@1#o", {"training-compute==1e9000FLOP"}) == no);
    CHECK(world.answer("act@1#o", {"training-compute=2e9000FLOP"}) == yes);
    CHECK(one_duty(compute("more-than", "0")).answer("act@1#o", {"training-compute=1e-9000FLOP"}) == yes);
    CHECK(one_duty(compute("at-least", "0")).answer("act@1#o", {}) == yes);
    CHECK(one_duty(compute("less-than", "0")).answer("act@1#o", {}) == no);
    CHECK(one_duty(compute("more-than", "0")).answer("act@1#o", {}) == undetermined);
    const auto negative = one_duty(compute("less-than", "1e25")).holds("act@1#o", {"training-compute==-1FLOP"});
    CHECK(negative.contradictory);
    CHECK(negative.holding == undetermined);
}

TEST_CASE("a figure in another currency, or of another year, says nothing") {
    const std::string preceding = R"(<more-than fact="revenue" value="500000000" unit="USD" year="preceding"/>)";
    const auto world = one_duty(preceding);
    CHECK(world.answer("act@1#o", {"revenue@2025=600000000USD"}) == yes);
    CHECK(world.answer("act@1#o", {"revenue@2025=600000000EUR"}) == undetermined);
    CHECK(world.answer("act@1#o", {"revenue@2024=600000000USD"}) == undetermined);
    CHECK(world.answer("act@1#o", {"revenue@2026=600000000USD"}) == undetermined);
    CHECK(world.answer("act@1#o", {"revenue@2026=600000000USD"}, "2027-01-01") == yes);
    CHECK(world.answer("act@1#o", {"revenue@2026=600000000USD"}, "2026-12-31") == undetermined);
    CHECK(world.answer("act@1#o", {"revenue@2025=600000000EUR", "revenue@2025=1USD"}) == no);
}

TEST_CASE("a market listed alone leaves its parts open, and what it is a part of") {
    const auto words = vocabulary_with("", "", "", us_ca_in_us);
    const auto california = one_duty(in_market("US-CA"), words), states = one_duty(in_market("US"), words), union_ = one_duty(in_market("EU"), words);
    CHECK(california.answer("act@1#o", {"markets=only:US"}) == undetermined);
    CHECK(states.answer("act@1#o", {"markets=only:US-CA"}) == yes);
    CHECK(states.answer("act@1#o", {"markets=US-CA"}) == yes);
    CHECK(california.answer("act@1#o", {"markets=US"}) == undetermined);
    CHECK(california.answer("act@1#o", {"markets=!US"}) == no);
    CHECK(states.answer("act@1#o", {"markets=!US-CA"}) == undetermined);
    CHECK(union_.answer("act@1#o", {"markets=US-CA"}) == undetermined);
    CHECK(union_.answer("act@1#o", {"markets=only:US-CA"}) == no);
    CHECK(union_.answer("act@1#o", {"markets=none"}) == no);
    CHECK(states.holds("act@1#o", {"markets=US-CA,!US"}).contradictory);
    CHECK(states.holds("act@1#o", {"markets=US,!US"}).contradictory);
    // even where no axiom says that one lies in the other
    CHECK(one_duty(in_market("US-CA")).answer("act@1#o", {"markets=only:US"}) == undetermined);
    CHECK(one_duty(in_market("US")).answer("act@1#o", {"markets=only:US-CA"}) == undetermined);
}

TEST_CASE("a level reached reaches those below it; a level missed misses those above") {
    const std::string scheme = R"(<scheme id="levels" label="L"><level id="l1" label="1"><summary>One.</summary></level><level id="l2" label="2" above="l1"><summary>Two.</summary></level>)"
                               R"(<level id="l3" label="3" above="l2"><summary>Three.</summary></level></scheme>)";
    const TriggerWorld world({policy("plan", "lab", duty("o", when(R"(<reaches scheme="levels" level="l2"/>)")), in_force + version_1 + scheme)});
    CHECK(world.answer("plan@1#o", {"level:levels:l3=yes"}) == yes);
    CHECK(world.answer("plan@1#o", {"level:levels:l1=no"}) == no);
    CHECK(world.answer("plan@1#o", {"level:levels:l1=yes"}) == undetermined);
    CHECK(world.answer("plan@1#o", {"level:levels:l3=no"}) == undetermined);
    CHECK(world.answer("plan@1#o", {"level:levels:l3=unknown"}) == undetermined);
    CHECK(world.answer("plan@1#o", {"board/level:levels:l3=yes"}) == undetermined);  // what the board thinks is another question
    CHECK(world.holds("plan@1#o", {"level:levels:l3=yes", "level:levels:l1=no"}).contradictory);
}

TEST_CASE("what is so, what is known to come, and what somebody judges are three things") {
    const auto expected = one_duty(known(compute("more-than", "1e25"))), judgement = one_duty(judged("board", is("open-weights")));
    CHECK(expected.answer("act@1#o", {"training-compute=2e25FLOP"}) == undetermined);
    CHECK(expected.answer("act@1#o", {"expected/training-compute=2e25FLOP"}) == yes);
    CHECK(one_duty(compute("more-than", "1e25")).answer("act@1#o", {"expected/training-compute=2e25FLOP"}) == undetermined);
    CHECK(judgement.answer("act@1#o", {"open-weights=yes"}) == undetermined);
    CHECK(judgement.answer("act@1#o", {"rival/open-weights=yes"}) == undetermined);
    CHECK(judgement.answer("act@1#o", {"board/open-weights=yes"}) == yes);
    const auto together = one_duty(judged("board agency", is("open-weights")));
    CHECK(together.answer("act@1#o", {"board/open-weights=yes"}) == undetermined);
    CHECK(together.answer("act@1#o", {"board+agency/open-weights=yes"}) == yes);
    CHECK(together.answer("act@1#o", {"agency+board/open-weights=yes"}) == yes);
}

TEST_CASE("an event that is known to come is known to come, though its day has not come") {
    const auto to_come = one_duty(known(R"(<event name="opening"/>)")), has_come = one_duty(R"(<event name="opening"/>)");
    CHECK(to_come.answer("act@1#o", {"expected/event:opening=2027-01-01"}) == yes);
    CHECK(has_come.answer("act@1#o", {"expected/event:opening=2027-01-01"}) == undetermined);
    CHECK(has_come.answer("act@1#o", {"event:opening=2027-01-01"}) == no);
    CHECK(has_come.answer("act@1#o", {"event:opening=2026-06-01"}) == yes);
    CHECK(has_come.answer("act@1#o", {"event:opening=discovery:2027-01-01"}) == undetermined);
    CHECK(has_come.answer("act@1#o", {"event:opening=discovery:2026-01-01"}) == yes);
}

TEST_CASE("an event whose day is a date fact has happened once that day has come, and nobody can say otherwise") {
    const auto world = one_duty(R"(<event name="placing"/>)", vocabulary_with("", R"(<event id="placing" on-day="placed-on"><name>Placing</name></event>)"));
    CHECK(world.answer("act@1#o", {"placed-on=2026-06-01"}) == yes);
    CHECK(world.answer("act@1#o", {"placed-on=2026-05-01..2026-07-01"}) == undetermined);
    CHECK(world.answer("act@1#o", {"placed-on=2026-06-01", "event:placing=unknown"}) == undetermined);
    CHECK(world.holds("act@1#o", {"placed-on=2026-06-01", "event:placing=no"}).contradictory);
    CHECK(world.holds("act@1#o", {"placed-on=2026-06-01", "event:placing=2026-07-01"}).contradictory);
}

TEST_CASE("an act works from its effect to its withdrawal, and not from its decision") {
    const auto world = one_duty(R"(<event name="designation"/>)", vocabulary_with("", designation));
    const auto answer = [&](const std::string& fact) { return world.answer("act@1#o", {"event:designation=" + fact}); };
    const auto by_default = world.holds("act@1#o", {});
    CHECK(by_default.holding == no);
    CHECK(by_default.assumed.size() == 1);
    CHECK(answer("unknown") == undetermined);
    CHECK(world.holds("act@1#o", {"event:designation=unknown"}).assumed.empty());
    CHECK(answer("yes") == yes);
    CHECK(answer("decided:2026-01-01") == undetermined);
    CHECK(answer("decided:2026-07-01") == no);
    CHECK(answer("decided:2026-01-01,effective:2026-07-01") == no);
    CHECK(answer("decided:2026-01-01,effective:2026-06-01") == yes);
    CHECK(answer("effective:2026-05-01..2026-07-01") == undetermined);
    CHECK(answer("effective:2026-01-01,withdrawn:2026-03-01") == no);
    CHECK(answer("effective:2026-01-01,withdrawn:2026-07-01") == yes);
    CHECK(answer("effective:2026-01-01,withdrawn:2026-05-01..2026-07-01") == undetermined);
    CHECK(answer("withdrawn:2026-07-01") == undetermined);
    // the day on which it was made does not stand in for the day from which it works
    CHECK(answer("2026-01-01,effective:2026-07-01") == no);
    CHECK(answer("2026-01-01,decided:2026-01-01") == undetermined);
    CHECK(answer("awareness:2026-01-01,effective:2026-07-01") == no);
}

TEST_CASE("an act said to be so whose days say otherwise is a contradiction") {
    const auto world = one_duty(R"(<event name="designation"/>)", vocabulary_with("", designation));
    Facts facts(world.corpus.vocabulary(), {"event:designation=effective:2026-07-01"});
    facts.situation.facts.front().holds = Truth::yes;
    Triggers triggers(world.corpus, facts.situation, day("2026-06-01"));
    CHECK(triggers.holds(world.at("act@1#o"), 0).contradictory);
    CHECK(!triggers.consistent());
}

TEST_CASE("defaults are marked as what they are, and unknown cancels them") {
    const auto words = vocabulary_with(flag_fact("general-purpose", "default=\"yes\"") + flag_fact("conflict", "default=\"no\""));
    const auto world = one_duty("<all>" + is("general-purpose") + not_so(is("conflict")) + "</all>", words);
    const auto assumed = world.holds("act@1#o", {});
    CHECK(assumed.holding == yes);
    CHECK(assumed.assumed == std::vector<std::string>{"general-purpose [general-purpose]", "it is not so that conflict [conflict]"});
    CHECK(world.answer("act@1#o", {"conflict=unknown"}) == undetermined);
    CHECK(world.holds("act@1#o", {"conflict=unknown"}).assumed == std::vector<std::string>{"general-purpose [general-purpose]"});
    CHECK(world.answer("act@1#o", {"conflict=yes"}) == no);
    CHECK(world.answer("act@1#o", {"general-purpose=no"}) == no);
    // what is expected, or judged, has no default
    CHECK(one_duty(known(is("general-purpose")), words).answer("act@1#o", {}) == undetermined);
}

TEST_CASE("facts that cannot all be so are reported, and nothing is concluded from them") {
    const auto words = vocabulary_with(flag_fact("a") + flag_fact("b") + flag_fact("c"), "", "", axiom(is("a"), is("b")) + axiom(is("b"), is("c")));
    const auto world = one_duty(is("b"), words);
    CHECK(world.answer("act@1#o", {"a=yes"}) == yes);
    CHECK(world.answer("act@1#o", {"c=no"}) == no);
    const auto holds = world.holds("act@1#o", {"a=yes", "c=no"});
    CHECK(holds.contradictory);
    CHECK(holds.holding == undetermined);
    const Facts facts(world.corpus.vocabulary(), {"a=yes", "c=no"});
    CHECK(!Triggers(world.corpus, facts.situation, day("2026-06-01")).consistent());
}

TEST_CASE("what is known of a class is used even where axioms are what leads to it") {
    const auto words = vocabulary_with(flag_fact("a"), "", "", axiom(in_class("developer-of-note"), is("a")));
    auto with_classes = words;
    with_classes.insert(with_classes.find("  <class id=\"deployer\""), R"(<class id="developer-of-note"><name>N</name></class><class id="developer-of-more-note" within="developer-of-note"><name>M</name></class>)");
    CHECK(one_duty(is("a"), with_classes).answer("act@1#o", {"class:developer-of-more-note=yes"}) == yes);
}

TEST_CASE("more combinations than can be looked at: undetermined for that reason") {
    // each of nine models has a place of its own among eight, which cannot be; its opposite always is
    const auto at = [](int model, int place) { return "<test id=\"m" + std::to_string(model) + "-" + std::to_string(place) + "\">t</test>"; };
    std::string parts;
    for (int m = 0; m < 9; ++m) {
        parts += "<any>";
        for (int p = 0; p < 8; ++p) parts += at(m, p);
        parts += "</any>";
    }
    for (int p = 0; p < 8; ++p)
        for (int a = 0; a < 9; ++a)
            for (int b = 0; b < a; ++b) parts += "<any>" + not_so(at(a, p)) + not_so(at(b, p)) + "</any>";
    for (const auto& condition : {"<all>" + parts + "</all>", not_so("<all>" + parts + "</all>")}) {
        const auto holds = one_duty(condition).holds("act@1#o", {});
        CHECK(holds.unfinished);
        CHECK(holds.holding == undetermined);
    }
}

TEST_CASE("what is assumed gives way to what follows from the facts") {
    const auto words = vocabulary_with(flag_fact("conflict", "default=\"no\"") + flag_fact("contract"), "", "", axiom(is("contract"), is("conflict")));
    const auto world = one_duty(not_so(is("conflict")), words);
    CHECK(world.answer("act@1#o", {"contract=no"}) == yes);
    const auto followed = world.holds("act@1#o", {"contract=yes"});
    CHECK(followed.holding == no);
    CHECK(!followed.contradictory);
    CHECK(followed.assumed.empty());
}
