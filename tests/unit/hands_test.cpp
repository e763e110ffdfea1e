// Proves in whose hands a function lies: who is inside the bearer, whom it chose, and what a formula of several comes to.

#include "lacuna/hands.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

/// A lab among its organs, owners, sisters, contractors and watchers.
const std::string people = parties(
    party("owner", "company", R"(<relation kind="controls" party="lab"/>)") + party("sister", "company", R"(<relation kind="part-of" party="owner"/>)") +
    party("subsidiary", "company", R"(<relation kind="part-of" party="lab"/>)") + party("ceo", "board", R"(<relation kind="part-of" party="lab"/>)") +
    party("trust", "company", R"(<relation kind="appoints" party="board"/>)") + party("auditor", "company") + party("paid", "company") + party("appointee", "company") +
    party("grantee", "company") + party("cooperating", "agency", R"(<relation kind="agreement" party="lab" revocable-by="lab"/>)") + party("evaluator", "evaluator") +
    party("contractor", "contractor") + party("court", "agency") +
    party("paying", "company", R"(<relation kind="part-of" party="lab"/><relation kind="contracts" party="paid"/><relation kind="appoints" party="appointee"/><relation kind="funds" party="grantee"/>)"));

/// The hand that this cell puts a function in, seen from `bearer`.
Hand hand_of(const std::string& cell, const std::string& bearer = "lab", const std::string& on = "2026-06-01", const std::string& more = people) {
    const World w({law("act", duty("a", cell.empty() ? "" : "<holds function=\"verify\" " + cell)), more});
    return hand(w.corpus, w.corpus.cell(w.at("act@1#a"), 0, Function::verify), bearer, day(on));
}
Hand party_hand(const std::string& id, const std::string& on = "2026-06-01", const std::string& more = people) { return hand_of("party=\"" + id + "\"/>", "lab", on, more); }
Hand formula(const std::string& inside) { return hand_of(">" + inside + "</holds>"); }
std::string holder(const std::string& id) { return "<holder party=\"" + id + "\"/>"; }

}  // namespace

TEST_CASE("hands: the bearer, its organs, what it controls, who controls it, and their other companies are inside") {
    for (const std::string id : {"bearer", "lab", "board", "ceo", "subsidiary", "owner", "sister", "paying"}) {
        INFO(id);
        CHECK(party_hand(id) == Hand::inside);
    }
}

TEST_CASE("hands: whom the bearer or a part of it contracts, funds, appoints or agrees with is chosen; evaluators and contractors always are") {
    for (const std::string id : {"paid", "appointee", "grantee", "cooperating", "evaluator", "contractor"}) {
        INFO(id);
        CHECK(party_hand(id) == Hand::chosen);
    }
}

TEST_CASE("hands: an authority, a court, a rival, and a trust that appoints the board without being part of it are outside") {
    for (const std::string id : {"agency", "court", "rival", "trust", "auditor", "parliament"}) {
        INFO(id);
        CHECK(party_hand(id) == Hand::outside);
    }
}

TEST_CASE("hands: nobody, unknown and not applicable are three things; a missing cell is unknown") {
    CHECK(hand_of(R"(state="nobody"/>)") == Hand::nobody);
    CHECK(hand_of(R"(state="unknown"/>)") == Hand::unknown);
    CHECK(hand_of(R"(state="not-applicable"/>)") == Hand::not_applicable);
    CHECK(hand_of("") == Hand::unknown);
}

TEST_CASE("hands: where all must agree the farthest counts, where any can act the nearest") {
    CHECK(formula("<all-of>" + holder("ceo") + holder("agency") + "</all-of>") == Hand::outside);
    CHECK(formula("<all-of>" + holder("ceo") + holder("evaluator") + "</all-of>") == Hand::chosen);
    CHECK(formula("<all-of>" + holder("ceo") + holder("board") + "</all-of>") == Hand::inside);
    CHECK(formula("<any-of>" + holder("ceo") + holder("agency") + "</any-of>") == Hand::inside);
    CHECK(formula("<any-of>" + holder("evaluator") + holder("agency") + "</any-of>") == Hand::chosen);
    CHECK(formula("<any-of>" + holder("court") + holder("agency") + "</any-of>") == Hand::outside);
}

TEST_CASE("hands: k of several is what the k nearest can do among themselves") {
    const auto k = [](const char* number) { return formula(std::string("<k-of k=\"") + number + "\">" + holder("agency") + holder("ceo") + holder("evaluator") + "</k-of>"); };
    CHECK(k("1") == Hand::inside);
    CHECK(k("2") == Hand::chosen);
    CHECK(k("3") == Hand::outside);
}

TEST_CASE("hands: k of n is any of when k is 1, and all of when k is n, for all triples") {
    const std::array<const char*, 3> ids{"ceo", "evaluator", "agency"};
    for (const auto* a : ids)
        for (const auto* b : ids)
            for (const auto* c : ids) {
                const std::string three = holder(a) + holder(b) + holder(c);
                CHECK(formula("<k-of k=\"1\">" + three + "</k-of>") == formula("<any-of>" + three + "</any-of>"));
                CHECK(formula("<k-of k=\"3\">" + three + "</k-of>") == formula("<all-of>" + three + "</all-of>"));
            }
}

TEST_CASE("hands: formulas nest") {
    CHECK(formula("<all-of>" + holder("ceo") + "<any-of>" + holder("board") + holder("agency") + "</any-of></all-of>") == Hand::inside);
    CHECK(formula("<any-of><all-of>" + holder("ceo") + holder("agency") + "</all-of>" + holder("court") + "</any-of>") == Hand::outside);
}

TEST_CASE("hands: a relation counts while it lasts") {
    const std::string spun_off = parties(party("once", "company", R"(<relation kind="part-of" party="lab" from="2024-01-01" until="2025-12-31"/>)") +
                                         party("paid-once", "company") + party("lab-purse", "company", R"(<relation kind="part-of" party="lab"/><relation kind="funds" party="paid-once" until="2025-12-31"/>)"));
    CHECK(party_hand("once", "2023-12-31", spun_off) == Hand::outside);
    CHECK(party_hand("once", "2025-12-31", spun_off) == Hand::inside);
    CHECK(party_hand("once", "2026-01-01", spun_off) == Hand::outside);
    CHECK(party_hand("paid-once", "2025-12-31", spun_off) == Hand::chosen);
    CHECK(party_hand("paid-once", "2026-01-01", spun_off) == Hand::outside);
}

TEST_CASE("hands: while it is open whether a party is still inside, it is inside") {
    const std::string open = parties(party("maybe", "company", R"(<relation kind="part-of" party="lab" from="2026-03-01..2026-03-31" until="2026-09-01..2026-09-30"/>)"));
    for (const std::string on : {"2026-03-01", "2026-06-01", "2026-09-30"}) CHECK(party_hand("maybe", on, open) == Hand::inside);
    for (const std::string on : {"2026-02-28", "2026-10-01"}) CHECK(party_hand("maybe", on, open) == Hand::outside);
}

TEST_CASE("hands: of a class of bearers only 'the bearer itself' is known to be inside") {
    CHECK(hand_of(R"(party="bearer"/>)", "developer") == Hand::inside);
    CHECK(hand_of(R"(party="agency"/>)", "developer") == Hand::outside);
    CHECK(hand_of(R"(party="evaluator"/>)", "developer") == Hand::chosen);
}

TEST_CASE("hands: is_inside is symmetric between parties: whoever can capture me, I can capture") {
    const World w({law("act", duty("a")), people});
    const Day on = day("2026-06-01");
    for (const auto& a : w.corpus.party_ids())
        for (const auto& b : w.corpus.party_ids()) CHECK(is_inside(w.corpus, a, b, on) == is_inside(w.corpus, b, a, on));
}

TEST_CASE("hands: who holds it, in words") {
    const auto words = [](const std::string& cell, const std::string& bearer = "lab") {
        const World w({law("act", duty("a", "<holds function=\"amend\" " + cell)), people});
        return holders(w.corpus, w.corpus.cell(w.at("act@1#a"), 0, Function::amend), bearer);
    };
    CHECK(words(R"(party="ceo"/>)") == "The ceo");
    CHECK(words(R"(party="bearer"/>)") == "The lab");
    CHECK(words(R"(party="bearer"/>)", "developer") == "the bearer itself");
    CHECK(words(R"(state="nobody"/>)") == "nobody");
    CHECK(words(R"(state="unknown"/>)") == "unknown");
    CHECK(words(R"(state="not-applicable"/>)") == "not applicable");
    CHECK(words("><all-of>" + holder("ceo") + "<any-of>" + holder("board") + holder("trust") + "</any-of></all-of></holds>") == "The ceo and (The board or The trust)");
    CHECK(words("><k-of k=\"2\">" + holder("ceo") + holder("board") + holder("trust") + "</k-of></holds>") == "2 of The ceo, The board, The trust");
    const World none({law("act", duty("a"))});
    CHECK(holders(none.corpus, nullptr, "lab") == "not stated");
}
