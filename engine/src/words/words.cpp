#include "lacuna/words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/reference.hpp"
#include "model/plain_words.hpp"

namespace lacuna {
namespace {

std::string plural(const Decimal& amount, TimeUnit unit) {
    std::string u(word(unit));
    std::replace(u.begin(), u.end(), '-', ' ');
    return fmt::format("{} {}{}", amount.pretty(), u, amount == *Decimal::parse("1") ? "" : "s");
}

/// ": the model is placed on the market", " the awareness of: a serious incident".
std::string moment_of(const Corpus& corpus, const TimeExpr& t) {
    const std::string anchor = t.anchor && *t.anchor != Anchor::occurrence ? fmt::format(" the {} of:", word(*t.anchor)) : ":";
    return fmt::format("{} {}", anchor, inner_event(corpus, t.event));
}

/// After "after" and "before", what happens reads on: "4 weeks after the model is placed on the market".
std::string reading_on(const Corpus& corpus, const TimeExpr& t) {
    return t.anchor && *t.anchor != Anchor::occurrence ? moment_of(corpus, t) : " " + inner_event(corpus, t.event);
}

/// No time before or after an event, in words: nobody says "0 days before".
std::string at_once(const TimeExpr& t, std::optional<ClockKind> kind) {
    if (t.side == Side::before) return "before";
    const bool act = kind == ClockKind::deadline || kind == ClockKind::recurring;
    if (!t.anchor || *t.anchor == Anchor::occurrence) return act ? "at the latest when" : "when";
    return act ? "at the latest upon" : "upon";
}

std::string recurrence(const Corpus& corpus, const TimeExpr& t) {
    std::string turn = plural(*t.amount, *t.unit);
    if (turn.starts_with("1 ")) turn = turn.substr(2);
    std::string out = t.first ? fmt::format("first {}{}, then every {}", t.first->exact() ? "by " : "", in_words(*t.first), turn) : "every " + turn;
    if (!t.event.empty()) out += ", from" + moment_of(corpus, t);
    if (!t.reset.empty()) out += ", starting anew after " + inner_event(corpus, t.reset);
    if (!t.until.empty()) out += ", until " + inner_event(corpus, t.until);
    return out;
}

}  // namespace

std::string in_words(const Corpus& corpus, const TimeExpr& t, std::optional<ClockKind> kind) {
    const auto several = [&](std::string_view how) {
        std::vector<std::string> parts;
        for (const auto& p : t.parts) parts.push_back(in_words(corpus, p, kind));
        return fmt::format("the {} of: {}", how, join(parts, "; "));
    };
    switch (t.kind) {
        case TimeKind::within:
            if (*t.amount == Decimal{}) return at_once(t, kind) + (t.side == Side::before ? reading_on(corpus, t) : moment_of(corpus, t));
            return fmt::format("{} {}{}", plural(*t.amount, *t.unit), t.side == Side::before ? "before" : "after", reading_on(corpus, t));
        case TimeKind::promptly: return fmt::format("{} (no number) after{}", t.words, reading_on(corpus, t));
        case TimeKind::agreed: return "as agreed with " + bearer_name(corpus, t.with);
        case TimeKind::fixed: return t.on ? in_words(*t.on) : "";
        case TimeKind::every: return recurrence(corpus, t);
        case TimeKind::earlier_of: return several("earlier");
        case TimeKind::later_of: return several("later");
    }
    return {};
}

std::string in_words(const Corpus& corpus, const Clock& clock) {
    std::string kind(word(clock.kind));
    std::replace(kind.begin(), kind.end(), '-', ' ');
    return fmt::format("{}{}: {}", kind, clock.label.empty() ? "" : " (" + clock.label + ")", clock.expr.empty() ? "" : in_words(corpus, clock.expr.front(), clock.kind));
}

std::string in_words(const Corpus& corpus, const KnownDate& date) {
    if (date.computed != nullptr) return in_words(corpus, *date.computed);
    return date.fixed ? in_words(*date.fixed) : "not stated";
}

std::string in_words(const Corpus& corpus, const Sanction& s) {
    std::vector<std::string> amounts;
    for (const auto& a : s.amounts) {
        if (a.percent) amounts.push_back(fmt::format("{} % of {}{}", a.percent->pretty(), fact_name(corpus, a.of), year_words(a.year)));
        else if (a.value) amounts.push_back(fmt::format("{}{}", a.unit.empty() ? "" : a.unit + " ", a.value->pretty()));
    }
    std::string out = join(amounts, s.combine == Combine::sum ? " plus " : " and ");
    if (s.combine == Combine::higher_of) out = "the higher of " + out;
    if (s.combine == Combine::lower_of) out = "the lower of " + out;
    if (out.empty()) out = "sanction";
    if (!s.per.empty()) out += ", per " + s.per;
    out += ", by " + bearer_name(corpus, s.by);
    if (s.discretion == Discretion::may) out += " (may)";
    if (!s.through.empty()) out += ", through " + s.through;
    return out;
}

std::string bearer_name(const Corpus& corpus, const Id& bearer) {
    if (bearer == bearer_party) return "the bearer itself";
    if (const auto* p = corpus.party(bearer)) return plain(p->name);
    if (const auto* c = corpus.class_of(bearer)) return plain(c->name);
    return bearer;
}

std::string cites(const Corpus& corpus, const std::vector<NodeNo>& provisions) {
    std::vector<std::string> out;
    for (const NodeNo n : provisions) out.push_back(corpus.cite(n));
    return join(out, " together with ");
}
std::string cites(const Corpus& corpus, const std::vector<Pinned>& provisions) {
    std::vector<NodeNo> nodes;
    for (const auto& p : provisions) nodes.push_back(p.node);
    return cites(corpus, nodes);
}

std::string event_words(const Corpus& corpus, const Id& event) { return inner_event(corpus, event); }
std::string theme_name(const Corpus& corpus, const Id& theme) { return name_in(corpus.vocabulary().themes, theme); }
std::string domain_name(const Corpus& corpus, const Id& domain) { return name_in(corpus.vocabulary().domains, domain); }

}  // namespace lacuna
