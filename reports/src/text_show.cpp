#include <algorithm>

#include <fmt/format.h>

#include "lacuna/fingerprint.hpp"
#include "lacuna/words.hpp"
#include "reports/text.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::size_t column = 20;

std::string line(std::string_view name, std::string_view text) { return field(name, text, column); }

std::string date_lines(const Corpus& corpus, NodeNo n) {
    std::string out;
    for (const auto kind : all_values<DateKind>()) {
        static constexpr std::array<std::string_view, 4> names{"in force from", "applies from", "enforceable from", "legacy until"};
        out += line(names[static_cast<std::size_t>(kind)], in_words(corpus, corpus.date(n, kind)));
    }
    return out;
}

std::string reference_words(const Corpus& corpus, const std::string& ref, NodeNo from) {
    const auto n = corpus.referred(ref, from);
    if (!n) return ref;
    const auto& p = corpus.provision(*n);
    return fmt::format("{} ({})", corpus.cite(*n), p.kind == NodeKind::division ? plain(p.title) : plain(p.summary));
}

std::string links(const Corpus& corpus, NodeNo n) {
    const auto& p = corpus.provision(n);
    std::string out;
    for (const auto& r : p.exempts) out += line("takes out", reference_words(corpus, r.ref, n));
    for (const NodeNo x : corpus.exemptions(n)) out += line("exempted by", reference_words(corpus, "#" + corpus.provision(x).id, x));
    for (const auto& d : p.deems) out += line("keeping counts", fmt::format("{} as {} ({})", d.keeping, d.counts_as, spelled(word(d.effect))));
    for (const auto& s : p.sanctions)
        for (const auto& r : s.punishes) out += line("punishes", reference_words(corpus, r.ref, n));
    for (const auto& r : p.guards) out += line("guards", reference_words(corpus, r.ref, n));
    for (const auto& r : p.refers) out += line(r.kind == CrossReference::see ? "see" : spelled(word(r.kind)), reference_words(corpus, r.ref, n));
    for (const auto& t : p.terms) out += line("term", fmt::format("{}: {}", t.name, reference_words(corpus, t.ref, n)));
    return out;
}

std::string norm_lines(const Corpus& corpus, NodeNo n) {
    const auto& p = corpus.provision(n);
    std::string norm = spelled(word(p.norm));
    if (p.modality) norm += fmt::format(" ({})", word(*p.modality));
    std::string out = line("norm", norm);
    if (!corpus.bearer(n).empty()) out += line("bearer", bearer_name(corpus, corpus.bearer(n)));
    if (!p.into.empty()) out += line("puts into", bearer_name(corpus, p.into));
    if (p.presumed) out += line("presumption", *p.presumed == Presumption::rebuttable ? "presumed only; can be rebutted" : "presumed, conclusively");
    const auto trigger = corpus.trigger(n);
    out += line("applies", trigger ? "when " + in_words(corpus, *trigger) : "always");
    for (const auto& e : p.unless) out += line("unless", plain(e.summary));
    for (const auto& e : p.escapes) out += line("way out", plain(e.summary) + (e.competitor ? " (tied to what competitors do)" : ""));
    if (p.if_unsure) out += line("if unsure", spelled(word(*p.if_unsure)));
    if (p.clarity) out += line("the test is", spelled(word(*p.clarity)));
    if (p.evaluation_dependent == true) out += line("seen through", "the bearer's own evaluations");
    for (const auto& l : corpus.vocabulary().limits)
        if (std::find(p.addresses.begin(), p.addresses.end(), l.id) != p.addresses.end()) out += line("deals with", "a limit of evaluation: " + plain(l.name));
    if (p.hardens == true) out += line("hardens", "what the bearer's own document says, once that is filed under it");
    for (const auto& c : p.clocks) out += line("clock", in_words(corpus, c));
    for (const auto& s : p.sanctions) out += line("sanction", in_words(corpus, s));
    return out;
}

std::string oversight_lines(const Corpus& corpus, const Pinned& pinned, Day on) {
    std::string out;
    for (const auto& name : all_words<Function>()) {
        const auto function = *from_word<Function>(name);
        const auto* cell = corpus.cell(pinned.node, pinned.version, function);
        const auto& p = corpus.provision(pinned.node);
        // what holds for the whole instrument is said of its duties and classes; a power or definition shows only its own hands
        const bool inherits = is_duty(p) || p.norm == Norm::classification;
        if (cell == nullptr || (!inherits && std::none_of(p.holds.begin(), p.holds.end(), [&](const Cell& own) { return &own == cell; }))) continue;
        const Id& bearer = corpus.bearer(pinned.node);
        std::string text = fmt::format("{} [{}]", holders(corpus, cell, bearer), word(hand(corpus, cell, bearer, on)));
        std::vector<std::string> terms;
        if (cell->terms.reach) terms.push_back(fmt::format("can {}", word(*cell->terms.reach)));
        if (cell->terms.when) terms.emplace_back(word(*cell->terms.when));
        if (cell->terms.discretion) terms.emplace_back(word(*cell->terms.discretion));
        if (!cell->terms.needs.empty()) terms.push_back("needs " + cell->terms.needs);
        if (!terms.empty()) text += "; " + join(terms, "; ");
        out += line(name, text);
    }
    return out;
}

std::string source_lines(const Corpus& corpus, NodeNo n) {
    const auto provenance = corpus.provenance(n);
    const auto* s = corpus.source(*corpus.node(n).instrument, provenance.source);
    if (s == nullptr) return "";
    std::string out = line("source", fmt::format("{}, {}", plain(s->title), provenance.locator));
    if (!s->url.empty()) out += line("", s->url);
    if (!s->archive.empty()) out += line("archive", s->archive);
    if (!s->sha256.empty()) out += line("sha-256", s->sha256);
    if (s->seen) out += line("seen", to_string(*s->seen));
    return out + line("grade", fmt::format("{}", word(provenance.grade.value_or(Grade::unchecked))));
}

std::string_view seen_from_other_side(RelationKind kind) {
    switch (kind) {
        case RelationKind::part_of: return "part";
        case RelationKind::controls: return "controlled by";
        case RelationKind::appoints: return "appointed by";
        case RelationKind::funds: return "funded by";
        case RelationKind::contracts: return "contracted by";
        case RelationKind::agreement: break;
    }
    return "agreement";
}

/// What ties a party to another, who can end it, and what is to be known of it.
std::string relation_lines(const Corpus& corpus, const Id& other, const PartyRelation& r, std::string_view name) {
    std::vector<std::string> enders;
    for (const auto& id : r.revocable_by) enders.push_back(bearer_name(corpus, id));
    std::string out = line(name, fmt::format("{}{}{}{} (checked: {})", bearer_name(corpus, other), r.from ? " from " + to_string(*r.from) : "", r.until ? " until " + to_string(*r.until) : "",
                                                                                  enders.empty() ? "" : "; can be ended by " + join(enders, " or by "), word(r.provenance.grade.value_or(Grade::unchecked))));
    for (const auto& t : r.note) out += line("", t.value);
    return out;
}

std::string version_range(const Node& node) {
    const auto& all = node.instrument->versions;
    std::vector<std::string> out;
    for (int v = node.first_version; v <= node.last_version; ++v)
        if (all[static_cast<std::size_t>(v)].encoded != false) out.push_back(all[static_cast<std::size_t>(v)].id);
    return join(out);
}

}  // namespace

std::string show_text(const Corpus& corpus, const Pinned& pinned, Day on, const TextStyle& style) {
    const NodeNo n = pinned.node;
    const auto& node = corpus.node(n);
    const auto& p = *node.provision;
    std::string out = heading(corpus.cite(n), style) + line("ref", corpus.ref(n, pinned.version));
    if (!p.title.empty()) out += line("title", plain(p.title));
    if (p.kind == NodeKind::provision) out += line("says", plain(p.summary)) + norm_lines(corpus, n);
    out += links(corpus, n);
    for (const auto& s : corpus.sanctions(n)) out += line("punished by", fmt::format("{}: {}", corpus.cite(s.sanction), in_words(corpus, *s.terms)));
    std::vector<std::string> themes, domains;
    for (const auto& t : corpus.themes(n)) themes.push_back(theme_name(corpus, t));
    for (const auto& d : corpus.domains(n)) domains.push_back(domain_name(corpus, d));
    if (!themes.empty()) out += line("themes", join(themes, "; "));
    if (!domains.empty()) out += line("domains", join(domains, "; "));
    out += date_lines(corpus, n);
    out += line("on " + to_string(on), time_standing(corpus, n, pinned.version, on).reason);
    out += line("in versions", version_range(node));
    if (p.kind == NodeKind::provision) out += line("fingerprint", fingerprint(corpus, n, pinned.version));
    for (const auto& i : p.identifiers) out += line("identifier", i.scheme + ":" + i.value);
    out += source_lines(corpus, n);
    if (const auto hands = oversight_lines(corpus, pinned, on); !hands.empty()) out += heading("Who holds the pen, and who enforces", style) + hands;
    for (const auto& t : p.note) out += line("note", t.value);
    if (!node.children.empty()) out += heading("Inside", style);
    for (const NodeNo child : node.children) {
        const auto& c = corpus.provision(child);
        out += wrap(fmt::format("{}: {}", corpus.ref(child), c.kind == NodeKind::division ? plain(c.title) : plain(c.summary)), "  - ", "    ");
    }
    return out;
}

std::string show_text(const Corpus& corpus, const Instrument& in, int version, Day on, const TextStyle& style) {
    std::string out = heading(plain(in.title), style) + line("id", in.id);
    const auto status = status_on(in, on);
    out += line("force", word(in.force)) + line("jurisdiction", in.jurisdiction) + line("issuer", bearer_name(corpus, in.issuer));
    if (!in.companion_of.empty()) out += line("companion of", in.companion_of);
    out += line("on " + to_string(on), status ? spelled(word(*status)) : "not yet");
    for (const auto& v : in.versions) out += line("version", fmt::format("{} from {}{}{}", v.id, v.in_force_from ? to_string(*v.in_force_from) : "?", v.label.empty() ? "" : ", " + v.label, v.encoded == false ? " (text not held)" : ""));
    for (const auto& i : in.identifiers) out += line("identifier", i.scheme + ":" + i.value);
    for (const auto& s : in.assertions) out += line("on its " + std::string(word(s.about)), fmt::format("{} says: {} (checked: {})", bearer_name(corpus, s.by), plain(s.summary), word(s.provenance.grade.value_or(Grade::unchecked))));
    for (const auto& a : in.adoptions) out += line("adopted by", fmt::format("{} from {}{}", bearer_name(corpus, a.party), a.from ? to_string(*a.from) : "?", a.only.empty() ? "" : ", only " + join(a.only)));
    for (const auto& f : in.filings) out += line("filed under", fmt::format("{} from {} (checked: {})", f.under, f.from ? to_string(*f.from) : "?", word(f.provenance.grade ? *f.provenance.grade : in.provenance.grade.value_or(Grade::unchecked))));
    for (const auto& s : in.sources) out += line("source", fmt::format("{}: {} {}", s.id, plain(s.title), s.url));
    for (const auto& t : in.note) out += line("note", t.value);
    out += heading("Provisions of version " + in.versions[static_cast<std::size_t>(version)].id, style);
    for (const NodeNo n : corpus.nodes_of(in)) {
        if (version < corpus.node(n).first_version || corpus.node(n).last_version < version) continue;
        const auto& p = corpus.provision(n);
        if (p.kind == NodeKind::division) out += wrap(fmt::format("{} {}", p.cite, plain(p.title)), "  ", "    ");
        else out += wrap(fmt::format("{}  {}", p.id, plain(p.summary)), "    ", "      ");
    }
    return out;
}

std::string show_text(const Corpus& corpus, const Party& party, const TextStyle& style) {
    std::string out = heading(plain(party.name), style) + line("id", party.id) + line("kind", party.kind);
    if (!party.jurisdiction.empty()) out += line("jurisdiction", party.jurisdiction);
    for (const auto& r : party.relations) out += relation_lines(corpus, r.party, r, spelled(word(r.kind)));
    // those that are recorded of others
    for (const auto& t : corpus.ties(party.id))
        if (t.of->id != party.id) out += relation_lines(corpus, t.of->id, *t.relation, seen_from_other_side(t.relation->kind));
    for (const auto& c : party.classes) {
        out += line("in class", fmt::format("{} ({}{}; checked: {})", bearer_name(corpus, c.name), word(c.how), c.from ? " from " + to_string(*c.from) : "", word(c.provenance.grade.value_or(Grade::unchecked))));
        for (const auto& t : c.note) out += line("", t.value);
    }
    for (const auto& t : party.note) out += line("note", t.value);
    for (const auto& in : corpus.data().instruments) {
        if (in.issuer == party.id) out += line("issued", in.id + ": " + in.name());
        for (const auto& a : in.adoptions)
            if (a.party == party.id) out += line("signed", in.id + ": " + in.name());
    }
    return out;
}

std::string show_text(const Corpus& corpus, const Situation& situation, const TextStyle& style) {
    std::string out = heading(situation.model.empty() ? situation.id : situation.model, style) + line("id", situation.id);
    if (!situation.developer.empty()) out += line("developer", bearer_name(corpus, situation.developer));
    for (const auto& k : situation.facts) {
        const auto& from = k.provenance;
        out += line("fact", to_fact(k) + (from.grade ? fmt::format(" (checked: {})", word(*from.grade)) : ""));
        if (!from.source.empty()) out += line("", from.source + (from.locator.empty() ? "" : ": " + from.locator));
        for (const auto& t : k.note) out += line("", t.value);
    }
    for (const auto& s : situation.sources) out += line("source", fmt::format("{}: {} {}", s.id, plain(s.title), s.url));
    for (const auto& t : situation.note) out += line("note", t.value);
    return out;
}

}  // namespace lacuna
