#pragma once
// Several regimes at once: what one action satisfies, what is left to watch, and where meeting one duty stands in the way of another.
// Nothing is judged here: every meeting of two duties is a candidate of `assess`, every conflict the words of a mapping.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lacuna/assess.hpp"

namespace lacuna {

/// An instrument in one version, with its duties for whoever the question is about.
struct RegimeTaken {
    Taken taken;
    std::vector<std::size_t> duties;  ///< positions in TogetherAnswer::duties, in corpus order
    std::size_t others = 0;           ///< duties left out because they are somebody else's
};

/// An obligation or prohibition of one of the regimes.
struct RegimeDuty {
    Pinned at;
    std::size_t regime = 0;
    TimeStanding standing;  ///< does it ask on the date?
    std::size_t whole = 0;  ///< the outermost duty of the regime that it is a part of; itself where there is none
    Finding best = Finding::never_reviewed;  ///< how far a duty of any other regime meets it, for the best of them
};

/// That doing one duty, or several together, meets all or some of a duty of another regime, for certain.
struct Meeting {
    std::vector<std::size_t> by;  ///< duties; several: only together
    std::size_t of = 0;
    Candidate said;     ///< as `assess` judged it
    bool look = false;  ///< one commands and another forbids: see TogetherAnswer::looks
    bool in_full() const { return said.verdict(Aspect::duty).finding == Finding::covered; }
    bool equal() const { return said.link.mask == Mask{Base::eq}; }
};

/// How far the duties of one regime are met by those of another: how many have which finding at best, by Finding.
struct RegimePair {
    std::size_t of = 0, by = 0;
    std::array<std::size_t, 11> found{};
    std::size_t count(Finding f) const { return found[static_cast<std::size_t>(f)]; }
};

/// One thing to do. Its parts are done with it.
struct Action {
    std::size_t duty = 0;
    std::vector<std::size_t> parts;     ///< duties
    std::vector<std::size_t> meetings;  ///< those in full that it brings about by itself, or as the last of several
    bool saves = false;                 ///< some duty needs no action of its own because of these
};

/// Actions that together meet every duty of every regime, as few as were found.
struct Plan {
    std::vector<Action> actions;
    bool exact = true;         ///< fewer would not do, by what is certain
    std::size_t at_least = 0;  ///< no plan has fewer
};

/// One side of a conflict.
struct ConflictEnd {
    Pinned at;
    bool in_scope = false;       ///< false: a member of a set whose other members were asked about
    bool other_wording = false;  ///< the mapping was made for another wording of this provision
    TimeStanding standing;
};

/// A mapping that says that meeting one side breaks or hinders the other.
struct Conflict {
    const MappingSet* set = nullptr;
    const Mapping* mapping = nullptr;
    const Qualifier* qualifier = nullptr;
    std::vector<ConflictEnd> sources, targets;
    Answer both_ask = Answer::undetermined;  ///< does every one of them ask on the date?
    bool unsettled = false;                  ///< disputed, or made for another wording
};

/// An obligation and a prohibition whose duties are certainly equal, or one within the other. No finding: somebody must look.
struct Look {
    std::size_t meeting_of = 0;   ///< duty
    std::vector<std::size_t> by;  ///< duties
    Link link;                    ///< from `by` to `meeting_of`
    Answer both_ask = Answer::undetermined;
};

struct TogetherQuestion {
    Scope scope;
    std::optional<std::string> in;
    Situation situation;
    Day on;
    int rows = default_rows;
    Inference inference = Inference::certain;
};

/// The whole answer. Regimes by instrument and version; duties in the order of regimes, then of the corpus.
struct TogetherAnswer {
    TogetherQuestion question;
    std::optional<Id> developer;
    std::string developer_note;
    std::vector<RegimeTaken> regimes;
    std::vector<RegimeDuty> duties;
    std::vector<RegimePair> pairs;
    std::vector<Meeting> meetings;  ///< by `by`, then `of`
    std::size_t wholes = 0;         ///< duties that are no part of another: what there would be to do if no regime met another's duty
    Plan plan;
    std::vector<Conflict> conflicts;  ///< in the order of the mapping files
    std::vector<Look> looks;
};

/// The same REFs, with a version for every instrument that was made but has none standing yet: whoever prepares for several regimes wants
/// the one to come among them, as it will be.
std::vector<std::string> with_law_to_come(const Corpus& corpus, std::vector<std::string> refs, Day on);

/// Answers for the obligations and prohibitions of two or more regimes. What is not certain meets nothing.
TogetherAnswer together(const Corpus& corpus, const Crosswalk& crosswalk, const TogetherQuestion& question);

}  // namespace lacuna
