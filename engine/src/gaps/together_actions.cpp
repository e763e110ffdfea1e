#include <algorithm>
#include <set>

#include "gaps/together_choice.hpp"
#include "gaps/together_parts.hpp"

namespace lacuna {
namespace {

/// Turns duties and meetings into a choice, and the choice into actions.
class Planner {
public:
    Planner(const Corpus& corpus, TogetherAnswer& answer) : corpus_(corpus), answer_(answer), index_(answer.duties.size()) {
        for (std::size_t i = 0; i < answer.duties.size(); ++i)
            if (answer.duties[i].whole == i) {
                index_[i] = wholes_.size();
                wholes_.push_back(i);
            }
    }

    void run() {
        const auto chosen = choose(ways(), ranks());
        answer_.plan.exact = chosen.exact;
        answer_.plan.at_least = chosen.at_least;
        for (const auto d : chosen.done) answer_.plan.actions.push_back({wholes_[d], {}, {}, false});
        give_parts();
        give_meetings();
    }

private:
    /// Doing the whole is never worse than doing a part, so only wholes are chosen: where a whole must be done anyway, its parts are free.
    std::vector<std::vector<Way>> ways() const {
        std::vector<std::vector<Way>> out(wholes_.size());
        for (std::size_t w = 0; w < wholes_.size(); ++w) out[w].push_back({w});
        for (const auto& m : answer_.meetings) {
            if (!usable(m) || answer_.duties[m.of].whole != m.of) continue;
            std::set<std::size_t> by;
            for (const auto b : m.by) by.insert(index_[answer_.duties[b].whole]);
            Way way(by.begin(), by.end());
            auto& known = out[index_[m.of]];
            if (!by.contains(index_[m.of]) && std::find(known.begin(), known.end(), way) == known.end()) known.push_back(std::move(way));
        }
        return out;
    }

    /// A command that meets a prohibition saves nothing before somebody has looked.
    static bool usable(const Meeting& m) { return m.in_full() && !m.look; }

    /// Of equals, rather the duty that asks today, then the firmest, then the one that leaves least to watch.
    std::vector<std::size_t> ranks() const {
        std::vector<std::tuple<int, int, std::size_t, std::size_t>> keys;
        for (std::size_t w = 0; w < wholes_.size(); ++w) {
            const auto& duty = answer_.duties[wholes_[w]];
            keys.emplace_back(duty.standing.applies == Answer::yes ? 0 : 1, static_cast<int>(corpus_.provision(duty.at.node).modality.value_or(Modality::must)), to_watch(wholes_[w]), w);
        }
        std::sort(keys.begin(), keys.end());
        std::vector<std::size_t> out(wholes_.size());
        for (std::size_t i = 0; i < keys.size(); ++i) out[std::get<3>(keys[i])] = i;
        return out;
    }
    std::size_t to_watch(std::size_t duty) const {
        std::size_t out = 0;
        for (const auto& m : answer_.meetings)
            if (usable(m) && m.by == std::vector{duty}) out += static_cast<std::size_t>(std::count_if(all_aspects.begin(), all_aspects.end(), [&](Aspect a) { return m.said.verdict(a).finding != Finding::covered; }));
        return out;
    }

    Action* action_of(std::size_t whole) {
        auto& all = answer_.plan.actions;
        const auto it = std::find_if(all.begin(), all.end(), [&](const Action& a) { return a.duty == whole; });
        return it == all.end() ? nullptr : &*it;
    }

    void give_parts() {
        for (std::size_t i = 0; i < answer_.duties.size(); ++i)
            if (const auto whole = answer_.duties[i].whole; whole != i)
                if (auto* a = action_of(whole)) a->parts.push_back(i);
    }

    /// Every meeting in full whose sources are all done goes to the action that completes it.
    void give_meetings() {
        for (std::size_t i = 0; i < answer_.meetings.size(); ++i) {
            const auto& m = answer_.meetings[i];
            if (!usable(m)) continue;
            Action* last = nullptr;
            const bool all = std::all_of(m.by.begin(), m.by.end(), [&](std::size_t b) {
                auto* a = action_of(answer_.duties[b].whole);
                if (a != nullptr && (last == nullptr || a->duty > last->duty)) last = a;
                return a != nullptr;
            });
            if (!all) continue;
            last->meetings.push_back(i);
            last->saves = last->saves || action_of(answer_.duties[m.of].whole) == nullptr;
        }
    }

    const Corpus& corpus_;
    TogetherAnswer& answer_;
    std::vector<std::size_t> index_;   ///< of a whole: its number among wholes
    std::vector<std::size_t> wholes_;  ///< duties
};

}  // namespace

void plan_actions(const Corpus& corpus, TogetherAnswer& answer) { Planner(corpus, answer).run(); }

}  // namespace lacuna
