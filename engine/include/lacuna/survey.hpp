#pragma once
// Many models against all law over a span of days. Every answer is the one that `applies` gives for that model on that day; it is found
// once for all models that are alike in the facts that matter, for all provisions that ask alike, and for all days between two on which
// something changes.
// Left out on purpose: what an open answer turns on, clocks, powers and enforcement. Ask `applies` about the single model.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lacuna/applies.hpp"

namespace lacuna {

/// Whether a model is in a class, or above a line. `not_yet`: it would be, but the law has not begun. `undetermined`: what is said of the
/// model leaves it open, as a figure that straddles a line. `unknown`: open because of what nobody has said; never "below".
enum class SurveyWord { yes, presumed, not_yet, undetermined, no, unknown };
template <>
struct Words<SurveyWord> {
    static constexpr std::array<std::string_view, 6> table{"yes", "presumed", "not-yet", "undetermined", "no", "unknown"};
    static constexpr std::string_view noun = "answer";
};

struct SurveyModel {
    std::string name;
    Situation situation;
};

struct SurveyQuestion {
    std::vector<SurveyModel> models;    ///< REQUIRES the same developer in all
    Day on;                             ///< the day whose answers stand in the rows; may lie outside the span
    Day from, to;                       ///< the span that is counted, both included; REQUIRES from <= to
    std::optional<std::string> in;      ///< only law that holds there
    std::vector<const Instrument*> of;  ///< only these; empty: all law, and codes and pledges that the developer signed
};

/// A class into which the rules of an instrument put developers or models, or a line of a quantity that such a rule draws.
struct SurveyColumn {
    const Instrument* instrument = nullptr;  ///< class: whose duties are addressed to it; line: whose rule names it first
    Id in_class;                             ///< empty: a line
    std::string fact;                        ///< line: "training compute", "annual revenue of the preceding year"
    std::string line;                        ///< line: "more than 10^25 FLOP"
    std::vector<NodeNo> rules;               ///< class: the duties' bearers; line: every rule that names it
};

/// Days with one answer, both included.
struct SurveySpan {
    Day from, to;
    SurveyWord answer{};
    friend bool operator==(const SurveySpan&, const SurveySpan&) = default;
};

/// What is the same for all models that are alike.
struct SurveyGroup {
    std::size_t example = 0, size = 0;           ///< position of one of its models, how many there are
    std::vector<SurveyWord> on_day;              ///< one a column
    std::vector<std::vector<SurveySpan>> spans;  ///< one list a column, over the span asked for
};

/// Cells (model, duty, day) by their answer; where nothing stands on the day, the cell is `absent`.
struct SurveyCells {
    std::array<std::uint64_t, 6> by_answer{};  ///< indexed by Applicability
    std::uint64_t absent = 0;
    std::uint64_t total() const;
};

/// Answers of one duty for all groups, over time.
struct SurveyDuty {
    NodeNo node = no_node;
    std::size_t stretches = 0;  ///< which of `SurveyAnswer::stretches`
    std::size_t answers = 0;    ///< which of `SurveyAnswer::duty_answers`
};

/// Days between which nothing changes, both included.
struct Stretch {
    Day from, to;
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

struct SurveyAnswer {
    std::vector<SurveyColumn> columns;
    std::vector<std::size_t> group_of;  ///< one a model
    std::vector<SurveyGroup> groups;
    SurveyGroup nothing_said;           ///< a model of which only the facts that all models share are known
    std::vector<std::pair<const Instrument*, SurveyCells>> cells;  ///< by instrument, in corpus order
    std::vector<SurveyDuty> duties;
    std::vector<std::vector<Stretch>> stretches;
    /// By stretch, then group; unset: the duty does not stand.
    std::vector<std::vector<std::vector<std::optional<Applicability>>>> duty_answers;
    std::vector<std::string> assumed;   ///< what the columns take by default, in words
    std::uint64_t cell_count = 0;       ///< models x duties x days
    std::uint64_t evaluations = 0;      ///< conditions that were really decided
    std::size_t changes = 0;            ///< days on which something changes, inside the span

    const SurveyGroup& of(std::size_t model) const { return groups[group_of[model]]; }
    /// The answer of one cell; `day` inside the span. Unset: the duty does not stand then, or is out of scope.
    std::optional<Applicability> duty(std::size_t model, NodeNo node, Day day) const;
};

SurveyAnswer survey(const Corpus& corpus, const SurveyQuestion& question);

}  // namespace lacuna
