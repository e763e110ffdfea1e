// Proves what a law does that orders a lab to keep its own document: it reaches that document and its addressees only, gives a hand to who
// enforces it, and leaves the pen where it was.

#include "lacuna/pen.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string hands = R"(<oversight><holds function="evaluate" party="lab"/><holds function="judge" party="lab"/><holds function="amend" party="lab"/><holds function="enforce" party="lab"/></oversight>)";

std::string filed(const std::string& attributes = R"(from="2025-01-01")", const std::string& under = "act#keep") { return "<filed under=\"" + under + "\" " + attributes + "/>"; }
std::string document(const std::string& id, const std::string& head, const std::string& parts = duty("a")) { return policy(id, "lab", parts, in_force + head + version_1 + hands); }

std::string act(const std::string& duty_attributes = R"(hardens="yes")", const std::string& more = "") {
    return law("act", duty("keep", "", duty_attributes) + provision("fine", R"(norm="sanction")", R"(<sanction by="agency" discretion="may"><punishes ref="#keep"/></sanction>)") + more, in_force + version_1, "anyone");
}

/// "duty: covered; enforce agency counts" for the only commitment of a document.
std::string answer(const std::vector<std::string>& files, const std::string& of = "paper", const Ask& ask = {.developer = "lab"}) {
    const World w(files);
    const auto gap = w.gap(of, "binding", ask);
    auto question = w.ask(of, "binding", ask).question;
    const auto pens = who_holds_the_pen(w.corpus, w.walk, question, IndependenceRule::strict);
    std::string out = "duty: " + std::string(word(gap.verdict(Aspect::duty).finding));
    for (const auto& h : pens.pens.front().law) out += "; " + std::string(word(h.cell.function)) + " " + h.cell.party + (h.counts() ? " counts" : ": " + h.partial);
    return out;
}

}  // namespace

TEST_CASE("hardening: the document that is filed gains a public hand on enforce, and nothing else moves") {
    const World w({act(), document("paper", filed())});
    const auto pens = who_holds_the_pen(w.corpus, w.walk, w.ask("paper", "binding", {.developer = "lab"}).question, IndependenceRule::strict);
    const auto& pen = pens.pens.front();
    CHECK(pen.seat(Function::enforce) == Seat::law);
    CHECK(pen.seat(Function::amend) == Seat::self);
    CHECK(pen.seat(Function::judge) == Seat::self);
    CHECK(pen.who_may.most == 0U);
    const auto hardened = hardenings(w.corpus, pens);
    REQUIRE(hardened.size() == 1);
    CHECK(w.corpus.cite(hardened.front().duty.node) == "The act, s. keep");
    CHECK(w.corpus.cite(hardened.front().enforced.power.node) == "The act, s. fine");
    CHECK(hardened.front().amends == Hand::inside);
    CHECK(hardened.front().rules == 1);
}

TEST_CASE("hardening: whoever must keep the document has done what a duty in it asks") {
    CHECK(answer({act(), document("paper", filed())}) == "duty: covered; enforce agency counts");
    CHECK(answer({act(), document("other", filed()), document("paper", "")}).starts_with("duty: never-reviewed"));
}

TEST_CASE("hardening: no chain of mappings leads on from it to another document of the lab") {
    const World w({act(), document("paper", filed()), policy("values", "lab", duty("b")), mappings("m", row("1", {"paper@1#a"}, "superset-of", {"values@1#b"}))});
    CHECK(w.gap("values", "binding", {.developer = "lab"}).verdict(Aspect::duty).finding == Finding::never_reviewed);
}

TEST_CASE("hardening: not before the day, not after it, and not surely where the day or the filing is not settled") {
    CHECK(answer({act(), document("paper", filed(R"(from="2026-07-01")"))}).starts_with("duty: never-reviewed"));
    CHECK(answer({act(), document("paper", filed(R"(from="2025-01-01" until="2025-12-31")"))}).starts_with("duty: never-reviewed"));
    const std::string open = "duty: possible; enforce agency: the duty that it guards, The act, s. keep: only possible: that the document is filed under it, or since when, is not settled";
    CHECK(answer({act(), document("paper", filed(R"(from="2026-01-01..2026-12-31")"))}) == open);
    CHECK(answer({act(), document("paper", filed(R"(from="2025-01-01" grade="inferred")"))}) == open);
}

TEST_CASE("hardening: only for those whom the duty binds") {
    const std::string large = law("act", duty("keep", "", R"(hardens="yes")") + provision("fine", R"(norm="sanction")", R"(<sanction by="agency" discretion="may"><punishes ref="#keep"/></sanction>)"), in_force + version_1, "large-developer");
    CHECK(answer({large, document("paper", filed())}).find("whether The lab is one is not settled") != std::string::npos);
    CHECK(answer({large, document("paper", filed())}).find("counts") == std::string::npos);
}

TEST_CASE("hardening: a stop that a filed document promises is not enforced by a fine") {
    CHECK(answer({act(), document("paper", filed(), provision("a", R"(norm="obligation" modality="must" themes="pause")"))}) == "duty: covered; enforce agency: to penalise stops nothing");
}

TEST_CASE("hardening: check refuses a filing under what orders nobody to keep a document") {
    const auto problems = [](const std::vector<std::string>& files) {
        auto all = files;
        all.push_back(vocabulary);
        all.push_back(usual_parties);
        const Corpus corpus(read(all));
        std::string out;
        for (const auto& p : check(corpus)) out += (out.empty() ? "" : " | ") + p.what + ": " + p.advice;
        return out;
    };
    CHECK(problems({act(""), document("paper", filed())}) == "'act#keep' does not order anybody to keep a document of its own: name the duty to comply with the document, which says hardens=\"yes\"");
    CHECK(problems({act(), document("paper", filed(R"(from="2025-01-01")", "act"))}) == "'act' names no provision: write INSTRUMENT#PROVISION: the duty to keep the document");
    CHECK(problems({act(), document("paper", filed(R"(from="2025-01-01")", "act#kept"))}) == "'#kept' is no part of 'act': write # and the id of a division or provision");
    CHECK(problems({act(), document("paper", filed(R"(from="2025-01-01")", "acts#keep"))}).starts_with("no instrument is called 'acts'"));
    CHECK(problems({act(), policy("paper", "lab", duty("a", "", R"(hardens="yes")"))}) == "'a' is no obligation of binding law, and cannot harden a document: delete hardens");
}
