#pragma once
// The law of several days, read for one situation.

#include <map>
#include <memory>

#include "lacuna/corpus.hpp"
#include "lacuna/deadline.hpp"
#include "lacuna/trigger.hpp"

namespace lacuna {

/// Facts are read anew for each day on which a law begins; what was read is kept. `corpus` and `situation` must outlive it.
class LawInSituation {
public:
    LawInSituation(const Corpus& corpus, const Situation& situation, Day on) : corpus_(corpus), situation_(situation), on_(on), anchors_(corpus.vocabulary(), situation) {}

    const Corpus& corpus() const { return corpus_; }
    const Situation& situation() const { return situation_; }
    Day on() const { return on_; }  ///< the day asked about
    const Anchors& anchors() const { return anchors_; }
    Triggers& triggers(Day day) {
        auto& t = triggers_[day];
        if (!t) t = std::make_unique<Triggers>(corpus_, situation_, day);
        return *t;
    }

private:
    const Corpus& corpus_;
    const Situation& situation_;
    Day on_;
    Anchors anchors_;
    std::map<Day, std::unique_ptr<Triggers>> triggers_;
};

/// The day of placing on the market, if it is known exactly.
std::optional<Day> placed_on(const Situation& s);

}  // namespace lacuna
