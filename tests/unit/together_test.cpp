// Several regimes at once: nothing possible is ever called met, and what is left to watch is what `gaps` says.

#include <algorithm>

#include <doctest/doctest.h>

#include "together_world.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

std::size_t found(const TogetherAnswer& t, std::size_t pair, Finding f) { return t.pairs[pair].count(f); }

/// Three laws with one duty each; the rows tie them.
World three(const std::string& rows) { return World({law("a", duty("x")), law("b", duty("y")), law("c", duty("z")), mappings("m", rows)}); }

}  // namespace

TEST_CASE("together: equal duties are one action, and the answer is the same whatever the order of REFs") {
    const auto w = three(row("1", {"a@1#x"}, "equal-to", {"b@1#y"}) + row("2", {"b@1#y"}, "equal-to", {"c@1#z"}));
    for (const auto& refs : {std::vector<std::string>{"a", "b", "c"}, {"c", "a", "b"}}) {
        const auto t = ask_together(w, refs);
        CHECK(t.duties.size() == 3);
        CHECK(actions(w, t) == "a@1#x");
        CHECK(t.plan.exact);
        CHECK(t.plan.at_least == 1);
        CHECK(t.plan.actions.front().meetings.size() == 2);
        CHECK(t.plan.actions.front().saves);
        CHECK(t.meetings.front().equal());
    }
}

TEST_CASE("together: the wider duty is the action, and meets the narrower; never the other way round") {
    const auto w = three(row("1", {"a@1#x"}, "subset-of", {"b@1#y"}));
    const auto t = ask_together(w, {"a", "b"});
    CHECK(meetings(w, t) == "a@1#x ~ b@1#y, b@1#y > a@1#x");
    CHECK(actions(w, t) == "b@1#y");
}

TEST_CASE("together: what is possible, shares nothing, or was never looked at meets nothing") {
    for (const std::string relation : {"intersects-with", "no-relationship"}) {
        const auto w = three(row("1", {"a@1#x"}, relation, {"b@1#y"}));
        const auto t = ask_together(w, {"a", "b"});
        CHECK(actions(w, t) == "a@1#x b@1#y");
        CHECK(t.plan.exact);
        CHECK(std::none_of(t.meetings.begin(), t.meetings.end(), [](const Meeting& m) { return m.in_full(); }));
    }
    const auto w = three(row("1", {"a@1#x"}, "intersects-with", {"b@1#y"}) + row("2", {"b@1#y"}, "intersects-with", {"c@1#z"}));
    CHECK(meetings(w, ask_together(w, {"a", "c"})).empty());
    CHECK(found(ask_together(w, {"a", "c"}), 0, Finding::never_reviewed) == 1);
}

TEST_CASE("together: disputed and contradicted mappings make nothing certain") {
    const auto disputed = three(row("1", {"a@1#x"}, "equal-to", {"b@1#y"}, R"(status="disputed")"));
    CHECK(actions(disputed, ask_together(disputed, {"a", "b"})) == "a@1#x b@1#y");
    CHECK(found(ask_together(disputed, {"a", "b"}), 0, Finding::possible) == 1);
    const auto contradicted = three(row("1", {"a@1#x"}, "equal-to", {"b@1#y"}) + row("2", {"a@1#x"}, "no-relationship", {"b@1#y"}));
    CHECK(actions(contradicted, ask_together(contradicted, {"a", "b"})) == "a@1#x b@1#y");
}

TEST_CASE("together: a chain longer than the bound meets nothing") {
    const auto w = three(row("1", {"a@1#x"}, "superset-of", {"b@1#y"}) + row("2", {"b@1#y"}, "superset-of", {"c@1#z"}));
    CHECK(actions(w, ask_together(w, {"a", "c"})) == "a@1#x");
    CHECK(actions(w, ask_together(w, {"a", "c"}, {.rows = 1})) == "a@1#x c@1#z");
}

TEST_CASE("together: parts are done with their whole, and what a part meets is met") {
    const World w({law("a", duty("x", duty("x-1") + duty("x-2"))), law("b", duty("y")), mappings("m", row("1", {"a@1#x-1"}, "superset-of", {"b@1#y"}))});
    const auto t = ask_together(w, {"a", "b"});
    CHECK(t.duties.size() == 4);
    CHECK(t.wholes == 2);
    CHECK(actions(w, t) == "a@1#x");
    CHECK(t.plan.actions.front().parts.size() == 2);
    CHECK(meetings(w, t).find("a@1#x-1 > b@1#y") != std::string::npos);
}

TEST_CASE("together: to meet a part is not to meet the whole") {
    const World w({law("a", duty("x", duty("x-1") + duty("x-2"))), law("b", duty("y")), mappings("m", row("1", {"b@1#y"}, "superset-of", {"a@1#x-1"}))});
    CHECK(actions(w, ask_together(w, {"a", "b"})) == "a@1#x b@1#y");
}

TEST_CASE("together: several that are declared to meet a duty only together") {
    const World w({law("a", duty("x") + duty("y")), law("b", duty("z")), mappings("m", row("1", {"a@1#x", "a@1#y"}, "superset-of", {"b@1#z"}))});
    const auto t = ask_together(w, {"a", "b"});
    CHECK(actions(w, t) == "a@1#x a@1#y");
    CHECK(meetings(w, t) == "a@1#x+a@1#y > b@1#z");
    const World across({law("a", duty("x")), law("b", duty("y")), law("c", duty("z")), mappings("m", row("1", {"a@1#x", "b@1#y"}, "superset-of", {"c@1#z"}))});
    CHECK(actions(across, ask_together(across, {"a", "b", "c"})) == "a@1#x b@1#y");
    CHECK(actions(across, ask_together(across, {"a", "c"})) == "a@1#x c@1#z");
}

TEST_CASE("together: where one asks less often, later or less firmly, the duty is met and the aspect is to be watched") {
    const World w({law("a", duty("x", when(compute("more-than", "1e25")), "", "should")), law("b", duty("y")), mappings("m", row("1", {"a@1#x"}, "equal-to", {"b@1#y"}))});
    const auto t = ask_together(w, {"a", "b"});
    // of equals, the firmer one is the action
    CHECK(actions(w, t) == "b@1#y");
    const auto& m = *std::find_if(t.meetings.begin(), t.meetings.end(), [&](const Meeting& x) { return ref(w, t, x.of) == "b@1#y"; });
    CHECK(m.in_full());
    CHECK(m.said.verdict(Aspect::trigger).finding == Finding::falls_short);
    CHECK(m.said.verdict(Aspect::modality).finding == Finding::falls_short);
}

TEST_CASE("together: every meeting is what `gaps` says of the two") {
    const World w({law("a", duty("x", when(compute("more-than", "1e25")))), law("b", duty("y")), mappings("m", row("1", {"a@1#x"}, "superset-of", {"b@1#y"}))});
    const auto t = ask_together(w, {"a", "b"});
    const auto gap = w.gap("b", "a");
    const auto& m = t.meetings.front();
    REQUIRE(ref(w, t, m.of) == "b@1#y");
    for (const Aspect a : all_aspects) {
        CHECK(m.said.verdict(a).finding == gap.candidates.front().verdict(a).finding);
        CHECK(m.said.verdict(a).reason == gap.candidates.front().verdict(a).reason);
    }
}

TEST_CASE("together: two versions of one instrument are two regimes; the same text is one action") {
    const std::string head = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2027-01-01"/>)";
    const World w({law("a", duty("x") + duty("old", "", R"(until="1")") + duty("new", "", R"(since="2")"), head)});
    const auto t = ask_together(w, {"a@1", "a@2"});
    CHECK(t.regimes.size() == 2);
    CHECK(t.duties.size() == 4);
    // of the same text, the version that asks on the date
    CHECK(actions(w, t) == "a@1#x a@1#old a@2#new");
}

TEST_CASE("together: law that is made and not yet in force is taken as it will be; a bill, a named version and what is gone are not") {
    const auto text = R"(<version id="1" in-force-from="2027-01-01"/>)";
    const World w({law("made", duty("x"), std::string(R"(<status value="adopted" from="2026-01-01"/>)") + text), law("bill", duty("x"), std::string(R"(<status value="proposed" from="2026-01-01"/>)") + text), law("here", duty("x"))});
    const auto refs = with_law_to_come(w.corpus, {"made", "made#x", "made@1", "bill", "here", "nothing"}, day("2026-06-01"));
    CHECK(join(refs, " ") == "made@1 made@1#x made@1 bill here nothing");
    const auto t = ask_together(w, {"made@1", "here"});
    CHECK(t.duties.size() == 2);
    CHECK(std::count_if(t.duties.begin(), t.duties.end(), [](const RegimeDuty& d) { return d.standing.applies == Answer::no; }) == 1);
}

TEST_CASE("together: with a developer, duties of others are left out and counted") {
    const World w({law("a", duty("x") + duty("office", "", R"(bearer="authority")")), law("b", duty("y"))});
    const auto t = ask_together(w, {"a", "b"}, {.developer = "lab"});
    CHECK(actions(w, t) == "a@1#x b@1#y");
    CHECK(t.regimes.front().others == 1);
}

namespace {

std::string qualified(const std::string& id, const std::vector<std::string>& sources, const std::vector<std::string>& targets, const std::string& kind, const std::string& words, const std::string& attributes = "") {
    auto out = row(id, sources, "intersects-with", targets, attributes);
    return out.insert(out.find("</mapping>"), "<qualifier kind=\"" + kind + "\">" + words + "</qualifier>");
}

}  // namespace

TEST_CASE("together: what breaks or hinders another is shown with who said so, and whether both ask") {
    const World w({law("a", duty("x")), law("b", duty("y", "", R"(applies-from="2027-01-01")")), law("c", duty("z")),
                   mappings("m", qualified("1", {"a@1#x"}, {"b@1#y"}, "breaks", "Not both.") + qualified("2", {"a@1#x"}, {"c@1#z"}, "hinders", "Hard.", R"(status="disputed")") + qualified("3", {"b@1#y"}, {"c@1#z"}, "condition", "Only if."))});
    const auto t = ask_together(w, {"a", "b", "c"});
    REQUIRE(t.conflicts.size() == 2);
    CHECK(t.conflicts[0].qualifier->value == "Not both.");
    CHECK(t.conflicts[0].set->authorship.author == "us");
    CHECK(t.conflicts[0].both_ask == Answer::no);
    CHECK(t.conflicts[1].both_ask == Answer::yes);
    CHECK(t.conflicts[1].unsettled);
    CHECK(ask_together(w, {"a", "b", "c"}, {.on = "2027-06-01"}).conflicts[0].both_ask == Answer::yes);
    CHECK(ask_together(w, {"b", "c"}).conflicts.empty());
}

TEST_CASE("together: a conflict with a set is shown as soon as one member was asked about") {
    const World w({law("a", duty("x") + duty("x2")), law("b", duty("y")), mappings("m", qualified("1", {"a@1#x", "a@1#x2"}, {"b@1#y"}, "breaks", "Not both."))});
    const auto t = ask_together(w, {"a#x", "b"});
    REQUIRE(t.conflicts.size() == 1);
    REQUIRE(t.conflicts[0].sources.size() == 2);
    CHECK(t.conflicts[0].sources[0].in_scope);
    CHECK_FALSE(t.conflicts[0].sources[1].in_scope);
}

TEST_CASE("together: a conflict does not vanish when a text is touched; it is called unsettled") {
    const std::string head = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/>)";
    const World w({law("a", duty("x", "", R"(until="1")") + duty("x", when(compute("more-than", "1e25")), R"(since="2")"), head), law("b", duty("y")), mappings("m", qualified("1", {"a@1#x"}, {"b@1#y"}, "breaks", "Not both."))});
    const auto now = ask_together(w, {"a", "b"});
    REQUIRE(now.conflicts.size() == 1);
    CHECK(now.conflicts[0].unsettled);
    CHECK(now.conflicts[0].sources[0].other_wording);
    CHECK(now.conflicts[0].both_ask == Answer::yes);
    const auto then = ask_together(w, {"a@1", "a@2", "b"}, {.on = "2024-06-01"});
    REQUIRE(then.conflicts.size() == 1);
    CHECK_FALSE(then.conflicts[0].unsettled);
    CHECK(then.conflicts[0].sources[0].at.version == 0);
    CHECK(then.conflicts[0].both_ask == Answer::yes);
}

TEST_CASE("together: a command and a prohibition that are said to be the same are to be looked at, and save nothing") {
    const auto forbidden = provision("y", R"(norm="prohibition" modality="must" themes="framework")");
    for (const std::string relation : {"equal-to", "superset-of", "subset-of"}) {
        const World w({law("a", duty("x")), law("b", forbidden), mappings("m", row("1", {"a@1#x"}, relation, {"b@1#y"}))});
        const auto t = ask_together(w, {"a", "b"});
        CHECK(t.looks.size() == 1);
        CHECK(actions(w, t) == "a@1#x b@1#y");
    }
    const World overlap({law("a", duty("x")), law("b", forbidden), mappings("m", row("1", {"a@1#x"}, "intersects-with", {"b@1#y"}))});
    CHECK(ask_together(overlap, {"a", "b"}).looks.empty());
    const World both({law("a", provision("x", R"(norm="prohibition" modality="must" themes="framework")")), law("b", forbidden), mappings("m", row("1", {"a@1#x"}, "equal-to", {"b@1#y"}))});
    CHECK(ask_together(both, {"a", "b"}).looks.empty());
    CHECK(actions(both, ask_together(both, {"a", "b"})) == "a@1#x");
}
