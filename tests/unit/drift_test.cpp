// Proves what became of every mapping end: a state is never better than the words that stand, and whatever a maintainer must look at makes
// nothing certain.

#include "lacuna/drift.hpp"

#include <algorithm>

#include "lacuna/standing.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string versions = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2026-01-01"/><version id="3" in-force-from="2027-01-01"/>)";
constexpr auto old = R"(until="1")", fresh = R"(since="2")";

/// A row whose ends are stamped with the fingerprints that the files have.
std::string stamped(const std::vector<std::string>& files, const std::string& source, const std::string& relation, const std::string& target) {
    const World w(files);
    const auto end = [&](const std::string& tag, const std::string& ref) {
        const auto p = pinned_with_version(w.corpus, ref);
        REQUIRE(p);
        return "<" + tag + " ref=\"" + ref + "\" fingerprint=\"" + fingerprint(w.corpus, p->first, p->second) + "\"/>";
    };
    return "<mapping id=\"r\" relation=\"" + relation + "\">" + end("source", source) + end("target", target) + "<rationale>Because.</rationale></mapping>";
}

/// A statute whose provision `a` is mapped to the policy's `x`.
struct Case {
    World world;
    Case(const std::string& parts, const std::string& source, const std::string& head = versions, const std::string& edited = "")
        : world({law("act", edited.empty() ? parts : edited, head, "anyone"), policy("pol", "lab", duty("x")),
                 mappings("m", stamped({law("act", parts, head, "anyone"), policy("pol", "lab", duty("x"))}, source, "equal-to", "pol@1#x"))}) {}

    DriftEnd source(const std::string& on = "2026-06-01") const {
        const auto all = drift_overview(world.corpus, day(on)).rows;
        REQUIRE(all.size() == 1);
        REQUIRE(all.front().ends.size() == 2);
        return all.front().ends.front();
    }
    /// Is the promise certainly covered in the version that stands?
    bool covers(const std::string& on = "2026-06-01") const { return world.gap("pol", "act", {.on = on}).verdict(Aspect::duty).finding == Finding::covered; }
};

bool has(const DriftEnd& e, NormPart part) { return std::find(e.differ.begin(), e.differ.end(), part) != e.differ.end(); }

}  // namespace

TEST_CASE("drift: never certain cover from what is outdated or orphaned") {
    const Case reworded(duty("a", "", old) + duty("a", R"(<clock kind="deadline"><within amount="3" unit="day" event="incident"/></clock>)", fresh), "act@1#a");
    CHECK(reworded.source().state == EndState::outdated);
    CHECK_FALSE(reworded.covers());
    const Case gone(duty("a", "", old) + duty("b"), "act@1#a");
    CHECK(gone.source().state == EndState::orphaned);
    CHECK_FALSE(gone.covers());
    const Case edited(duty("a"), "act@1#a", versions, duty("a", "", "", "may"));
    CHECK(edited.source().state == EndState::outdated);
    CHECK_FALSE(edited.covers());
    const Case edited_in_place(duty("a"), "act@2#a", versions, duty("a", "", "", "should"));
    CHECK(edited_in_place.source().state == EndState::outdated);
    CHECK_FALSE(edited_in_place.covers());
}

TEST_CASE("drift: current, predated, to come: the same provision of the corpus, and cover carries over") {
    const Case current(duty("a"), "act@2#a"), predated(duty("a"), "act@1#a"), to_come(duty("a", "", R"(since="3")"), "act@3#a");
    CHECK(current.source().state == EndState::current);
    CHECK(current.source().reason.empty());
    CHECK(current.covers());
    CHECK(predated.source().state == EndState::predated);
    CHECK(predated.source("2025-01-01").state == EndState::current);
    CHECK(predated.covers());
    CHECK(to_come.source().state == EndState::to_come);
    CHECK(to_come.source("2027-06-01").state == EndState::current);
    CHECK(current.source("2020-01-01").state == EndState::to_come);  // nothing stands yet
}

TEST_CASE("drift: a wording of its own is another provision, even where it repeats the old words, and even unpinned") {
    const std::string twice = duty("a", "", old) + duty("a", "", fresh);
    const Case repeated(twice, "act@1#a");
    CHECK(repeated.source().state == EndState::outdated);
    CHECK_FALSE(repeated.covers());
    const World unpinned({law("act", twice, versions), policy("pol", "lab", duty("x")), mappings("m", row("r", {"act@1#a"}, "equal-to", {"pol@1#x"}))});
    CHECK(drift_overview(unpinned.corpus, day("2026-06-01")).rows.front().state == EndState::outdated);
    CHECK(drift_overview(unpinned.corpus, day("2025-06-01")).rows.front().state == EndState::unpinned);
}

TEST_CASE("drift: new hands on the same words are named, and leave the mapping as it is") {
    const Case hands(duty("a"), "act@1#a", versions + R"(<oversight until="1"><holds function="verify" party="agency"/></oversight>)");
    CHECK(hands.source().state == EndState::predated);
    CHECK(hands.source().differ == std::vector{NormPart::oversight});
    CHECK(hands.source().reason.find("other hands") != std::string::npos);
}

TEST_CASE("drift: a version whose text is not held proves nothing, and is not taken as gone") {
    const std::string head = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" encoded="no" in-force-from="2026-01-01"/>)";
    CHECK(Case(duty("a", "", old), "act@1#a", head).source().state == EndState::not_held);
    CHECK(Case(duty("a"), "act@1#a", head).source().state == EndState::not_held);
}

TEST_CASE("drift: a version that may stand already is no comfort") {
    const std::string head = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2026-05-01..2026-07-31"/>)";
    const Case gone(duty("a", "", old) + duty("b"), "act@1#a", head), kept(duty("a"), "act@1#a", head);
    CHECK(gone.source().state == EndState::orphaned);
    CHECK(gone.source().reason.find("may stand already") != std::string::npos);
    CHECK(gone.source("2026-01-01").state == EndState::current);
    CHECK(kept.source().state == EndState::predated);
    const auto drift = drift_of(gone.world.corpus, *gone.world.corpus.instrument("act"), 0, day("2026-06-01"));
    CHECK(drift.perhaps == 1);
    CHECK(drift.rows.front().state == EndState::orphaned);
}

TEST_CASE("drift: what compares two versions of an instrument is meant for both, unless the corpus was edited") {
    const std::string parts = duty("a", "", old) + duty("b", "", fresh);
    const std::vector<std::string> files{law("act", parts, versions)};
    const World w({files.front(), mappings("m", stamped(files, "act@2#b", "subset-of", "act@1#a"))});
    CHECK(drift_overview(w.corpus, day("2026-06-01")).rows.front().state == EndState::compared);
    const auto drift = drift_of(w.corpus, *w.corpus.instrument("act"), 1, day("2026-06-01"));
    CHECK(drift.relying.empty());
    const World edited({law("act", duty("a", "", old, "should") + duty("b", "", fresh), versions), mappings("m", stamped(files, "act@2#b", "subset-of", "act@1#a"))});
    CHECK(drift_overview(edited.corpus, day("2026-06-01")).rows.front().state == EndState::outdated);
}

TEST_CASE("drift: what changed is named by its part of the norm, and nothing differs unnoticed") {
    const auto differ = [](const std::string& one, const std::string& two) {
        const Case c(one + two, "act@1#a");
        return c.source();
    };
    const auto base = duty("a", "", old);
    CHECK(has(differ(base, duty("a", "", fresh, "should")), NormPart::modality));
    CHECK(has(differ(base, duty("a", when(compute("more-than", "1e25")), fresh)), NormPart::trigger));
    CHECK(has(differ(base, duty("a", R"(<holds function="verify" party="agency"/>)", fresh)), NormPart::oversight));
    CHECK(has(differ(base, duty("a", "", R"(since="2" bearer="developer")")), NormPart::bearer));
    CHECK(has(differ(base, duty("a", "", R"(since="2" applies-from="2026-03-01")")), NormPart::dates));
    CHECK(has(differ(base, duty("a", duty("a-1"), fresh)), NormPart::parts));
    CHECK(has(differ(base, R"(<provision id="a" cite="s. a" norm="obligation" modality="must" themes="framework" since="2"><summary>Do something else.</summary></provision>)"), NormPart::summary));
    CHECK(has(differ(base, R"(<provision id="a" cite="s. 9" norm="obligation" modality="must" themes="framework" since="2"><summary>Do a.</summary></provision>)"), NormPart::citation));
}

TEST_CASE("drift: added, gone, and tied by an identifier only where it names one provision on each side") {
    const auto named = [](const std::string& id, const std::string& since_until, const std::string& row) { return duty(id, "<identifier scheme=\"row\">" + row + "</identifier>", since_until); };
    const auto change = [](const std::string& parts) {
        const Corpus c(read({law("act", parts, versions)}));
        auto out = changes_to(c, *c.instrument("act"), 1);
        return std::tuple(out.added.size(), out.gone.size(), out.renamed.size(), out.same);
    };
    CHECK(change(named("a", old, "1") + named("b", fresh, "1") + duty("c")) == std::tuple(1, 1, 1, 1));
    CHECK(change(named("a", old, "1") + named("b", fresh, "1") + named("c", fresh, "1")) == std::tuple(2, 1, 0, 0));
    CHECK(change(named("a", old, "1") + named("b", fresh, "2")) == std::tuple(1, 1, 0, 0));
    CHECK(change(named("a", old, "1") + named("b", fresh, "1") + named("c", "", "1")) == std::tuple(1, 1, 0, 1));
}

TEST_CASE("drift: who relies on it is told which of its provisions no mapping speaks of any more") {
    const std::string parts = duty("a", "", old) + duty("b");
    const World w({law("act", parts, versions), policy("pol", "lab", duty("x") + duty("y")),
                   mappings("m", row("1", {"act@1#a"}, "superset-of", {"pol@1#x"}) + row("2", {"act@1#a"}, "superset-of", {"pol@1#y"}) + row("3", {"act@2#b"}, "superset-of", {"pol@1#y"}))});
    const auto drift = drift_of(w.corpus, *w.corpus.instrument("act"), 1, day("2026-06-01"));
    REQUIRE(drift.relying.size() == 1);
    CHECK(drift.relying.front().other->id == "pol");
    CHECK(drift.relying.front().mappings[static_cast<std::size_t>(EndState::orphaned)] == 2);
    REQUIRE(drift.relying.front().bare.size() == 1);
    CHECK(w.corpus.ref(drift.relying.front().bare.front().node) == "pol#x");
    // a version can be asked about before it stands
    CHECK_FALSE(drift_of(w.corpus, *w.corpus.instrument("act"), 2, day("2026-06-01")).stands);
}
