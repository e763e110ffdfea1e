#include "elimination.hpp"

#include <algorithm>
#include <set>

namespace lacuna::logic {
namespace {

namespace mp = boost::multiprecision;

bool is_empty(const Range& r) { return r.low && r.high && (*r.low > *r.high || (*r.low == *r.high && (r.low_open || r.high_open))); }

Rational factor_of(const Linear& l, VarNo v) {
    for (const auto& t : l.terms)
        if (t.var == v) return t.factor;
    return 0;
}

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

/// One unknown removed: every lower bound paired with every upper bound. Nothing when that shows a contradiction.
std::optional<std::vector<Linear>> eliminated(const std::vector<Linear>& system, VarNo v) {
    std::vector<Linear> out;
    std::vector<const Linear*> below, above;
    for (const auto& l : system) {
        const auto f = factor_of(l, v);
        if (f == 0) out.push_back(l);
        else (f > 0 ? below : above).push_back(&l);
    }
    for (const auto* low : below)
        for (const auto* high : above) {
            const Rational a = factor_of(*low, v), b = -factor_of(*high, v);
            auto c = combined(*low, b, *high, a);
            if (!c.terms.empty()) out.push_back(std::move(c));
            else if (c.strict ? 0 <= c.bound : 0 < c.bound) return std::nullopt;
        }
    return out;
}

/// What the system says of `v` once all other unknowns in it have values.
Range range_of(const std::vector<Linear>& system, VarNo v, const std::map<VarNo, Rational>& values) {
    Range r;
    for (const auto& l : system) {
        if (factor_of(l, v) == 0) continue;
        Linear one{{{v, factor_of(l, v)}}, l.bound, l.strict};
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
    const Rational bound = l.bound / t.factor;
    if (t.factor > 0) {
        if (!r.low || bound > *r.low || (bound == *r.low && l.strict)) {
            r.low = bound;
            r.low_open = l.strict;
        }
    } else if (!r.high || bound < *r.high || (bound == *r.high && l.strict)) {
        r.high = bound;
        r.high_open = l.strict;
    }
    return !is_empty(r);
}

Range extent(const Linear& l, const std::map<VarNo, Range>& ranges) {
    Range sum{Rational(0), Rational(0), false, false};
    for (const auto& t : l.terms) {
        const auto it = ranges.find(t.var);
        const Range r = it == ranges.end() ? Range{} : it->second;
        const auto& low = t.factor > 0 ? r.low : r.high;
        const auto& high = t.factor > 0 ? r.high : r.low;
        sum.low_open = sum.low_open || (t.factor > 0 ? r.low_open : r.high_open);
        sum.high_open = sum.high_open || (t.factor > 0 ? r.high_open : r.low_open);
        sum.low = low && sum.low ? std::optional<Rational>(*sum.low + t.factor * *low) : std::nullopt;
        sum.high = high && sum.high ? std::optional<Rational>(*sum.high + t.factor * *high) : std::nullopt;
    }
    return sum;
}

Rational readable(const Range& r, bool whole) {
    if (r.low && r.high && *r.low == *r.high) return *r.low;
    if (whole) return r.low ? *r.low : r.high ? *r.high : Rational(0);
    if (r.low && r.high) return few_digits(*r.low, *r.high);
    if (r.low) return *r.low > 0 ? Rational(*r.low * 2) : *r.low < 0 ? Rational(0) : Rational(1);
    if (r.high) return *r.high > 0 ? Rational(*r.high / 2) : Rational(*r.high - 1);
    return 1;
}

bool solve(const Logic& logic, std::vector<Linear> system, const std::map<VarNo, Range>& ranges, std::map<VarNo, Rational>* values) {
    std::set<VarNo> together;
    for (const auto& l : system)
        for (const auto& t : l.terms) together.insert(t.var);
    for (const auto& [v, r] : ranges)
        if (together.contains(v))
            for (auto& l : as_inequalities(v, r)) system.push_back(std::move(l));

    std::vector<std::pair<VarNo, std::vector<Linear>>> before;
    for (const VarNo v : together) {
        before.emplace_back(v, system);
        auto next = eliminated(system, v);
        if (!next) return false;
        system = std::move(*next);
    }
    if (values == nullptr) return true;
    for (auto it = before.rbegin(); it != before.rend(); ++it) (*values)[it->first] = readable(range_of(it->second, it->first, *values), logic.sort(it->first) == Sort::whole);
    for (const auto& [v, r] : ranges)
        if (!together.contains(v)) (*values)[v] = readable(r, logic.sort(v) == Sort::whole);
    return true;
}

}  // namespace lacuna::logic
