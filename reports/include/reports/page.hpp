#pragma once
// The main job as one self-contained page.

#include <string>
#include <vector>

#include "lacuna/ladder.hpp"

namespace lacuna {

/// Everything the page shows, finished; the page formats and never computes verdicts.
struct PageInput {
    Day on;
    std::string in;               ///< jurisdiction id, "EU"
    std::string lacuna_version;   ///< of the program and the corpus
    std::string corpus_sha256;
    PenAnswer pen;                ///< the promises (policies and pledges) by what binds in the jurisdiction, and who holds the pen
    Assessment by_code;           ///< the same promises by the codes of the jurisdiction; no targets where there are none
    LadderAnswer ladder;          ///< the same promises on the day of the page, in one or several places
    std::vector<std::string> supposed;  ///< what is only taken as if it were so; facts are those of the question
    const Assessment& by_law() const { return pen.by_law; }
};

/// One HTML page without scripts, links to nothing but anchors and sources, same bytes for the same input.
std::string html_page(const Corpus& corpus, const Crosswalk& crosswalk, const PageInput& input);

}  // namespace lacuna
