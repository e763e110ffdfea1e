// Proves when a power of an authority counts as holding a function over a lab's rule: only if the duty that it guards certainly contains the
// rule's, asks wherever the rule does, binds the same bearer, and on that day; everything else is shown and not counted.

#include "lacuna/independence.hpp"
#include "lacuna/legal_holds.hpp"
#include "two_norms.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string order = R"(<holds function="enforce" party="agency" reach="order" when="after" discretion="must"/>)", fine = R"(<holds function="enforce" party="agency" reach="penalise" when="after" discretion="may"/>)";

/// A power in the law that is the source.
std::string power(const std::string& holds, const std::string& inside = R"(<guards ref="#s"/>)", const std::string& attributes = "") {
    return provision("power", R"(norm="power" bearer="agency" themes="framework" )" + attributes, inside + holds);
}

/// "enforce agency counts" or "enforce agency: why not", power by power.
std::string law_over(const Two& two, const Ask& ask = {}) {
    const World w({law("old", duty("t", two.t_inside, two.t_attributes)), instrument("new", two.s_law, duty("s", two.s_inside, two.s_attributes, two.s_modality) + two.s_more, two.s_head),
                   mappings("m", row("1", {"new@1#s"}, two.relation, {"old@1#t"}), two.reading)});
    const auto answer = w.ask("old", "new@1#s", ask);
    REQUIRE(answer.targets.size() == 1);
    Triggers triggers(w.corpus, answer.question.situation, answer.question.on);
    std::string out;
    for (const auto& h : legal_holds(w.corpus, answer, answer.targets.front(), triggers)) out += (out.empty() ? "" : " | ") + std::string(word(h.cell.function)) + " " + h.cell.party + (h.counts() ? " counts" : ": " + h.partial);
    return out;
}

}  // namespace

TEST_CASE("legal holds: a power that guards a duty that contains the rule's counts") {
    CHECK(law_over({.s_more = power(order)}) == "enforce agency counts");
    CHECK(law_over({.s_more = power(fine)}) == "enforce agency counts");
    CHECK(law_over({.s_more = power(order + R"(<holds function="verify" party="agency"/>)")}) == "enforce agency counts | verify agency counts");
}

TEST_CASE("legal holds: a power that guards something else, or nothing, is none; a theme alone makes no holder") {
    CHECK(law_over({.s_more = power(order, "")}).empty());
    CHECK(law_over({.s_more = duty("other") + power(order, R"(<guards ref="#other"/>)")}).empty());
    CHECK(law_over({.relation = "no-relationship", .s_more = power(order)}).empty());
}

TEST_CASE("legal holds: whoever guards only a part, other cases, or another day is partial") {
    CHECK(law_over({.relation = "intersects-with", .s_more = power(order)}) ==
          "enforce agency: the duty that it guards, The new, s. s: it shares some of what the target asks; that it contains all of it is not shown, by one mapping");
    CHECK(law_over({.s_inside = when(R"(<test id="severe">harm could be severe</test>)"), .s_more = power(order)}).starts_with("enforce agency: the duty that it guards, The new, s. s: "));
    CHECK(law_over({.s_more = power(order, R"(<guards ref="#s"/>)", R"(applies-from="2027-01-01")")}).starts_with("enforce agency: "));
    CHECK(law_over({.s_more = power(order, R"(<guards ref="#s"/>)", R"(enforceable-from="2027-01-01")")}) == "enforce agency: it cannot be used yet, or that is not settled");
    CHECK(law_over({.s_more = power(order, R"(<when><test id="urgent">it is urgent</test></when><guards ref="#s"/>)")}) == "enforce agency: only when it is urgent");
}

TEST_CASE("legal holds: for a promise to stop, a fine is no brake") {
    const auto stopping = [&](const std::string& holds) {
        const World w({law("old", provision("t", R"(norm="obligation" modality="must" themes="pause")")), law("new", duty("s") + power(holds)), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
        const auto answer = w.ask("old", "new@1#s");
        Triggers triggers(w.corpus, answer.question.situation, answer.question.on);
        const auto all = legal_holds(w.corpus, answer, answer.targets.front(), triggers);
        REQUIRE(all.size() == 1);
        return all.front().partial;
    };
    CHECK(law_over({.s_more = power(fine)}) == "enforce agency counts");
    CHECK(stopping(fine) == "to penalise stops nothing");
    CHECK(stopping(R"(<holds function="enforce" party="agency"/>)") == "how far it reaches is not stated");
    CHECK(stopping(order).empty());
}

TEST_CASE("legal holds: law adds a way to perform a function, and changes nothing about who may amend") {
    Cell cell;
    cell.function = Function::enforce;
    cell.party = "agency";
    cell.terms.discretion = Discretion::may;
    const std::vector<LegalHold> law{{{}, {}, cell, false, true, ""}};
    RuleHolds rule;
    for (auto& h : rule.by_function) h.formula.party = "lab";
    const auto hardened = with_law(rule, law);
    CHECK(*blocking(hardened.of(Function::enforce).formula) == Coalitions{{"agency", "lab"}});
    CHECK(*able(hardened.of(Function::amend).formula) == Coalitions{{"lab"}});
    CHECK(*capture_sets(hardened, Acting::who_may, UnknownHolds::by_bearer) == Coalitions{{"lab"}});
    rule.of(Function::enforce).state = CellState::nobody;
    CHECK(*able(with_law(rule, law).of(Function::enforce).formula) == Coalitions{{"agency"}});
    CHECK(*captured_by(with_law(rule, law), Function::enforce, Acting::who_must, UnknownHolds::by_bearer) == Coalitions{{}});
    rule.of(Function::enforce).state = CellState::unknown;
    CHECK(*blocking(with_law(rule, law).of(Function::enforce).formula) == Coalitions{{"agency", "bearer"}});
    // what does not count changes nothing
    CHECK(with_law(rule, {{{}, {}, cell, false, true, "not this"}}).of(Function::enforce).state == CellState::unknown);
}
