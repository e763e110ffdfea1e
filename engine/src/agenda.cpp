#include "lacuna/agenda.hpp"

#include <algorithm>
#include <tuple>

#include "counting.hpp"

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
    if (e.standing.applies == Answer::no) {
        e.kind = DueKind::not_standing;
        return;
    }
    e.kind = e.due.idle ? DueKind::not_begun : DueKind::undated;
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

}  // namespace

Agenda agenda(const Corpus& corpus, const Scope& scope, const Anchors& anchors, Day on, std::optional<std::string> in) {
    Agenda out{on, std::move(in), scope, {}};
    for (const auto& p : scope.provisions)
        for (const auto& c : corpus.provision(p.node).clocks) {
            if (!wanted(corpus.provision(p.node), c)) continue;
            Entry e{p, &c, due(corpus, *corpus.node(p.node).instrument, c, anchors, on), time_standing(corpus, p.node, p.version, on), {}, {}, false, Answer::no};
            place(e, on);
            out.entries.push_back(std::move(e));
        }
    std::stable_sort(out.entries.begin(), out.entries.end(), [](const Entry& a, const Entry& b) {
        if (has_date(a) != has_date(b)) return has_date(a);
        return has_date(a) ? before(*a.limit, *b.limit) : a.kind < b.kind;
    });
    return out;
}

}  // namespace lacuna
