#pragma once
// Random formulas for tests of the logic, written down apart from it: they can be evaluated by their own definition, and be given to
// the logic and to another solver alike.

#include <optional>

#include "trigger/logic.hpp"
#include "small.hpp"

namespace lacuna::small {

using logic::FormulaNo;
using logic::Logic;
using logic::Rational;
using logic::Sort;
using logic::VarNo;

enum class Comparison { more_than, at_least, less_than, at_most, equals };

/// A formula as its author wrote it, before any normal form.
struct Form {
    enum class Kind { truth, compare, all, any, negation } kind{};
    VarNo var = 0;                                 ///< truth: the unknown
    std::vector<std::pair<VarNo, Rational>> sum;   ///< compare: left side, as written: an unknown may stand in it twice
    Comparison how{};
    Rational bound;
    std::vector<Form> parts;
};

/// Values of all unknowns; truth values are 0 or 1.
using Case = std::vector<Rational>;

inline bool is_so(const Form& f, const Case& values) {
    const auto value = [&](VarNo v) { return values[static_cast<std::size_t>(v)]; };
    const auto part = [&](const Form& p) { return is_so(p, values); };
    switch (f.kind) {
        case Form::Kind::truth: return value(f.var) != 0;
        case Form::Kind::all: return std::all_of(f.parts.begin(), f.parts.end(), part);
        case Form::Kind::any: return std::any_of(f.parts.begin(), f.parts.end(), part);
        case Form::Kind::negation: return !part(f.parts.front());
        case Form::Kind::compare: break;
    }
    Rational sum = 0;
    for (const auto& [v, factor] : f.sum) sum += factor * value(v);
    switch (f.how) {
        case Comparison::more_than: return sum > f.bound;
        case Comparison::at_least: return sum >= f.bound;
        case Comparison::less_than: return sum < f.bound;
        case Comparison::at_most: return sum <= f.bound;
        case Comparison::equals: break;
    }
    return sum == f.bound;
}

inline FormulaNo in_logic(Logic& logic, const Form& f) {
    std::vector<FormulaNo> parts;
    for (const auto& p : f.parts) parts.push_back(in_logic(logic, p));
    const auto more = [&](bool strict) {
        logic::Linear l{{}, f.bound, strict};
        for (const auto& [v, factor] : f.sum) l.terms.push_back({v, factor});
        return logic.linear(std::move(l));
    };
    switch (f.kind) {
        case Form::Kind::truth: return logic.boolean(f.var);
        case Form::Kind::all: return logic.all(parts);
        case Form::Kind::any: return logic.any(parts);
        case Form::Kind::negation: return logic.negation(parts.front());
        case Form::Kind::compare: break;
    }
    switch (f.how) {
        case Comparison::more_than: return more(true);
        case Comparison::at_least: return more(false);
        case Comparison::less_than: return logic.negation(more(false));
        case Comparison::at_most: return logic.negation(more(true));
        case Comparison::equals: break;
    }
    return logic.all({more(false), logic.negation(more(true))});
}

/// Which unknowns a random formula speaks of, and how.
struct Shape {
    int truths = 3, numbers = 2, days = 1;
    std::size_t most_terms = 2;  ///< in a sum of numbers
    std::size_t depth = 3;
    std::vector<Sort> sorts() const {
        std::vector<Sort> out(static_cast<std::size_t>(truths), Sort::boolean);
        out.insert(out.end(), static_cast<std::size_t>(numbers), Sort::number);
        out.insert(out.end(), static_cast<std::size_t>(days), Sort::whole);
        return out;
    }
};

class RandomForms {
public:
    RandomForms(Random& random, Shape shape) : random_(random), shape_(shape) {}

    Form form() { return form(shape_.depth); }

private:
    Form form(std::size_t depth) {
        if (depth == 0 || random_.chance(6)) return leaf();
        Form f;
        const auto kind = random_.below(5);
        f.kind = kind == 0 ? Form::Kind::negation : kind < 3 ? Form::Kind::all : Form::Kind::any;
        const std::size_t count = f.kind == Form::Kind::negation ? 1 : 2 + random_.below(3);
        for (std::size_t i = 0; i < count; ++i) f.parts.push_back(form(depth - 1));
        return f;
    }

    Form leaf() {
        const auto which = static_cast<int>(random_.below(static_cast<std::size_t>(shape_.truths) + 2 * static_cast<std::size_t>(shape_.numbers) + 2 * static_cast<std::size_t>(shape_.days)));
        Form f;
        if (which < shape_.truths) {
            f.kind = Form::Kind::truth;
            f.var = which;
            return f;
        }
        f.kind = Form::Kind::compare;
        f.how = static_cast<Comparison>(random_.below(5));
        if (which < shape_.truths + 2 * shape_.numbers) {
            for (std::size_t n = 1 + random_.below(shape_.most_terms); n > 0; --n) f.sum.emplace_back(shape_.truths + some(shape_.numbers), factor());
            f.bound = constant();
            return f;
        }
        // days are compared with days: alone, or as a difference
        const VarNo first = shape_.truths + shape_.numbers + some(shape_.days), second = shape_.truths + shape_.numbers + some(shape_.days);
        f.sum.emplace_back(first, random_.chance(4) ? 2 : 1);
        if (random_.chance(3)) f.sum = {{first, 1}, {second, -1}};
        f.bound = Rational(static_cast<int>(random_.below(9)) - 4, random_.chance(4) ? 2 : 1);
        return f;
    }

    int some(int count) { return static_cast<int>(random_.below(static_cast<std::size_t>(count))); }
    /// Few values, so that bounds often meet exactly.
    Rational constant() {
        static const std::vector<Rational> values{0, 1, 2, 3, -1, Rational(1, 3), Rational(2, 3), Rational("10000000000000000000000000"), Rational("10000000000000000000000001")};
        return values[random_.below(random_.chance(3) ? values.size() : 4)];
    }
    Rational factor() {
        static const std::vector<Rational> values{1, 1, 1, -1, Rational(-1, 3), 3, Rational(1, 2), -2};
        return values[random_.below(values.size())];
    }

    Random& random_;
    Shape shape_;
};

/// The case that a model describes; unknowns that it leaves out are filled in anyhow, since they are said not to matter.
inline Case filled(const logic::Model& model, const Logic& logic, Random& random) {
    Case out;
    for (VarNo v = 0; v < logic.var_count(); ++v) {
        if (logic.sort(v) == Sort::boolean) {
            const auto it = model.truths.find(v);
            out.emplace_back(it == model.truths.end() ? static_cast<int>(random.below(2)) : it->second ? 1 : 0);
        } else {
            const auto it = model.numbers.find(v);
            out.push_back(it == model.numbers.end() ? Rational(static_cast<int>(random.below(7)) - 3) : it->second);
        }
    }
    return out;
}

inline bool is_whole(const Rational& r) { return boost::multiprecision::denominator(r) == 1; }

}  // namespace lacuna::small
