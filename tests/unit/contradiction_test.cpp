// Mappings that cannot all be so: found, graded, without a statement too many, and never where all can be so.

#include "lacuna/contradiction.hpp"

#include <algorithm>

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

/// Laws a, b, c ... of one duty each.
std::vector<std::string> laws(std::size_t n) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(law(std::string(1, static_cast<char>('a' + i)), duty("p")));
    return out;
}
std::string ref(std::size_t i) { return std::string(1, static_cast<char>('a' + i)) + "@1#p"; }

World world(std::size_t n, const std::string& rows, const std::string& reading = "loose") {
    auto files = laws(n);
    files.push_back(mappings("m", rows, reading));
    return World(files);
}

std::vector<std::string> ids(const Contradiction& c) {
    std::vector<std::string> out;
    for (const auto& s : c.statements) out.push_back(s.mapping->id);
    return out;
}

/// Path consistency, written for the tests alone: composition by looking at all pairs of sets over four elements.
class Closure {
public:
    explicit Closure(std::size_t n) : n_(n), m_(n * n, 31U) {
        for (std::size_t i = 0; i < n; ++i) at(i, i) = 1U << static_cast<unsigned>(Base::eq);
    }
    void say(std::size_t i, std::size_t j, Mask mask) {
        at(i, j) &= mask.bits();
        at(j, i) &= turned(mask.bits());
    }
    /// False if something cannot be.
    bool close() {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < n_; ++i)
                for (std::size_t j = 0; j < n_; ++j)
                    for (std::size_t k = 0; k < n_; ++k) {
                        const unsigned next = at(i, j) & composed(at(i, k), at(k, j));
                        changed = changed || next != at(i, j);
                        at(i, j) = next;
                        if (next == 0) return false;
                    }
        }
        return true;
    }
    Mask mask(std::size_t i, std::size_t j) { return Mask::from_bits(at(i, j)); }

private:
    static unsigned base(unsigned a, unsigned b) {
        const Base r = a == b ? Base::eq : (a & b) == 0 ? Base::dr : (a & b) == a ? Base::pp : (a & b) == b ? Base::ppi : Base::po;
        return 1U << static_cast<unsigned>(r);
    }
    static unsigned turned(unsigned m) {
        unsigned out = 0;
        for (unsigned a = 1; a < 16; ++a)
            for (unsigned b = 1; b < 16; ++b)
                if ((m & base(a, b)) != 0) out |= base(b, a);
        return out;
    }
    static unsigned composed(unsigned x, unsigned y) {
        // over six elements every triple of relations that can be is there
        static const auto table = [] {
            std::array<std::array<unsigned, 5>, 5> t{};
            for (unsigned a = 1; a < 64; ++a)
                for (unsigned b = 1; b < 64; ++b)
                    for (unsigned c = 1; c < 64; ++c) t[bit(base(a, b))][bit(base(b, c))] |= base(a, c);
            return t;
        }();
        unsigned out = 0;
        for (unsigned i = 0; i < 5; ++i)
            for (unsigned j = 0; j < 5; ++j)
                if ((x >> i & 1U) != 0 && (y >> j & 1U) != 0) out |= table[i][j];
        return out;
    }
    static std::size_t bit(unsigned one) { return static_cast<std::size_t>(std::countr_zero(one)); }
    unsigned& at(std::size_t i, std::size_t j) { return m_[i * n_ + j]; }
    std::size_t n_;
    std::vector<unsigned> m_;
};

struct Said {
    std::size_t from, to;
    StatedRelation relation;
};
std::string row_of(const Said& s, std::size_t number) { return row("m" + std::to_string(number), {ref(s.from)}, std::string(word(s.relation)), {ref(s.to)}); }

bool can_be(std::size_t n, const std::vector<Said>& all, Reading reading, std::optional<std::size_t> without = std::nullopt) {
    Closure c(n);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i != without) c.say(all[i].from, all[i].to, meaning(all[i].relation, reading));
    return c.close();
}

/// Two rows of one pair would say it twice; here every pair has one.
std::vector<Said> random_rows(Random& r, std::size_t n, std::size_t most) {
    std::vector<Said> out;
    for (std::size_t k = 0; k < most; ++k) {
        const auto from = r.below(n), to = r.below(n);
        const bool again = std::any_of(out.begin(), out.end(), [&](const Said& s) { return (s.from == from && s.to == to) || (s.from == to && s.to == from); });
        if (from == to || again) continue;
        out.push_back({from, to, static_cast<StatedRelation>(r.below(5))});
    }
    return out;
}

}  // namespace

TEST_CASE("contradiction: cover of something declared unrelated") {
    const auto w = world(3, row("down", {"a@1#p"}, "superset-of", {"b@1#p"}) + row("same", {"b@1#p"}, "equal-to", {"c@1#p"}) + row("none", {"a@1#p"}, "no-relationship", {"c@1#p"}));
    const auto all = contradictions(w.corpus, w.walk);
    REQUIRE(all.size() == 1);
    CHECK(all.front().grade == Disagreement::overlap_against_disjoint);
    CHECK(ids(all.front()) == std::vector<std::string>{"down", "same", "none"});
}

TEST_CASE("contradiction: only the strict sense of a word") {
    const std::string rows = row("ab", {"a@1#p"}, "superset-of", {"b@1#p"}) + row("ba", {"b@1#p"}, "superset-of", {"c@1#p"}) + row("ca", {"c@1#p"}, "superset-of", {"a@1#p"});
    CHECK(contradictions(world(3, rows).corpus, world(3, rows).walk).empty());  // loosely, all three may be equal
    const auto w = world(3, rows, "strict");
    const auto all = contradictions(w.corpus, w.walk);
    REQUIRE(all.size() == 1);
    CHECK(all.front().grade == Disagreement::strictness);
    CHECK(all.front().statements.size() == 3);
}

TEST_CASE("contradiction: a strict circle longer than any bound on chains") {
    std::string rows;
    for (std::size_t i = 0; i < 9; ++i) rows += row("m" + std::to_string(i), {ref(i)}, "superset-of", {ref((i + 1) % 9)});
    const auto w = world(9, rows, "strict");
    const auto all = contradictions(w.corpus, w.walk, 2);
    REQUIRE(all.size() == 1);
    CHECK(all.front().circle);
    CHECK(all.front().statements.size() == 9);
}

TEST_CASE("contradiction: one pair, two relations that could both be so") {
    const auto w = world(2, row("one", {"a@1#p"}, "superset-of", {"b@1#p"}) + row("two", {"b@1#p"}, "intersects-with", {"a@1#p"}));
    const auto all = contradictions(w.corpus, w.walk);
    REQUIRE(all.size() == 1);
    CHECK(all.front().grade == Disagreement::said_twice);
    CHECK(ids(all.front()) == std::vector<std::string>{"one", "two"});
}

TEST_CASE("contradiction: no statement too many") {
    // the way over d says nothing against a - c
    const auto w = world(4, row("ab", {"a@1#p"}, "equal-to", {"b@1#p"}) + row("bc", {"b@1#p"}, "equal-to", {"c@1#p"}) + row("ad", {"a@1#p"}, "equal-to", {"d@1#p"}) + row("db", {"d@1#p"}, "equal-to", {"b@1#p"}) + row("ac", {"a@1#p"}, "no-relationship", {"c@1#p"}));
    for (const auto& c : contradictions(w.corpus, w.walk)) {
        CHECK(c.grade == Disagreement::overlap_against_disjoint);
        CHECK((c.statements.size() == 3 || c.statements.size() == 4));
        CHECK(std::find(ids(c).begin(), ids(c).end(), "ac") != ids(c).end());
    }
}

TEST_CASE("contradiction: a verdict that rests on a contradicted mapping says so, even where the disagreement does not reach it") {
    const auto w = world(4, row("over", {"d@1#p"}, "superset-of", {"a@1#p"}) + row("down", {"a@1#p"}, "superset-of", {"b@1#p"}) + row("same", {"b@1#p"}, "equal-to", {"c@1#p"}) + row("none", {"a@1#p"}, "no-relationship", {"c@1#p"}));
    const auto gap = w.ask("b", "d").targets.front();
    CHECK(gap.verdict(Aspect::duty).finding == Finding::covered);
    CHECK(gap.verdict(Aspect::duty).reason == "whoever keeps it has done all that the target asks, by 2 chains of mappings together; WARNING: other mappings contradict m/down, m/none, m/same (lacuna check --mappings)");
}

TEST_CASE("contradiction: property: every set reported cannot be, without any one of its statements it can (2000 random crosswalks, loose and strict)") {
    Random r(2000);
    int reported = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::size_t n = 3 + r.below(3);
        const auto rows = random_rows(r, n, 3 + r.below(8));
        if (rows.empty()) continue;
        const Reading reading = r.chance(2) ? Reading::strict : Reading::loose;
        std::string text;
        for (std::size_t k = 0; k < rows.size(); ++k) text += row_of(rows[k], k);
        const auto w = world(n, text, std::string(word(reading)));
        const auto found = contradictions(w.corpus, w.walk, 4);
        if (can_be(n, rows, reading)) REQUIRE(found.empty());
        for (const auto& c : found) {
            std::vector<Said> some;
            for (const auto& id : ids(c)) some.push_back(rows[static_cast<std::size_t>(std::stoul(id.substr(1)))]);
            REQUIRE_FALSE(can_be(n, some, reading));
            for (std::size_t k = 0; k < some.size(); ++k) REQUIRE(can_be(n, some, reading, k));
            if (can_be(n, some, Reading::loose)) REQUIRE(c.grade == Disagreement::strictness);
            else REQUIRE(c.grade == Disagreement::overlap_against_disjoint);
            ++reported;
        }
        // read loosely, whatever path consistency refutes is found
        if (reading == Reading::loose && !can_be(n, rows, reading)) REQUIRE_FALSE(found.empty());
    }
    CHECK(reported > 500);
}

TEST_CASE("contradiction: property: chains say no less than path consistency about cover, overlap and disjointness (3000 random crosswalks)") {
    Random r(3000);
    int certain = 0;
    for (int i = 0; i < 3000; ++i) {
        const std::size_t n = 3 + r.below(3);
        const auto rows = random_rows(r, n, 2 + r.below(7));
        if (rows.empty()) continue;
        const Reading reading = r.chance(3) ? Reading::strict : Reading::loose;
        if (!can_be(n, rows, reading)) continue;
        std::string text;
        Closure closure(n);
        for (std::size_t k = 0; k < rows.size(); ++k) {
            text += row_of(rows[k], k);
            closure.say(rows[k].from, rows[k].to, meaning(rows[k].relation, reading));
        }
        REQUIRE(closure.close());
        const auto w = world(n, text, std::string(word(reading)));
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b) {
                if (a == b) continue;
                const Mask ours = w.said(ref(a), ref(b), 9), all = closure.mask(a, b);
                INFO(text, " ", ref(a), " to ", ref(b), ": ", to_string(ours), ", path consistency: ", to_string(all));
                REQUIRE(all.within(ours));
                REQUIRE(ours.within({Base::eq, Base::ppi}) == all.within({Base::eq, Base::ppi}));
                REQUIRE(ours.has(Base::dr) == all.has(Base::dr));
                REQUIRE((ours == Mask{Base::dr}) == (all == Mask{Base::dr}));
                certain += ours.has(Base::dr) ? 0 : 1;
            }
    }
    CHECK(certain > 3000);
}

TEST_CASE("contradiction: property: one flipped word in crosswalks that were consistent is found wherever path consistency exposes it (1500 random crosswalks)") {
    Random r(1500);
    int exposed = 0;
    for (int i = 0; i < 1500; ++i) {
        const std::size_t n = 4 + r.below(2);
        // what is true of sets of eight requirements
        std::vector<unsigned> content;
        for (std::size_t k = 0; k < n; ++k) content.push_back(1U + static_cast<unsigned>(r.below(255)));
        std::vector<Said> rows = random_rows(r, n, 10);
        for (auto& s : rows) {
            const unsigned a = content[s.from], b = content[s.to];
            s.relation = a == b ? StatedRelation::equal_to : (a & b) == 0 ? StatedRelation::no_relationship : (a & b) == a ? StatedRelation::subset_of : (a & b) == b ? StatedRelation::superset_of : StatedRelation::intersects_with;
        }
        if (rows.empty()) continue;
        REQUIRE(can_be(n, rows, Reading::loose));
        rows[r.below(rows.size())].relation = static_cast<StatedRelation>(r.below(5));
        std::string text;
        for (std::size_t k = 0; k < rows.size(); ++k) text += row_of(rows[k], k);
        const auto w = world(n, text);
        const auto found = contradictions(w.corpus, w.walk, 5);
        REQUIRE(found.empty() == can_be(n, rows, Reading::loose));
        exposed += found.empty() ? 0 : 1;
    }
    CHECK(exposed > 50);
}
