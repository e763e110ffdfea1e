#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/applies.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::array<std::pair<Base, std::string_view>, 5> meanings{{{Base::eq, "EQ, they ask in the same cases"},
                                                                     {Base::pp, "PP, the first asks in fewer cases"},
                                                                     {Base::ppi, "PPi, the first asks in more cases"},
                                                                     {Base::po, "PO, each asks in cases in which the other does not"},
                                                                     {Base::dr, "DR, they never ask together"}}};

/// What was not found was not excluded where not all was looked at.
constexpr std::string_view not_found = "no case was found, but not all combinations were looked at";

/// What is possible between the two, spelled out; that anything is possible is said as such.
std::string relation_words(Mask mask) {
    std::vector<std::string> out;
    for (const auto& [base, meaning] : meanings)
        if (mask.has(base)) out.emplace_back(meaning);
    if (out.size() == meanings.size()) return "any: nothing that the corpus says settles it";
    return (out.size() == 1 ? "" : "one of: ") + join(out, "; ");
}

std::string case_words(const TriggerRelation::Witness& w) { return fmt::format("{} a case in which {}", w.certain ? "there is" : "not excluded is", w.words); }

class CompareText {
public:
    CompareText(const Corpus& corpus, const TriggerRelation& relation) : corpus_(corpus), relation_(relation) {}

    std::string side(std::string_view name, const Pinned& p) const {
        const auto trigger = corpus_.trigger(p.node);
        return field(name, fmt::format("{} ({})", corpus_.cite(p.node), corpus_.ref(p.node, p.version))) + field("", "asks " + (trigger ? "when " + in_words(corpus_, *trigger) : std::string("always"))) +
               field("", "of: " + bearer_name(corpus_, corpus_.bearer(p.node)));
    }

    std::string only(std::string_view name, const std::optional<TriggerRelation::Witness>& w, const Pinned& asks, const Pinned& not_there) const {
        if (!w) return field(name, relation_.unfinished ? std::string(not_found) : fmt::format("no case: whenever {} asks, {} does", corpus_.cite(asks.node), corpus_.cite(not_there.node)));
        return field(name, case_words(*w)) + field("", fmt::format("{} asks; {} does not{}", corpus_.cite(asks.node), corpus_.cite(not_there.node), w->not_because.empty() ? "" : ": " + w->not_because));
    }

    /// What a reader must know to use the cases: that nothing was assumed, and why a case is only not excluded.
    std::string notes() const {
        std::string out;
        const auto& r = relation_;
        if (r.first_only || r.second_only)
            out += field("note", "Nothing is assumed here: what `lacuna applies` takes by default (the model is general-purpose, no authority has acted, no exemption is met) is open, because it could hide a case. Say with --fact what is so.");
        const auto open = [](const std::optional<TriggerRelation::Witness>& w) { return w && !w->certain; };
        if (open(r.first_only) || open(r.second_only) || open(r.both))
            out += field("note", "\"Not excluded\": the case sets a test, level, judgement or event against another fact, and the corpus does not say how the two are tied. It may not exist.");
        if (r.unfinished) out += field("note", "There are too many combinations to look at all of them; what is missing is open.");
        return out;
    }

private:
    const Corpus& corpus_;
    const TriggerRelation& relation_;
};

}  // namespace

std::string compare_text(const Corpus& corpus, const Pinned& first, const Pinned& second, const TriggerRelation& r, Day on, const TextStyle& style) {
    const CompareText text(corpus, r);
    std::string out = heading("lacuna compare", style) + field("on", in_words(on)) + text.side("first", first) + text.side("second", second);
    if (r.first_empty || r.second_empty) return out + field("relation", fmt::format("none: there is no case in which {} asks", corpus.cite(r.first_empty ? first.node : second.node)));
    out += field("relation", relation_words(r.mask));
    out += text.only("first only", r.first_only, first, second) + text.only("second only", r.second_only, second, first);
    out += field("both", r.both ? case_words(*r.both) : r.unfinished ? std::string(not_found) : "no case");
    return out + text.notes();
}

}  // namespace lacuna
