#include <algorithm>

#include "corpus/end_state.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {
namespace {

/// The tally of mappings by what their ends in one instrument come to.
StateCounts tally_in(const Corpus& corpus, const std::vector<DriftRow>& rows, const Instrument& in) {
    StateCounts out{};
    for (const auto& row : rows) {
        std::optional<EndState> worst;
        for (const auto& e : row.ends)
            if (instrument_of(corpus, *e.end) == &in) worst = std::max(worst.value_or(e.state), e.state);
        if (worst) ++out[static_cast<std::size_t>(*worst)];
    }
    return out;
}

DriftLine line_of(const Corpus& corpus, const Instrument& in, Day on, const std::vector<DriftRow>& rows) {
    DriftLine out{&in, version_on(in, on), std::nullopt, {}, tally_in(corpus, rows, in)};
    for (int v = out.standing.value_or(-1) + 1; v < static_cast<int>(in.versions.size()); ++v) out.coming.push_back(v);
    if (out.standing && in.versions[static_cast<std::size_t>(*out.standing)].encoded != false)
        if (auto change = changes_to(corpus, in, *out.standing); change.from) out.change = std::move(change);
    return out;
}

}  // namespace

DriftOverview drift_overview(const Corpus& corpus, Day on) {
    DriftOverview out{{}, drift_rows(corpus, {on, nullptr, 0}, nullptr)};
    for (const auto& in : corpus.data().instruments) {
        auto line = line_of(corpus, in, on, out.rows);
        const auto states = all_values<EndState>();
        const bool open = std::any_of(states.begin(), states.end(), [&](EndState s) { return !settled(s) && line.mappings[static_cast<std::size_t>(s)] > 0; });
        if (in.versions.size() > 1 || open) out.lines.push_back(std::move(line));
    }
    return out;
}

}  // namespace lacuna
