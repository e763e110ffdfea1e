#include "applies/duty.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "applies/duty_steps.hpp"
#include "applies/enforcement.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

/// Answers for one duty, and keeps what the answer rests on.
class DutyJudge {
public:
    DutyJudge(LawInSituation& law, NodeNo n, int version, Answer bears) : law_(law), corpus_(law.corpus()), n_(n), version_(version), bears_(bears) {
        out_.provision = {n, version, false};
        out_.standing = time_standing(corpus_, n, version, law.on(), &law.triggers(law.on()));
        out_.time = out_.standing.reason;
    }

    DutyAnswer run() {
        auto& t = law_.triggers(judged());
        out_.answer = duty_answer(out_.standing, bears_, {[&] { return condition(t); }, [&] { return after_events(t); }, [&] { return past_legacy(t); }});
        if (out_.answer == Applicability::undetermined) open_facts();
        else open_.clear();
        out_.open = std::move(open_);
        if (out_.answer == Applicability::later && !out_.from) out_.from = out_.standing.first_day;
        if (out_.answer != Applicability::on_event && out_.answer != Applicability::undetermined) out_.events.clear();
        if (out_.answer == Applicability::applies || out_.answer == Applicability::presumed || out_.answer == Applicability::on_event) out_.since = since(t);
        if (out_.answer == Applicability::no) return std::move(out_);
        out_.enforcement = enforcement_of(law_, n_, version_, out_.answer, t);
        for (const auto& c : corpus_.provision(n_).clocks) out_.clocks.push_back({&c, due(corpus_, *corpus_.node(n_).instrument, c, law_.anchors(), law_.on())});
        return std::move(out_);
    }

private:
    /// What is to come is judged by the law and the facts as they will stand then.
    Day judged() const {
        const auto& s = out_.standing;
        return s.applies == Answer::no && s.first_day && *s.first_day > law_.on() ? *s.first_day : law_.on();
    }

    Holding condition(Triggers& t) {
        out_.holds = t.holds(n_, version_);
        return out_.holds.holding;
    }

    std::optional<Holding> after_events(Triggers& t) {
        auto events = t.events(n_, version_);
        if (events.empty()) return std::nullopt;
        out_.events = std::move(events);
        if (auto after = t.holds_on_event(n_, version_); after.holding != Holding::no) out_.holds = std::move(after);
        else return Holding::no;
        return out_.holds.holding;
    }

    Holding past_legacy(Triggers& t) {
        const auto past = t.past_legacy(n_);
        if (past.holding == Holding::yes || past.holding == Holding::presumed) return past.holding;
        const auto legacy = corpus_.date(n_, DateKind::legacy_until);
        if (past.holding == Holding::no && legacy.fixed) out_.from = legacy.fixed->last;
        if (past.holding == Holding::undetermined) legacy_open_ = past.essential;
        out_.time = past.holding == Holding::no ? fmt::format("not yet for this model, which was on the market before the duty applied: until {}", in_words(corpus_, legacy))
                                                : fmt::format("for a model that was on the market before the duty applied, only from {}", in_words(corpus_, legacy));
        return past.holding;
    }

    /// What an open answer turns on: its condition, its dates, the placing of the model.
    void open_facts() {
        const auto add = [&](const std::vector<EssentialFact>& facts) {
            for (const auto& f : facts)
                if (std::find(open_.begin(), open_.end(), f) == open_.end()) open_.push_back(f);
        };
        if (out_.holds.holding == Holding::undetermined) add(out_.holds.essential);
        if (out_.standing.applies == Answer::no) out_.from = out_.standing.first_day;
        if (const auto date = corpus_.date(n_, DateKind::applies_from); out_.standing.applies == Answer::undetermined && date.computed != nullptr) add(law_.triggers(law_.on()).has_come(date).essential);
        add(legacy_open_);
        if (bears_ == Answer::undetermined) out_.time = fmt::format("whether the developer has signed this part of {} is not settled", corpus_.node(n_).instrument->name());
    }

    /// The latest of the dates from which the law asks this, and of the placing of the model.
    std::optional<Day> since(Triggers& t) const {
        std::optional<Day> out;
        const auto later = [&](std::optional<Day> d) {
            if (d && (!out || *d > *out)) out = d;
        };
        for (const auto kind : {DateKind::in_force_from, DateKind::applies_from}) {
            const auto date = corpus_.date(n_, kind);
            if (date.computed != nullptr) return std::nullopt;  // it has come; on which day hangs on the day of an event
            if (date.fixed) later(date.fixed->last);
        }
        const auto& v = corpus_.node(n_).instrument->versions[static_cast<std::size_t>(std::min(version_, corpus_.node(n_).first_version))];
        if (v.in_force_from) later(v.in_force_from->last);
        if (const auto p = placed_on(law_.situation()); p && *p <= law_.on() && t.asks_about(n_, version_, "markets")) later(p);
        return out;
    }

    LawInSituation& law_;
    const Corpus& corpus_;
    NodeNo n_;
    int version_;
    Answer bears_;
    DutyAnswer out_;
    std::vector<EssentialFact> open_, legacy_open_;
};

}  // namespace

std::optional<Day> placed_on(const Situation& s) {
    for (const auto& k : s.facts)
        if (k.kind == KnownKind::day && k.name == "placed-on-market" && k.view.empty() && k.on && k.on->exact()) return k.on->first;
    return std::nullopt;
}

DutyAnswer duty_in(LawInSituation& law, NodeNo n, int version, Answer bears) { return DutyJudge(law, n, version, bears).run(); }

}  // namespace lacuna
