// Regions: the cases in which a provision asks something of somebody, its exceptions, escapes and exemptions taken off.

#include "trigger/interpretation.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {

using From = RegionPart::From;

std::optional<int> Interpretation::version_beside(NodeNo other, NodeNo n, int version) const {
    const auto& node = corpus_.node(other);
    const auto v = node.instrument == corpus_.node(n).instrument ? std::optional(version) : version_on(*node.instrument, on_);
    return v && node.first_version <= *v && *v <= node.last_version ? v : std::nullopt;
}

FormulaNo Interpretation::exception(const Exception& e, NodeNo from, int version) {
    if (!e.condition.empty()) return condition(e.condition.front(), from, version);
    if (!e.ref.empty())
        if (const auto n = corpus_.referred(e.ref, from); n && corpus_.trigger(*n))
            if (const auto v = version_beside(*n, from, version)) return rule(*n, *v);
    Unknown u;
    u.kind = UnknownKind::exception;
    u.words = plain(e.summary);
    u.name = u.words;
    return logic_.boolean(var(std::move(u)));
}

void Interpretation::written_parts(NodeNo n, int version, std::vector<RegionPart>& out) {
    for (NodeNo m = n; m != no_node; m = corpus_.node(m).parent) {
        const auto& p = corpus_.provision(m);
        if (const auto* t = p.trigger()) out.push_back({From::trigger, condition(*t, n, version), t, {}, no_node});
        for (const auto& e : p.unless) out.push_back({From::exception, logic_.negation(exception(e, n, version)), nullptr, plain(e.summary), no_node});
        for (const auto& e : p.escapes)
            out.push_back({From::escape, logic_.negation(exception({{}, e.summary, e.condition, e.at}, n, version)), nullptr, plain(e.summary), no_node});
    }
}

void Interpretation::exempted_parts(NodeNo n, int version, std::vector<RegionPart>& out) {
    for (const NodeNo x : corpus_.exemptions(n)) {
        const auto v = version_beside(x, n, version);
        if (!v) continue;
        Exception whole;
        whole.summary = corpus_.provision(x).summary;
        FormulaNo takes_out = corpus_.trigger(x) ? rule(x, *v) : exception(whole, x, *v);
        // what is to come takes nothing out today; a text that does not stand itself is read as if it did, its exemptions with it
        if (time_standing(corpus_, n, version, on_).applies != Answer::no || corpus_.node(x).instrument != corpus_.node(n).instrument) takes_out = logic_.all({takes_out, in_time(x, *v)});
        out.push_back({From::exemption, logic_.negation(takes_out), nullptr, plain(corpus_.provision(x).summary), x});
    }
}

std::vector<RegionPart> Interpretation::region_parts(NodeNo n, int version) {
    std::vector<RegionPart> out;
    const Id& bearer = corpus_.bearer(n);
    if (corpus_.class_of(bearer) != nullptr && corpus_.within(bearer, "developer"))
        out.push_back({From::bearer, in_class(bearer, n, version), nullptr, bearer, no_node});
    written_parts(n, version, out);
    exempted_parts(n, version, out);
    return out;
}

FormulaNo Interpretation::region(NodeNo n, int version) {
    std::vector<FormulaNo> parts;
    for (const auto& p : region_parts(n, version)) parts.push_back(p.formula);
    return logic_.all(parts);
}

}  // namespace lacuna
