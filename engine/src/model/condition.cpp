#include "lacuna/condition.hpp"

#include <algorithm>

namespace lacuna {
namespace {

/// The values of one fact that satisfy a comparison with a constant: an interval, open or closed at either end.
struct Interval {
    std::optional<Decimal> low, high;  ///< unset: unbounded
    bool low_open = false, high_open = false;
};

std::optional<Interval> interval_of(const Condition& c) {
    const auto v = Decimal::parse(c.value);
    if (!v || !c.of.empty() || !c.factor.empty()) return std::nullopt;
    switch (c.kind) {
        case ConditionKind::more_than: return Interval{v, {}, true, false};
        case ConditionKind::at_least: return Interval{v, {}, false, false};
        case ConditionKind::less_than: return Interval{{}, v, false, true};
        case ConditionKind::at_most: return Interval{{}, v, false, false};
        case ConditionKind::equals: return Interval{v, v, false, false};
        default: return std::nullopt;
    }
}

bool inside(const Interval& a, const Interval& b) {
    const bool low = !b.low || (a.low && (*a.low > *b.low || (*a.low == *b.low && (a.low_open || !b.low_open))));
    const bool high = !b.high || (a.high && (*a.high < *b.high || (*a.high == *b.high && (a.high_open || !b.high_open))));
    return low && high;
}

Answer entails_atom(const Condition& a, const Condition& b) {
    if (a == b) return Answer::yes;
    if (is_comparison(a.kind) && is_comparison(b.kind) && a.fact == b.fact && a.unit == b.unit && a.year == b.year) {
        const auto ia = interval_of(a), ib = interval_of(b);
        if (ia && ib) return inside(*ia, *ib) ? Answer::yes : Answer::no;
    }
    return Answer::undetermined;
}

bool all_yes(const std::vector<Answer>& answers) {
    return std::all_of(answers.begin(), answers.end(), [](Answer x) { return x == Answer::yes; });
}
bool some_yes(const std::vector<Answer>& answers) {
    return std::any_of(answers.begin(), answers.end(), [](Answer x) { return x == Answer::yes; });
}

std::vector<Answer> each_part_entails(const Condition& a, const Condition& b) {
    std::vector<Answer> out;
    for (const auto& part : a.parts) out.push_back(entails(&part, &b));
    return out;
}
std::vector<Answer> entails_each_part(const Condition& a, const Condition& b) {
    std::vector<Answer> out;
    for (const auto& part : b.parts) out.push_back(entails(&a, &part));
    return out;
}

}  // namespace

bool is_comparison(ConditionKind kind) {
    return kind >= ConditionKind::more_than && kind <= ConditionKind::equals;
}

Answer entails(const Condition* a, const Condition* b) {
    if (b == nullptr) return Answer::yes;
    if (a == nullptr) return Answer::no;  // a condition is taken to be able to fail
    if (*a == *b) return Answer::yes;
    const auto proved = [](bool yes) { return yes ? Answer::yes : Answer::undetermined; };
    if (a->kind == ConditionKind::any) return proved(all_yes(each_part_entails(*a, *b)));
    if (b->kind == ConditionKind::all) return proved(all_yes(entails_each_part(*a, *b)));
    if (a->kind == ConditionKind::all && some_yes(each_part_entails(*a, *b))) return Answer::yes;
    if (b->kind == ConditionKind::any && some_yes(entails_each_part(*a, *b))) return Answer::yes;
    if (a->kind == ConditionKind::negation && b->kind == ConditionKind::negation) return proved(entails(&b->parts.front(), &a->parts.front()) == Answer::yes);
    return entails_atom(*a, *b);
}

}  // namespace lacuna
