#pragma once
// The main job as one self-contained page.

#include <string>
#include <vector>

#include "lacuna/assess.hpp"

namespace lacuna {

/// Everything the page shows, finished; the page formats and never computes verdicts.
struct PageInput {
    Day on;
    std::string in;               ///< jurisdiction id, "EU"
    std::string lacuna_version;   ///< of the program and the corpus
    std::string corpus_sha256;
    Assessment by_law;            ///< the promises (policies and pledges) by what binds in the jurisdiction
    Assessment by_code;           ///< the same promises by the codes of the jurisdiction; no targets where there are none
    std::vector<std::string> supposed;  ///< what is only taken as if it were so; facts are those of the question
};

/// One HTML page without scripts, links to nothing but anchors and sources, same bytes for the same input.
std::string html_page(const Corpus& corpus, const Crosswalk& crosswalk, const PageInput& input);

}  // namespace lacuna
