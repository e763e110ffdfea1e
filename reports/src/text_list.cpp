#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/drift.hpp"
#include "lacuna/questionnaire.hpp"
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

std::string provisions(const Corpus& corpus, const std::optional<Scope>& scope, const TextStyle& style) {
    std::string out;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) {
        const auto& p = corpus.provision(n);
        if (p.kind == NodeKind::division || !in_scope(scope, n)) continue;
        out += item(corpus.ref(n), fmt::format("{}: {}", p.cite, plain(p.summary)), style);
        out += wrap(fmt::format("{}{}; themes: {}", spelled(word(p.norm)), p.modality ? fmt::format(" ({})", word(*p.modality)) : "", join(corpus.themes(n))), "    ", "    ");
    }
    return out;
}

std::string mappings(const Corpus& corpus, const std::optional<Scope>& scope, Day on, const TextStyle& style) {
    std::string out;
    const auto refs = [](const std::vector<MappingEnd>& ends) {
        std::vector<std::string> r;
        for (const auto& e : ends) r.push_back(e.ref);
        return join(r, " + ");
    };
    for (const auto& row : mappings_of(corpus, scope, on)) {
        const auto& m = *row.mapping;
        out += item(row.set->id + "/" + m.id, fmt::format("{} {} {}", refs(m.sources), word(m.relation), refs(m.targets)), style);
        out += wrap(fmt::format("{}; {}", word(row.state), m.rationale.empty() ? "" : m.rationale.front().value), "    ", "    ");
        for (const auto& e : row.ends)
            if (!e.reason.empty() && e.state != EndState::unpinned) out += wrap(fmt::format("{}: {}", e.end->ref, e.reason), "    ", "      ");
    }
    return out;
}

/// What it is, and below it what to write.
std::string item(std::string_view id, std::string_view text, std::string_view example, const TextStyle& style) { return item(id, text, style) + wrap("e.g. " + std::string(example), "    ", "      "); }

std::string facts(const Corpus& corpus, const TextStyle& style) {
    std::string out;
    for (const auto& f : corpus.vocabulary().facts) {
        std::vector<std::string> values;
        for (const auto& v : f.values) values.push_back(v.id);
        std::string text = fmt::format("{} (about the {}, {}{}{})", plain(f.name), word(f.about), word(f.kind), f.units.empty() ? "" : " in " + join(f.units, " or "), f.per_year ? ", of a year" : "");
        if (!values.empty()) text += "; values: " + join(values);
        if (f.default_value) text += fmt::format("; assumed to be {} while nothing is said", *f.default_value ? "so" : "not so");
        out += item(f.id, text, example(f), style);
    }
    return out;
}

std::string events(const Corpus& corpus, const TextStyle& style) {
    std::string out;
    for (const auto& e : corpus.vocabulary().events) {
        std::string text = plain(e.name);
        if (e.act) text += fmt::format("; an authority's act: assumed not done while nothing is said{}", e.as_of ? fmt::format(" (none was found until {})", in_words(*e.as_of)) : "");
        if (!e.on_day.empty()) text += fmt::format("; happens on the day of {}", e.on_day);
        if (!e.not_after.empty()) text += fmt::format("; has happened on the day of {} at the latest", e.not_after);
        out += item(e.id, text, example(e), style);
    }
    return out;
}

/// The rules that put somebody or something into each class, in their last version.
std::map<Id, std::vector<std::string>> classifying(const Corpus& corpus) {
    std::map<Id, std::vector<std::string>> out;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) {
        const auto& p = corpus.provision(n);
        if (p.kind != NodeKind::provision || p.norm != Norm::classification) continue;
        auto& refs = out[p.into];
        if (const auto ref = corpus.ref(n); std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
    }
    return out;
}

std::string classes(const Corpus& corpus, const TextStyle& style) {
    const auto rules = classifying(corpus);
    std::string out;
    for (const auto& c : corpus.vocabulary().classes) {
        const std::string text = plain(c.name) + (c.within.empty() ? "" : "; within " + join(c.within));
        const auto it = rules.find(c.id);
        if (c.id == "developer" || c.id == "anyone") out += item(c.id, text + "; whoever a question is about is in it", style);
        else if (it == rules.end()) out += item(c.id, text, fmt::format("class:{}=yes", c.id), style);
        else out += item(c.id, text + "; computed where these rules count: " + join(it->second), style);
    }
    return out;
}

std::string tests(const Corpus& corpus, const std::optional<Scope>& scope, const TextStyle& style) {
    std::string out;
    for (const auto& t : tests_asked(corpus)) {
        std::vector<std::string> refs, examples;
        for (const NodeNo n : t.in)
            if (in_scope(scope, n)) refs.push_back(corpus.ref(n));
        if (refs.empty()) continue;
        for (const auto& name : t.names) examples.push_back(name + "=yes");
        out += item(t.id, join(t.words, "; or: "), join(examples, " or "), style);
        std::sort(refs.begin(), refs.end());
        refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
        out += wrap("asked by: " + join(refs), "    ", "      ");
    }
    return out;
}

std::string situations(const Corpus& corpus, const TextStyle& style) {
    std::string out;
    for (const auto& s : corpus.data().situations) {
        const std::string who = s.developer.empty() ? "any developer" : bearer_name(corpus, s.developer);
        out += item(s.id, (s.model.empty() ? who : fmt::format("{}, model of {}", s.model, who)) + fmt::format("; {} {}", s.facts.size(), s.facts.size() == 1 ? "fact" : "facts"), style);
    }
    return out;
}

}  // namespace

std::string list_text(const Corpus& corpus, Listing what, const std::optional<Scope>& scope, Day on, const TextStyle& style) {
    std::string out;
    switch (what) {
        case Listing::instruments: return instruments(corpus, on, style);
        case Listing::provisions: return provisions(corpus, scope, style);
        case Listing::mappings: return mappings(corpus, scope, on, style);
        case Listing::facts: return facts(corpus, style);
        case Listing::events: return events(corpus, style);
        case Listing::classes: return classes(corpus, style);
        case Listing::tests: return tests(corpus, scope, style);
        case Listing::situations: return situations(corpus, style);
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
