// Proves satisfiability against plain enumeration: every combination of values between which any comparison can change is tried.

#include <algorithm>
#include <set>

#include "random_formulas.hpp"

using namespace lacuna;
using namespace lacuna::small;
using logic::Outcome;

namespace {

/// A comparison as a plane: sum of factor times number = bound.
struct Plane {
    std::vector<Rational> factors;  ///< one a number
    Rational bound;
    auto key() const { return std::tie(factors, bound); }
    friend bool operator<(const Plane& a, const Plane& b) { return a.key() < b.key(); }
};

void planes_of(const Form& f, const Shape& shape, std::set<Plane>& out) {
    for (const auto& p : f.parts) planes_of(p, shape, out);
    if (f.kind != Form::Kind::compare) return;
    Plane plane{std::vector<Rational>(static_cast<std::size_t>(shape.numbers)), f.bound};
    for (const auto& [v, factor] : f.sum) plane.factors[static_cast<std::size_t>(v - shape.truths)] += factor;
    out.insert(std::move(plane));
}

/// One sample of every cell that the planes cut the space of the first `count` numbers into: above each cell of the shadows, that is of
/// the planes in which two of these planes meet, the last number is tried at, between and beyond where they lie.
void samples(const std::set<Plane>& planes, std::size_t count, std::vector<std::vector<Rational>>& out) {
    if (count == 0) {
        out.emplace_back();
        return;
    }
    const std::size_t last = count - 1;
    std::set<Plane> shadows;
    for (const auto& a : planes) {
        if (a.factors[last] == 0) shadows.insert(a);
        for (const auto& b : planes) {
            if (a.factors[last] == 0 || b.factors[last] == 0 || !(a < b)) continue;
            Plane meet{std::vector<Rational>(a.factors.size()), a.bound * b.factors[last] - b.bound * a.factors[last]};
            for (std::size_t i = 0; i < last; ++i) meet.factors[i] = a.factors[i] * b.factors[last] - b.factors[i] * a.factors[last];
            shadows.insert(std::move(meet));
        }
    }
    std::vector<std::vector<Rational>> below;
    samples(shadows, last, below);
    for (const auto& point : below) {
        std::set<Rational> at;
        for (const auto& p : planes) {
            if (p.factors[last] == 0) continue;
            Rational rest = p.bound;
            for (std::size_t i = 0; i < last; ++i) rest -= p.factors[i] * point[i];
            at.insert(rest / p.factors[last]);
        }
        std::vector<Rational> tried{at.empty() ? Rational(0) : *at.begin() - 1};
        for (auto it = at.begin(); it != at.end(); ++it) {
            tried.push_back(*it);
            const auto next = std::next(it);
            tried.push_back(next == at.end() ? Rational(*it + 1) : Rational((*it + *next) / 2));
        }
        for (auto& t : tried) {
            out.push_back(point);
            out.back().push_back(std::move(t));
        }
    }
}

bool some_case(const Form& f, const Shape& shape) {
    std::set<Plane> planes;
    planes_of(f, shape, planes);
    std::vector<std::vector<Rational>> numbers;
    samples(planes, static_cast<std::size_t>(shape.numbers), numbers);
    for (unsigned truths = 0; truths < 1U << static_cast<unsigned>(shape.truths); ++truths)
        for (const auto& values : numbers) {
            Case c;
            for (int i = 0; i < shape.truths; ++i) c.emplace_back((truths >> static_cast<unsigned>(i)) & 1U);
            c.insert(c.end(), values.begin(), values.end());
            if (is_so(f, c)) return true;
        }
    return false;
}

/// Days of formulas with small constants, all within a fortnight of day 0.
bool some_days(const Form& f, const Shape& shape) {
    Case c(static_cast<std::size_t>(shape.days), Rational(-14));
    for (;;) {
        if (is_so(f, c)) return true;
        std::size_t i = 0;
        for (; i < c.size() && c[i] == 14; ++i) c[i] = -14;
        if (i == c.size()) return false;
        c[i] += 1;
    }
}

template <class Enumerate>
void agree(std::uint64_t seed, const Shape& shape, int count, const Enumerate& some) {
    Random random(seed);
    int found = 0;
    for (int i = 0; i < count; ++i) {
        RandomForms forms(random, shape);
        Form f;
        f.kind = Form::Kind::all;
        for (std::size_t n = 2 + random.below(3); n > 0; --n) f.parts.push_back(forms.form());
        Logic logic;
        for (const Sort s : shape.sorts()) logic.add_var(s);
        const std::vector<FormulaNo> formulas{in_logic(logic, f)};
        const auto outcome = logic::satisfiable(logic, formulas);
        const bool expected = some(f, shape);
        INFO("seed " << seed << ", case " << i);
        CHECK(outcome == (expected ? Outcome::found : Outcome::none));
        found += expected ? 1 : 0;
    }
    CHECK(found * 8 > count);
    CHECK((count - found) * 8 > count);
}

}  // namespace

TEST_CASE("yes-or-no facts: all combinations") { agree(21, {5, 0, 0, 1, 3}, 500, some_case); }
TEST_CASE("one number: at, between and beyond all constants") { agree(22, {1, 1, 0, 1, 3}, 500, some_case); }
TEST_CASE("two numbers and their multiples: every cell of the plane") { agree(23, {1, 2, 0, 2, 2}, 120, some_case); }
TEST_CASE("three numbers and their sums: every cell of space") { agree(24, {0, 3, 0, 3, 1}, 25, some_case); }
TEST_CASE("days: every day of a month") { agree(25, {0, 0, 2, 1, 2}, 300, some_days); }
