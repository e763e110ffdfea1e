#include "lacuna/check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "lacuna/deadline.hpp"

namespace lacuna {
namespace {

/// Names of one kind, for look-ups that answer with the nearest one.
class Names {
public:
    Names(std::string noun, std::string where) : noun_(std::move(noun)), where_(std::move(where)) {}
    void add(const std::string& id) { ids_.push_back(id); }
    void sort() { std::sort(ids_.begin(), ids_.end()); }
    bool has(const std::string& id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }
    const std::string& noun() const { return noun_; }
    std::string advice(const std::string& id) const {
        return near_or(id, ids_, fmt::format("add it to {}, or use one that is there", where_));
    }

private:
    std::string noun_, where_;
    std::vector<std::string> ids_;
};

/// Days of situations are judged on no day in particular: what is wrong with them is wrong on every day.
constexpr Day any_day{};

/// A number, or a fraction of two: "0.5", "1/3".
bool good_factor(const std::string& text) {
    const auto slash = text.find('/');
    if (slash == std::string::npos) return Decimal::parse(text).has_value();
    const auto below = Decimal::parse(text.substr(slash + 1));
    return Decimal::parse(text.substr(0, slash)) && below && *below != Decimal{};
}

/// One pass over a linked corpus.
class Checker {
public:
    explicit Checker(const Corpus& corpus) : corpus_(corpus) { collect_names(); }

    std::vector<Problem> run() {
        vocabulary();
        parties();
        for (const auto& in : corpus_.data().instruments) instrument(in);
        for (NodeNo n = 0; n < static_cast<NodeNo>(corpus_.nodes().size()); ++n) node(n);
        mapping_sets();
        situations();
        sort_problems(problems_);
        return std::move(problems_);
    }

private:
    /// After so many problems nobody reads on.
    bool enough() const { return problems_.size() >= 2000; }
    void problem(const Place& at, std::string code, std::string what, std::string advice) {
        if (!enough()) problems_.push_back({at, std::move(code), std::move(what), std::move(advice)});
    }
    void known(const Place& at, const Names& names, const std::string& id) {
        if (!id.empty() && !names.has(id) && !enough()) problem(at, "unknown-name", fmt::format("no {} is called '{}'", names.noun(), id), names.advice(id));
    }
    void known(const Place& at, const Names& names, const std::vector<std::string>& ids) {
        for (const auto& id : ids) known(at, names, id);
    }
    void unique(std::map<std::string, Place>& seen, const std::string& id, const Place& at, std::string_view noun) {
        const auto [it, fresh] = seen.emplace(id, at);
        if (!fresh) problem(at, "repeated-name", fmt::format("{} '{}' is declared twice", noun, id), fmt::format("rename one; the first stands at {}:{}", it->second.file, it->second.line));
    }
    void good_id(const std::string& id, const Place& at) {
        const auto fine = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
        if (!std::all_of(id.begin(), id.end(), fine)) problem(at, "bad-id", fmt::format("'{}' is not an id", excerpt(id)), "use small letters, digits, '-' and '.'");
    }

    void collect_names();
    void vocabulary();
    void situations();
    void acyclic(const std::string& noun, const std::map<std::string, std::pair<Place, std::vector<std::string>>>& above);
    void parties();
    void instrument(const Instrument& in);
    void versions(const Instrument& in);
    void schemes(const Instrument& in);
    void provenance(const Instrument* in, const std::vector<Source>& sources, const Provenance& p, const Place& at);
    void period(const std::optional<DayRange>& from, const std::optional<DayRange>& until, const Place& at);
    void node(NodeNo n);
    void norm(NodeNo n);
    void version_range(NodeNo n);
    void dates(NodeNo n);
    void references(NodeNo n);
    void reference(const std::string& ref, NodeNo from, const Place& at);
    void condition(const Condition& c);
    void comparison(const Condition& c);
    void time(const TimeExpr& t);
    void recurrence(const TimeExpr& t);
    void counting(const TimeExpr& t);
    void cells(const Instrument& in, const std::vector<Cell>& cells, const std::vector<Consulted>& consulted);
    void formula(const Formula& f);
    void party_or_bearer(const Place& at, const std::string& id) {
        if (id != bearer_party) known(at, parties_, id);
    }
    void mapping_sets();
    void mapping_end(const MappingEnd& end);
    const Instrument* instrument_named(const std::string& id, const Place& at);
    std::optional<int> version_named(const Instrument& in, const std::string& id, const Place& at);

    const Corpus& corpus_;
    std::vector<Problem> problems_;
    Names themes_{"theme", "the vocabulary"}, domains_{"domain", "the vocabulary"}, facts_{"fact", "the vocabulary"}, events_{"event", "the vocabulary"};
    Names classes_{"class", "the vocabulary"}, kinds_{"kind of party", "the vocabulary"}, jurisdictions_{"jurisdiction", "the vocabulary"};
    Names parties_{"party", "regimes/parties"}, bearers_{"class or party", "the vocabulary or regimes/parties"}, instruments_{"instrument", "regimes"};
    std::map<std::string, const Fact*> fact_;
    std::map<std::string, std::map<std::string, Place>> levels_;  ///< by scheme
    std::map<std::string, Place> schemes_;                        ///< of all instruments: conditions name them without one
};

void Checker::collect_names() {
    const auto& v = corpus_.vocabulary();
    for (const auto& x : v.themes) themes_.add(x.id);
    for (const auto& x : v.domains) domains_.add(x.id);
    for (const auto& x : v.facts) {
        facts_.add(x.id);
        fact_.emplace(x.id, &x);
    }
    for (const auto& x : v.events) events_.add(x.id);
    for (const auto& x : v.classes) {
        classes_.add(x.id);
        bearers_.add(x.id);
    }
    for (const auto& x : v.party_kinds) kinds_.add(x.id);
    for (const auto& x : v.jurisdictions) jurisdictions_.add(x.id);
    for (const auto& id : corpus_.party_ids()) {
        parties_.add(id);
        bearers_.add(id);
    }
    for (const auto& id : corpus_.instrument_ids()) instruments_.add(id);
    for (auto* names : {&themes_, &domains_, &facts_, &events_, &classes_, &kinds_, &jurisdictions_, &parties_, &bearers_, &instruments_}) names->sort();
    for (const auto& in : corpus_.data().instruments)
        for (const auto& s : in.schemes)
            for (const auto& l : s.levels) levels_[s.id].emplace(l.id, l.at);
}

/// Peels off, again and again, what points only at what was peeled off before; what is left lies on a circle or leads to one.
void Checker::acyclic(const std::string& noun, const std::map<std::string, std::pair<Place, std::vector<std::string>>>& above) {
    std::map<std::string, std::size_t> open;
    std::map<std::string, std::vector<std::string>> below;
    std::vector<std::string> done;
    for (const auto& [id, entry] : above) {
        std::size_t links = 0;
        for (const auto& next : entry.second) {
            if (!above.contains(next)) continue;
            ++links;
            below[next].push_back(id);
        }
        if (links == 0) done.push_back(id);
        else open[id] = links;
    }
    while (!done.empty()) {
        const std::string id = done.back();
        done.pop_back();
        for (const auto& lower : below[id])
            if (--open[lower] == 0) {
                open.erase(lower);
                done.push_back(lower);
            }
    }
    for (const auto& [id, links] : open)
        problem(above.at(id).first, "cycle", fmt::format("{} '{}' lies inside itself, or inside one that does", noun, id), "remove one link of the circle");
}

void Checker::vocabulary() {
    const auto& v = corpus_.vocabulary();
    std::map<std::string, Place> seen;
    std::map<std::string, std::pair<Place, std::vector<std::string>>> domain_links, class_links, jurisdiction_links;
    for (const auto& x : v.themes) good_id(x.id, x.at);
    for (const auto& x : v.domains) good_id(x.id, x.at);
    for (const auto& x : v.facts) good_id(x.id, x.at);
    for (const auto& x : v.events) good_id(x.id, x.at);
    for (const auto& x : v.classes) good_id(x.id, x.at);
    for (const auto& x : v.party_kinds) good_id(x.id, x.at);
    for (const auto& x : v.themes) unique(seen, x.id, x.at, "theme");
    seen.clear();
    for (const auto& x : v.domains) {
        unique(seen, x.id, x.at, "domain");
        known(x.at, domains_, x.broader);
        domain_links[x.id] = {x.at, {x.broader}};
    }
    seen.clear();
    for (const auto& x : v.facts) {
        unique(seen, x.id, x.at, "fact");
        if (x.default_value && x.kind != FactKind::flag) problem(x.at, "bad-value", fmt::format("'{}' is a {} and can have no default", x.id, word(x.kind)), "delete the default: what is unknown stays unknown");
        if (x.kind == FactKind::quantity && x.units.empty()) problem(x.at, "no-unit", fmt::format("quantity '{}' has no unit", x.id), "add units=\"...\"");
    }
    seen.clear();
    for (const auto& x : v.events) {
        unique(seen, x.id, x.at, "event");
        for (const auto* id : {&x.on_day, &x.not_after}) {
            known(x.at, facts_, *id);
            if (const auto f = fact_.find(*id); f != fact_.end() && f->second->kind != FactKind::date) problem(x.at, "bad-value", fmt::format("'{}' is a {}, not a date", *id, word(f->second->kind)), "name a fact that is a date");
        }
    }
    seen.clear();
    for (const auto& x : v.classes) {
        unique(seen, x.id, x.at, "class");
        known(x.at, classes_, x.within);
        class_links[x.id] = {x.at, x.within};
    }
    seen.clear();
    for (const auto& x : v.party_kinds) unique(seen, x.id, x.at, "kind of party");
    seen.clear();
    for (const auto& x : v.jurisdictions) {
        unique(seen, x.id, x.at, "jurisdiction");
        known(x.at, jurisdictions_, x.within);
        jurisdiction_links[x.id] = {x.at, {x.within}};
    }
    acyclic("domain", domain_links);
    acyclic("class", class_links);
    acyclic("jurisdiction", jurisdiction_links);
    for (const auto& x : v.axioms) {
        for (const auto& c : x.premise) condition(c);
        for (const auto& c : x.conclusion) condition(c);
    }
}

void Checker::situations() {
    std::map<Id, Place> seen;
    for (const auto& s : corpus_.data().situations) {
        unique(seen, s.id, s.at, "situation");
        if (enough()) return;
        for (auto& p : check_situation(corpus_, s, any_day)) problems_.push_back(std::move(p));
    }
}

void Checker::period(const std::optional<DayRange>& from, const std::optional<DayRange>& until, const Place& at) {
    if (from && until && until->last < from->first) problem(at, "impossible-interval", fmt::format("it ends on {} before it begins on {}", to_string(*until), to_string(*from)), "correct one of the two dates");
}

void Checker::provenance(const Instrument* in, const std::vector<Source>& sources, const Provenance& p, const Place& at) {
    if (p.source.empty()) return;
    std::vector<std::string> ids;
    for (const auto& s : sources) ids.push_back(s.id);
    if (std::find(ids.begin(), ids.end(), p.source) != ids.end()) return;
    problem(at, "unknown-name", fmt::format("no source of this {} is called '{}'", in != nullptr ? "instrument" : "file", p.source),
            near_or(p.source, ids, fmt::format("add a <source id=\"{}\">", p.source)));
}

void Checker::parties() {
    std::map<std::string, Place> seen;
    std::map<std::string, std::pair<Place, std::vector<std::string>>> links;
    for (const auto& file : corpus_.data().party_files) {
        std::map<std::string, Place> sources;
        for (const auto& s : file.sources) unique(sources, s.id, s.at, "source");
        for (const auto& p : file.parties) {
            unique(seen, p.id, p.at, "party");
            good_id(p.id, p.at);
            if (p.id == bearer_party) problem(p.at, "bad-id", "'bearer' is kept for whoever bears a duty", "choose another id");
            known(p.at, kinds_, p.kind);
            known(p.at, jurisdictions_, p.jurisdiction);
            auto& link = links[p.id];
            link.first = p.at;
            for (const auto& r : p.relations) {
                known(r.at, parties_, r.party);
                known(r.at, parties_, r.revocable_by);
                provenance(nullptr, file.sources, r.provenance, r.at);
                period(r.from, r.until, r.at);
                if (r.kind == RelationKind::part_of) link.second.push_back(r.party);
            }
            for (const auto& c : p.classes) {
                known(c.at, classes_, c.name);
                provenance(nullptr, file.sources, c.provenance, c.at);
                period(c.from, c.until, c.at);
            }
        }
    }
    acyclic("party", links);
}

void Checker::versions(const Instrument& in) {
    std::map<std::string, Place> seen;
    const Version* before = nullptr;
    for (const auto& v : in.versions) {
        unique(seen, v.id, v.at, "version");
        good_id(v.id, v.at);
        provenance(&in, in.sources, v.provenance, v.at);
        if (before != nullptr && v.in_force_from && before->in_force_from && v.in_force_from->first < before->in_force_from->first)
            problem(v.at, "impossible-interval", fmt::format("version '{}' stands from {}, before the version listed ahead of it", v.id, to_string(*v.in_force_from)), "list versions in the order in which they came into force");
        before = &v;
    }
}

void Checker::schemes(const Instrument& in) {
    for (const auto& s : in.schemes) {
        unique(schemes_, s.id, s.at, "scheme");
        std::map<std::string, Place> levels;
        std::map<std::string, std::pair<Place, std::vector<std::string>>> links;
        for (const auto& l : s.levels) links[l.id] = {l.at, {l.above}};
        acyclic("level", links);
        for (const auto& l : s.levels) {
            unique(levels, l.id, l.at, "level");
            known(l.at, domains_, l.domains);
        }
        for (const auto& l : s.levels)
            if (!l.above.empty() && !levels.contains(l.above)) problem(l.at, "unknown-name", fmt::format("no level of scheme '{}' is called '{}'", s.id, l.above), "name a level of this scheme");
    }
}

void Checker::instrument(const Instrument& in) {
    for (const auto& other : corpus_.data().instruments)
        if (&other != &in && other.id == in.id && corpus_.instrument(in.id) == &other)
            problem(in.at, "repeated-name", fmt::format("instrument '{}' is declared twice", in.id), fmt::format("rename one; the first stands in {}", other.at.file));
    good_id(in.id, in.at);
    known(in.at, jurisdictions_, in.jurisdiction);
    known(in.at, parties_, in.issuer);
    known(in.at, instruments_, in.companion_of);
    known(in.at, bearers_, in.bearer);
    provenance(&in, in.sources, in.provenance, in.at);
    std::map<std::string, Place> seen;
    for (const auto& s : in.sources) unique(seen, s.id, s.at, "source");
    for (const auto& s : in.status) {
        provenance(&in, in.sources, s.provenance, s.at);
        period(s.from, s.until, s.at);
    }
    for (const auto& s : in.assertions) {
        provenance(&in, in.sources, s.provenance, s.at);
        period(s.from, s.until, s.at);
    }
    for (const auto& a : in.adoptions) {
        known(a.at, parties_, a.party);
        provenance(&in, in.sources, a.provenance, a.at);
        period(a.from, a.until, a.at);
        for (const auto& ref : a.only)
            if (!ref.starts_with('#') || !corpus_.find_latest(in, ref.substr(1))) problem(a.at, "dangling-reference", fmt::format("'{}' is no part of this instrument", ref), "write # and the id of a division or provision");
    }
    versions(in);
    schemes(in);
    for (const auto& o : in.oversight) {
        for (const auto& id : {o.since, o.until})
            if (!id.empty()) version_named(in, id, o.at);
        cells(in, o.holds, o.consulted);
    }
}

const Instrument* Checker::instrument_named(const std::string& id, const Place& at) {
    known(at, instruments_, id);
    return corpus_.instrument(id);
}

std::optional<int> Checker::version_named(const Instrument& in, const std::string& id, const Place& at) {
    const auto v = corpus_.version(in, id);
    if (v) return v;
    std::vector<std::string> ids;
    for (const auto& known_version : in.versions) ids.push_back(known_version.id);
    problem(at, "unknown-version", fmt::format("'{}' has no version '{}'", in.id, id), near_or(id, ids, fmt::format("use one of {}", join(ids))));
    return std::nullopt;
}

void Checker::version_range(NodeNo n) {
    const auto& node = corpus_.node(n);
    const auto& p = *node.provision;
    std::optional<int> since, until;
    if (!p.since.empty()) since = version_named(*node.instrument, p.since, p.at);
    if (!p.until.empty()) until = version_named(*node.instrument, p.until, p.at);
    if (since && until && *until < *since) problem(p.at, "impossible-interval", fmt::format("it stands since version '{}' until the earlier version '{}'", p.since, p.until), "swap them, or correct one");
    else if (node.first_version > node.last_version) problem(p.at, "impossible-interval", fmt::format("'{}' stands in no version in which what is around it stands", p.id), "correct since and until");
    if (node.parent != no_node && is_duty(p) && is_duty(corpus_.provision(node.parent)) && corpus_.bearer(n) == corpus_.bearer(node.parent) && !corpus_.contains(node.parent, n))
        problem(p.at, "part-of-some-versions", fmt::format("'{}' stands in other versions than '{}', of which it is a part", p.id, corpus_.provision(node.parent).id), "a whole that gains or loses a part is another whole: write it once per wording, with the same since and until as its parts");
    for (int v = node.first_version; v <= node.last_version; ++v) {
        const auto first = corpus_.find(*node.instrument, v, p.id);
        if (first && *first < n) {
            const auto& other = corpus_.provision(*first);
            problem(p.at, "repeated-name", fmt::format("'{}' is declared twice in version '{}'", p.id, node.instrument->versions[static_cast<std::size_t>(v)].id),
                    fmt::format("rename one, or part them by since and until; the first stands at {}:{}", other.at.file, other.at.line));
            break;
        }
    }
}

void Checker::dates(NodeNo n) {
    const auto& p = corpus_.provision(n);
    const auto get = [&](DateKind kind) { return corpus_.date(n, kind).fixed; };
    const auto in_order = [&](DateKind first, DateKind second) {
        const auto a = get(first), b = get(second);
        if (a && b && b->last < a->first)
            problem(p.at, "impossible-interval", fmt::format("'{}' has {} {}, before its {} {}", p.id, word(second), to_string(*b), word(first), to_string(*a)), "correct one of the dates, its own or an inherited one");
    };
    in_order(DateKind::in_force_from, DateKind::applies_from);
    in_order(DateKind::applies_from, DateKind::enforceable_from);
    in_order(DateKind::applies_from, DateKind::legacy_until);
    for (const auto& c : p.computed)
        for (const auto& e : c.expr) time(e);
}

void Checker::norm(NodeNo n) {
    const auto& p = corpus_.provision(n);
    if (is_duty(p)) {
        if (!p.modality) problem(p.at, "missing-attribute", fmt::format("{} '{}' has no modality", word(p.norm), p.id), "say must, should, may or recommends");
        if (corpus_.bearer(n).empty()) problem(p.at, "missing-attribute", fmt::format("{} '{}' has no bearer", word(p.norm), p.id), "say who must act, here or on the instrument");
        if (corpus_.themes(n).empty()) problem(p.at, "missing-attribute", fmt::format("{} '{}' has no theme", word(p.norm), p.id), "add themes=\"...\" from the vocabulary");
    }
    if (p.norm == Norm::classification && p.into.empty()) problem(p.at, "missing-attribute", fmt::format("classification '{}' does not say into which class", p.id), "add class=\"...\" from the vocabulary");
    if (p.norm == Norm::sanction && p.sanctions.empty()) problem(p.at, "missing-element", fmt::format("sanction '{}' has no <sanction>", p.id), "say what it punishes, how much and by whom");
    if (p.norm == Norm::exemption && p.exempts.empty()) problem(p.at, "missing-element", fmt::format("exemption '{}' does not say what it takes out", p.id), "add <exempts ref=\"...\"/>");
}

void Checker::node(NodeNo n) {
    const auto& node = corpus_.node(n);
    const auto& p = *node.provision;
    good_id(p.id, p.at);
    version_range(n);
    dates(n);
    known(p.at, bearers_, p.bearer);
    provenance(node.instrument, node.instrument->sources, p.provenance, p.at);
    if (p.kind == NodeKind::division) return;
    if (corpus_.provenance(n).source.empty()) problem(p.at, "no-source", fmt::format("'{}' names no source", p.id), "add source=\"...\" here, around it or on the instrument");
    if (!corpus_.provenance(n).grade) problem(p.at, "no-grade", fmt::format("'{}' does not say how far it was checked", p.id), "add grade=\"...\" here, around it or on the instrument");
    norm(n);
    known(p.at, classes_, p.into);
    known(p.at, themes_, p.themes);
    known(p.at, domains_, p.domains);
    for (const auto& c : p.when) condition(c);
    for (const auto& e : p.unless)
        for (const auto& c : e.condition) condition(c);
    for (const auto& e : p.escapes)
        for (const auto& c : e.condition) condition(c);
    for (const auto& c : p.clocks)
        for (const auto& e : c.expr) time(e);
    for (const auto& c : p.cited) provenance(node.instrument, node.instrument->sources, {c.ref, {}, {}}, c.at);
    cells(*node.instrument, p.holds, p.consulted);
    references(n);
}

void Checker::references(NodeNo n) {
    const auto& p = corpus_.provision(n);
    for (const auto& e : p.unless)
        if (!e.ref.empty()) reference(e.ref, n, e.at);
    for (const auto& r : p.exempts) reference(r.ref, n, r.at);
    for (const auto& r : p.guards) reference(r.ref, n, r.at);
    for (const auto& r : p.refers) reference(r.ref, n, r.at);
    for (const auto& r : p.terms) reference(r.ref, n, r.at);
    for (const auto& d : p.deems) {
        reference(d.keeping, n, d.at);
        reference(d.counts_as, n, d.at);
    }
    for (const auto& s : p.sanctions) {
        known(s.at, parties_, s.by);
        if (!s.through.empty()) reference(s.through, n, s.at);
        for (const auto& r : s.punishes) reference(r.ref, n, r.at);
        for (const auto& a : s.amounts) {
            if (a.value && a.unit.empty()) problem(a.at, "no-unit", fmt::format("{} of what is not said", a.value->str()), "add unit=\"...\" with the currency");
            if (a.percent && a.of.empty()) problem(a.at, "missing-attribute", fmt::format("{} % of what is not said", a.percent->str()), "add of=\"...\" with a fact of the vocabulary");
            if (a.value.has_value() == a.percent.has_value()) problem(a.at, "bad-value", "an amount is either a value with a unit or a percentage of a fact", "give one of the two");
            known(a.at, facts_, a.of);
        }
    }
}

void Checker::reference(const std::string& ref, NodeNo from, const Place& at) {
    const auto hash = ref.find('#');
    const std::string head = ref.substr(0, hash);
    const Instrument* in = corpus_.node(from).instrument;
    if (!head.empty()) {
        const auto version_at = head.find('@');
        in = instrument_named(head.substr(0, version_at), at);
        if (in == nullptr) return;
        if (version_at != std::string::npos && !version_named(*in, head.substr(version_at + 1), at)) return;
    }
    if (hash == std::string::npos || corpus_.referred(ref, from)) return;
    std::vector<std::string> ids;
    for (const NodeNo n : corpus_.nodes_of(*in)) ids.push_back(corpus_.provision(n).id);
    problem(at, "dangling-reference", fmt::format("'{}' has no provision '{}'", in->id, ref.substr(hash + 1)), near_or(ref.substr(hash + 1), ids, "name a provision or division that is there"));
}

void Checker::comparison(const Condition& c) {
    const auto it = fact_.find(c.fact);
    if (it == fact_.end()) return;
    const Fact& f = *it->second;
    if (c.value.empty() == c.of.empty()) problem(c.at, "bad-value", fmt::format("<{}> compares '{}' with nothing, or with two things", word(c.kind), c.fact), "give a value, or of=\"...\" with another fact");
    if (f.kind == FactKind::quantity && !c.value.empty()) {
        if (!Decimal::parse(c.value)) problem(c.at, "bad-value", fmt::format("'{}' is not a decimal number", c.value), "write digits, perhaps a point and an exponent, as in 1e25");
        if (std::find(f.units.begin(), f.units.end(), c.unit) == f.units.end())
            problem(c.at, "bad-unit", c.unit.empty() ? fmt::format("'{}' is compared without a unit", c.fact) : fmt::format("'{}' is not measured in '{}'", c.fact, c.unit), fmt::format("use {}", join(f.units)));
    }
    if (f.kind == FactKind::date && !c.value.empty() && !parse_day(c.value)) problem(c.at, "bad-value", fmt::format("'{}' is not a day of the calendar", c.value), "write YYYY-MM-DD");
    if (f.kind == FactKind::flag || f.kind == FactKind::set) problem(c.at, "bad-comparison", fmt::format("'{}' is a {} and has no more or less", c.fact, word(f.kind)), f.kind == FactKind::flag ? "use <is>" : "use <includes>");
    if (f.per_year && c.year.empty()) problem(c.at, "missing-attribute", fmt::format("'{}' means nothing without a year", c.fact), "add year=\"preceding\" or the like");
    known(c.at, facts_, c.of);
    for (const auto& id : c.plus) {
        known(c.at, facts_, id);
        const auto added = fact_.find(id);
        if (added != fact_.end() && (added->second->kind != FactKind::quantity || std::find(added->second->units.begin(), added->second->units.end(), c.unit) == added->second->units.end()))
            problem(c.at, "bad-comparison", fmt::format("'{}' cannot be added: it is not measured in '{}'", id, c.unit), "add quantities of the same unit");
    }
    if (const auto other = fact_.find(c.of); other != fact_.end() && other->second->kind != FactKind::quantity)
        problem(c.at, "bad-comparison", fmt::format("'{}' is a {} and has no multiple", c.of, word(other->second->kind)), "compare with a quantity of the same unit");
    if (!c.factor.empty() && !good_factor(c.factor)) problem(c.at, "bad-value", fmt::format("'{}' is not a factor", excerpt(c.factor)), "write a number or a fraction, as in 0.5 or 1/3");
}

void Checker::condition(const Condition& c) {
    known(c.at, facts_, c.fact);
    if (is_comparison(c.kind)) comparison(c);
    if (c.kind == ConditionKind::event) known(c.at, events_, c.name);
    if (c.kind == ConditionKind::in_class) known(c.at, classes_, c.name);
    if (c.kind == ConditionKind::reaches) {
        const auto scheme = levels_.find(c.scheme);
        if (scheme == levels_.end()) problem(c.at, "unknown-name", fmt::format("no scheme is called '{}'", c.scheme), "declare a <scheme> on its instrument");
        else if (!scheme->second.contains(c.level)) problem(c.at, "unknown-name", fmt::format("no level of scheme '{}' is called '{}'", c.scheme, c.level), "name a level of this scheme");
    }
    if (c.kind == ConditionKind::is || c.kind == ConditionKind::includes) {
        const auto it = fact_.find(c.fact);
        const FactKind wanted = c.kind == ConditionKind::is ? FactKind::flag : FactKind::set;
        if (it != fact_.end() && it->second->kind != wanted) problem(c.at, "bad-comparison", fmt::format("'{}' is a {}, not a {}", c.fact, word(it->second->kind), word(wanted)), "use the condition for its kind");
    }
    if (const auto it = fact_.find(c.fact); c.kind == ConditionKind::includes && it != fact_.end() && !it->second->values.empty()) {
        std::vector<std::string> ids;
        for (const auto& v : it->second->values) ids.push_back(v.id);
        if (std::find(ids.begin(), ids.end(), c.value) == ids.end()) {
            problem(c.at, "unknown-name", fmt::format("'{}' has no value '{}'", c.fact, excerpt(c.value)), near_or(c.value, ids, fmt::format("use one of {}", join(ids))));
        }
    }
    for (const auto& id : c.by) party_or_bearer(c.at, id);
    for (const auto& part : c.parts) condition(part);
}

void Checker::recurrence(const TimeExpr& t) {
    if (t.amount && t.unit && *t.amount == Decimal{}) problem(t.at, "bad-value", fmt::format("nothing recurs every 0 {}s", word(*t.unit)), "write an amount of more than 0");
    if (t.first && !t.event.empty()) problem(t.at, "bad-value", fmt::format("it counts from {} and from '{}'", to_string(*t.first), t.event), "keep one: a first day, or an event");
    if (t.anchor && t.event.empty()) problem(t.at, "bad-value", fmt::format("'{}' is a moment of no event", word(*t.anchor)), "name the event from which it counts, or leave out the anchor");
    if (!t.until.empty() && t.until == t.reset) problem(t.at, "bad-value", fmt::format("'{}' both ends it and starts it anew", t.until), "keep one of the two");
}

void Checker::counting(const TimeExpr& t) {
    const auto& rules = counting_rules();
    if (t.calendar.empty() || std::any_of(rules.begin(), rules.end(), [&](const CountingRule& r) { return r.id == t.calendar; })) return;
    std::vector<std::string> ids;
    for (const auto& r : rules) ids.emplace_back(r.id);
    problem(t.at, "unknown-name", fmt::format("no rule of counting is called '{}'", t.calendar), near_or(t.calendar, ids, fmt::format("use one of {}, or leave it out: then it is not known", join(ids))));
}

void Checker::time(const TimeExpr& t) {
    if (t.amount && t.unit && *t.amount < Decimal{}) problem(t.at, "bad-value", fmt::format("a time of {} {}s cannot be", t.amount->str(), word(*t.unit)), "write an amount of 0 or more");
    for (const auto* event : {&t.event, &t.reset, &t.until}) known(t.at, events_, *event);
    if (t.kind == TimeKind::every) recurrence(t);
    counting(t);
    for (const auto& part : t.parts) time(part);
    if (!t.with.empty()) party_or_bearer(t.at, t.with);
}

void Checker::formula(const Formula& f) {
    if (f.kind == FormulaKind::holder) party_or_bearer(f.at, f.party);
    if (f.kind == FormulaKind::k_of && (f.k < 1 || f.k > static_cast<int>(f.parts.size()))) problem(f.at, "bad-value", fmt::format("{} of {} cannot be", f.k, f.parts.size()), "correct k, or the parts");
    for (const auto& part : f.parts) formula(part);
}

void Checker::cells(const Instrument& in, const std::vector<Cell>& cells, const std::vector<Consulted>& consulted) {
    std::vector<Function> held;
    for (const auto& c : cells) {
        if (std::find(held.begin(), held.end(), c.function) != held.end()) problem(c.at, "repeated", fmt::format("'{}' is held twice here", word(c.function)), "join the holders in one formula, or delete one");
        held.push_back(c.function);
        const int said = (c.party.empty() ? 0 : 1) + (c.state ? 1 : 0) + (c.formula.empty() ? 0 : 1);
        if (said != 1) problem(c.at, "bad-value", fmt::format("<holds function=\"{}\"> says {} of: party, state, formula", word(c.function), said), "give exactly one");
        if (!c.party.empty()) party_or_bearer(c.at, c.party);
        known(c.at, classes_, c.over);
        provenance(&in, in.sources, c.provenance, c.at);
        for (const auto& f : c.formula) formula(f);
    }
    for (const auto& c : consulted) party_or_bearer(c.at, c.party);
}

void Checker::mapping_end(const MappingEnd& end) {
    const auto at = end.ref.find('@'), hash = end.ref.find('#');
    if (at == std::string::npos || hash == std::string::npos || at > hash) {
        problem(end.at, "bad-reference", fmt::format("'{}' {}", excerpt(end.ref), at != std::string::npos && hash == std::string::npos ? "names no provision" : "does not pin a version"), "write instrument@version#provision");
        return;
    }
    const auto* in = instrument_named(end.ref.substr(0, at), end.at);
    if (in == nullptr) return;
    const auto v = version_named(*in, end.ref.substr(at + 1, hash - at - 1), end.at);
    if (!v) return;
    if (in->versions[static_cast<std::size_t>(*v)].encoded == false) {
        problem(end.at, "not-encoded", fmt::format("the text of version '{}' of '{}' is not in the corpus", in->versions[static_cast<std::size_t>(*v)].id, in->id), "map a version whose text is there");
        return;
    }
    const std::string id = end.ref.substr(hash + 1);
    if (const auto n = corpus_.find(*in, *v, id)) {
        if (corpus_.provision(*n).kind == NodeKind::division) problem(end.at, "bad-reference", fmt::format("'{}' is a heading and asks nothing", id), "map the provisions under it");
        return;
    }
    std::vector<std::string> ids;
    for (const NodeNo n : corpus_.nodes_of(*in))
        if (corpus_.node(n).first_version <= *v && *v <= corpus_.node(n).last_version) ids.push_back(corpus_.provision(n).id);
    problem(end.at, "dangling-reference", fmt::format("'{}' has no provision '{}' in version '{}'", in->id, id, in->versions[static_cast<std::size_t>(*v)].id),
            near_or(id, ids, "name a provision of that version"));
}

void Checker::mapping_sets() {
    std::map<std::string, Place> sets;
    for (const auto& set : corpus_.data().mapping_sets) {
        unique(sets, set.id, set.at, "mapping set");
        good_id(set.id, set.at);
        std::map<std::string, Place> seen;
        for (const auto& r : set.reviewed) {
            if (const auto* in = instrument_named(r.instrument, r.at)) {
                version_named(*in, r.version, r.at);
                for (const auto& ref : r.only)
                    if (!ref.starts_with('#') || !corpus_.find_latest(*in, ref.substr(1))) problem(r.at, "dangling-reference", fmt::format("'{}' is no part of '{}'", ref, in->id), "write # and the id of a division or provision");
            }
            if (const auto* in = instrument_named(r.against, r.at)) version_named(*in, r.against_version, r.at);
        }
        for (const auto& m : set.mappings) {
            unique(seen, m.id, m.at, "mapping");
            good_id(m.id, m.at);
            if (m.strength && (*m.strength < 1 || *m.strength > 10)) problem(m.at, "bad-value", fmt::format("strength {} is not between 1 and 10", *m.strength), "give a whole number from 1 to 10");
            for (const auto& e : m.sources) mapping_end(e);
            for (const auto& e : m.targets) mapping_end(e);
        }
    }
}

}  // namespace

std::vector<Problem> check(const Corpus& corpus) { return Checker(corpus).run(); }

}  // namespace lacuna
