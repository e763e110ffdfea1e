// Proves what every form of REF takes in, what a reader is told about it, and that a REF that means nothing says what it may mean.

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string versions = in_force + R"(<version id="1" in-force-from="2024-01-01"/><version id="1.5" encoded="no" in-force-from="2025-01-01"/><version id="2" in-force-from="2026-01-01"/><version id="3" in-force-from="2027-01-01"/>)";
std::string identified(const std::string& id, const std::string& identifier, const std::string& attributes = "") {
    return "<provision id=\"" + id + "\" cite=\"s. " + id + R"(" norm="obligation" modality="must" themes="framework" )" + attributes + ">" + identifier + "<summary>S.</summary></provision>";
}

const World& world() {
    static const World w({
        law("act", R"(<identifier scheme="celex">32024R1689</identifier><division id="ch" cite="Ch."><title>C</title>)" + duty("a", duty("a-1") + provision("a-2", R"(norm="power" until="1")")) + duty("b", "", R"(since="2")") + "</division>" +
                       identified("c", R"(<identifier scheme="row">R-1</identifier>)") + identified("gone", R"(<identifier scheme="row">R-2</identifier>)", R"(until="1")"),
            versions),
        policy("mine", "lab", duty("p")),
        instrument("companion", R"(force="policy" jurisdiction="US" issuer="lab" companion-of="mine" bearer="lab")", duty("p")),
        policy("old-promise", "lab", duty("p"), R"(<status value="in-force" from="2023-01-01" until="2023-12-31"/><status value="superseded" from="2024-01-01"/>)" + version_1),
        policy("theirs", "rival", duty("p")),
        instrument("us-act", R"(force="binding" jurisdiction="US" issuer="parliament" bearer="developer")", duty("x")),
        instrument("ca-act", R"(force="binding" jurisdiction="US-CA" issuer="parliament" bearer="developer")", duty("y")),
        instrument("bill", R"(force="binding" jurisdiction="US-CA" issuer="parliament" bearer="developer")", duty("z"), R"(<status value="proposed" from="2024-01-01"/>)" + version_1),
        instrument("to-come", R"(force="binding" jurisdiction="EU" issuer="parliament" bearer="developer")", duty("z"), R"(<status value="adopted" from="2024-01-01"/>)" + version_1),
    });
    return w;
}

struct Answered {
    Scope scope;
    std::vector<std::string> problems;
    std::string refs() const {
        std::vector<std::string> out;
        for (const auto& p : scope.provisions) out.push_back(world().corpus.ref(p.node, p.version));
        return join(out);
    }
};
Answered resolved(const std::vector<std::string>& refs, const std::string& on = "2026-06-01", const std::optional<std::string>& in = {}) {
    std::vector<Problem> problems;
    Answered out{resolve(world().corpus, refs, day(on), in, problems), {}};
    for (const auto& p : problems) out.problems.push_back(to_string(p));
    return out;
}
Answered good(const std::vector<std::string>& refs, const std::string& on = "2026-06-01", const std::optional<std::string>& in = {}) {
    const auto out = resolved(refs, on, in);
    CHECK(out.problems == std::vector<std::string>{});
    return out;
}
std::string problem(const std::string& ref, const std::string& on = "2026-06-01", const std::optional<std::string>& in = {}) {
    const auto out = resolved({ref}, on, in);
    CHECK(out.scope.provisions.empty());
    return join(out.problems, " | ");
}

}  // namespace

TEST_CASE("reference: instrument: the version that stands on the date, provisions without headings") {
    CHECK(good({"act"}).refs() == "act@2#a, act@2#a-1, act@2#b, act@2#c");
    CHECK(good({"act"}, "2024-06-01").refs() == "act@1#a, act@1#a-1, act@1#a-2, act@1#c, act@1#gone");
    CHECK(good({"act"}).scope.text == "act");
    CHECK(good({"act"}).scope.notes.empty());
    CHECK_FALSE(good({"act"}).scope.provisions.front().named);
}

TEST_CASE("reference: instrument@version: that version whatever the date, and the reader is told when it does not stand") {
    CHECK(good({"act@1"}).refs() == "act@1#a, act@1#a-1, act@1#a-2, act@1#c, act@1#gone");
    CHECK(good({"act@1"}).scope.text == "act@1");
    CHECK(good({"act@1"}).scope.provisions.front().named);
    CHECK(good({"act@1"}).scope.notes == std::vector<std::string>{"The act 1 does not stand on 2026-06-01 (version 2 does): it is asked about as if it did"});
    CHECK(good({"act@3"}).scope.notes == std::vector<std::string>{"The act 3 does not stand on 2026-06-01 (version 2 does): it is asked about as if it did"});
    CHECK(good({"act@2"}).scope.notes.empty());
}

TEST_CASE("reference: #provision takes what is inside it, and a heading takes what is under it") {
    CHECK(good({"act#a"}).refs() == "act@2#a, act@2#a-1");
    CHECK(good({"act@1#a"}).refs() == "act@1#a, act@1#a-1, act@1#a-2");
    CHECK(good({"act@1#a"}).scope.text == "act@1#a");
    CHECK(good({"act#ch"}).refs() == "act@2#a, act@2#a-1, act@2#b");
}

TEST_CASE("reference: a party is its policy and companions in force, nobody else's and no former ones") {
    CHECK(good({"lab"}).refs() == "mine@1#p, companion@1#p");
    CHECK(good({"lab"}).scope.text == "lab");
    CHECK(problem("lab", "2022-06-01") == "lab: the corpus holds no policy of 'lab' in force on 2022-06-01: see `lacuna list instruments`");
    CHECK(problem("board") == "board: the corpus holds no policy of 'board' in force on 2026-06-01: see `lacuna list instruments`");
}

TEST_CASE("reference: a force is all of it that is adopted or in force; --in takes what holds there") {
    CHECK(good({"binding"}).refs() == "act@2#a, act@2#a-1, act@2#b, act@2#c, us-act@1#x, ca-act@1#y, to-come@1#z");
    CHECK(good({"binding"}, "2026-06-01", "US-CA").refs() == "us-act@1#x, ca-act@1#y");  // what holds in California: its own law and the Union's
    CHECK(good({"binding"}, "2026-06-01", "US").refs() == "us-act@1#x");
    CHECK(good({"binding"}, "2026-06-01", "EU").scope.notes == std::vector<std::string>{"The to-come is adopted, not in force, on 2026-06-01"});
    CHECK(good({"binding"}).scope.text == "binding");
    CHECK(problem("code", "2026-06-01", "EU") == "code: the corpus holds no instrument of force 'code' adopted or in force on 2026-06-01 in EU: see `lacuna list instruments`");
}

TEST_CASE("reference: --in does not narrow what was named itself") {
    CHECK(good({"us-act"}, "2026-06-01", "EU").refs() == "us-act@1#x");
}

TEST_CASE("reference: an outside identifier, with or without its scheme; where the text is gone, its last version") {
    CHECK(good({"R-1"}).refs() == "act@2#c");
    CHECK(good({"row:R-1"}).refs() == "act@2#c");
    CHECK(good({"row:R-1"}).scope.text == "act#c");
    CHECK(good({"R-2"}).refs() == "act@1#gone");
    CHECK(good({"R-2"}).scope.text == "act@1#gone");
    CHECK(good({"R-2"}).scope.notes == std::vector<std::string>{"The act 1 does not stand on 2026-06-01 (version 2 does): it is asked about as if it did"});
    CHECK(good({"celex:32024R1689"}).refs() == good({"act"}).refs());
    CHECK(good({"32024R1689"}).scope.text == "act");
}

TEST_CASE("reference: several REFs are joined, sorted, and taken once") {
    const auto both = good({"us-act", "act#a", "us-act", "act"});
    CHECK(both.scope.text == "act+act#a+us-act");
    CHECK(both.refs() == "act@2#a, act@2#a-1, act@2#b, act@2#c, us-act@1#x");
    CHECK(good({"act", "us-act"}).scope.text == good({"us-act", "act"}).scope.text);
    CHECK(good({"act@1", "act@2"}).scope.taken.size() == 2);
}

TEST_CASE("reference: a statute that is not in force is answered about, and the reader is told") {
    CHECK(good({"bill"}).scope.notes == std::vector<std::string>{"The bill is proposed, not in force, on 2026-06-01"});
    CHECK(good({"old-promise"}).scope.notes == std::vector<std::string>{"The old-promise is superseded, not in force, on 2026-06-01"});
}

TEST_CASE("reference: a version whose text is not in the corpus is refused, by name and by date, not answered from another") {
    CHECK(problem("act@1.5") == "act@1.5: version '1.5' of 'act' is known, but its text is not in the corpus: name a version whose text is there: see `lacuna list instruments`");
    CHECK(problem("act", "2025-06-01") == "act: version '1.5' of 'act' is known, but its text is not in the corpus: name a version whose text is there: see `lacuna list instruments`");
    CHECK(problem("act#a", "2025-06-01").substr(0, 29) == "act#a: version '1.5' of 'act'");
}

TEST_CASE("reference: before the first version there is nothing to answer from") {
    CHECK(problem("act", "2023-06-01") == "act: no version of 'act' stands on 2023-06-01: ask for a later date, or name a version: act@1");
}

TEST_CASE("reference: an unknown name is answered with the nearest known one") {
    CHECK(problem("us-atc") == "us-atc: no instrument, party, force or identifier is called 'us-atc': did you mean 'us-act'?");
    CHECK(problem("bindng") == "bindng: no instrument, party, force or identifier is called 'bindng': did you mean 'binding'?");
    CHECK(problem("parliment") == "parliment: no instrument, party, force or identifier is called 'parliment': did you mean 'parliament'?");
    CHECK(problem("something-else") == "something-else: no instrument, party, force or identifier is called 'something-else': see `lacuna list instruments` and `lacuna list parties`");
    CHECK(problem("us-atc@1#x") == "us-atc@1#x: no instrument, party, force or identifier is called 'us-atc@1#x': did you mean 'us-act'?");
    CHECK(problem("act@4") == "act@4: 'act' has no version '4': did you mean '1'?");
    CHECK(problem("act@2024") == "act@2024: 'act' has no version '2024': use one of 1, 1.5, 2, 3");
    CHECK(problem("act#a-3") == "act#a-3: 'act' has no provision 'a-3' in version '2': did you mean 'a-1'?");
    CHECK(problem("act#nothing-like-it") == "act#nothing-like-it: 'act' has no provision 'nothing-like-it' in version '2': see `lacuna list provisions --of act`");
    CHECK(problem("lab@1") == "lab@1: no instrument, party, force or identifier is called 'lab@1': did you mean 'lab'?");
    for (const std::string odd : {"", "#", "@", "#a", "@1", "lab#p"}) {
        INFO(odd);
        CHECK_FALSE(problem(odd).empty());
    }
}

TEST_CASE("reference: a provision that stood only in another version is not answered from there") {
    CHECK(problem("act#a-2").find("has no provision 'a-2' in version '2'") != std::string::npos);
    CHECK(problem("act@1#b").find("has no provision 'b' in version '1'") != std::string::npos);
}

TEST_CASE("reference: a good REF beside a bad one does not hide the problem") {
    const auto both = resolved({"act", "nothing-here"});
    CHECK(both.problems.size() == 1);
}

TEST_CASE("reference: a scope is narrowed to themes, domains and what lies within them, and bearers; unknown names are told") {
    const World w({law("act", duty("a", "", R"(domains="cbrn")") + duty("b", duty("b-1"), R"(bearer="large-developer")") + R"(<provision id="c" cite="c" norm="obligation" modality="must" themes="pause"><summary>S</summary></provision>)")});
    const auto narrowed = [&](const Filter& f) {
        std::vector<Problem> problems;
        auto scope = resolve(w.corpus, {"act"}, day("2026-06-01"), {}, problems);
        narrow(w.corpus, scope, f, problems);
        std::vector<std::string> out;
        for (const auto& p : scope.provisions) out.push_back(w.corpus.provision(p.node).id);
        for (const auto& p : problems) out.push_back(to_string(p));
        return join(out);
    };
    CHECK(narrowed({}) == "a, b, b-1, c");
    CHECK(narrowed({{"pause"}, {}, {}}) == "c");
    CHECK(narrowed({{"pause", "framework"}, {}, {}}) == "a, b, b-1, c");
    CHECK(narrowed({{}, {"cbrn"}, {}}) == "a");
    CHECK(narrowed({{}, {}, {"large-developer"}}) == "b, b-1");
    CHECK(narrowed({{"pause"}, {"cbrn"}, {}}).empty());
    CHECK(narrowed({{"puase"}, {}, {}}) == "--theme: no theme is called 'puase': did you mean 'pause'?");
    CHECK(narrowed({{}, {"astrology"}, {}}) == "--domain: no domain is called 'astrology': use one of cbrn, cyber");
}
