// Proves who covers what, for all pairs: rule by rule on crosswalks that can be read, then on thousands of random ones against a search
// from every provision.

#include "plain_crosswalks.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

AllPairsQuestion hops(unsigned n) { return {n, true, false, 1}; }
constexpr AllPairsQuestion flat{std::nullopt, false, false, 1}, nested{std::nullopt, true, false, 1}, both_ways{std::nullopt, true, true, 1};

Statuses cells(const PlainCrosswalk& c, const AllPairsQuestion& q) {
    Statuses out;
    all_cells(c, q, [&](std::uint32_t source, std::span<const CellStatus> status) {
        CHECK(source == out.size());
        out.emplace_back(status.begin(), status.end());
    });
    return out;
}

/// Are the counts those of the cells?
bool counted_right(const PlainCrosswalk& c, const PairCounts& counts, const Statuses& all) {
    PairCounts sum(c.instruments.size());
    for (std::size_t s = 0; s < all.size(); ++s)
        for (std::size_t v = 0; v < all[s].size(); ++v) {
            sum.of(s, c.instrument[v]).covered += all[s][v] == CellStatus::covered ? 1 : 0;
            sum.of(s, c.instrument[v]).overlapped += all[s][v] == CellStatus::overlapped ? 1 : 0;
        }
    for (std::size_t s = 0; s < all.size(); ++s)
        for (std::size_t t = 0; t < all.size(); ++t)
            if (sum.of(s, t).covered != counts.of(s, t).covered || sum.of(s, t).overlapped != counts.of(s, t).overlapped) return false;
    return true;
}

/// One question, asked with one, two and three threads, against the search. True where all is the same.
bool agrees(const PlainCrosswalk& c, AllPairsQuestion q, Statuses& expected) {
    expected = BySearch(c, q).answer();
    for (q.threads = 1; q.threads <= 3; ++q.threads)
        if (cells(c, q) != expected || !counted_right(c, all_pairs(c, q), expected)) return false;
    return true;
}

/// Every form of the question: with each bound, containment and converse on and off. More rows never take anything back.
void check_all_questions(const PlainCrosswalk& c, const std::vector<std::optional<unsigned>>& bounds) {
    for (const bool containment : {false, true})
        for (const bool converse : {false, true}) {
            Statuses before(c.instruments.size(), std::vector<CellStatus>(c.instrument.size(), CellStatus::nothing));
            for (const auto& rows : bounds) {
                INFO("rows " << (rows ? std::to_string(*rows) : "any") << ", containment " << containment << ", converse " << converse);
                Statuses now;
                REQUIRE(agrees(c, {rows, containment, converse, 1}, now));
                for (std::size_t s = 0; s < now.size(); ++s) REQUIRE(std::equal(before[s].begin(), before[s].end(), now[s].begin(), [](CellStatus a, CellStatus b) { return a <= b; }));
                before = std::move(now);
            }
        }
}

}  // namespace

TEST_CASE("all pairs: what one row says") {
    CHECK(PlainWritten({"A: a", "B: b", "a equal-to b"}).answer() == "A b=2");
    CHECK(PlainWritten({"A: a", "B: b", "a superset-of b"}).answer() == "A b=2");
    CHECK(PlainWritten({"A: a", "B: b", "a subset-of b"}).answer() == "A b=1");
    CHECK(PlainWritten({"A: a", "B: b", "a intersects-with b"}).answer() == "A b=1");
}

TEST_CASE("all pairs: what two rows say is what RCC-5 says") {
    const auto two = [](const std::string& first, const std::string& second) { return PlainWritten({"A: a", "B: b", "C: c", "a " + first + " b", "b " + second + " c"}).answer(); };
    const std::string b_covers = "; B c=2", b_overlaps = "; B c=1";
    for (const std::string down : {"equal-to", "superset-of"}) {
        CHECK(two(down, "equal-to") == "A b=2 c=2" + b_covers);
        CHECK(two(down, "superset-of") == "A b=2 c=2" + b_covers);
        CHECK(two(down, "subset-of") == "A b=2 c=1" + b_overlaps);
        CHECK(two(down, "intersects-with") == "A b=2 c=1" + b_overlaps);
    }
    for (const std::string across : {"subset-of", "intersects-with"}) {
        CHECK(two(across, "equal-to") == "A b=1 c=1" + b_covers);
        CHECK(two(across, "superset-of") == "A b=1" + b_covers);  // nothing said of a and c
        CHECK(two(across, "subset-of") == "A b=1 c=1" + b_overlaps);
        CHECK(two(across, "intersects-with") == "A b=1" + b_overlaps);
    }
}

TEST_CASE("all pairs: the bound is on the rows of one chain") {
    const PlainWritten w({"A: a", "B: b", "C: c", "D: d", "a superset-of b", "b equal-to c", "c subset-of d"});
    CHECK(w.answer(hops(1)) == "A b=2; B c=2; C d=1");
    CHECK(w.answer(hops(2)) == "A b=2 c=2; B c=2 d=1; C d=1");
    CHECK(w.answer(hops(3)) == "A b=2 c=2 d=1; B c=2 d=1; C d=1");
    CHECK(w.answer() == w.answer(hops(3)));
    CHECK(w.answer(hops(4'000'000'000)) == w.answer());
}

TEST_CASE("all pairs: containment leads down to parts, and costs no row") {
    const PlainWritten w({"A: a", "B: b b.1 b.1.1", "C: c", "a superset-of b", "b.1.1 equal-to c"});
    CHECK(w.answer(hops(1)) == "A b=2 b.1=2 b.1.1=2; B c=2");
    CHECK(w.answer(hops(2)) == "A b=2 b.1=2 b.1.1=2 c=2; B c=2");
    // without it, the chain ends where the row does
    CHECK(w.answer(flat) == "A b=2; B c=2");
}

TEST_CASE("all pairs: a part never stands for its whole, unless the question says so") {
    const PlainWritten w({"A: a", "B: b b.1 b.2", "C: c", "a equal-to b.1", "b subset-of c"});
    // b overlaps by roll-up, since something inside it is covered; but that leads no chain on to c
    CHECK(w.answer(nested) == "A b=1 b.1=2; B c=1");
    // read the other way round, b.1 is inside b, b inside c
    CHECK(w.answer(both_ways) == "A b=1 b.1=2 c=1; B a=2 c=1; C a=2 b=2 b.1=2 b.2=2");
}

TEST_CASE("all pairs: the whole is covered where every part is, deepest first") {
    const PlainWritten w({"A: a", "B: b b.1 b.2 b.2.1 b.2.2", "C: c", "a equal-to b.1", "a equal-to b.2.1", "a superset-of b.2.2", "b equal-to c"});
    CHECK(w.answer() == "A b=2 b.1=2 b.2=2 b.2.1=2 b.2.2=2; B c=2");
    // one part less, and it is an overlap all the way up; a part that is not there is not covered
    const PlainWritten less({"A: a", "B: b b.1 b.2 b.2.1 b.2.2", "a equal-to b.1", "a equal-to b.2.1"});
    CHECK(less.answer() == "A b=1 b.1=2 b.2=1 b.2.1=2");
    // an overlap with every part is no cover of the whole
    CHECK(PlainWritten({"A: a", "B: b b.1", "a subset-of b.1"}).answer() == "A b=1 b.1=1");
}

TEST_CASE("all pairs: several provisions of one instrument may cover together, those of several may not") {
    CHECK(PlainWritten({"A: a a2", "B: b b.1 b.2", "a equal-to b.1", "a2 equal-to b.2"}).answer() == "A b=2 b.1=2 b.2=2");
    CHECK(PlainWritten({"A: a", "A2: a2", "B: b b.1 b.2", "a equal-to b.1", "a2 equal-to b.2"}).answer() == "A b=1 b.1=2; A2 b=1 b.2=2");
}

TEST_CASE("all pairs: what is rolled up leads no chain further") {
    // all of b's parts are covered, so b is; yet c, which b covers, is not covered by A
    CHECK(PlainWritten({"A: a", "B: b b.1", "C: c", "a equal-to b.1", "b equal-to c"}).answer() == "A b=2 b.1=2; B c=2");
}

TEST_CASE("all pairs: rows one way say nothing the other way, unless the question says so") {
    const PlainWritten w({"A: a", "B: b", "C: c", "a superset-of b", "c intersects-with b"});
    CHECK(w.answer(nested) == "A b=2; C b=1");
    CHECK(w.answer(both_ways) == "A b=2 c=1; B a=1 c=1; C a=1 b=1");
}

TEST_CASE("all pairs: circles, rows of a provision with itself, chains through the source") {
    CHECK(PlainWritten({"A: a", "B: b", "C: c", "a equal-to b", "b equal-to c", "c equal-to a"}).answer() == "A b=2 c=2; B a=2 c=2; C a=2 b=2");
    CHECK(PlainWritten({"A: a", "a subset-of a", "a equal-to a"}).answer().empty());
    CHECK(PlainWritten({"A: a a2", "B: b", "C: c", "a superset-of b", "b superset-of a2", "a2 equal-to c"}).answer() == "A b=2 c=2; B a2=2 c=2");
}

TEST_CASE("all pairs: nothing at all") {
    PlainCrosswalk none;
    CHECK(cells(none, nested).empty());
    CHECK(all_pairs(none, nested).total().covered == 0);
    CHECK(PlainWritten({"A: a", "B: b"}).answer().empty());
}

TEST_CASE("all pairs: thousands of small random crosswalks, against a search from every provision") {
    Random r(20261121);
    for (int i = 0; i < 2000; ++i) {
        INFO("crosswalk " << i);
        const auto c = random_crosswalk(r, {2 + r.below(4), 1 + r.below(5), 1 + r.below(24), r.chance(2)});
        check_all_questions(c, {1, 2, 3, 2 * static_cast<unsigned>(c.instrument.size()) - 1, std::nullopt});
    }
}

TEST_CASE("all pairs: more instruments than fit into one word, two words, one sweep") {
    Random r(492000);
    for (const std::size_t instruments : {63U, 64U, 65U, 127U, 128U, 129U, 200U, 257U}) {
        INFO("at most " << instruments << " instruments");
        const auto c = random_crosswalk(r, {instruments, 3, 4 * instruments, r.chance(2)});
        check_all_questions(c, {1, 3, std::nullopt});
    }
    for (const std::size_t instruments : {600U, 1100U}) {
        auto c = random_crosswalk(r, {1, 1, 0, false});
        while (c.instruments.size() <= instruments / 2) c = random_crosswalk(r, {instruments, 2, 3 * instruments, true});
        Statuses unused;
        for (const auto rows : {std::optional<unsigned>(2), std::optional<unsigned>()}) REQUIRE(agrees(c, {rows, true, false, 1}, unused));
    }
}
