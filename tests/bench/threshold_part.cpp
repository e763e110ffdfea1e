#include "threshold_part.hpp"

#include <algorithm>
#include <set>

namespace bench {
namespace {

using namespace lacuna;

/// Comparisons with a number, and classes, in what has to hold for a rule.
void parts_of(const Condition& c, std::vector<const Condition*>& lines, std::vector<Id>& classes) {
    const bool upward = c.kind == ConditionKind::more_than || c.kind == ConditionKind::at_least;
    if (upward && c.fact == "training-compute" && c.of.empty()) lines.push_back(&c);
    if (c.kind == ConditionKind::in_class) classes.push_back(c.name);
    if (c.kind == ConditionKind::negation || c.kind == ConditionKind::known || c.kind == ConditionKind::judged) return;
    for (const auto& p : c.parts) parts_of(p, lines, classes);
}

/// The first line to which the rules of a class lead, in a jurisdiction.
std::optional<Line> line_of(const Corpus& corpus, const Id& name, const std::string& jurisdiction, std::set<Id>& seen) {
    if (!seen.insert(name).second) return std::nullopt;
    std::vector<Id> classes;
    for (const auto& node : corpus.nodes()) {
        const auto& p = *node.provision;
        if (p.kind != NodeKind::provision || p.norm != Norm::classification || p.into != name || p.trigger() == nullptr || node.instrument->jurisdiction != jurisdiction) continue;
        std::vector<const Condition*> lines;
        parts_of(*p.trigger(), lines, classes);
        if (!lines.empty()) return Line{lines.front()->value, lines.front()->kind == ConditionKind::at_least, p.presumed == Presumption::rebuttable};
    }
    for (const auto& c : classes)
        if (auto line = line_of(corpus, c, jurisdiction, seen)) return line;
    return std::nullopt;
}

class Reducer {
public:
    Reducer(const Corpus& real, ThresholdPart& out) : real_(real), out_(out) {}

    void run() {
        for (auto& in : out_.data.instruments) {
            const auto nodes = real_.nodes_of(*real_.instrument(in.id));
            next_ = nodes.begin();
            classes_.clear();
            for (auto& p : in.parts) reduce(in, p);
            for (const auto& name : classes_) add_class(in, name);
        }
    }

private:
    static Id own_class(const Instrument& in, const Id& name) { return name + "-of-" + in.id; }

    /// Provisions stand in the same order in the file and among the nodes.
    void reduce(const Instrument& in, Provision& p) {
        const NodeNo n = *next_++;
        if (is_duty(p)) {
            p.bearer = real_.bearer(n);
            if (p.bearer != "developer" && real_.class_of(p.bearer) != nullptr && real_.within(p.bearer, "developer")) {
                classes_.insert(p.bearer);
                p.bearer = own_class(in, p.bearer);
            }
        }
        p.when.clear(), p.unless.clear(), p.escapes.clear(), p.exempts.clear(), p.computed.clear();
        if (p.kind == NodeKind::provision && p.norm == Norm::classification) p.norm = Norm::definition, p.into.clear(), p.presumed.reset();
        for (auto& part : p.parts) reduce(in, part);
    }

    void add_class(Instrument& in, const Id& name) {
        const Id own = own_class(in, name);
        Class c;
        c.id = own;
        c.within = {"developer"};
        out_.data.vocabulary.classes.push_back(std::move(c));
        std::set<Id> seen;
        const auto line = line_of(real_, name, in.jurisdiction, seen);
        if (!line) return;
        out_.lines[own] = *line;
        Condition limit;
        limit.kind = line->at_least ? ConditionKind::at_least : ConditionKind::more_than;
        limit.fact = "training-compute";
        limit.value = line->limit;
        limit.unit = "FLOP";
        Provision rule;
        rule.kind = NodeKind::provision;
        rule.id = "line-of-" + name;
        rule.cite = rule.id;
        rule.norm = Norm::classification;
        rule.into = own;
        if (line->presumed) rule.presumed = Presumption::rebuttable;
        rule.when = {std::move(limit)};
        in.parts.push_back(std::move(rule));
    }

    const Corpus& real_;
    ThresholdPart& out_;
    std::vector<NodeNo>::const_iterator next_;
    std::set<Id> classes_;
};

}  // namespace

ThresholdPart threshold_part(const Corpus& real, CorpusData data) {
    ThresholdPart out{std::move(data), {}};
    Reducer(real, out).run();
    return out;
}

}  // namespace bench
