#include "lacuna/backing.hpp"

#include <algorithm>

namespace lacuna {
namespace {

bool shares(Finding f) { return f == Finding::covered || f == Finding::partly || f == Finding::at_least_partly; }

/// Everything that shares something with the target, if anything does, only lets somebody act.
bool only_powers(const Corpus& corpus, const Gap& g) {
    bool any = false;
    for (const auto& c : g.candidates) {
        const auto f = c.verdict(Aspect::duty).finding;
        if (!shares(f) && f != Finding::possible) continue;
        any = true;
        if (std::all_of(c.sources.begin(), c.sources.end(), [&](const Pinned& s) { return is_duty(corpus.provision(s.node)); })) return false;
    }
    return any;
}

}  // namespace

Backing backing_of(const Corpus& corpus, const Gap& by_law, const Gap* by_code) {
    if (by_law.covered()) return Backing::law;
    if (only_powers(corpus, by_law)) return Backing::power;
    const Finding law = by_law.verdict(Aspect::duty).finding;
    if (law == Finding::covered) return Backing::duty;
    if (shares(law) || law == Finding::possible) return Backing::part;
    if (by_code != nullptr && shares(by_code->verdict(Aspect::duty).finding)) return Backing::code;
    return law == Finding::never_reviewed ? Backing::unseen : Backing::alone;
}

}  // namespace lacuna
