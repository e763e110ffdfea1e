#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/applies.hpp"
#include "text_applies.hpp"
#include "text_duties.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

/// One section of a regime: duties with the same answer.
struct Section {
    Applicability answer;
    std::string_view title;
};
constexpr std::array<Section, 6> sections{{{Applicability::applies, "asks now"},
                                           {Applicability::presumed, "asks now, on a presumption that can be rebutted"},
                                           {Applicability::on_event, "asks when something happens"},
                                           {Applicability::later, "will ask"},
                                           {Applicability::undetermined, "undetermined"},
                                           {Applicability::no, "does not ask"}}};

std::string holding_words(Holding h) {
    switch (h) {
        case Holding::yes: return "yes";
        case Holding::presumed: return "PRESUMED";
        case Holding::undetermined: return "undetermined";
        case Holding::no: return "no";
    }
    return {};
}

class AppliesText {
public:
    AppliesText(const Corpus& corpus, const AppliesAnswer& answer, bool all, const TextStyle& style) : corpus_(corpus), answer_(answer), all_(all), style_(style) {}

    std::string run() {
        head();
        out_ += summary_table(answer_, style_);
        for (const auto& r : answer_.regimes)
            if (!r.duties.empty()) regime(r);
        out_ += headroom_text(corpus_, answer_, style_);
        open_facts();
        out_ += assumed_text(answer_, style_);
        return std::move(out_);
    }

private:
    void head() {
        const auto& s = answer_.question.situation;
        out_ += heading("lacuna applies", style_);
        out_ += field("on", in_words(answer_.question.on) + (answer_.question.in ? ", in " + *answer_.question.in : ""));
        const std::string who = s.developer.empty() ? "any developer" : bearer_name(corpus_, s.developer);
        out_ += field("for", s.model.empty() ? who : fmt::format("{}, model of {}", s.model, who));
        bool notes = false;
        for (std::size_t i = 0; i < s.facts.size(); ++i) {
            Known k = s.facts[i];
            notes = notes || !k.note.empty();
            if (!all_) k.note.clear();
            out_ += field(i == 0 ? "facts" : "", fact_words(corpus_, k));
        }
        if (notes && !all_) out_ += field("", "(--all prints the remarks on them)");
        if (s.facts.empty()) out_ += field("facts", "none given: everything that turns on a fact is undetermined");
        if (!answer_.assumed.empty()) out_ += field("assumed", assumed_summary(answer_.assumed));
        for (const auto& n : answer_.notes) out_ += field("note", n);
        out_ += "\nWhat is unknown is not below: an answer is yes or no only if it is the same\nwhatever the unknown facts are. What is assumed adds duties and takes none away;\nsay otherwise with --fact. Nothing here says that a duty is kept.\n";
    }

    void regime(const Regime& r) {
        const auto& in = *r.instrument;
        out_ += "\n" + heading(fmt::format("{} ({})", in.name(), in.versions[static_cast<std::size_t>(r.version)].id), style_);
        out_ += field("standing", fmt::format("{}, {}{}", r.status ? spelled(word(*r.status)) : "no status yet", in.jurisdiction, r.supposed.empty() ? "" : "; " + r.supposed));
        for (const auto& c : r.classes) class_answer(c);
        for (const auto& s : sections) {
            const auto n = r.count(s.answer);
            if (n == 0) continue;
            if (s.answer == Applicability::no && !all_) {
                out_ += wrap(fmt::format("{} {}{} not ask anything here (--all lists them)", n, n == r.duties.size() ? "" : "other ", n == 1 ? "duty does" : "duties do"), "  ", "  ");
                continue;
            }
            out_ += fmt::format("  {} ({})\n", painted(s.title, "1", style_), n);
            out_ += duties_text(corpus_, r, s.answer, all_);
        }
        out_ += sanctions_text(corpus_, r);
        powers(r);
    }

    /// What a class was answered with before, by the same rules, is not said again in full.
    void class_answer(const ClassAnswer& c) {
        std::string said;
        class_rules(c, said);
        if (c.member != nullptr) said += wrap(fmt::format("{}{}, {}", word(c.member->how), c.member->from ? ", since " + in_words(*c.member->from) : "", word(c.member->provenance.grade.value_or(Grade::unchecked))), "    ", "      ");
        if (c.holds.holding == Holding::undetermined) settle(c.holds, said);
        const std::string head = fmt::format("{}: {}", bearer_name(corpus_, c.name), holding_words(c.holds.holding));
        const bool again = !all_ && !said.empty() && std::find(classes_.begin(), classes_.end(), head + said) != classes_.end();
        out_ += wrap(head + (again ? ", as above" : ""), "  - ", "    ");
        if (!again) out_ += said;
        classes_.push_back(head + said);
    }

    void class_rules(const ClassAnswer& c, std::string& to) const {
        std::vector<std::string> open;
        for (const auto& rule : c.rules) {
            if (c.holds.holding != Holding::no && (rule.holds.holding == Holding::no || (rule.holds.holding != c.holds.holding && c.holds.holding != Holding::undetermined))) continue;
            const auto trigger = corpus_.trigger(rule.node);
            const bool bare = !all_ && (rule.holds.holding == Holding::undetermined || c.holds.holding == Holding::no);
            if (bare) open.push_back(corpus_.cite(rule.node));
            else to += wrap(fmt::format("{} {}{}", rule.holds.holding == Holding::undetermined ? "open:" : c.holds.holding == Holding::no ? "not by" : "by", corpus_.cite(rule.node), trigger ? ": " + in_words(corpus_, *trigger) : ""), "    ", "      ");
        }
        if (!open.empty()) to += wrap((c.holds.holding == Holding::no ? "none of these rules takes it in: " : "open: ") + join(open, "; "), "    ", "      ");
    }

    void settle(const Holds& h, std::string& to) const {
        if (h.contradictory) to += wrap("the facts given contradict one another", "    ", "      ");
        if (h.unfinished) to += wrap("there are too many combinations of unknown facts to look at all of them", "    ", "      ");
        if (!h.essential.empty()) to += wrap("turns on: " + in_facts(h.essential), "    ", "      ");
        std::size_t shown = 0;
        for (const auto& s : h.short_cuts) {
            if (!all_ && (s.facts.size() > 1 || shown == 4)) continue;
            ++shown;
            to += wrap(fmt::format("{}, if {}", s.yes ? "yes" : "no", join(s.facts, " and ")), "    ", "      ");
        }
        if (shown < h.short_cuts.size()) to += fmt::format("    {}{} more of what would settle it (--all)\n", h.short_cuts.size() - shown, shown == 0 ? " ways" : "");
    }

    void powers(const Regime& r) {
        if (r.powers.empty()) return;
        std::vector<std::pair<std::string, std::vector<std::string>>> by;
        for (const auto& p : r.powers) {
            const std::string when = p.standing.applies == Answer::yes ? "now" : "not yet, " + (p.standing.first_day ? "from " + in_words(*p.standing.first_day) : p.standing.reason);
            const std::string line = when + (p.reaches == Holding::yes ? "" : p.reaches == Holding::presumed ? ", PRESUMED to reach it" : ", open whether they reach it");
            auto it = std::find_if(by.begin(), by.end(), [&](const auto& x) { return x.first == line; });
            if (it == by.end()) it = by.insert(by.end(), {line, {}});
            it->second.push_back(corpus_.provision(p.provision.node).cite);
        }
        out_ += fmt::format("  {}\n", painted("powers over it", "1", style_));
        for (const auto& [line, cites] : by) out_ += wrap(line + ": " + join(cites, "; "), "    ", "      ");
    }

    void open_facts() {
        if (answer_.open.empty()) return;
        out_ += "\n" + heading("What would settle most", style_);
        const std::size_t most = all_ ? answer_.open.size() : std::min<std::size_t>(12, answer_.open.size());
        for (std::size_t i = 0; i < most; ++i) {
            const auto& [fact, n] = answer_.open[i];
            out_ += wrap(fmt::format("{} [{}]: {} {}", fact.words, fact.fact, n, n == 1 ? "duty turns on it" : "duties turn on it"), "  ", "    ");
        }
        if (answer_.open.size() > most) out_ += fmt::format("  and {} more (--all lists them)\n", answer_.open.size() - most);
    }

    const Corpus& corpus_;
    const AppliesAnswer& answer_;
    bool all_;
    const TextStyle& style_;
    std::string out_;
    std::vector<std::string> classes_;  ///< already said
};

std::string range_text(const Known& k) {
    const auto i = interval_of(k);
    const std::string low = i.low ? i.low->pretty() : "", high = i.high ? i.high->pretty() : "";
    if (!i.low) return "at most " + high;
    if (!i.high) return "at least " + low;
    if (*i.low == *i.high) return "exactly " + low;
    return fmt::format("{} to {}{}", low, i.high_open ? "just below " : "", high);
}

}  // namespace

std::string fact_words(const Corpus&, const Known& k) {
    std::string out = to_fact(k);
    if (k.kind == KnownKind::quantity && !k.value.empty() && k.precision.value_or(precision_as_written(k.value)) == Precision::rounded) out += fmt::format("  (rounded: {} {})", range_text(k), k.unit);
    if (k.provenance.grade) out += fmt::format("  [{}]", word(*k.provenance.grade));
    for (const auto& n : k.note) out += "  " + n.value;
    return out;
}

std::string applies_text(const Corpus& corpus, const AppliesAnswer& answer, bool all, const TextStyle& style) { return AppliesText(corpus, answer, all, style).run(); }

}  // namespace lacuna
