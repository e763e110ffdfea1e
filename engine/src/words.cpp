#include "lacuna/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace lacuna {
namespace {

template <class T>
std::string name_in(const std::vector<T>& items, const Id& id) {
    const auto it = std::find_if(items.begin(), items.end(), [&](const T& x) { return x.id == id; });
    return it == items.end() ? id : plain(it->name);
}

/// A name in the middle of a sentence: first letter small unless it looks like an abbreviation.
std::string inner(std::string s) {
    if (s.size() > 1 && s[0] >= 'A' && s[0] <= 'Z' && ((s[1] >= 'a' && s[1] <= 'z') || s[1] == ' ')) s[0] = static_cast<char>(s[0] - 'A' + 'a');
    return s;
}

/// Words that begin a sentence of their own, in the middle of another: a name keeps its capital.
std::string inner_test(const Corpus& corpus, std::string words) {
    if (words.ends_with('.')) words.pop_back();
    const auto first = words.substr(0, words.find(' '));
    const auto ids = corpus.party_ids();
    const bool name = std::any_of(ids.begin(), ids.end(), [&](const Id& id) { return plain(corpus.party(id)->name).starts_with(first + " ") || plain(corpus.party(id)->name) == first; });
    return name ? words : inner(words);
}

std::string fact_name(const Corpus& corpus, const Id& id) {
    std::string name = id;
    std::replace(name.begin(), name.end(), '-', ' ');
    return corpus.vocabulary().facts.empty() ? id : name;
}

std::string event_name(const Corpus& corpus, const Id& id) { return inner(name_in(corpus.vocabulary().events, id)); }

std::string year_words(std::string year) {
    if (year.empty()) return "";
    std::replace(year.begin(), year.end(), '-', ' ');
    return fmt::format(" ({} year)", year);
}

std::string quantity(const Condition& c) {
    if (!c.of.empty()) return "";
    const auto number = Decimal::parse(c.value);
    const std::string share = c.factor.empty() ? "" : c.factor + " of ";
    return share + (number ? number->pretty() : c.value) + (c.unit.empty() ? "" : c.unit == "x" ? "x" : " " + c.unit);
}

/// "placed on market before 2 August 2025".
std::string day_comparison(const Corpus& corpus, const Condition& c, Day day) {
    static constexpr std::array<std::string_view, 5> how{"after", "on or after", "before", "on or before", "on"};
    return fmt::format("{} {} {}", fact_name(corpus, c.fact), how[static_cast<std::size_t>(c.kind) - static_cast<std::size_t>(ConditionKind::more_than)], in_words(day));
}

std::string comparison(const Corpus& corpus, const Condition& c) {
    if (const auto day = parse_day(c.value)) return day_comparison(corpus, c, *day);
    std::string how(word(c.kind));
    std::replace(how.begin(), how.end(), '-', ' ');
    if (c.kind == ConditionKind::equals) how = "exactly";
    std::string than = quantity(c);
    if (!c.of.empty()) than = (c.factor.empty() ? "" : c.factor + " of ") + ("the " + fact_name(corpus, c.of));
    std::string what = fact_name(corpus, c.fact) + year_words(c.year);
    for (const auto& other : c.plus) what += " plus " + fact_name(corpus, other) + year_words(c.year);
    return fmt::format("{} is {} {}", what, how, than);
}

std::string list_of(const Corpus& corpus, const Condition& c, std::string_view glue) {
    std::vector<std::string> parts;
    for (const auto& p : c.parts) {
        const bool nested = (p.kind == ConditionKind::all || p.kind == ConditionKind::any) && p.kind != c.kind;
        parts.push_back(nested ? "(" + in_words(corpus, p) + ")" : in_words(corpus, p));
    }
    return join(parts, glue);
}

std::string level_name(const Corpus& corpus, const Condition& c) {
    for (const auto& in : corpus.data().instruments)
        for (const auto& s : in.schemes)
            if (s.id == c.scheme)
                for (const auto& l : s.levels)
                    if (l.id == c.level) return fmt::format("{} ({})", l.label, s.label);
    return c.level;
}

std::string plural(const Decimal& amount, TimeUnit unit) {
    std::string u(word(unit));
    std::replace(u.begin(), u.end(), '-', ' ');
    return fmt::format("{} {}{}", amount.pretty(), u, amount == *Decimal::parse("1") ? "" : "s");
}

/// ": the model is placed on the market", " the awareness of: a serious incident".
std::string moment_of(const Corpus& corpus, const TimeExpr& t) {
    const std::string anchor = t.anchor && *t.anchor != Anchor::occurrence ? fmt::format(" the {} of:", word(*t.anchor)) : ":";
    return fmt::format("{} {}", anchor, event_name(corpus, t.event));
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
    if (!t.reset.empty()) out += ", starting anew after: " + event_name(corpus, t.reset);
    if (!t.until.empty()) out += ", until: " + event_name(corpus, t.until);
    return out;
}

}  // namespace

std::string in_words(const Corpus& corpus, const Condition& c) {
    switch (c.kind) {
        case ConditionKind::all: return list_of(corpus, c, " and ");
        case ConditionKind::any: return list_of(corpus, c, " or ");
        case ConditionKind::negation: return "it is not so that " + in_words(corpus, c.parts.front());
        case ConditionKind::more_than:
        case ConditionKind::at_least:
        case ConditionKind::less_than:
        case ConditionKind::at_most:
        case ConditionKind::equals: return comparison(corpus, c);
        case ConditionKind::is: return inner(name_in(corpus.vocabulary().facts, c.fact));
        case ConditionKind::includes: return fmt::format("{} includes {}", fact_name(corpus, c.fact), c.value);
        case ConditionKind::reaches: return "the model reaches " + level_name(corpus, c);
        case ConditionKind::event: return "this happens: " + event_name(corpus, c.name);
        case ConditionKind::in_class: return "it is a case of: " + inner(name_in(corpus.vocabulary().classes, c.name));
        case ConditionKind::known: return "it is known that " + in_words(corpus, c.parts.front());
        case ConditionKind::judged: {
            std::vector<std::string> names;
            for (const auto& id : c.by) names.push_back(bearer_name(corpus, id));
            return fmt::format("{} (judged by {})", in_words(corpus, c.parts.front()), join(names, " and "));
        }
        case ConditionKind::test: return inner_test(corpus, c.words);
    }
    return {};
}

std::string in_words(const Corpus& corpus, const TimeExpr& t, std::optional<ClockKind> kind) {
    const auto several = [&](std::string_view how) {
        std::vector<std::string> parts;
        for (const auto& p : t.parts) parts.push_back(in_words(corpus, p, kind));
        return fmt::format("the {} of: {}", how, join(parts, "; "));
    };
    switch (t.kind) {
        case TimeKind::within:
            if (*t.amount == Decimal{}) return at_once(t, kind) + moment_of(corpus, t);
            return fmt::format("{} {}{}", plural(*t.amount, *t.unit), t.side == Side::before ? "before" : "after", moment_of(corpus, t));
        case TimeKind::promptly: return fmt::format("{} (no number) after{}", t.words, moment_of(corpus, t));
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

std::string event_words(const Corpus& corpus, const Id& event) { return event_name(corpus, event); }
std::string theme_name(const Corpus& corpus, const Id& theme) { return name_in(corpus.vocabulary().themes, theme); }
std::string domain_name(const Corpus& corpus, const Id& domain) { return name_in(corpus.vocabulary().domains, domain); }

}  // namespace lacuna
