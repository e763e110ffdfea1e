#pragma once
// What stands behind each commitment, and how the commitments of a theme are spread over that.

#include <array>
#include <string>
#include <vector>

#include "lacuna/backing.hpp"
#include "reports/page.hpp"

namespace lacuna {

/// "Promise alone": short, for a column or a mark.
std::string backing_title(Backing backing);
/// The whole meaning, for the legend.
std::string backing_words(Backing backing);
std::string backing_symbol(Backing backing);

/// One commitment with both answers about it.
struct CommitmentEntry {
    const Gap* law = nullptr;
    const Gap* code = nullptr;  ///< null where the jurisdiction has no code
    Backing backing{};
    bool stops = false;     ///< some theme of it stops something
    std::size_t home = 0;   ///< the first of its themes, in the order of the page: where it is described
};

struct Tally {
    std::array<std::size_t, all_backings.size()> counts{};
    std::size_t total = 0;
    std::size_t at(Backing b) const { return counts[static_cast<std::size_t>(b)]; }
    void add(Backing b);
};

struct ThemeView {
    Id id;  ///< empty: those that name no theme
    std::string name;
    bool stops = false;
    Tally tally;
    std::size_t urgent = 0;          ///< critical and high gaps
    std::vector<std::size_t> entries;  ///< positions, worst first, then as in the corpus
};

struct ChapterView {
    std::string name, title;
    Tally tally;
};

/// All commitments, in corpus order, by chapter of their documents, and the themes in the order of the page: those that stop something first, then by urgency.
struct Survey {
    std::vector<CommitmentEntry> entries;
    std::vector<ThemeView> themes;
    std::vector<ChapterView> chapters;
    Tally all, stopping;
    std::size_t stopping_resettable = 0;  ///< of those that stop something and rest on the promise alone, the promiser may weaken so many by itself
};

Survey survey(const Corpus& corpus, const PageInput& input);

}  // namespace lacuna
