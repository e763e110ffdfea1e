#pragma once
// Deciding formulas under what is given, and finding what the answer turns on.

#include "trigger/interpretation.hpp"
#include "lacuna/trigger.hpp"

namespace lacuna {

/// A formula with everything that is given about its unknowns.
struct Given {
    std::vector<FormulaNo> formulas;
    std::set<VarNo> unknowns, assumed;
};
/// `supposed`: formulas that are taken to be so as well; an event supposed to happen takes the place of what is known of it.
Given given_about(Interpretation& in, const std::vector<FormulaNo>& about, Defaults defaults, const std::vector<FormulaNo>& supposed = {});

/// What is given, with one more formula: can it be?
logic::Outcome possible(Interpretation& in, const Given& given, FormulaNo f, logic::Model* model = nullptr);

/// The answer alone, with what it was found from.
struct Verdict {
    Holding holding = Holding::undetermined;
    Given given;  ///< that no presumption is rebutted among it, where that was taken
    bool contradictory = false, unfinished = false;
};
/// Yes or no only if the same under every completion; presumed if it holds unless a presumption is rebutted.
/// `supposed` is taken to be so on top of what is given.
Verdict verdict(Interpretation& in, FormulaNo f, const std::vector<FormulaNo>& supposed, Defaults defaults);

/// The verdict with what it turns on.
Holds decide(Interpretation& in, FormulaNo f, const std::vector<FormulaNo>& supposed = {}, Defaults defaults = Defaults::assumed);

/// Exactly the unknowns without which some completion differs; where axioms tie unknowns so that these do not settle it alone, with
/// the first others that do.
std::vector<VarNo> essential(Interpretation& in, const Given& given, FormulaNo f);

/// A set of values of one unknown, in words.
struct Values {
    VarNo var{};
    FormulaNo formula{};
    std::string words;
};
/// The values of an unknown between which the answer can change.
std::vector<Values> cells(Interpretation& in, const Given& given, VarNo v, FormulaNo f);
std::vector<ShortCut> short_cuts(Interpretation& in, const Given& given, const std::vector<VarNo>& essential, FormulaNo f);

/// "training compute, in FLOP"; "the model reaches CBRN-3 (…)?".
std::string question_words(const Interpretation& in, VarNo v);
/// A truth value, or a number, of an unknown, in words.
std::string truth_words(const Interpretation& in, VarNo v, bool value);
/// The same for what was taken by default: "no designation is known as of 1 October 2026".
std::string assumption_words(const Interpretation& in, VarNo v, bool value);
std::string number_words(const Interpretation& in, VarNo v, const logic::Rational& value);
/// "training compute", "annual revenue of 2025".
std::string subject_words(const Interpretation& in, VarNo v);
/// "more than 10^25 FLOP".
std::string range_words(const Interpretation& in, VarNo v, const std::optional<logic::Rational>& low, bool low_open, const std::optional<logic::Rational>& high, bool high_open);

}  // namespace lacuna
