// The search behind `satisfiable`: branching over the alternatives of a formula, bounds for single unknowns on the way down, and
// Fourier-Motzkin elimination (Dantzig & Eaves 1973) for inequalities of several unknowns at the leaves.

#include <algorithm>
#include <set>

#include "trigger/elimination.hpp"
#include "trigger/logic.hpp"

namespace lacuna::logic {
namespace {

enum class Value { no, yes, open };

/// What is decided on one branch. Copied at every fork: branches are short.
struct Branch {
    std::map<VarNo, bool> truths;
    std::map<VarNo, Range> ranges;   ///< by inequalities of one unknown
    std::set<int> several;           ///< inequalities of more than one unknown
    std::vector<FormulaNo> pending;  ///< alternatives still to be chosen from
};

class Search {
public:
    Search(Logic& logic, int budget) : logic_(logic), budget_(budget) {}

    Outcome run(Branch branch, Model* model) {
        if (budget_-- <= 0) return Outcome::unfinished;
        const auto stood_together = branch.several.size();
        if (!propagate(branch)) return Outcome::none;
        if (branch.pending.empty()) return together(branch, model);
        // what cannot hold together is better found before the other alternatives are gone through than after each of them
        if (branch.several.size() > stood_together)
            if (const auto outcome = together(branch, nullptr); outcome != Outcome::found) return outcome;
        const auto smallest = std::min_element(branch.pending.begin(), branch.pending.end(), [&](FormulaNo a, FormulaNo b) { return logic_.node(a).parts.size() < logic_.node(b).parts.size(); });
        const FormulaNo choice = *smallest;
        branch.pending.erase(smallest);
        for (const FormulaNo option : std::vector<FormulaNo>(logic_.node(choice).parts)) {
            Branch next = branch;
            next.pending.push_back(option);
            if (const auto found = run(std::move(next), model); found != Outcome::none) return found;
            // what was tried in vain need not be tried again behind another choice
            branch.pending.push_back(logic_.negation(option));
        }
        return Outcome::none;
    }

private:
    /// Asserts what has no alternative, until nothing changes. False: contradiction.
    bool propagate(Branch& b) {
        for (bool changed = true; changed;) {
            changed = false;
            std::vector<FormulaNo> open;
            std::swap(open, b.pending);
            for (std::size_t i = 0; i < open.size(); ++i) {
                const FormulaNo f = simplified(b, open[i]);
                const auto& n = logic_.node(f);
                if (n.kind == NodeKind::falsity) return false;
                if (n.kind == NodeKind::truth) continue;
                if (n.kind == NodeKind::any) {
                    b.pending.push_back(f);
                    continue;
                }
                changed = true;
                if (n.kind == NodeKind::all) open.insert(open.end(), n.parts.begin(), n.parts.end());
                else if (!assert_literal(b, f)) return false;
            }
        }
        return true;
    }

    bool assert_literal(Branch& b, FormulaNo f) {
        const auto& n = logic_.node(f);
        if (n.kind != NodeKind::linear) {
            b.truths[n.index] = n.kind == NodeKind::boolean;
            return true;
        }
        const auto& l = logic_.inequality(n.index);
        if (l.terms.size() > 1) {
            b.several.insert(n.index);
            return true;
        }
        return narrow(b.ranges[l.terms.front().var], l);
    }

    FormulaNo simplified(const Branch& b, FormulaNo f) {
        switch (value(b, f)) {
            case Value::yes: return logic_.constant(true);
            case Value::no: return logic_.constant(false);
            case Value::open: break;
        }
        if (logic_.node(f).kind != NodeKind::any) return f;
        std::vector<FormulaNo> parts;
        for (const FormulaNo p : std::vector<FormulaNo>(logic_.node(f).parts))
            if (value(b, p) != Value::no) parts.push_back(p);
        return logic_.any(parts);
    }

    Value value(const Branch& b, FormulaNo f) const {
        const auto& n = logic_.node(f);
        switch (n.kind) {
            case NodeKind::truth: return Value::yes;
            case NodeKind::falsity: return Value::no;
            case NodeKind::boolean:
            case NodeKind::not_boolean: {
                const auto it = b.truths.find(n.index);
                if (it == b.truths.end()) return Value::open;
                return it->second == (n.kind == NodeKind::boolean) ? Value::yes : Value::no;
            }
            case NodeKind::linear: return inequality(b, n.index);
            case NodeKind::all:
            case NodeKind::any: break;
        }
        const Value deciding = n.kind == NodeKind::all ? Value::no : Value::yes;
        bool open = false;
        for (const FormulaNo p : n.parts) {
            const auto v = value(b, p);
            if (v == deciding) return v;
            open = open || v == Value::open;
        }
        return open ? Value::open : deciding == Value::no ? Value::yes : Value::no;
    }

    /// By the least and the greatest that the sum can be; open where the bounds do not tell.
    Value inequality(const Branch& b, int index) const {
        if (b.several.contains(index)) return Value::yes;
        const auto& l = logic_.inequality(index);
        const auto sum = extent(l, b.ranges);
        if (sum.low && (less(l.bound, *sum.low) || (*sum.low == l.bound && (!l.strict || sum.low_open)))) return Value::yes;
        if (sum.high && (less(*sum.high, l.bound) || (*sum.high == l.bound && (l.strict || sum.high_open)))) return Value::no;
        return Value::open;
    }

    /// Can what is decided on this branch hold together?
    Outcome together(const Branch& b, Model* model) {
        std::vector<Linear> inequalities;
        for (const int i : b.several) inequalities.push_back(logic_.inequality(i));
        std::map<VarNo, Rational> numbers;
        const auto outcome = solve(logic_, inequalities, b.ranges, model == nullptr ? nullptr : &numbers, budget_);
        if (outcome == Outcome::found && model != nullptr) *model = {b.truths, std::move(numbers)};
        return outcome;
    }

    Logic& logic_;
    int budget_;
};

}  // namespace

Outcome satisfiable(Logic& logic, std::span<const FormulaNo> formulas, Model* model, int budget) {
    Branch start;
    start.pending.assign(formulas.begin(), formulas.end());
    return Search(logic, budget).run(std::move(start), model);
}

}  // namespace lacuna::logic
