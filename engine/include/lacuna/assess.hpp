#pragma once
// The one question: how much of `of` is covered by `by`?

#include <optional>
#include <string>
#include <vector>

#include "lacuna/corpus.hpp"
#include "lacuna/crosswalk.hpp"
#include "lacuna/hands.hpp"
#include "lacuna/reference.hpp"
#include "lacuna/severity.hpp"
#include "lacuna/situation.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {

/// The ways in which coverage can fail; the order is the order in which an aspect names a gap when several fail equally.
enum class Aspect { duty, bearer, time, trigger, modality, oversight, clarity };
template <>
struct Words<Aspect> {
    static constexpr std::array<std::string_view, 7> table{"duty", "bearer", "time", "trigger", "modality", "oversight", "clarity"};
    static constexpr std::string_view noun = "aspect";
};

inline constexpr std::array<Aspect, 7> all_aspects{Aspect::duty, Aspect::bearer, Aspect::time, Aspect::trigger, Aspect::modality, Aspect::oversight, Aspect::clarity};

/// What was found for one aspect, best first. The words from `partly` to `never_reviewed` are for the duty, `falls_short` for the rest.
/// `declared_none`, `reviewed_unmapped` and `never_reviewed` are three different absences.
enum class Finding { covered, not_compared, undetermined, falls_short, partly, at_least_partly, possible, not_covered, declared_none, reviewed_unmapped, never_reviewed };
template <>
struct Words<Finding> {
    static constexpr std::array<std::string_view, 11> table{"covered",     "not-compared",  "undetermined",      "falls-short",   "partly", "at-least-partly",
                                                            "possible",    "not-covered",   "declared-none",     "reviewed-unmapped", "never-reviewed"};
    static constexpr std::string_view noun = "finding";
};

struct AspectVerdict {
    Finding finding = Finding::not_compared;
    std::string reason;  ///< one sentence, without a full stop
};

/// A flag on a provision that a reader should see next to any verdict on it.
enum class Flag { escape_clause, competitor_escape, evaluation_dependent, treat_as_above, proceed_if_unsure, unsanctioned, resettable };
template <>
struct Words<Flag> {
    static constexpr std::array<std::string_view, 7> table{"escape-clause",        "competitor-escape", "evaluation-dependent", "if-unsure-treat-as-above",
                                                           "if-unsure-proceed", "unsanctioned",      "resettable"};
    static constexpr std::string_view noun = "flag";
};

/// One source that says something about a target, with what it does for it.
struct Candidate {
    PointNo point = 0;            ///< of the crosswalk
    std::vector<Pinned> sources;  ///< one provision, or the members of a set taken together
    Link link;
    std::array<AspectVerdict, 7> verdicts;  ///< by Aspect
    std::vector<Flag> flags;                ///< of the sources
    std::vector<Stated> contradicted;       ///< mappings that its answer on the duty rests on and that others speak against
    const AspectVerdict& verdict(Aspect a) const { return verdicts[static_cast<std::size_t>(a)]; }
    bool covers() const;
};

/// The first thing that keeps a candidate from certainly asking what the target asks: the duty, that other mappings contradict it, that a source is no
/// duty, the bearer, the trigger, the modality, the time. Hands and clarity apart: those are compared, and take nothing from what is asked. Nothing: it
/// certainly asks it. This is what "certain cover of that duty for that bearer" means wherever a rung or a hand rests on it.
std::optional<AspectVerdict> not_surely_asked(const Corpus& corpus, const Candidate& candidate);

/// What would close a gap.
struct Remedy {
    Aspect aspect{};
    std::string text;
};

/// The answer for one target.
struct Gap {
    std::string id;  ///< readable; made only of target, scope of `by`, and jurisdiction
    Pinned target;
    std::vector<Candidate> candidates;      ///< best first; the verdicts are those of the first
    std::array<AspectVerdict, 7> verdicts;  ///< by Aspect
    std::optional<Aspect> worst;            ///< the aspect that names the gap; unset: covered
    SeverityFinding severity;
    std::vector<Flag> flags;  ///< of the target
    Rung rung{};              ///< on which the target stands by itself
    std::string witness;      ///< a case in which the target asks and the source does not; empty: none drawn
    Remedy remedy;
    bool covered() const { return !worst; }
    const AspectVerdict& verdict(Aspect a) const { return verdicts[static_cast<std::size_t>(a)]; }
};

/// What is asked.
struct Question {
    Scope of, by;
    std::optional<std::string> in;  ///< jurisdiction
    Situation situation;
    Day on;
    int rows = default_rows;  ///< bound on mappings in a chain
    Inference inference = Inference::certain;
};

/// The whole answer. Targets in corpus order.
struct Assessment {
    Question question;
    std::optional<Id> developer;       ///< the developer that bearers were judged for, given or inferred
    std::string developer_note;        ///< how it was found
    std::vector<Gap> targets;          ///< one for every obligation or prohibition of `of`, covered or not
    std::size_t covered = 0;
    std::size_t others = 0;  ///< duties of `of` left out because they are for somebody else: an authority, another party
};

/// Answers for every obligation and prohibition in `question.of` (those that only recommend are no promise and are left out).
/// Coverage of one target is judged for one source, or one declared set, at a time; what is not certain is never cover.
Assessment assess(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question);
/// The same, for who asks many questions about the same mappings. REQUIRES: `disputed` is `disputed_statements` for the bound of the question.
Assessment assess(const Corpus& corpus, const Crosswalk& crosswalk, const Question& question, const std::vector<Stated>& disputed);

/// The mappings each of which the verdict of this candidate on the duty would be weaker without. Costs one search a mapping.
std::vector<Stated> falls_with(const Crosswalk& crosswalk, const Question& question, const Gap& gap, const Candidate& candidate);

/// The id that a gap on this target would have in this question.
std::string gap_id(const Corpus& corpus, const Pinned& target, const Scope& by, const std::optional<std::string>& in);

/// The question that a gap id asks: target REF, REFs of `by`, jurisdiction. Nothing when it is not of that form.
struct GapName {
    std::string of;
    std::vector<std::string> by;
    std::optional<std::string> in;
};
std::optional<GapName> parse_gap_id(std::string_view id);

}  // namespace lacuna
