#include "lacuna/survey.hpp"

#include <algorithm>
#include <numeric>

#include "survey/columns.hpp"
#include "survey/days.hpp"

namespace lacuna {
namespace {

/// What all models say alike.
Situation said_of_all(const std::vector<SurveyModel>& models) {
    if (models.empty()) return {};
    Situation out = models.front().situation;
    for (const auto& m : models)
        std::erase_if(out.facts, [&](const Known& k) { return std::find(m.situation.facts.begin(), m.situation.facts.end(), k) == m.situation.facts.end(); });
    return out;
}

std::uint64_t length(const Stretch& s) { return static_cast<std::uint64_t>((s.to - s.from).count() + 1); }

/// Answers one question, in steps: read all law for all days, see which models are alike for it, answer.
class Surveyor {
public:
    Surveyor(const Corpus& corpus, const SurveyQuestion& q) : corpus_(corpus), q_(q), models_(with_nothing_said(q.models)), asked_{q.in, q.of, models_.back().situation.developer}, oracle_(corpus, models_), reader_(corpus, oracle_, asked_, q.from) {}

    SurveyAnswer run() {
        laws();
        for (const auto& law : laws_) duties_.push_back(duties_of(law));
        auto columns = columns_of(oracle_, laws_, duties_);
        for (std::size_t i = 0; i < laws_.size(); ++i) read(i);
        oracle_.group();
        groups(columns.size());
        for (std::size_t c = 0; c < columns.size(); ++c) column(c, columns[c]);
        for (const auto& c : columns) out_.columns.push_back(c.column());
        out_.assumed.assign(oracle_.assumed().begin(), oracle_.assumed().end());
        for (std::size_t i = 0; i < laws_.size(); ++i) duties(i);
        finish();
        return std::move(out_);
    }

private:
    /// Duties of one instrument that ask alike.
    struct Kind {
        std::vector<NodeNo> nodes;
        std::vector<DutyReading> readings;  ///< one a counted stretch
    };

    static std::vector<SurveyModel> with_nothing_said(std::vector<SurveyModel> models) {
        models.push_back({"", said_of_all(models)});
        return models;
    }

    void laws() {
        std::set<Day> known;
        for (const auto& m : models_) known.merge(days_of(m.situation));
        // whose part somebody is, and in which class, decides which codes and pledges bind it
        if (!asked_.developer.empty()) known.merge(days_of_parties(corpus_));
        for (const auto& in : corpus_.data().instruments) {
            if (q_.of.empty() && in.force != Force::binding && in.force != Force::code && in.force != Force::pledge) continue;
            if (!q_.of.empty() && std::find(q_.of.begin(), q_.of.end(), &in) == q_.of.end()) continue;
            const auto changes = change_days(corpus_, in, known, q_.from, q_.to);
            SurveyLaw law{&in, stretches_of(changes, q_.from, q_.to), 0, 0};
            if (std::none_of(law.stretches.begin(), law.stretches.end(), [&](const Stretch& s) { return in_scope(corpus_, asked_, in, s.from); }) && !in_scope(corpus_, asked_, in, q_.on)) continue;
            law.counted = law.stretches.size();
            while (law.on < law.counted && !(law.stretches[law.on].from <= q_.on && q_.on <= law.stretches[law.on].to)) ++law.on;
            if (law.on == law.counted) law.stretches.push_back({q_.on, q_.on});
            for (const auto& s : law.stretches) changes_.insert(s.from);
            laws_.push_back(std::move(law));
        }
    }

    /// Its duties that can be the developer's on some day.
    std::vector<NodeNo> duties_of(const SurveyLaw& law) const {
        std::vector<NodeNo> out;
        for (const NodeNo n : corpus_.nodes_of(*law.instrument))
            if (std::any_of(law.stretches.begin(), law.stretches.end(), [&](const Stretch& s) { return may_bear(corpus_, asked_, n, s.from) != Answer::no; })) out.push_back(n);
        return out;
    }

    void read(std::size_t law) {
        std::map<std::string, std::size_t> numbers;
        auto& kinds = kinds_.emplace_back();
        for (const NodeNo n : duties_[law]) {
            const auto [it, fresh] = numbers.try_emplace(kind_of_duty(corpus_, n), kinds.size());
            if (fresh) kinds.push_back({{}, readings(laws_[law], n)});
            kinds[it->second].nodes.push_back(n);
        }
    }
    std::vector<DutyReading> readings(const SurveyLaw& law, NodeNo n) {
        std::vector<DutyReading> out;
        for (std::size_t s = 0; s < law.counted; ++s) {
            const Day on = law.stretches[s].from;
            out.push_back(in_scope(corpus_, asked_, *law.instrument, on) ? reader_.read(n, on) : DutyReading{});
        }
        return out;
    }

    void groups(std::size_t columns) {
        out_.group_of = oracle_.group_of();
        for (std::size_t g = 0; g < oracle_.group_count(); ++g) out_.groups.push_back({oracle_.example(g), 0, std::vector<SurveyWord>(columns), std::vector<std::vector<SurveySpan>>(columns)});
        for (std::size_t m = 0; m < q_.models.size(); ++m) ++out_.groups[out_.group_of[m]].size;
    }

    void column(std::size_t c, const ColumnReader& reader) {
        const auto answers = reader.answers(oracle_);
        const auto& law = reader.law();
        for (std::size_t g = 0; g < out_.groups.size(); ++g) {
            out_.groups[g].on_day[c] = answers[law.on][g];
            auto& spans = out_.groups[g].spans[c];
            for (std::size_t s = 0; s < law.counted; ++s)
                if (!spans.empty() && spans.back().answer == answers[s][g]) spans.back().to = law.stretches[s].to;
                else spans.push_back({law.stretches[s].from, law.stretches[s].to, answers[s][g]});
        }
    }

    void duties(std::size_t law) {
        SurveyCells cells;
        for (const auto& kind : kinds_[law]) {
            auto& over_time = out_.duty_answers.emplace_back();
            for (std::size_t s = 0; s < laws_[law].counted; ++s) {
                over_time.push_back(reader_.answers(kind.readings[s]));
                count(over_time.back(), length(laws_[law].stretches[s]) * kind.nodes.size(), cells);
            }
            for (const NodeNo n : kind.nodes) out_.duties.push_back({n, law, out_.duty_answers.size() - 1});
        }
        out_.cells.emplace_back(laws_[law].instrument, cells);
        out_.stretches.emplace_back(laws_[law].stretches.begin(), laws_[law].stretches.begin() + static_cast<std::ptrdiff_t>(laws_[law].counted));
    }
    void count(const DutyAnswers& answers, std::uint64_t weight, SurveyCells& to) const {
        for (std::size_t g = 0; g < out_.groups.size(); ++g) {
            const std::uint64_t cells = weight * out_.groups[g].size;
            if (answers.empty() || !answers[g]) to.absent += cells;
            else to.by_answer[static_cast<std::size_t>(*answers[g])] += cells;
        }
    }

    void finish() {
        std::sort(out_.duties.begin(), out_.duties.end(), [](const SurveyDuty& a, const SurveyDuty& b) { return a.node < b.node; });
        out_.nothing_said = out_.groups[out_.group_of.back()];
        out_.group_of.pop_back();
        for (const auto& [_, cells] : out_.cells) out_.cell_count += cells.total();
        out_.evaluations = oracle_.evaluations();
        out_.changes = static_cast<std::size_t>(std::count_if(changes_.begin(), changes_.end(), [&](Day d) { return q_.from < d && d <= q_.to; }));
    }

    const Corpus& corpus_;
    const SurveyQuestion& q_;
    std::vector<SurveyModel> models_;  ///< and one of which nothing is said but what is said of all
    LawAsked asked_;
    Oracle oracle_;
    DutyReader reader_;
    SurveyAnswer out_;
    std::vector<SurveyLaw> laws_;
    std::vector<std::vector<NodeNo>> duties_;
    std::vector<std::vector<Kind>> kinds_;
    std::set<Day> changes_;
};

}  // namespace

std::uint64_t SurveyCells::total() const { return std::accumulate(by_answer.begin(), by_answer.end(), absent); }

std::optional<Applicability> SurveyAnswer::duty(std::size_t model, NodeNo node, Day day) const {
    const auto d = std::lower_bound(duties.begin(), duties.end(), node, [](const SurveyDuty& x, NodeNo n) { return x.node < n; });
    if (d == duties.end() || d->node != node) return std::nullopt;
    const auto& days = stretches[d->stretches];
    const auto s = std::find_if(days.begin(), days.end(), [&](const Stretch& x) { return x.from <= day && day <= x.to; });
    if (s == days.end()) return std::nullopt;
    const auto& answers = duty_answers[d->answers][static_cast<std::size_t>(s - days.begin())];
    return answers.empty() ? std::nullopt : answers[group_of[model]];
}

SurveyAnswer survey(const Corpus& corpus, const SurveyQuestion& question) { return Surveyor(corpus, question).run(); }

}  // namespace lacuna
