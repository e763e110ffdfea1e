// Step 3, versions: what a new version of a real document unsettles.

#include <algorithm>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using Json = nlohmann::json;

namespace {

Json drift(const std::string& of) { return lacuna_json(fmt::format("drift {} --on 2026-11-21", of))["result"]; }

std::set<std::string> refs(const Json& provisions) {
    std::set<std::string> out;
    for (const auto& p : provisions) out.insert(p["ref"].get<std::string>());
    return out;
}

/// The parts of the norm in which this provision changed; empty where it did not.
std::set<std::string> changed(const Json& result, const std::string& ref) {
    for (const auto& c : result["changed"])
        if (c["after"]["ref"] == ref) return c["differ"].get<std::set<std::string>>();
    return {};
}

/// The states of all mappings of a set.
std::set<std::string> states(const Json& result, const std::string& set) {
    std::set<std::string> out;
    for (const auto& m : result["mappings"])
        if (m["id"].get<std::string>().starts_with(set + "/")) out.insert(m["state"].get<std::string>());
    return out;
}

void adds_up(const Json& result) {
    const auto& counts = result["counts"];
    int sum = 0;
    for (const auto& [state, n] : counts.items())
        if (state != "mappings") sum += n.get<int>();
    CHECK(sum == counts["mappings"].get<int>());
    CHECK(counts["mappings"].get<std::size_t>() == result["mappings"].size());
}

}  // namespace

TEST_CASE("RSP 2.2 to 3.4: nothing keeps its name; what was judged of 2.2 says nothing of 3.4, and comparing the two is as it was meant") {
    const auto answer = drift("anthropic-rsp");
    adds_up(answer);
    CHECK(answer["change"]["from"] == "2.2");
    CHECK(answer["change"]["to"] == "3.4");
    CHECK(answer["change"]["same"] == 0);
    CHECK(answer["change"]["changed"] == 0);
    CHECK(refs(answer["gone"]).contains("anthropic-rsp@2.2#sec-6.2-pause-training"));
    CHECK(refs(answer["added"]).contains("anthropic-rsp@3.4#r3-app-a-1-delay"));
    CHECK(states(answer, "anthropic-rsp-3.4-to-2.2") == std::set<std::string>{"compared"});
    CHECK(states(answer, "eu-ai-act-to-anthropic-rsp") == std::set<std::string>{"current", "orphaned"});
    // every mapping of the Act to 2.2, and no other, has lost its end
    for (const auto& m : answer["mappings"])
        if (m["state"] == "orphaned")
            for (const auto& e : m["ends"]) CHECK(e["ref"].get<std::string>().starts_with("anthropic-rsp@2.2#"));
    // one sentence kept nearly word for word under another number
    CHECK(std::any_of(answer["renamed"].begin(), answer["renamed"].end(), [](const Json& w) { return w["before"] == "anthropic-rsp@2.2#sec-7.1.6-non-disparagement" && w["after"]["ref"] == "anthropic-rsp@3.4#r3-sec-4.5-non-disparagement"; }));
}

TEST_CASE("the AI Act as published to the Act as amended: four provisions changed, two new, one gone, and no mapping unsettled") {
    const auto answer = drift("eu-ai-act");
    adds_up(answer);
    CHECK(answer["change"]["from"] == "2024-07-12");
    CHECK(answer["change"]["to"] == "2026-07-27");
    CHECK(refs(answer["added"]) == std::set<std::string>{"eu-ai-act@2026-07-27#art-75a-75d", "eu-ai-act@2026-07-27#art-113-3-d"});
    CHECK(refs(answer["gone"]) == std::set<std::string>{"eu-ai-act@2024-07-12#art-56-6-sub2"});
    CHECK(answer["changed"].size() == 4);
    CHECK(changed(answer, "eu-ai-act@2026-07-27#art-56-6").contains("bearer"));
    CHECK(changed(answer, "eu-ai-act@2026-07-27#art-113-3-a").contains("dates"));
    CHECK(answer["counts"]["outdated"] == 0);
    CHECK(answer["counts"]["orphaned"] == 0);
    CHECK(answer["counts"]["current"] == answer["counts"]["mappings"]);
    // back to the day before the amendment: all were made for a text to come
    const auto before = lacuna_json("drift eu-ai-act --on 2026-07-26")["result"];
    CHECK(before["change"]["to"] == "2024-07-12");
    CHECK(before["counts"]["to-come"] == before["counts"]["mappings"]);
}

TEST_CASE("RAISE, the text of 2025 to chapter 96: a new article in the place of the old, and mappings made for the new one only") {
    const auto answer = drift("us-ny-raise");
    CHECK(answer["change"]["from"] == "2025-12-19");
    CHECK(answer["change"]["to"] == "2026-03-27");
    CHECK(answer["change"]["same"] == 0);
    CHECK(answer["change"]["changed"] == 0);
    CHECK(refs(answer["gone"]).size() == 32);
    CHECK(refs(answer["added"]).contains("us-ny-raise@2026-03-27#s-1421-1"));
    CHECK(answer["counts"]["mappings"] > 0);
    CHECK(answer["counts"]["current"] == answer["counts"]["mappings"]);
}

TEST_CASE("the whole corpus: every mapping has a state, and a file and line to go to") {
    const auto answer = lacuna_json("drift --on 2026-11-21")["result"];
    adds_up(answer);
    for (const auto& m : answer["mappings"]) {
        CHECK(m["at"]["file"].get<std::string>().starts_with("mappings/"));
        CHECK(m["at"]["line"].get<int>() > 0);
    }
    for (const auto* unsound : {"outdated", "unpinned", "not-held"}) CHECK(answer["counts"][unsound] == 0);
}
