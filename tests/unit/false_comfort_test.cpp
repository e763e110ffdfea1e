// Every way found so far in which a hand, a rung or an independence was granted that law and facts did not certainly give: each closed here.

#include "lacuna/ladder.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string own = R"(<oversight><holds function="define" state="not-applicable"/><holds function="evaluate" state="not-applicable"/><holds function="judge" state="not-applicable"/>
  <holds function="accept" state="not-applicable"/><holds function="verify" state="not-applicable"/><holds function="amend" state="nobody"/><holds function="enforce" party="lab"/></oversight>)";
const std::string holds = R"(<holds function="enforce" party="agency" reach="stop" discretion="must" over="anyone"/>)";

std::string promise(const std::string& parts = duty("t"), const std::string& head = in_force + version_1) { return policy("promise", "lab", parts, head + own); }
std::string power(const std::string& inside = R"(<guards ref="#s"/>)" + holds, const std::string& attributes = "") { return provision("power", R"(norm="power" bearer="agency" )" + attributes, inside); }
std::string act(const std::string& parts, const std::string& head = in_force + version_1) { return law("act", parts, head, "anyone"); }
std::string mapped(const std::string& from = "act@1#s", const std::string& relation = "superset-of") { return mappings("m", row("1", {from}, relation, {"promise@1#t"})); }

/// Independence if only those act who must, if all may, and the seat of `enforce`: "1/1 law".
std::string pen(const std::vector<std::string>& files, const std::string& of = "promise", const Ask& ask = {.developer = "lab"}) {
    const World w(files);
    const auto answer = who_holds_the_pen(w.corpus, w.walk, w.ask(of, "binding", ask).question, IndependenceRule::strict);
    REQUIRE(answer.pens.size() == 1);
    const auto& p = answer.pens.front();
    const auto figure = [](const IndependenceFigure& f) { return f.least ? std::to_string(*f.least) : std::string("none"); };
    return figure(p.who_must) + "/" + figure(p.who_may) + " " + std::string(word(p.seat(Function::enforce)));
}

int rung(const std::vector<std::string>& files, const Ask& ask = {.developer = "lab"}) {
    const World w(files);
    std::vector<Problem> problems;
    LadderQuestion q{{"promise"}, {"framework"}, {"EU"}, {day(ask.on)}, w.ask("promise", "binding", ask).question.situation, default_rows};
    const auto answer = ladder(w.corpus, w.walk, q, problems);
    return static_cast<int>(answer.cells.front().highest.value_or(Rung::nothing));
}
std::string fine(const std::string& inside = "", const std::string& attributes = "") { return provision("fine", R"(norm="sanction" )" + attributes, inside + R"(<sanction by="agency"><punishes ref="#s"/></sanction>)"); }

}  // namespace

TEST_CASE("what does count, so that the rest can fail") {
    CHECK(pen({promise(), act(duty("s") + power()), mapped()}) == "1/1 law");
    CHECK(rung({promise(), act(duty("s") + fine()), mapped()}) == 6);
}

TEST_CASE("a power behind what law only permits, or recommends, enforces no promise") {
    for (const std::string modality : {"may", "should", "recommends"}) CHECK(pen({promise(), act(duty("s", "", "", modality) + power()), mapped()}) == "0/0 self");
    CHECK(pen({promise(), act(provision("s", R"(norm="permission")") + power()), mapped()}) == "0/0 self");
}

TEST_CASE("an exempted power, and an exempted sanction, count for nothing") {
    const auto out = [](const std::string& ref) { return provision("e", R"(norm="exemption")", "<exempts ref=\"#" + ref + "\"/>"); };
    CHECK(pen({promise(), act(duty("s") + power() + out("power")), mapped()}) == "0/0 self");
    CHECK(rung({promise(), act(duty("s") + fine() + out("fine")), mapped()}) == 5);
}

TEST_CASE("a sanction that cannot be used yet, or only above a threshold, is no enforcement today") {
    CHECK(rung({promise(), act(duty("s") + fine("", R"(enforceable-from="2030-01-01")")), mapped()}) == 5);
    CHECK(rung({promise(), act(duty("s") + fine(when(compute("more-than", "1e26")))), mapped()}) == 5);
    CHECK(rung({promise(), act(duty("s") + fine(when(compute("more-than", "1e26")))), mapped()}, {.developer = "lab", .facts = {"training-compute=2e26FLOP"}}) == 6);
}

TEST_CASE("who belongs to somebody whom the bearer picked is no more outside than that") {
    const auto people = [](const std::string& more) { return parties(party("firm", "company") + party("unit", "company", R"(<relation kind="part-of" party="firm"/>)") + more); };
    const auto picked = promise(duty("t", R"(<holds function="enforce" party="unit" discretion="must"/>)"));
    CHECK(pen({picked, act(duty("s")), people("")}) == "1/1 outside");
    CHECK(pen({picked, act(duty("s")), people(party("ceo", "board", R"(<relation kind="part-of" party="lab"/><relation kind="contracts" party="firm"/>)"))}) == "0/0 chosen");
}

TEST_CASE("two who may have one controller are one") {
    const std::string both = R"(<holds function="enforce"><any-of><holder party="one" discretion="must"/><holder party="two" discretion="must"/></any-of></holds>)";
    const auto with = [&](const std::string& tie) { return pen({promise(duty("t", both)), act(duty("s")), parties(party("top", "company") + party("other", "company") + party("one", "company", tie) + party("two", "company", R"(<relation kind="part-of" party="top"/>)"))}); };
    CHECK(with("") == "2/2 outside");
    CHECK(with(R"(<relation kind="part-of" party="top"/>)") == "1/1 outside");
    CHECK(with(R"(<relation kind="part-of" party="top" from="2026-01-01..2026-12-31"/>)") == "1/1 outside");
    CHECK(with(R"(<relation kind="part-of" party="top"/><relation kind="part-of" party="other"/>)") == "1/1 outside");
}

TEST_CASE("a power over a class by presumption only, or over nobody named, is not counted") {
    const std::string large = R"(<holds function="enforce" party="agency" reach="stop" discretion="must" over="large-developer"/>)";
    const std::string presumed = provision("c", R"(norm="classification" class="large-developer" presumed="rebuttable")", when(compute("more-than", "1e25"))), certain = provision("c", R"(norm="classification" class="large-developer")", when(compute("more-than", "1e25")));
    const Ask above{.developer = "lab", .facts = {"training-compute=2e25FLOP"}};
    CHECK(pen({promise(), act(duty("s") + power(R"(<guards ref="#s"/>)" + large) + certain), mapped()}, "promise", above) == "1/1 law");
    CHECK(pen({promise(), act(duty("s") + power(R"(<guards ref="#s"/>)" + large) + presumed), mapped()}, "promise", above) == "0/0 self");
    // a power that is itself the source says over whom it is
    const std::string anybody = R"(<holds function="enforce" party="agency" reach="stop" discretion="may"/>)";
    CHECK(pen({promise(), act(power(anybody)), mapped("act@1#power")}) == "0/0 self");
    CHECK(pen({promise(), act(power(large) + certain), mapped("act@1#power")}, "promise", above) == "0/1 law");
}

TEST_CASE("whom law lets act, and does not say that it must, need not") {
    CHECK(pen({promise(), act(duty("s") + power(R"(<guards ref="#s"/><holds function="enforce" party="agency" reach="stop" over="anyone"/>)")), mapped()}) == "0/1 law");
    const auto either = [&](const std::string& cell) { return pen({promise(), act(duty("s") + power(R"(<guards ref="#s"/><holds function="enforce" over="anyone" reach="stop" )" + cell + R"(><any-of><holder party="agency"/><holder party="parliament"/></any-of></holds>)")), mapped()}); };
    CHECK(either("") == "0/2 law");
    CHECK(either(R"(discretion="must")") == "2/2 law");
}

TEST_CASE("a hand that law gives to the lab's own board, or to whom it picked, is not law's") {
    CHECK(pen({promise(), act(duty("s") + power(R"(<guards ref="#s"/><holds function="enforce" party="board" reach="stop" discretion="must" over="anyone"/>)")), mapped()}) == "0/0 self");
}

TEST_CASE("of several who enforce a stop, each must be able to stop") {
    const auto paused = [&](const std::string& second) {
        return pen({promise(provision("t", R"(norm="obligation" modality="must" themes="pause")")), mapped(),
                    act(duty("s") + power(R"(<guards ref="#s"/><holds function="enforce" over="anyone" discretion="must"><any-of><holder party="agency" reach="stop" discretion="must"/><holder party="parliament" reach=")" + second + R"(" discretion="must"/></any-of></holds>)"))});
    };
    CHECK(paused("order") == "2/2 law");
    CHECK(paused("penalise") == "0/0 self");
}

TEST_CASE("mappings that contradict one another hold nothing up") {
    const std::vector<std::string> circle{promise(), act(duty("s") + power() + fine()), law("other", duty("x")),
                                          mappings("m", row("1", {"act@1#s"}, "superset-of", {"promise@1#t"}) + row("2", {"promise@1#t"}, "superset-of", {"other@1#x"}) + row("3", {"other@1#x"}, "superset-of", {"act@1#s"}), "strict")};
    CHECK(pen(circle) == "0/0 self");
    CHECK(rung(circle) < 5);
}

TEST_CASE("who can change a rule can change it for everybody, whomever the hand is over") {
    const World w({law("act", duty("s", R"(<holds function="amend" party="lab" over="large-developer"/>)"), in_force + version_1 + own, "anyone")});
    const auto answer = who_holds_the_pen(w.corpus, w.walk, w.ask("act", "binding", {.developer = "lab"}).question, IndependenceRule::strict);
    CHECK(answer.pens.front().who_may.most == 0U);
}

TEST_CASE("a document of one lab is not judged for another") {
    const World w({promise(), act(duty("s"))});
    CHECK(w.ask("promise", "binding", {.developer = "rival"}).targets.empty());
    CHECK(w.ask("promise", "binding", {.developer = "rival"}).others == 1);
    // for no developer in particular, whoever made the policy is its bearer
    const World two({instrument("promise", R"(force="policy" jurisdiction="US" issuer="lab" bearer="developer")", duty("t", R"(<holds function="enforce" party="board"/>)"), in_force + version_1 + own),
                     instrument("more", R"(force="policy" jurisdiction="US" issuer="rival" bearer="developer")", duty("u"), in_force + version_1), act(duty("s"))});
    const auto answer = who_holds_the_pen(two.corpus, two.walk, two.ask(std::vector<std::string>{"promise", "more"}, std::vector<std::string>{"binding"}, {}).question, IndependenceRule::strict);
    CHECK(answer.pens.front().seat(Function::enforce) == Seat::inside);
    CHECK(answer.pens.front().who_may.most == 0U);
}
