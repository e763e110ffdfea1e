#include "lacuna/applies.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "headroom.hpp"
#include "lacuna/hands.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

template <class T>
void add_once(std::vector<T>& to, const T& one) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

std::optional<Day> placed(const Situation& s) {
    for (const auto& k : s.facts)
        if (k.kind == KnownKind::day && k.name == "placed-on-market" && k.view.empty() && k.on && k.on->exact()) return k.on->first;
    return std::nullopt;
}

/// Answers one question; facts are read anew for each day on which a law begins.
class Applier {
public:
    Applier(const Corpus& corpus, const AppliesQuestion& question) : corpus_(corpus), answer_{question, {}, {}, {}, {}, {}}, anchors_(corpus.vocabulary(), answer_.question.situation) {}

    AppliesAnswer run() {
        for (const auto& in : corpus_.data().instruments)
            if (wanted(in)) regime(in);
        if (const auto p = placed(answer_.question.situation); p && *p > on())
            answer_.notes.push_back(fmt::format("by the placing date given the model is not on the market before {}; the markets given are taken as they are", in_words(*p)));
        answer_.headroom = headroom_of(corpus_, answer_.regimes, answer_.question.situation, on());
        for (const auto& r : answer_.regimes)
            for (const auto& d : r.duties)
                for (const auto& e : d.open) ++turns_on_[e];
        answer_.open.assign(turns_on_.begin(), turns_on_.end());
        std::stable_sort(answer_.open.begin(), answer_.open.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        return std::move(answer_);
    }

    std::vector<DutyAnswer> run(const std::vector<Pinned>& provisions) {
        std::vector<DutyAnswer> out;
        for (const auto& p : provisions) out.push_back(duty(p.node, p.version));
        return out;
    }

private:
    Day on() const { return answer_.question.on; }
    const Id& developer() const { return answer_.question.situation.developer; }

    Triggers& triggers(Day day) {
        auto& t = triggers_[day];
        if (!t) t = std::make_unique<Triggers>(corpus_, answer_.question.situation, day);
        return *t;
    }

    bool wanted(const Instrument& in) const {
        const auto& q = answer_.question;
        if (!q.of.empty()) return std::find(q.of.begin(), q.of.end(), &in) != q.of.end();
        if (q.in && !corpus_.inside_jurisdiction(*q.in, in.jurisdiction) && !corpus_.inside_jurisdiction(in.jurisdiction, *q.in)) return false;
        if (in.force == Force::binding) return true;
        return (in.force == Force::code || in.force == Force::pledge) && signed_by_developer(in);
    }
    bool signed_by_developer(const Instrument& in) const {
        return !developer().empty() && std::any_of(in.adoptions.begin(), in.adoptions.end(), [&](const Adoption& a) { return is_below(corpus_, developer(), a.party, on()) || is_below(corpus_, a.party, developer(), on()); });
    }

    /// Law that is over, or was never made, asks nothing; law that is made but has not begun is shown with its date.
    static bool can_ask(std::optional<Status> s) { return s == Status::in_force || s == Status::adopted; }

    void regime(const Instrument& in) {
        const auto version = version_asked(in, on());
        Regime r;
        r.instrument = &in;
        r.status = status_on(in, on());
        if (!version || !can_ask(r.status) || in.versions[static_cast<std::size_t>(*version)].encoded == false) return;
        r.version = *version;
        for (const NodeNo n : corpus_.nodes_of(in)) {
            if (*version < corpus_.node(n).first_version || *version > corpus_.node(n).last_version) continue;
            const auto& p = corpus_.provision(n);
            if (p.kind != NodeKind::provision) continue;
            if (is_duty(p) && p.modality != Modality::recommends && p.modality != Modality::may && may_bear(n)) r.duties.push_back(duty(n, *version));
            if (p.norm == Norm::power) power(n, *version, r);
        }
        if (std::all_of(r.duties.begin(), r.duties.end(), [](const DutyAnswer& d) { return d.answer == Applicability::no; }) && answer_.question.of.empty()) r.duties.clear();
        classes(r);
        answer_.regimes.push_back(std::move(r));
    }

    bool may_bear(NodeNo n) const {
        const Id& bearer = corpus_.bearer(n);
        if (corpus_.party(bearer) != nullptr) return bearer == developer();
        return corpus_.within(bearer, "developer") || bearer == "anyone" || corpus_.within("developer", bearer);
    }

    DutyAnswer duty(NodeNo n, int version) {
        DutyAnswer d;
        d.provision = {n, version, false};
        auto standing = time_standing(corpus_, n, version, on(), &triggers(on()));
        // what is to come is judged by the law and the facts as they will stand then
        const Day day = standing.applies == Answer::no && standing.first_day && *standing.first_day > on() ? *standing.first_day : on();
        auto& t = triggers(day);
        d.time = standing.reason;
        d.standing = standing;
        d.holds = t.holds(n, version);
        Applicability then = by_condition(d, t, n, version);
        if (standing.applies == Answer::no && then != Applicability::no) {
            d.from = standing.first_day;
            then = !standing.to_come ? Applicability::no : then == Applicability::undetermined ? then : Applicability::later;
        } else if (standing.applies == Answer::undetermined && then != Applicability::no) {
            const auto date = corpus_.date(n, DateKind::applies_from);
            if (date.computed != nullptr)
                for (const auto& e : t.has_come(date).essential) add_once(d.open, e);
            then = Applicability::undetermined;
        }
        if (then != Applicability::no && standing.applies != Answer::no) then = with_legacy(d, t, n, then);
        d.answer = then;
        for (const auto& a : d.holds.assumed)
            if (then != Applicability::no) add_once(answer_.assumed, a);
        if (then != Applicability::undetermined) d.open.clear();
        if (then == Applicability::applies || then == Applicability::presumed || then == Applicability::on_event) d.since = since(n, version, t);
        if (then != Applicability::no) {
            d.enforcement = enforcement(n, version, then, t);
            for (const auto& c : corpus_.provision(n).clocks) d.clocks.push_back({&c, due(corpus_, *corpus_.node(n).instrument, c, anchors_, on())});
        }
        return d;
    }

    Applicability by_condition(DutyAnswer& d, Triggers& t, NodeNo n, int version) {
        switch (d.holds.holding) {
            case Holding::yes: return Applicability::applies;
            case Holding::presumed: return Applicability::presumed;
            case Holding::no: return Applicability::no;
            case Holding::undetermined: break;
        }
        d.events = t.events(n, version);
        if (!d.events.empty()) {
            auto after = t.holds_on_event(n, version);
            if (after.holding == Holding::no) return Applicability::no;
            d.holds = std::move(after);
            if (d.holds.holding != Holding::undetermined) return Applicability::on_event;
        }
        for (const auto& e : d.holds.essential) add_once(d.open, e);
        return Applicability::undetermined;
    }

    Applicability with_legacy(DutyAnswer& d, Triggers& t, NodeNo n, Applicability then) {
        const auto past = t.past_legacy(n);
        const auto legacy = corpus_.date(n, DateKind::legacy_until);
        if (past.holding == Holding::yes || past.holding == Holding::presumed) return then;
        if (past.holding == Holding::no) {
            if (legacy.fixed) d.from = legacy.fixed->last;
            d.time = fmt::format("not yet for this model, which was on the market before the duty applied: until {}", in_words(corpus_, legacy));
            return then == Applicability::undetermined ? then : Applicability::later;
        }
        for (const auto& e : past.essential) add_once(d.open, e);
        d.time = fmt::format("for a model that was on the market before the duty applied, only from {}", in_words(corpus_, legacy));
        return Applicability::undetermined;
    }

    /// The latest of the dates from which the law asks this, and of the placing of the model.
    std::optional<Day> since(NodeNo n, int version, Triggers& t) const {
        std::optional<Day> out;
        const auto later = [&](std::optional<Day> d) {
            if (d && (!out || *d > *out)) out = d;
        };
        for (const auto kind : {DateKind::in_force_from, DateKind::applies_from}) {
            const auto date = corpus_.date(n, kind);
            if (date.computed != nullptr) return std::nullopt;  // it has come; on which day hangs on the day of an event
            if (date.fixed) later(date.fixed->last);
        }
        const auto& v = corpus_.node(n).instrument->versions[static_cast<std::size_t>(std::min(version, corpus_.node(n).first_version))];
        if (v.in_force_from) later(v.in_force_from->last);
        if (const auto p = placed(answer_.question.situation); p && *p <= on() && t.asks_about(n, version, "markets")) later(p);
        return out;
    }

    Enforcement enforcement(NodeNo n, int version, Applicability then, Triggers& t) {
        Enforcement e;
        for (const auto& s : corpus_.sanctions(n)) {
            const auto& in = *corpus_.node(s.sanction).instrument;
            const auto v = &in == corpus_.node(n).instrument ? std::optional(version) : version_on(in, on());
            if (!v || *v < corpus_.node(s.sanction).first_version || *v > corpus_.node(s.sanction).last_version) continue;
            const auto reached = punishable(corpus_, n, s.sanction, *v, &t);
            if (reached == Answer::no) continue;
            const auto standing = time_standing(corpus_, s.sanction, *v, on(), &triggers(on()));
            Answer now = standing.applies;
            if (now == Answer::yes && reached == Answer::undetermined) {
                now = Answer::undetermined;
                e.reason = fmt::format("whether {} reaches this developer is open", corpus_.provision(s.sanction).cite);
            }
            if (now == Answer::no && standing.first_day) later_of(e.from, *standing.first_day);
            const auto condition = t.holds(s.sanction, *v);
            if (condition.holding == Holding::no) continue;
            if (now == Answer::yes && turns_on_facts(condition)) {
                now = Answer::undetermined;
                e.reason = fmt::format("whether {} applies to this model is open", corpus_.provision(s.sanction).cite);
            }
            const auto trigger = corpus_.trigger(s.sanction);
            e.by.push_back({s.sanction, s.terms->by, now, trigger && condition.holding != Holding::yes ? in_words(corpus_, *trigger) : ""});
            if (now == Answer::yes) e.now = Answer::yes;
            else if (now == Answer::undetermined && e.now == Answer::no) e.now = Answer::undetermined;
        }
        if (e.by.empty()) {
            const auto& parts = corpus_.node(n).children;
            const bool by_parts = std::any_of(parts.begin(), parts.end(), [&](NodeNo c) { return is_duty(corpus_.provision(c)) && !corpus_.sanctions(c).empty(); });
            e.reason = by_parts ? "no sanction is known for it as a whole; see its parts" : "no sanction is known that reaches this developer for it";
            return e;
        }
        const auto date = corpus_.date(n, DateKind::enforceable_from);
        const auto come = t.has_come(date).holding;
        if (date.fixed && *&date.fixed->last > on()) later_of(e.from, date.fixed->last);
        if (e.now == Answer::yes && date.fixed && date.fixed->first > on()) e.now = Answer::no;
        else if (e.now == Answer::yes && come == Holding::undetermined) {
            e.now = Answer::undetermined;
            e.reason = fmt::format("the date from which it can be enforced is not settled: {}", in_words(corpus_, date));
        } else if (e.now == Answer::yes && come == Holding::no) {
            e.now = Answer::no;
        }
        if (e.now == Answer::yes) e.from.reset();
        // what does not ask cannot be enforced
        if (then == Applicability::later && e.now == Answer::yes) e.now = Answer::no;
        if (then == Applicability::undetermined && e.now == Answer::yes) e.now = Answer::undetermined;
        return e;
    }
    /// Fault, harm and the like belong to every breach, and are shown as a condition; what the model or the developer is does not.
    static bool turns_on_facts(const Holds& h) {
        return h.holding == Holding::undetermined && std::any_of(h.essential.begin(), h.essential.end(), [](const EssentialFact& f) { return !f.fact.starts_with("test:") && !f.fact.starts_with("event:") && f.fact.find('/') == std::string::npos; });
    }
    static void later_of(std::optional<Day>& to, Day d) {
        if (!to || d > *to) to = d;
    }

    void power(NodeNo n, int version, Regime& r) {
        PowerAnswer p;
        p.provision = {n, version, false};
        p.standing = time_standing(corpus_, n, version, on(), &triggers(on()));
        const Day day = p.standing.applies == Answer::no && p.standing.first_day ? *p.standing.first_day : on();
        Id over;
        for (const auto& c : corpus_.provision(n).holds)
            if (c.terms.reach && over.empty()) over = c.over.empty() ? "developer" : c.over;
        if (over.empty() || !corpus_.within(over, "developer")) return;
        p.reaches = triggers(day).in_class(over, n, version).holding;
        if (p.reaches != Holding::no) r.powers.push_back(std::move(p));
    }

    /// The classes that the duties are addressed to, and those that their rules rest on, each before what rests on it.
    void classes(Regime& r) {
        std::vector<Id> names;
        std::set<Id> open;
        const std::function<void(const Id&, NodeNo)> visit = [&](const Id& name, NodeNo from) {
            if (corpus_.class_of(name) == nullptr || name == "developer" || name == "anyone" || !open.insert(name).second) return;
            for (const auto& rule : triggers(on()).rules(name, from, r.version))
                if (const auto trigger = corpus_.trigger(rule.node))
                    for (const auto& inner : classes_in(*trigger)) visit(inner, from);
            names.push_back(name);
        };
        NodeNo from = no_node;
        for (const auto& d : r.duties) {
            if (d.answer == Applicability::no && corpus_.party(corpus_.bearer(d.provision.node)) != nullptr) continue;
            if (from == no_node) from = d.provision.node;
            visit(corpus_.bearer(d.provision.node), d.provision.node);
        }
        for (const auto& name : names) {
            auto& t = triggers(first_day(*r.instrument));
            r.classes.push_back({name, from, t.in_class(name, from, r.version), t.rules(name, from, r.version)});
        }
    }
    /// Law to come is judged on its first day.
    Day first_day(const Instrument& in) const {
        const auto& d = in.dates.applies_from ? in.dates.applies_from : in.dates.in_force_from;
        return d && d->last > on() ? d->last : on();
    }

    static std::vector<Id> classes_in(const Condition& c) {
        std::vector<Id> out;
        if (c.kind == ConditionKind::in_class) out.push_back(c.name);
        for (const auto& p : c.parts)
            for (auto& id : classes_in(p)) out.push_back(std::move(id));
        return out;
    }

    const Corpus& corpus_;
    AppliesAnswer answer_;
    Anchors anchors_;
    std::map<Day, std::unique_ptr<Triggers>> triggers_;
    std::map<EssentialFact, std::size_t> turns_on_;
};

}  // namespace

std::size_t Regime::count(Applicability a) const {
    return static_cast<std::size_t>(std::count_if(duties.begin(), duties.end(), [&](const DutyAnswer& d) { return d.answer == a; }));
}

std::optional<int> version_asked(const Instrument& in, Day on) {
    if (const auto v = version_on(in, on)) return v;
    return in.versions.empty() ? std::nullopt : std::optional(0);
}

AppliesAnswer applies(const Corpus& corpus, const AppliesQuestion& question) { return Applier(corpus, question).run(); }

std::vector<DutyAnswer> applies_to(const Corpus& corpus, const AppliesQuestion& question, const std::vector<Pinned>& provisions) { return Applier(corpus, question).run(provisions); }

}  // namespace lacuna
