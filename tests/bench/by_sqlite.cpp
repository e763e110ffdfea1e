#include "by_sqlite.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdlib>

#include "lacuna/standing.hpp"

namespace bench {
namespace {

using namespace lacuna;

/// What a provision is on a day, as far as only dates decide it.
enum State : int { over, to_come, open_date, legacy, stands };
/// Whether a model is above a line.
enum Above : int { yes, presumed, no, open_figure };

constexpr const char* schema = R"(
    CREATE TABLE model(id INTEGER PRIMARY KEY, low REAL, high REAL, low_open INTEGER, high_open INTEGER);
    CREATE TABLE class(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, flop REAL, at_least INTEGER, presumed INTEGER);
    CREATE TABLE provision(id INTEGER PRIMARY KEY, class INTEGER NOT NULL REFERENCES class);
    CREATE TABLE spell(provision INTEGER NOT NULL REFERENCES provision, first INTEGER NOT NULL, last INTEGER NOT NULL, state INTEGER NOT NULL);
    CREATE TABLE day(n INTEGER PRIMARY KEY);
    CREATE TABLE verdict(state INTEGER NOT NULL, above INTEGER NOT NULL, answer INTEGER NOT NULL, PRIMARY KEY(state, above)) WITHOUT ROWID;
    CREATE TABLE above(class INTEGER NOT NULL, model INTEGER NOT NULL, above INTEGER NOT NULL, PRIMARY KEY(class, model)) WITHOUT ROWID;
)";

/// Every model against every line, once: no question has to compare figures again.
constexpr const char* comparison = R"(
    INSERT INTO above SELECT c.id, m.id, CASE
        WHEN c.kind = 'always' THEN 0
        WHEN c.kind = 'no line' OR m.low IS NULL THEN 3
        WHEN m.low > c.flop OR (m.low = c.flop AND (c.at_least OR m.low_open)) THEN c.presumed
        WHEN m.high < c.flop OR (m.high = c.flop AND (m.high_open OR NOT c.at_least)) THEN 2
        ELSE 3 END FROM class c, model m;
)";

/// A row for each cell. Sums instead of GROUP BY, for which SQLite would sort all these rows.
constexpr const char* by_cell = R"(
    SELECT sum(v.answer = 0), sum(v.answer = 1), sum(v.answer = 3), sum(v.answer = 4), sum(v.answer = 5)
    FROM spell s CROSS JOIN provision p ON p.id = s.provision
        CROSS JOIN above a ON a.class = p.class CROSS JOIN verdict v ON v.state = s.state AND v.above = a.above
        CROSS JOIN day d ON d.n BETWEEN max(s.first, ?1) AND min(s.last, ?2)
    WHERE s.last >= ?1 AND s.first <= ?2
)";
constexpr const char* by_spell = R"(
    SELECT v.answer, sum(min(s.last, ?2) - max(s.first, ?1) + 1) FROM spell s CROSS JOIN provision p ON p.id = s.provision
        CROSS JOIN above a ON a.class = p.class CROSS JOIN verdict v ON v.state = s.state AND v.above = a.above
    WHERE s.last >= ?1 AND s.first <= ?2 GROUP BY v.answer
)";
constexpr const char* by_kind = R"(
    WITH kind AS MATERIALIZED (SELECT class, above, count(*) AS models FROM above GROUP BY class, above)
    SELECT v.answer, sum(k.models * (min(s.last, ?2) - max(s.first, ?1) + 1)) FROM spell s CROSS JOIN provision p ON p.id = s.provision
        JOIN kind k ON k.class = p.class JOIN verdict v ON v.state = s.state AND v.above = k.above
    WHERE s.last >= ?1 AND s.first <= ?2 GROUP BY v.answer
)";

int number(Day d) { return static_cast<int>(d.time_since_epoch().count()); }

std::optional<double> value(const std::optional<Decimal>& d) { return d ? std::optional(std::strtod(d->str().c_str(), nullptr)) : std::nullopt; }

void bind(SQLite::Statement& s, int at, const std::optional<double>& v) {
    if (v) s.bind(at, *v);
    else s.bind(at);
}

void add(SQLite::Statement& s) {
    s.exec();
    s.reset();
}

/// Unset: it does not stand.
std::optional<State> state_on(const Corpus& corpus, NodeNo n, Day on) {
    const auto& node = corpus.node(n);
    const auto& in = *node.instrument;
    const auto status = status_on(in, on);
    const auto version = version_asked(in, on);
    if ((status != Status::in_force && status != Status::adopted) || !version || in.versions[static_cast<std::size_t>(*version)].encoded == false) return std::nullopt;
    if (*version < node.first_version || *version > node.last_version) return std::nullopt;
    const auto time = time_standing(corpus, n, *version, on);
    if (time.applies == Answer::no) return time.to_come ? to_come : over;
    if (time.applies == Answer::undetermined) return open_date;
    // no model of the table has a placing date, so an older one cannot be told from a new one
    const auto until = corpus.date(n, DateKind::legacy_until).fixed;
    return until && on < until->last ? legacy : stands;
}

Applicability verdict(State state, Above above) {
    if (above == no || state == over) return Applicability::no;
    if (above == open_figure || state == open_date || state == legacy) return Applicability::undetermined;
    if (state == to_come) return Applicability::later;
    return above == presumed ? Applicability::presumed : Applicability::applies;
}

}  // namespace

struct Database::Inside {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    std::uint64_t models = 0, duties = 0;

    SurveyCells with_absent(SurveyCells cells, Day from, Day to) const {
        cells.absent = models * duties * static_cast<std::uint64_t>((to - from).count() + 1) - cells.total();
        return cells;
    }

    void load_models(const SurveyQuestion& asked) {
        SQLite::Statement insert(db, "INSERT INTO model VALUES(?, ?, ?, ?, ?)");
        for (const auto& m : asked.models) {
            Interval i;
            for (const auto& k : m.situation.facts)
                if (k.name == "training-compute") i = interval_of(k);
            insert.bind(1, static_cast<int64_t>(models++));
            bind(insert, 2, value(i.low));
            bind(insert, 3, value(i.high));
            insert.bind(4, i.low_open ? 1 : 0);
            insert.bind(5, i.high_open ? 1 : 0);
            add(insert);
        }
    }

    void load_classes(const std::map<Id, Line>& lines, const std::map<Id, int>& classes) {
        SQLite::Statement insert(db, "INSERT INTO class VALUES(?, ?, ?, ?, ?)");
        for (const auto& [name, id] : classes) {
            const auto line = lines.find(name);
            insert.bind(1, id);
            insert.bind(2, line != lines.end() ? "line" : name.empty() ? "always" : "no line");
            bind(insert, 3, line != lines.end() ? std::optional(std::strtod(line->second.limit.c_str(), nullptr)) : std::nullopt);
            insert.bind(4, line != lines.end() && line->second.at_least ? 1 : 0);
            insert.bind(5, line != lines.end() && line->second.presumed ? 1 : 0);
            add(insert);
        }
    }

    void load_spells(const Corpus& corpus, NodeNo n, Day from, Day to) {
        SQLite::Statement insert(db, "INSERT INTO spell VALUES(?, ?, ?, ?)");
        for (Day d = from; d <= to;) {
            const auto state = state_on(corpus, n, d);
            Day last = d;
            while (last < to && state_on(corpus, n, last + std::chrono::days(1)) == state) last += std::chrono::days(1);
            if (state) {
                insert.bind(1, n);
                insert.bind(2, number(d));
                insert.bind(3, number(last));
                insert.bind(4, static_cast<int>(*state));
                add(insert);
            }
            d = last + std::chrono::days(1);
        }
    }

    void load_verdicts() {
        SQLite::Statement insert(db, "INSERT INTO verdict VALUES(?, ?, ?)");
        for (const State s : {over, to_come, open_date, legacy, stands})
            for (const Above a : {yes, presumed, no, open_figure}) {
                insert.bind(1, static_cast<int>(s));
                insert.bind(2, static_cast<int>(a));
                insert.bind(3, static_cast<int>(verdict(s, a)));
                add(insert);
            }
    }
};

Database::Database(const Corpus& reduced, const std::map<Id, Line>& lines, const SurveyQuestion& asked, const std::vector<SurveyDuty>& duties) : in_(std::make_unique<Inside>()) {
    auto& db = in_->db;
    db.exec(schema);
    SQLite::Transaction loading(db);
    in_->load_models(asked);
    std::map<Id, int> classes{{"", 0}};
    SQLite::Statement provision(db, "INSERT INTO provision VALUES(?, ?)"), day(db, "INSERT INTO day VALUES(?)");
    for (const auto& d : duties) {
        const auto& bearer = reduced.bearer(d.node);
        const bool is_class = bearer != "developer" && reduced.class_of(bearer) != nullptr && reduced.within(bearer, "developer");
        provision.bind(1, d.node);
        provision.bind(2, classes.try_emplace(is_class ? bearer : "", static_cast<int>(classes.size())).first->second);
        add(provision);
        in_->load_spells(reduced, d.node, asked.from, asked.to);
        ++in_->duties;
    }
    in_->load_classes(lines, classes);
    in_->load_verdicts();
    for (Day d = asked.from; d <= asked.to; d += std::chrono::days(1)) {
        day.bind(1, number(d));
        add(day);
    }
    db.exec("CREATE INDEX spell_by_days ON spell(first, last, provision, state); CREATE INDEX provision_by_class ON provision(class);");
    loading.commit();
}

Database::~Database() = default;

void Database::compare() {
    in_->db.exec("DELETE FROM above");
    in_->db.exec(comparison);
    in_->db.exec("ANALYZE");
}

SurveyCells Database::cell_by_cell(Day from, Day to) {
    SQLite::Statement query(in_->db, by_cell);
    query.bind(1, number(from));
    query.bind(2, number(to));
    SurveyCells out;
    constexpr std::array<std::size_t, 5> answers{0, 1, 3, 4, 5};
    if (query.executeStep())
        for (std::size_t i = 0; i < answers.size(); ++i) out.by_answer[answers[i]] = static_cast<std::uint64_t>(query.getColumn(static_cast<int>(i)).getInt64());
    return in_->with_absent(out, from, to);
}

SurveyCells Database::grouped(const char* text, Day from, Day to) {
    SQLite::Statement query(in_->db, text);
    query.bind(1, number(from));
    query.bind(2, number(to));
    SurveyCells out;
    while (query.executeStep()) out.by_answer[static_cast<std::size_t>(query.getColumn(0).getInt())] = static_cast<std::uint64_t>(query.getColumn(1).getInt64());
    return in_->with_absent(out, from, to);
}

SurveyCells Database::spell_by_spell(Day from, Day to) { return grouped(by_spell, from, to); }

SurveyCells Database::spell_by_kind(Day from, Day to) { return grouped(by_kind, from, to); }

}  // namespace bench
