// Proves that the engine and Z3, a solver of another make, agree on thousands of random conditions: which can hold, and that the cases
// the engine shows are cases.

#include <z3++.h>

#include "../unit/random_formulas.hpp"

using namespace lacuna;
using namespace lacuna::small;
using logic::Outcome;

namespace {

class InZ3 {
public:
    InZ3(z3::context& z3, const std::vector<Sort>& sorts) : z3_(z3) {
        for (std::size_t i = 0; i < sorts.size(); ++i) {
            const std::string name = "v" + std::to_string(i);
            unknowns_.push_back(sorts[i] == Sort::boolean ? z3_.bool_const(name.c_str()) : sorts[i] == Sort::number ? z3_.real_const(name.c_str()) : z3_.int_const(name.c_str()));
        }
    }

    z3::expr operator()(const Form& f) {
        z3::expr_vector parts(z3_);
        for (const auto& p : f.parts) parts.push_back((*this)(p));
        switch (f.kind) {
            case Form::Kind::truth: return unknowns_[static_cast<std::size_t>(f.var)];
            case Form::Kind::all: return z3::mk_and(parts);
            case Form::Kind::any: return z3::mk_or(parts);
            case Form::Kind::negation: return !parts[0];
            case Form::Kind::compare: break;
        }
        z3::expr sum = number(0);
        for (const auto& [v, factor] : f.sum) {
            const auto& x = unknowns_[static_cast<std::size_t>(v)];
            sum = sum + number(factor) * (x.is_int() ? z3::to_real(x) : x);
        }
        switch (f.how) {
            case Comparison::more_than: return sum > number(f.bound);
            case Comparison::at_least: return sum >= number(f.bound);
            case Comparison::less_than: return sum < number(f.bound);
            case Comparison::at_most: return sum <= number(f.bound);
            case Comparison::equals: break;
        }
        return sum == number(f.bound);
    }

private:
    z3::expr number(const Rational& r) { return z3_.real_val(r.str().c_str()); }

    z3::context& z3_;
    std::vector<z3::expr> unknowns_;
};

struct Tally {
    int found = 0, none = 0, unfinished = 0;
};

/// The days of these tests lie near 0. Told so, Z3 does not look for whole numbers for ever where there are fractions too.
std::vector<Form> near_zero(const Shape& shape) {
    std::vector<Form> out;
    for (int d = 0; d < shape.days; ++d)
        for (const auto& [how, bound] : {std::pair{Comparison::at_least, -1000}, std::pair{Comparison::at_most, 1000}}) {
            Form f;
            f.kind = Form::Kind::compare;
            f.sum.emplace_back(shape.truths + shape.numbers + d, 1);
            f.how = how;
            f.bound = bound;
            out.push_back(std::move(f));
        }
    return out;
}

/// Asks both about `count` random sets of conditions.
Tally compared(std::uint64_t seed, Shape shape, int count) {
    Random random(seed);
    Tally tally;
    z3::context z3;
    z3::solver solver(z3, z3::solver::simple());
    for (int i = 0; i < count; ++i) {
        RandomForms forms(random, shape);
        auto all = shape.numbers == 0 ? std::vector<Form>() : near_zero(shape);
        for (std::size_t n = 1 + random.below(4); n > 0; --n) all.push_back(forms.form());
        Logic logic;
        for (const Sort s : shape.sorts()) logic.add_var(s);
        std::vector<FormulaNo> numbers;
        for (const auto& f : all) numbers.push_back(in_logic(logic, f));

        InZ3 as_z3(z3, shape.sorts());
        solver.reset();
        for (const auto& f : all) solver.add(as_z3(f));
        const auto truth = solver.check();
        REQUIRE(truth != z3::unknown);

        logic::Model model;
        const auto outcome = logic::satisfiable(logic, numbers, &model);
        INFO("seed " << seed << ", case " << i << ":\n" << solver);
        if (outcome == Outcome::unfinished) ++tally.unfinished;
        else CHECK((outcome == Outcome::found) == (truth == z3::sat));
        if (outcome == Outcome::none) ++tally.none;
        if (outcome != Outcome::found) continue;
        ++tally.found;
        const Case values = filled(model, logic, random);
        for (const auto& f : all) CHECK(is_so(f, values));
        for (VarNo v = 0; v < logic.var_count(); ++v) CHECK((logic.sort(v) != Sort::whole || is_whole(values[static_cast<std::size_t>(v)])));
    }
    return tally;
}

/// Both answers must be common, or agreement proves little; none may be left open.
void agree(std::uint64_t seed, Shape shape, int count) {
    const auto tally = compared(seed, shape, count);
    CHECK(tally.unfinished == 0);
    CHECK(tally.found * 8 > count);
    CHECK(tally.none * 8 > count);
}

}  // namespace

TEST_CASE("conditions on yes-or-no facts alone") { agree(1, {6, 0, 0, 1, 4}, 1500); }
TEST_CASE("numbers compared with constants") { agree(2, {2, 3, 0, 1, 3}, 1500); }
TEST_CASE("numbers compared with multiples of others") { agree(3, {1, 3, 0, 2, 3}, 1500); }
TEST_CASE("sums of up to four numbers") { agree(4, {0, 4, 0, 4, 3}, 1000); }
TEST_CASE("days") { agree(5, {2, 0, 3, 1, 3}, 1500); }
TEST_CASE("all together") { agree(6, {3, 3, 2, 3, 4}, 1000); }
TEST_CASE("one number and few constants: bounds meet exactly") { agree(7, {0, 1, 0, 1, 4}, 1500); }
