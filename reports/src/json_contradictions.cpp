#include "json_parts.hpp"

namespace lacuna {

std::string contradictions_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const std::vector<Contradiction>& all) {
    Json out = Json::array();
    for (const auto& c : all) {
        Json statements = Json::array(), relations = Json::array();
        for (const auto& s : c.statements) {
            const auto who = authorship_of(*s.set, *s.mapping);
            statements.push_back({{"mapping", s.id()}, {"relation", word(s.mapping->relation)}, {"reading", word(s.set->reading)}, {"author", who.author}, {"status", who.status ? Json(word(*who.status)) : Json(nullptr)}, {"file", s.mapping->at.file}, {"line", s.mapping->at.line}});
        }
        for (const auto& chain : c.chains) relations.push_back(to_string(chain.mask));
        out.push_back({{"grade", word(c.grade)}, {"statements", std::move(statements)}, {"from", refs_of(corpus, crosswalk, c.from)}, {"to", refs_of(corpus, crosswalk, c.to)}, {"circle", c.circle}, {"relations", std::move(relations)}});
    }
    return document(envelope, {{"contradictions", std::move(out)}});
}

}  // namespace lacuna
