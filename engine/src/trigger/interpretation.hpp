#pragma once
// Conditions of the corpus as formulas: classes expanded by their rules, exceptions and exemptions taken off, facts of the situation
// as what is given. Everything that evaluates or compares the *if* of a norm goes through here.

#include <map>
#include <set>

#include "lacuna/corpus.hpp"
#include "lacuna/situation.hpp"
#include "trigger/logic.hpp"

namespace lacuna {

using logic::FormulaNo;
using logic::VarNo;

/// Whose eyes see what is known to come.
inline constexpr const char* expected_view = "expected";

inline logic::Rational day_number(Day d) { return logic::Rational(d.time_since_epoch().count()); }

/// `exception`: one that is only described. `rebuttal`: of a presumption. `standing`: whether a day has come that is not known.
enum class UnknownKind { quantity, day, flag, member, test, level, in_class, event, exception, rebuttal, standing };

/// Something that a situation may or may not know.
struct Unknown {
    UnknownKind kind{};
    std::vector<Id> view;       ///< as whom sees it, sorted; empty: as it is
    Id name;                    ///< fact, test, level, class, event (day of an event: "event:NAME")
    std::string detail;         ///< member: the value; level: the scheme; test: what it says; day of an event: which moment
    std::optional<int> year;    ///< quantity of a year
    std::string unit;           ///< quantity
    std::string words;          ///< test, exception: what it says; rebuttal: what makes the presumption
    /// As `--fact` writes it: "annual-revenue@2025", "markets", "test:high-impact-capabilities".
    std::string fact_name() const;
    auto key() const { return std::tie(kind, view, name, detail, year, unit); }
    friend bool operator<(const Unknown& a, const Unknown& b) { return a.key() < b.key(); }
};

/// One thing that must hold for a provision to ask anything, with where it comes from.
struct RegionPart {
    enum class From { bearer, trigger, exception, escape, exemption } from{};
    FormulaNo formula{};
    const Condition* condition = nullptr;  ///< trigger: as written
    std::string words;                     ///< exception, escape: its summary; bearer: the class
    NodeNo node = no_node;                 ///< exemption: the provision that makes it
};

/// Whether what nobody has said may be assumed. Regions are compared without assumptions: they could hide a case.
enum class Defaults { assumed, none };

class Interpretation {
public:
    Interpretation(const Corpus& corpus, const Situation& situation, Day on);

    logic::Logic& logic() { return logic_; }
    const Corpus& corpus() const { return corpus_; }
    const Situation& situation() const { return situation_; }
    Day on() const { return on_; }

    /// A condition as the instrument of `from` reads it: its classes, its year.
    FormulaNo condition(const Condition& c, NodeNo from, int version);
    FormulaNo in_class(const Id& name, NodeNo from, int version);
    /// The cases in which the provision asks something of somebody, time left out.
    std::vector<RegionPart> region_parts(NodeNo n, int version);
    FormulaNo region(NodeNo n, int version);
    /// Has the date come? Over the days of events where it depends on one.
    FormulaNo has_come(const KnownDate& date);
    /// Does it already ask something of this model, by its placing date (legacy models)?
    FormulaNo past_legacy(NodeNo n);

    /// The rules that put something into a class, as seen from an instrument: those of its jurisdiction; where that has none, those of
    /// the only one that has. What several others define each in their own way is no definition here.
    std::vector<std::pair<NodeNo, int>> rules(const Id& name, const Instrument& seen_from, int version) const;
    /// The condition of one classification rule, its exceptions taken off.
    FormulaNo rule(NodeNo n, int version);

    /// Everything given about some unknowns and about those that axioms tie to them: facts, axioms and, if wanted, defaults. In a stable
    /// order. Adds the tied unknowns to `unknowns`, and what was taken by default to `assumed`. Of `happening`, nothing is given.
    std::vector<FormulaNo> given(std::set<VarNo>& unknowns, std::set<VarNo>& assumed, Defaults defaults, const std::set<VarNo>& happening = {});
    /// The unknowns that the situation speaks of.
    std::set<VarNo> said_unknowns();

    /// What is assumed of an unknown while nothing is said; nothing for most.
    std::optional<FormulaNo> by_default(VarNo v);
    /// REQUIRES: something is.
    bool assumed_value(VarNo v);

    const Unknown& unknown(VarNo v) const { return unknowns_[static_cast<std::size_t>(v)]; }
    /// Can its value be tied to other unknowns in ways that no axiom states?
    bool is_opaque(VarNo v) const;
    VarNo var(Unknown u);
    /// A second copy of an unknown, for comparing two completions.
    VarNo copy(VarNo v);

private:
    struct Seen {
        NodeNo from;
        int version;
        std::vector<Id> view;
    };
    FormulaNo read(const Condition& c, const Seen& seen);
    std::vector<FormulaNo> each(const std::vector<Condition>& conditions, const Seen& seen);
    FormulaNo as_seen_by(std::vector<Id> who, const Condition& c, Seen seen);
    /// An unknown that is so or not so.
    FormulaNo told(UnknownKind kind, const Id& name, const std::string& detail, const Condition& c, const Seen& seen);
    logic::Linear compared_days(const Condition& c, const Seen& seen);
    logic::Linear compared_quantities(const Condition& c, const Seen& seen);
    FormulaNo comparison(const Condition& c, const Seen& seen);
    template <class Read>
    FormulaNo negated(const Read& reading) {
        ++negations_;
        const FormulaNo f = reading();
        --negations_;
        return logic_.negation(f);
    }

    // ---- interpretation_classes.cpp ----
    FormulaNo class_formula(const Id& name, const Seen& seen);
    FormulaNo class_as_such(const Id& name, const Seen& seen);
    FormulaNo ways_into(const Id& name, const Seen& seen);

    // ---- interpretation_regions.cpp ----
    FormulaNo exception(const Exception& e, NodeNo from, int version);
    /// Triggers, exceptions and escapes, as written on the provision and around it.
    void written_parts(NodeNo n, int version, std::vector<RegionPart>& out);
    void exempted_parts(NodeNo n, int version, std::vector<RegionPart>& out);
    /// The version in which another provision stands beside `n` in `version`; nothing if it does not.
    std::optional<int> version_beside(NodeNo other, NodeNo n, int version) const;

    // ---- interpretation_dates.cpp ----
    FormulaNo come(const TimeExpr& t);
    FormulaNo come(const TimeExpr& t, const DayRange& day);
    FormulaNo passed(const TimeExpr& t);
    FormulaNo left_open(const TimeExpr& t);
    FormulaNo in_time(NodeNo n, int version);
    FormulaNo day_at_most(VarNo day, Day latest);
    VarNo standing_var(const std::string& what);

    // ---- given.cpp ----
    std::optional<FormulaNo> known(VarNo v);
    std::optional<FormulaNo> event_known(VarNo v, const Known& k);
    std::optional<FormulaNo> event_by_day(VarNo v);
    /// The day of an event whose day is a date fact.
    std::optional<DayRange> day_by_fact(const Id& event, const std::vector<Id>& view) const;
    void find_exempting_tests();
    std::optional<FormulaNo> event_day_known(VarNo v);
    std::vector<FormulaNo> axioms(const std::vector<Id>& view);
    void order_axioms(const std::set<VarNo>& unknowns, std::vector<FormulaNo>& out);
    const Known* said(const Unknown& u) const;

    const Fact* fact(const Id& id) const;
    VarNo quantity(const Id& fact, const Condition& c, const Seen& seen, const std::string& unit);

    const Corpus& corpus_;
    const Situation& situation_;
    Day on_;
    logic::Logic logic_;
    std::vector<Unknown> unknowns_;
    std::map<Unknown, VarNo> numbers_;
    std::map<VarNo, VarNo> copies_;
    std::vector<std::pair<Id, int>> open_classes_;  ///< classes being expanded, and behind how many negations
    int negations_ = 0;                             ///< around what is being read
    std::map<std::tuple<Id, std::string, int>, FormulaNo> classes_;
    std::map<std::vector<Id>, std::vector<FormulaNo>> axioms_;
    std::set<Id> exempting_tests_;  ///< tests and described exceptions that can only take a duty away, never bring one
};

}  // namespace lacuna
