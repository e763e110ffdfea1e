// Classes as formulas: the rules that put somebody into them, with their exceptions taken off.

#include <algorithm>

#include "trigger/interpretation.hpp"
#include "lacuna/standing.hpp"

namespace lacuna {

std::vector<std::pair<NodeNo, int>> Interpretation::rules(const Id& name, const Instrument& seen_from, int version) const {
    std::vector<std::pair<NodeNo, int>> same, all;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus_.nodes().size()); ++n) {
        const auto& p = corpus_.provision(n);
        if (p.kind != lacuna::NodeKind::provision || p.norm != Norm::classification || p.into != name) continue;
        const auto& in = *corpus_.node(n).instrument;
        // the instrument asked about is read in the version asked about; all others as they stand on the day
        const auto v = &in == &seen_from ? std::optional(version) : version_on(in, on_);
        if (!v || *v < corpus_.node(n).first_version || *v > corpus_.node(n).last_version) continue;
        if (&in != &seen_from && time_standing(corpus_, n, *v, on_).applies == Answer::no) continue;
        all.emplace_back(n, *v);
        if (in.jurisdiction == seen_from.jurisdiction) same.emplace_back(n, *v);
    }
    if (!same.empty()) return same;
    const auto elsewhere = [&](const auto& r) { return corpus_.node(r.first).instrument->jurisdiction != corpus_.node(all.front().first).instrument->jurisdiction; };
    if (std::any_of(all.begin(), all.end(), elsewhere)) all.clear();
    return all;
}

FormulaNo Interpretation::rule(NodeNo n, int version) {
    const auto& p = corpus_.provision(n);
    std::vector<FormulaNo> parts;
    if (p.presumed == Presumption::rebuttable) {
        Unknown u;
        u.kind = UnknownKind::rebuttal;
        u.name = corpus_.ref(n);
        u.words = corpus_.cite(n);
        parts.push_back(logic_.boolean(var(std::move(u)), false));
    }
    if (const auto trigger = corpus_.trigger(n)) parts.push_back(condition(*trigger, n, version));
    for (NodeNo m = n; m != no_node; m = corpus_.node(m).parent)
        for (const auto& e : corpus_.provision(m).unless) parts.push_back(negated([&] { return exception(e, n, version); }));
    return logic_.all(parts);
}

FormulaNo Interpretation::class_as_such(const Id& name, const Seen& seen) {
    Unknown u;
    u.kind = UnknownKind::in_class;
    u.view = seen.view;
    u.name = name;
    return logic_.boolean(var(std::move(u)));
}

FormulaNo Interpretation::ways_into(const Id& name, const Seen& seen) {
    const auto& in = *corpus_.node(seen.from).instrument;
    std::vector<FormulaNo> ways;
    open_classes_.emplace_back(name, negations_);
    for (const auto& c : corpus_.vocabulary().classes) {
        if (!corpus_.within(c.id, name)) continue;
        const auto its_rules = rules(c.id, in, seen.version);
        for (const auto& [n, v] : its_rules) ways.push_back(logic_.all({rule(n, v), corpus_.node(n).instrument == &in ? logic_.constant(true) : in_time(n, v)}));
        if (its_rules.empty()) ways.push_back(class_as_such(c.id, seen));
    }
    open_classes_.pop_back();
    return logic_.any(ways);
}

FormulaNo Interpretation::class_formula(const Id& name, const Seen& seen) {
    if (corpus_.class_of(name) == nullptr || name == "developer" || name == "anyone") return logic_.constant(true);
    // axioms, and what somebody holds to be so, are about the class as such; how rules put somebody into one depends on who reads them
    if (seen.from == no_node || !seen.view.empty()) return class_as_such(name, seen);
    const std::tuple memo{name, corpus_.node(seen.from).instrument->id, seen.version};
    const bool outermost = open_classes_.empty();
    if (outermost)
        if (const auto it = classes_.find(memo); it != classes_.end()) return it->second;
    // a class is no reason for itself; but where it is one against itself, the rules do not tell
    for (const auto& [open, negations] : open_classes_)
        if (open == name) return negations == negations_ ? logic_.constant(false) : class_as_such(name, seen);
    const FormulaNo out = ways_into(name, seen);
    if (outermost) classes_[memo] = out;
    return out;
}

}  // namespace lacuna
