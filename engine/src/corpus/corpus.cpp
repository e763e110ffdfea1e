#include "lacuna/corpus.hpp"

#include <algorithm>
#include <functional>

namespace lacuna {
namespace {

template <class T>
const T* found(const std::unordered_map<std::string, const T*>& map, std::string_view id) {
    const auto it = map.find(std::string(id));
    return it == map.end() ? nullptr : it->second;
}

const std::optional<DayRange>& fixed(const Dates& d, DateKind kind) {
    switch (kind) {
        case DateKind::in_force_from: return d.in_force_from;
        case DateKind::applies_from: return d.applies_from;
        case DateKind::enforceable_from: return d.enforceable_from;
        case DateKind::legacy_until: return d.legacy_until;
    }
    return d.in_force_from;
}

const Cell* cell_in(const std::vector<Cell>& cells, Function function) {
    const auto it = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.function == function; });
    return it == cells.end() ? nullptr : &*it;
}

}  // namespace

Corpus::Corpus(CorpusData data) : data_(std::move(data)) {
    for (const auto& in : data_.instruments) {
        instruments_.emplace(in.id, &in);
        number(in, in.parts, no_node, 0, static_cast<int>(in.versions.size()) - 1);
    }
    for (const auto& file : data_.party_files)
        for (const auto& p : file.parties) {
            parties_.emplace(p.id, &p);
            for (const auto& r : p.relations)
                for (const auto* side : {&p.id, &r.party}) ties_[*side].push_back({&p, &r});
        }
    for (const auto& c : data_.vocabulary.classes) classes_.emplace(c.id, &c);
    for (const auto& t : data_.vocabulary.themes) themes_.emplace(t.id, &t);
    link_references();
}

void Corpus::number(const Instrument& in, const std::vector<Provision>& parts, NodeNo parent, int first, int last) {
    for (const auto& p : parts) {
        const NodeNo n = static_cast<NodeNo>(nodes_.size());
        Node node{&in, &p, parent, first, last, {}};
        if (!p.since.empty()) node.first_version = std::max(first, version(in, p.since).value_or(first));
        if (!p.until.empty()) node.last_version = std::min(last, version(in, p.until).value_or(last));
        nodes_.push_back(node);
        if (parent != no_node) nodes_[static_cast<std::size_t>(parent)].children.push_back(n);
        by_name_[&in][p.id].push_back(n);
        for (const auto& i : p.identifiers) {
            by_identifier_[i.value].push_back(n);
            by_identifier_[i.scheme + ":" + i.value].push_back(n);
        }
        number(in, p.parts, n, node.first_version, node.last_version);
    }
}

void Corpus::link_references() {
    sanctions_.resize(nodes_.size());
    exemptions_.resize(nodes_.size());
    guardians_.resize(nodes_.size());
    for (NodeNo n = 0; n < static_cast<NodeNo>(nodes_.size()); ++n) {
        const auto& p = provision(n);
        for (const auto& s : p.sanctions)
            for (const auto& r : s.punishes)
                for (const NodeNo target : all_referred(r.ref, n)) sanctions_[static_cast<std::size_t>(target)].push_back({n, &s});
        for (const auto& r : p.exempts)
            for (const NodeNo target : all_referred(r.ref, n)) exemptions_[static_cast<std::size_t>(target)].push_back(n);
        for (const auto& r : p.guards)
            for (const NodeNo target : all_referred(r.ref, n)) guardians_[static_cast<std::size_t>(target)].push_back(n);
    }
}

const Instrument* Corpus::instrument(std::string_view id) const { return found(instruments_, id); }
const Party* Corpus::party(std::string_view id) const { return found(parties_, id); }
const std::vector<Corpus::Tie>& Corpus::ties(std::string_view party) const {
    static const std::vector<Tie> none;
    const auto it = ties_.find(std::string(party));
    return it == ties_.end() ? none : it->second;
}
const Theme* Corpus::theme(std::string_view id) const { return found(themes_, id); }
const Class* Corpus::class_of(std::string_view id) const { return found(classes_, id); }

const Source* Corpus::source(const Instrument& in, std::string_view id) const {
    const auto it = std::find_if(in.sources.begin(), in.sources.end(), [&](const Source& s) { return s.id == id; });
    return it == in.sources.end() ? nullptr : &*it;
}

std::vector<std::string> Corpus::instrument_ids() const {
    std::vector<std::string> out;
    for (const auto& in : data_.instruments) out.push_back(in.id);
    return out;
}

std::vector<std::string> Corpus::party_ids() const {
    std::vector<std::string> out;
    for (const auto& file : data_.party_files)
        for (const auto& p : file.parties) out.push_back(p.id);
    return out;
}

std::optional<int> Corpus::version(const Instrument& in, std::string_view id) const {
    for (std::size_t i = 0; i < in.versions.size(); ++i)
        if (in.versions[i].id == id) return static_cast<int>(i);
    return std::nullopt;
}

const std::vector<NodeNo>& Corpus::wordings(const Instrument& in, std::string_view id) const {
    static const std::vector<NodeNo> none;
    const auto names = by_name_.find(&in);
    if (names == by_name_.end()) return none;
    const auto it = names->second.find(std::string(id));
    return it == names->second.end() ? none : it->second;
}

std::optional<NodeNo> Corpus::find(const Instrument& in, int version, std::string_view id) const {
    for (const NodeNo n : wordings(in, id))
        if (node(n).first_version <= version && version <= node(n).last_version) return n;
    return std::nullopt;
}

std::optional<NodeNo> Corpus::find_latest(const Instrument& in, std::string_view id) const {
    const auto& all = wordings(in, id);
    if (all.empty()) return std::nullopt;
    return *std::max_element(all.begin(), all.end(), [&](NodeNo a, NodeNo b) { return node(a).last_version < node(b).last_version; });
}

std::vector<NodeNo> Corpus::nodes_of(const Instrument& in) const {
    std::vector<NodeNo> out;
    for (NodeNo n = 0; n < static_cast<NodeNo>(nodes_.size()); ++n)
        if (node(n).instrument == &in) out.push_back(n);
    return out;
}

std::vector<NodeNo> Corpus::subtree(NodeNo n, int version) const {
    std::vector<NodeNo> out;
    const std::function<void(NodeNo)> visit = [&](NodeNo m) {
        if (version < node(m).first_version || version > node(m).last_version) return;
        out.push_back(m);
        for (const NodeNo child : node(m).children) visit(child);
    };
    visit(n);
    return out;
}

std::optional<NodeNo> Corpus::pinned(std::string_view ref) const {
    const auto at = ref.find('@'), hash = ref.find('#');
    if (at == std::string_view::npos || hash == std::string_view::npos || at > hash) return std::nullopt;
    const auto* in = instrument(ref.substr(0, at));
    if (in == nullptr) return std::nullopt;
    const auto v = version(*in, ref.substr(at + 1, hash - at - 1));
    return v ? find(*in, *v, ref.substr(hash + 1)) : std::nullopt;
}

std::optional<NodeNo> Corpus::referred(std::string_view ref, NodeNo from) const {
    const auto hash = ref.find('#');
    if (hash == std::string_view::npos) return std::nullopt;
    if (hash == 0) {
        const auto& here = node(from);
        if (const auto same = find(*here.instrument, here.last_version, ref.substr(1))) return same;
        return find_latest(*here.instrument, ref.substr(1));
    }
    if (ref.find('@') != std::string_view::npos) return pinned(ref);
    const auto* in = instrument(ref.substr(0, hash));
    return in == nullptr ? std::nullopt : find_latest(*in, ref.substr(hash + 1));
}

std::vector<NodeNo> Corpus::roots(std::string_view instrument_id) const {
    std::vector<NodeNo> out;
    if (const auto* in = instrument(instrument_id))
        for (const NodeNo n : nodes_of(*in))
            if (node(n).parent == no_node) out.push_back(n);
    return out;
}

std::vector<NodeNo> Corpus::all_referred(std::string_view ref, NodeNo from) const {
    const auto hash = ref.find('#');
    if (hash == std::string_view::npos) return roots(ref.substr(0, ref.find('@')));
    if (ref.substr(0, hash).find('@') != std::string_view::npos) {
        const auto one = pinned(ref);
        return one ? std::vector<NodeNo>{*one} : std::vector<NodeNo>{};
    }
    const auto* in = hash == 0 ? node(from).instrument : instrument(ref.substr(0, hash));
    if (in == nullptr) return {};
    std::vector<NodeNo> out;
    for (const NodeNo n : wordings(*in, ref.substr(hash + 1)))
        if (hash != 0 || (node(n).first_version <= node(from).last_version && node(from).first_version <= node(n).last_version)) out.push_back(n);
    return out;
}

std::vector<NodeNo> Corpus::by_identifier(std::string_view text) const {
    const auto it = by_identifier_.find(std::string(text));
    return it == by_identifier_.end() ? std::vector<NodeNo>{} : it->second;
}

/// Visits `n` and what is around it, nearest first, until `visit` says that it has what it wants.
template <class F>
void Corpus::up(NodeNo n, F visit) const {
    for (; n != no_node; n = node(n).parent)
        if (visit(provision(n))) return;
}

const Id& Corpus::bearer(NodeNo n) const {
    const Id* out = &node(n).instrument->bearer;
    up(n, [&](const Provision& p) {
        if (p.bearer.empty()) return false;
        out = &p.bearer;
        return true;
    });
    return *out;
}

const std::vector<Id>& Corpus::themes(NodeNo n) const {
    const std::vector<Id>* out = &provision(n).themes;
    up(n, [&](const Provision& p) {
        if (p.themes.empty()) return false;
        out = &p.themes;
        return true;
    });
    return *out;
}

const std::vector<Id>& Corpus::domains(NodeNo n) const {
    const std::vector<Id>* out = &provision(n).domains;
    up(n, [&](const Provision& p) {
        if (p.domains.empty()) return false;
        out = &p.domains;
        return true;
    });
    return *out;
}

KnownDate Corpus::date(NodeNo n, DateKind kind) const {
    KnownDate out;
    up(n, [&](const Provision& p) {
        for (const auto& c : p.computed)
            if (c.kind == kind && !c.expr.empty()) out.computed = &c.expr.front();
        if (out.computed == nullptr) out.fixed = fixed(p.dates, kind);
        return out.computed != nullptr || out.fixed.has_value();
    });
    const auto& in = *node(n).instrument;
    if (out.computed == nullptr && !out.fixed) out.fixed = fixed(in.dates, kind);
    // a wording does not work before the version that brought it, whatever the dates around it say
    if (kind == DateKind::legacy_until || out.computed != nullptr || fixed(provision(n).dates, kind) || in.versions.empty()) return out;
    const auto& brought = in.versions[static_cast<std::size_t>(node(n).first_version)].in_force_from;
    if (brought && (out.fixed ? out.fixed->last < brought->first : kind == DateKind::in_force_from)) out.fixed = brought;
    return out;
}

Provenance Corpus::provenance(NodeNo n) const {
    Provenance out{{}, provision(n).provenance.locator, {}};
    const auto take = [&](const Provenance& p) {
        if (out.source.empty()) out.source = p.source;
        if (!out.grade) out.grade = p.grade;
    };
    up(n, [&](const Provision& p) {
        take(p.provenance);
        return false;
    });
    take(node(n).instrument->provenance);
    if (out.locator.empty()) out.locator = provision(n).cite;
    return out;
}

std::optional<Condition> Corpus::trigger(NodeNo n) const {
    std::vector<Condition> conditions;
    up(n, [&](const Provision& p) {
        if (p.trigger() != nullptr && std::find(conditions.begin(), conditions.end(), *p.trigger()) == conditions.end()) conditions.push_back(*p.trigger());
        return false;
    });
    if (conditions.empty()) return std::nullopt;
    if (conditions.size() == 1) return conditions.front();
    Condition all;
    all.kind = ConditionKind::all;
    all.parts = std::move(conditions);
    return all;
}

bool Corpus::stops_something(NodeNo n) const {
    const auto& all = themes(n);
    return std::any_of(all.begin(), all.end(), [&](const Id& t) { return theme(t) != nullptr && theme(t)->stops; });
}

const Cell* Corpus::cell(NodeNo n, int version, Function function) const {
    const Cell* out = nullptr;
    up(n, [&](const Provision& p) {
        out = cell_in(p.holds, function);
        return out != nullptr;
    });
    if (out != nullptr) return out;
    const auto& in = *node(n).instrument;
    for (const auto& o : in.oversight) {
        const int first = o.since.empty() ? 0 : this->version(in, o.since).value_or(0);
        const int last = o.until.empty() ? static_cast<int>(in.versions.size()) - 1 : this->version(in, o.until).value_or(-1);
        if (first <= version && version <= last)
            if (const auto* c = cell_in(o.holds, function)) return c;
    }
    return nullptr;
}

bool Corpus::contains(NodeNo parent, NodeNo child) const {
    return is_duty(provision(parent)) && is_duty(provision(child)) && bearer(parent) == bearer(child) && node(parent).first_version == node(child).first_version &&
           node(parent).last_version == node(child).last_version;
}

bool Corpus::within(std::string_view small, std::string_view big) const {
    std::vector<std::string> open{std::string(small)}, seen;
    while (!open.empty()) {
        const std::string c = open.back();
        open.pop_back();
        if (c == big) return true;
        if (std::find(seen.begin(), seen.end(), c) != seen.end()) continue;
        seen.push_back(c);
        if (const auto* k = class_of(c)) open.insert(open.end(), k->within.begin(), k->within.end());
    }
    return false;
}

bool Corpus::inside_jurisdiction(std::string_view inner, std::string_view outer) const {
    std::string j(inner);
    for (std::size_t guard = 0; guard <= data_.vocabulary.jurisdictions.size() && !j.empty(); ++guard) {
        if (j == outer) return true;
        const auto it = std::find_if(data_.vocabulary.jurisdictions.begin(), data_.vocabulary.jurisdictions.end(), [&](const Jurisdiction& k) { return k.id == j; });
        j = it == data_.vocabulary.jurisdictions.end() ? "" : it->within;
    }
    return false;
}

std::string Corpus::ref(NodeNo n, std::optional<int> version) const {
    const auto& in = *node(n).instrument;
    std::string out = in.id;
    if (version) out += "@" + in.versions[static_cast<std::size_t>(*version)].id;
    return out + "#" + provision(n).id;
}

std::string Corpus::cite(NodeNo n) const { return node(n).instrument->name() + ", " + provision(n).cite; }

std::vector<Corpus::Sanctioned> Corpus::sanctions(NodeNo n) const {
    std::vector<Sanctioned> out;
    for (; n != no_node; n = node(n).parent) {
        const auto& here = sanctions_[static_cast<std::size_t>(n)];
        out.insert(out.end(), here.begin(), here.end());
    }
    return out;
}

std::vector<NodeNo> Corpus::exemptions(NodeNo n) const {
    std::vector<NodeNo> out;
    for (; n != no_node; n = node(n).parent) {
        const auto& here = exemptions_[static_cast<std::size_t>(n)];
        out.insert(out.end(), here.begin(), here.end());
    }
    return out;
}

std::vector<NodeNo> Corpus::guardians(NodeNo n) const {
    std::vector<NodeNo> out;
    for (; n != no_node; n = node(n).parent) {
        const auto& here = guardians_[static_cast<std::size_t>(n)];
        out.insert(out.end(), here.begin(), here.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<Corpus::Hardened> Corpus::hardened_by(NodeNo n) const {
    std::vector<Hardened> out;
    for (const auto& f : node(n).instrument->filings) {
        const auto hash = f.under.find('#');
        const auto* law = instrument(std::string_view(f.under).substr(0, hash));
        if (law == nullptr || hash == std::string::npos) continue;
        for (const NodeNo duty : wordings(*law, std::string_view(f.under).substr(hash + 1)))
            if (provision(duty).hardens == true && is_duty(provision(duty))) out.push_back({duty, &f});
    }
    return out;
}

}  // namespace lacuna
