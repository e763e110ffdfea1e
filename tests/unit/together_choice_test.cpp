// The fewest things to do: exact against every set, greed against exact.

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "gaps/together_choice.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

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

TEST_CASE("together choice: property: the exact choice is the fewest, greed is never better and never below its bound (500 random choices)") {
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

TEST_CASE("together choice: one too large to search is greedy, says so, and bounds what it could have missed") {
    Random r(7);
    const auto ways = random_ways(r, 400);
    const auto chosen = choose(ways, plain_ranks(400), 5);
    CHECK_FALSE(chosen.exact);
    CHECK(chosen.at_least < chosen.done.size());
    CHECK(meets_all(ways, chosen.done));
}
