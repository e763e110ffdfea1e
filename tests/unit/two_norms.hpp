#pragma once
// Two norms that are alike but for what a test says, and the verdict on them.

#include "small.hpp"

namespace lacuna::small {

/// The target old#t and the source new#s. The source's duty is mapped to contain the target's, and all else is equal unless a test
/// says otherwise; so nothing but what the test says can make the gap.
struct Two {
    std::string t_inside = {}, s_inside = {};          ///< inside the provision
    std::string t_attributes = {}, s_attributes = {};  ///< on it
    std::string t_modality = "must", s_modality = "must";
    std::string relation = "superset-of", reading = "loose", relates = "duty";
    std::string s_head = in_force + version_1, s_more = {};                                             ///< around the source
    std::string s_law = R"(force="binding" jurisdiction="EU" issuer="parliament" bearer="developer")";  ///< what the source is
    std::vector<std::string> files = {};                                                                ///< further ones
};
inline Gap judged(const Two& two, const Ask& ask = {}) {
    std::vector<std::string> files{law("old", duty("t", two.t_inside, two.t_attributes, two.t_modality)),
                                   instrument("new", two.s_law, duty("s", two.s_inside, two.s_attributes, two.s_modality) + two.s_more, two.s_head),
                                   mappings("m", row("1", {"new@1#s"}, two.relation, {"old@1#t"}), two.reading, two.relates)};
    files.insert(files.end(), two.files.begin(), two.files.end());
    const World w(files);
    return w.gap("old", "new@1#s", ask);
}

/// "covered", or the aspects that are not, with what was found: "trigger: falls-short".
inline std::string in_gap(const Gap& g) {
    std::vector<std::string> out;
    for (const auto& a : all_words<Aspect>()) {
        const auto f = g.verdict(*from_word<Aspect>(a)).finding;
        if (f != Finding::covered) out.push_back(a + ": " + std::string(word(f)));
    }
    // an answer that calls itself covered has every aspect, and the other way round
    CHECK(g.covered() == out.empty());
    return out.empty() ? "covered" : join(out);
}
inline std::string found(const Two& two, const Ask& ask = {}) { return in_gap(judged(two, ask)); }

}  // namespace lacuna::small
