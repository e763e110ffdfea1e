#include "lacuna/rollup.hpp"

#include <algorithm>
#include <map>

#include "lacuna/words.hpp"

namespace lacuna {
namespace {

void count(Share& share, const Gap& g) {
    ++share.duties;
    share.covered += g.covered() ? 1 : 0;
    ++share.by_duty[static_cast<std::size_t>(g.verdict(Aspect::duty).finding)];
}

/// From the outermost part down to the provision itself.
std::vector<NodeNo> way_down(const Corpus& corpus, NodeNo n) {
    std::vector<NodeNo> out;
    for (; n != no_node; n = corpus.node(n).parent) out.insert(out.begin(), n);
    return out;
}

/// The outermost parts of an instrument; where one holds everything, the parts inside it.
std::map<const Instrument*, std::size_t> depths(const Corpus& corpus, const Assessment& answer) {
    std::map<const Instrument*, std::vector<NodeNo>> common;
    for (const auto& g : answer.targets) {
        const auto way = way_down(corpus, g.target.node);
        const auto [it, fresh] = common.try_emplace(corpus.node(g.target.node).instrument, way);
        if (!fresh) it->second.resize(static_cast<std::size_t>(std::mismatch(it->second.begin(), it->second.end(), way.begin(), way.end()).first - it->second.begin()));
    }
    std::map<const Instrument*, std::size_t> out;
    for (const auto& [in, way] : common) out[in] = way.size();
    return out;
}

}  // namespace

std::vector<Share> by_chapter(const Corpus& corpus, const Assessment& answer) {
    std::vector<std::pair<NodeNo, Share>> found;
    const auto depth = depths(corpus, answer);
    for (const auto& g : answer.targets) {
        const auto way = way_down(corpus, g.target.node);
        const NodeNo n = way[std::min(depth.at(corpus.node(g.target.node).instrument), way.size() - 1)];
        auto it = std::find_if(found.begin(), found.end(), [&](const auto& x) { return x.first == n; });
        if (it == found.end()) it = found.insert(found.end(), {n, Share{corpus.cite(n), 0, 0, {}}});
        count(it->second, g);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Share> out;
    for (auto& [_, share] : found) out.push_back(std::move(share));
    return out;
}

std::vector<Share> by_theme(const Corpus& corpus, const Assessment& answer) {
    std::vector<Share> out;
    for (const auto& theme : corpus.vocabulary().themes) {
        Share share{theme_name(corpus, theme.id), 0, 0, {}};
        for (const auto& g : answer.targets)
            if (const auto& themes = corpus.themes(g.target.node); std::find(themes.begin(), themes.end(), theme.id) != themes.end()) count(share, g);
        if (share.duties > 0) out.push_back(std::move(share));
    }
    return out;
}

}  // namespace lacuna
