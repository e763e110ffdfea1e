// Proves that linking finds the right wording in the right version, and that what a provision inherits is its nearest surroundings'.

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string three_versions = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/><version id="3" in-force-from="2026-01-01"/>)";

/// The words of a provision's summary, to tell wordings of one id apart.
std::string wording(const Corpus& c, std::optional<NodeNo> n) { return n ? plain(c.provision(*n).summary) : "none"; }
std::string worded(const std::string& id, const std::string& words, const std::string& attributes) {
    return "<provision id=\"" + id + "\" cite=\"s. " + id + R"(" norm="obligation" modality="must" themes="framework" )" + attributes + "><summary>" + words + "</summary></provision>";
}

}  // namespace

TEST_CASE("corpus: one id with two wordings is two provisions, each in its own versions") {
    const World w({law("act", worded("a", "old", R"(until="2")") + worded("a", "new", R"(since="3")") + worded("b", "steady", ""), three_versions)});
    const auto& c = w.corpus;
    const auto& act = *c.instrument("act");
    CHECK(wording(c, c.find(act, 0, "a")) == "old");
    CHECK(wording(c, c.find(act, 1, "a")) == "old");
    CHECK(wording(c, c.find(act, 2, "a")) == "new");
    CHECK(wording(c, c.find_latest(act, "a")) == "new");
    CHECK(c.find(act, 0, "b") == c.find(act, 2, "b"));
    CHECK(wording(c, c.pinned("act@2#a")) == "old");
    CHECK(wording(c, c.pinned("act@3#a")) == "new");
    CHECK(c.nodes_of(act).size() == 3);
}

TEST_CASE("corpus: what stands inside something stands no longer than it") {
    const World w({law("act", R"(<division id="a" cite="A" since="2"><title>T</title>)" + duty("a-1") + duty("a-2", "", R"(since="3")") + "</division>", three_versions)});
    const auto& c = w.corpus;
    CHECK_FALSE(c.pinned("act@1#a"));
    CHECK_FALSE(c.pinned("act@1#a-1"));
    CHECK(c.pinned("act@2#a-1"));
    CHECK_FALSE(c.pinned("act@2#a-2"));
    CHECK(c.pinned("act@3#a-2"));
    CHECK(c.subtree(w.at("act@2#a"), 1).size() == 2);
    CHECK(c.subtree(w.at("act@2#a"), 2).size() == 3);
    CHECK(c.subtree(w.at("act@2#a"), 0).empty());
}

TEST_CASE("corpus: pinned takes exactly instrument@version#provision") {
    const World w({law("act", duty("a"))});
    CHECK(w.corpus.pinned("act@1#a"));
    for (const std::string bad : {"act#a", "act@1", "act", "#a", "act@2#a", "act@1#b", "other@1#a", "act#a@1", "@1#a", ""}) {
        INFO(bad);
        CHECK_FALSE(w.corpus.pinned(bad));
    }
}

TEST_CASE("corpus: #provision means the same instrument, in the wording that stood beside the one who says it") {
    const World w({law("act", worded("a", "old", R"(until="2")") + worded("a", "new", R"(since="3")") + worded("early", "e", R"(until="1")") + worded("late", "l", R"(since="3")"), three_versions),
                   law("other", duty("a"))});
    const auto& c = w.corpus;
    const auto early = w.at("act@1#early"), late = w.at("act@3#late");
    CHECK(wording(c, c.referred("#a", early)) == "old");
    CHECK(wording(c, c.referred("#a", late)) == "new");
    CHECK(wording(c, c.referred("act@1#a", late)) == "old");
    CHECK(wording(c, c.referred("act#a", early)) == "new");  // another's reference without a version: as it reads now
    CHECK(wording(c, c.referred("#late", early)) == "l");    // nothing stood beside it: the last there is
    CHECK(c.referred("other#a", early) == w.at("other@1#a"));
    for (const std::string bad : {"act", "#nothing", "nobody#a", "act@9#a"}) {
        INFO(bad);
        CHECK_FALSE(c.referred(bad, early));
    }
}

TEST_CASE("corpus: bearer, themes and domains come from the nearest place that says them") {
    const World w({law("act", duty("a", duty("a-1", duty("a-1-x")) + duty("a-2", "", R"(bearer="deployer")"), R"(bearer="large-developer" domains="cbrn")") + duty("b"))});
    const auto& c = w.corpus;
    CHECK(c.bearer(w.at("act@1#a")) == "large-developer");
    CHECK(c.bearer(w.at("act@1#a-1-x")) == "large-developer");
    CHECK(c.bearer(w.at("act@1#a-2")) == "deployer");
    CHECK(c.bearer(w.at("act@1#b")) == "developer");
    CHECK(c.domains(w.at("act@1#a-1-x")) == std::vector<Id>{"cbrn"});
    CHECK(c.domains(w.at("act@1#b")).empty());
}

TEST_CASE("corpus: a theme on a division's child is not lent to its sisters") {
    const World w({law("act", duty("a", R"(<provision id="a-1" cite="1" norm="obligation" modality="must"><summary>S</summary></provision>)") +
                                  R"(<provision id="p" cite="p" norm="power" themes="pause"><summary>S</summary></provision>)")});
    CHECK(w.corpus.themes(w.at("act@1#a-1")) == std::vector<Id>{"framework"});
    CHECK(w.corpus.themes(w.at("act@1#p")) == std::vector<Id>{"pause"});
}

TEST_CASE("corpus: the four dates are inherited one by one, and the nearest word, fixed or computed, wins") {
    const std::string computed = R"(<date for="applies-from"><within amount="90" unit="day" event="opening"/></date>)";
    const World w({instrument("act", R"(force="binding" jurisdiction="EU" issuer="parliament" bearer="developer" in-force-from="2024-08-01" applies-from="2025-08-02")",
                              duty("a", duty("a-1") + duty("a-2", "", R"(applies-from="2026-01-01")"), R"(enforceable-from="2026-08-02" legacy-until="2027-08-02")") +
                                  duty("b", computed + duty("b-1") + duty("b-2", "", R"(applies-from="2028-01-01")")))});
    const auto date = [&](const char* ref, DateKind kind) {
        const auto d = w.corpus.date(w.at(ref), kind);
        return d.computed != nullptr ? std::string("computed") : d.fixed ? to_string(*d.fixed) : "none";
    };
    CHECK(date("act@1#a-1", DateKind::in_force_from) == "2024-08-01");
    CHECK(date("act@1#a-1", DateKind::applies_from) == "2025-08-02");
    CHECK(date("act@1#a-2", DateKind::applies_from) == "2026-01-01");
    CHECK(date("act@1#a-1", DateKind::enforceable_from) == "2026-08-02");
    CHECK(date("act@1#a-1", DateKind::legacy_until) == "2027-08-02");
    CHECK(date("act@1#b", DateKind::enforceable_from) == "none");
    CHECK(date("act@1#b-1", DateKind::applies_from) == "computed");
    CHECK(date("act@1#b-2", DateKind::applies_from) == "2028-01-01");
}

TEST_CASE("corpus: source and grade are inherited, the locator is its own or else the citation") {
    const World w({law("act", duty("a", duty("a-1"), R"(grade="inferred" locator="p. 4")") + duty("b"))});
    CHECK(w.corpus.provenance(w.at("act@1#a")) == Provenance{"text", "p. 4", Grade::inferred});
    CHECK(w.corpus.provenance(w.at("act@1#a-1")) == Provenance{"text", "s. a-1", Grade::inferred});
    CHECK(w.corpus.provenance(w.at("act@1#b")) == Provenance{"text", "s. b", Grade::primary});
}

TEST_CASE("corpus: the trigger is its own condition together with those around it") {
    const World w({law("act", duty("a", when(compute("more-than", "1e25")) + duty("a-1", when(R"(<is fact="open-weights"/>)")) + duty("a-2")) + duty("b"))});
    const auto& c = w.corpus;
    const auto words = [&](const char* ref) {
        const auto t = c.trigger(w.at(ref));
        return t ? in_words(c, *t) : "always";
    };
    CHECK(words("act@1#a") == "training compute is more than 10^25 FLOP");
    CHECK(words("act@1#a-1") == "open weights and training compute is more than 10^25 FLOP");
    CHECK(words("act@1#a-2") == "training compute is more than 10^25 FLOP");
    CHECK(words("act@1#b") == "always");
}

TEST_CASE("corpus: a hand is looked up on the provision, around it, then in the instrument's word for that version") {
    const std::string head = three_versions + R"(<oversight until="2"><holds function="verify" party="board"/><holds function="amend" party="lab"/></oversight>
      <oversight since="3"><holds function="verify" party="agency"/></oversight>)";
    const World w({law("act", duty("a", R"(<holds function="judge" state="nobody"/>)" + duty("a-1", R"(<holds function="verify" state="unknown"/>)")), head)});
    const auto cell = [&](const char* ref, int version, Function f) { return holders(w.corpus, w.corpus.cell(w.at(ref), version, f), "lab"); };
    CHECK(cell("act@1#a", 0, Function::verify) == "The board");
    CHECK(cell("act@1#a", 1, Function::verify) == "The board");
    CHECK(cell("act@1#a", 2, Function::verify) == "The agency");
    CHECK(cell("act@1#a", 2, Function::amend) == "not stated");
    CHECK(cell("act@1#a-1", 2, Function::verify) == "unknown");
    CHECK(cell("act@1#a-1", 0, Function::judge) == "nobody");
    CHECK(cell("act@1#a", 0, Function::enforce) == "not stated");
}

TEST_CASE("corpus: a class lies within itself and whatever contains it, through any number of steps, and a circle ends") {
    const World w({law("act", duty("a"))});
    CHECK(w.corpus.within("large-developer", "developer"));
    CHECK(w.corpus.within("developer", "developer"));
    CHECK_FALSE(w.corpus.within("developer", "large-developer"));
    CHECK_FALSE(w.corpus.within("deployer", "developer"));
    CHECK_FALSE(w.corpus.within("", "developer"));
    const Corpus circle(read({R"(<vocabulary><class id="a" within="b"><name>A</name></class><class id="b" within="a c"><name>B</name></class></vocabulary>)"}));
    CHECK(circle.within("a", "c"));
    CHECK_FALSE(circle.within("a", "d"));
    CHECK(check(circle).size() == 3);  // 'c' is unknown, and both lie on the circle
}

TEST_CASE("corpus: a jurisdiction lies inside itself and what it is within, and a circle ends") {
    const World w({law("act", duty("a"))});
    CHECK(w.corpus.inside_jurisdiction("US-CA", "US"));
    CHECK(w.corpus.inside_jurisdiction("US", "US"));
    CHECK_FALSE(w.corpus.inside_jurisdiction("US", "US-CA"));
    CHECK_FALSE(w.corpus.inside_jurisdiction("EU", "US"));
    const Corpus circle(read({R"(<vocabulary><jurisdiction id="A" within="B"><name>A</name></jurisdiction><jurisdiction id="B" within="A"><name>B</name></jurisdiction></vocabulary>)"}));
    CHECK_FALSE(circle.inside_jurisdiction("A", "C"));
}

TEST_CASE("corpus: an outside identifier finds every provision that bears it, with or without its scheme") {
    const std::string id = R"(<identifier scheme="row">EX-1</identifier>)", zhu = R"(<identifier scheme="zhu">A2-32</identifier>)";
    const World w({law("act", provision("a", R"(norm="obligation" modality="must" themes="framework")", "") +
                                  R"(<provision id="b" cite="b" norm="definition">)" + id + zhu + "<summary>S</summary></provision>" + R"(<provision id="c" cite="c" norm="definition">)" + id +
                                  "<summary>S</summary></provision>")});
    CHECK(w.corpus.by_identifier("EX-1").size() == 2);
    CHECK(w.corpus.by_identifier("row:EX-1").size() == 2);
    CHECK(w.corpus.by_identifier("zhu:A2-32") == std::vector<NodeNo>{w.at("act@1#b")});
    CHECK(w.corpus.by_identifier("zhu:EX-1").empty());
    CHECK(w.corpus.by_identifier("EX-2").empty());
}

TEST_CASE("corpus: a sanction on a provision punishes what is inside it; an exemption takes out what is inside") {
    const World w({law("act", R"(<division id="ch" cite="ch"><title>T</title>)" + duty("a", duty("a-1")) + "</division>" + duty("b") +
                                  provision("fine", R"(norm="sanction")", R"(<sanction by="agency"><punishes ref="#a"/></sanction>)") +
                                  provision("out", R"(norm="exemption")", R"(<exempts ref="#ch"/>)"))});
    CHECK(w.corpus.sanctions(w.at("act@1#a-1")).size() == 1);
    CHECK(w.corpus.sanctions(w.at("act@1#b")).empty());
    CHECK(w.corpus.exemptions(w.at("act@1#a-1")) == std::vector<NodeNo>{w.at("act@1#out")});
    CHECK(w.corpus.exemptions(w.at("act@1#b")).empty());
}

TEST_CASE("corpus: an exemption takes out every wording that stood while it stood, not only the last") {
    // an exemption that is lost for the older wording makes a promise look wider than it was
    const World w({law("act", worded("a", "old", R"(until="2")") + worded("a", "new", R"(since="3")") + provision("out", R"(norm="exemption")", R"(<exempts ref="#a"/>)"), three_versions)});
    CHECK(w.corpus.exemptions(w.at("act@3#a")).size() == 1);
    CHECK(w.corpus.exemptions(w.at("act@1#a")).size() == 1);
}

TEST_CASE("corpus: an exemption from a whole instrument takes out each of its provisions") {
    const World w({law("act", duty("a")), law("amending", provision("out", R"(norm="exemption")", R"(<exempts ref="act"/>)"))});
    CHECK(w.corpus.exemptions(w.at("act@1#a")).size() == 1);
}

TEST_CASE("corpus: a duty is part of another only with the same bearer and in the same versions, and only a duty is") {
    const std::string inside = duty("same") + duty("other-bearer", "", R"(bearer="deployer")") + provision("power", R"(norm="power")") + R"(<division id="h" cite="h"><title>H</title></division>)";
    const World w({law("act", duty("p", inside, R"(since="2")") + duty("q"), three_versions)});
    const auto part = [&](const Corpus& c, const std::string& id) { return c.contains(*c.pinned("act@3#p"), *c.pinned("act@3#" + id)); };
    CHECK(part(w.corpus, "same"));
    for (const std::string id : {"other-bearer", "power", "h"}) CHECK_FALSE(part(w.corpus, id));
    const Corpus later(read({law("act", duty("p", duty("late", "", R"(since="3")")), three_versions), vocabulary, usual_parties}));
    CHECK_FALSE(part(later, "late"));
    REQUIRE(check(later).size() == 1);
    CHECK(check(later).front().code == "part-of-some-versions");
}

TEST_CASE("corpus: names for people") {
    const World w({law("act", duty("a"))});
    CHECK(w.corpus.cite(w.at("act@1#a")) == "The act, s. a");
    CHECK(w.corpus.ref(w.at("act@1#a")) == "act#a");
    CHECK(w.corpus.ref(w.at("act@1#a"), 0) == "act@1#a");
}
