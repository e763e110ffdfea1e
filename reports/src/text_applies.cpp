#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/applies.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

std::string in_facts(const std::vector<EssentialFact>& facts) {
    std::vector<std::string> words;
    for (const auto& e : facts) words.push_back(fmt::format("{} [{}]", e.words, e.fact));
    return join(words, "; ");
}

std::string short_cut_words(const ShortCut& s) { return fmt::format("{}, if {}", s.yes ? "yes" : "no", join(s.facts, " and ")); }

std::string holding_words(Holding h) {
    switch (h) {
        case Holding::yes: return "yes";
        case Holding::presumed: return "PRESUMED";
        case Holding::undetermined: return "undetermined";
        case Holding::no: return "no";
    }
    return {};
}

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

class AppliesText {
public:
    AppliesText(const Corpus& corpus, const AppliesAnswer& answer, bool all, const TextStyle& style) : corpus_(corpus), answer_(answer), all_(all), style_(style) {}

    std::string run() {
        head();
        for (const auto& r : answer_.regimes) regime(r);
        if (answer_.regimes.empty()) out_ += "\nNo law in scope stands on this date or is made for a later one.\n";
        headroom();
        open_facts();
        return std::move(out_);
    }

private:
    void head() {
        const auto& s = answer_.question.situation;
        out_ += heading("lacuna applies", style_);
        out_ += field("on", in_words(answer_.question.on) + (answer_.question.in ? ", in " + *answer_.question.in : ""));
        const std::string who = s.developer.empty() ? "any developer" : bearer_name(corpus_, s.developer);
        out_ += field("for", s.model.empty() ? who : fmt::format("{}, model of {}", s.model, who));
        for (std::size_t i = 0; i < s.facts.size(); ++i) out_ += field(i == 0 ? "facts" : "", fact_words(corpus_, s.facts[i]));
        if (s.facts.empty()) out_ += field("facts", "none given: everything that turns on a fact is undetermined");
        for (std::size_t i = 0; i < answer_.assumed.size(); ++i) out_ += field(i == 0 ? "assumed" : "", answer_.assumed[i]);
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
                out_ += field("", fmt::format("{} other {} not ask anything here (--all lists them)", n, n == 1 ? "duty does" : "duties do"), 2);
                continue;
            }
            out_ += fmt::format("  {} ({})\n", painted(s.title, "1", style_), n);
            said_.clear();
            for (const auto& d : r.duties)
                if (d.answer == s.answer) duty(d);
        }
        powers(r);
    }

    void class_answer(const ClassAnswer& c) {
        out_ += wrap(fmt::format("{}: {}", bearer_name(corpus_, c.name), holding_words(c.holds.holding)), "  - ", "    ");
        for (const auto& rule : c.rules) {
            if (rule.holds.holding == Holding::no || (rule.holds.holding != c.holds.holding && c.holds.holding != Holding::undetermined)) continue;
            const auto& p = corpus_.provision(rule.node);
            const auto trigger = corpus_.trigger(rule.node);
            const std::string instrument = corpus_.node(rule.node).instrument->name();
            out_ += wrap(fmt::format("{} {}, {}{}", rule.holds.holding == Holding::undetermined ? "open:" : "by", instrument, p.cite, trigger ? ": " + in_words(corpus_, *trigger) : ""), "    ", "      ");
        }
        if (c.holds.holding == Holding::undetermined) settle(c.holds, "    ");
    }

    void settle(const Holds& h, std::string_view indent) {
        const std::string deeper = std::string(indent) + "  ";
        if (h.contradictory) out_ += wrap("the facts given contradict one another", indent, deeper);
        if (h.unfinished) out_ += wrap("there are too many combinations of unknown facts to look at all of them", indent, deeper);
        if (!h.essential.empty()) out_ += wrap("turns on: " + in_facts(h.essential), indent, deeper);
        for (const auto& s : h.short_cuts) out_ += wrap(short_cut_words(s), indent, deeper);
    }

    /// Duties with the same dates and the same enforcers stand under one line that says so.
    void duty(const DutyAnswer& d) {
        const auto& p = corpus_.provision(d.provision.node);
        if (const auto dates = dates_words(d); dates != said_) {
            if (!dates.empty()) out_ += wrap(dates + ":", "    ", "    ");
            said_ = dates;
        }
        const std::string modality = p.modality && *p.modality != Modality::must ? fmt::format(" ({})", word(*p.modality)) : "";
        out_ += wrap(fmt::format("{}{}: {}", p.cite, modality, plain(p.summary)), "    - ", "      ");
        if (!d.events.empty()) {
            const auto trigger = corpus_.trigger(d.provision.node);
            out_ += wrap("when: " + (d.events.size() == 1 || !trigger ? event_words(corpus_, d.events.front()) : in_words(corpus_, *trigger)), "      ", "        ");
        }
        if (d.answer == Applicability::undetermined && !d.open.empty()) out_ += wrap("turns on: " + in_facts(d.open), "      ", "        ");
        if (d.answer == Applicability::later && d.holds.holding == Holding::presumed) out_ += "      on a presumption that can be rebutted\n";
        for (const auto& c : d.clocks) clock(c);
    }

    std::string dates_words(const DutyAnswer& d) const {
        if (d.answer == Applicability::no) return {};
        std::vector<std::string> out;
        if (d.since) out.push_back("since " + in_words(*d.since));
        if (d.from) out.push_back("from " + in_words(*d.from));
        if (d.answer == Applicability::undetermined || (d.answer == Applicability::later && !d.from)) out.push_back(d.time);
        out.push_back(enforcement(d.enforcement));
        return join(out, "; ");
    }

    std::string enforcement(const Enforcement& e) const {
        std::vector<std::pair<Id, std::vector<std::string>>> by;
        for (const auto& b : e.by) {
            auto who = std::find_if(by.begin(), by.end(), [&](const auto& x) { return x.first == b.party; });
            if (who == by.end()) who = by.insert(by.end(), {b.party, {}});
            const std::string cite = corpus_.provision(b.sanction).cite + (b.condition.empty() ? "" : ", if " + b.condition);
            if (std::find(who->second.begin(), who->second.end(), cite) == who->second.end()) who->second.push_back(cite);
        }
        std::vector<std::string> names;
        for (const auto& [party, cites] : by) names.push_back(fmt::format("{} ({})", bearer_name(corpus_, party), join(cites)));
        const std::string who = names.empty() ? "" : " by " + join(names);
        switch (e.now) {
            case Answer::yes: return "enforceable" + who;
            case Answer::undetermined: return fmt::format("whether it can be enforced is open{}: {}", who, e.reason.empty() ? "it turns on the same facts" : e.reason);
            case Answer::no: break;
        }
        if (e.by.empty()) return "not enforceable: " + e.reason;
        return fmt::format("not yet enforceable{}{}", who, e.from ? ", from " + in_words(*e.from) : e.reason.empty() ? "" : ": " + e.reason);
    }

    void clock(const ClockAnswer& c) {
        if (c.due.idle) return;
        const auto limit = safe_limit(c.due, c.clock->kind);
        std::string words = in_words(corpus_, *c.clock);
        if (limit) words += fmt::format(" -> {}", in_words(*limit));
        else if (c.due.latest) words += fmt::format(" -> at the latest {}", in_words(*c.due.latest));
        else if (c.due.earliest) words += fmt::format(" -> not before {}", in_words(*c.due.earliest));
        out_ += wrap(words, "      ", "        ");
    }

    void powers(const Regime& r) {
        if (r.powers.empty()) return;
        std::vector<std::string> now, later;
        for (const auto& p : r.powers) {
            const std::string name = corpus_.provision(p.provision.node).cite + (p.reaches == Holding::yes ? "" : fmt::format(" [{}]", holding_words(p.reaches)));
            if (p.standing.applies == Answer::yes) now.push_back(name);
            else later.push_back(fmt::format("{} ({})", name, p.standing.first_day ? "from " + in_words(*p.standing.first_day) : p.standing.reason));
        }
        out_ += fmt::format("  {}\n", painted("powers over it", "1", style_));
        if (!now.empty()) out_ += wrap("now: " + join(now, "; "), "    ", "      ");
        if (!later.empty()) out_ += wrap("not yet: " + join(later, "; "), "    ", "      ");
    }

    void headroom() {
        if (answer_.headroom.empty()) return;
        out_ += "\n" + heading("Headroom to the thresholds", style_);
        for (const auto& h : answer_.headroom) {
            const std::string known = h.known.empty() ? "unknown" : h.known;
            const std::string verdict = h.passed == Answer::yes ? "passed" : h.passed == Answer::no ? "not reached" : "open";
            out_ += wrap(fmt::format("{}: {} ({}): {}; now {}{}", h.fact, h.threshold, corpus_.cite(h.rule), verdict, known, h.times.empty() ? "" : fmt::format("; the line is {} times that", h.times)), "  ", "    ");
        }
    }

    void open_facts() {
        if (answer_.open.empty()) return;
        out_ += "\n" + heading("What would settle most", style_);
        for (std::size_t i = 0; i < answer_.open.size() && i < 12; ++i) {
            const auto& [fact, n] = answer_.open[i];
            out_ += wrap(fmt::format("{} [{}]: {} {}", fact.words, fact.fact, n, n == 1 ? "duty turns on it" : "duties turn on it"), "  ", "    ");
        }
        if (answer_.open.size() > 12) out_ += fmt::format("  and {} more\n", answer_.open.size() - 12);
    }

    const Corpus& corpus_;
    const AppliesAnswer& answer_;
    bool all_;
    const TextStyle& style_;
    std::string out_, said_;
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

std::string fact_words(const Corpus& corpus, const Known& k) {
    std::string out = to_fact(k);
    if (k.kind == KnownKind::quantity && !k.value.empty() && k.precision.value_or(precision_as_written(k.value)) == Precision::rounded) out += fmt::format("  (rounded: {} {})", range_text(k), k.unit);
    if (k.provenance.grade) out += fmt::format("  [{}]", word(*k.provenance.grade));
    for (const auto& n : k.note) out += "  " + n.value;
    (void)corpus;
    return out;
}

std::string applies_text(const Corpus& corpus, const AppliesAnswer& answer, bool all, const TextStyle& style) { return AppliesText(corpus, answer, all, style).run(); }

std::string compare_text(const Corpus& corpus, const Pinned& first, const Pinned& second, const TriggerRelation& r, Day on, const TextStyle& style) {
    std::string out = heading("lacuna compare", style);
    const auto side = [&](std::string_view name, const Pinned& p) {
        const auto trigger = corpus.trigger(p.node);
        return field(name, fmt::format("{} ({})", corpus.cite(p.node), corpus.ref(p.node, p.version))) + field("", "asks " + (trigger ? "when " + in_words(corpus, *trigger) : std::string("always"))) ;
    };
    out += field("on", in_words(on)) + side("first", first) + side("second", second);
    if (r.first_empty || r.second_empty) return out + field("relation", fmt::format("none: there is no case in which {} asks", corpus.cite(r.first_empty ? first.node : second.node)));
    out += field("relation", fmt::format("{} (first to second: EQ the same cases, PP fewer, PPi more, PO overlapping, DR none shared)", to_string(r.mask)));
    const auto witness = [&](std::string_view name, const std::optional<TriggerRelation::Witness>& w, const Pinned& asks, const Pinned& not_there) {
        if (!w) return field(name, fmt::format("no case: whenever {} asks, {} does", corpus.provision(asks.node).cite, corpus.provision(not_there.node).cite));
        return field(name, fmt::format("{}a case in which {}", w->certain ? "" : "not excluded: ", w->words)) +
               field("", fmt::format("{} asks; {} does not{}", corpus.cite(asks.node), corpus.cite(not_there.node), w->not_because.empty() ? "" : ": " + w->not_because));
    };
    out += witness("only first", r.first_only, first, second) + witness("only second", r.second_only, second, first);
    if (r.both) out += field("both", fmt::format("{}a case in which {}", r.both->certain ? "" : "not excluded: ", r.both->words));
    else out += field("both", "no case");
    if (r.unfinished) out += field("note", "there are too many combinations to look at all of them; what is missing is open");
    return out;
}

}  // namespace lacuna
