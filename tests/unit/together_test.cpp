// Several regimes at once: nothing possible is ever called met, the plan meets what it says it does, and the fewest are the fewest.

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "gaps/together_choice.hpp"
#include "lacuna/together.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

TogetherAnswer ask(const World& w, const std::vector<std::string>& refs, const Ask& a = {}) {
    std::vector<Problem> problems;
    TogetherQuestion q;
    q.on = day(a.on);
    q.in = a.in;
    q.rows = a.rows;
    q.situation.developer = a.developer.value_or("");
    q.scope = resolve(w.corpus, refs, q.on, q.in, problems);
    for (const auto& p : problems) FAIL_CHECK(to_string(p));
    return together(w.corpus, w.walk, q);
}

std::string ref(const World& w, const TogetherAnswer& t, std::size_t d) {
    const auto& p = t.duties[d].at;
    return w.corpus.ref(p.node, p.version);
}

/// "a@1#x", in order.
std::string actions(const World& w, const TogetherAnswer& t) {
    std::vector<std::string> out;
    for (const auto& a : t.plan.actions) out.push_back(ref(w, t, a.duty));
    return join(out, " ");
}

/// "a@1#x > b@1#y" for every meeting in full, "a@1#x ~ b@1#y" in part.
std::string meetings(const World& w, const TogetherAnswer& t) {
    std::vector<std::string> out;
    for (const auto& m : t.meetings) {
        std::vector<std::string> by;
        for (const auto d : m.by) by.push_back(ref(w, t, d));
        out.push_back(join(by, "+") + (m.in_full() ? " > " : " ~ ") + ref(w, t, m.of));
    }
    return join(out);
}

std::size_t found(const TogetherAnswer& t, std::size_t pair, Finding f) { return t.pairs[pair].count(f); }

/// Three laws with one duty each; the rows tie them.
World three(const std::string& rows) { return World({law("a", duty("x")), law("b", duty("y")), law("c", duty("z")), mappings("m", rows)}); }

/// Does the plan meet every duty, by what it says? Walks over the answer alone.
std::set<std::size_t> met_by(const TogetherAnswer& t) {
    std::set<std::size_t> done;
    for (const auto& a : t.plan.actions) {
        done.insert(a.duty);
        done.insert(a.parts.begin(), a.parts.end());
    }
    std::set<std::size_t> out = done;
    for (const auto& a : t.plan.actions)
        for (const auto i : a.meetings) {
            const auto& m = t.meetings[i];
            REQUIRE(m.in_full());
            REQUIRE_FALSE(m.look);
            for (const auto b : m.by) REQUIRE(done.contains(b));
            out.insert(m.of);
            for (std::size_t d = 0; d < t.duties.size(); ++d)
                if (t.duties[d].whole == m.of) out.insert(d);
        }
    return out;
}

}  // namespace

TEST_CASE("together: equal duties are one action, and the answer is the same whatever the order of REFs") {
    const auto w = three(row("1", {"a@1#x"}, "equal-to", {"b@1#y"}) + row("2", {"b@1#y"}, "equal-to", {"c@1#z"}));
    for (const auto& refs : {std::vector<std::string>{"a", "b", "c"}, {"c", "a", "b"}}) {
        const auto t = ask(w, refs);
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
    const auto t = ask(w, {"a", "b"});
    CHECK(meetings(w, t) == "a@1#x ~ b@1#y, b@1#y > a@1#x");
    CHECK(actions(w, t) == "b@1#y");
}

TEST_CASE("together: what is possible, shares nothing, or was never looked at meets nothing") {
    for (const std::string relation : {"intersects-with", "no-relationship"}) {
        const auto w = three(row("1", {"a@1#x"}, relation, {"b@1#y"}));
        const auto t = ask(w, {"a", "b"});
        CHECK(actions(w, t) == "a@1#x b@1#y");
        CHECK(t.plan.exact);
        CHECK(std::none_of(t.meetings.begin(), t.meetings.end(), [](const Meeting& m) { return m.in_full(); }));
    }
    const auto w = three(row("1", {"a@1#x"}, "intersects-with", {"b@1#y"}) + row("2", {"b@1#y"}, "intersects-with", {"c@1#z"}));
    CHECK(meetings(w, ask(w, {"a", "c"})).empty());
    CHECK(found(ask(w, {"a", "c"}), 0, Finding::never_reviewed) == 1);
}

TEST_CASE("together: disputed and contradicted mappings make nothing certain") {
    const auto disputed = three(row("1", {"a@1#x"}, "equal-to", {"b@1#y"}, R"(status="disputed")"));
    CHECK(actions(disputed, ask(disputed, {"a", "b"})) == "a@1#x b@1#y");
    CHECK(found(ask(disputed, {"a", "b"}), 0, Finding::possible) == 1);
    const auto contradicted = three(row("1", {"a@1#x"}, "equal-to", {"b@1#y"}) + row("2", {"a@1#x"}, "no-relationship", {"b@1#y"}));
    CHECK(actions(contradicted, ask(contradicted, {"a", "b"})) == "a@1#x b@1#y");
}

TEST_CASE("together: a chain longer than the bound meets nothing") {
    const auto w = three(row("1", {"a@1#x"}, "superset-of", {"b@1#y"}) + row("2", {"b@1#y"}, "superset-of", {"c@1#z"}));
    CHECK(actions(w, ask(w, {"a", "c"})) == "a@1#x");
    CHECK(actions(w, ask(w, {"a", "c"}, {.rows = 1})) == "a@1#x c@1#z");
}

TEST_CASE("together: parts are done with their whole, and what a part meets is met") {
    const World w({law("a", duty("x", duty("x-1") + duty("x-2"))), law("b", duty("y")), mappings("m", row("1", {"a@1#x-1"}, "superset-of", {"b@1#y"}))});
    const auto t = ask(w, {"a", "b"});
    CHECK(t.duties.size() == 4);
    CHECK(t.wholes == 2);
    CHECK(actions(w, t) == "a@1#x");
    CHECK(t.plan.actions.front().parts.size() == 2);
    CHECK(meetings(w, t).find("a@1#x-1 > b@1#y") != std::string::npos);
}

TEST_CASE("together: to meet a part is not to meet the whole") {
    const World w({law("a", duty("x", duty("x-1") + duty("x-2"))), law("b", duty("y")), mappings("m", row("1", {"b@1#y"}, "superset-of", {"a@1#x-1"}))});
    CHECK(actions(w, ask(w, {"a", "b"})) == "a@1#x b@1#y");
}

TEST_CASE("together: several that are declared to meet a duty only together") {
    const World w({law("a", duty("x") + duty("y")), law("b", duty("z")), mappings("m", row("1", {"a@1#x", "a@1#y"}, "superset-of", {"b@1#z"}))});
    const auto t = ask(w, {"a", "b"});
    CHECK(actions(w, t) == "a@1#x a@1#y");
    CHECK(meetings(w, t) == "a@1#x+a@1#y > b@1#z");
    const World across({law("a", duty("x")), law("b", duty("y")), law("c", duty("z")), mappings("m", row("1", {"a@1#x", "b@1#y"}, "superset-of", {"c@1#z"}))});
    CHECK(actions(across, ask(across, {"a", "b", "c"})) == "a@1#x b@1#y");
    CHECK(actions(across, ask(across, {"a", "c"})) == "a@1#x c@1#z");
}

TEST_CASE("together: where one asks less often, later or less firmly, the duty is met and the aspect is to be watched") {
    const World w({law("a", duty("x", when(compute("more-than", "1e25")), "", "should")), law("b", duty("y")), mappings("m", row("1", {"a@1#x"}, "equal-to", {"b@1#y"}))});
    const auto t = ask(w, {"a", "b"});
    // of equals, the firmer one is the action
    CHECK(actions(w, t) == "b@1#y");
    const auto& m = *std::find_if(t.meetings.begin(), t.meetings.end(), [&](const Meeting& x) { return ref(w, t, x.of) == "b@1#y"; });
    CHECK(m.in_full());
    CHECK(m.said.verdict(Aspect::trigger).finding == Finding::falls_short);
    CHECK(m.said.verdict(Aspect::modality).finding == Finding::falls_short);
}

TEST_CASE("together: every meeting is what `gaps` says of the two") {
    const World w({law("a", duty("x", when(compute("more-than", "1e25")))), law("b", duty("y")), mappings("m", row("1", {"a@1#x"}, "superset-of", {"b@1#y"}))});
    const auto t = ask(w, {"a", "b"});
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
    const auto t = ask(w, {"a@1", "a@2"});
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
    const auto t = ask(w, {"made@1", "here"});
    CHECK(t.duties.size() == 2);
    CHECK(std::count_if(t.duties.begin(), t.duties.end(), [](const RegimeDuty& d) { return d.standing.applies == Answer::no; }) == 1);
}

TEST_CASE("together: with a developer, duties of others are left out and counted") {
    const World w({law("a", duty("x") + duty("office", "", R"(bearer="authority")")), law("b", duty("y"))});
    const auto t = ask(w, {"a", "b"}, {.developer = "lab"});
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
    const auto t = ask(w, {"a", "b", "c"});
    REQUIRE(t.conflicts.size() == 2);
    CHECK(t.conflicts[0].qualifier->value == "Not both.");
    CHECK(t.conflicts[0].set->authorship.author == "us");
    CHECK(t.conflicts[0].both_ask == Answer::no);
    CHECK(t.conflicts[1].both_ask == Answer::yes);
    CHECK(t.conflicts[1].unsettled);
    CHECK(ask(w, {"a", "b", "c"}, {.on = "2027-06-01"}).conflicts[0].both_ask == Answer::yes);
    CHECK(ask(w, {"b", "c"}).conflicts.empty());
}

TEST_CASE("together: a conflict with a set is shown as soon as one member was asked about") {
    const World w({law("a", duty("x") + duty("x2")), law("b", duty("y")), mappings("m", qualified("1", {"a@1#x", "a@1#x2"}, {"b@1#y"}, "breaks", "Not both."))});
    const auto t = ask(w, {"a#x", "b"});
    REQUIRE(t.conflicts.size() == 1);
    REQUIRE(t.conflicts[0].sources.size() == 2);
    CHECK(t.conflicts[0].sources[0].in_scope);
    CHECK_FALSE(t.conflicts[0].sources[1].in_scope);
}

TEST_CASE("together: a command and a prohibition that are said to be the same are to be looked at, and save nothing") {
    const auto forbidden = provision("y", R"(norm="prohibition" modality="must" themes="framework")");
    for (const std::string relation : {"equal-to", "superset-of", "subset-of"}) {
        const World w({law("a", duty("x")), law("b", forbidden), mappings("m", row("1", {"a@1#x"}, relation, {"b@1#y"}))});
        const auto t = ask(w, {"a", "b"});
        CHECK(t.looks.size() == 1);
        CHECK(actions(w, t) == "a@1#x b@1#y");
    }
    const World overlap({law("a", duty("x")), law("b", forbidden), mappings("m", row("1", {"a@1#x"}, "intersects-with", {"b@1#y"}))});
    CHECK(ask(overlap, {"a", "b"}).looks.empty());
    const World both({law("a", provision("x", R"(norm="prohibition" modality="must" themes="framework")")), law("b", forbidden), mappings("m", row("1", {"a@1#x"}, "equal-to", {"b@1#y"}))});
    CHECK(ask(both, {"a", "b"}).looks.empty());
    CHECK(actions(both, ask(both, {"a", "b"})) == "a@1#x");
}

namespace {

/// Statutes a to d, some duties with parts, tied at random; nothing is said to be true, only what was said is checked.
World random_world(Random& r) {
    std::vector<std::string> files, refs;
    for (const std::string id : {"a", "b", "c", "d"}) {
        std::string body;
        for (std::size_t k = 1 + r.below(3); k > 0; --k) {
            const auto name = "p" + std::to_string(k);
            std::string inside;
            for (std::size_t n = r.below(3); n > 0; --n) {
                inside += duty(name + "-" + std::to_string(n));
                refs.push_back(id + "@1#" + name + "-" + std::to_string(n));
            }
            body += duty(name, inside, !inside.empty() && r.chance(2) ? R"(parts="exhaustive")" : "");
            refs.push_back(id + "@1#" + name);
        }
        files.push_back(law(id, body));
    }
    const auto side = [&] {
        std::vector<std::string> out{refs[r.below(refs.size())]};
        if (r.chance(5)) out.push_back(refs[r.below(refs.size())]);
        return out;
    };
    static const std::vector<std::string> words{"equal-to", "superset-of", "superset-of", "subset-of", "intersects-with", "no-relationship"};
    std::string rows;
    for (std::size_t n = 3 + r.below(10); n > 0; --n) rows += row("m" + std::to_string(n), side(), words[r.below(words.size())], side(), r.chance(8) ? R"(status="disputed")" : "");
    files.push_back(mappings("m", rows));
    return World(files);
}

/// The point of these duties: one, or the declared set of them.
Mask mask_of(const World& w, const TogetherAnswer& t, const Meeting& m) {
    std::vector<NodeNo> nodes;
    for (const auto d : m.by) nodes.push_back(t.duties[d].at.node);
    std::sort(nodes.begin(), nodes.end());
    for (PointNo p = 0; p < w.walk.size(); ++p)
        if (w.walk.members(p) == nodes) return w.walk.reach(p, t.question.rows).at(t.duties[m.of].at.node).mask;
    FAIL("no such point");
    return {};
}

}  // namespace

TEST_CASE("together: property: every meeting in full is cover by reach, and the plan meets every duty (200 random crosswalks)") {
    Random r(200);
    std::size_t full = 0, saved = 0;
    for (int i = 0; i < 200; ++i) {
        const auto w = random_world(r);
        const auto t = ask(w, {"a", "b", "c", "d"});
        for (const auto& m : t.meetings) {
            if (!m.in_full()) continue;
            ++full;
            const auto mask = mask_of(w, t, m);
            REQUIRE_FALSE(mask.empty());
            REQUIRE(mask.within({Base::eq, Base::ppi}));
            for (const auto b : m.by) REQUIRE(t.duties[b].regime != t.duties[m.of].regime);
        }
        REQUIRE(met_by(t).size() == t.duties.size());
        REQUIRE(t.plan.at_least <= t.plan.actions.size());
        REQUIRE(t.plan.exact);
        saved += t.wholes - t.plan.actions.size();
        for (const auto& p : t.pairs) {
            std::size_t sum = 0;
            for (const auto n : p.found) sum += n;
            REQUIRE(sum == t.regimes[p.of].duties.size());
        }
    }
    // the property must not pass by saying nothing
    CHECK(full > 200);
    CHECK(saved > 100);
}

namespace {

using Ways = std::vector<std::vector<Way>>;

Ways random_ways(Random& r, std::size_t n) {
    Ways out(n);
    for (std::size_t t = 0; t < n; ++t) {
        out[t].push_back({t});
        for (std::size_t k = r.below(4); k > 0; --k) {
            std::set<std::size_t> way{r.below(n)};
            if (r.chance(4)) way.insert(r.below(n));
            out[t].emplace_back(way.begin(), way.end());
        }
    }
    return out;
}

bool meets_all(const Ways& ways, const std::vector<std::size_t>& done) {
    return std::all_of(ways.begin(), ways.end(), [&](const std::vector<Way>& of) {
        return std::any_of(of.begin(), of.end(), [&](const Way& w) { return std::includes(done.begin(), done.end(), w.begin(), w.end()); });
    });
}

/// The fewest, by trying every set.
std::size_t fewest(const Ways& ways) {
    const auto n = ways.size();
    std::size_t best = n;
    for (std::size_t bits = 0; bits < (std::size_t{1} << n); ++bits) {
        std::vector<std::size_t> done;
        for (std::size_t d = 0; d < n; ++d)
            if (((bits >> d) & 1U) != 0) done.push_back(d);
        if (done.size() < best && meets_all(ways, done)) best = done.size();
    }
    return best;
}

std::vector<std::size_t> plain_ranks(std::size_t n) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(i);
    return out;
}

}  // namespace

TEST_CASE("together: property: the exact choice is the fewest, greed is never better and never below its bound (500 random choices)") {
    Random r(500);
    int greed_loses = 0;
    for (int i = 0; i < 500; ++i) {
        const auto ways = random_ways(r, 1 + r.below(11));
        const auto ranks = plain_ranks(ways.size());
        const auto exact = choose(ways, ranks), greedy = choose(ways, ranks, 0);
        const auto truth = fewest(ways);
        REQUIRE(exact.exact);
        REQUIRE(exact.done.size() == truth);
        REQUIRE(exact.at_least == truth);
        REQUIRE(meets_all(ways, exact.done));
        REQUIRE(meets_all(ways, greedy.done));
        REQUIRE(greedy.done.size() >= truth);
        REQUIRE(greedy.at_least <= truth);
        if (greedy.exact) REQUIRE(greedy.done.size() == truth);
        greed_loses += greedy.done.size() > truth ? 1 : 0;
    }
    CHECK(greed_loses > 0);
}

TEST_CASE("together: a choice too large to search is greedy, says so, and bounds what it could have missed") {
    Random r(7);
    const auto ways = random_ways(r, 400);
    const auto chosen = choose(ways, plain_ranks(400), 5);
    CHECK_FALSE(chosen.exact);
    CHECK(chosen.at_least < chosen.done.size());
    CHECK(meets_all(ways, chosen.done));
}
