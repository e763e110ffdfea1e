// Conditions in words: what hangs together, what is denied, and which side a line belongs to, must not be left to the reader.

#include <doctest/doctest.h>

#include "lacuna/words.hpp"
#include "text_cites.hpp"
#include "trigger_world.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

std::string say(const std::string& condition) {
    const TriggerWorld w({law("act", duty("a", when(condition)))}, vocabulary_with(flag_fact("hot") + flag_fact("cold") + flag_fact("wet")));
    return in_words(w.corpus, *w.corpus.trigger(w.at("act@1#a")));
}
std::string all(const std::string& inside) { return "<all>" + inside + "</all>"; }
std::string any(const std::string& inside) { return "<any>" + inside + "</any>"; }
std::string test(const std::string& id, const std::string& words) { return "<test id=\"" + id + "\">" + words + "</test>"; }

}  // namespace

TEST_CASE("words: short conditions read as a sentence") {
    CHECK(say(is("hot")) == "hot");
    CHECK(say(all(is("hot") + is("cold"))) == "hot and cold");
    CHECK(say(all(is("hot") + any(is("cold") + is("wet")))) == "hot and (cold or wet)");
    CHECK(say(in_class("large-developer")) == "the developer is a large developer");
}

TEST_CASE("words: a line keeps the side that it belongs to, denied too") {
    CHECK(say(compute("more-than", "1e25")) == "training compute is more than 10^25 FLOP");
    CHECK(say(compute("at-least", "1e25")) == "training compute is at least 10^25 FLOP");
    CHECK(say(not_so(compute("more-than", "1e25"))) == "training compute is not more than 10^25 FLOP");
    CHECK(say(not_so(compute("at-least", "1e25"))) == "training compute is not at least 10^25 FLOP");
}

TEST_CASE("words: what is denied is neither more nor less than what was said") {
    CHECK(say(not_so(is("hot"))) == "it is not so that hot");
    CHECK(say(not_so(not_so(is("hot")))) == "hot");
    CHECK(say(not_so(in_class("large-developer"))) == "the developer is not a large developer");
    CHECK(say(not_so(test("a", "the model is safe"))) == "the model is not safe");
    CHECK(say(not_so(test("a", "the model is safe and sound"))) == "it is not so that the model is safe and sound");
    CHECK(say(not_so(test("a", "the model is safe for all users"))) == "it is not so that the model is safe for all users");
    CHECK(say(not_so(all(is("hot") + is("cold")))) == "not all of these are so: (1) hot; and (2) cold");
    CHECK(say(not_so(any(is("hot") + is("cold")))) == "none of these is so: (1) hot; and (2) cold");
}

TEST_CASE("words: what could run into its neighbour is numbered") {
    CHECK(say(all(not_so(is("hot")) + is("cold"))) == "(1) it is not so that hot; and (2) cold");
    CHECK(say(any(test("a", "it is safe and sound") + is("cold"))) == "(1) it is safe and sound; or (2) cold");
    CHECK(say(all(any(test("a", "it is safe or sound") + is("cold")) + is("wet"))) == "(1) any of: (a) it is safe or sound; or (b) cold; and (2) wet");
    CHECK(say("<judged by=\"board\">" + any(is("hot") + is("cold")) + "</judged>") == "in the judgement of The board, (hot or cold)");
}

TEST_CASE("words: the same condition is said once") { CHECK(say(all(is("hot") + all(is("hot") + is("cold")))) == "hot and cold"); }

TEST_CASE("words: citations of one article are named together, and all of them") {
    CHECK(cites_together("Art. 1", {"Art. 1"}) == "Art. 1");
    CHECK(cites_together("Art. 1", {"Art. 1", "Art. 1(a)", "Art. 1(b)", "Art. 1(c)"}) == "Art. 1 with (a)-(c)");
    CHECK(cites_together("Art. 1", {"Art. 1(a)", "Art. 1(b)", "Art. 1(d)"}) == "Art. 1(a), (b), (d)");
    CHECK(cites_together("Art. 1", {"Art. 1(a)", "Art. 1(b)", "Art. 1(b)(i)", "Art. 1(b)(ii)", "Art. 1(b)(iii)", "Art. 1(c)"}) == "Art. 1(a), (b), (b)(i)-(iii), (c)");
    CHECK(cites_together("Art. 1", {"Art. 1", "Art. 1, last sentence", "Art. 1, point (1), first half"}) == "Art. 1 with last sentence; point (1), first half");
    CHECK(cites_together("VI", {"VI", "VI", "VI"}) == "VI (3 duties)");
    CHECK(cites_together("Art. 1(1)", {"Art. 1(1)", "Art. 1(10)"}) == "Art. 1(1), Art. 1(10)");
}
