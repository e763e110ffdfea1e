#pragma once
// An assessment counted by chapter and by theme.

#include <array>
#include <string>
#include <vector>

#include "lacuna/assess.hpp"

namespace lacuna {

/// How the duties of one chapter, or of one theme, came out.
struct Share {
    std::string name;                      ///< the chapter as cited, or the theme
    std::size_t duties = 0;
    std::size_t covered = 0;               ///< on every aspect
    std::array<std::size_t, 11> by_duty{}; ///< by `Finding` of the aspect duty
    std::size_t count(Finding f) const { return by_duty[static_cast<std::size_t>(f)]; }
};

/// Every outermost part of every instrument in scope that holds a target, in corpus order; where one holds all of them, the parts inside it.
std::vector<Share> by_chapter(const Corpus& corpus, const Assessment& answer);
/// Every theme of a target, in the order of the vocabulary. A duty of two themes counts in both.
std::vector<Share> by_theme(const Corpus& corpus, const Assessment& answer);

}  // namespace lacuna
