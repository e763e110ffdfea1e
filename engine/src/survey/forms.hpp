#pragma once
// Formulas of different days as one: each day's law is read by itself, and what reads the same gets the same number here.

#include "trigger/decide.hpp"

namespace lacuna {

/// A comparison over unknowns as numbered here.
struct FormAtom {
    std::vector<std::pair<int, logic::Rational>> terms;
    logic::Rational bound;
};

/// The law of one day, for whichever situation is put before it.
class DayLaw {
public:
    DayLaw(const Corpus& corpus, Day day) : in_(corpus, situation_, day) {}
    DayLaw(const DayLaw&) = delete;
    DayLaw& operator=(const DayLaw&) = delete;
    Interpretation& in() { return in_; }
    /// What the law is read for until it is said again.
    void put(const Situation& situation) { situation_ = situation; }

private:
    friend class Forms;
    Situation situation_;
    Interpretation in_;
    std::map<FormulaNo, int> forms_;
    std::map<VarNo, int> unknowns_;
};

class Forms {
public:
    /// The number of a formula; equal in all days for equal formulas.
    int form(DayLaw& law, FormulaNo f);
    int unknown(const Unknown& u);
    const Unknown& unknown_at(int n) const { return unknowns_[static_cast<std::size_t>(n)]; }
    const FormAtom& atom(int n) const { return atoms_[static_cast<std::size_t>(n)]; }

    /// The unknowns and the comparisons in a formula.
    struct Parts {
        std::set<int> unknowns, atoms;
    };
    const Parts& parts(int form) const { return parts_[static_cast<std::size_t>(form)]; }

private:
    int unknown(DayLaw& law, VarNo v);
    int atom(DayLaw& law, const logic::Linear& l);

    std::map<Unknown, int> unknown_numbers_;
    std::vector<Unknown> unknowns_;
    std::map<std::string, int> atom_numbers_;
    std::vector<FormAtom> atoms_;
    std::map<std::tuple<logic::NodeKind, int, std::vector<int>>, int> numbers_;
    std::vector<Parts> parts_;
};

}  // namespace lacuna
