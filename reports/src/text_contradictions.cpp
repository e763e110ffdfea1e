#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/text.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

std::string_view title_of(Disagreement d) {
    switch (d) {
        case Disagreement::overlap_against_disjoint: return "Overlap against disjoint: somebody is wrong";
        case Disagreement::strictness: return "Strictness: somebody was loose with a word";
        case Disagreement::said_twice: return "Said twice, differently: both could be so, but one says too little";
    }
    return {};
}

/// "A asks all of B (superset-of)", as its author put it.
std::string statement_words(const Corpus& corpus, const Mapping& m) {
    const auto side = [&](const std::vector<MappingEnd>& ends) {
        std::vector<std::string> cites;
        for (const auto& e : ends) {
            const auto n = corpus.pinned(e.ref);
            cites.push_back(n ? corpus.cite(*n) : e.ref);
        }
        return join(cites, " together with ");
    };
    return fmt::format("{} {} {} ({})", side(m.sources), relation_verb(m.relation), side(m.targets), word(m.relation));
}

std::string statement(const Corpus& corpus, const Stated& s) {
    std::string out = wrap(statement_words(corpus, *s.mapping), "  - ", "    ");
    out += wrap(fmt::format("{}, {} reading, {}", s.id(), word(s.set->reading), authorship_words(s)), "    ", "    ");
    return out + wrap(fmt::format("{}:{}", s.mapping->at.file, s.mapping->at.line), "    ", "    ");
}

std::string meeting(const Corpus& corpus, const Crosswalk& crosswalk, const Contradiction& c) {
    const auto name = [&](PointNo p) { return cites(corpus, crosswalk.members(p)); };
    if (c.circle) return wrap(fmt::format("Read one after the other they make {} contain more than itself.", name(c.from)), "  ", "  ");
    std::vector<std::string> masks;
    for (const auto& chain : c.chains) masks.push_back(to_string(chain.mask));
    return wrap(fmt::format("From {} to {} they say: {}.", name(c.from), name(c.to), join(masks, "; ")), "  ", "  ");
}

}  // namespace

std::string contradictions_text(const Corpus& corpus, const Crosswalk& crosswalk, const std::vector<Contradiction>& all, int max_rows, const TextStyle& style) {
    std::string out;
    std::optional<Disagreement> grade;
    std::array<std::size_t, Words<Disagreement>::table.size()> counts{};
    for (const auto& c : all) {
        ++counts[static_cast<std::size_t>(c.grade)];
        if (grade != c.grade) out += heading(title_of(c.grade), style);
        grade = c.grade;
        for (const auto& s : c.statements) out += statement(corpus, s);
        out += meeting(corpus, crosswalk, c) + "\n";
    }
    return out + wrap(fmt::format("{} contradiction{} among the mappings: {} of overlap against disjoint, {} of strictness, {} said twice. Looked for with at most {} mapping{} on each side, and in circles of any length.", all.size(), all.size() == 1 ? "" : "s", counts[0],
                                  counts[1], counts[2], max_rows, max_rows == 1 ? "" : "s"),
                      "", "");
}

}  // namespace lacuna
