// Proves that no accident to a corpus file, and no cheap malice, crashes or hangs the reader, the linker or the checker.

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::small;

namespace {

const std::string valid_instrument = law("act",
                                         R"(<division id="ch" cite="Ch. 1"><title xml:lang="en">One &amp; only</title>)" +
                                             duty("a",
                                                  R"(<date for="enforceable-from"><later-of><fixed on="2028-01-01"/><within amount="90" unit="day" event="opening"/></later-of></date>)" +
                                                      when("<all>" + compute("more-than", "1e25") + R"(<not><is fact="open-weights"/></not><reaches scheme="tiers" level="high"/></all>)") +
                                                      R"(<unless ref="#b"><summary>é</summary></unless><clock kind="deadline"><within amount="15" unit="day" event="incident"/></clock>
          <holds function="amend"><all-of><holder party="lab"/><k-of k="1"><holder party="board"/><holder party="agency"/></k-of></all-of></holds>)" +
                                                      R"(<division id="h" cite="h"><title>H</title>)" + duty("a-1", "", R"(until="1")") + duty("a-1", "", R"(since="2")") + "</division>",
                                                  R"(parts="exhaustive" applies-from="2025-08-02..2025-09-02" domains="cbrn cyber")") +
                                             "</division>" + duty("b", "", "", "should") + provision("f", R"(norm="sanction")", R"(<sanction by="agency"><punishes ref="#ch"/><amount value="15e6" unit="EUR"/></sanction>)") +
                                             provision("x", R"(norm="exemption")", R"(<exempts ref="act@2#a"/>)"),
                                         R"(<status value="in-force" from="2024-01-01"/><adoption party="lab" from="2024-01-01" only="#ch"/><version id="1" in-force-from="2024-01-01"/><version id="2" in-force-from="2025-01-01"/>
      <scheme id="tiers" label="Tiers"><level id="high" label="High"><summary>S</summary></level></scheme><oversight since="1"><holds function="verify" party="agency"/></oversight>)");
const std::string valid_mappings = R"(<mapping-set id="m" relates="duty" reading="loose" author="us" date="2026-11-21"><title>T</title><reviewed instrument="act" version="1" against="act" against-version="2" only="#a"/>)" +
                                   row("1", {"act@1#a", "act@2#b"}, "superset-of", {"act@2#a-1"}, R"(strength="7")") + row("2", {"act@2#a-1"}, "intersects-with", {"act@1#a-1"}) + "</mapping-set>";

/// A piece of one of the files, or something that means something to XML.
std::string piece(Random& r) {
    static const std::vector<std::string> words{"<", ">", "\"", "&", "&#x41;", "</provision>", "<provision>", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "<!DOCTYPE", "=\"\"", " id=\"a\"", "\xC3", std::string(1, '\0'), "1e9999", "#a", "act@1#a", "..", "0000-00-00"};
    if (r.chance(2)) return words[r.below(words.size())];
    const auto& from = r.chance(2) ? valid_instrument : valid_mappings;
    const auto at = r.below(from.size());
    return from.substr(at, r.below(120));
}

std::string mutated(Random& r, std::string text) {
    for (std::size_t n = r.chance(3) ? 1 + r.below(4) : 1; n > 0 && !text.empty(); --n) {
        const auto at = r.below(text.size());
        switch (r.below(8)) {
            case 0: text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << r.below(8))); break;  // a flipped bit
            case 1: text[at] = static_cast<char>(r.below(256)); break;
            case 2: text.resize(at); break;
            case 3: text.erase(at, r.below(60)); break;
            case 4: text.insert(at, piece(r)); break;
            default: {
                // a word of the file in the place of another: well-formed more often than not
                const auto other = r.below(text.size());
                const auto quote = text.find('"', at), next = text.find('"', other);
                if (quote == std::string::npos || next == std::string::npos) break;
                const auto end = text.find('"', quote + 1), next_end = text.find('"', next + 1);
                if (end == std::string::npos || next_end == std::string::npos) break;
                const auto value = text.substr(next + 1, next_end - next - 1);
                text.replace(quote + 1, end - quote - 1, value);
            }
        }
    }
    return text;
}

}  // namespace

TEST_CASE("mutation: the files that are mutated are sound to begin with") {
    const World w({valid_instrument, valid_mappings});
    CHECK(w.corpus.nodes().size() == 8);
}

TEST_CASE("mutation: 20000 mutated inputs are read, linked and checked without a crash or a hang, and what is called sound can be asked about and written") {
    Random r(20000);
    int sound = 0, unsound = 0, unreadable = 0;
    for (int i = 0; i < 20000; ++i) {
        const bool instrument = r.chance(2);
        std::vector<FileText> files{{"a.xml", instrument ? mutated(r, valid_instrument) : valid_instrument}, {"b.xml", instrument ? valid_mappings : mutated(r, valid_mappings)}, {"p.xml", usual_parties}, {"v.xml", vocabulary}};
        std::vector<Problem> problems;
        const Corpus corpus(read_corpus(files, problems));
        const bool readable = problems.empty();
        const auto more = check(corpus);
        for (const auto& list : {problems, more})
            for (const auto& p : list) {
                REQUIRE_FALSE(p.code.empty());
                REQUIRE_FALSE(p.what.empty());
                REQUIRE_FALSE(p.advice.empty());
                REQUIRE((p.at.file == "a.xml" || p.at.file == "b.xml"));
            }
        // what was read without a problem can be written, and read again as the same
        if (readable) {
            std::vector<Problem> again;
            const auto& d = corpus.data();
            const auto second = read_corpus({{"a.xml", to_xml(d.instruments.front())}, {"b.xml", to_xml(d.mapping_sets.front())}}, again);
            REQUIRE(again.empty());
            REQUIRE((second.instruments == d.instruments && second.mapping_sets == d.mapping_sets));
        }
        ++(!readable ? unreadable : more.empty() ? sound : unsound);
        // what is said to be sound can be asked about
        if (readable && more.empty() && corpus.instrument("act") != nullptr) {
            const Crosswalk walk(corpus);
            const Day on = day("2026-06-01");
            std::vector<Problem> unresolved;
            Situation lab;
            lab.developer = "lab";
            const Question q{resolve(corpus, {"act"}, on, {}, unresolved), resolve(corpus, {"act"}, on, {}, unresolved), {}, lab, on, default_rows};
            if (unresolved.empty()) REQUIRE(assess(corpus, walk, q).targets.size() <= corpus.nodes().size());
        }
    }
    // each of the three ends must be tried often
    CHECK(sound > 500);
    CHECK(unsound > 1000);
    CHECK(unreadable > 5000);
}
