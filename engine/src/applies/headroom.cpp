#include "applies/headroom.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "trigger/interpretation.hpp"
#include "trigger/decide.hpp"
#include "lacuna/words.hpp"

namespace lacuna {
namespace {

using logic::Rational;

struct Threshold {
    const Condition* condition;
    NodeNo rule;
    int version;
};

void comparisons_in(const Condition& c, NodeNo rule, int version, std::vector<Threshold>& out) {
    const bool lower = c.kind == ConditionKind::more_than || c.kind == ConditionKind::at_least;
    if (lower && c.of.empty() && !parse_day(c.value)) out.push_back({&c, rule, version});
    // what is taken away, or only known or judged, is no threshold to approach
    if (c.kind == ConditionKind::negation || c.kind == ConditionKind::known || c.kind == ConditionKind::judged) return;
    for (const auto& p : c.parts) comparisons_in(p, rule, version, out);
}

std::string number_text(const Rational& r) { return logic::decimal(r, 3).pretty(); }

std::string span(const std::string& low, const std::string& high) { return low == high ? low : low + " to " + high; }

}  // namespace

std::vector<Headroom> headroom_of(const Corpus& corpus, const std::vector<Regime>& regimes, const Situation& situation, Day on) {
    Interpretation in(corpus, situation, on);
    std::vector<std::tuple<std::string, Rational, Headroom>> found;
    for (const auto& r : regimes) {
        std::vector<Threshold> thresholds;
        for (const auto& c : r.classes)
            for (const auto& rule : c.rules)
                if (const auto* when = corpus.provision(rule.node).trigger()) comparisons_in(*when, rule.node, rule.version, thresholds);
        for (const auto& t : thresholds) {
            const auto value = Decimal::parse(t.condition->value);
            if (!value) continue;
            const Rational limit = logic::rational(*value) * (t.condition->factor.empty() ? Rational(1) : logic::fraction(t.condition->factor).value_or(1));
            std::optional<Rational> low(0), high(0);
            std::string fact;
            for (std::size_t i = 0; i <= t.condition->plus.size(); ++i) {
                Unknown u;
                u.kind = UnknownKind::quantity;
                u.name = i == 0 ? t.condition->fact : t.condition->plus[i - 1];
                u.unit = t.condition->unit;
                const auto facts = std::find_if(corpus.vocabulary().facts.begin(), corpus.vocabulary().facts.end(), [&](const Fact& f) { return f.id == u.name; });
                if (facts != corpus.vocabulary().facts.end() && facts->per_year) u.year = static_cast<int>(std::chrono::year_month_day{on}.year()) - (t.condition->year == "preceding" ? 1 : 0);
                fact += (i == 0 ? "" : " plus ") + subject_words(in, in.var(u));
                const auto k = std::find_if(situation.facts.begin(), situation.facts.end(), [&](const Known& known) { return known.kind == KnownKind::quantity && known.name == u.name && known.unit == u.unit && known.year == u.year && known.view.empty(); });
                const Interval range = k == situation.facts.end() ? Interval{Decimal{}, std::nullopt, false, false} : interval_of(*k);
                low = range.low && low ? std::optional<Rational>(*low + logic::rational(*range.low)) : low;
                high = range.high && high ? std::optional<Rational>(*high + logic::rational(*range.high)) : std::nullopt;
            }
            Headroom h;
            h.rule = t.rule;
            h.version = t.version;
            h.fact = fact;
            const bool strict = t.condition->kind == ConditionKind::more_than;
            h.threshold = fmt::format("{} {} {}", strict ? "more than" : "at least", number_text(limit), t.condition->unit);
            const bool known = (low && *low > 0) || high;
            if (known) h.known = high ? span(number_text(*low), number_text(*high)) + " " + t.condition->unit : fmt::format("at least {} {}", number_text(*low), t.condition->unit);
            if (low && (strict ? *low > limit : *low >= limit)) h.passed = Answer::yes;
            else if (high && (strict ? *high <= limit : *high < limit)) h.passed = Answer::no;
            if (known && high && *low > 0) h.times = span(number_text(limit / *high), number_text(limit / *low));
            found.emplace_back(fact, limit, std::move(h));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b)); });
    std::vector<Headroom> out;
    for (auto& f : found)
        if (out.empty() || out.back().rule != std::get<2>(f).rule || out.back().threshold != std::get<2>(f).threshold || out.back().fact != std::get<2>(f).fact) out.push_back(std::move(std::get<2>(f)));
    return out;
}

}  // namespace lacuna
