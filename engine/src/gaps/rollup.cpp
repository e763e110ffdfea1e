#include "lacuna/rollup.hpp"

#include <algorithm>
#include <map>

#include "lacuna/words.hpp"

namespace lacuna {
namespace {

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

std::vector<Group> by_chapter(const Corpus& corpus, const Assessment& answer) {
    std::map<NodeNo, Group> found;
    const auto depth = depths(corpus, answer);
    for (std::size_t i = 0; i < answer.targets.size(); ++i) {
        const NodeNo target = answer.targets[i].target.node;
        const auto way = way_down(corpus, target);
        const NodeNo n = way[std::min(depth.at(corpus.node(target).instrument), way.size() - 1)];
        found.try_emplace(n, Group{corpus.cite(n), plain(corpus.provision(n).title), {}}).first->second.targets.push_back(i);
    }
    std::vector<Group> out;
    for (auto& [_, group] : found) out.push_back(std::move(group));
    return out;
}

std::vector<Group> by_theme(const Corpus& corpus, const Assessment& answer) {
    std::vector<Group> out;
    for (const auto& theme : corpus.vocabulary().themes) {
        Group group{theme_name(corpus, theme.id), {}, {}};
        for (std::size_t i = 0; i < answer.targets.size(); ++i)
            if (const auto& themes = corpus.themes(answer.targets[i].target.node); std::find(themes.begin(), themes.end(), theme.id) != themes.end()) group.targets.push_back(i);
        if (!group.targets.empty()) out.push_back(std::move(group));
    }
    return out;
}

Share share_of(const Assessment& answer, const Group& group) {
    Share out;
    for (const auto i : group.targets) {
        const auto& g = answer.targets[i];
        ++out.duties;
        out.covered += g.covered() ? 1 : 0;
        ++out.by_duty[static_cast<std::size_t>(g.verdict(Aspect::duty).finding)];
    }
    return out;
}

}  // namespace lacuna
