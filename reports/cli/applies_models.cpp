#include "applies_models.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "importers/epoch.hpp"
#include "reports/survey.hpp"

namespace lacuna::cli {
namespace {

using importers::EpochModel;

constexpr const char* credit = "Epoch AI, 'Data on AI Models', epoch.ai/data/ai-models, CC BY 4.0";

Day day_option(const std::string& name, const std::string& text, Day otherwise) {
    if (text.empty()) return otherwise;
    const auto day = parse_day(text);
    if (!day) throw CLI::ValidationError(name, fmt::format("'{}' is not a day of the calendar: write YYYY-MM-DD", text));
    return *day;
}

bool same_fact(const Known& a, const Known& b) { return a.kind == b.kind && a.name == b.name && a.year == b.year && a.view == b.view && a.scheme == b.scheme; }

/// Where a row and what is said of all models speak of the same fact, they must say the same.
void check_conflicts(const EpochModel& row, const Situation& shared, std::vector<Problem>& problems) {
    for (const auto& own : row.printed)
        for (const auto& k : shared.facts)
            if (same_fact(own, k) && to_fact(own) != to_fact(k))
                problems.push_back({row.at, "contradiction", fmt::format("the row of '{}' says {}, but {} was said of all models", excerpt(row.model), to_fact(own), to_fact(k)), "leave that fact out, or take the row out of the table"});
}

/// What a row says, and behind it what is said of all and the row does not say.
Situation together(const EpochModel& row, const std::vector<Known>& own, const Situation& shared) {
    Situation out = shared;
    out.model = row.model;
    out.facts = own;
    for (const auto& k : shared.facts)
        if (std::none_of(row.printed.begin(), row.printed.end(), [&](const Known& mine) { return same_fact(mine, k); })) out.facts.push_back(k);
    return out;
}

bool says_compute(const std::vector<Known>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const Known& k) { return k.name == "training-compute"; });
}

SurveyQuestion question_about(const std::vector<EpochModel>& rows, std::vector<Known> EpochModel::* reading, const AppliesQuestion& asked, Day from, Day to) {
    SurveyQuestion q{{}, asked.on, from, to, asked.in, asked.of};
    for (const auto& row : rows) q.models.push_back({row.model, together(row, row.*reading, asked.situation)});
    return q;
}

std::vector<EpochModel> read_table(const std::string& path, const Situation& shared) {
    std::vector<Problem> problems;
    const auto files = files_at(path);
    auto rows = importers::read_epoch(files.front(), problems);
    if (problems.empty())
        for (const auto& row : rows) check_conflicts(row, shared, problems);
    stop_on(std::move(problems));
    return rows;
}

}  // namespace

void add_models(CLI::App& command, ModelsOptions& o) {
    auto* models = command.add_option("--models", o.table, "A table of models as Epoch AI publishes it: answers for every row, by the figures as printed and as the row states them")->type_name("FILE")->check(CLI::ExistingFile);
    auto* from = command.add_option("--from", o.from, "With --models: first day of a span to count over (default: the day asked about)")->type_name("DATE")->needs(models);
    command.add_option("--to", o.to, "With --models: last day of that span")->type_name("DATE")->needs(models)->needs(from);
    from->needs("--to");
}

void applies_to_models(Session& session, const AppliesQuestion& asked, const ModelsOptions& o, bool all, bool json) {
    const Day from = day_option("--from", o.from, session.on), to = day_option("--to", o.to, session.on);
    if (to < from) throw CLI::ValidationError("--to", "is before --from");
    const auto rows = read_table(o.table, asked.situation);
    SurveyReport report;
    report.file = o.table;
    report.credit = credit;
    report.shared = asked.situation;
    for (const auto& r : rows) report.rows.push_back({r.model, r.organization, r.published, r.compute, r.confidence, !r.compute.empty() && !says_compute(r.printed), r.notes});
    report.question = question_about(rows, &EpochModel::printed, asked, from, to);
    report.printed = survey(*session.corpus, report.question);
    report.stated = survey(*session.corpus, question_about(rows, &EpochModel::stated, asked, from, to));
    if (json) print(survey_json(*session.corpus, session.envelope, report));
    else print_text(session, survey_text(*session.corpus, report, all, session.style));
}

}  // namespace lacuna::cli
