// Many models over many days: every cell is what `applies` says of that model on that day.

#include "lacuna/survey.hpp"

#include <algorithm>
#include <set>

#include "survey/days.hpp"
#include "trigger_world.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string words = vocabulary_with(
    R"(<fact id="fine-tuning" about="model" kind="quantity" units="FLOP"><name>Fine-tuning</name></fact>
       <fact id="original" about="model" kind="quantity" units="FLOP"><name>Original</name></fact>
       <fact id="pre-training" about="model" kind="quantity" units="FLOP"><name>Pre-training</name></fact>
       <fact id="placed-on-market" about="model" kind="date"><name>Placed</name></fact>)" +
        flag_fact("general", R"(default="yes")") + flag_fact("modified"),
    R"(<event id="designation" act="yes"><name>Designation</name></event>)",
    R"(<class id="big" within="developer"><name>Big</name></class><class id="huge" within="big"><name>Huge</name></class><class id="model"><name>Model</name></class>)",
    axiom(R"(<at-least fact="pre-training" value="0" unit="FLOP"/>)", R"(<at-least fact="training-compute" of="pre-training"/>)") + axiom(R"(<includes fact="markets" value="US-CA"/>)", R"(<includes fact="markets" value="US"/>)") +
        axiom(in_class("huge"), in_class("big")));

template <class T>
const T& one_of(Random& random, const std::vector<T>& all) {
    return all[random.below(all.size())];
}

std::string figure(Random& random) { return one_of<std::string>(random, {"5e24", "1e25", "2e25", "1e26", "3e26"}); }
std::string some_day(Random& random) { return one_of<std::string>(random, {"2024-11-30", "2025-01-01", "2025-03-15", "2025-08-02", "2025-12-31", "2026-02-28", "2026-08-02", "2027-01-01"}); }
std::string range(Random& random) { return random.chance(4) ? "2025-06-10..2025-06-20" : some_day(random); }

std::string condition(Random& random, int depth, bool classes) {
    if (depth > 0 && !random.chance(3)) {
        const std::string how = random.chance(2) ? "all" : "any";
        return "<" + how + ">" + condition(random, depth - 1, classes) + condition(random, depth - 1, classes) + "</" + how + ">";
    }
    const std::string more = one_of<std::string>(random, {"more-than", "at-least", "less-than", "at-most"});
    std::string out;
    switch (random.below(classes ? 12 : 11)) {
        case 0:
        case 1: out = compute(more, figure(random)); break;
        case 2: out = "<" + more + R"( fact="training-compute" plus="fine-tuning" value=")" + figure(random) + R"(" unit="FLOP"/>)"; break;
        case 3: out = "<" + more + R"( fact="fine-tuning" of="original" factor="1/3"/>)"; break;
        case 4: out = "<" + more + R"( fact="revenue" value="500000000" unit="USD" year="preceding"/>)"; break;
        case 5: out = is(one_of<std::string>(random, {"open-weights", "general", "modified"})); break;
        case 6: out = R"(<includes fact="markets" value=")" + one_of<std::string>(random, {"EU", "US", "US-CA"}) + R"("/>)"; break;
        case 7: out = R"(<event name=")" + one_of<std::string>(random, {"incident", "opening", "designation"}) + R"("/>)"; break;
        case 8: out = "<" + more + R"( fact="pre-training" value=")" + figure(random) + R"(" unit="FLOP"/>)"; break;
        case 9: out = R"(<test id="t">It is so</test>)"; break;
        case 10: out = R"(<at-least fact="placed-on-market" value=")" + some_day(random) + R"("/>)"; break;
        default: out = in_class(one_of<std::string>(random, {"big", "huge", "model"})); break;
    }
    return random.chance(5) ? not_so(out) : out;
}

/// Some of the dates of a provision, in an order in which they can be.
std::string dates(Random& random) {
    std::vector<std::string> days{range(random), range(random), range(random)};
    std::sort(days.begin(), days.end());
    std::string out;
    if (random.chance(3)) out += " in-force-from=\"" + days[0] + "\"";
    if (random.chance(2)) out += " applies-from=\"" + days[1] + "\"";
    if (random.chance(3)) out += " legacy-until=\"" + days[2] + "\"";
    return out;
}
const std::string computed = R"(<date for="applies-from"><later-of><fixed on="2025-08-02"/><within amount="3" unit="month" event="opening"/></later-of></date>)";

std::string random_law(Random& random, const std::string& id, const std::string& place) {
    std::string parts;
    for (const auto* into : {"big", "huge", "model"})
        for (int n = 0; n < 2; ++n)
            if (!random.chance(3)) parts += rule(std::string("r-") + into + std::to_string(n), into, when(condition(random, 1, std::string(into) != "model")), random.chance(3) ? R"(presumed="rebuttable")" : "");
    for (int n = 0; n < 6; ++n) {
        const bool has_computed = random.chance(5);
        const std::string bearer = R"( bearer=")" + one_of<std::string>(random, {"developer", "big", "huge", "anyone", "lab"}) + "\"";
        const std::string versions = random.chance(4) ? R"( since="2")" : random.chance(5) ? R"( until="1")" : "";
        const std::string inside = (has_computed ? computed : "") + (random.chance(4) ? "" : when(condition(random, 2, true))) + (random.chance(4) ? unless(condition(random, 1, true)) : "");
        parts += provision("o" + std::to_string(n), R"(norm="obligation" modality="must" themes="framework")" + bearer + versions + (has_computed || versions.starts_with(" since") ? "" : dates(random)), inside);
    }
    if (random.chance(2)) parts += provision("x", R"(norm="exemption")" + dates(random), when(condition(random, 1, false)) + R"(<exempts ref="#o1"/>)");
    std::string status = random.chance(2) ? R"(<status value="adopted" from="2024-06-01"/><status value="in-force" from="2025-01-01"/>)" : R"(<status value="in-force" from="2024-01-01"/>)";
    if (random.chance(3)) status += R"(<status value="repealed" from=")" + one_of<std::string>(random, {"2026-08-02", "2025-06-10..2025-06-20"}) + R"("/>)";
    const std::string versions = R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-12-31"/>)";
    return instrument(id, R"(force="binding" jurisdiction=")" + place + R"(" issuer="parliament" bearer="developer")", parts, status + versions);
}

std::vector<std::string> random_facts(Random& random) {
    std::vector<std::string> out;
    const auto amount = [&] { return one_of<std::string>(random, {"4e24FLOP", "9.6e24FLOP", "1.0e25FLOP", "10000000000000000000000000FLOP", "1.7e25FLOP", "2.0e25FLOP", "1e24..3e25FLOP", "1.2e26FLOP", "4e26FLOP"}); };
    if (!random.chance(3)) out.push_back("training-compute=" + amount());
    if (random.chance(2)) out.push_back(random.chance(2) ? "fine-tuning=0FLOP" : "fine-tuning=" + amount());
    if (random.chance(3)) out.push_back("original=" + amount());
    if (random.chance(4)) out.push_back("pre-training=" + amount());
    for (const auto* flag : {"open-weights", "general", "modified"})
        if (random.chance(3)) out.push_back(flag + one_of<std::string>(random, {"=yes", "=no", "=unknown"}));
    if (random.chance(2)) out.push_back("markets=" + one_of<std::string>(random, {"EU", "US-CA", "!EU", "EU,US"}));
    if (random.chance(4)) out.push_back("placed-on-market=" + some_day(random));
    if (random.chance(4)) out.push_back("revenue@" + one_of<std::string>(random, {"2024", "2025"}) + "=" + one_of<std::string>(random, {"6e8USD", "500000000USD", "4e8USD"}));
    return out;
}
std::vector<std::string> shared_facts(Random& random) {
    std::vector<std::string> out;
    if (random.chance(3)) out.push_back("event:opening=" + one_of<std::string>(random, {"2025-05-02", "2025-11-30", "no"}));
    if (random.chance(4)) out.push_back("event:incident=" + some_day(random));
    if (random.chance(4)) out.push_back("class:" + one_of<std::string>(random, {"big", "huge", "model"}) + one_of<std::string>(random, {"=yes", "=no"}));
    if (random.chance(4)) out.push_back("test:t=yes");
    return out;
}

/// The answer of `applies`; unset where it does not speak of the duty.
std::optional<Applicability> said(const AppliesAnswer& answer, NodeNo n) {
    for (const auto& r : answer.regimes)
        for (const auto& d : r.duties)
            if (d.provision.node == n) return d.answer;
    return std::nullopt;
}

AppliesAnswer ask(const Corpus& corpus, const SurveyQuestion& q, std::size_t model, Day on) {
    AppliesQuestion single{q.models[model].situation, on, q.in, q.of};
    return applies(corpus, single);
}

/// All words of a column that are open, as one.
Holding coarse(SurveyWord w) {
    switch (w) {
        case SurveyWord::yes: return Holding::yes;
        case SurveyWord::presumed: return Holding::presumed;
        case SurveyWord::no: return Holding::no;
        case SurveyWord::not_yet:
        case SurveyWord::undetermined:
        case SurveyWord::unknown: break;
    }
    return Holding::undetermined;
}

SurveyQuestion question(const Corpus& corpus, const std::vector<std::vector<std::string>>& models, const std::string& from, const std::string& to) {
    SurveyQuestion q;
    q.from = q.on = day(from);
    q.to = day(to);
    for (const auto& facts : models) q.models.push_back({"m", Facts(corpus.vocabulary(), facts).situation});
    for (const auto& in : corpus.data().instruments)
        if (in.force == Force::binding) q.of.push_back(&in);
    return q;
}

/// The days around every change in the span.
std::vector<Day> telling_days(const Corpus& corpus, const SurveyQuestion& q) {
    std::set<Day> known, out{q.from, q.to};
    for (const auto& m : q.models) known.merge(days_of(m.situation));
    for (const auto* in : q.of)
        for (const Day d : change_days(corpus, *in, known, q.from, q.to))
            for (int around = -1; around <= 1; ++around) out.insert(d + std::chrono::days(around));
    std::erase_if(out, [&](Day d) { return d < q.from || d > q.to; });
    return {out.begin(), out.end()};
}

}  // namespace

TEST_CASE("every cell is what applies says, on the days around every change and on days between") {
    Random random(20261121);
    std::size_t compared = 0;
    for (int world = 0; world < 16; ++world) {
        const TriggerWorld w({random_law(random, "first", "EU"), random_law(random, "second", random.chance(2) ? "EU" : "US"), random_law(random, "third", "US-CA")}, words);
        const auto shared = shared_facts(random);
        std::vector<std::vector<std::string>> models;
        for (int m = 0; m < 10; ++m) {
            models.push_back(random_facts(random));
            models.back().insert(models.back().end(), shared.begin(), shared.end());
        }
        auto q = question(w.corpus, models, "2024-11-01", "2027-03-01");
        const auto answer = survey(w.corpus, q);
        const auto days = telling_days(w.corpus, q);
        for (int n = 0; n < 6; ++n) {
            const std::size_t model = random.below(models.size());
            const Day on = random.chance(4) ? q.from + std::chrono::days(random.below(850)) : one_of(random, days);
            const auto single = ask(w.corpus, q, model, on);
            for (const auto& d : answer.duties) {
                INFO("world " << world << ", model " << model << ", " << to_string(on) << ", " << w.corpus.ref(d.node) << ", facts " << join(models[model], " "));
                CHECK(answer.duty(model, d.node, on) == said(single, d.node));
                ++compared;
            }
        }
    }
    CHECK(compared > 1000);
}

TEST_CASE("a column says what the class is on that day") {
    Random random(7);
    for (int world = 0; world < 12; ++world) {
        const TriggerWorld w({random_law(random, "first", "EU"), random_law(random, "second", "US")}, words);
        std::vector<std::vector<std::string>> models;
        for (int m = 0; m < 8; ++m) models.push_back(random_facts(random));
        auto q = question(w.corpus, models, "2024-11-01", "2027-03-01");
        const auto days = telling_days(w.corpus, q);
        q.on = one_of(random, days);
        const auto answer = survey(w.corpus, q);
        for (std::size_t m = 0; m < models.size(); ++m)
            for (std::size_t c = 0; c < answer.columns.size(); ++c) {
                const auto& column = answer.columns[c];
                const auto version = version_asked(*column.instrument, q.on);
                if (column.in_class.empty() || !version || status_on(*column.instrument, q.on) != Status::in_force) continue;
                INFO("world " << world << ", model " << m << ", " << to_string(q.on) << ", " << column.in_class << " of " << column.instrument->id << ", facts " << join(models[m], " "));
                CHECK(coarse(answer.of(m).on_day[c]) == Triggers(w.corpus, q.models[m].situation, q.on).in_class(column.in_class, column.rules.front(), *version).holding);
            }
    }
}

TEST_CASE("the spans of a column cover all days, and every cell is counted once") {
    Random random(11);
    const TriggerWorld w({random_law(random, "first", "EU"), random_law(random, "second", "US")}, words);
    std::vector<std::vector<std::string>> models;
    for (int m = 0; m < 30; ++m) models.push_back(random_facts(random));
    const auto q = question(w.corpus, models, "2025-01-01", "2025-12-31");
    const auto answer = survey(w.corpus, q);
    CHECK(answer.cell_count == std::uint64_t{365} * 30 * answer.duties.size());
    std::size_t sizes = 0;
    for (const auto& g : answer.groups) {
        sizes += g.size;
        for (const auto& spans : g.spans) {
            CHECK(spans.front().from == q.from);
            CHECK(spans.back().to == q.to);
            for (std::size_t s = 1; s < spans.size(); ++s) CHECK((spans[s].from == spans[s - 1].to + std::chrono::days(1) && spans[s].answer != spans[s - 1].answer));
        }
    }
    CHECK(sizes == models.size());
    CHECK(answer.evaluations < answer.cell_count / 100);
}

TEST_CASE("a line: above, below, straddling, and blank are four things") {
    const TriggerWorld w({law("act", rule("r", "large-developer", when(compute("more-than", "1e25"))) + duty("o", "", R"(bearer="large-developer")"))}, vocabulary);
    const auto q = question(w.corpus, {{"training-compute=2.1e25FLOP"}, {"training-compute=9.4e24FLOP"}, {"training-compute=1.0e25FLOP"}, {}, {"training-compute==1e25FLOP"}, {"training-compute=unknown"}}, "2026-06-01", "2026-06-01");
    const auto answer = survey(w.corpus, q);
    REQUIRE(answer.columns.size() == 2);
    CHECK(answer.columns[1].line == "more than 10^25 FLOP");
    for (std::size_t c = 0; c < 2; ++c) {
        std::vector<SurveyWord> on_day;
        for (std::size_t m = 0; m < 5; ++m) on_day.push_back(answer.of(m).on_day[c]);
        CHECK(on_day == std::vector<SurveyWord>{SurveyWord::yes, SurveyWord::no, SurveyWord::undetermined, SurveyWord::unknown, SurveyWord::no});
    }
    CHECK(answer.nothing_said.on_day == std::vector<SurveyWord>{SurveyWord::unknown, SurveyWord::unknown});
}

TEST_CASE("law that has not begun is not yet, and a bill that was never made has no column") {
    const std::string parts = rule("r", "large-developer", when(compute("more-than", "1e25"))) + duty("o", "", R"(bearer="large-developer")");
    const TriggerWorld w({law("act", parts, R"(<status value="adopted" from="2025-01-01"/><status value="in-force" from="2026-08-02"/>)" + std::string(R"(<version id="1" in-force-from="2026-08-02"/>)")),
                          law("bill", parts, R"(<status value="vetoed" from="2025-01-01"/>)" + std::string(R"(<version id="1" in-force-from="2026-01-01"/>)"))},
                         vocabulary);
    const auto answer = survey(w.corpus, question(w.corpus, {{"training-compute=2e25FLOP"}, {"training-compute=2e24FLOP"}}, "2026-08-01", "2026-08-03"));
    CHECK(std::none_of(answer.columns.begin(), answer.columns.end(), [](const SurveyColumn& c) { return c.instrument->id == "bill"; }));
    CHECK(answer.of(0).spans[0] == std::vector<SurveySpan>{{day("2026-08-01"), day("2026-08-01"), SurveyWord::not_yet}, {day("2026-08-02"), day("2026-08-03"), SurveyWord::yes}});
    CHECK(answer.of(1).spans[0] == std::vector<SurveySpan>{{day("2026-08-01"), day("2026-08-03"), SurveyWord::no}});
    CHECK(answer.duty(0, answer.duties.front().node, day("2026-08-01")) == Applicability::later);
    CHECK_FALSE(answer.duty(0, answer.duties.front().node, day("2026-08-04")));
}

TEST_CASE("a yearly fact is another one after the turn of the year") {
    const TriggerWorld w = one_duty(R"(<more-than fact="revenue" value="500000000" unit="USD" year="preceding"/>)");
    const auto answer = survey(w.corpus, question(w.corpus, {{"revenue@2025=6e8USD"}}, "2025-12-30", "2027-01-02"));
    const NodeNo n = answer.duties.front().node;
    CHECK(answer.duty(0, n, day("2025-12-31")) == Applicability::undetermined);
    CHECK(answer.duty(0, n, day("2026-01-01")) == Applicability::applies);
    CHECK(answer.duty(0, n, day("2026-12-31")) == Applicability::applies);
    CHECK(answer.duty(0, n, day("2027-01-01")) == Applicability::undetermined);
}

TEST_CASE("the shipped corpus: single models on single days") {
    std::vector<Problem> problems;
    const Corpus corpus(read_corpus(corpus_files(LACUNA_ROOT), problems));
    const std::vector<std::vector<std::string>> models{{"training-compute=5.0e25FLOP", "fine-tuning-compute=0FLOP", "intended-training-compute=5.0e25FLOP", "markets=EU", "open-weights=no"},
                                                       {"training-compute=3.1e26FLOP", "fine-tuning-compute=0FLOP", "operates-in=US-CA,US-NY,US-IL", "annual-revenue@2026=600000000USD"},
                                                       {"training-compute=1.0e25FLOP", "markets=EU,US-CA,KR", "placed-on-market=2025-06-01"},
                                                       {"modifies-model-of-another=yes", "original-training-compute=1.2e25FLOP", "modification-compute=5e24FLOP", "markets=EU"},
                                                       {}};
    auto q = question(corpus, models, "2024-07-01", "2028-02-01");
    const auto answer = survey(corpus, q);
    const auto days = telling_days(corpus, q);
    Random random(3);
    for (int n = 0; n < 6; ++n) {
        const std::size_t model = random.below(models.size());
        const Day on = one_of(random, days);
        std::vector<Pinned> some;
        for (const auto& d : answer.duties)
            if (const auto there = answer.duty(model, d.node, on); there && random.chance(16)) some.push_back({d.node, *version_asked(*corpus.node(d.node).instrument, on), false});
        const auto single = applies_to(corpus, {q.models[model].situation, on, std::nullopt, {}}, some);
        for (std::size_t i = 0; i < some.size(); ++i) {
            INFO(to_string(on) << ", model " << model << ", " << corpus.ref(some[i].node));
            CHECK(answer.duty(model, some[i].node, on) == single[i].answer);
        }
    }
}
