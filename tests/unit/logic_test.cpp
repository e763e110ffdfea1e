// Proves the laws of formulas, where exactly comparisons hold and fail, and that a question too big to finish is never answered.

#include <array>

#include "trigger/elimination.hpp"
#include "random_formulas.hpp"

using namespace lacuna;
using namespace lacuna::small;
using logic::Linear;
using logic::Model;
using logic::Outcome;
using logic::Range;

namespace {

const Rational ten_to_25("10000000000000000000000000");

/// Two yes-or-no facts, two numbers and two days.
struct Facts {
    Logic logic;
    VarNo open = logic.add_var(Sort::boolean), placed = logic.add_var(Sort::boolean);
    VarNo compute = logic.add_var(Sort::number), original = logic.add_var(Sort::number);
    VarNo first_day = logic.add_var(Sort::whole), second_day = logic.add_var(Sort::whole);

    FormulaNo more_than(VarNo v, const Rational& bound) { return logic.linear({{{v, 1}}, bound, true}); }
    FormulaNo at_least(VarNo v, const Rational& bound) { return logic.linear({{{v, 1}}, bound, false}); }
    FormulaNo less_than(VarNo v, const Rational& bound) { return logic.negation(at_least(v, bound)); }
    FormulaNo at_most(VarNo v, const Rational& bound) { return logic.negation(more_than(v, bound)); }
    FormulaNo exactly(VarNo v, const Rational& value) { return logic.all({at_least(v, value), at_most(v, value)}); }
    bool can_be(const std::vector<FormulaNo>& formulas, Model* model = nullptr) {
        const auto outcome = logic::satisfiable(logic, formulas, model);
        REQUIRE(outcome != Outcome::unfinished);
        return outcome == Outcome::found;
    }
};

}  // namespace

TEST_CASE("decimals and fractions become exact rationals, and back") {
    CHECK(logic::rational(*Decimal::parse("1e25")) == ten_to_25);
    CHECK(logic::rational(*Decimal::parse("-0.05")) == Rational(-1, 20));
    CHECK(logic::rational(*Decimal::parse("0")) == 0);
    CHECK(logic::rational(*Decimal::parse("010")) == 10);  // not eight
    CHECK(logic::rational(*Decimal::parse("1e-9999")) * logic::rational(*Decimal::parse("1e9999")) == 1);
    CHECK(logic::fraction("1/3") == Rational(1, 3));
    CHECK(logic::fraction("0.5") == Rational(1, 2));
    CHECK(logic::fraction("1/0") == std::nullopt);
    CHECK(logic::fraction("a third") == std::nullopt);
    CHECK(logic::decimal(ten_to_25).str() == "1e25");
    CHECK(logic::decimal(Rational(1, 10)).str() == "0.1");
    CHECK(logic::decimal(Rational(1, 3), 6).str() == "0.333333");
    CHECK(logic::decimal(Rational(-1, 3), 6).str() == "-0.333334");  // the nearest below
    CHECK(logic::decimal(Rational(2, 3) * ten_to_25, 6).str() == "6.66666e24");
}

TEST_CASE("equal formulas have equal numbers") {
    Facts f;
    CHECK(f.logic.all({f.logic.boolean(f.open), f.more_than(f.compute, 1)}) == f.logic.all({f.more_than(f.compute, 1), f.logic.boolean(f.open)}));
    // the same comparison, written in other words: 2x > 2, and 3x - x > 2
    CHECK(f.logic.linear({{{f.compute, 2}}, 2, true}) == f.more_than(f.compute, 1));
    CHECK(f.logic.linear({{{f.compute, 3}, {f.compute, -1}}, 2, true}) == f.more_than(f.compute, 1));
    // a sum of nothing is decided at once: 0 > 0 never, 0 >= 0 always
    CHECK(f.logic.linear({{{f.compute, 1}, {f.compute, -1}}, 0, true}) == f.logic.constant(false));
    CHECK(f.logic.linear({{{f.compute, 1}, {f.compute, -1}}, 0, false}) == f.logic.constant(true));
    // after the fifth is from the sixth on, for days only
    CHECK(f.more_than(f.first_day, 5) == f.at_least(f.first_day, 6));
    CHECK(f.at_least(f.first_day, Rational(9, 2)) == f.at_least(f.first_day, 5));
    CHECK(f.more_than(f.compute, 5) != f.at_least(f.compute, 6));
}

TEST_CASE("neutral, absorbing and contradictory parts fold away") {
    Facts f;
    const auto yes = f.logic.constant(true), no = f.logic.constant(false), open = f.logic.boolean(f.open);
    CHECK(f.logic.all({}) == yes);
    CHECK(f.logic.any({}) == no);
    CHECK(f.logic.all({open, yes, open}) == open);
    CHECK(f.logic.any({open, no}) == open);
    CHECK(f.logic.all({open, no}) == no);
    CHECK(f.logic.any({open, yes}) == yes);
    CHECK(f.logic.all({open, f.logic.negation(open)}) == no);
    CHECK(f.logic.any({open, f.logic.negation(open)}) == yes);
    CHECK(f.logic.all({open, f.logic.all({f.logic.boolean(f.placed), open})}) == f.logic.all({open, f.logic.boolean(f.placed)}));
}

TEST_CASE("De Morgan, double negation, and renaming there and back") {
    Random random(11);
    const Shape shape{3, 2, 2, 2, 3};
    for (int i = 0; i < 500; ++i) {
        Logic logic;
        for (const Sort s : shape.sorts()) logic.add_var(s);
        RandomForms forms(random, shape);
        const auto a = in_logic(logic, forms.form()), b = in_logic(logic, forms.form());
        CHECK(logic.negation(logic.negation(a)) == a);
        CHECK(logic.negation(logic.all({a, b})) == logic.any({logic.negation(a), logic.negation(b)}));
        CHECK(logic.negation(logic.any({a, b})) == logic.all({logic.negation(a), logic.negation(b)}));
        CHECK(logic.negation(a) != a);
        const std::map<VarNo, VarNo> there{{0, logic.add_var(Sort::boolean)}, {3, logic.add_var(Sort::number)}};
        const auto moved = logic.renamed(a, there);
        CHECK(logic.renamed(moved, {{there.at(0), 0}, {there.at(3), 3}}) == a);
        for (const VarNo v : logic.variables(moved)) CHECK((v != 0 && v != 3));
        CHECK(logic::satisfiable(logic, std::array{a}) == logic::satisfiable(logic, std::array{moved}));
    }
}

TEST_CASE("what is left without opaque unknowns holds whatever they are") {
    Random random(12);
    const Shape shape{3, 2, 0, 2, 3};
    for (int i = 0; i < 500; ++i) {
        Logic logic;
        for (const Sort s : shape.sorts()) logic.add_var(s);
        RandomForms forms(random, shape);
        const auto a = in_logic(logic, forms.form()), sure = logic.without(a, {0, 1, 4});
        for (const VarNo v : logic.variables(sure)) CHECK((v == 2 || v == 3));
        CHECK(logic::satisfiable(logic, std::array{sure, logic.negation(a)}) == Outcome::none);
    }
}

TEST_CASE("more than 10^25 is not at least 10^25") {
    Facts f;
    CHECK(!f.can_be({f.more_than(f.compute, ten_to_25), f.exactly(f.compute, ten_to_25)}));
    CHECK(f.can_be({f.at_least(f.compute, ten_to_25), f.exactly(f.compute, ten_to_25)}));
    CHECK(f.can_be({f.more_than(f.compute, ten_to_25), f.exactly(f.compute, ten_to_25 + 1)}));
    CHECK(!f.can_be({f.more_than(f.compute, ten_to_25), f.at_most(f.compute, ten_to_25)}));
    CHECK(f.can_be({f.more_than(f.compute, ten_to_25), f.less_than(f.compute, ten_to_25 + Rational(1, 1000000))}));
    CHECK(!f.can_be({f.more_than(f.first_day, 100), f.less_than(f.first_day, 101)}));  // no day lies between two days
}

TEST_CASE("more than one third of the original's compute") {
    Facts f;
    const auto third = f.logic.linear({{{f.compute, 1}, {f.original, Rational(-1, 3)}}, 0, true});
    CHECK(!f.can_be({third, f.exactly(f.original, 3 * ten_to_25), f.exactly(f.compute, ten_to_25)}));
    CHECK(f.can_be({third, f.exactly(f.original, 3 * ten_to_25 - 1), f.exactly(f.compute, ten_to_25)}));
    CHECK(!f.can_be({third, f.at_least(f.original, 3 * ten_to_25), f.at_most(f.compute, ten_to_25)}));
    // through a third unknown: a > b, b > c, c > a never; with at-least, only all equal
    const VarNo c = f.logic.add_var(Sort::number);
    const auto above = [&](VarNo x, VarNo y, bool strict) { return f.logic.linear({{{x, 1}, {y, -1}}, 0, strict}); };
    CHECK(!f.can_be({above(f.compute, f.original, false), above(f.original, c, false), above(c, f.compute, true)}));
    Model all_equal;
    REQUIRE(f.can_be({above(f.compute, f.original, false), above(f.original, c, false), above(c, f.compute, false), f.at_least(c, 7)}, &all_equal));
    CHECK(all_equal.numbers.at(c) == all_equal.numbers.at(f.compute));
}

TEST_CASE("a sum meets its bound exactly or not at all") {
    Facts f;
    const auto sum_more = f.logic.linear({{{f.compute, 1}, {f.original, 1}}, 10, true}), sum_least = f.logic.linear({{{f.compute, 1}, {f.original, 1}}, 10, false});
    CHECK(!f.can_be({sum_more, f.at_most(f.compute, 4), f.at_most(f.original, 6)}));
    CHECK(f.can_be({sum_least, f.at_most(f.compute, 4), f.at_most(f.original, 6)}));
    CHECK(!f.can_be({sum_least, f.at_most(f.compute, 4), f.less_than(f.original, 6)}));
    CHECK(f.can_be({sum_more, f.at_most(f.compute, 4)}));
}

TEST_CASE("an end that is left out on the far side of a range does not count on the near side") {
    // compute = 1 and 0 < original <= 1: the difference may be 0, and is not surely more
    Facts f;
    const auto more = f.logic.linear({{{f.compute, 1}, {f.original, -1}}, 0, true}), not_more = f.logic.negation(more);
    const std::vector<FormulaNo> known{f.at_least(f.compute, 1), f.at_most(f.compute, 1), f.more_than(f.original, 0), f.at_most(f.original, 1)};
    const auto with = [&](std::vector<FormulaNo> more_known) {
        more_known.insert(more_known.begin(), known.begin(), known.end());
        return f.can_be(more_known);
    };
    CHECK(with({not_more}));
    CHECK(with({more}));
    CHECK(!with({more, not_more}));
    CHECK(!with({more, f.at_least(f.original, 1)}));
    // the other way round: compute = 1 and 1 <= original < 2, the difference may be 0 and is less than 1
    const std::vector<FormulaNo> other{known[0], known[1], f.at_least(f.original, 1), f.less_than(f.original, 2)};
    CHECK(f.can_be({other[0], other[1], other[2], other[3], not_more}));
    CHECK(!f.can_be({other[0], other[1], other[2], other[3], f.logic.linear({{{f.original, 1}, {f.compute, -1}}, 1, false})}));
}

TEST_CASE("witnesses are few digits, away from the bound where there is room") {
    const auto shown = [](std::optional<Rational> low, bool low_open, std::optional<Rational> high, bool high_open) { return logic::decimal(logic::readable({std::move(low), std::move(high), low_open, high_open}, false)).str(); };
    CHECK(shown(ten_to_25, true, std::nullopt, false) == "2e25");
    CHECK(shown(std::nullopt, false, ten_to_25, false) == "5e24");
    CHECK(shown(ten_to_25, true, 10 * ten_to_25, true) == "6e25");
    CHECK(shown(ten_to_25, false, ten_to_25, false) == "1e25");
    CHECK(shown(Rational(9, 10), true, 1, true) == "0.95");
    CHECK(shown(0, true, std::nullopt, false) == "1");
}

TEST_CASE("a readable number lies in its range") {
    Random random(13);
    for (int i = 0; i < 3000; ++i) {
        const auto number = [&] { return Rational(static_cast<int>(random.below(2001)) - 1000, static_cast<int>(1 + random.below(30))) * (random.chance(4) ? ten_to_25 : Rational(1)); };
        Range r;
        if (!random.chance(4)) r.low = number();
        if (!random.chance(4)) r.high = number();
        r.low_open = r.low && random.chance(2);
        r.high_open = r.high && random.chance(2);
        if (r.low && r.high && (*r.low > *r.high || (*r.low == *r.high && (r.low_open || r.high_open)))) continue;
        const Rational shown = logic::readable(r, false);
        INFO((r.low ? r.low->str() : "") << ".." << (r.high ? r.high->str() : "") << " shows " << shown.str());
        CHECK((!r.low || (r.low_open ? shown > *r.low : shown >= *r.low)));
        CHECK((!r.high || (r.high_open ? shown < *r.high : shown <= *r.high)));
    }
}

namespace {

/// Each of n + 1 models needs a place of its own among n: impossible, and hard to see by looking at alternatives.
std::vector<FormulaNo> too_few_places(Logic& logic, std::size_t n) {
    std::vector<std::vector<VarNo>> at(n + 1);
    for (auto& model : at)
        for (std::size_t i = 0; i < n; ++i) model.push_back(logic.add_var(Sort::boolean));
    std::vector<FormulaNo> out;
    for (const auto& model : at) {
        std::vector<FormulaNo> somewhere;
        for (const VarNo v : model) somewhere.push_back(logic.boolean(v));
        out.push_back(logic.any(somewhere));
    }
    for (std::size_t place = 0; place < n; ++place)
        for (std::size_t a = 0; a <= n; ++a)
            for (std::size_t b = 0; b < a; ++b) out.push_back(logic.any({logic.boolean(at[a][place], false), logic.boolean(at[b][place], false)}));
    return out;
}

}  // namespace

TEST_CASE("too many alternatives: unfinished, and never an answer") {
    Logic small_one, big;
    CHECK(logic::satisfiable(small_one, too_few_places(small_one, 5)) == Outcome::none);
    CHECK(logic::satisfiable(big, too_few_places(big, 8)) == Outcome::unfinished);
    Logic one;
    CHECK(logic::satisfiable(one, std::array{one.boolean(one.add_var(Sort::boolean))}, nullptr, 0) == Outcome::unfinished);
}

TEST_CASE("too many inequalities to eliminate from: unfinished, and never an answer") {
    Random random(14);
    Logic logic;
    std::vector<VarNo> vars;
    for (int i = 0; i < 12; ++i) vars.push_back(logic.add_var(Sort::number));
    std::vector<FormulaNo> formulas;
    for (int i = 0; i < 60; ++i) {
        Linear l{{}, Rational(static_cast<int>(random.below(100))), false};
        for (const VarNo v : vars) l.terms.push_back({v, Rational(static_cast<int>(random.below(19)) - 9)});
        formulas.push_back(logic.linear(std::move(l)));
    }
    CHECK(logic::satisfiable(logic, formulas) == Outcome::unfinished);
}
