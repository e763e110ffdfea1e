// What changed between two versions of an instrument, provision by provision.

#include <algorithm>
#include <map>

#include "lacuna/drift.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {
namespace {

/// The duties contained in a whole, each with its canonical norm.
std::vector<std::pair<Id, std::string>> parts_of(const Corpus& corpus, const Pinned& p) {
    std::vector<std::pair<Id, std::string>> out;
    for (const NodeNo child : corpus.node(p.node).children)
        if (corpus.contains(p.node, child)) out.emplace_back(corpus.provision(child).id, canonical_norm(corpus, child, p.version));
    return out;
}

/// Two norms compared part by part. What was compared is levelled, so that in the end nothing can differ unnoticed.
class Comparison {
public:
    Comparison(Provision a, Provision b) : a_(std::move(a)), b_(std::move(b)) { a_.id = b_.id; }

    template <class... Field>
    void compare(NormPart part, Field... field) {
        const bool differ = (!(a_.*field == b_.*field) || ...);
        ((a_.*field = b_.*field), ...);
        note(part, differ);
    }
    void note(NormPart part, bool differ) {
        if (differ) out_.push_back(part);
    }
    std::vector<NormPart> done() {
        note(NormPart::other, !(a_ == b_));
        return std::move(out_);
    }

private:
    Provision a_, b_;
    std::vector<NormPart> out_;
};

}  // namespace

std::vector<NormPart> differences(const Corpus& corpus, const Pinned& before, const Pinned& after) {
    // one provision of the corpus in two versions: only what stands for the whole instrument can have changed, the hands on it
    if (before.node == after.node) return canonical_norm(corpus, before.node, before.version) == canonical_norm(corpus, after.node, after.version) ? std::vector<NormPart>{} : std::vector{NormPart::oversight};
    using P = Provision;
    Comparison c(norm_of(corpus, before.node, before.version), norm_of(corpus, after.node, after.version));
    c.compare(NormPart::norm, &P::kind, &P::norm);
    c.compare(NormPart::modality, &P::modality);
    c.compare(NormPart::bearer, &P::bearer);
    c.compare(NormPart::trigger, &P::when);
    c.compare(NormPart::exceptions, &P::unless, &P::escapes);
    c.compare(NormPart::dates, &P::dates, &P::computed);
    c.compare(NormPart::clocks, &P::clocks);
    c.compare(NormPart::oversight, &P::holds, &P::consulted);
    c.compare(NormPart::themes, &P::themes);
    c.compare(NormPart::domains, &P::domains);
    c.compare(NormPart::clarity, &P::clarity, &P::if_unsure, &P::evaluation_dependent);
    c.compare(NormPart::classification, &P::into, &P::presumed);
    c.compare(NormPart::sanctions, &P::sanctions);
    c.compare(NormPart::references, &P::exempts, &P::deems, &P::guards, &P::refers, &P::defines, &P::terms);
    c.compare(NormPart::citation, &P::cite);
    c.compare(NormPart::parts, &P::completeness, &P::parts);
    c.note(NormPart::parts, parts_of(corpus, before) != parts_of(corpus, after));
    // no part of the canonical norm, and yet where a duty is put in words
    c.note(NormPart::summary, corpus.provision(before.node).summary != corpus.provision(after.node).summary);
    auto out = c.done();
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

namespace {

std::vector<Pinned> norms_in(const Corpus& corpus, const Instrument& in, int version) {
    std::vector<Pinned> out;
    for (const NodeNo n : corpus.nodes_of(in))
        if (corpus.provision(n).kind == NodeKind::provision && corpus.node(n).first_version <= version && version <= corpus.node(n).last_version) out.push_back({n, version, true});
    return out;
}

/// The provision of the same name in another version, unless it is a heading there.
std::optional<Pinned> same_name(const Corpus& corpus, const Instrument& in, const Pinned& p, int version) {
    const auto n = corpus.find(in, version, corpus.provision(p.node).id);
    if (!n || corpus.provision(*n).kind != NodeKind::provision) return std::nullopt;
    return Pinned{*n, version, true};
}

std::map<std::string, std::vector<Pinned>> by_identifier(const Corpus& corpus, const std::vector<Pinned>& provisions) {
    std::map<std::string, std::vector<Pinned>> out;
    for (const auto& p : provisions)
        for (const auto& i : corpus.provision(p.node).identifiers) out[i.scheme + ":" + i.value].push_back(p);
    return out;
}

/// Provisions of other names that an outside identifier ties to one another, and to no other provision of the two versions.
std::vector<TwoWordings> renamed(const Corpus& corpus, const VersionChange& change, const std::vector<Pinned>& before, const std::vector<Pinned>& after) {
    const auto old_names = by_identifier(corpus, before), new_names = by_identifier(corpus, after);
    const auto holds = [](const std::vector<Pinned>& all, const Pinned& p) { return std::find(all.begin(), all.end(), p) != all.end(); };
    std::map<std::pair<Pinned, Pinned>, std::string> pairs;
    for (const auto& [name, olds] : old_names) {
        const auto it = new_names.find(name);
        if (it == new_names.end() || olds.size() != 1 || it->second.size() != 1) continue;
        if (holds(change.gone, olds.front()) && holds(change.added, it->second.front())) pairs.try_emplace({olds.front(), it->second.front()}, name);
    }
    std::vector<TwoWordings> out;
    for (const auto& [pair, name] : pairs) {
        const auto rivals = std::count_if(pairs.begin(), pairs.end(), [&, &p = pair](const auto& other) { return other.first.first == p.first || other.first.second == p.second; });
        if (rivals == 1) out.push_back({pair.first, pair.second, differences(corpus, pair.first, pair.second), name});
    }
    return out;
}

}  // namespace

VersionChange changes_to(const Corpus& corpus, const Instrument& in, int version) {
    VersionChange out;
    out.to = version;
    for (int v = version - 1; v >= 0 && !out.from; --v)
        if (in.versions[static_cast<std::size_t>(v)].encoded != false) out.from = v;
    const auto after = norms_in(corpus, in, version);
    if (!out.from) {
        out.added = after;
        return out;
    }
    const auto before = norms_in(corpus, in, *out.from);
    for (const auto& p : before)
        if (!same_name(corpus, in, p, version)) out.gone.push_back(p);
    for (const auto& p : after) {
        const auto old = same_name(corpus, in, p, *out.from);
        if (!old) out.added.push_back(p);
        else if (auto differ = differences(corpus, *old, p); differ.empty()) ++out.same;
        else out.changed.push_back({*old, p, std::move(differ), ""});
    }
    out.renamed = renamed(corpus, out, before, after);
    return out;
}

std::optional<int> AsOf::standing(const Instrument& in) const { return &in == instrument ? std::optional(version) : version_on(in, on); }

std::optional<int> AsOf::perhaps(const Instrument& in) const {
    if (&in == instrument) return std::nullopt;
    std::optional<int> out;
    for (std::size_t v = 0; v < in.versions.size(); ++v)
        if (const auto& from = in.versions[v].in_force_from; from && has_come(*from, on) == Answer::undetermined) out = static_cast<int>(v);
    return out;
}

}  // namespace lacuna
