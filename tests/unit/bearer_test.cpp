// Proves that a duty counts as binding somebody only when that is certain: by class, by party, by signature, on the day.

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

/// The bearer verdict for the target old#t (on developers) from a source whose duty contains it.
struct Source {
    std::string attributes = R"(force="binding" jurisdiction="EU" issuer="parliament" bearer="developer")";
    std::string head = in_force + version_1;
    std::string people = parties(party("nobody-special", "company"));  ///< a further file of parties
    std::string target_bearer = "developer";
};
AspectVerdict bound(const Source& s, const Ask& ask = {}) {
    const World w({law("old", duty("t"), in_force + version_1, s.target_bearer),
                   instrument("new", s.attributes, R"(<division id="ch-1" cite="Ch. 1"><title>One</title>)" + duty("s") + R"(</division><division id="ch-2" cite="Ch. 2"><title>Two</title>)" + duty("z") + "</division>", s.head), s.people,
                   mappings("m", row("1", {"new@1#s"}, "superset-of", {"old@1#t"}))});
    const auto g = w.gap("old", "new", ask);
    // everything else is equal: the bearer alone decides
    CHECK(g.covered() == (g.verdict(Aspect::bearer).finding == Finding::covered));
    return g.verdict(Aspect::bearer);
}
Finding finding(const Source& s, const Ask& ask = {}) { return bound(s, ask).finding; }

std::string on_bearer(const std::string& bearer) { return R"(force="binding" jurisdiction="EU" issuer="parliament" bearer=")" + bearer + "\""; }
/// The lab is a developer in this way.
std::string member(const std::string& attributes) { return parties(party("x-lab", "lab", "<in-class class=\"developer\" " + attributes + "/>")); }
const Ask x_lab{.developer = "x-lab"}, lab{.developer = "lab"};

const std::string code = R"(force="code" jurisdiction="EU" issuer="parliament" bearer="developer")";
const std::string stated = R"(<in-class class="developer" how="stated" grade="primary"/>)";
std::string signed_by(const std::string& adoption) { return in_force + "<adoption " + adoption + "/>" + version_1; }
const std::string signer = parties(party("x-lab", "lab", stated));

}  // namespace

TEST_CASE("bearer: without a developer, a larger class covers a smaller one and not the other way round") {
    CHECK(finding({}) == Finding::covered);
    CHECK(finding({.target_bearer = "large-developer"}) == Finding::covered);
    CHECK(finding({.attributes = on_bearer("large-developer")}) == Finding::falls_short);
    CHECK(finding({.attributes = on_bearer("deployer")}) == Finding::falls_short);
    CHECK(bound({.attributes = on_bearer("large-developer")}).reason == "it binds Large developer, which does not take in every one of: Developer");
}

TEST_CASE("bearer: a duty on one party does not cover a duty on a class") {
    CHECK(finding({.attributes = on_bearer("lab")}) == Finding::falls_short);
    CHECK(bound({.attributes = on_bearer("lab")}).reason == "it binds only The lab, the target binds every one of: Developer");
}

TEST_CASE("bearer: a membership is certain when designated, or stated by the party and checked; the rest is open") {
    CHECK(finding({.people = member(R"(how="stated" source="src" grade="primary")")}, x_lab) == Finding::covered);
    CHECK(finding({.people = member(R"(how="stated" source="src" grade="secondary")")}, x_lab) == Finding::covered);
    CHECK(finding({.people = member(R"(how="stated" source="src" grade="inferred")")}, x_lab) == Finding::undetermined);
    CHECK(finding({.people = member(R"(how="stated" source="src" grade="unchecked")")}, x_lab) == Finding::undetermined);
    CHECK(finding({.people = member(R"(how="stated")")}, x_lab) == Finding::undetermined);
    CHECK(finding({.people = member(R"(how="presumed" source="src" grade="primary")")}, x_lab) == Finding::undetermined);
    CHECK(finding({.people = member(R"(how="designated" source="src" grade="primary")")}, x_lab) == Finding::covered);
    CHECK(bound({.people = member(R"(how="presumed" source="src" grade="primary")")}, x_lab).reason == "it binds Developer; that The x-lab is one rests on a presumption (primary)");
}

TEST_CASE("bearer: nothing recorded is open, neither yes nor no") {
    CHECK(finding({}, lab) == Finding::undetermined);
    CHECK(bound({}, lab).reason == "it binds Developer; whether The lab is one is not settled by what the corpus knows");
}

TEST_CASE("bearer: a membership counts on the days on which it certainly holds") {
    const auto on = [](const std::string& dates, const std::string& day_asked) { return finding({.people = member("how=\"designated\" " + dates)}, {.developer = "x-lab", .on = day_asked}); };
    CHECK(on(R"(from="2026-01-01")", "2025-12-31") == Finding::undetermined);
    CHECK(on(R"(from="2026-01-01")", "2026-01-01") == Finding::covered);
    CHECK(on(R"(until="2026-01-01")", "2026-01-01") == Finding::covered);
    CHECK(on(R"(until="2026-01-01")", "2026-01-02") == Finding::undetermined);
    CHECK(on(R"(from="2026-01-01..2026-12-31")", "2026-06-01") == Finding::undetermined);
    CHECK(on(R"(until="2026-01-01..2026-12-31")", "2026-06-01") == Finding::undetermined);
}

TEST_CASE("bearer: being in a smaller class is being in the larger one, not the other way round") {
    CHECK(finding({.people = parties(party("x-lab", "lab", R"(<in-class class="large-developer" how="designated"/>)"))}, x_lab) == Finding::covered);
    CHECK(finding({.attributes = on_bearer("large-developer"), .people = member(R"(how="designated")")}, x_lab) == Finding::undetermined);
}

TEST_CASE("bearer: what a part of the developer or a company that it controls is, it is; what a sister company is, it is not") {
    const std::string class_of_it = R"(<in-class class="developer" how="designated"/>)";
    const std::string owner = party("owner", "company"), owned = R"(<relation kind="part-of" party="owner"/>)", controls = R"(<relation kind="controls" party="arm"/>)";
    CHECK(finding({.people = parties(party("x-lab", "lab") + party("part", "company", R"(<relation kind="part-of" party="x-lab"/>)" + class_of_it))}, x_lab) == Finding::covered);
    CHECK(finding({.people = parties(party("x-lab", "lab", controls) + party("arm", "company", class_of_it))}, x_lab) == Finding::covered);
    CHECK(finding({.people = parties(owner + party("x-lab", "lab", owned) + party("sister", "company", owned + class_of_it))}, x_lab) != Finding::covered);
    CHECK(finding({.people = parties(party("holding", "company", R"(<relation kind="controls" party="x-lab"/>)" + controls) + party("x-lab", "lab") + party("arm", "company", class_of_it))}, x_lab) != Finding::covered);
    // while it is open whether it is still a part, it is not certain
    CHECK(finding({.people = parties(party("x-lab", "lab") + party("part", "company", R"(<relation kind="part-of" party="x-lab" until="2026-05-01..2026-06-30"/>)" + class_of_it))}, x_lab) != Finding::covered);
}

TEST_CASE("bearer: a duty on an authority, or its power to act, asks nothing of the developer") {
    CHECK(finding({.attributes = on_bearer("authority")}, lab) == Finding::falls_short);
    CHECK(finding({.attributes = on_bearer("agency")}, lab) == Finding::falls_short);
    CHECK(bound({.attributes = on_bearer("agency")}, lab).reason == "it is for The agency to act; it asks nothing of The lab until then");
    CHECK(finding({.attributes = on_bearer("rival")}, lab) == Finding::falls_short);
    CHECK(bound({.attributes = on_bearer("rival")}, lab).reason == "it binds only The rival");
    CHECK(finding({.attributes = on_bearer("lab")}, lab) == Finding::covered);
    CHECK(finding({.attributes = on_bearer("board")}, lab) == Finding::covered);  // an organ of the lab
}

TEST_CASE("bearer: a code or pledge binds who signed it, while the signature stands") {
    const auto found = [](const std::string& head, const std::string& force = code) { return finding({.attributes = force, .head = head, .people = signer}, x_lab); };
    const std::string unsigned_code = in_force + version_1;
    CHECK(found(unsigned_code) == Finding::falls_short);
    CHECK(bound({.attributes = code, .people = signer}, x_lab).reason == "The x-lab has not signed The new, as far as the corpus knows");
    CHECK(found(signed_by(R"(party="x-lab" from="2025-01-01")")) == Finding::covered);
    CHECK(found(signed_by(R"(party="rival" from="2025-01-01")")) == Finding::falls_short);
    CHECK(found(signed_by(R"(party="x-lab" from="2026-06-02")")) == Finding::falls_short);
    CHECK(found(signed_by(R"(party="x-lab" from="2025-01-01" until="2026-05-31")")) == Finding::falls_short);
    CHECK(found(signed_by(R"(party="x-lab" from="2026-05-01..2026-06-30")")) == Finding::undetermined);
    CHECK(found(signed_by(R"(party="x-lab" from="2025-01-01" until="2026-05-01..2026-06-30")")) == Finding::undetermined);
    CHECK(found(unsigned_code, R"(force="pledge" jurisdiction="EU" issuer="parliament" bearer="developer")") == Finding::falls_short);
    CHECK(found(unsigned_code, on_bearer("developer")) == Finding::covered);  // a law needs no signature
}

TEST_CASE("bearer: a signature limited to a chapter binds to that chapter") {
    CHECK(finding({.attributes = code, .head = signed_by(R"(party="x-lab" from="2025-01-01" only="#ch-1")"), .people = signer}, x_lab) == Finding::covered);
    CHECK(finding({.attributes = code, .head = signed_by(R"(party="x-lab" from="2025-01-01" only="#ch-2")"), .people = signer}, x_lab) == Finding::falls_short);
    CHECK(finding({.attributes = code, .head = signed_by(R"(party="x-lab" from="2025-01-01" only="#s")"), .people = signer}, x_lab) == Finding::covered);
}

TEST_CASE("bearer: an owner's signature binds what is part of it, while it is part of it") {
    const auto signed_by_owner = [](const std::string& dates) {
        return finding({.attributes = code, .head = signed_by(R"(party="owner" from="2025-01-01")"),
                        .people = parties(party("owner", "company") + party("x-lab", "lab", "<relation kind=\"part-of\" party=\"owner\" " + dates + "/>" + stated))}, x_lab);
    };
    CHECK(signed_by_owner("") == Finding::covered);
    CHECK(signed_by_owner(R"(until="2025-06-30")") != Finding::covered);
    CHECK(signed_by_owner(R"(from="2027-01-01")") != Finding::covered);
}

TEST_CASE("bearer: without a developer a code does not bind every member of the class, but only who signed") {
    CHECK(finding({.attributes = code, .head = signed_by(R"(party="lab" from="2025-01-01")")}) != Finding::covered);
}

TEST_CASE("bearer: a law that does not hold in the place asked about binds nobody there") {
    const std::string us = R"(force="binding" jurisdiction="US" issuer="parliament" bearer="developer")";
    CHECK(finding({}, {.in = "EU"}) == Finding::covered);
    CHECK(finding({}, {.in = "US"}) == Finding::falls_short);
    CHECK(bound({}, {.in = "US"}).reason == "The new holds in EU, not in US");
    CHECK(finding({.attributes = us}, {.in = "US-CA"}) == Finding::covered);  // the Union's law holds in its states
    CHECK(finding({.attributes = R"(force="binding" jurisdiction="US-CA" issuer="parliament" bearer="developer")"}, {.in = "US"}) == Finding::falls_short);
}

TEST_CASE("bearer: the developer is the only lab whose policy the question names, and nobody when there are two") {
    const World w({policy("mine", "lab", duty("p")), policy("theirs", "rival", duty("p")), law("act", duty("p"))});
    CHECK(w.ask("mine", "act").developer == "lab");
    CHECK(w.ask("mine", "act").developer_note == "the only lab whose policy the question names");
    CHECK(w.ask("act", "theirs").developer == "rival");
    CHECK_FALSE(w.ask("mine", "theirs").developer);
    CHECK_FALSE(w.ask("act", "act").developer);
    CHECK(w.ask("mine", "act", {.developer = "rival"}).developer == "rival");
    CHECK(w.ask("mine", "act", {.developer = "rival"}).developer_note == "as asked");
}

TEST_CASE("bearer: a rival's policy never covers a lab's promise") {
    const World w({policy("mine", "lab", duty("p")), policy("theirs", "rival", duty("p")), mappings("m", row("1", {"theirs@1#p"}, "equal-to", {"mine@1#p"}))});
    CHECK(w.gap("mine", "theirs").verdict(Aspect::bearer).finding == Finding::falls_short);
}

TEST_CASE("bearer: asked for one developer, duties of others are left out and counted, and nothing else is") {
    const World w({law("act", duty("a") + duty("b", "", R"(bearer="deployer")") + duty("c", "", R"(bearer="authority")") + duty("d", "", R"(bearer="rival")") + duty("e", "", R"(bearer="board")") +
                                  duty("f", "", R"(bearer="large-developer")") + duty("g", "", R"(bearer="anyone")"))});
    const auto for_lab = w.ask("act", "act", lab);
    CHECK(for_lab.others == 3);
    CHECK(for_lab.targets.size() == 4);
    const auto for_all = w.ask("act", "act");
    CHECK(for_all.others == 0);
    CHECK(for_all.targets.size() == 7);
}
