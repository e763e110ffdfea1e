// Proves that `entails` never says yes where some situation has a and not b, and says no only where there is one.

#include <algorithm>

#include "small.hpp"

using namespace lacuna;

namespace {

Condition atom(ConditionKind kind, Id fact, std::string value, std::string unit = "FLOP") {
    Condition c;
    c.kind = kind;
    c.fact = std::move(fact);
    c.value = std::move(value);
    c.unit = std::move(unit);
    return c;
}
Condition compute(ConditionKind kind, std::string value) { return atom(kind, "training-compute", std::move(value)); }
Condition combined(ConditionKind kind, std::vector<Condition> parts) {
    Condition c;
    c.kind = kind;
    c.parts = std::move(parts);
    return c;
}
Condition flag(Id fact) {
    Condition c;
    c.kind = ConditionKind::is;
    c.fact = std::move(fact);
    return c;
}
Answer entails(const Condition& a, const Condition& b) { return lacuna::entails(&a, &b); }

using enum ConditionKind;

// ---- brute force over a small world: two quantities in halves from -0.5 to 4.5, two flags ----

struct Case {
    int x, y;  ///< doubled, so that between every two constants there is a value
    bool p, q;
};
std::vector<Case> all_cases() {
    std::vector<Case> out;
    for (int x = -1; x <= 9; ++x)
        for (int y = -1; y <= 9; ++y)
            for (const bool p : {false, true})
                for (const bool q : {false, true}) out.push_back({x, y, p, q});
    return out;
}

bool holds(const Condition& c, const Case& s) {
    switch (c.kind) {
        case all: return std::all_of(c.parts.begin(), c.parts.end(), [&](const Condition& k) { return holds(k, s); });
        case any: return std::any_of(c.parts.begin(), c.parts.end(), [&](const Condition& k) { return holds(k, s); });
        case negation: return !holds(c.parts.front(), s);
        case is: return c.fact == "p" ? s.p : s.q;
        default: break;
    }
    const int value = c.fact == "x" ? s.x : s.y, bound = 2 * std::stoi(c.value);
    switch (c.kind) {
        case more_than: return value > bound;
        case at_least: return value >= bound;
        case less_than: return value < bound;
        case at_most: return value <= bound;
        default: return value == bound;
    }
}

Condition random_atom(small::Random& r) {
    if (r.chance(4)) return flag(r.chance(2) ? "p" : "q");
    return atom(static_cast<ConditionKind>(static_cast<std::size_t>(more_than) + r.below(5)), r.chance(2) ? "x" : "y", std::to_string(r.below(5)));
}
Condition random_condition(small::Random& r, int depth) {
    if (depth == 0 || r.chance(3)) return random_atom(r);
    if (r.chance(4)) return combined(negation, {random_condition(r, depth - 1)});
    std::vector<Condition> parts;
    for (std::size_t n = 2 + r.below(2); n > 0; --n) parts.push_back(random_condition(r, depth - 1));
    return combined(r.chance(2) ? all : any, std::move(parts));
}

/// A condition near `c`, so that entailments are not too rare to test.
Condition nearby(small::Random& r, Condition c) {
    if (is_comparison(c.kind) && r.chance(2)) return atom(c.kind, c.fact, std::to_string(r.below(5)));
    if (!c.parts.empty()) {
        auto& part = c.parts[r.below(c.parts.size())];
        part = nearby(r, part);
        if (c.kind != negation && r.chance(3)) c.parts.push_back(random_atom(r));
    }
    return c;
}

}  // namespace

TEST_CASE("condition: strict and non-strict thresholds differ at the edge and nowhere else") {
    CHECK(entails(compute(more_than, "1e25"), compute(at_least, "1e25")) == Answer::yes);
    CHECK(entails(compute(at_least, "1e25"), compute(more_than, "1e25")) == Answer::no);
    CHECK(entails(compute(at_least, "1e26"), compute(more_than, "1e25")) == Answer::yes);
    CHECK(entails(compute(at_least, "1.0000000000000000000000001e25"), compute(more_than, "1e25")) == Answer::yes);
    CHECK(entails(compute(less_than, "1e25"), compute(at_most, "1e25")) == Answer::yes);
    CHECK(entails(compute(at_most, "1e25"), compute(less_than, "1e25")) == Answer::no);
    CHECK(entails(compute(equals, "1e25"), compute(at_least, "1e25")) == Answer::yes);
    CHECK(entails(compute(equals, "1e25"), compute(more_than, "1e25")) == Answer::no);
    CHECK(entails(compute(at_least, "1e25"), compute(equals, "1e25")) == Answer::no);
    CHECK(entails(compute(more_than, "10e24"), compute(more_than, "1e25")) == Answer::yes);  // one number, spelled twice
}

TEST_CASE("condition: always entails only always, and everything entails always") {
    const auto c = compute(more_than, "1e25");
    CHECK(lacuna::entails(nullptr, nullptr) == Answer::yes);
    CHECK(lacuna::entails(&c, nullptr) == Answer::yes);
    CHECK(lacuna::entails(nullptr, &c) == Answer::no);
}

TEST_CASE("condition: facts, units and years that differ are never compared") {
    CHECK(entails(compute(more_than, "1e26"), atom(more_than, "fine-tuning-compute", "1e25")) == Answer::undetermined);
    CHECK(entails(atom(more_than, "revenue", "9", "USD"), atom(more_than, "revenue", "5", "EUR")) == Answer::undetermined);
    auto preceding = atom(more_than, "revenue", "9", "USD"), current = atom(more_than, "revenue", "5", "USD");
    preceding.year = "preceding";
    current.year = "current";
    CHECK(entails(preceding, current) == Answer::undetermined);
    current.year = "preceding";
    CHECK(entails(preceding, current) == Answer::yes);
}

TEST_CASE("condition: a multiple of another fact is not a constant") {
    auto third = compute(more_than, ""), half = third;
    third.of = half.of = "original-training-compute";
    third.factor = "1/3";
    half.factor = "1/2";
    CHECK(entails(half, third) == Answer::undetermined);
    CHECK(entails(third, compute(more_than, "1")) == Answer::undetermined);
    CHECK(entails(compute(more_than, "1"), third) == Answer::undetermined);
    CHECK(entails(third, third) == Answer::yes);
}

TEST_CASE("condition: opaque tests, judgement and knowledge entail only themselves") {
    Condition test;
    test.kind = ConditionKind::test;
    test.name = "catastrophic";
    test.words = "could be a catastrophe";
    auto other = test;
    other.name = "severe";
    auto judged_by_one = combined(judged, {test}), judged_by_other = judged_by_one;
    judged_by_one.by = {"lab"};
    judged_by_other.by = {"agency"};
    CHECK(entails(test, test) == Answer::yes);
    CHECK(entails(test, other) == Answer::undetermined);
    CHECK(entails(judged_by_one, judged_by_one) == Answer::yes);
    CHECK(entails(judged_by_one, judged_by_other) == Answer::undetermined);
    CHECK(entails(test, judged_by_one) == Answer::undetermined);   // it may hold and not be found to
    CHECK(entails(judged_by_one, test) == Answer::undetermined);   // it may be found to hold and not hold
    CHECK(entails(combined(known, {test}), test) == Answer::undetermined);
    CHECK(entails(test, combined(known, {test})) == Answer::undetermined);
}

TEST_CASE("condition: levels of different schemes are separate dimensions") {
    Condition high;
    high.kind = reaches;
    high.scheme = "one-lab";
    high.level = "high";
    auto same_word = high;
    same_word.scheme = "other-lab";
    CHECK(entails(high, high) == Answer::yes);
    CHECK(entails(high, same_word) == Answer::undetermined);
}

TEST_CASE("condition: the laws of and, or, not that a drafter relies on") {
    const auto big = compute(more_than, "1e26"), some = compute(more_than, "1e25"), open = flag("open-weights");
    CHECK(entails(combined(all, {big, open}), some) == Answer::yes);
    CHECK(entails(combined(all, {big, open}), combined(all, {open, some})) == Answer::yes);
    CHECK(entails(big, combined(any, {open, some})) == Answer::yes);
    CHECK(entails(combined(any, {big, compute(more_than, "2e25")}), some) == Answer::yes);
    CHECK(entails(combined(any, {big, open}), some) == Answer::undetermined);
    CHECK(entails(some, combined(all, {some, open})) == Answer::undetermined);
    CHECK(entails(combined(negation, {some}), combined(negation, {big})) == Answer::yes);
    CHECK(entails(combined(negation, {big}), combined(negation, {some})) == Answer::undetermined);
}

TEST_CASE("condition: property: yes is never wrong, and no between intervals never is either (20000 random pairs)") {
    const auto cases = all_cases();
    small::Random r(20261121);
    int yes = 0, no = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto a = random_condition(r, 3);
        const auto b = r.chance(2) ? nearby(r, a) : random_condition(r, 2);
        const auto answer = entails(a, b);
        if (answer == Answer::undetermined) continue;
        const bool counterexample = std::any_of(cases.begin(), cases.end(), [&](const Case& s) { return holds(a, s) && !holds(b, s); });
        REQUIRE(counterexample == (answer == Answer::no));
        ++(answer == Answer::yes ? yes : no);
    }
    // the property must not pass by saying nothing
    CHECK(yes > 3000);
    CHECK(no > 300);
}

TEST_CASE("condition: property: between two comparisons of one fact the answer is always settled, and right (all 625)") {
    const auto cases = all_cases();
    for (std::size_t ka = 0; ka < 5; ++ka)
        for (std::size_t kb = 0; kb < 5; ++kb)
            for (int va = 0; va < 5; ++va)
                for (int vb = 0; vb < 5; ++vb) {
                    const auto a = atom(static_cast<ConditionKind>(static_cast<std::size_t>(more_than) + ka), "x", std::to_string(va));
                    const auto b = atom(static_cast<ConditionKind>(static_cast<std::size_t>(more_than) + kb), "x", std::to_string(vb));
                    const bool counterexample = std::any_of(cases.begin(), cases.end(), [&](const Case& s) { return holds(a, s) && !holds(b, s); });
                    REQUIRE(entails(a, b) == (counterexample ? Answer::no : Answer::yes));
                }
}
