#pragma once
// A corpus and facts as on the command line, for tests of whether conditions hold.

#include "lacuna/trigger.hpp"
#include "small.hpp"

namespace lacuna::small {

/// The usual words with more: facts and events, and axioms.
inline std::string vocabulary_with(const std::string& facts, const std::string& events = "", const std::string& classes = "", const std::string& axioms = "") {
    std::string out = vocabulary;
    const auto insert = [&](const std::string& before, const std::string& what) { out.insert(out.find(before), what); };
    insert("  <event id=\"incident\"", facts);
    insert("  <class id=\"developer\"", events);
    insert("  <class id=\"deployer\"", classes);
    insert("  <jurisdiction id=\"EU\"", axioms);
    return out;
}
inline std::string flag_fact(const std::string& id, const std::string& attributes = "") { return "<fact id=\"" + id + "\" about=\"model\" kind=\"flag\" " + attributes + "><name>" + id + "</name></fact>"; }
inline std::string axiom(const std::string& premise, const std::string& conclusion) { return "<axiom><summary>Always.</summary><if>" + premise + "</if><then>" + conclusion + "</then></axiom>"; }
inline std::string is(const std::string& fact) { return "<is fact=\"" + fact + "\"/>"; }
inline std::string not_so(const std::string& condition) { return "<not>" + condition + "</not>"; }
inline std::string in_class(const std::string& name) { return "<class name=\"" + name + "\"/>"; }
inline std::string unless(const std::string& condition) { return "<unless><summary>An exception.</summary>" + condition + "</unless>"; }
/// A rule that puts somebody or something into a class.
inline std::string rule(const std::string& id, const std::string& into, const std::string& inside, const std::string& attributes = "") { return provision(id, R"(norm="classification" class=")" + into + "\" " + attributes, inside); }

struct Facts {
    Situation situation;
    Facts(const Vocabulary& words, const std::vector<std::string>& facts) {
        std::vector<Problem> problems;
        for (const auto& f : facts) {
            if (const auto known = parse_fact(words, f, problems)) situation.facts.push_back(*known);
        }
        for (const auto& p : problems) FAIL_CHECK(to_string(p));
    }
};

struct TriggerWorld {
    Corpus corpus;

    explicit TriggerWorld(std::vector<std::string> files, const std::string& words = vocabulary) : corpus(read(with_usual(std::move(files), words))) {
        for (const auto& p : check(corpus)) FAIL_CHECK(to_string(p));
    }

    NodeNo at(const std::string& ref) const {
        const auto n = corpus.pinned(ref);
        INFO(ref);
        REQUIRE(n);
        return *n;
    }
    /// In the first version.
    Holds holds(const std::string& ref, const std::vector<std::string>& facts, const std::string& on = "2026-06-01") const {
        const Facts given(corpus.vocabulary(), facts);
        return Triggers(corpus, given.situation, day(on)).holds(at(ref), 0);
    }
    Holding answer(const std::string& ref, const std::vector<std::string>& facts, const std::string& on = "2026-06-01") const { return holds(ref, facts, on).holding; }

private:
    static std::vector<std::string> with_usual(std::vector<std::string> files, const std::string& words) {
        files.push_back(words);
        files.push_back(usual_parties);
        return files;
    }
};

/// One obligation of an EU statute, with this condition, in `act@1#o`.
inline TriggerWorld one_duty(const std::string& condition, const std::string& words = vocabulary, const std::string& more = "") { return TriggerWorld({law("act", duty("o", when(condition)) + more)}, words); }

}  // namespace lacuna::small
