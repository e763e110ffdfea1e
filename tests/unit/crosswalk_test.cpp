// Proves that what follows along mappings is never more than what is true of the duties, and that a contradiction is no cover.

#include <algorithm>

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;
using enum Base;

namespace {

/// Five statutes of one duty each, a#1 .. e#1, and a loose set of mappings.
World five(const std::string& rows, const std::string& reading = "loose", const std::string& more = mappings("none", row("x", {"a@1#p"}, "equal-to", {"a@1#p"}))) {
    return World({law("a", duty("p")), law("b", duty("p")), law("c", duty("p")), law("d", duty("p")), law("e", duty("p")), mappings("m", rows, reading), more});
}
std::string link(const std::string& from, const std::string& relation, const std::string& to, const std::string& attributes = "") {
    return row(from + "-" + to, {from + "@1#p"}, relation, {to + "@1#p"}, attributes);
}
Mask said(const World& w, const std::string& from, const std::string& to, int rows = default_rows) { return w.said(from + "@1#p", to + "@1#p", rows); }

const Mask cover{eq, ppi};

}  // namespace

TEST_CASE("crosswalk: one mapping says its meaning forwards, and the converse backwards") {
    const auto w = five(link("a", "superset-of", "b") + link("a", "intersects-with", "c") + link("a", "no-relationship", "d") + link("a", "equal-to", "e"));
    CHECK(said(w, "a", "b") == cover);
    CHECK(said(w, "b", "a") == Mask{eq, pp});
    CHECK(said(w, "a", "c") == Mask{eq, pp, ppi, po});
    CHECK(said(w, "d", "a") == Mask{dr});
    CHECK(said(w, "e", "a") == Mask{eq});
    const auto strict = five(link("a", "superset-of", "b") + link("a", "intersects-with", "c"), "strict");
    CHECK(said(strict, "b", "a") == Mask{pp});
    CHECK(said(strict, "c", "a") == Mask{po});
}

TEST_CASE("crosswalk: a chain composes") {
    const auto w = five(link("a", "superset-of", "b") + link("b", "superset-of", "c") + link("c", "no-relationship", "d"));
    CHECK(said(w, "a", "c") == cover);
    CHECK(said(w, "c", "a") == Mask{eq, pp});
    CHECK(said(w, "b", "d") == Mask{ppi, po, dr});  // containing what is disjoint from d says little about d
    CHECK(said(w, "d", "c") == Mask{dr});
}

TEST_CASE("crosswalk: overlap of a part is certain overlap, and from certain overlap no cover follows") {
    const auto w = five(link("a", "superset-of", "b") + link("b", "intersects-with", "c") + link("c", "subset-of", "d"));
    CHECK(verdict(said(w, "a", "d")) == Cover::at_least_partly);
    CHECK_FALSE(said(w, "a", "d").within(cover));
}

TEST_CASE("crosswalk: sharing a part is certain overlap (PPi then PP), sharing a whole says nothing (PP then PPi)") {
    const auto part = five(link("a", "superset-of", "b") + link("c", "superset-of", "b"), "strict");
    CHECK(said(part, "a", "c") == Mask{eq, pp, ppi, po});
    const auto whole = five(link("a", "subset-of", "b") + link("c", "subset-of", "b"), "strict");
    CHECK(said(whole, "a", "c").says_nothing());
    CHECK_FALSE(whole.walk.reach(whole.at("a@1#p"), 9).contains(whole.at("c@1#p")));
}

TEST_CASE("crosswalk: chains are bounded by the number of mapping rows") {
    const auto w = five(link("a", "superset-of", "b") + link("b", "superset-of", "c") + link("c", "superset-of", "d") + link("d", "superset-of", "e"));
    CHECK(said(w, "a", "d", 3) == cover);
    CHECK(said(w, "a", "e", 3).says_nothing());
    CHECK(said(w, "a", "e", 4) == cover);
    CHECK(said(w, "a", "b", 0).says_nothing());
    CHECK(w.walk.reach(w.at("a@1#p"), 3).at(w.at("d@1#p")).chains.front().rows == 3);
}

TEST_CASE("crosswalk: containment is free, and does not count as a row") {
    const World w({law("a", duty("p")), law("b", duty("p", duty("p-1", duty("p-1-x")))), law("c", duty("p", duty("p-1"))),
                   mappings("m", row("1", {"a@1#p"}, "superset-of", {"b@1#p"}) + row("2", {"b@1#p-1-x"}, "superset-of", {"c@1#p-1"}))});
    CHECK(w.said("a@1#p", "b@1#p-1-x", 1) == cover);
    CHECK(w.said("a@1#p", "c@1#p-1", 2) == cover);
    CHECK(w.said("a@1#p", "c@1#p-1", 1).says_nothing());
    CHECK(verdict(w.said("a@1#p", "c@1#p")) == Cover::at_least_partly);  // a part of c#p is covered, the rest is not known
}

TEST_CASE("crosswalk: only duties of the same bearer are parts of a duty") {
    const std::string parts = duty("p-1", "", R"(bearer="deployer")") + provision("p-2", R"(norm="power")") + provision("p-3", R"(norm="definition")") +
                              provision("p-4", R"(norm="exemption")", R"(<exempts ref="#p"/>)") + R"(<provision id="p-5" cite="p" norm="prohibition" modality="must"><summary>S</summary></provision>)";
    const World w({law("a", duty("p")), law("b", duty("p", parts)), mappings("m", row("1", {"a@1#p"}, "superset-of", {"b@1#p"}))});
    for (const std::string part : {"p-1", "p-2", "p-3", "p-4"}) CHECK(w.said("a@1#p", "b@1#" + part).says_nothing());
    CHECK(w.said("a@1#p", "b@1#p-5") == cover);
}

TEST_CASE("crosswalk: a part that stood only in an earlier version is no part of the duty as it reads now") {
    // else a promise that was taken out of a policy looks kept by the heading that once held it
    const std::string two = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/>)";
    const Corpus c(read({law("a", duty("p", duty("p-1", "", R"(until="1")") + duty("p-2")), two), law("b", duty("p")), mappings("m", row("1", {"b@1#p"}, "superset-of", {"a@2#p"}))}));
    const auto links = Crosswalk(c).reach(*c.pinned("b@1#p"), default_rows);
    CHECK(links.at(*c.pinned("a@2#p-2")).mask == cover);
    CHECK_FALSE(links.contains(*c.pinned("a@1#p-1")));
}

TEST_CASE("crosswalk: sources taken together cover, one alone says nothing; targets taken together are covered each") {
    const auto w = five(row("1", {"a@1#p", "b@1#p"}, "superset-of", {"c@1#p"}) + row("2", {"c@1#p"}, "superset-of", {"d@1#p", "e@1#p"}));
    const auto sets = w.walk.sets_within({w.at("a@1#p"), w.at("b@1#p")});
    REQUIRE(sets.size() == 1);
    CHECK(w.walk.members(sets.front()) == std::vector<NodeNo>{w.at("a@1#p"), w.at("b@1#p")});
    CHECK(w.walk.reach(sets.front(), 3).at(w.at("c@1#p")).mask == cover);
    CHECK(said(w, "a", "c").says_nothing());
    CHECK(said(w, "b", "c").says_nothing());
    CHECK(said(w, "c", "d") == cover);
    CHECK(said(w, "d", "c") == Mask{eq, pp});
    CHECK(w.walk.sets_within({w.at("a@1#p")}).empty());
}

TEST_CASE("crosswalk: a set equal to a duty lets nothing follow about its members but that they are inside") {
    const auto w = five(row("1", {"a@1#p", "b@1#p"}, "equal-to", {"c@1#p"}));
    CHECK(said(w, "a", "c") == Mask{eq, pp});
    CHECK(said(w, "c", "a") == cover);
    CHECK(said(w, "a", "b").says_nothing());
}

TEST_CASE("crosswalk: all exhaustive parts covered is the whole covered; all but one, or parts not said to be all, is not") {
    const auto whole = [](const std::string& attributes, const std::string& rows) {
        const World w({law("a", duty("p")), law("b", duty("p", duty("p-1", duty("p-1-x") + duty("p-1-y"), attributes) + duty("p-2"), attributes)), mappings("m", rows)});
        return w.said("a@1#p", "b@1#p");
    };
    const std::string x = row("x", {"a@1#p"}, "superset-of", {"b@1#p-1-x"}), y = row("y", {"a@1#p"}, "superset-of", {"b@1#p-1-y"}), two = row("2", {"a@1#p"}, "superset-of", {"b@1#p-2"});
    CHECK(whole(R"(parts="exhaustive")", x + y + two) == cover);
    CHECK_FALSE(whole(R"(parts="exhaustive")", x + two).within(cover));
    CHECK_FALSE(whole(R"(parts="exhaustive")", x + y).within(cover));
    CHECK_FALSE(whole("", x + y + two).within(cover));
}

TEST_CASE("crosswalk: exhaustive parts under a heading inside the provision are parts too") {
    const World w({law("a", duty("p")), law("b", duty("p", duty("p-1") + R"(<division id="h" cite="h"><title>H</title>)" + duty("p-2") + "</division>", R"(parts="exhaustive")")),
                   mappings("m", row("1", {"a@1#p"}, "superset-of", {"b@1#p-1"}))});
    CHECK_FALSE(w.said("a@1#p", "b@1#p").within(cover));
}

TEST_CASE("crosswalk: chains that contradict one another leave nothing, and nothing is no cover") {
    const auto w = five(link("a", "superset-of", "b"), "loose", mappings("n", link("a", "no-relationship", "b")));
    const auto links = w.walk.reach(w.at("a@1#p"), 3);
    const auto& l = links.at(w.at("b@1#p"));
    CHECK(l.contradictory());
    CHECK(l.chains.size() == 2);  // both are shown
    const auto covered = w.gap("b", "a");
    CHECK_FALSE(covered.covered());
    CHECK(covered.verdict(Aspect::duty).finding == Finding::possible);
    CHECK(covered.verdict(Aspect::duty).reason == "the mappings contradict one another here, so nothing is certain");
}

TEST_CASE("crosswalk: a chain through a pair on which the mappings contradict one another is no certain cover") {
    // 'strictness only': one author says a contains b, another says strictly that b contains more
    const std::string strictly_less = mappings("n", link("a", "subset-of", "b"), "strict");
    const auto first = five(link("a", "superset-of", "b") + link("b", "superset-of", "c"), "loose", strictly_less);
    CHECK(said(first, "a", "b").empty());
    CHECK_FALSE(first.gap("c", "a").covered());
    const auto last = five(link("d", "superset-of", "a") + link("a", "superset-of", "b"), "loose", strictly_less);
    CHECK_FALSE(last.gap("b", "d").covered());
}

TEST_CASE("crosswalk: parallel chains say together what neither says alone") {
    const auto w = five(link("a", "superset-of", "b"), "loose", mappings("n", link("a", "subset-of", "b")));
    CHECK(said(w, "a", "b") == Mask{eq});
}

TEST_CASE("crosswalk: the shown chain is the strongest, then the shortest; a mapping without strength is the weakest of all") {
    const auto w = five(link("a", "superset-of", "b", R"(strength="2")") + link("a", "superset-of", "c", R"(strength="9")") + link("c", "superset-of", "b", R"(strength="7")") + link("a", "equal-to", "d") +
                        link("d", "equal-to", "e", R"(strength="5")"));
    const auto links = w.walk.reach(w.at("a@1#p"), 3);
    CHECK(links.at(w.at("b@1#p")).chains.front().rows == 2);
    CHECK(links.at(w.at("b@1#p")).chains.front().weakest == 7);
    CHECK(links.at(w.at("e@1#p")).chains.front().weakest == 0);
}

TEST_CASE("crosswalk: a pin that points nowhere makes no link") {
    std::vector<std::string> files{law("a", duty("p")), law("b", duty("p")), vocabulary, usual_parties, mappings("m", row("1", {"a@1#gone"}, "superset-of", {"b@1#p"}))};
    const Corpus corpus(read(files));
    const Crosswalk walk(corpus);
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) CHECK(walk.reach(n, 3).empty());
}

TEST_CASE("crosswalk: any chain counts only where nothing certain is said, and is marked") {
    const auto w = five(link("a", "intersects-with", "b") + link("b", "intersects-with", "c") + link("a", "no-relationship", "d") + link("c", "intersects-with", "d"));
    CHECK(said(w, "a", "c").has(dr));
    const auto links = w.walk.reach(w.at("a@1#p"), {3, Inference::any_chain});
    const auto& c = links.at(w.at("c@1#p"));
    CHECK(c.by_any_chain);
    CHECK(verdict(c.mask) == Cover::at_least_partly);
    // what somebody denies stays denied
    const auto& d = links.at(w.at("d@1#p"));
    CHECK_FALSE(d.by_any_chain);
    CHECK(d.mask == Mask{dr});
}

TEST_CASE("crosswalk: any chain of mappings: steps inside a document do not join its parts, and nothing is carried on past a denial") {
    const World parts({law("a", duty("p")), law("b", duty("p", duty("p1") + duty("p2"))), law("c", duty("p")),
                       mappings("m", row("1", {"a@1#p"}, "equal-to", {"b@1#p1"}) + row("2", {"b@1#p2"}, "equal-to", {"c@1#p"}))});
    const auto links = parts.walk.reach(parts.at("a@1#p"), {3, Inference::any_chain});
    CHECK(links.contains(parts.at("b@1#p")));  // for certain: its part is met
    CHECK_FALSE(links.contains(parts.at("b@1#p2")));
    CHECK_FALSE(links.contains(parts.at("c@1#p")));

    const auto w = five(link("a", "equal-to", "b") + link("b", "no-relationship", "c") + link("c", "intersects-with", "d"));
    const auto past = w.walk.reach(w.at("a@1#p"), {3, Inference::any_chain});
    const auto it = past.find(w.at("d@1#p"));
    CHECK((it == past.end() || !it->second.by_any_chain));
}
