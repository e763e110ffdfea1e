#include "lacuna/agenda.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "time/counting.hpp"
#include "lacuna/hands.hpp"

namespace lacuna {
namespace {

bool wanted(const Provision& p, const Clock& c) { return is_duty(p) || p.norm == Norm::right || c.kind == ClockKind::not_before; }

/// Where words begin to run: the one moment that is known to have started them.
std::optional<Limit> beginning(const Due& d) {
    if (d.words.empty() || d.from.empty() || !d.from.front().when.exact()) return std::nullopt;
    return limit_at(*d.from.front().when.first);
}

bool is_deadline(ClockKind k) { return k == ClockKind::deadline || k == ClockKind::recurring; }

void place(Entry& e, Day on) {
    if (e.standing.applies == Answer::no || (e.asked && e.asked->answer == Applicability::later)) {
        e.kind = DueKind::not_standing;
        return;
    }
    e.kind = e.due.over ? DueKind::over : e.due.idle ? DueKind::not_begun : DueKind::undated;
    if (e.due.idle) return;
    e.limit = safe_limit(e.due, e.clock->kind);
    // of a deadline the other side is worth a place of its own, as long as it is called what it is
    if (!e.limit && is_deadline(e.clock->kind)) {
        e.limit = e.due.latest;
        e.at_the_latest = e.limit.has_value();
    }
    if (e.limit) e.kind = DueKind::dated;
    else if ((e.limit = beginning(e.due))) e.kind = DueKind::in_words;
    if (e.kind != DueKind::dated || e.limit->day >= on) return;
    e.passed = e.due.latest && e.due.latest->day < on ? Answer::yes : Answer::undetermined;
}

bool has_date(const Entry& e) { return e.limit.has_value(); }

/// Moments say when, not whether: of days and events alone nothing is left out.
bool says_whether(const Situation& s) {
    return !s.developer.empty() || std::any_of(s.facts.begin(), s.facts.end(), [](const Known& k) { return k.kind != KnownKind::event && k.kind != KnownKind::day; });
}

/// What has not happened may still happen, and what must be done before it is still to come: it must not take a duty out.
Situation with_what_may_come(const Vocabulary& vocabulary, Situation s, Day on) {
    const auto is_act = [&](const Id& id) { return std::any_of(vocabulary.events.begin(), vocabulary.events.end(), [&](const Event& e) { return e.id == id && e.act; }); };
    std::erase_if(s.facts, [&](const Known& k) {
        if (k.kind != KnownKind::event || !k.view.empty() || is_act(k.name)) return false;
        return k.holds == Truth::no || (k.occurrence && k.occurrence->day > on);
    });
    return s;
}

/// A code or pledge that the developer may not have signed asks nothing for certain.
void with_signature(const Corpus& corpus, const AgendaQuestion& q, DutyAnswer& d) {
    if (!q.only_signed) return;
    const auto& instrument = *corpus.node(d.provision.node).instrument;
    const auto& developer = q.situation.developer;
    const auto force = instrument.force;
    if (d.answer == Applicability::no || (force != Force::code && force != Force::pledge)) return;
    const auto has = developer.empty() ? Answer::undetermined : has_signed(corpus, d.provision.node, developer, q.on);
    if (has == Answer::yes) return;
    d.answer = has == Answer::no ? Applicability::no : Applicability::undetermined;
    d.open.insert(d.open.begin(), {"developer", fmt::format("whether the developer has signed {}", instrument.name())});
}

/// Certainly not, by its condition; what only does not stand on the day is still shown, with the day from which it does.
bool certainly_not(const DutyAnswer& d, Day on) {
    if (d.answer != Applicability::no) return false;
    const bool to_come = d.standing.first_day && *d.standing.first_day > on;
    return d.standing.applies != Answer::no || to_come || d.holds.holding == Holding::no;
}

std::vector<Pinned> with_clocks(const Corpus& corpus, const Scope& scope) {
    std::vector<Pinned> out;
    for (const auto& p : scope.provisions) {
        const auto& provision = corpus.provision(p.node);
        if (std::any_of(provision.clocks.begin(), provision.clocks.end(), [&](const Clock& c) { return wanted(provision, c); })) out.push_back(p);
    }
    return out;
}

}  // namespace

Agenda agenda(const Corpus& corpus, AgendaQuestion question) {
    Agenda out{std::move(question), {}, false, 0};
    const auto& q = out.question;
    const Anchors anchors(corpus.vocabulary(), q.situation);
    const auto provisions = with_clocks(corpus, q.scope);
    out.asked = says_whether(q.situation);
    auto answers = out.asked ? applies_to(corpus, {with_what_may_come(corpus.vocabulary(), q.situation, q.on), q.on, q.in, {}}, provisions) : std::vector<DutyAnswer>{};
    for (auto& a : answers) with_signature(corpus, q, a);
    for (std::size_t i = 0; i < provisions.size(); ++i) {
        const auto& p = provisions[i];
        for (const auto& c : corpus.provision(p.node).clocks) {
            if (!wanted(corpus.provision(p.node), c)) continue;
            if (out.asked && certainly_not(answers[i], q.on)) {
                ++out.left_out;
                continue;
            }
            Entry e{p, &c, due(corpus, *corpus.node(p.node).instrument, c, anchors, q.on), {}, {}, {}, {}, false, Answer::no};
            if (out.asked) e.asked = answers[i];
            e.standing = out.asked ? answers[i].standing : time_standing(corpus, p.node, p.version, q.on);
            place(e, q.on);
            out.entries.push_back(std::move(e));
        }
    }
    std::stable_sort(out.entries.begin(), out.entries.end(), [](const Entry& a, const Entry& b) {
        if (has_date(a) != has_date(b)) return has_date(a);
        return has_date(a) ? before(*a.limit, *b.limit) : a.kind < b.kind;
    });
    return out;
}

}  // namespace lacuna
