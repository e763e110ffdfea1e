// Proves whom a regime is said not to reach, and why; and that what is not known is never "not reached".

#include "lacuna/unbound.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string rule = provision("c", R"(norm="classification" class="large-developer")", when(compute("more-than", "1e25")));
const std::string in_eu = when(R"(<includes fact="markets" value="EU"/>)");

std::string situation(const std::string& id, const std::string& inside) { return "<situation id=\"" + id + "\" developer=\"" + id + "\" model=\"Model of " + id + "\">" + inside + "</situation>"; }
std::string flops(const std::string& value) { return R"(<quantity fact="training-compute" value=")" + value + R"(" unit="FLOP"/>)"; }

/// The usual words, with governments, and places where a model can be on the market.
std::string words() {
    auto out = vocabulary;
    const auto after = [&](const std::string& text, const std::string& more) { out.insert(out.find(text) + text.size(), more); };
    after("<name>Markets</name>", R"(<value id="EU"><name>European Union</name></value><value id="US"><name>United States</name></value>)");
    after(R"(<party-kind id="lab"><name>Lab</name></party-kind>)", R"(<party-kind id="government"><name>Government</name></party-kind>)");
    return out;
}

/// "lab: not-reached below-threshold; rival: open" under the only instrument.
std::string reached(std::vector<std::string> files, const std::string& on = "2026-06-01") {
    files.push_back(words());
    files.push_back(usual_parties);
    const Corpus corpus(read(files));
    for (const auto& p : check(corpus)) FAIL_CHECK(to_string(p));
    std::string out;
    for (const auto& r : unbound(corpus, {day(on), {}, {}, {}}).regimes)
        for (const auto& row : r.rows) {
            out += (out.empty() ? "" : "; ") + row.subject.developer + ": " + std::string(word(row.reached));
            for (const auto b : row.because) out += " " + std::string(word(b));
        }
    return out;
}

}  // namespace

TEST_CASE("unbound: a pledge reaches who signed it, and only as far as they did") {
    const auto pledge = [](const std::string& adoptions) { return instrument("pledge", R"(force="pledge" jurisdiction="EU" issuer="parliament" bearer="developer")", provision("ch", R"(norm="obligation" modality="must" themes="framework" bearer="large-developer")") + provision("d", R"(norm="obligation" modality="must" themes="framework" bearer="large-developer")"), in_force + adoptions + version_1); };
    CHECK(reached({pledge(R"(<adoption party="lab" from="2024-02-01"/>)")}) == "lab: reached; rival: not-reached not-adopted");
    CHECK(reached({pledge(R"(<adoption party="lab" from="2024-02-01" only="#ch"/>)")}) == "lab: reached adopted-in-part; rival: not-reached not-adopted");
    CHECK(reached({pledge(R"(<adoption party="lab" from="2026-01-01..2026-12-31"/>)")}) == "lab: open; rival: not-reached not-adopted");
}

TEST_CASE("unbound: a law reaches by what is known of a model; what nobody has said is open") {
    const auto act = law("act", rule + duty("d", in_eu), in_force + version_1, "large-developer");
    CHECK(reached({act}) == "lab: open; rival: open");
    CHECK(reached({act, situation("lab", flops("2e25") + R"(<set fact="markets" includes="EU"/>)")}) == "lab: reached; rival: open");
    CHECK(reached({act, situation("lab", flops("2e25"))}) == "lab: open; rival: open");
}

TEST_CASE("unbound: why not: below the threshold, outside the place, both, or not yet") {
    const auto act = law("act", rule + duty("d", in_eu), in_force + version_1, "large-developer");
    const std::string abroad = R"(<set fact="markets" includes="US" only="yes"/>)", here = R"(<set fact="markets" includes="EU"/>)";
    CHECK(reached({act, situation("lab", flops("2e24") + here)}) == "lab: not-reached below-threshold; rival: open");
    CHECK(reached({act, situation("lab", flops("2e25") + abroad)}) == "lab: not-reached outside-jurisdiction; rival: open");
    // neither alone takes it out
    CHECK(reached({act, situation("lab", flops("2e24") + abroad)}) == "lab: not-reached facts; rival: open");
    const auto later = law("act", rule + duty("d", in_eu, R"(applies-from="2027-01-01")"), in_force + version_1, "large-developer");
    CHECK(reached({later, situation("lab", flops("2e25") + here)}) == "lab: later; rival: open");
}

TEST_CASE("unbound: a duty on everybody reaches nobody in particular") {
    CHECK(reached({law("act", rule + duty("d") + duty("e", "", R"(bearer="anyone")"), in_force + version_1, "large-developer"), situation("lab", flops("2e24"))}) == "lab: not-reached below-threshold; rival: open");
}

TEST_CASE("unbound: a developer that a government controls is named as state-run") {
    const Corpus corpus(read({words(), usual_parties, parties(party("state", "government", R"(<relation kind="controls" party="rival" source="src" grade="secondary"/>)")), law("act", rule + duty("d"), in_force + version_1, "large-developer")}));
    CHECK(unbound(corpus, {day("2026-06-01"), {}, {}, {}}).state_run == std::vector<Id>{"rival"});
}
