#include "lacuna/applies.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <fmt/format.h>

#include "applies/duty.hpp"
#include "applies/headroom.hpp"
#include "lacuna/hands.hpp"
#include "lacuna/words.hpp"
#include "applies/law_asked.hpp"

namespace lacuna {
namespace {

/// Answers one question.
class Applier {
public:
    Applier(const Corpus& corpus, const AppliesQuestion& question) : corpus_(corpus), answer_{question, {}, {}, {}, {}, {}}, law_(corpus, answer_.question.situation, question.on), asked_{answer_.question.in, answer_.question.of, answer_.question.situation.developer} {}

    AppliesAnswer run() {
        for (const auto& in : corpus_.data().instruments)
            if (in_scope(corpus_, asked_, in, on())) regime(in);
        if (const auto p = placed_on(answer_.question.situation); p && *p > on())
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
        for (const auto& p : provisions) out.push_back(duty_in(law_, p.node, p.version, Answer::yes));
        return out;
    }

private:
    Day on() const { return answer_.question.on; }

    void regime(const Instrument& in) {
        const auto version = version_asking(in, on());
        if (!version) return;
        Regime r;
        r.instrument = &in;
        r.status = status_on(in, on());
        r.version = *version;
        for (const NodeNo n : corpus_.nodes_of(in)) {
            if (!stands_in(corpus_, n, *version) || corpus_.provision(n).kind != NodeKind::provision) continue;
            if (const auto bears = may_bear(corpus_, asked_, n, on()); bears != Answer::no) duty(n, *version, bears, r);
            if (corpus_.provision(n).norm == Norm::power) power(n, *version, r);
        }
        // law that asks nothing still has classes, and thresholds to come near to
        classes(r);
        if (std::all_of(r.duties.begin(), r.duties.end(), [](const DutyAnswer& d) { return d.answer == Applicability::no; }) && answer_.question.of.empty()) r.duties.clear();
        answer_.regimes.push_back(std::move(r));
    }

    void duty(NodeNo n, int version, Answer bears, Regime& r) {
        r.duties.push_back(duty_in(law_, n, version, bears));
        if (r.duties.back().answer == Applicability::no) return;
        for (const auto& a : r.duties.back().holds.assumed)
            if (std::find(answer_.assumed.begin(), answer_.assumed.end(), a) == answer_.assumed.end()) answer_.assumed.push_back(a);
    }

    void power(NodeNo n, int version, Regime& r) {
        PowerAnswer p;
        p.provision = {n, version, false};
        p.standing = time_standing(corpus_, n, version, on(), &law_.triggers(on()));
        const Day day = p.standing.applies == Answer::no && p.standing.first_day ? *p.standing.first_day : on();
        Id over;
        for (const auto& c : corpus_.provision(n).holds)
            if (c.terms.reach && over.empty()) over = c.over.empty() ? "developer" : c.over;
        if (over.empty() || !corpus_.within(over, "developer")) return;
        p.reaches = law_.triggers(day).in_class(over, n, version).holding;
        if (p.reaches != Holding::no) r.powers.push_back(std::move(p));
    }

    /// The classes that the duties are addressed to, and those that their rules rest on, each before what rests on it.
    void classes(Regime& r) {
        std::vector<Id> names;
        std::set<Id> open;
        const std::function<void(const Id&, NodeNo)> visit = [&](const Id& name, NodeNo from) {
            if (corpus_.class_of(name) == nullptr || name == "developer" || name == "anyone" || !open.insert(name).second) return;
            for (const auto& rule : law_.triggers(on()).rules(name, from, r.version))
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
            auto& t = law_.triggers(first_day(*r.instrument));
            r.classes.push_back({name, from, t.in_class(name, from, r.version), t.rules(name, from, r.version), nullptr});
            auto& c = r.classes.back();
            if (c.rules.empty()) c.member = certain_member(corpus_, asked_.developer, name, on());
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
    LawInSituation law_;
    LawAsked asked_;
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
