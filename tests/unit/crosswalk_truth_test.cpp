// Proves on random crosswalks, made from duties whose true content is known, that no mask ever excludes what is true and no certain
// verdict is ever untrue.

#include <algorithm>
#include <map>

#include "lacuna/contradiction.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;
using enum Base;

namespace {

/// What a duty truly asks: a set of atomic requirements, as bits.
using Content = unsigned;

Base truth(Content a, Content b) {
    if (a == b) return eq;
    if ((a & b) == 0) return dr;
    if ((a & b) == a) return pp;
    return (a & b) == b ? ppi : po;
}

struct Known {
    std::vector<std::string> refs;
    std::map<std::string, Content> content;  ///< by REF
};

/// Requirements lie on a line of eight; a duty without parts asks for an interval of them.
Content interval(Random& r) {
    const auto first = r.below(8), last = first + r.below(8 - first);
    Content out = 0;
    for (auto i = first; i <= last; ++i) out |= 1U << i;
    return out;
}

/// Three statutes, each with duties that have parts, some of them exhaustive.
std::vector<std::string> random_statutes(Random& r, Known& known) {
    std::vector<std::string> files;
    for (const std::string id : {"a", "b", "c"}) {
        std::string body;
        for (std::size_t k = 1 + r.below(2); k > 0; --k) {
            const std::string top = "p" + std::to_string(k);
            std::string inside;
            Content all = 0;
            for (std::size_t n = r.below(4); n > 0; --n) {
                const std::string part = top + "-" + std::to_string(n);
                const Content c = interval(r);
                known.refs.push_back(id + "@1#" + part);
                known.content[known.refs.back()] = c;
                all |= c;
                inside += duty(part);
            }
            const bool exhaustive = all != 0 && r.chance(2);
            known.refs.push_back(id + "@1#" + top);
            known.content[known.refs.back()] = exhaustive ? all : all | interval(r);
            body += duty(top, inside, exhaustive ? R"(parts="exhaustive")" : "");
        }
        files.push_back(law(id, body));
    }
    return files;
}

/// A side of a mapping: one duty, sometimes two or three taken together.
std::vector<std::string> random_side(Random& r, const Known& known) {
    std::vector<std::string> out;
    for (std::size_t n = r.chance(4) ? 2 + r.below(2) : 1; n > 0; --n) out.push_back(known.refs[r.below(known.refs.size())]);
    return out;
}
Content of(const std::vector<std::string>& side, const Known& known) {
    Content out = 0;
    for (const auto& ref : side) out |= known.content.at(ref);
    return out;
}

/// A word that is true of the pair under the reading: strictly the one word there is, loosely any that does not exclude the truth.
std::string true_word(Random& r, Base base, Reading reading) {
    std::vector<std::string> fitting;
    for (const auto& w : all_words<StatedRelation>())
        if (meaning(*from_word<StatedRelation>(w), reading).has(base)) fitting.push_back(w);
    return fitting[r.below(fitting.size())];
}

struct RandomWorld {
    Known known;
    std::vector<std::string> files;
};
RandomWorld random_world(Random& r) {
    RandomWorld out;
    out.files = random_statutes(r, out.known);
    std::string loose, strict;
    for (std::size_t n = 4 + r.below(10); n > 0; --n) {
        const auto from = random_side(r, out.known), to = random_side(r, out.known);
        const bool literally = r.chance(2);
        const Base base = truth(of(from, out.known), of(to, out.known));
        (literally ? strict : loose) += row("m" + std::to_string(n), from, true_word(r, base, literally ? Reading::strict : Reading::loose), to);
    }
    if (!loose.empty()) out.files.push_back(mappings("loose", loose, "loose"));
    if (!strict.empty()) out.files.push_back(mappings("strict", strict, "strict"));
    return out;
}

struct Tally {
    int links = 0, covered = 0, overlaps = 0, disjoint = 0;
};

/// Every link from every point, against the truth.
void all_links_are_true(const World& w, const Known& known, int rows, Tally& tally) {
    std::map<NodeNo, Content> content;
    for (const auto& [ref, c] : known.content) content[w.at(ref)] = c;
    const auto of_point = [&](PointNo p) {
        Content out = 0;
        for (const NodeNo n : w.walk.members(p)) out |= content.at(n);
        return out;
    };
    for (PointNo from = 0; from < w.walk.size(); ++from)
        for (const auto& found : w.walk.reach(from, rows)) {
            const PointNo to = found.first;
            const Link& link = found.second;
            const Base base = truth(of_point(from), of_point(to));
            INFO("from point ", from, " to point ", to, ": ", to_string(link.mask), ", truly ", word(base));
            REQUIRE(link.mask.has(base));
            for (const auto& chain : link.chains) REQUIRE(chain.mask.has(base));
            const Cover v = verdict(link.mask);
            if (v == Cover::covered) REQUIRE((base == eq || base == ppi));
            if (v == Cover::partly) REQUIRE((base == pp || base == po));
            if (v == Cover::at_least_partly) REQUIRE(base != dr);
            if (v == Cover::not_covered) REQUIRE(base == dr);
            ++tally.links;
            tally.covered += v == Cover::covered ? 1 : 0;
            tally.overlaps += v == Cover::partly || v == Cover::at_least_partly ? 1 : 0;
            tally.disjoint += v == Cover::not_covered ? 1 : 0;
        }
}

}  // namespace

TEST_CASE("crosswalk truth: property: no link excludes the true relation, no certain verdict is untrue (600 random crosswalks)") {
    Random r(600);
    Tally tally;
    for (int i = 0; i < 600; ++i) {
        const auto random = random_world(r);
        const World w(random.files);
        all_links_are_true(w, random.known, 1 + static_cast<int>(r.below(4)), tally);
    }
    // the property must not pass by saying nothing
    CHECK(tally.links > 20000);
    CHECK(tally.covered > 3000);
    CHECK(tally.overlaps > 3000);
    CHECK(tally.disjoint > 500);
}

TEST_CASE("crosswalk truth: property: whoever the assessment says covers a duty truly asks all that it asks (300 random crosswalks)") {
    Random r(300);
    int covered = 0;
    for (int i = 0; i < 300; ++i) {
        const auto random = random_world(r);
        const World w(random.files);
        for (const auto& gap : w.ask(std::vector<std::string>{"a"}, {"b", "c"}, {}).targets) {
            if (!gap.covered()) continue;
            ++covered;
            Content given = 0;
            for (const auto& s : gap.candidates.front().sources) given |= random.known.content.at(w.corpus.ref(s.node, s.version));
            const Content asked = random.known.content.at(w.corpus.ref(gap.target.node, gap.target.version));
            REQUIRE((given & asked) == asked);
        }
    }
    CHECK(covered > 100);
}

TEST_CASE("crosswalk truth: property: a longer bound never takes an answer back, and never makes a true corpus contradictory (100 random crosswalks)") {
    Random r(100);
    for (int i = 0; i < 100; ++i) {
        const auto random = random_world(r);
        const World w(random.files);
        for (PointNo from = 0; from < w.walk.size(); ++from) {
            const auto near = w.walk.reach(from, 2), far = w.walk.reach(from, 4);
            for (const auto& [to, link] : near) {
                REQUIRE(far.contains(to));
                REQUIRE(far.at(to).mask.within(link.mask));
                REQUIRE_FALSE(far.at(to).contradictory());
            }
        }
    }
}

TEST_CASE("crosswalk truth: property: true statements contradict nothing (200 random crosswalks)") {
    Random r(200);
    for (int i = 0; i < 200; ++i) {
        const auto random = random_world(r);
        const World w(random.files);
        for (const auto& c : contradictions(w.corpus, w.walk, 3)) REQUIRE(c.grade == Disagreement::said_twice);
    }
}
