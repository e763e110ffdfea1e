#include "interpretation.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/standing.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

using logic::Linear;
using logic::Rational;
using logic::Sort;

constexpr const char* expected_view = "expected";

Rational day_number(Day d) { return Rational(d.time_since_epoch().count()); }

std::vector<Id> sorted(std::vector<Id> ids) {
    std::sort(ids.begin(), ids.end());
    return ids;
}

Sort sort_of(UnknownKind kind) {
    if (kind == UnknownKind::quantity) return Sort::number;
    return kind == UnknownKind::day ? Sort::whole : Sort::boolean;
}

/// The latest day that lies at least this long before `on`; nothing where that is no matter of whole days, or beyond all calendars.
std::optional<Day> before(Day on, const Decimal& amount, TimeUnit unit) {
    const int n = std::atoi(amount.str().c_str());
    // what a part of a month is, nobody says
    if (n > 10000 || *Decimal::parse(std::to_string(n)) != amount) return std::nullopt;
    const auto shifted = [&](Day d, int months) {
        auto ymd = std::chrono::year_month_day{d} + std::chrono::months(months);
        if (!ymd.ok()) ymd = ymd.year() / ymd.month() / std::chrono::last;
        return Day{ymd};
    };
    switch (unit) {
        case TimeUnit::hour: return on - std::chrono::days((n + 23) / 24);
        case TimeUnit::day: return on - std::chrono::days(n);
        case TimeUnit::week: return on - std::chrono::weeks(n);
        case TimeUnit::month:
        case TimeUnit::year: {
            const int months = unit == TimeUnit::year ? 12 * n : n;
            Day d = shifted(on, -months) + std::chrono::days(3);
            while (shifted(d, months) > on) d -= std::chrono::days(1);
            return d;
        }
        case TimeUnit::business_day: break;
    }
    return std::nullopt;
}

}  // namespace

std::string Unknown::fact_name() const {
    std::string out = view.empty() ? "" : join(view, "+") + "/";
    switch (kind) {
        case UnknownKind::quantity:
        case UnknownKind::flag:
        case UnknownKind::member:
        case UnknownKind::day: out += name; break;
        case UnknownKind::test: out += "test:" + name; break;
        case UnknownKind::level: out += "level:" + detail + ":" + name; break;
        case UnknownKind::in_class: out += "class:" + name; break;
        case UnknownKind::event: out += "event:" + name; break;
        case UnknownKind::exception: out += "test:" + name; break;
        case UnknownKind::rebuttal: out += "rebuttal:" + name; break;
        case UnknownKind::standing: out += name; break;
    }
    if (year) out += fmt::format("@{}", *year);
    return out;
}

Interpretation::Interpretation(const Corpus& corpus, const Situation& situation, Day on) : corpus_(corpus), situation_(situation), on_(on) { find_exempting_tests(); }

const Fact* Interpretation::fact(const Id& id) const {
    const auto& facts = corpus_.vocabulary().facts;
    const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == id; });
    return it == facts.end() ? nullptr : &*it;
}

VarNo Interpretation::var(Unknown u) {
    if (const auto it = numbers_.find(u); it != numbers_.end()) return it->second;
    const VarNo v = logic_.add_var(sort_of(u.kind));
    numbers_.emplace(u, v);
    unknowns_.push_back(std::move(u));
    return v;
}

VarNo Interpretation::copy(VarNo v) {
    if (const auto it = copies_.find(v); it != copies_.end()) return it->second;
    const VarNo c = logic_.add_var(logic_.sort(v));
    unknowns_.push_back(unknown(v));
    copies_[v] = c;
    return c;
}

bool Interpretation::is_opaque(VarNo v) const {
    const auto& u = unknown(v);
    if (!u.view.empty()) return true;
    switch (u.kind) {
        case UnknownKind::test:
        case UnknownKind::level:
        case UnknownKind::in_class:
        case UnknownKind::event:
        case UnknownKind::exception:
        case UnknownKind::rebuttal:
        case UnknownKind::standing: return true;
        case UnknownKind::quantity:
        case UnknownKind::day:
        case UnknownKind::flag:
        case UnknownKind::member: break;
    }
    return false;
}

FormulaNo Interpretation::condition(const Condition& c, NodeNo from, int version) { return read(c, {from, version, {}}); }

FormulaNo Interpretation::in_class(const Id& name, NodeNo from, int version) { return class_formula(name, {from, version, {}}); }

VarNo Interpretation::quantity(const Id& id, const Condition& c, const Seen& seen, const std::string& unit) {
    Unknown u;
    u.kind = UnknownKind::quantity;
    u.view = seen.view;
    u.name = id;
    u.unit = unit;
    const auto* f = fact(id);
    if (f != nullptr && f->per_year) u.year = static_cast<int>(std::chrono::year_month_day{on_}.year()) - (c.year == "preceding" ? 1 : 0);
    return var(std::move(u));
}

FormulaNo Interpretation::comparison(const Condition& c, const Seen& seen) {
    const auto* f = fact(c.fact);
    const bool days = f != nullptr && f->kind == FactKind::date;
    Linear sum;  // left side minus right side, compared with a constant
    Rational constant = 0;
    const Rational factor = c.factor.empty() ? Rational(1) : logic::fraction(c.factor).value_or(1);
    if (days) {
        Unknown u;
        u.kind = UnknownKind::day;
        u.view = seen.view;
        u.name = c.fact;
        sum.terms.push_back({var(std::move(u)), 1});
        if (const auto day = parse_day(c.value)) constant = day_number(*day);
    } else {
        // a multiple of another fact is compared in the unit that this fact has first
        const std::string unit = !c.unit.empty() ? c.unit : f != nullptr && !f->units.empty() ? f->units.front() : "";
        sum.terms.push_back({quantity(c.fact, c, seen, unit), 1});
        for (const auto& other : c.plus) sum.terms.push_back({quantity(other, c, seen, unit), 1});
        if (!c.of.empty()) sum.terms.push_back({quantity(c.of, c, seen, unit), -factor});
        else if (const auto value = Decimal::parse(c.value)) constant = logic::rational(*value) * factor;
    }
    const auto more = [&](bool strict) {
        Linear l = sum;
        l.bound = constant;
        l.strict = strict;
        return logic_.linear(std::move(l));
    };
    switch (c.kind) {
        case ConditionKind::more_than: return more(true);
        case ConditionKind::at_least: return more(false);
        case ConditionKind::less_than: return logic_.negation(more(false));
        case ConditionKind::at_most: return logic_.negation(more(true));
        default: return logic_.all({more(false), logic_.negation(more(true))});
    }
}

template <class Read>
FormulaNo Interpretation::negated(const Read& read) {
    ++negations_;
    const FormulaNo f = read();
    --negations_;
    return logic_.negation(f);
}

FormulaNo Interpretation::read(const Condition& c, const Seen& seen) {
    const auto flag = [&](UnknownKind kind, const Id& name, const std::string& detail = {}) {
        Unknown u;
        u.kind = kind;
        u.view = seen.view;
        u.name = name;
        u.detail = detail;
        u.words = c.words;
        return logic_.boolean(var(std::move(u)));
    };
    const auto each = [&] {
        std::vector<FormulaNo> parts;
        for (const auto& p : c.parts) parts.push_back(read(p, seen));
        return parts;
    };
    const auto as_seen_by = [&](std::vector<Id> who) {
        Seen inner = seen;
        // what somebody judges to be known is neither what is known nor what is so
        inner.view.insert(inner.view.end(), who.begin(), who.end());
        inner.view = sorted(std::move(inner.view));
        return read(c.parts.front(), inner);
    };
    switch (c.kind) {
        case ConditionKind::all: return logic_.all(each());
        case ConditionKind::any: return logic_.any(each());
        case ConditionKind::negation: return negated([&] { return read(c.parts.front(), seen); });
        case ConditionKind::more_than:
        case ConditionKind::at_least:
        case ConditionKind::less_than:
        case ConditionKind::at_most:
        case ConditionKind::equals: return comparison(c, seen);
        case ConditionKind::is: return flag(UnknownKind::flag, c.fact);
        case ConditionKind::includes: return flag(UnknownKind::member, c.fact, c.value);
        case ConditionKind::reaches: return flag(UnknownKind::level, c.level, c.scheme);
        case ConditionKind::event: return flag(UnknownKind::event, c.name);
        case ConditionKind::in_class: return class_formula(c.name, seen);
        case ConditionKind::known: return as_seen_by({expected_view});
        case ConditionKind::judged: return as_seen_by(sorted(c.by));
        case ConditionKind::test: return flag(UnknownKind::test, c.name, c.words);  // one name for two tests does not make them one
    }
    return logic_.constant(true);
}

std::vector<std::pair<NodeNo, int>> Interpretation::rules(const Id& name, const Instrument& seen_from, int version) const {
    std::vector<std::pair<NodeNo, int>> same, all;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus_.nodes().size()); ++n) {
        const auto& p = corpus_.provision(n);
        if (p.kind != lacuna::NodeKind::provision || p.norm != Norm::classification || p.into != name) continue;
        const auto& in = *corpus_.node(n).instrument;
        // the instrument asked about is read in the version asked about; all others as they stand on the day
        const auto v = &in == &seen_from ? std::optional(version) : version_on(in, on_);
        if (!v || *v < corpus_.node(n).first_version || *v > corpus_.node(n).last_version) continue;
        if (&in != &seen_from && time_standing(corpus_, n, *v, on_).applies == Answer::no) continue;
        all.emplace_back(n, *v);
        if (in.jurisdiction == seen_from.jurisdiction) same.emplace_back(n, *v);
    }
    if (!same.empty()) return same;
    const auto elsewhere = [&](const auto& r) { return corpus_.node(r.first).instrument->jurisdiction != corpus_.node(all.front().first).instrument->jurisdiction; };
    if (std::any_of(all.begin(), all.end(), elsewhere)) all.clear();
    return all;
}

FormulaNo Interpretation::rule(NodeNo n, int version) {
    const auto& p = corpus_.provision(n);
    std::vector<FormulaNo> parts;
    if (p.presumed == Presumption::rebuttable) {
        Unknown u;
        u.kind = UnknownKind::rebuttal;
        u.name = corpus_.ref(n);
        u.words = corpus_.cite(n);
        parts.push_back(logic_.boolean(var(std::move(u)), false));
    }
    if (const auto trigger = corpus_.trigger(n)) parts.push_back(condition(*trigger, n, version));
    for (NodeNo m = n; m != no_node; m = corpus_.node(m).parent)
        for (const auto& e : corpus_.provision(m).unless) parts.push_back(negated([&] { return exception(e, n, version); }));
    return logic_.all(std::move(parts));
}

FormulaNo Interpretation::class_formula(const Id& name, const Seen& seen) {
    if (corpus_.class_of(name) == nullptr || name == "developer" || name == "anyone") return logic_.constant(true);
    const auto as_such = [&](const Id& id) {
        Unknown u;
        u.kind = UnknownKind::in_class;
        u.view = seen.view;
        u.name = id;
        return logic_.boolean(var(std::move(u)));
    };
    // axioms, and what somebody holds to be so, are about the class as such; how rules put somebody into one depends on who reads them
    if (seen.from == no_node || !seen.view.empty()) return as_such(name);
    const auto& in = *corpus_.node(seen.from).instrument;
    const std::tuple memo{name, in.id, seen.version};
    const bool outermost = open_classes_.empty();
    if (outermost)
        if (const auto it = classes_.find(memo); it != classes_.end()) return it->second;
    // a class is no reason for itself; but where it is one against itself, the rules do not tell
    for (const auto& [open, negations] : open_classes_)
        if (open == name) return negations == negations_ ? logic_.constant(false) : as_such(name);

    std::vector<FormulaNo> ways;
    open_classes_.emplace_back(name, negations_);
    for (const auto& c : corpus_.vocabulary().classes) {
        if (!corpus_.within(c.id, name)) continue;
        const auto its_rules = rules(c.id, in, seen.version);
        for (const auto& [n, v] : its_rules) ways.push_back(logic_.all({rule(n, v), corpus_.node(n).instrument == &in ? logic_.constant(true) : in_time(n, v)}));
        if (its_rules.empty()) ways.push_back(as_such(c.id));
    }
    open_classes_.pop_back();
    const FormulaNo out = logic_.any(std::move(ways));
    if (outermost) classes_[memo] = out;
    return out;
}

std::optional<int> Interpretation::version_beside(NodeNo other, NodeNo n, int version) const {
    const auto& node = corpus_.node(other);
    const auto v = node.instrument == corpus_.node(n).instrument ? std::optional(version) : version_on(*node.instrument, on_);
    return v && node.first_version <= *v && *v <= node.last_version ? v : std::nullopt;
}

FormulaNo Interpretation::exception(const Exception& e, NodeNo from, int version) {
    if (!e.condition.empty()) return condition(e.condition.front(), from, version);
    if (!e.ref.empty())
        if (const auto n = corpus_.referred(e.ref, from); n && corpus_.trigger(*n))
            if (const auto v = version_beside(*n, from, version)) return rule(*n, *v);
    Unknown u;
    u.kind = UnknownKind::exception;
    u.words = plain(e.summary);
    u.name = u.words;
    return logic_.boolean(var(std::move(u)));
}

std::vector<RegionPart> Interpretation::region_parts(NodeNo n, int version) {
    using From = RegionPart::From;
    std::vector<RegionPart> out;
    const Id& bearer = corpus_.bearer(n);
    if (corpus_.class_of(bearer) != nullptr && corpus_.within(bearer, "developer"))
        out.push_back({From::bearer, in_class(bearer, n, version), nullptr, bearer, no_node});
    for (NodeNo m = n; m != no_node; m = corpus_.node(m).parent) {
        const auto& p = corpus_.provision(m);
        if (const auto* t = p.trigger()) out.push_back({From::trigger, condition(*t, n, version), t, {}, no_node});
        for (const auto& e : p.unless) out.push_back({From::exception, logic_.negation(exception(e, n, version)), nullptr, plain(e.summary), no_node});
        for (const auto& e : p.escapes)
            out.push_back({From::escape, logic_.negation(exception({{}, e.summary, e.condition, e.at}, n, version)), nullptr, plain(e.summary), no_node});
    }
    for (const NodeNo x : corpus_.exemptions(n)) {
        const auto v = version_beside(x, n, version);
        if (!v) continue;
        Exception whole;
        whole.summary = corpus_.provision(x).summary;
        FormulaNo takes_out = corpus_.trigger(x) ? rule(x, *v) : exception(whole, x, *v);
        // what is to come takes nothing out today; a text that does not stand itself is read as if it did, its exemptions with it
        if (time_standing(corpus_, n, version, on_).applies != Answer::no || corpus_.node(x).instrument != corpus_.node(n).instrument) takes_out = logic_.all({takes_out, in_time(x, *v)});
        out.push_back({From::exemption, logic_.negation(takes_out), nullptr, plain(corpus_.provision(x).summary), x});
    }
    return out;
}

FormulaNo Interpretation::region(NodeNo n, int version) {
    std::vector<FormulaNo> parts;
    for (const auto& p : region_parts(n, version)) parts.push_back(p.formula);
    return logic_.all(std::move(parts));
}

/// Does it apply on the day? Open where that is not known.
FormulaNo Interpretation::in_time(NodeNo n, int version) {
    switch (time_standing(corpus_, n, version, on_).applies) {
        case Answer::yes: return logic_.constant(true);
        case Answer::no: return logic_.constant(false);
        case Answer::undetermined: break;
    }
    return logic_.boolean(standing_var(corpus_.cite(n) + " applies"));
}

FormulaNo Interpretation::day_at_most(VarNo day, Day latest) { return logic_.linear({{{day, -1}}, -day_number(latest), false}); }

VarNo Interpretation::standing_var(const std::string& what) {
    Unknown u;
    u.kind = UnknownKind::standing;
    u.name = what;
    u.words = what;
    return var(std::move(u));
}

FormulaNo Interpretation::come(const TimeExpr& t) {
    const auto open = [&] { return logic_.boolean(standing_var(in_words(corpus_, t))); };
    std::vector<FormulaNo> parts;
    for (const auto& p : t.parts) parts.push_back(come(p));
    switch (t.kind) {
        case TimeKind::fixed:
            if (!t.on) return logic_.constant(false);
            switch (lacuna::has_come(*t.on, on_)) {
                case Answer::yes: return logic_.constant(true);
                case Answer::no: return logic_.constant(false);
                case Answer::undetermined: return open();
            }
            return open();
        case TimeKind::earlier_of: return logic_.any(std::move(parts));
        case TimeKind::later_of: return logic_.all(std::move(parts));
        case TimeKind::within: {
            const auto latest = t.side == Side::before || !t.amount || !t.unit ? std::nullopt : before(on_, *t.amount, *t.unit);
            if (!latest) return open();
            Unknown u;
            u.kind = UnknownKind::day;
            u.name = "event:" + t.event;
            u.detail = std::string(word(t.anchor.value_or(Anchor::occurrence)));
            return day_at_most(var(std::move(u)), *latest);
        }
        case TimeKind::promptly:
        case TimeKind::agreed:
        case TimeKind::every: break;
    }
    return open();
}

FormulaNo Interpretation::has_come(const KnownDate& date) {
    if (date.computed != nullptr) return come(*date.computed);
    if (!date.fixed) return logic_.constant(true);
    TimeExpr fixed;
    fixed.kind = TimeKind::fixed;
    fixed.on = date.fixed;
    return come(fixed);
}

FormulaNo Interpretation::past_legacy(NodeNo n) {
    const auto legacy = corpus_.date(n, DateKind::legacy_until);
    if (legacy.computed == nullptr && !legacy.fixed) return logic_.constant(true);
    const auto applies = corpus_.date(n, DateKind::applies_from).fixed;
    if (!applies) return logic_.any({has_come(legacy), logic_.boolean(standing_var("the day from which it applies"))});
    Unknown u;
    u.kind = UnknownKind::day;
    u.name = "placed-on-market";
    const VarNo placed = var(std::move(u));
    const auto from = [&](Day d) { return logic_.negation(day_at_most(placed, d - std::chrono::days(1))); };
    // a model placed on the day on which the duty begins to apply is a new one
    FormulaNo new_model = from(applies->last);
    if (!applies->exact()) new_model = logic_.any({new_model, logic_.all({from(applies->first), logic_.boolean(standing_var("the day from which it applies"))})});
    return logic_.any({has_come(legacy), new_model});
}

}  // namespace lacuna
