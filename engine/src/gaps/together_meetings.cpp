#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "gaps/together_parts.hpp"

namespace lacuna {
namespace {

/// Asks `assess` about every regime as cover for every other, and keeps what it says.
class Meetings {
public:
    Meetings(const Asking& asking, TogetherAnswer& answer) : corpus_(asking.corpus), asking_(asking), answer_(answer) {
        for (std::size_t i = 0; i < answer.duties.size(); ++i) number_[{answer.duties[i].at.node, answer.duties[i].at.version}] = i;
    }

    void run() {
        for (std::size_t of = 0; of < answer_.regimes.size(); ++of) {
            for (std::size_t by = 0; by < answer_.regimes.size(); ++by)
                if (by != of) pair(of, by);
            across(of);
        }
        std::stable_sort(answer_.meetings.begin(), answer_.meetings.end(), [](const Meeting& a, const Meeting& b) { return std::tie(a.by, a.of) < std::tie(b.by, b.of); });
        drop_needless_sets();
    }

private:
    Scope duties_of(const std::vector<std::size_t>& regimes) const {
        Scope out;
        for (const auto r : regimes) {
            out.taken.push_back(answer_.regimes[r].taken);
            for (const auto d : answer_.regimes[r].duties) out.provisions.push_back(answer_.duties[d].at);
        }
        return out;
    }

    Assessment asked(std::size_t of, const std::vector<std::size_t>& by) const { return asking_(answer_.question, duties_of({of}), duties_of(by)); }

    void pair(std::size_t of, std::size_t by) {
        RegimePair out{of, by, {}};
        for (const auto& g : asked(of, {by}).targets) {
            const auto target = number_.at({g.target.node, g.target.version});
            // what only shares nothing is an absence, and `assess` says of which kind
            Finding best = g.verdict(Aspect::duty).finding;
            for (const auto& c : g.candidates) {
                keep(c, target);
                if (const auto f = c.verdict(Aspect::duty).finding; f != Finding::not_covered) best = std::min(best, f);
            }
            ++out.found[static_cast<std::size_t>(best)];
            auto& duty = answer_.duties[target];
            duty.best = std::min(duty.best, best);
        }
        answer_.pairs.push_back(out);
    }

    /// Duties of several regimes may be declared to meet one of another together.
    void across(std::size_t of) {
        std::vector<std::size_t> others;
        std::vector<NodeNo> nodes;
        for (std::size_t r = 0; r < answer_.regimes.size(); ++r) {
            if (r == of) continue;
            others.push_back(r);
            for (const auto d : answer_.regimes[r].duties) nodes.push_back(answer_.duties[d].at.node);
        }
        std::sort(nodes.begin(), nodes.end());
        const auto spans = [&](const auto& nodes_of_set) {
            return std::any_of(nodes_of_set.begin(), nodes_of_set.end(), [&](NodeNo n) { return corpus_.node(n).instrument != corpus_.node(nodes_of_set.front()).instrument; });
        };
        const auto sets = asking_.crosswalk.sets_within(nodes);
        if (std::none_of(sets.begin(), sets.end(), [&](PointNo s) { return spans(asking_.crosswalk.members(s)); })) return;
        for (const auto& g : asked(of, others).targets) {
            const auto target = number_.at({g.target.node, g.target.version});
            for (const auto& c : g.candidates) {
                std::vector<NodeNo> members;
                for (const auto& s : c.sources) members.push_back(s.node);
                if (!spans(members)) continue;
                keep(c, target);
                answer_.duties[target].best = std::min(answer_.duties[target].best, c.verdict(Aspect::duty).finding);
            }
        }
    }

    /// What some of a set do by themselves needs no others.
    void drop_needless_sets() {
        const auto smaller = [](const Meeting& a, const Meeting& b) {
            const auto has = [&](std::size_t d) { return std::find(b.by.begin(), b.by.end(), d) != b.by.end(); };
            return a.of == b.of && a.by.size() < b.by.size() && a.in_full() >= b.in_full() && a.look <= b.look && std::all_of(a.by.begin(), a.by.end(), has);
        };
        std::vector<Meeting> kept;
        for (const auto& m : answer_.meetings)
            if (m.by.size() == 1 || std::none_of(answer_.meetings.begin(), answer_.meetings.end(), [&](const Meeting& a) { return smaller(a, m); })) kept.push_back(m);
        answer_.meetings = std::move(kept);
    }

    /// One commands what another forbids, or both say the same from two sides.
    bool opposed(const Candidate& c, std::size_t target) const {
        const auto norm = corpus_.provision(answer_.duties[target].at.node).norm;
        return std::any_of(c.sources.begin(), c.sources.end(), [&](const Pinned& s) { return corpus_.provision(s.node).norm != norm; });
    }

    void keep(const Candidate& c, std::size_t target) {
        const auto finding = c.verdict(Aspect::duty).finding;
        Meeting m{{}, target, c, opposed(c, target)};
        for (const auto& s : c.sources) m.by.push_back(number_.at({s.node, s.version}));
        const bool contained = !c.link.contradictory() && c.link.mask.within({Base::eq, Base::pp, Base::ppi});
        if (m.look && contained) look(m);
        m.look = m.look && contained;
        if (finding == Finding::covered || finding == Finding::partly || finding == Finding::at_least_partly) answer_.meetings.push_back(std::move(m));
    }

    /// Said once, whichever side it is read from.
    void look(const Meeting& m) {
        if (m.by.size() == 1 && !seen_.insert(std::minmax(m.by.front(), m.of)).second) return;
        std::vector<const TimeStanding*> standings{&answer_.duties[m.of].standing};
        for (const auto b : m.by) standings.push_back(&answer_.duties[b].standing);
        answer_.looks.push_back({m.of, m.by, m.said.link, all_ask(standings)});
    }

    const Corpus& corpus_;
    const Asking& asking_;
    TogetherAnswer& answer_;
    std::map<std::pair<NodeNo, int>, std::size_t> number_;
    std::set<std::pair<std::size_t, std::size_t>> seen_;
};

}  // namespace

void find_meetings(const Asking& asking, TogetherAnswer& answer) { Meetings(asking, answer).run(); }

}  // namespace lacuna
