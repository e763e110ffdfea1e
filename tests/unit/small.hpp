#pragma once
// Small worlds for tests: corpus files written inline in the real format, read by the real reader. What a test does not care
// about (status, source, grade, theme) is said here once, so that a test shows only what makes the difference.

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "lacuna/assess.hpp"
#include "lacuna/check.hpp"
#include "lacuna/files.hpp"
#include "lacuna/words.hpp"

namespace lacuna {

// So that a failed comparison prints words instead of "{?}".
inline std::ostream& operator<<(std::ostream& out, Mask m) { return out << to_string(m); }
template <Worded E>
std::ostream& operator<<(std::ostream& out, E e) {
    return out << word(e);
}
inline std::ostream& operator<<(std::ostream& out, Answer a) { return out << (a == Answer::yes ? "yes" : a == Answer::no ? "no" : "undetermined"); }

namespace small {

/// A generator of its own, so that the same seed gives the same cases with every library.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// A number below `bound` (splitmix64).
    std::size_t below(std::size_t bound) {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31U)) % bound);
    }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }

private:
    std::uint64_t state_;
};

inline const std::string vocabulary = R"(<vocabulary>
  <theme id="framework"><name>Having a framework</name></theme>
  <theme id="pause" stops="yes"><name>Pausing</name></theme>
  <domain id="cbrn"><name>Weapons</name></domain>
  <domain id="cyber"><name>Cyber attacks</name></domain>
  <fact id="training-compute" about="model" kind="quantity" units="FLOP"><name>Training compute</name></fact>
  <fact id="revenue" about="developer" kind="quantity" units="USD EUR" per-year="yes"><name>Revenue</name></fact>
  <fact id="open-weights" about="model" kind="flag"><name>Open weights</name></fact>
  <fact id="markets" about="model" kind="set"><name>Markets</name></fact>
  <fact id="placed-on" about="model" kind="date"><name>Placed on the market</name></fact>
  <event id="incident"><name>Incident</name></event>
  <event id="opening"><name>Opening</name></event>
  <class id="developer"><name>Developer</name></class>
  <class id="large-developer" within="developer"><name>Large developer</name></class>
  <class id="deployer"><name>Deployer</name></class>
  <class id="anyone"><name>Anyone</name></class>
  <class id="authority"><name>Authority</name></class>
  <party-kind id="lab"><name>Lab</name></party-kind>
  <party-kind id="company"><name>Company</name></party-kind>
  <party-kind id="board"><name>Board</name></party-kind>
  <party-kind id="agency"><name>Agency</name></party-kind>
  <party-kind id="evaluator"><name>Evaluator</name></party-kind>
  <party-kind id="contractor"><name>Contractor</name></party-kind>
  <jurisdiction id="EU"><name>European Union</name></jurisdiction>
  <jurisdiction id="US"><name>United States</name></jurisdiction>
  <jurisdiction id="US-CA" within="US"><name>California</name></jurisdiction>
</vocabulary>)";

inline std::string party(const std::string& id, const std::string& kind, const std::string& inside = "") {
    return "<party id=\"" + id + "\" kind=\"" + kind + "\"><name>The " + id + "</name>" + inside + "</party>";
}
/// A file of parties; relations and memberships may cite the source 'src'.
inline std::string parties(const std::string& inside) { return "<parties><source id=\"src\"><title>Source</title></source>" + inside + "</parties>"; }
/// A lab, its board, and an agency: who every small world knows.
inline const std::string usual_parties = parties(party("parliament", "agency") + party("agency", "agency") + party("lab", "lab") + party("rival", "lab") +
                                                 party("board", "board", R"(<relation kind="part-of" party="lab"/>)"));

inline const std::string in_force = R"(<status value="in-force" from="2024-01-01"/>)";
inline const std::string version_1 = R"(<version id="1" in-force-from="2024-01-01"/>)";

/// An instrument; `attributes` are those after id, `head` is status, adoptions, versions, oversight.
inline std::string instrument(const std::string& id, const std::string& attributes, const std::string& parts, const std::string& head = in_force + version_1) {
    const bool graded = attributes.find(" grade=") != std::string::npos;
    return "<instrument id=\"" + id + "\" " + attributes + " source=\"text\"" + (graded ? "" : " grade=\"primary\"") + "><title xml:lang=\"en\">The " + id +
           "</title><source id=\"text\"><title>Text</title></source>" + head + parts + "</instrument>";
}
/// A statute on developers.
inline std::string law(const std::string& id, const std::string& parts, const std::string& head = in_force + version_1, const std::string& bearer = "developer") {
    return instrument(id, R"(force="binding" jurisdiction="EU" issuer="parliament" bearer=")" + bearer + "\"", parts, head);
}
/// A lab's own policy.
inline std::string policy(const std::string& id, const std::string& lab, const std::string& parts, const std::string& head = in_force + version_1) {
    return instrument(id, R"(force="policy" jurisdiction="US" issuer=")" + lab + "\" bearer=\"" + lab + "\"", parts, head);
}

/// A provision of any norm.
inline std::string provision(const std::string& id, const std::string& attributes, const std::string& inside = "") {
    return "<provision id=\"" + id + "\" cite=\"s. " + id + "\" " + attributes + "><summary xml:lang=\"en\">Do " + id + ".</summary>" + inside + "</provision>";
}
/// An obligation, 'must' unless said otherwise.
inline std::string duty(const std::string& id, const std::string& inside = "", const std::string& attributes = "", const std::string& modality = "must") {
    return provision(id, R"(norm="obligation" modality=")" + modality + R"(" themes="framework" )" + attributes, inside);
}
inline std::string when(const std::string& condition) { return "<when>" + condition + "</when>"; }
inline std::string compute(const std::string& comparison, const std::string& value) {
    return "<" + comparison + R"( fact="training-compute" value=")" + value + R"(" unit="FLOP"/>)";
}

/// One mapping; several sources or targets are sets taken together.
inline std::string row(const std::string& id, const std::vector<std::string>& sources, const std::string& relation, const std::vector<std::string>& targets, const std::string& attributes = "") {
    std::string out = "<mapping id=\"" + id + "\" relation=\"" + relation + "\" " + attributes + ">";
    for (const auto& s : sources) out += "<source ref=\"" + s + "\"/>";
    for (const auto& t : targets) out += "<target ref=\"" + t + "\"/>";
    return out + "<rationale>Because.</rationale></mapping>";
}
inline std::string mappings(const std::string& id, const std::string& inside, const std::string& reading = "loose", const std::string& relates = "duty") {
    return "<mapping-set id=\"" + id + "\" relates=\"" + relates + "\" reading=\"" + reading + "\" author=\"us\"><title>Mappings</title>" + inside + "</mapping-set>";
}

inline Day day(const std::string& text) {
    const auto d = parse_day(text);
    REQUIRE(d);
    return *d;
}

/// Reads files that must be without any problem.
inline CorpusData read(const std::vector<std::string>& files) {
    std::vector<FileText> texts;
    for (const auto& f : files) texts.push_back({"file-" + std::to_string(100 + texts.size()) + ".xml", f});
    std::vector<Problem> problems;
    auto data = read_corpus(texts, problems);
    for (const auto& p : problems) FAIL_CHECK(to_string(p));
    return data;
}

/// What a question may leave open.
struct Ask {
    std::optional<Id> developer = {};
    std::optional<std::string> in = {};
    std::string on = "2026-06-01";
    int rows = default_rows;
    std::vector<std::string> facts = {};  ///< as `--fact` takes them
};

/// A corpus with the usual words and parties, linked, checked and with its crosswalk.
struct World {
    Corpus corpus;
    Crosswalk walk;

    explicit World(std::vector<std::string> files) : corpus(read(with_usual(std::move(files)))), walk(corpus) {
        for (const auto& p : check(corpus)) FAIL_CHECK(to_string(p));
    }

    NodeNo at(const std::string& ref) const {
        const auto n = corpus.pinned(ref);
        INFO(ref);
        REQUIRE(n);
        return *n;
    }
    /// What is said about `target` from `source`; nothing at all: any.
    Mask said(const std::string& source, const std::string& target, int rows = default_rows) const {
        const auto links = walk.reach(at(source), rows);
        const auto it = links.find(at(target));
        return it == links.end() ? Mask::any() : it->second.mask;
    }
    Assessment ask(const std::string& of, const std::string& by, const Ask& a = {}) const { return ask(std::vector<std::string>{of}, std::vector<std::string>{by}, a); }
    Assessment ask(const std::vector<std::string>& of, const std::vector<std::string>& by, const Ask& a) const {
        std::vector<Problem> problems;
        const Day on = day(a.on);
        Situation situation;
        situation.developer = a.developer.value_or("");
        for (const auto& text : a.facts)
            if (const auto known = parse_fact(corpus.vocabulary(), text, problems)) situation.facts.push_back(*known);
        for (const auto& p : check_situation(corpus, situation, on)) FAIL_CHECK(to_string(p));
        Question q{resolve(corpus, of, on, {}, problems), resolve(corpus, by, on, a.in, problems), a.in, situation, on, a.rows};
        for (const auto& p : problems) FAIL_CHECK(to_string(p));
        return assess(corpus, walk, q);
    }
    /// The answer for the only target.
    Gap gap(const std::string& of, const std::string& by, const Ask& a = {}) const {
        const auto answer = ask(of, by, a);
        REQUIRE(answer.targets.size() == 1);
        return answer.targets.front();
    }

private:
    static std::vector<std::string> with_usual(std::vector<std::string> files) {
        files.push_back(vocabulary);
        files.push_back(usual_parties);
        return files;
    }
};

}  // namespace small
}  // namespace lacuna
