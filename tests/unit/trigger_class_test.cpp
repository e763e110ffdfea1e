// Proves how classes, exceptions, exemptions and dates are read: also where they stand in a circle, are only presumed, or have not come.

#include "trigger_world.hpp"

using namespace lacuna;
using namespace lacuna::small;
using enum Holding;

namespace {

const std::string words = vocabulary_with(flag_fact("x") + flag_fact("y"), "", R"(<class id="a"><name>A</name></class><class id="b"><name>B</name></class>)");

}  // namespace

TEST_CASE("a class is no reason for itself") {
    const auto world = one_duty(in_class("a"), words, rule("ra", "a", when(in_class("b"))) + rule("rb", "b", when("<any>" + in_class("a") + is("x") + "</any>")));
    CHECK(world.answer("act@1#o", {"x=yes"}) == yes);
    CHECK(world.answer("act@1#o", {"x=no"}) == no);
    CHECK(world.answer("act@1#o", {}) == undetermined);
}

TEST_CASE("classes that exclude each other in a circle are not decided by who is asked first") {
    const auto rules = rule("ra", "a", when(is("x")) + unless(in_class("b"))) + rule("rb", "b", when(is("y")) + unless(in_class("a")));
    const auto a = one_duty(in_class("a"), words, rules), b = one_duty(in_class("b"), words, rules);
    CHECK(a.answer("act@1#o", {"x=yes", "y=no"}) == yes);
    CHECK(b.answer("act@1#o", {"x=yes", "y=no"}) == no);
    CHECK(a.answer("act@1#o", {"x=no", "y=yes"}) == no);
    CHECK(a.answer("act@1#o", {"x=yes", "y=yes"}) == undetermined);
    CHECK(b.answer("act@1#o", {"x=yes", "y=yes"}) == undetermined);
}

TEST_CASE("a class excluded by itself is not decided") {
    const auto world = one_duty(in_class("a"), words, rule("ra", "a", when(is("x")) + unless(in_class("a"))));
    CHECK(world.answer("act@1#o", {"x=no"}) == no);
    CHECK(world.answer("act@1#o", {"x=yes"}) == undetermined);
}

TEST_CASE("presumed is said only of presumptions that can be rebutted") {
    const auto by = [](const std::string& presumed) { return one_duty(in_class("a"), words, rule("ra", "a", when(is("x")), presumed) + rule("rb", "a", when(is("y")))); };
    CHECK(by(R"(presumed="rebuttable")").answer("act@1#o", {"x=yes"}) == presumed);
    CHECK(by(R"(presumed="rebuttable")").answer("act@1#o", {"x=yes", "y=no"}) == presumed);
    CHECK(by(R"(presumed="rebuttable")").answer("act@1#o", {"x=yes", "y=yes"}) == yes);
    CHECK(by(R"(presumed="rebuttable")").answer("act@1#o", {"x=no"}) == undetermined);
    CHECK(by(R"(presumed="conclusive")").answer("act@1#o", {"x=yes"}) == yes);
}

TEST_CASE("what is exempt only by a presumption is not surely exempt") {
    const auto rules = rule("ra", "a", when(is("x")), R"(presumed="rebuttable")");
    CHECK(one_duty(not_so(in_class("a")), words, rules).answer("act@1#o", {"x=yes"}) == undetermined);
    CHECK(one_duty(not_so(in_class("a")), words, rules).answer("act@1#o", {"x=no"}) == yes);
    // two presumptions that pull in opposite directions make nothing certain
    const auto two = rules + rule("rb", "b", when(is("x")), R"(presumed="rebuttable")");
    CHECK(one_duty("<any>" + in_class("b") + not_so(in_class("a")) + "</any>", words, two).answer("act@1#o", {"x=yes"}) == presumed);
}

TEST_CASE("an exemption takes nothing out before it applies, and no longer once it is gone") {
    const auto exempts = [](const std::string& attributes) { return provision("e", "norm=\"exemption\" " + attributes, when(is("x")) + R"(<exempts ref="act#o"/>)"); };
    const auto world = [&](const std::string& attributes, const std::string& head = in_force + version_1) {
        return TriggerWorld({law("act", duty("o")), law("other", exempts(attributes), head)}, words);
    };
    CHECK(world("").answer("act@1#o", {"x=yes"}) == no);
    CHECK(world("").answer("act@1#o", {"x=no"}) == yes);
    CHECK(world("").answer("act@1#o", {}) == undetermined);
    CHECK(world(R"(applies-from="2027-01-01")").answer("act@1#o", {"x=yes"}) == yes);
    CHECK(world(R"(applies-from="2026-01-01..2027-01-01")").answer("act@1#o", {"x=yes"}) == undetermined);
    CHECK(world("", R"(<status value="in-force" from="2024-01-01" until="2026-01-01"/><status value="repealed" from="2026-01-01"/>)" + version_1).answer("act@1#o", {"x=yes"}) == yes);
    CHECK(world("", R"(<status value="proposed" from="2024-01-01"/>)" + version_1).answer("act@1#o", {"x=yes"}) == yes);
}

TEST_CASE("a rule of another instrument that may not apply yet makes nothing certain") {
    const auto world = [](const std::string& applies) {
        return TriggerWorld({law("act", duty("o", when(in_class("a")))), law("other", rule("ra", "a", when(is("x")), "applies-from=\"" + applies + "\""))}, words);
    };
    CHECK(world("2026-01-01").answer("act@1#o", {"x=yes"}) == yes);
    CHECK(world("2026-01-01..2027-01-01").answer("act@1#o", {"x=yes"}) == undetermined);
}

TEST_CASE("an exception made by another instrument is read as that instrument stands") {
    // the other act's second version lets its class reach less
    const auto other = law("other", provision("e", R"(norm="definition")", when(in_class("a"))) + rule("r1", "a", when(is("x")), R"(until="1")") + rule("r2", "a", when(is("y")), R"(since="2")"),
                           in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/>)");
    const TriggerWorld world({law("act", duty("o", R"(<unless ref="other#e"><summary>Elsewhere.</summary></unless>)")), other}, words);
    CHECK(world.answer("act@1#o", {"x=yes", "y=no"}) == yes);
    CHECK(world.answer("act@1#o", {"x=no", "y=yes"}) == no);
}

TEST_CASE("a test that takes a case out of a class is not assumed away where the class takes a duty away") {
    // duty for whoever is not in the class; the test would take it out of the class, and so bring the duty
    const auto world = one_duty(not_so(in_class("a")), words, rule("ra", "a", when(is("x")) + unless(R"(<test id="t">t</test>)")));
    CHECK(world.answer("act@1#o", {"x=yes", "test:t=no"}) == no);
    CHECK(world.answer("act@1#o", {"x=yes", "test:t=yes"}) == yes);
    CHECK(world.answer("act@1#o", {"x=yes"}) == undetermined);
}

TEST_CASE("an exception that is only described is assumed not to apply where it takes a duty away, and only there") {
    const std::string described = "<unless><summary>Described.</summary></unless>";
    const auto duty_with = one_duty(is("x"), words).answer("act@1#o", {"x=yes"});
    CHECK(duty_with == yes);
    const TriggerWorld from_duty({law("act", duty("o", when(is("x")) + described))}, words);
    const auto assumed = from_duty.holds("act@1#o", {"x=yes"});
    CHECK(assumed.holding == yes);
    CHECK(assumed.assumed.size() == 1);
    // an exception to an exemption brings the duty back
    const TriggerWorld from_exemption({law("act", duty("o") + provision("e", R"(norm="exemption")", when(is("x")) + described + R"(<exempts ref="#o"/>)"))}, words);
    CHECK(from_exemption.answer("act@1#o", {"x=no"}) == yes);
    CHECK(from_exemption.answer("act@1#o", {"x=yes"}) == undetermined);
    // so does one to a class that is exempt
    CHECK(one_duty(not_so(in_class("a")), words, rule("ra", "a", when(is("x")) + described)).answer("act@1#o", {"x=yes"}) == undetermined);
    CHECK(one_duty(in_class("a"), words, rule("ra", "a", when(is("x")) + described)).answer("act@1#o", {"x=yes"}) == yes);
    // through another class: in a unless in b, in b unless described
    const auto chain = rule("ra", "a", when(is("x")) + unless(in_class("b"))) + rule("rb", "b", when(is("y")) + described);
    CHECK(one_duty(in_class("a"), words, chain).answer("act@1#o", {"x=yes", "y=yes"}) == undetermined);
}

TEST_CASE("a date computed from an event has come when its last day has") {
    const auto has_come = [](const std::string& amount, const std::string& unit, const std::vector<std::string>& facts) {
        const TriggerWorld world({law("act", duty("o", R"(<date for="applies-from"><within amount=")" + amount + "\" unit=\"" + unit + R"(" event="opening"/></date>)"))});
        const Facts given(world.corpus.vocabulary(), facts);
        return Triggers(world.corpus, given.situation, day("2026-06-01")).has_come(world.corpus.date(world.at("act@1#o"), DateKind::applies_from)).holding;
    };
    CHECK(has_come("90", "day", {"event:opening=2026-03-03"}) == yes);
    CHECK(has_come("90", "day", {"event:opening=2026-03-04"}) == no);
    CHECK(has_come("90", "day", {}) == undetermined);
    CHECK(has_come("6", "month", {"event:opening=2025-12-01"}) == yes);
    CHECK(has_come("6", "month", {"event:opening=2025-12-02"}) == no);
    CHECK(has_come("1", "year", {"event:opening=2025-06-01"}) == yes);
    CHECK(has_come("1", "year", {"event:opening=2025-06-02"}) == no);
    CHECK(has_come("1.5", "year", {"event:opening=2025-06-01"}) != yes);  // not until 1 December
}

TEST_CASE("a legacy date protects a model placed before the duty applied, and only such a one") {
    const auto answer = [](const std::string& applies, const std::vector<std::string>& facts) {
        auto with_placing = words;
        with_placing.insert(with_placing.find("  <event id=\"incident\""), R"(<fact id="placed-on-market" about="model" kind="date"><name>P</name></fact>)");
        const TriggerWorld world({law("act", duty("o", "", "applies-from=\"" + applies + R"(" legacy-until="2027-08-02")"))}, with_placing);
        const Facts given(world.corpus.vocabulary(), facts);
        return Triggers(world.corpus, given.situation, day("2026-06-01")).past_legacy(world.at("act@1#o")).holding;
    };
    CHECK(answer("2025-08-02", {"placed-on-market=2025-08-02"}) == yes);
    CHECK(answer("2025-08-02", {"placed-on-market=2025-08-01"}) == no);
    CHECK(answer("2025-08-02", {"placed-on-market=2025-08-01..2025-08-02"}) == undetermined);
    CHECK(answer("2025-08-02", {}) == undetermined);
    CHECK(answer("2025-08-02..2025-09-02", {"placed-on-market=2025-08-01"}) == no);
    CHECK(answer("2025-08-02..2025-09-02", {"placed-on-market=2025-09-02"}) == yes);
    CHECK(answer("2025-08-02..2025-09-02", {"placed-on-market=2025-08-15"}) == undetermined);
}
