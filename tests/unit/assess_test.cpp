// Proves that the whole answer keeps its promises: every aspect or no cover, three kinds of absence, ids that stay, and no mapping
// whose removal would make a gap disappear.

#include <algorithm>
#include <map>
#include <set>

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string superset = row("1", {"new@1#s"}, "superset-of", {"old@1#t"});
/// old#t and new#s with these mapping sets.
Gap with(const std::vector<std::string>& sets, const Ask& ask = {}) {
    std::vector<std::string> files{law("old", R"(<division id="part-1" cite="P"><title>P</title>)" + duty("t") + "</division>"), law("new", duty("s")), law("far", duty("f") + duty("g"))};
    files.insert(files.end(), sets.begin(), sets.end());
    return World(files).gap("old", "new", ask);
}
std::string reviewed(const std::string& attributes) {
    return R"(<mapping-set id="r" relates="duty" reading="loose"><title>T</title><reviewed instrument="old" version="1" against="new" against-version="1" )" + attributes + "/>" +
           row("x", {"far@1#f"}, "equal-to", {"far@1#g"}) + "</mapping-set>";
}

/// Three statutes with mappings that need not be true, to see what removing one does.
struct Loose {
    std::vector<std::string> statutes;
    std::vector<std::string> rows;
    std::vector<std::string> files(std::size_t without) const {
        auto out = statutes;
        std::string kept;
        for (std::size_t i = 0; i < rows.size(); ++i) kept += i == without ? "" : rows[i];
        out.push_back(mappings("m", kept));
        return out;
    }
};
Loose random_loose(Random& r) {
    Loose out;
    std::vector<std::string> refs;
    for (const std::string id : {"a", "b", "c"}) {
        refs.insert(refs.end(), {id + "@1#p", id + "@1#p-1", id + "@1#p-2", id + "@1#q"});
        out.statutes.push_back(law(id, duty("p", duty("p-1") + duty("p-2"), r.chance(2) ? R"(parts="exhaustive")" : "") + duty("q", "", "", r.chance(4) ? "should" : "must")));
    }
    // mostly supersets: the other words rarely make cover whose loss could be seen
    const auto words = all_words<StatedRelation>();
    for (std::size_t n = 3 + r.below(6); n > 0; --n) {
        std::vector<std::string> from{refs[r.below(refs.size())]}, to{refs[r.below(refs.size())]};
        if (r.chance(5)) from.push_back(refs[r.below(refs.size())]);
        out.rows.push_back(row("m" + std::to_string(n), from, r.chance(2) ? "superset-of" : words[r.below(words.size())], to));
    }
    return out;
}
bool contradictory(const World& w) {
    for (PointNo p = 0; p < w.walk.size(); ++p)
        for (const auto& [to, link] : w.walk.reach(p, default_rows))
            if (link.contradictory()) return true;
    return false;
}
std::set<std::string> covered(const World& w) {
    std::set<std::string> out;
    for (const auto& g : w.ask(std::vector<std::string>{"a"}, {"b", "c"}, {}).targets)
        if (g.covered()) out.insert(g.id);
    return out;
}

}  // namespace

TEST_CASE("assess: nothing recorded: never reviewed") {
    const auto g = with({});
    CHECK_FALSE(g.covered());
    CHECK(g.worst == Aspect::duty);
    CHECK(g.verdict(Aspect::duty).finding == Finding::never_reviewed);
    CHECK(g.verdict(Aspect::duty).reason == "nobody has recorded a look through The new 1 for what The old asks here");
    CHECK(g.verdict(Aspect::trigger).finding == Finding::not_compared);
}

TEST_CASE("assess: looked at and not mapped: reviewed, unmapped; only where the look reached") {
    CHECK(with({reviewed("")}).verdict(Aspect::duty).finding == Finding::reviewed_unmapped);
    CHECK(with({reviewed("")}).verdict(Aspect::duty).reason == "The new 1 was looked through for it, and nothing was mapped");
    CHECK(with({reviewed(R"(only="#part-1")")}).verdict(Aspect::duty).finding == Finding::reviewed_unmapped);
    CHECK(with({reviewed(R"(only="#t")")}).verdict(Aspect::duty).finding == Finding::reviewed_unmapped);
    const World other({law("old", duty("t") + duty("u")), law("new", duty("s")), law("far", duty("f") + duty("g")), reviewed(R"(only="#u")")});
    CHECK(other.gap("old#t", "new").verdict(Aspect::duty).finding == Finding::never_reviewed);
    CHECK(other.gap("old#u", "new").verdict(Aspect::duty).finding == Finding::reviewed_unmapped);
    CHECK(other.gap("far#f", "old").verdict(Aspect::duty).finding == Finding::never_reviewed);
}

TEST_CASE("assess: a look through one of two instruments is not a look through both") {
    const World w({law("old", duty("t")), law("new", duty("s")), law("far", duty("f") + duty("g")), reviewed("")});
    CHECK(w.ask(std::vector<std::string>{"old"}, {"new", "far"}, {}).targets.front().verdict(Aspect::duty).finding == Finding::never_reviewed);
}

TEST_CASE("assess: a look through an older wording is no look through this one") {
    const std::string two = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/>)";
    const World w({law("old", duty("t")), law("new", duty("s"), two), law("far", duty("f") + duty("g")), reviewed("")});
    CHECK(w.gap("old", "new").verdict(Aspect::duty).finding == Finding::never_reviewed);
    CHECK(w.gap("old", "new@1").verdict(Aspect::duty).finding == Finding::reviewed_unmapped);
}

TEST_CASE("assess: declared to share nothing: declared none; that it follows is said differently") {
    CHECK(with({mappings("m", row("1", {"new@1#s"}, "no-relationship", {"old@1#t"}))}).verdict(Aspect::duty).finding == Finding::declared_none);
    const auto follows = with({mappings("m", row("1", {"new@1#s"}, "subset-of", {"far@1#f"}) + row("2", {"far@1#f"}, "no-relationship", {"old@1#t"}))});
    CHECK(follows.verdict(Aspect::duty).finding == Finding::not_covered);
    CHECK(follows.verdict(Aspect::duty).reason == "The new, s. s shares nothing with it, which follows from 2 mappings; nothing else in scope is said to share anything with it");
}

TEST_CASE("assess: 'may' and 'recommends' are asked of nobody as targets") {
    const World w({law("a", duty("x", "", "", "recommends") + duty("y", "", "", "may") + duty("z", "", "", "should") + provision("p", R"(norm="power")")), law("b", duty("s"))});
    CHECK(w.gap("a", "b").id == "a#z:by:b");
}

TEST_CASE("assess: the same text on both sides covers itself, and the bound on rows does not matter") {
    const std::string conditional = when(compute("more-than", "1e25")) + R"(<unless><summary>Not for research.</summary></unless><holds function="verify" state="unknown"/>)";
    const World w({law("a", duty("x", conditional + duty("x-1", when(R"(<is fact="open-weights"/>)"))) + duty("y", "", R"(bearer="large-developer")") + duty("z", "", "", "should"))});
    const auto answer = w.ask("a", "a", {.rows = 0});
    CHECK(answer.targets.size() == 4);
    CHECK(answer.covered == 4);
}

TEST_CASE("assess: of several sources the one that covers is taken, however many others do not") {
    const std::string late = duty("s2", "", R"(applies-from="2030-01-01")");
    const World w({law("old", duty("t")), law("new", late + duty("s") + duty("s3", when(compute("more-than", "1e25")))),
                   mappings("m", row("1", {"new@1#s2"}, "equal-to", {"old@1#t"}, R"(strength="10")") + row("2", {"new@1#s"}, "superset-of", {"old@1#t"}, R"(strength="1")") + row("3", {"new@1#s3"}, "equal-to", {"old@1#t"}))});
    const auto g = w.gap("old", "new");
    CHECK(g.covered());
    CHECK(g.candidates.size() == 3);
    CHECK(w.corpus.provision(g.candidates.front().sources.front().node).id == "s");
}

TEST_CASE("assess: two sources that each do half do not make a whole") {
    // one contains the duty but only recommends, the other binds but only overlaps
    const World w({law("old", duty("t")), law("new", duty("s", "", "", "recommends") + duty("z")), mappings("m", row("1", {"new@1#s"}, "equal-to", {"old@1#t"}) + row("2", {"new@1#z"}, "intersects-with", {"old@1#t"}))});
    CHECK_FALSE(w.gap("old", "new").covered());
}

TEST_CASE("assess: a gap's id is made of target, scope and jurisdiction, is the same every time, and asks its question again") {
    const World w({law("old", duty("t")), law("new", duty("s")), mappings("m", superset)});
    CHECK(w.gap("old", "new").id == "old#t:by:new");
    CHECK(w.gap("old@1", "new@1").id == "old@1#t:by:new@1");
    CHECK(w.gap("old", "binding", {.in = "EU"}).id == "old#t:by:binding:in:EU");
    CHECK(w.ask(std::vector<std::string>{"old"}, {"new", "old"}, {}).targets.front().id == "old#t:by:new+old");
    CHECK(w.ask(std::vector<std::string>{"old"}, {"old", "new", "old"}, {}).targets.front().id == "old#t:by:new+old");
    CHECK(w.gap("old", "new", {.on = "2027-01-01"}).id == w.gap("old", "new").id);
    CHECK(World({law("old", duty("t")), law("new", duty("s"))}).gap("old", "new").id == w.gap("old", "new").id);  // with other mappings too
    const auto name = parse_gap_id("old@1#t:by:new+old@1#t:in:EU");
    REQUIRE(name);
    CHECK(name->of == "old@1#t");
    CHECK(name->by == std::vector<std::string>{"new", "old@1#t"});
    CHECK(name->in == "EU");
    for (const auto& g : {w.gap("old", "new"), w.gap("old@1", "new@1"), w.gap("old", "binding", {.in = "EU"})}) {
        const auto again = parse_gap_id(g.id);
        REQUIRE(again);
        CHECK(w.ask({again->of}, again->by, {.in = again->in}).targets.front().id == g.id);
    }
}

TEST_CASE("assess: what is no gap id is not parsed") {
    for (const std::string bad : {"", "old#t", ":by:new", "old#t:by:", "old#t:by:new:in:", "old#t:in:EU", "old#t:by::in:EU", "old#t:by:+", "old#t:by:new+", "old#t:by:+new", "old#t:by:new++old"}) {
        INFO(bad);
        CHECK_FALSE(parse_gap_id(bad));
    }
}

TEST_CASE("assess: the same question twice gives the same answer, reason for reason") {
    Random r(7);
    for (int i = 0; i < 20; ++i) {
        const auto loose = random_loose(r);
        const World one(loose.files(99)), two(loose.files(99));
        const auto a = one.ask(std::vector<std::string>{"a"}, {"b", "c"}, {}), b = two.ask(std::vector<std::string>{"a"}, {"b", "c"}, {});
        REQUIRE(a.targets.size() == b.targets.size());
        for (std::size_t t = 0; t < a.targets.size(); ++t) {
            REQUIRE(a.targets[t].id == b.targets[t].id);
            for (std::size_t k = 0; k < 7; ++k) REQUIRE(a.targets[t].verdicts[k].reason == b.targets[t].verdicts[k].reason);
        }
    }
}

TEST_CASE("assess: property: removing a mapping never turns a gap into cover, unless mappings contradicted one another (400 random corpora)") {
    Random r(400);
    int removed = 0, lost = 0;
    for (int i = 0; i < 400; ++i) {
        const auto loose = random_loose(r);
        const World whole(loose.files(99));
        if (contradictory(whole)) continue;
        const auto before = covered(whole);
        for (std::size_t m = 0; m < loose.rows.size() && loose.rows.size() > 1; ++m) {
            const auto after = covered(World(loose.files(m)));
            INFO("without ", loose.rows[m]);
            REQUIRE(std::includes(before.begin(), before.end(), after.begin(), after.end()));
            ++removed;
            lost += after != before ? 1 : 0;
        }
    }
    CHECK(removed > 300);
    CHECK(lost > 30);
}

TEST_CASE("assess: property: a mapping between things that neither side knows, and the order of files, change nothing (100 random corpora)") {
    Random r(100);
    for (int i = 0; i < 100; ++i) {
        auto files = random_loose(r).files(99);
        const auto before = covered(World(files));
        std::reverse(files.begin(), files.end());
        REQUIRE(covered(World(files)) == before);
        files.push_back(law("z", duty("f") + duty("g")));
        files.push_back(mappings("irrelevant", row("1", {"z@1#f"}, "superset-of", {"z@1#g"}) + row("2", {"z@1#g"}, "no-relationship", {"z@1#f"})));
        REQUIRE(covered(World(files)) == before);
    }
}

TEST_CASE("assess: a witness is a case that the target reaches and the source does not; what is not proved says 'not excluded'") {
    const auto witness = [](const std::string& t, const std::string& s) { return World({law("old", duty("t", t)), law("new", duty("s", s)), mappings("m", superset)}).gap("old", "new").witness; };
    const std::string above = when(compute("more-than", "1e25")), from = when(compute("at-least", "1e25")), open = when(R"(<is fact="open-weights"/>)"), severe = when(R"(<test id="severe">harm could be severe</test>)");
    CHECK(witness(from, above) == "a case in which training compute is 10^25 FLOP");
    CHECK(witness("", above) == "a case in which training compute is 5 x 10^24 FLOP");
    CHECK(witness(open, above) == "a case in which open weights; training compute is 5 x 10^24 FLOP");
    CHECK(witness(severe, above) == "Not excluded: a case in which harm could be severe; training compute is 5 x 10^24 FLOP");
    CHECK(witness(above, severe) == "Not excluded: a case in which it is not so that harm could be severe; training compute is 2 x 10^25 FLOP");
    CHECK(witness(above, from).empty());
    CHECK(witness("", "").empty());
}

TEST_CASE("assess: a gap for another reason than the trigger, or without any source, has no witness") {
    CHECK(with({}).witness.empty());
    CHECK(with({mappings("m", row("1", {"new@1#s"}, "no-relationship", {"old@1#t"}))}).witness.empty());
    CHECK(World({law("old", duty("t", when(compute("more-than", "1e25")))), law("new", duty("s", "", "", "should")), mappings("m", superset)}).gap("old", "new").witness.empty());
    CHECK(with({mappings("m", superset)}, {.in = "US"}).witness.empty());
}

TEST_CASE("assess: flags show what a reader must see next to a verdict") {
    const World w({policy("mine", "lab", duty("p", R"(<escape competitor="yes"><summary>If others do not.</summary></escape><holds function="amend" party="board"/>)", R"(if-unsure="proceed" evaluation-dependent="yes")"))});
    CHECK(w.gap("mine", "mine").flags == std::vector<Flag>{Flag::competitor_escape, Flag::evaluation_dependent, Flag::proceed_if_unsure, Flag::unsanctioned, Flag::resettable});
    const World fined({law("act", duty("a", R"(<escape competitor="no"><summary>S.</summary></escape>)", R"(if-unsure="treat-as-above")") + provision("f", R"(norm="sanction")", R"(<sanction by="agency"><punishes ref="#a"/></sanction>)"))});
    CHECK(fined.gap("act", "act").flags == std::vector<Flag>{Flag::escape_clause, Flag::treat_as_above});
}
