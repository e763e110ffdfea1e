#include "survey/duties.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "applies/duty_steps.hpp"
#include "lacuna/hands.hpp"

namespace lacuna {

namespace {

std::string text(const Condition& c) {
    std::string out = fmt::format("({} {} {} {} {} {} {} {} {} {} {}", word(c.kind), c.fact, join(c.plus, "+"), c.value, c.unit, c.of, c.factor, c.year, c.scheme, c.level, c.name);
    out += fmt::format(" {} '{}'", join(c.by, "+"), c.words);
    for (const auto& p : c.parts) out += text(p);
    return out + ")";
}

std::string text(const std::string& what, const std::string& ref, const Texts& summary, const std::vector<Condition>& condition) {
    std::string out = fmt::format("{} {} '{}'", what, ref, plain(summary));
    for (const auto& c : condition) out += text(c);
    return out;
}

std::string text(const KnownDate& d) { return d.computed != nullptr ? fmt::format("{}", static_cast<const void*>(d.computed)) : d.fixed ? to_string(*d.fixed) : "-"; }

}  // namespace

std::string kind_of_duty(const Corpus& corpus, NodeNo n) {
    std::string out = fmt::format("{} {}-{}", corpus.bearer(n), corpus.node(n).first_version, corpus.node(n).last_version);
    for (const auto& a : corpus.node(n).instrument->adoptions) out += covers(corpus, a, n) ? "+" : "-";
    for (NodeNo m = n; m != no_node; m = corpus.node(m).parent) {
        const auto& p = corpus.provision(m);
        for (const auto& c : p.when) out += text(c);
        for (const auto& e : p.unless) out += text("unless", e.ref, e.summary, e.condition);
        for (const auto& e : p.escapes) out += text("escape", "", e.summary, e.condition);
    }
    for (const NodeNo x : corpus.exemptions(n)) out += fmt::format(" exempt {}", x);
    for (const auto kind : {DateKind::in_force_from, DateKind::applies_from, DateKind::legacy_until}) out += " " + text(corpus.date(n, kind));
    return out;
}

DutyReading DutyReader::read(NodeNo n, Day on) {
    DutyReading r;
    r.node = n;
    r.on = on;
    const auto version = version_asking(*corpus_.node(n).instrument, on);
    if (!version || !stands_in(corpus_, n, *version)) return r;
    r.version = *version;
    r.bears = may_bear(corpus_, asked_, n, on);
    if (r.bears == Answer::no) return r;
    r.stands = true;
    r.standing = time_standing(corpus_, n, *version, on);
    const auto later = [&](const std::optional<Day>& first) { return first && *first > on ? *first : on; };
    judge_by(r, r.standing.applies == Answer::no ? later(r.standing.first_day) : on);
    auto& law = oracle_.law(on);
    for (const auto kind : {DateKind::in_force_from, DateKind::applies_from}) {
        const auto date = corpus_.date(n, kind);
        if (date.computed == nullptr) continue;
        r.dates.push_back(law.in().has_come(date));
        oracle_.expect(law, r.dates.back());
    }
    if (r.dates.empty()) return r;
    // once the event is known, one of the fixed dates may still be to come
    std::set<Day> fixed;
    for (const auto kind : {DateKind::in_force_from, DateKind::applies_from})
        if (const auto date = corpus_.date(n, kind); date.fixed) fixed.insert(date.fixed->last);
    const auto& in = *corpus_.node(n).instrument;
    if (const auto& from = in.versions[static_cast<std::size_t>(*version)].in_force_from) fixed.insert(from->last);
    for (const auto& s : in.status)
        if (s.value == Status::in_force && s.from) fixed.insert(s.from->last);
    for (const Day d : fixed) {
        DutyReading other = r;
        judge_by(other, later(d));
    }
    return r;
}

/// Reads its condition by the law of a day.
void DutyReader::judge_by(DutyReading& r, Day day) {
    auto& law = oracle_.law(day);
    r.judged = day;
    r.region = law.in().region(r.node, r.version);
    r.legacy = law.in().past_legacy(r.node);
    r.events.clear();
    for (const auto& e : nothing_known_.events(r.node, r.version)) {
        Unknown u;
        u.kind = UnknownKind::event;
        u.name = e;
        r.events.push_back(law.in().logic().boolean(law.in().var(std::move(u))));
        oracle_.expect(law, r.events.back());
    }
    oracle_.expect(law, r.region);
    oracle_.expect(law, r.legacy);
}

/// Everything that the answers depend on: what reads the same is answered once.
std::vector<int> DutyReader::key(const DutyReading& r) {
    auto& law = oracle_.law(r.judged);
    std::vector<int> out{r.dates.empty() ? 0 : 1, static_cast<int>(r.bears), static_cast<int>(r.standing.applies), r.standing.to_come ? 1 : 0, oracle_.forms().form(law, r.region), oracle_.forms().form(law, r.legacy)};
    for (const FormulaNo e : r.events) out.push_back(oracle_.forms().form(law, e));
    if (!r.dates.empty()) out.push_back(r.node);
    if (!r.dates.empty() || oracle_.has_events()) out.push_back(-static_cast<int>(r.on.time_since_epoch().count()));
    if (r.judged != r.on && oracle_.has_events()) out.push_back(-static_cast<int>(r.judged.time_since_epoch().count()));
    return out;
}

const DutyAnswers& DutyReader::answers(const DutyReading& r) {
    static const DutyAnswers none;
    if (!r.stands) return none;
    const auto [it, fresh] = answers_.try_emplace(key(r));
    if (fresh)
        for (std::size_t g = 0; g < oracle_.group_count(); ++g) it->second.push_back(answer(r, g));
    return it->second;
}

std::optional<Applicability> DutyReader::answer(const DutyReading& r, std::size_t group) {
    if (r.dates.empty()) return answer_in_time(r, group);
    // whether its day has come depends on events: as many readings as there are differences in what is known of these
    std::vector<int> alike;
    for (const FormulaNo d : r.dates) alike.push_back(oracle_.classes(oracle_.law(r.on), {d})[group]);
    const auto [it, fresh] = by_events_.try_emplace({r.node, r.on, alike}, r);
    if (fresh) {
        auto& known = it->second;
        Triggers triggers(corpus_, oracle_.situation(group), r.on);
        known.standing = time_standing(corpus_, r.node, r.version, r.on, &triggers);
        const auto& first = known.standing.first_day;
        judge_by(known, known.standing.applies == Answer::no && first && *first > r.on ? *first : r.on);
    }
    return answer_in_time(it->second, group);
}

std::optional<Applicability> DutyReader::answer_in_time(const DutyReading& r, std::size_t group) {
    auto& law = oracle_.law(r.judged);
    return duty_answer(r.standing, r.bears, {[&] { return oracle_.holds(law, group, r.region); }, [&] { return after_events(r, group); }, [&] { return oracle_.holds(law, group, r.legacy); }});
}

std::optional<Holding> DutyReader::after_events(const DutyReading& r, std::size_t group) {
    auto& law = oracle_.law(r.judged);
    std::vector<FormulaNo> happened;
    for (const FormulaNo e : r.events)
        if (oracle_.holds(law, group, e) != Holding::yes) happened.push_back(e);
    return happened.empty() ? std::nullopt : std::optional(oracle_.holds(law, group, r.region, happened));
}

}  // namespace lacuna
