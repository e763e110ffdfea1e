// Proves on random statutes and situations, against every completion of what is unknown: answers, essential facts, short cuts and witnesses.

#include <algorithm>

#include "random_statutes.hpp"

using namespace lacuna;
using namespace lacuna::small;
using enum Base;

namespace {

template <class Test>
void each_statute(std::uint64_t seed, int count, bool classes, const Test& test) {
    Random random(seed);
    for (int i = 0; i < count; ++i) {
        Statute s(random, i % 3 == 0, classes);
        INFO("seed " << seed << ", statute " << i << ": " << xml(s.first));
        test(random, s);
    }
}

}  // namespace

TEST_CASE("yes, presumed and no only if the same under every completion; contradictions are reported") {
    std::map<Holding, int> seen;
    int contradictory = 0;
    each_statute(31, 300, true, [&](Random& random, const Statute& s) {
        auto k = some_of(random, s, s.cases[random.below(s.cases.size())], 3);
        // now and then something is said that is not so
        for (const std::size_t v : {f0, f1, f2})
            if (random.chance(4)) {
                const int said = static_cast<int>(random.below(2));
                k.of[v] = {said, said};
            }
        INFO("facts: " << join(k.facts(), " "));
        const Facts facts(s.world->corpus.vocabulary(), k.facts());
        Triggers triggers(s.world->corpus, facts.situation, day("2026-06-01"));
        const bool consistent = !remaining(s, k, false).empty();
        CHECK(triggers.consistent() == consistent);
        const auto h = triggers.holds(s.world->at("act@1#o1"), 0);
        CHECK(!h.unfinished);
        if (!consistent) {
            ++contradictory;
            return;
        }
        CHECK(!h.contradictory);
        CHECK(h.holding == expected(s, remaining(s, k, true)));
        ++seen[h.holding];
    });
    for (const auto holding : {Holding::yes, Holding::presumed, Holding::no, Holding::undetermined}) CHECK(seen[holding] > 10);
    CHECK(contradictory > 10);
}

TEST_CASE("learning what is not merely assumed never turns yes into no, or no into yes") {
    each_statute(32, 150, true, [](Random& random, const Statute& s) {
        const auto& truth = s.cases[random.below(s.cases.size())];
        auto k = some_of(random, s, truth, 4);
        k.of[act] = {truth[act], truth[act]};
        auto before = asked(s, k).holding;
        for (const std::size_t v : s.vars) {
            if (k.of[v] && k.of[v]->first == k.of[v]->second) continue;
            k.of[v] = {truth[v], truth[v]};
            const auto after = asked(s, k).holding;
            if (before == Holding::yes) CHECK(after == Holding::yes);
            if (before == Holding::presumed) CHECK((after == Holding::presumed || after == Holding::yes));
            if (before == Holding::no) CHECK(after == Holding::no);
            before = after;
        }
        CHECK(before != Holding::undetermined);
        CHECK((before != Holding::no) == s.asks(s.first, truth, false));
    });
}

TEST_CASE("essential facts: those without which some completion differs, enough together, none too many") {
    int asked_about = 0;
    each_statute(33, 200, true, [&](Random& random, const Statute& s) {
        auto k = some_of(random, s, s.cases[random.below(s.cases.size())], 5);
        if (random.chance(2)) k.of[act] = {0, 0};
        const auto cases = remaining(s, k, true);
        const auto h = asked(s, k);
        if (cases.empty() || h.holding != Holding::undetermined) return;
        ++asked_about;
        INFO("facts: " << join(k.facts(), " "));
        const auto essential = essential_of(s, h);
        CHECK(tells(s, cases, essential));
        for (const std::size_t v : s.vars) {
            const auto but = [&](std::vector<std::size_t> from) {
                std::erase(from, v);
                return from;
            };
            const bool is_essential = std::find(essential.begin(), essential.end(), v) != essential.end();
            if (!tells(s, cases, but(s.vars))) CHECK(is_essential);
            else if (s.axioms.empty()) CHECK(!is_essential);
            if (is_essential) CHECK(!tells(s, cases, but(essential)));
        }
        // said through the front door, they settle it, whatever they are
        const auto& truth = cases[random.below(cases.size())];
        for (const std::size_t v : essential) k.of[v] = {truth[v], truth[v]};
        const auto settled = asked(s, k).holding;
        CHECK(settled != Holding::undetermined);
        CHECK((settled != Holding::no) == s.asks(s.first, truth, false));
    });
    CHECK(asked_about > 50);
}

TEST_CASE("short cuts settle it as they say, none of their facts can be left out, and no single truth that settles it is missing") {
    int single = 0, pairs = 0;
    each_statute(34, 200, true, [&](Random& random, const Statute& s) {
        const auto k = some_of(random, s, s.cases[random.below(s.cases.size())], 5);
        const auto cases = remaining(s, k, true);
        const auto h = asked(s, k);
        if (cases.empty() || h.holding != Holding::undetermined) return;
        INFO("facts: " << join(k.facts(), " "));
        const auto names = names_of(s);
        for (const auto& c : h.short_cuts) {
            INFO("short cut: " << join(c.facts, "; "));
            CHECK(answers_where(s, cases, names, c.facts) == (c.yes ? 2 : 1));
            CHECK(c.facts.size() <= 2);
            c.facts.size() == 1 ? ++single : ++pairs;
            if (c.facts.size() == 2)
                for (const auto& one : c.facts) CHECK(answers_where(s, cases, names, {one}) == 3);
        }
        for (const std::size_t v : essential_of(s, h)) {
            if (v == a || v == b) continue;
            for (const std::string& words : {names[v].yes, names[v].no}) {
                const int left = answers_where(s, cases, names, {words});
                const bool listed = std::any_of(h.short_cuts.begin(), h.short_cuts.end(), [&](const ShortCut& c) { return c.facts == std::vector<std::string>{words}; });
                CHECK(listed == (left == 1 || left == 2));
            }
        }
    });
    CHECK(single > 50);
    CHECK(pairs > 5);
}

TEST_CASE("two triggers: what they share and the two differences are told apart, and every witness is a case of its region") {
    int on_grid = 0, off_grid = 0;
    std::map<std::string, int> seen;
    each_statute(35, 200, false, [&](Random& random, const Statute& s) {
        const auto k = some_of(random, s, s.cases[random.below(s.cases.size())], 6);
        const auto cases = remaining(s, k, false);
        const Facts facts(s.world->corpus.vocabulary(), k.facts());
        Triggers triggers(s.world->corpus, facts.situation, day("2026-06-01"));
        const auto r = triggers.relate({s.world->at("act@1#o1"), 0}, {s.world->at("act@1#o2"), 0});
        INFO("and " << xml(s.second) << "; facts: " << join(k.facts(), " "));
        REQUIRE(!r.unfinished);
        const auto region = [&](bool first, bool second) { return [&s, first, second](const Digits& d) { return s.asks(s.first, d, false) == first && s.asks(s.second, d, false) == second; }; };
        const auto some = [&](bool first, bool second) { return std::any_of(cases.begin(), cases.end(), region(first, second)); };
        const bool shared = some(true, true), first_only = some(true, false), second_only = some(false, true);
        CHECK(r.both.has_value() == shared);
        CHECK(r.first_only.has_value() == first_only);
        CHECK(r.second_only.has_value() == second_only);
        CHECK(r.first_empty == (!shared && !first_only));
        CHECK(r.second_empty == (!shared && !second_only));
        if (r.first_empty || r.second_empty) {
            CHECK(r.mask == Mask{});
        } else {
            const Base truth = !shared ? dr : first_only ? second_only ? po : ppi : second_only ? pp : eq;
            CHECK(r.mask.has(truth));
            ++seen[to_string(Mask{truth})];
        }
        const auto names = names_of(s);
        for (const auto& [drawn, first, second] : {std::tuple{&r.both, true, true}, std::tuple{&r.first_only, true, false}, std::tuple{&r.second_only, false, true}}) {
            const auto* witness = drawn;
            if (!*witness) continue;
            INFO("witness: " << (*witness)->words);
            std::vector<std::string> statements;
            for (std::size_t at = 0; at < (*witness)->words.size();) {
                const auto end = std::min((*witness)->words.find("; ", at), (*witness)->words.size());
                statements.push_back((*witness)->words.substr(at, end - at));
                at = end + 2;
            }
            // where there is nothing to say, that is said
            if (statements.size() == 1 && !says(statements.front(), names, cases.front())) statements.clear();
            bool any = false;
            const bool speaks_of_act = std::find(statements.begin(), statements.end(), names[act].yes) != statements.end();
            for (const auto& d : cases) {
                // nothing is said of what is as usual
                if (!speaks_of_act && !k.of[act] && d[act] != 0) continue;
                const auto so = [&](const std::string& w) {
                    const auto answer = says(w, names, d);
                    INFO(w);
                    REQUIRE(answer);
                    return *answer;
                };
                if (!std::all_of(statements.begin(), statements.end(), so)) continue;
                any = true;
                CHECK(region(first, second)(d));
            }
            ++(any ? on_grid : off_grid);
        }
    });
    for (const auto base : {eq, pp, ppi, po, dr}) CHECK(seen[to_string(Mask{base})] > 0);
    CHECK(on_grid > 4 * off_grid);
}
