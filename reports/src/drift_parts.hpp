#pragma once
// Parts that the text and the JSON of `drift` share.

#include <string>
#include <vector>

#include "lacuna/drift.hpp"

namespace lacuna {

/// A file named from the folder of the corpus, where it lies in it.
inline std::string file_from(const std::string& root, const std::string& file) {
    const std::string folder = root.ends_with('/') ? root : root + "/";
    return file.starts_with(folder) ? file.substr(folder.size()) : file;
}
inline const Id& version_id(const Instrument& in, int version) { return in.versions[static_cast<std::size_t>(version)].id; }
inline int in_all(const StateCounts& tally) {
    int out = 0;
    for (const int n : tally) out += n;
    return out;
}

/// The rows of each mapping set, sets in corpus order.
struct SetRows {
    const MappingSet* set = nullptr;
    std::vector<DriftRow> rows;
};
inline std::vector<SetRows> by_set(const std::vector<DriftRow>& rows) {
    std::vector<SetRows> out;
    for (const auto& r : rows) {
        if (out.empty() || out.back().set != r.set) out.push_back({r.set, {}});
        out.back().rows.push_back(r);
    }
    return out;
}

}  // namespace lacuna
