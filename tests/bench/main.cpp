// How long does it take to answer for every model of a table, every duty and every day? The engine, and SQLite on the part of the
// question that both can be asked. README.md says what was measured; nothing here is part of the tests.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>

#include <fmt/format.h>

#include "by_sqlite.hpp"
#include "importers/epoch.hpp"

namespace {

using namespace lacuna;

const Day from = *parse_day("2024-07-01"), to = *parse_day("2028-09-30");

/// What something took, by the clock and of the processor.
struct Took {
    double wall = 0, cpu = 0;
};

template <class F>
Took time_of(F work) {
    const auto start = std::chrono::steady_clock::now();
    const auto cpu = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

/// The median of some runs, by the processor: other work on the machine shall not count.
template <class F>
Took median_of(int runs, F work) {
    std::vector<Took> all;
    for (int i = 0; i < runs; ++i) all.push_back(time_of(work));
    std::sort(all.begin(), all.end(), [](const Took& a, const Took& b) { return a.cpu < b.cpu; });
    return all[all.size() / 2];
}

void say(const std::string& what, const Took& t) { fmt::print("{:<58} {:>9.3f} s, processor {:>9.3f} s\n", what, t.wall, t.cpu); }

template <class T>
T without_problems(T value, const std::vector<Problem>& problems) {
    for (const auto& p : problems) fmt::print(stderr, "{}\n", to_string(p));
    if (!problems.empty()) throw std::runtime_error("there are problems");
    return value;
}

CorpusData corpus_data() {
    std::vector<Problem> problems;
    auto data = read_corpus(corpus_files(LACUNA_ROOT), problems);
    return without_problems(std::move(data), problems);
}

/// The figures as printed; `facts`: what is taken of each row.
std::vector<SurveyModel> models(const std::string& table, bool only_compute, const std::vector<Known>& shared) {
    std::vector<Problem> problems;
    const auto rows = without_problems(importers::read_epoch(files_at(table).front(), problems), problems);
    std::vector<SurveyModel> out;
    for (const auto& row : rows) {
        SurveyModel m{row.model, {}};
        m.situation.facts = shared;
        for (const auto& k : row.printed)
            if (!only_compute || k.name == "training-compute") m.situation.facts.push_back(k);
        out.push_back(std::move(m));
    }
    return out;
}

/// Every instrument with a duty that a developer may bear, whatever its force.
SurveyQuestion question(const Corpus& corpus, std::vector<SurveyModel> about) {
    SurveyQuestion q{std::move(about), from, from, to, std::nullopt, {}};
    for (const auto& in : corpus.data().instruments) q.of.push_back(&in);
    return q;
}

SurveyCells sum(const SurveyAnswer& a) {
    SurveyCells out;
    for (const auto& [_, cells] : a.cells) {
        out.absent += cells.absent;
        for (std::size_t i = 0; i < cells.by_answer.size(); ++i) out.by_answer[i] += cells.by_answer[i];
    }
    return out;
}

void say(const SurveyCells& c) {
    fmt::print("    ");
    for (std::size_t i = 0; i < c.by_answer.size(); ++i) fmt::print("{} {}, ", word(static_cast<Applicability>(i)), c.by_answer[i]);
    fmt::print("absent {}, together {}\n", c.absent, c.total());
}

bool same(const SurveyCells& a, const SurveyCells& b) { return a.by_answer == b.by_answer && a.absent == b.absent; }

SurveyAnswer ask_engine(const std::string& what, const Corpus& corpus, const SurveyQuestion& q) {
    SurveyAnswer answer;
    const auto took = median_of(7, [&] { answer = survey(corpus, q); });
    fmt::print("\n{}: {} models, {} duties, {} days, {} cells\n", what, q.models.size(), answer.duties.size(), (q.to - q.from).count() + 1, answer.cell_count);
    say(sum(answer));
    fmt::print("    {} groups of models, {} days with changes, {} conditions decided\n", answer.groups.size(), answer.changes, answer.evaluations);
    say("  survey(), median of 7", took);
    return answer;
}

/// The same question of both over some days; what the whole span would take, by the rows that SQLite has to look at.
bool against_sqlite(const Corpus& reduced, SurveyQuestion q, bench::Database& db, const SurveyCells& whole) {
    const auto engine = sum(survey(reduced, q));
    SurveyCells cells;
    const auto took = time_of([&] { cells = db.cell_by_cell(q.from, q.to); });
    say(fmt::format("  SQLite, cell by cell, {} to {}", to_string(q.from), to_string(q.to)), took);
    const auto rows = [](const SurveyCells& c) { return static_cast<double>(c.total() - c.absent); };
    const double rate = rows(cells) / took.cpu;
    fmt::print("    {} cells, {:.0f} of them rows, {:.2f} million rows a second; the whole span at this rate: {:.0f} s\n", cells.total(), rows(cells), rate / 1e6, rows(whole) / rate);
    fmt::print("    {}\n", same(engine, cells) ? "the same counts" : "OTHER COUNTS");
    if (!same(engine, cells)) say(engine), say(cells);
    return same(engine, cells);
}

int run(const std::string& table, const std::vector<Stretch>& spans) {
    CorpusData data;
    say("reading the corpus", time_of([&] { data = corpus_data(); }));
    const Corpus real(std::move(data));
    std::vector<Problem> problems;
    const auto in_eu = *without_problems(parse_fact(real.vocabulary(), "markets=EU", problems), problems);
    std::vector<SurveyModel> all;
    say("reading the table", time_of([&] { all = models(table, false, {in_eu}); }));
    ask_engine("The whole question", real, question(real, std::move(all)));

    auto part = bench::threshold_part(real, corpus_data());
    const Corpus reduced(std::move(part.data));
    const auto q = question(reduced, models(table, true, {}));
    const auto answer = ask_engine("The threshold part", reduced, q);
    std::unique_ptr<bench::Database> db;
    say("  SQLite: loading, not counted", time_of([&] { db = std::make_unique<bench::Database>(reduced, part.lines, q, answer.duties); }));
    say("  SQLite: comparing all figures with all lines, median of 3", median_of(3, [&] { db->compare(); }));
    SurveyCells by_spell, by_kind;
    say("  SQLite, spell by spell, whole span, median of 3", median_of(3, [&] { by_spell = db->spell_by_spell(from, to); }));
    say("  SQLite, and models put together by hand, median of 3", median_of(3, [&] { by_kind = db->spell_by_kind(from, to); }));
    bool agree = same(by_spell, sum(answer)) && same(by_kind, sum(answer));
    fmt::print("    {}\n", agree ? "the same counts" : "OTHER COUNTS");
    if (!agree) say(by_spell), say(by_kind);
    for (const auto& [first, last] : spans) {
        auto shorter = q;
        shorter.from = shorter.on = first;
        shorter.to = last;
        agree = against_sqlite(reduced, shorter, *db, sum(answer)) && agree;
    }
    return agree ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 3) return std::fputs("usage: lacuna_bench TABLE.csv [whole]\n  whole: SQLite goes cell by cell over the whole span too, which takes minutes\n", stderr), 2;
    // ten days each: before most of the law, while the AI Act begins to apply, and late
    std::vector<Stretch> spans;
    for (const auto* first : {"2024-12-27", "2025-07-28", "2026-07-28"}) spans.push_back({*parse_day(first), *parse_day(first) + std::chrono::days(9)});
    if (argc > 2) spans.push_back({from, to});
    try {
        return run(argv[1], spans);
    } catch (const std::exception& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 4;
    }
}
