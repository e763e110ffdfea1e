#include "trigger/elimination.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace lacuna::logic {
namespace {

namespace mp = boost::multiprecision;

bool is_empty(const Range& r) { return r.low && r.high && (less(*r.high, *r.low) || (*r.low == *r.high && (r.low_open || r.high_open))); }

Rational factor_of(const Linear& l, VarNo v) {
    for (const auto& t : l.terms)
        if (t.var == v) return t.factor;
    return 0;
}

/// An inequality with the numbers of those of the first system that it was made from, sorted.
struct Derived {
    Linear inequality;
    std::vector<int> from;
};

/// a·x + b·y of two inequalities, with a and b positive.
Linear combined(const Linear& one, const Rational& a, const Linear& two, const Rational& b) {
    std::map<VarNo, Rational> sum;
    for (const auto& t : one.terms) sum[t.var] += a * t.factor;
    for (const auto& t : two.terms) sum[t.var] += b * t.factor;
    Linear out{{}, a * one.bound + b * two.bound, one.strict || two.strict};
    for (auto& [v, f] : sum)
        if (f != 0) out.terms.push_back({v, f});
    return out;
}

std::vector<Linear> as_inequalities(VarNo v, const Range& r) {
    std::vector<Linear> out;
    if (r.low) out.push_back({{{v, 1}}, *r.low, r.low_open});
    if (r.high) out.push_back({{{v, -1}}, -*r.high, r.high_open});
    return out;
}

/// One unknown removed: every lower bound paired with every upper bound. What was made from more than `round` + 1 inequalities of the
/// first system in that many rounds follows from the others and is left out (Kohler 1967).
Outcome eliminate(std::vector<Derived>& system, VarNo v, std::size_t round, int& budget) {
    constexpr std::size_t pairs_a_step = 8;  // a pair is that much less work than a branch of the search
    std::vector<Derived> out;
    std::vector<const Derived*> below, above;
    for (const auto& d : system) {
        const auto f = factor_of(d.inequality, v);
        if (f.sign() == 0) out.push_back(d);
        else (f.sign() > 0 ? below : above).push_back(&d);
    }
    const auto steps = below.size() * above.size() / pairs_a_step;
    if (steps >= static_cast<std::size_t>(std::max(budget, 0))) return Outcome::unfinished;
    budget -= static_cast<int>(steps);
    for (const auto* low : below)
        for (const auto* high : above) {
            std::vector<int> from;
            std::set_union(low->from.begin(), low->from.end(), high->from.begin(), high->from.end(), std::back_inserter(from));
            if (from.size() > round + 1) continue;
            const Rational a = factor_of(low->inequality, v), b = -factor_of(high->inequality, v);
            auto c = combined(low->inequality, b, high->inequality, a);
            if (!c.terms.empty()) out.push_back({std::move(c), std::move(from)});
            else if (c.strict ? c.bound.sign() >= 0 : c.bound.sign() > 0) return Outcome::none;
        }
    system = std::move(out);
    return Outcome::found;
}

/// The unknown whose removal makes the fewest new inequalities.
VarNo cheapest(const std::vector<Derived>& system, const std::set<VarNo>& left) {
    const auto cost = [&](VarNo v) {
        std::size_t below = 0, above = 0;
        for (const auto& d : system) {
            const auto f = factor_of(d.inequality, v);
            below += f.sign() > 0 ? 1 : 0;
            above += f.sign() < 0 ? 1 : 0;
        }
        return below * above;
    };
    return *std::min_element(left.begin(), left.end(), [&](VarNo a, VarNo b) { return cost(a) < cost(b); });
}

/// What the system says of `v` once all other unknowns in it have values.
Range range_of(const std::vector<Derived>& system, VarNo v, const std::map<VarNo, Rational>& values) {
    Range r;
    for (const auto& [l, from] : system) {
        const auto factor = factor_of(l, v);
        if (factor.sign() == 0) continue;
        Linear one{{{v, factor}}, l.bound, l.strict};
        for (const auto& t : l.terms)
            if (t.var != v) one.bound -= t.factor * values.at(t.var);
        narrow(r, one);
    }
    return r;
}

/// The number with the fewest digits strictly inside (low, high), nearest to the middle.
Rational few_digits(const Rational& low, const Rational& high) {
    const Rational middle = (low + high) / 2;
    const Rational size = std::max(Rational(mp::abs(low)), Rational(mp::abs(high)));
    Rational step = 1;
    while (step < size) step *= 10;
    while (step > size * 10) step /= 10;
    for (;; step /= 10) {
        const Rational ratio = middle / step + Rational(1, 2);
        mp::cpp_int n = mp::numerator(ratio) / mp::denominator(ratio);
        if (ratio < 0 && Rational(n) != ratio) --n;
        const Rational candidate = Rational(n) * step;
        if (candidate > low && candidate < high) return candidate;
    }
}

}  // namespace

bool narrow(Range& r, const Linear& l) {
    const auto& t = l.terms.front();
    // most factors are one
    const bool up = t.factor.sign() > 0;
    const Rational bound = t.factor == 1 ? l.bound : t.factor == -1 ? Rational(-l.bound) : Rational(l.bound / t.factor);
    if (up) {
        if (!r.low || less(*r.low, bound) || (bound == *r.low && l.strict)) {
            r.low = bound;
            r.low_open = l.strict;
        }
    } else if (!r.high || less(bound, *r.high) || (bound == *r.high && l.strict)) {
        r.high = bound;
        r.high_open = l.strict;
    }
    return !is_empty(r);
}

Range extent(const Linear& l, const std::map<VarNo, Range>& ranges) {
    if (l.terms.size() == 1 && l.terms.front().factor == 1) {
        // by far the most common, and nothing to compute
        const auto it = ranges.find(l.terms.front().var);
        return it == ranges.end() ? Range{} : it->second;
    }
    if (l.terms.size() == 1 && l.terms.front().factor == -1) {
        const auto it = ranges.find(l.terms.front().var);
        Range r = it == ranges.end() ? Range{} : it->second;
        std::swap(r.low, r.high);
        std::swap(r.low_open, r.high_open);
        for (auto* end : {&r.low, &r.high})
            if (*end) (*end)->backend().negate();
        return r;
    }
    Range sum{Rational(0), Rational(0), false, false};
    for (const auto& t : l.terms) {
        const auto it = ranges.find(t.var);
        const Range r = it == ranges.end() ? Range{} : it->second;
        const bool up = t.factor.sign() > 0;
        const auto& low = up ? r.low : r.high;
        const auto& high = up ? r.high : r.low;
        sum.low_open = sum.low_open || (up ? r.low_open : r.high_open);
        sum.high_open = sum.high_open || (up ? r.high_open : r.low_open);
        sum.low = low && sum.low ? std::optional<Rational>(*sum.low + t.factor * *low) : std::nullopt;
        sum.high = high && sum.high ? std::optional<Rational>(*sum.high + t.factor * *high) : std::nullopt;
    }
    return sum;
}

Rational readable(const Range& r, bool whole) {
    if (r.low && r.high && *r.low == *r.high) return *r.low;
    if (whole) return r.low ? *r.low : r.high ? *r.high : Rational(0);
    if (r.low && r.high) return few_digits(*r.low, *r.high);
    if (r.low) return *r.low > 0 ? few_digits(*r.low, *r.low * 3) : *r.low < 0 || !r.low_open ? Rational(0) : Rational(1);
    if (r.high) return *r.high > 0 ? Rational(*r.high / 2) : Rational(*r.high - 1);
    return 1;
}

Outcome solve(const Logic& logic, const std::vector<Linear>& inequalities, const std::map<VarNo, Range>& ranges, std::map<VarNo, Rational>* values, int& budget) {
    std::vector<Derived> system;
    std::set<VarNo> together;
    const auto add = [&](const Linear& l) { system.push_back({l, {static_cast<int>(system.size())}}); };
    for (const auto& l : inequalities) {
        add(l);
        for (const auto& t : l.terms) together.insert(t.var);
    }
    for (const auto& [v, r] : ranges)
        if (together.contains(v))
            for (const auto& l : as_inequalities(v, r)) add(l);

    std::vector<std::pair<VarNo, std::vector<Derived>>> before;
    for (auto left = together; !left.empty();) {
        const VarNo v = cheapest(system, left);
        left.erase(v);
        before.emplace_back(v, system);
        if (const auto outcome = eliminate(system, v, before.size(), budget); outcome != Outcome::found) return outcome;
    }
    if (values == nullptr) return Outcome::found;
    std::reverse(before.begin(), before.end());
    for (const auto& [v, with] : before) (*values)[v] = readable(range_of(with, v, *values), logic.sort(v) == Sort::whole);
    for (const auto& [v, r] : ranges)
        if (!together.contains(v)) (*values)[v] = readable(r, logic.sort(v) == Sort::whole);
    return Outcome::found;
}

}  // namespace lacuna::logic
