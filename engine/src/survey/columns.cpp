#include "survey/columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/applies.hpp"

namespace lacuna {
namespace {

/// The first day from which an instrument is in force, and from which it applies as a whole, if it ever is; nothing for a bill that was
/// vetoed.
std::optional<Day> begins(const Instrument& in) {
    std::optional<Day> out;
    for (const auto& s : in.status)
        if (s.value == Status::in_force && s.from && (!out || s.from->last < *out)) out = s.from->last;
    const auto& d = in.dates.applies_from ? in.dates.applies_from : in.dates.in_force_from;
    return out && d ? std::max(*out, d->last) : out;
}

std::optional<Decimal> limit_of(const Condition& c) {
    const auto value = Decimal::parse(c.value);
    if (!value || c.factor.empty()) return value;
    return logic::decimal(logic::rational(*value) * logic::fraction(c.factor).value_or(1));
}

/// Comparisons with a number that a rule asks to be passed. What is taken away, or only known or judged, is no line.
void lines_in(const Condition& c, std::vector<const Condition*>& out) {
    const bool upward = c.kind == ConditionKind::more_than || c.kind == ConditionKind::at_least;
    if (upward && c.of.empty() && !parse_day(c.value) && limit_of(c)) out.push_back(&c);
    if (c.kind == ConditionKind::negation || c.kind == ConditionKind::known || c.kind == ConditionKind::judged) return;
    for (const auto& p : c.parts) lines_in(p, out);
}

std::string fact_name(const Corpus& corpus, const Id& id) {
    const auto& facts = corpus.vocabulary().facts;
    const auto it = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == id; });
    std::string name = id;
    std::replace(name.begin(), name.end(), '-', ' ');
    return it != facts.end() && it->per_year ? name + " of a year" : name;
}

SurveyColumn line_column(const Corpus& corpus, const Condition& c, NodeNo rule) {
    SurveyColumn out;
    out.instrument = corpus.node(rule).instrument;
    out.fact = fact_name(corpus, c.fact);
    for (const auto& other : c.plus) out.fact += " plus " + fact_name(corpus, other);
    if (!c.year.empty()) out.fact = out.fact.substr(0, out.fact.rfind(" of a year")) + fmt::format(" of the {} year", c.year);
    out.line = fmt::format("{} {} {}", c.kind == ConditionKind::more_than ? "more than" : "at least", limit_of(c)->pretty(), c.unit);
    out.rules = {rule};
    return out;
}

/// The instrument asks something or will, on some day of the survey, in a version in which the provision stands.
bool ever_stands(const Corpus& corpus, const SurveyLaw& law, NodeNo n) {
    return std::any_of(law.stretches.begin(), law.stretches.end(), [&](const Stretch& s) {
        const auto v = version_asking(*law.instrument, s.from);
        return v && stands_in(corpus, n, *v);
    });
}

/// Is there a rule, there or in its jurisdiction, that puts somebody into the class on some day of the survey?
bool decided_by_rules(Oracle& oracle, const SurveyLaw& law, const Id& name) {
    const auto& corpus = oracle.corpus();
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) {
        const auto& p = corpus.provision(n);
        if (p.kind == NodeKind::provision && p.norm == Norm::classification && corpus.within(p.into, name) && corpus.node(n).instrument->jurisdiction == law.instrument->jurisdiction) return true;
    }
    return false;
}

}  // namespace

ColumnReader::ColumnReader(Oracle& oracle, const SurveyLaw& law, SurveyColumn column, const Condition* line) : law_(&law), column_(std::move(column)), line_(line) {
    for (const auto& s : law.stretches) readings_.push_back(read(oracle, s.from));
    for (const auto& r : readings_)
        if (!r.over) oracle.expect(oracle.law(r.judged), r.formula);
}

ColumnReader::Reading ColumnReader::read(Oracle& oracle, Day on) const {
    const auto& in = *law_->instrument;
    Reading r;
    r.judged = on;
    if (line_ != nullptr) {
        auto& law = oracle.law(on);
        r.formula = law.in().condition(*line_, column_.rules.front(), version_asked(in, on).value_or(0));
        return r;
    }
    const auto begin = begins(in);
    const auto version = version_asked(in, on);
    const bool asks = version_asking(in, on).has_value();
    r.over = !version || !begin || (!asks && *begin <= on);
    if (r.over) return r;
    r.judged = std::max(on, *begin);
    r.begun = *begin <= on && status_on(in, on) == Status::in_force;
    r.formula = oracle.law(r.judged).in().in_class(column_.in_class, column_.rules.front(), *version);
    return r;
}

SurveyWord ColumnReader::answer(Oracle& oracle, const Reading& r, std::size_t group) const {
    if (r.over) return SurveyWord::no;
    switch (oracle.holds(oracle.law(r.judged), group, r.formula)) {
        case Holding::yes: return r.begun ? SurveyWord::yes : SurveyWord::not_yet;
        case Holding::presumed: return r.begun ? SurveyWord::presumed : SurveyWord::not_yet;
        case Holding::no: return SurveyWord::no;
        case Holding::undetermined: break;
    }
    return open(oracle, r, group);
}

/// Whether an open answer is open by what is said of the model, or for lack of it.
SurveyWord ColumnReader::open(Oracle& oracle, const Reading& r, std::size_t group) const {
    auto& law = oracle.law(r.judged);
    if (line_ == nullptr) return oracle.straddles(law, group, r.formula) ? SurveyWord::undetermined : SurveyWord::unknown;
    for (const VarNo v : law.in().logic().variables(r.formula)) {
        const auto& u = law.in().unknown(v);
        if (u.name == line_->fact && oracle.says(group, u)) return SurveyWord::undetermined;
    }
    return SurveyWord::unknown;
}

std::vector<ColumnReader::Answers> ColumnReader::answers(Oracle& oracle) const {
    std::vector<Answers> out;
    std::map<std::tuple<bool, bool, int>, std::size_t> known;
    for (const auto& r : readings_) {
        const std::tuple key{r.over, r.begun, r.over ? 0 : oracle.forms().form(oracle.law(r.judged), r.formula)};
        const auto seen = known.find(key);
        if (seen != known.end() && !oracle.has_events()) {
            out.push_back(out[seen->second]);
            continue;
        }
        known[key] = out.size();
        Answers one;
        for (std::size_t g = 0; g < oracle.group_count(); ++g) one.push_back(answer(oracle, r, g));
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<ColumnReader> columns_of(Oracle& oracle, const std::vector<SurveyLaw>& laws, const std::vector<std::vector<NodeNo>>& duties) {
    const auto& corpus = oracle.corpus();
    std::vector<ColumnReader> out, lines;
    for (std::size_t i = 0; i < laws.size(); ++i) {
        const auto& law = laws[i];
        std::set<Id> seen;
        for (const NodeNo n : duties[i]) {
            const Id& name = corpus.bearer(n);
            if (corpus.class_of(name) == nullptr || name == "developer" || name == "anyone" || !seen.insert(name).second) continue;
            if (begins(*law.instrument) && decided_by_rules(oracle, law, name)) out.emplace_back(oracle, law, SurveyColumn{law.instrument, name, {}, {}, {n}}, nullptr);
        }
        for (const NodeNo n : corpus.nodes_of(*law.instrument)) {
            const auto& p = corpus.provision(n);
            std::vector<const Condition*> named;
            if (p.kind == NodeKind::provision && p.norm == Norm::classification && p.trigger() != nullptr && ever_stands(corpus, law, n)) lines_in(*p.trigger(), named);
            for (const auto* c : named) {
                auto column = line_column(corpus, *c, n);
                const auto same = std::find_if(lines.begin(), lines.end(), [&](const ColumnReader& x) { return x.column().fact == column.fact && x.column().line == column.line; });
                if (same == lines.end()) lines.emplace_back(oracle, law, std::move(column), c);
                else if (same->column().rules.back() != n) same->also(n);
            }
        }
    }
    std::move(lines.begin(), lines.end(), std::back_inserter(out));
    return out;
}

}  // namespace lacuna
