// Several regimes at once, on random crosswalks: every claim is one that `reach` makes, and the plan meets what it says.

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "together_world.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

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

TEST_CASE("together property: every meeting in full is cover by reach, and the plan meets every duty (200 random crosswalks)") {
    Random r(200);
    std::size_t full = 0, saved = 0;
    for (int i = 0; i < 200; ++i) {
        const auto w = random_world(r);
        const auto t = ask_together(w, {"a", "b", "c", "d"});
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
