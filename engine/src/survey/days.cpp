#include "survey/days.hpp"

#include <algorithm>
#include <cstdlib>

namespace lacuna {
namespace {

using std::chrono::days;

void add(std::set<Day>& out, const std::optional<DayRange>& r) {
    if (r) out.insert({r->first, r->first + days(1), r->last, r->last + days(1)});
}

void add(std::set<Day>& out, const std::optional<Moment>& m) {
    if (m) out.insert({m->day, m->day + days(1)});
}

void classes_in(const Condition& c, std::set<Id>& out) {
    if (c.kind == ConditionKind::in_class) out.insert(c.name);
    for (const auto& p : c.parts) classes_in(p, out);
}

/// The classes that a provision speaks of.
void classes_in(const Provision& p, std::set<Id>& out) {
    for (const auto* id : {&p.bearer, &p.into})
        if (!id->empty()) out.insert(*id);
    for (const auto& c : p.when) classes_in(c, out);
    for (const auto& e : p.unless)
        for (const auto& c : e.condition) classes_in(c, out);
    for (const auto& e : p.escapes)
        for (const auto& c : e.condition) classes_in(c, out);
}

/// Finds what an instrument is read together with.
class ReadWith {
public:
    explicit ReadWith(const Corpus& corpus) : corpus_(corpus) {}

    std::set<const Instrument*> all(const Instrument& in) {
        visit(in);
        return std::move(found_);
    }

private:
    void visit(const Instrument& in) {
        if (!found_.insert(&in).second) return;
        std::set<Id> classes{in.bearer};
        for (const NodeNo n : corpus_.nodes_of(in)) {
            classes_in(corpus_.provision(n), classes);
            for (const NodeNo x : corpus_.exemptions(n)) visit(*corpus_.node(x).instrument);
            for (const auto& e : corpus_.provision(n).unless)
                if (const auto other = e.ref.empty() ? std::nullopt : corpus_.referred(e.ref, n)) visit(*corpus_.node(*other).instrument);
        }
        for (const auto& node : corpus_.nodes())
            if (rules_on(*node.provision, classes)) visit(*node.instrument);
    }
    /// Does it put into one of these classes, or into one that lies within?
    bool rules_on(const Provision& p, const std::set<Id>& classes) const {
        if (p.kind != NodeKind::provision || p.norm != Norm::classification) return false;
        return std::any_of(classes.begin(), classes.end(), [&](const Id& c) { return corpus_.class_of(c) != nullptr && c != "developer" && c != "anyone" && corpus_.within(p.into, c); });
    }

    const Corpus& corpus_;
    std::set<const Instrument*> found_;
};

/// The days that lie this long after a known day. Months are of different length and are counted back from the day asked about, so a
/// whole week around them is taken.
void add_after(const TimeExpr& t, const std::set<Day>& known, std::set<Day>& out) {
    for (const auto& p : t.parts) add_after(p, known, out);
    add(out, t.on);
    if (!t.amount || !t.unit) return;
    const int n = std::atoi(t.amount->str().c_str());
    for (const Day d : known) {
        const bool months = *t.unit == TimeUnit::month || *t.unit == TimeUnit::year;
        const std::chrono::year_month_day from{d};
        const auto there = from.year() / from.month() / 1 + std::chrono::months(*t.unit == TimeUnit::year ? 12 * n : n);
        const Day middle = months ? Day{there} + (d - Day{from.year() / from.month() / 1}) : *t.unit == TimeUnit::hour ? d + days((n + 23) / 24) : *t.unit == TimeUnit::week ? d + std::chrono::weeks(n) : d + days(n);
        for (int around = -5; around <= 5; ++around) out.insert(middle + days(around));
    }
}

void add_dates(const Dates& d, std::set<Day>& out) {
    for (const auto* r : {&d.in_force_from, &d.applies_from, &d.enforceable_from, &d.legacy_until}) add(out, *r);
}

void add_dates(const Corpus& corpus, const Instrument& in, const std::set<Day>& known, std::set<Day>& out) {
    add_dates(in.dates, out);
    for (const auto& s : in.status) add(out, s.from), add(out, s.until);
    for (const auto& v : in.versions) add(out, v.in_force_from);
    for (const auto& a : in.adoptions) add(out, a.from), add(out, a.until);
    for (const NodeNo n : corpus.nodes_of(in)) {
        add_dates(corpus.provision(n).dates, out);
        for (const auto& c : corpus.provision(n).computed)
            for (const auto& t : c.expr) add_after(t, known, out);
    }
}

}  // namespace

std::set<Day> days_of(const Situation& situation) {
    std::set<Day> out;
    for (const auto& k : situation.facts) {
        for (const auto* r : {&k.on, &k.decided, &k.effective, &k.withdrawn}) add(out, *r);
        for (const auto* m : {&k.occurrence, &k.discovery, &k.awareness, &k.end}) add(out, *m);
    }
    return out;
}

std::set<Day> days_of_parties(const Corpus& corpus) {
    std::set<Day> out;
    for (const auto& file : corpus.data().party_files)
        for (const auto& p : file.parties) {
            for (const auto& r : p.relations) add(out, r.from), add(out, r.until);
            for (const auto& c : p.classes) add(out, c.from), add(out, c.until);
        }
    return out;
}

std::set<Day> change_days(const Corpus& corpus, const Instrument& in, const std::set<Day>& known, Day from, Day to) {
    std::set<Day> out = known;
    for (const auto* other : ReadWith(corpus).all(in)) add_dates(corpus, *other, known, out);
    for (auto y = std::chrono::year_month_day{from}.year(); y <= std::chrono::year_month_day{to}.year(); ++y) out.insert(Day{y / 1 / 1});
    return out;
}

std::vector<Stretch> stretches_of(const std::set<Day>& changes, Day from, Day to) {
    std::vector<Stretch> out{{from, to}};
    for (auto it = changes.upper_bound(from); it != changes.end() && *it <= to; ++it) {
        out.back().to = *it - days(1);
        out.push_back({*it, to});
    }
    return out;
}

}  // namespace lacuna
