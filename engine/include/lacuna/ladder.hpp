#pragma once
// The enforcement ladder: for each theme, place and day, how far up each promise stands, and what law itself asks there.
//
// A promise stands on the rung of the strongest thing that certainly asks it of its bearer: never on a rung of something that merely shares its
// theme. 5 and 6 need a legal duty that contains it, binds the bearer, asks whenever it does, as firmly, and on the day.

#include <optional>
#include <string>
#include <vector>

#include "lacuna/remedy.hpp"

namespace lacuna {

/// What is asked: promises by REF, for a developer and what is known, over themes, places and days.
struct LadderQuestion {
    std::vector<std::string> of;
    std::vector<Id> themes;           ///< empty: every theme that a promise in scope has
    std::vector<std::string> places;  ///< jurisdictions
    std::vector<Day> days;
    Situation situation;
    int rows = default_rows;
};

/// A rung that law to come would lift a norm to.
struct Ascent {
    Rung to{};
    std::optional<Day> from;  ///< nothing: will come, the day is not known
    Pinned by;
};

/// One norm on the ladder.
struct Standing {
    Pinned norm;
    Rung rung{};
    std::optional<Pinned> by;  ///< what lifts it there; nothing: it stands there by itself
    bool by_filing = false;    ///< only because the document is filed under a law: the bearer can still change the document
    std::optional<Ascent> ascent;
};

/// One theme in one place on one day.
struct LadderCell {
    std::vector<Standing> promises;
    std::vector<Standing> own;  ///< what binding law and codes there ask of developers by themselves: says nothing of the promises
    bool stops = false;         ///< the theme stops something
    bool texts_missing = false;  ///< a document in question has no text in the corpus for the day: more may be promised
    std::vector<Precedent> brakes;  ///< powers of that place, of this theme, to stop, behind a duty of developers, that can be used on the day; only where `stops`
    std::vector<Precedent> brakes_without_duty;  ///< those that stand behind no duty of a developer, such as a licence for exports
    std::optional<Rung> lowest, highest;  ///< of the promises; nothing: there is none
    std::size_t at(Rung r) const;  ///< promises on this rung
};

struct LadderAnswer {
    LadderQuestion question;  ///< with the themes found
    std::optional<Id> developer;    ///< whom the promises were judged for: as asked, or the only lab whose policy is asked about
    std::vector<LadderCell> cells;  ///< by theme, then place, then day
    std::vector<std::string> notes;  ///< what could not be looked at, each once
    const LadderCell& cell(std::size_t theme, std::size_t place, std::size_t day) const { return cells[(theme * question.places.size() + place) * question.days.size() + day]; }
};

/// Names that mean nothing are added to `problems`; documents that do not stand on a day, or whose text is not in the corpus, are notes.
LadderAnswer ladder(const Corpus& corpus, const Crosswalk& crosswalk, LadderQuestion question, std::vector<Problem>& problems);

/// The REFs of everything promised: by every lab, or by one (its policies, and the pledges that it signed).
std::vector<std::string> promises_of(const Corpus& corpus, const Id& lab);

}  // namespace lacuna
