#pragma once
// Conditions as formulas over unknowns, and the question whether one can be true: exact, over the rationals.
//
// Formulas are kept in negation normal form and numbered; equal formulas have equal numbers. Numbers are compared as linear
// inequalities (a fact with a constant, with a multiple of another fact, a sum of facts with a constant).

#include <boost/multiprecision/cpp_int.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lacuna/decimal.hpp"

namespace lacuna::logic {

using Rational = boost::multiprecision::cpp_rational;

/// a < b. The library divides on every comparison; products are cheaper.
inline bool less(const Rational& a, const Rational& b) {
    const auto &x = a.backend().data(), &y = b.backend().data();
    return x.denominator() == y.denominator() ? x.numerator() < y.numerator() : x.numerator() * y.denominator() < y.numerator() * x.denominator();
}

Rational rational(const Decimal& d);
/// "1/3", "0.5" or "2"; nothing for anything else, or for a division by zero.
std::optional<Rational> fraction(std::string_view text);
/// The decimal of that value, if it has one of at most `digits` digits; else the nearest below.
Decimal decimal(const Rational& r, int digits = 17);

using VarNo = int;
using FormulaNo = int;

/// What values an unknown takes. Whole numbers are for days.
enum class Sort { boolean, number, whole };

struct Term {
    VarNo var{};
    Rational factor;
    friend bool operator==(const Term&, const Term&) = default;
};

/// Sum of terms > bound, or >= bound where not strict. Terms sorted by unknown, no factor zero.
struct Linear {
    std::vector<Term> terms;
    Rational bound;
    bool strict = false;
    friend bool operator==(const Linear&, const Linear&) = default;
};

enum class NodeKind { truth, falsity, boolean, not_boolean, linear, all, any };

struct FormulaNode {
    NodeKind kind{};
    int index = 0;                 ///< the unknown, or the number of the inequality
    std::vector<FormulaNo> parts;  ///< all, any: two or more, sorted, different
};

/// All formulas of one question.
class Logic {
public:
    Logic();
    VarNo add_var(Sort sort);
    Sort sort(VarNo v) const { return sorts_[static_cast<std::size_t>(v)]; }
    int var_count() const { return static_cast<int>(sorts_.size()); }

    FormulaNo constant(bool value) const { return value ? 0 : 1; }
    FormulaNo boolean(VarNo v, bool value = true);
    /// Sum of terms > or >= bound; folds to a constant where there is no unknown left.
    FormulaNo linear(Linear inequality);
    FormulaNo all(const std::vector<FormulaNo>& parts);
    FormulaNo any(const std::vector<FormulaNo>& parts);
    FormulaNo negation(FormulaNo f);

    const FormulaNode& node(FormulaNo f) const { return nodes_[static_cast<std::size_t>(f)]; }
    const Linear& inequality(int index) const { return linears_[static_cast<std::size_t>(index)]; }

    /// The unknowns of a formula, sorted.
    std::vector<VarNo> variables(FormulaNo f) const;
    /// The same formula with unknowns exchanged.
    FormulaNo renamed(FormulaNo f, const std::map<VarNo, VarNo>& names);
    /// Every literal over these unknowns replaced by false: what is left holds whatever they are.
    FormulaNo without(FormulaNo f, const std::vector<VarNo>& opaque);

private:
    FormulaNo number(FormulaNode node);
    FormulaNo junction(NodeKind kind, const std::vector<FormulaNo>& parts);
    template <class Leaf>
    FormulaNo rebuilt(FormulaNo f, std::map<FormulaNo, FormulaNo>& done, const Leaf& leaf);

    std::vector<Sort> sorts_;
    std::vector<FormulaNode> nodes_;
    std::vector<Linear> linears_;
    std::map<std::string, int> linear_numbers_;
    std::map<std::tuple<NodeKind, int, std::vector<FormulaNo>>, FormulaNo> numbers_;
    std::map<FormulaNo, FormulaNo> negations_;
};

/// Values that make a formula true; unknowns that do not matter are left out.
struct Model {
    std::map<VarNo, bool> truths;
    std::map<VarNo, Rational> numbers;
};

enum class Outcome { none, found, unfinished };

/// Can all of these be true together? `unfinished` when more than `budget` steps would be needed: never silently. Exact otherwise, where
/// whole numbers are compared with constants and by differences only. Values in `model` are chosen to be readable.
Outcome satisfiable(Logic& logic, std::span<const FormulaNo> formulas, Model* model = nullptr, int budget = 20000);

}  // namespace lacuna::logic
