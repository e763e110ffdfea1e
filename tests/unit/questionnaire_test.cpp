// Proves that only what could change an answer is asked, most duties first; that a wrong answer changes nothing; and that asking ends.

#include "lacuna/questionnaire.hpp"
#include "trigger_world.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string places = R"(<fact id="places" about="model" kind="set"><name>Places</name><value id="A"><name>A</name></value><value id="B"><name>B</name></value><value id="C"><name>C</name></value></fact>)";

std::string in(const std::string& place) { return R"(<includes fact="places" value=")" + place + "\"/>"; }
std::string revenue(const std::string& unit) { return R"(<more-than fact="revenue" value="500" unit=")" + unit + R"(" year="preceding"/>)"; }
std::string any(const std::string& inside) { return "<any>" + inside + "</any>"; }

AppliesQuestion about(const std::vector<std::string>& facts, const Corpus& corpus) {
    AppliesQuestion q;
    q.situation = Facts(corpus.vocabulary(), facts).situation;
    q.on = day("2026-06-01");
    return q;
}

/// A statute with these duties, asked about when these facts are given.
struct Asking {
    TriggerWorld world;
    Questionnaire questions;

    explicit Asking(const std::string& duties, const std::vector<std::string>& facts = {}, const std::string& words = vocabulary_with(places))
        : world({law("act", duties)}, words), questions(world.corpus, about(facts, world.corpus)) {}

    std::string fact() const { return questions.question() ? questions.question()->fact : "nothing"; }
    const OpenQuestion& question() const {
        REQUIRE(questions.question());
        return *questions.question();
    }
    /// What was wrong with the answer.
    std::string answer(const std::string& value) {
        REQUIRE(questions.question());
        std::string out;
        for (const auto& p : questions.answered(value)) out += p.what + ": " + p.advice;
        return out;
    }
    std::string facts() const {
        std::string out;
        for (const auto& k : questions.situation().facts) out += (out.empty() ? "" : " ") + to_fact(k);
        return out;
    }
};

std::string two_on_weights_one_on_compute() { return duty("a", when(is("open-weights"))) + duty("b", when(is("open-weights"))) + duty("c", when(compute("more-than", "1e25"))); }

}  // namespace

TEST_CASE("what most duties turn on is asked first; of equals the first by name") {
    Asking a(two_on_weights_one_on_compute());
    CHECK(a.fact() == "open-weights");
    CHECK(a.question().duties.size() == 2);
    CHECK(a.question().words == "whether open weights");
    CHECK(undetermined_duties(a.questions.answer()) == 3);
    CHECK(a.answer("no").empty());
    CHECK(a.fact() == "training-compute");
    CHECK(a.question().words == "training compute, in FLOP");
    CHECK(a.question().meaning == "Training compute");
    CHECK(a.question().example == "2.1e25FLOP");
    CHECK(a.answer("2e25").empty());
    CHECK(a.fact() == "nothing");
    CHECK(undetermined_duties(a.questions.answer()) == 0);
    CHECK(a.facts() == "open-weights=no training-compute=2e25FLOP");
    CHECK(Asking(duty("a", when(is("open-weights"))) + duty("b", when(R"(<test id="safe">it is safe</test>)"))).fact() == "open-weights");
}

TEST_CASE("what cannot change an answer is not asked") {
    CHECK(Asking(duty("a")).fact() == "nothing");
    CHECK(Asking(two_on_weights_one_on_compute(), {"open-weights=no", "training-compute=3e24FLOP"}).fact() == "nothing");
    // one way in is enough
    CHECK(Asking(duty("a", when(any(is("open-weights") + compute("more-than", "1e25")))), {"training-compute=2e25FLOP"}).fact() == "nothing");
    // an event is waited for, and not asked about
    CHECK(Asking(duty("a", when(R"(<event name="incident"/>)"))).fact() == "nothing");
    // what is assumed is not asked
    CHECK(Asking(duty("a", unless(R"(<test id="exempt">it is exempt</test>)"))).fact() == "nothing");
}

TEST_CASE("what nobody could answer with a fact is not asked") {
    // whether a day has come that is only known to lie in an interval
    const Asking a(duty("a", R"(<date for="applies-from"><later-of><fixed on="2026-05-01..2026-07-01"/><fixed on="2025-01-01"/></later-of></date>)"));
    CHECK(undetermined_duties(a.questions.answer()) == 1);
    CHECK(a.fact() == "nothing");
}

TEST_CASE("a wrong answer changes nothing, and the question stands") {
    Asking a(duty("a", when(compute("more-than", "1e25"))), {"open-weights=no"});
    CHECK(a.answer("much") == "'training-compute' has no value, or a value and a range: give a value, or low and high, as in 9e24..1.2e25'training-compute' is not measured in 'much': use FLOP");
    CHECK(a.answer("1e25GFLOP") == "'training-compute' is not measured in 'GFLOP': use FLOP");
    CHECK(a.answer("2e25..1e25") == "2e25 is more than 1e25: put the smaller number first");
    CHECK(a.answer("=-1") == "-1 is less than nothing: write a number of 0 or more");
    CHECK(a.fact() == "training-compute");
    CHECK(a.facts() == "open-weights=no");
    CHECK(a.answer("=1e25").empty());
    CHECK(a.fact() == "nothing");
}

TEST_CASE("an answer that the facts given rule out is refused") {
    const std::string pre = R"(<fact id="pre-training" about="model" kind="quantity" units="FLOP"><name>Pre-training</name></fact>)";
    const std::string part = axiom(R"(<at-least fact="pre-training" value="0" unit="FLOP"/>)", R"(<at-least fact="training-compute" of="pre-training"/>)");
    Asking a(duty("a", when(compute("more-than", "1e25"))), {"pre-training=9e24FLOP"}, vocabulary_with(pre, "", "", part));
    CHECK(a.answer("1e24") == "the facts given cannot all be so together: compare them with the axioms of the vocabulary, for example that pre-training is part of training compute");
    CHECK(a.fact() == "training-compute");
    CHECK(a.facts() == "pre-training=9e24FLOP");
}

TEST_CASE("what is left open is not asked again") {
    Asking a(two_on_weights_one_on_compute() + duty("d", when(any(is("open-weights") + compute("more-than", "1e26")))));
    a.questions.left_open();
    CHECK(a.fact() == "training-compute");
    CHECK(a.answer("2e25").empty());
    CHECK(a.fact() == "nothing");
    CHECK(undetermined_duties(a.questions.answer()) == 3);
    CHECK(a.facts() == "training-compute=2e25FLOP");
}

TEST_CASE("an answer that settles nothing is taken, and the question not asked again") {
    Asking a(duty("a", when(compute("more-than", "1e25"))));
    CHECK(a.answer("1e25").empty());
    CHECK(a.fact() == "nothing");
    CHECK(a.facts() == "training-compute=1e25FLOP");
    CHECK(undetermined_duties(a.questions.answer()) == 1);
}

TEST_CASE("members of a set are asked together, and those that an answer leaves open once more") {
    const std::string duties = duty("a", when(in("A"))) + duty("b", when(in("B"))) + duty("c", when(in("C")));
    Asking a(duties);
    CHECK(a.fact() == "places");
    CHECK(a.question().words == "whether places include any of these: A, B, C");
    CHECK(a.question().about.size() == 3);
    CHECK(a.question().duties.size() == 3);
    CHECK(a.question().example == "A,B");
    CHECK(a.answer("B").empty());
    CHECK(a.question().words == "whether places include any of these: A, C");
    CHECK(a.answer("B").empty());  // nothing new
    CHECK(a.fact() == "nothing");
    Asking all(duties);
    CHECK(all.answer("only:A").empty());
    CHECK(all.fact() == "nothing");
    CHECK(undetermined_duties(all.questions.answer()) == 0);
    CHECK(Asking(duties, {"places=none"}).fact() == "nothing");
}

TEST_CASE("who is asked for one member may say yes or no") {
    const std::string one = duty("a", when(in("B")));
    Asking yes(one), no(one), name(one);
    CHECK(yes.question().words == "whether places include B");
    CHECK(yes.question().example == "yes");
    CHECK(yes.answer("yes").empty());
    CHECK(yes.facts() == "places=B");
    CHECK(no.answer("no").empty());
    CHECK(no.facts() == "places=!B");
    CHECK(name.answer("only:A").empty());
    CHECK(name.facts() == "places=only:A");
    Asking two(one + duty("b", when(in("C"))));
    CHECK(two.answer("yes") == "'places' has no value 'yes': use one of A, B, C");
}

TEST_CASE("a figure in two currencies is asked once for both, then for the one that is left") {
    Asking a(duty("a", when(revenue("USD"))) + duty("b", when(revenue("EUR"))));
    CHECK(a.fact() == "revenue@2025");
    CHECK(a.question().words == "revenue of 2025, in EUR or USD");
    CHECK(a.question().example == "600e6EUR");
    CHECK(a.answer("600e6") == "'revenue' has no unit: use USD or EUR");
    CHECK(a.answer("600USD").empty());
    CHECK(a.question().words == "revenue of 2025, in EUR");
    CHECK(a.answer("100EUR").empty());
    CHECK(a.fact() == "nothing");
    CHECK(a.facts() == "revenue@2025=600USD revenue@2025=100EUR");
}

TEST_CASE("what somebody judges, and what is known to come, is asked as such") {
    Asking judged(duty("a", when(R"(<judged by="board"><test id="safe">it is safe</test></judged>)")));
    CHECK(judged.fact() == "board/test:safe");
    CHECK(judged.answer("yes").empty());
    CHECK(judged.facts() == "board/test:safe=yes");
    Asking expected(duty("a", when("<known>" + compute("more-than", "1e25") + "</known>")));
    CHECK(expected.fact() == "expected/training-compute");
    CHECK(expected.answer("3e25").empty());
    CHECK(expected.fact() == "nothing");
}

TEST_CASE("the day of an event is asked as a day, and as the moment that counts") {
    const auto from = [](const std::string& anchor) { return duty("a", R"(<date for="applies-from"><within amount="90" unit="day" event="opening" anchor=")" + anchor + R"("/></date>)"); };
    Asking a(from("occurrence"));
    CHECK(a.fact() == "event:opening");
    CHECK(a.question().words == "day of: Opening, as a day");
    CHECK(a.question().example == "2026-03-01");
    CHECK(a.answer("2026-01-01").empty());
    CHECK(a.fact() == "nothing");
    CHECK(Asking(from("awareness")).question().example == "awareness:2026-03-01");
}

TEST_CASE("every dialogue ends, whatever is answered") {
    const std::string duties = duty("a", when(any(in("A") + in("B")))) + duty("b", when(in("C"))) + duty("c", when(compute("more-than", "1e25"))) + duty("d", when(any(revenue("USD") + revenue("EUR")))) +
                               duty("e", when(is("open-weights"))) + duty("f", when(any(is("open-weights") + in("A"))));
    const std::vector<std::string> said{"yes", "no", "unknown", "A", "!B", "only:C", "none", "1e25", "2e25", "9e24..2e25", "500USD", "600e6EUR", "0", "", "?", "2026-01-01", "A,B,C"};
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Random random(seed);
        Asking a(duties);
        int accepted = 0, refused = 0;
        while (a.questions.question() && refused < 200) {
            if (random.chance(5)) a.questions.left_open();
            else if (a.questions.answered(said[random.below(said.size())]).empty()) ++accepted;
            else ++refused;
            INFO("seed " << seed);
            REQUIRE(accepted <= 12);
        }
        CHECK_FALSE(a.questions.question());
    }
}

TEST_CASE("every example reads, and fits its fact") {
    std::vector<Problem> problems;
    const Corpus corpus(read_corpus(corpus_files(LACUNA_ROOT), problems));
    CHECK(problems.empty());
    std::vector<std::string> examples;
    for (const auto& f : corpus.vocabulary().facts) examples.push_back(example(f));
    for (const auto& e : corpus.vocabulary().events) examples.push_back(example(e));
    for (const auto& t : tests_asked(corpus))
        for (const auto& name : t.names) examples.push_back(name + "=yes");
    for (const auto& text : examples) {
        INFO(text);
        Situation s;
        const auto known = parse_fact(corpus.vocabulary(), text, problems);
        REQUIRE(known);
        s.facts.push_back(*known);
        for (const auto& p : check_situation(corpus, s, day("2026-06-01"))) FAIL_CHECK(to_string(p));
    }
}

TEST_CASE("tests are listed with what they say, how they are named, and who asks for them") {
    const TriggerWorld world({law("act", duty("a", when(R"(<test id="safe">it is safe</test>)")) + duty("b", when(R"(<judged by="board agency"><test id="safe">it is safe enough</test></judged>)")) +
                                             duty("c", unless(R"(<known><test id="late">it is late</test></known>)")))});
    const auto tests = tests_asked(world.corpus);
    REQUIRE(tests.size() == 2);
    CHECK(tests[0].id == "late");
    CHECK(tests[0].names == std::vector<std::string>{"expected/test:late"});
    CHECK(tests[1].id == "safe");
    CHECK(tests[1].words == std::vector<std::string>{"it is safe", "it is safe enough"});
    CHECK(tests[1].names == std::vector<std::string>{"test:safe", "board+agency/test:safe"});
    CHECK(tests[1].in == std::vector<NodeNo>{world.at("act@1#a"), world.at("act@1#b")});
}
