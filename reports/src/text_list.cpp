#include <algorithm>

#include <fmt/format.h>

#include "lacuna/fingerprint.hpp"
#include "lacuna/words.hpp"
#include "reports/text.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

std::string item(std::string_view id, std::string_view text, const TextStyle& style) { return painted(id, "1", style) + "\n" + wrap(text, "    ", "    "); }

std::string instruments(const Corpus& corpus, Day on, const TextStyle& style) {
    std::string out;
    for (const auto& in : corpus.data().instruments) {
        const auto status = status_on(in, on);
        const auto current = version_on(in, on);
        std::vector<std::string> versions;
        for (std::size_t i = 0; i < in.versions.size(); ++i)
            versions.push_back(in.versions[i].id + (in.versions[i].encoded == false ? " (text not held)" : "") + (current == static_cast<int>(i) ? " (stands)" : ""));
        out += item(in.id, plain(in.title), style);
        out += wrap(fmt::format("{}, {}, {} on {}; versions: {}", word(in.force), in.jurisdiction, status ? word(*status) : "not yet", to_string(on), join(versions)), "    ", "    ");
    }
    return out;
}

bool wanted(const std::optional<Scope>& scope, NodeNo n) {
    return !scope || std::any_of(scope->provisions.begin(), scope->provisions.end(), [&](const Pinned& p) { return p.node == n; });
}

std::string provisions(const Corpus& corpus, const std::optional<Scope>& scope, const TextStyle& style) {
    std::string out;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) {
        const auto& p = corpus.provision(n);
        if (p.kind == NodeKind::division || !wanted(scope, n)) continue;
        out += item(corpus.ref(n), fmt::format("{}: {}", p.cite, plain(p.summary)), style);
        out += wrap(fmt::format("{}{}; themes: {}", spelled(word(p.norm)), p.modality ? fmt::format(" ({})", word(*p.modality)) : "", join(corpus.themes(n))), "    ", "    ");
    }
    return out;
}

std::string mappings(const Corpus& corpus, const std::optional<Scope>& scope, const TextStyle& style) {
    std::string out;
    const auto refs = [](const std::vector<MappingEnd>& ends) {
        std::vector<std::string> r;
        for (const auto& e : ends) r.push_back(e.ref);
        return join(r, " + ");
    };
    for (const auto& set : corpus.data().mapping_sets)
        for (const auto& m : set.mappings) {
            std::vector<MappingEnd> ends = m.sources;
            ends.insert(ends.end(), m.targets.begin(), m.targets.end());
            const bool touches = std::any_of(ends.begin(), ends.end(), [&](const MappingEnd& e) {
                const auto n = corpus.pinned(e.ref);
                return n && wanted(scope, *n);
            });
            if (!touches) continue;
            Pin pin = Pin::current;
            for (const auto& e : ends) pin = std::max(pin, pin_of(corpus, e));
            out += item(set.id + "/" + m.id, fmt::format("{} {} {}", refs(m.sources), word(m.relation), refs(m.targets)), style);
            out += wrap(fmt::format("{}; {}", word(pin), m.rationale.empty() ? "" : m.rationale.front().value), "    ", "    ");
        }
    return out;
}

std::string facts(const Corpus& corpus, const TextStyle& style) {
    std::string out;
    for (const auto& f : corpus.vocabulary().facts) {
        std::vector<std::string> values;
        for (const auto& v : f.values) values.push_back(v.id);
        std::string text = fmt::format("{} (about the {}, {}{}{})", plain(f.name), word(f.about), word(f.kind), f.units.empty() ? "" : " in " + join(f.units, " or "), f.per_year ? ", of a year" : "");
        if (!values.empty()) text += "; values: " + join(values);
        out += item(f.id, text, style);
    }
    return out;
}

}  // namespace

std::string list_text(const Corpus& corpus, Listing what, const std::optional<Scope>& scope, Day on, const TextStyle& style) {
    std::string out;
    switch (what) {
        case Listing::instruments: return instruments(corpus, on, style);
        case Listing::provisions: return provisions(corpus, scope, style);
        case Listing::mappings: return mappings(corpus, scope, style);
        case Listing::facts: return facts(corpus, style);
        case Listing::parties:
            for (const auto& file : corpus.data().party_files)
                for (const auto& p : file.parties) out += item(p.id, fmt::format("{} ({}{})", plain(p.name), p.kind, p.jurisdiction.empty() ? "" : ", " + p.jurisdiction), style);
            return out;
        case Listing::themes:
            for (const auto& t : corpus.vocabulary().themes) out += item(t.id, plain(t.name) + (t.stops ? " (stops something)" : ""), style);
            return out;
        case Listing::domains:
            for (const auto& d : corpus.vocabulary().domains) out += item(d.id, plain(d.name) + (d.broader.empty() ? "" : " (within " + d.broader + ")"), style);
            return out;
    }
    return out;
}

}  // namespace lacuna
