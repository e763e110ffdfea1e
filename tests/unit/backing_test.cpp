// What stands behind a promise: a power is never shown as a duty, and nothing found is never shown as something.

#include <doctest/doctest.h>

#include "lacuna/backing.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

Gap gap_with(std::vector<std::pair<NodeNo, Finding>> sources) {
    Gap g;
    g.worst = Aspect::duty;
    for (const auto& [node, finding] : sources) {
        Candidate c{node, {Pinned{node, 0, false}}, {}, {}, {}, {}};
        c.verdicts[0] = {finding, ""};
        g.candidates.push_back(c);
    }
    g.verdicts[0] = {sources.empty() ? Finding::reviewed_unmapped : sources.front().second, ""};
    return g;
}

}  // namespace

TEST_CASE("backing: law, duty, part, power, code, alone, unseen") {
    const World w({law("act", duty("d") + provision("p", R"(norm="power")"))});
    const NodeNo d = w.at("act@1#d"), p = w.at("act@1#p");
    const auto of = [&](const Gap& by_law, const Gap* by_code = nullptr) { return backing_of(w.corpus, by_law, by_code); };

    Gap covered = gap_with({{d, Finding::covered}});
    covered.worst.reset();
    CHECK(of(covered) == Backing::law);
    CHECK(of(gap_with({{d, Finding::covered}})) == Backing::duty);
    CHECK(of(gap_with({{d, Finding::at_least_partly}})) == Backing::part);
    CHECK(of(gap_with({{d, Finding::possible}})) == Backing::part);
    // however much of it a power could bring about, it asks nothing until it is used
    CHECK(of(gap_with({{p, Finding::covered}})) == Backing::power);
    CHECK(of(gap_with({{p, Finding::partly}, {d, Finding::not_covered}})) == Backing::power);
    CHECK(of(gap_with({{p, Finding::partly}, {d, Finding::partly}})) == Backing::part);
    CHECK(of(gap_with({})) == Backing::alone);
    CHECK(of(gap_with({{d, Finding::not_covered}})) == Backing::alone);

    const Gap code = gap_with({{d, Finding::partly}}), empty_code = gap_with({{d, Finding::possible}});
    CHECK(of(gap_with({}), &code) == Backing::code);
    CHECK(of(gap_with({}), &empty_code) == Backing::alone);
    Gap unseen = gap_with({});
    unseen.verdicts[0].finding = Finding::never_reviewed;
    CHECK(of(unseen) == Backing::unseen);
}
