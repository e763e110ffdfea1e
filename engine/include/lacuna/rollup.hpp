#pragma once
// An assessment by chapter and by theme.

#include <array>
#include <string>
#include <vector>

#include "lacuna/assess.hpp"

namespace lacuna {

/// The targets of one chapter, or of one theme.
struct Group {
    std::string name;   ///< the chapter as cited, or the theme
    std::string title;  ///< of the chapter, where it has one
    std::vector<std::size_t> targets;  ///< positions in Assessment::targets
};

/// Every outermost part of every instrument in scope that holds a target, in corpus order; where one holds all of them, the parts inside it.
std::vector<Group> by_chapter(const Corpus& corpus, const Assessment& answer);
/// Every theme of a target, in the order of the vocabulary. A duty of two themes stands in both.
std::vector<Group> by_theme(const Corpus& corpus, const Assessment& answer);

/// How the duties of a group came out.
struct Share {
    std::size_t duties = 0;
    std::size_t covered = 0;                ///< on every aspect
    std::array<std::size_t, 11> by_duty{};  ///< by `Finding` of the aspect duty
    std::size_t count(Finding f) const { return by_duty[static_cast<std::size_t>(f)]; }
};
Share share_of(const Assessment& answer, const Group& group);

}  // namespace lacuna
