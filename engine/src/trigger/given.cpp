// What is given about the unknowns of a formula: the situation's facts, defaults, and the axioms that tie unknowns together.

#include <algorithm>

#include "trigger/interpretation.hpp"
#include "lacuna/hands.hpp"

namespace lacuna {
namespace {

using logic::Linear;
using logic::Rational;

KnownKind known_kind(UnknownKind kind) {
    switch (kind) {
        case UnknownKind::quantity: return KnownKind::quantity;
        case UnknownKind::day: return KnownKind::day;
        case UnknownKind::flag: return KnownKind::flag;
        case UnknownKind::member: return KnownKind::set;
        case UnknownKind::level: return KnownKind::level;
        case UnknownKind::in_class: return KnownKind::in_class;
        case UnknownKind::event: return KnownKind::event;
        case UnknownKind::test:
        case UnknownKind::exception:
        case UnknownKind::rebuttal:
        case UnknownKind::standing: break;
    }
    return KnownKind::test;
}

bool has(const std::vector<std::string>& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

bool same_view(std::vector<Id> a, const std::vector<Id>& b) {
    std::sort(a.begin(), a.end());
    return a == b;
}

std::optional<bool> stated(const Known& k) {
    if (k.holds == Truth::yes) return true;
    if (k.holds == Truth::no) return false;
    return std::nullopt;
}

}  // namespace

const Known* Interpretation::said(const Unknown& u) const {
    const auto kind = known_kind(u.kind);
    for (const auto& k : situation_.facts) {
        if (k.kind != kind || k.name != u.name || !same_view(k.view, u.view)) continue;
        if (u.kind == UnknownKind::level && k.scheme != u.detail) continue;
        if (u.kind == UnknownKind::quantity && (k.unit != u.unit || k.year != u.year)) continue;
        return &k;
    }
    return nullptr;
}

/// An act works from its effect to its withdrawal; an event has happened once its day has come.
std::optional<FormulaNo> Interpretation::event_known(VarNo v, const Known& k) {
    const bool expected = unknown(v).view == std::vector<Id>{expected_view};
    Answer begun = Answer::undetermined, over = Answer::no;
    const bool act = k.decided || k.effective || k.withdrawn;
    if (act) {
        // a decision has no effect of itself, whatever else is known of the day on which it was made
        if (k.effective) begun = lacuna::has_come(*k.effective, on_);
        else if (k.decided && lacuna::has_come(*k.decided, on_) == Answer::no) begun = Answer::no;
        if (k.withdrawn) over = lacuna::has_come(*k.withdrawn, on_);
    } else if (k.occurrence) {
        // what is known to come may lie ahead
        begun = expected || k.occurrence->day <= on_ ? Answer::yes : Answer::no;
    } else {
        for (const auto* moment : {&k.discovery, &k.awareness, &k.end})
            if (*moment && (expected || (*moment)->day <= on_)) begun = Answer::yes;
    }
    std::vector<FormulaNo> all;
    if (begun == Answer::no || over == Answer::yes) all.push_back(logic_.boolean(v, false));
    else if (begun == Answer::yes && over == Answer::no) all.push_back(logic_.boolean(v, true));
    if (stated(k)) all.push_back(logic_.boolean(v, *stated(k)));
    return all.empty() ? std::nullopt : std::optional(logic_.all(all));
}

/// An event of which only the day is known, because a date fact is its day, has happened once that has come. Before, it may still come sooner.
std::optional<FormulaNo> Interpretation::event_by_day(VarNo v) {
    const auto& view = unknown(v).view;
    const auto day = day_by_fact(unknown(v).name, view);
    const bool expected = view == std::vector<Id>{expected_view};
    return day && (expected || lacuna::has_come(*day, on_) == Answer::yes) ? std::optional(logic_.boolean(v, true)) : std::nullopt;
}

std::optional<DayRange> Interpretation::day_by_fact(const Id& event, const std::vector<Id>& view) const {
    const auto& events = corpus_.vocabulary().events;
    const auto e = std::find_if(events.begin(), events.end(), [&](const Event& x) { return x.id == event; });
    if (e == events.end() || e->on_day.empty()) return std::nullopt;
    for (const auto& k : situation_.facts)
        if (k.kind == KnownKind::day && k.name == e->on_day && same_view(k.view, view)) return k.on;
    return std::nullopt;
}

/// What is assumed while nothing is said: an authority has not acted; a flag has the default of the vocabulary; a test that could only take
/// the case out of a rule does not. Each adds duties rather than taking any away.
std::optional<FormulaNo> Interpretation::by_default(VarNo v) {
    const auto& u = unknown(v);
    if (!u.view.empty()) return std::nullopt;
    const auto boolean = [&](bool value) { return logic_.boolean(v, value); };
    const auto& events = corpus_.vocabulary().events;
    if (u.kind == UnknownKind::event && std::any_of(events.begin(), events.end(), [&](const Event& e) { return e.id == u.name && e.act; })) return boolean(false);
    if (const auto* f = fact(u.name); u.kind == UnknownKind::flag && f != nullptr && f->default_value) return boolean(*f->default_value);
    if (u.kind == UnknownKind::rebuttal) return boolean(false);
    if (u.kind == UnknownKind::exception && exempting_tests_.contains("exception " + u.name)) return boolean(false);
    if (u.kind == UnknownKind::test && exempting_tests_.contains(u.name)) return boolean(false);
    return std::nullopt;
}

bool Interpretation::assumed_value(VarNo v) { return logic_.node(*by_default(v)).kind == logic::NodeKind::boolean; }

namespace {

/// A described exception among the names of tests, which hold no spaces.
std::string described(const Texts& summary) { return "exception " + plain(summary); }

/// What a condition turns on, by whether it being so could bring a duty or take one away.
struct Uses {
    std::set<std::string> brings, takes;
    std::set<Id> against;  ///< classes such that to be in one can take a duty away

    void condition(const Condition& c, bool for_duty) {
        if (c.kind == ConditionKind::test) (for_duty ? brings : takes).insert(c.name);
        if (c.kind == ConditionKind::in_class && !for_duty) against.insert(c.name);
        for (const auto& p : c.parts) condition(p, c.kind == ConditionKind::negation ? !for_duty : for_duty);
    }
    void exception(const Texts& summary, const std::vector<Condition>& conditions, bool for_duty) {
        for (const auto& c : conditions) condition(c, for_duty);
        if (conditions.empty()) (for_duty ? brings : takes).insert(described(summary));
    }
};

}  // namespace

void Interpretation::find_exempting_tests() {
    Uses uses;
    const auto read_provision = [&](NodeNo n, bool for_duty) {
        const auto& p = corpus_.provision(n);
        for (const auto& c : p.when) uses.condition(c, for_duty);
        if (p.norm == Norm::exemption && !corpus_.trigger(n)) uses.exception(p.summary, {}, for_duty);
        for (const auto& e : p.unless) {
            uses.exception(e.summary, e.condition, !for_duty);
            const auto other = e.condition.empty() && !e.ref.empty() ? corpus_.referred(e.ref, n) : std::nullopt;
            if (other)
                for (NodeNo m = *other; m != no_node; m = corpus_.node(m).parent)
                    for (const auto& c : corpus_.provision(m).when) uses.condition(c, !for_duty);
        }
        for (const auto& e : p.escapes) uses.exception(e.summary, e.condition, !for_duty);
    };
    for (std::size_t before = 1, now = 0; before != now;) {
        before = uses.against.size();
        for (NodeNo n = 0; n < static_cast<NodeNo>(corpus_.nodes().size()); ++n) {
            const auto& p = corpus_.provision(n);
            read_provision(n, p.norm != Norm::exemption && p.norm != Norm::deemed_compliance);
            // to be put into a class is a way out of a duty where the class is exempt from one
            if (p.norm == Norm::classification && std::any_of(uses.against.begin(), uses.against.end(), [&](const Id& c) { return corpus_.within(p.into, c); })) read_provision(n, false);
        }
        now = uses.against.size();
    }
    for (const auto& t : uses.takes)
        if (!uses.brings.contains(t)) exempting_tests_.insert(t);
}

std::optional<FormulaNo> Interpretation::event_day_known(VarNo v) {
    const auto& u = unknown(v);
    const std::string event = u.name.substr(6);
    for (const auto& k : situation_.facts) {
        if (k.kind != KnownKind::event || k.name != event || !k.view.empty()) continue;
        const auto anchor = from_word<Anchor>(u.detail).value_or(Anchor::occurrence);
        std::optional<DayRange> day;
        const auto take = [&](const std::optional<Moment>& m) {
            if (m && !day) day = DayRange{m->day, m->day};
        };
        take(anchor == Anchor::discovery ? k.discovery : anchor == Anchor::awareness ? k.awareness : anchor == Anchor::end ? k.end : k.occurrence);
        if (!day && anchor == Anchor::occurrence) day = k.effective;
        if (!day && stated(k) == false) return logic_.linear({{{v, 1}}, day_number(on_), true});  // not by today
        if (!day) return std::nullopt;
        return logic_.all({logic_.linear({{{v, 1}}, day_number(day->first), false}), logic_.linear({{{v, -1}}, -day_number(day->last), false})});
    }
    const auto day = u.detail == word(Anchor::occurrence) ? day_by_fact(event, {}) : std::nullopt;
    if (!day) return std::nullopt;
    return logic_.all({logic_.linear({{{v, 1}}, day_number(day->first), false}), logic_.linear({{{v, -1}}, -day_number(day->last), false})});
}

std::optional<FormulaNo> Interpretation::known(VarNo v) {
    const Unknown u = unknown(v);
    const auto within = [&](const std::optional<Rational>& low, bool low_open, const std::optional<Rational>& high, bool high_open) {
        std::vector<FormulaNo> parts;
        if (low) parts.push_back(logic_.linear({{{v, 1}}, *low, low_open}));
        if (high) parts.push_back(logic_.linear({{{v, -1}}, -*high, high_open}));
        return logic_.all(parts);
    };
    if (u.kind == UnknownKind::day && u.name.starts_with("event:")) return event_day_known(v);
    const Known* k = said(u);
    if (u.kind == UnknownKind::quantity) {
        const FormulaNo not_negative = within(Rational(0), false, std::nullopt, false);
        if (k == nullptr) return not_negative;
        const auto i = interval_of(*k);
        const auto number = [](const std::optional<Decimal>& d) { return d ? std::optional(logic::rational(*d)) : std::nullopt; };
        return logic_.all({not_negative, within(number(i.low), i.low_open, number(i.high), i.high_open)});
    }
    if (u.kind == UnknownKind::event) {
        const auto by_day = event_by_day(v), as_said = k == nullptr ? by_day : event_known(v, *k);
        return as_said && by_day ? std::optional(logic_.all({*as_said, *by_day})) : as_said;  // where the two differ, not all can be so
    }
    if (u.kind == UnknownKind::in_class && k == nullptr && u.view.empty() && certain_member(corpus_, situation_.developer, u.name, on_) != nullptr) return logic_.boolean(v);
    if (k == nullptr) return std::nullopt;
    if (u.kind == UnknownKind::day) return k->on ? std::optional(within(day_number(k->on->first), false, day_number(k->on->last), false)) : std::nullopt;
    if (u.kind != UnknownKind::member) return stated(*k) ? std::optional(logic_.boolean(v, *stated(*k))) : std::nullopt;
    const bool in = has(k->includes, u.detail), out = has(k->excludes, u.detail);
    if (in && out) return logic_.constant(false);  // the facts given cannot all be so
    if (in || out) return logic_.boolean(v, in);
    // what is listed may lie inside this one, as a state lies in its country (axioms say so); or this one may lie inside what is listed
    const bool touched = std::any_of(k->includes.begin(), k->includes.end(), [&](const std::string& m) { return corpus_.inside_jurisdiction(m, u.detail) || corpus_.inside_jurisdiction(u.detail, m); });
    return k->only && !touched ? std::optional(logic_.boolean(v, false)) : std::nullopt;
}

std::vector<FormulaNo> Interpretation::axioms(const std::vector<Id>& view) {
    if (const auto it = axioms_.find(view); it != axioms_.end()) return it->second;
    std::vector<FormulaNo> out;
    for (const auto& a : corpus_.vocabulary().axioms) {
        if (a.premise.empty() || a.conclusion.empty()) continue;
        const Seen seen{no_node, 0, view};
        out.push_back(logic_.any({logic_.negation(read(a.premise.front(), seen)), read(a.conclusion.front(), seen)}));
    }
    return axioms_[view] = out;
}

/// Levels of one scheme are ordered; a class lies within others; more than said of a level is said of those below it.
void Interpretation::order_axioms(const std::set<VarNo>& unknowns, std::vector<FormulaNo>& out) {
    const auto below = [&](const Unknown& high, const Unknown& low) {
        for (const auto& in : corpus_.data().instruments)
            for (const auto& s : in.schemes) {
                if (s.id != high.detail) continue;
                Id at = high.name;
                for (std::size_t guard = 0; guard <= s.levels.size(); ++guard) {
                    const auto level = std::find_if(s.levels.begin(), s.levels.end(), [&](const Level& l) { return l.id == at; });
                    if (level == s.levels.end() || level->above.empty()) break;
                    at = level->above;
                    if (at == low.name) return true;
                }
            }
        return false;
    };
    for (const VarNo a : unknowns)
        for (const VarNo b : unknowns) {
            const auto &x = unknown(a), &y = unknown(b);
            if (a == b || x.kind != y.kind || x.view != y.view) continue;
            const bool follows = (x.kind == UnknownKind::level && x.detail == y.detail && below(x, y)) || (x.kind == UnknownKind::in_class && corpus_.within(x.name, y.name));
            if (follows) out.push_back(logic_.any({logic_.boolean(a, false), logic_.boolean(b)}));
        }
}

std::set<VarNo> Interpretation::said_unknowns() {
    std::set<VarNo> out;
    for (const auto& k : situation_.facts) {
        Unknown u;
        u.view = k.view;
        std::sort(u.view.begin(), u.view.end());
        u.name = k.name;
        u.year = k.year;
        u.unit = k.unit;
        switch (k.kind) {
            case KnownKind::quantity: u.kind = UnknownKind::quantity; break;
            case KnownKind::day: u.kind = UnknownKind::day; break;
            case KnownKind::flag: u.kind = UnknownKind::flag; break;
            case KnownKind::test: u.kind = UnknownKind::test; break;
            case KnownKind::in_class: u.kind = UnknownKind::in_class; break;
            case KnownKind::event: u.kind = UnknownKind::event; break;
            case KnownKind::level:
                u.kind = UnknownKind::level;
                u.detail = k.scheme;
                break;
            case KnownKind::set:
                u.kind = UnknownKind::member;
                for (const auto* list : {&k.includes, &k.excludes})
                    for (const auto& m : *list) {
                        u.detail = m;
                        out.insert(var(u));
                    }
                continue;
        }
        out.insert(var(std::move(u)));
    }
    return out;
}

std::vector<FormulaNo> Interpretation::given(std::set<VarNo>& unknowns, std::set<VarNo>& assumed, Defaults defaults, const std::set<VarNo>& happening) {
    std::vector<FormulaNo> out;
    std::set<FormulaNo> taken;
    for (std::size_t before = 0; before != unknowns.size() + taken.size();) {
        before = unknowns.size() + taken.size();
        // what is known of one level, or class, says something of the others
        for (const auto& k : situation_.facts)
            for (const VarNo v : std::set<VarNo>(unknowns)) {
                const Unknown u = unknown(v);
                if ((u.kind != UnknownKind::level && u.kind != UnknownKind::in_class) || known_kind(u.kind) != k.kind || !same_view(k.view, u.view)) continue;
                if (u.kind == UnknownKind::level && u.detail != k.scheme) continue;
                Unknown other = u;
                other.name = k.name;
                unknowns.insert(var(std::move(other)));
            }
        std::set<std::vector<Id>> views;
        for (const VarNo v : unknowns) views.insert(unknown(v).view);
        for (const auto& view : views)
            for (const FormulaNo a : axioms(view)) {
                const auto vars = logic_.variables(a);
                if (taken.contains(a) || std::none_of(vars.begin(), vars.end(), [&](VarNo v) { return unknowns.contains(v); })) continue;
                taken.insert(a);
                out.push_back(a);
                unknowns.insert(vars.begin(), vars.end());
            }
    }
    order_axioms(unknowns, out);
    std::vector<std::pair<VarNo, FormulaNo>> assumable;
    for (const VarNo v : unknowns) {
        if (happening.contains(v)) continue;
        if (const auto f = known(v)) out.push_back(*f);
        else if (const auto d = defaults == Defaults::assumed && unknown(v).kind != UnknownKind::rebuttal && !said(unknown(v)) ? by_default(v) : std::nullopt) assumable.emplace_back(v, *d);
    }
    // what is assumed gives way to what follows from facts
    const auto can_be = [&](const std::vector<FormulaNo>& formulas) { return logic::satisfiable(logic_, formulas) != logic::Outcome::none; };
    auto with_all = out;
    for (const auto& [v, f] : assumable) with_all.push_back(f);
    const bool all_at_once = assumable.empty() || can_be(with_all);
    for (const auto& [v, f] : assumable) {
        out.push_back(f);
        if (all_at_once || can_be(out)) assumed.insert(v);
        else out.pop_back();
    }
    return out;
}

}  // namespace lacuna
