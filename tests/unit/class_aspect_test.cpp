// Proves that a duty on a class counts for the cases only that the class's rules put into it.

#include "two_norms.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string large = R"(bearer="large-developer")";
const std::string more_than = when(compute("more-than", "1e25")), at_least = when(compute("at-least", "1e25"));
std::string rule(const std::string& inside, const std::string& attributes = "") { return provision("who", R"(norm="classification" class="large-developer" )" + attributes, inside); }
/// A lab that was designated as a large developer.
const std::string big = parties(party("big", "lab", R"(<in-class class="large-developer" how="designated" source="src" grade="primary"/>)"));

Gap on_class(const std::string& classification, const Ask& ask, const std::string& target = "") {
    return judged({.t_inside = target, .s_attributes = large, .s_more = classification, .files = {big}}, ask);
}

}  // namespace

TEST_CASE("class: whether a class that no rule defines takes in the developer is the bearer's aspect alone") {
    CHECK(in_gap(on_class("", {.developer = "big"})) == "covered");
    CHECK(on_class("", {.developer = "big"}).verdict(Aspect::trigger).reason == "it asks always");
    CHECK(in_gap(on_class("", {.developer = "lab"})) == "bearer: undetermined");
    CHECK(in_gap(on_class("", {})) == "bearer: falls-short");
}

TEST_CASE("class: a designated developer is bound only in the cases that the rules of the class describe") {
    const auto g = on_class(rule(more_than), {.developer = "big"});
    CHECK(in_gap(g) == "trigger: falls-short");
    CHECK(g.verdict(Aspect::trigger).reason == "it binds Large developer, and in this case the developer is none");
    CHECK(g.witness == "a case in which training compute is 5 x 10^24 FLOP");
    CHECK(in_gap(on_class(rule(more_than), {.developer = "big"}, more_than)) == "covered");
    CHECK(in_gap(on_class(rule(more_than), {.developer = "big"}, at_least)) == "trigger: falls-short");
}

TEST_CASE("class: facts put a developer into a class, or keep it out, or say nothing of it") {
    const auto by = [](const std::string& fact, const std::string& developer = "lab") { return on_class(rule(more_than), {.developer = developer, .facts = {fact}}); };
    CHECK(in_gap(by("training-compute=3e25FLOP")) == "covered");
    CHECK(by("training-compute=3e25FLOP").verdict(Aspect::bearer).reason == "it binds Large developer; by the facts given this is one");
    CHECK(in_gap(by("training-compute=3e24FLOP", "big")) == "bearer: falls-short, trigger: falls-short");
    CHECK(by("training-compute=3e24FLOP", "big").verdict(Aspect::bearer).reason == "it binds Large developer; by the facts given this is none");
    CHECK(in_gap(by("open-weights=no")) == "bearer: undetermined, trigger: falls-short");
}

TEST_CASE("class: what is only assumed makes nobody a member") {
    const std::string words = R"(<vocabulary><fact id="general" about="model" kind="flag" default="yes"><name>It is general</name></fact></vocabulary>)";
    const auto g = [&](const std::vector<std::string>& facts) { return judged({.s_attributes = large, .s_more = rule(when(R"(<is fact="general"/>)")), .files = {big, words}}, {.developer = "lab", .facts = facts}); };
    CHECK(in_gap(g({"open-weights=no"})) == "bearer: undetermined, trigger: falls-short");
    CHECK(in_gap(g({"general=yes"})) == "covered");
}

TEST_CASE("class: a presumption that can be rebutted is not certain, one that cannot is") {
    const std::string rebuttable = R"(presumed="rebuttable")", conclusive = R"(presumed="conclusive")", is_large = when(R"(<class name="large-developer"/>)");
    const auto as_condition = [&](const std::string& attributes) { return judged({.t_inside = more_than, .s_inside = is_large, .t_attributes = R"(clarity="named")", .s_attributes = R"(clarity="named")", .s_more = rule(more_than, attributes)}); };
    CHECK(in_gap(as_condition("")) == "covered");
    CHECK(in_gap(as_condition(conclusive)) == "covered");
    CHECK(in_gap(as_condition(rebuttable)) == "trigger: undetermined");
    CHECK(as_condition(rebuttable).witness == "Not excluded: a case in which the presumption is rebutted (The new, s. who); training compute is 2 x 10^25 FLOP");
    const auto as_bearer = on_class(rule(more_than, rebuttable), {.developer = "lab", .facts = {"training-compute=3e25FLOP"}});
    CHECK(as_bearer.verdict(Aspect::bearer).reason == "it binds Large developer; by the facts given this is presumed to be one, which can be rebutted");
    CHECK(in_gap(as_bearer) == "bearer: undetermined, trigger: falls-short");
}

TEST_CASE("class: the same class on both sides is the same, by presumption or not") {
    for (const std::string how : {"", R"(presumed="rebuttable")"}) {
        const World w({law("old", duty("t", "", large) + rule(more_than, how)), law("new", duty("s", "", large)), mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
        CHECK(in_gap(w.gap("old#t", "new")) == "covered");
    }
}

TEST_CASE("class: a class that several others define each in their own way is not defined here by all of them together") {
    const auto us = [](const std::string& id, const std::string& in, const std::string& condition) { return instrument(id, "force=\"binding\" jurisdiction=\"" + in + R"(" issuer="parliament" bearer="developer")", rule(when(condition))); };
    const auto covered = [&](const std::vector<std::string>& others) {
        return judged({.t_inside = more_than, .s_inside = when(R"(<class name="large-developer"/>)"), .t_attributes = R"(clarity="named")", .s_attributes = R"(clarity="named")", .files = others}).covered();
    };
    CHECK(covered({us("one", "US", compute("more-than", "1e25"))}));
    CHECK_FALSE(covered({us("one", "US", compute("more-than", "1e26")), us("two", "US-CA", compute("more-than", "1e25"))}));
}

TEST_CASE("class: a rule elsewhere that may not apply yet makes no certain member") {
    const auto g = [](const std::string& dates) {
        return judged({.t_inside = more_than, .s_inside = when(R"(<class name="large-developer"/>)"), .t_attributes = R"(clarity="named")", .s_attributes = R"(clarity="named")", .files = {law("rules", rule(more_than, dates))}});
    };
    CHECK(in_gap(g("")) == "covered");
    CHECK(in_gap(g(R"(applies-from="2026-05-01..2026-07-01")")) == "trigger: undetermined");
    CHECK(in_gap(g(R"(applies-from="2030-01-01")")) == "trigger: undetermined");
}
