#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/hands.hpp"
#include "lacuna/pen_change.hpp"
#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "reports/oversight.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::size_t few = 3;

std::string_view sign(Seat s) {
    constexpr std::array<std::string_view, 8> signs{"SELF", "self", "pick", "out", "LAW", "-", "?", ""};
    return signs[static_cast<std::size_t>(s)];
}

/// As much of a text as fits into a line, at the end of a word.
std::string begun(const std::string& text, std::size_t width, std::size_t taken) {
    if (taken + text.size() <= width) return text;
    const auto end = taken + 1 >= width ? std::string::npos : text.rfind(' ', width - taken - 1);
    return end == std::string::npos ? "..." : text.substr(0, end) + " ...";
}

class OversightText {
public:
    OversightText(const Corpus& corpus, const PenAnswer& answer, const TextStyle& style) : corpus_(corpus), answer_(answer), style_(style) {}

    std::string summary() const {
        const auto counted = count_if([](const Pen& p) { return p.held_by_law(); });
        const auto touched = count_if([](const Pen& p) { return !p.law.empty(); });
        std::string out = intent_words(count_intents(answer_));
        out += counted == 0 ? " Law puts no hand on any of them that counts." : fmt::format(" Law puts a hand that counts on {}.", commitments(counted));
        if (touched > counted) out += fmt::format(" On {} an authority has power over a part, which is not counted.", commitments(touched - counted));
        return wrap(out, "", "") + "\n";
    }

    /// What a law that orders a lab to keep its own document changes, and what it does not, to be quoted.
    std::string hardening() const {
        std::string out;
        for (const auto& h : hardenings(corpus_, answer_)) out += wrap(hardening_words(corpus_, h), "", "") + "\n";
        return out;
    }

    /// Flags over all of them, and what limits of evaluation the documents deal with.
    std::string flagged() const {
        std::string out;
        std::vector<std::string> counts;
        for (const Flag f : all_values<Flag>()) {
            const auto n = std::count_if(answer_.by_law.targets.begin(), answer_.by_law.targets.end(), [&](const Gap& g) { return std::find(g.flags.begin(), g.flags.end(), f) != g.flags.end(); });
            if (n > 0) counts.push_back(fmt::format("{} {}", spelled(word(f)), n));
        }
        if (!counts.empty()) out += wrap("Flags: " + join(counts) + ".", "", "");
        if (!corpus_.vocabulary().limits.empty()) out += by_evaluations();
        return out.empty() ? out : out + "\n";
    }
    std::string by_evaluations() const {
        std::string out;
        for (const auto& l : limits_addressed(corpus_, answer_)) {
            const std::string name = fmt::format("{} ({})", l.document->name(), l.document->versions[static_cast<std::size_t>(l.version)].id);
            out += wrap(fmt::format("{} {} seen to be due only by the bearer's own evaluations. Of the ways in which evaluations mislead, {} deals with: {}; and passes over: {}.", commitments(l.seen_only_by_bearer), l.seen_only_by_bearer == 1 ? "is" : "are", name, limits(l.addressed), limits(l.passed_over)), "", "");
        }
        return out;
    }

    std::string table() const {
        std::string out = fmt::format("  {:<9}{:>9}{:>7}{:>8}{:>8}{:>7}{:>9}{:>7}{:>7}\n", "define", "evaluate", "judge", "accept", "verify", "amend", "enforce", "must", "may");
        for (const auto& p : answer_.pens) {
            const auto cite = corpus_.cite(p.rule.node);
            out += painted(cite, "1", style_) + ": " + begun(plain(corpus_.provision(p.rule.node).summary), 76, cite.size()) + "\n";
            out += fmt::format("  {:<9}{:>9}{:>7}{:>8}{:>8}{:>7}{:>9}{:>7}{:>7}\n", sign(p.seat(shown_functions[0])), sign(p.seat(shown_functions[1])), sign(p.seat(shown_functions[2])), sign(p.seat(shown_functions[3])), sign(p.seat(shown_functions[4])), sign(p.seat(shown_functions[5])), sign(p.seat(shown_functions[6])),
                               figure_words(p.who_must), figure_words(p.who_may));
        }
        return out + "\n" +
               wrap("SELF: the bearer; self: an organ of it, or who belongs to it; pick: outside, picked by the bearer; out: outside by the document's own choice; LAW: whom law has put there; -: nobody; ?: not stated; blank: does not apply. "
                    "must, may: independence, the least number of parties outside the bearer that it takes to make the commitment void, if only those act who must, and if those who may choose to; two figures where a holder is not stated.",
                    "", "") +
               "\n";
    }

    /// What touches the commitments and does not count, power by power.
    std::string partial() const {
        std::map<std::string, std::pair<const LegalHold*, std::size_t>> by_cell;
        for (const auto& p : answer_.pens)
            for (const auto& h : p.law)
                if (!h.counts()) ++by_cell.try_emplace(power_words(corpus_, h), &h, 0).first->second.second;
        std::vector<std::pair<const LegalHold*, std::size_t>> all;
        for (const auto& [_, found] : by_cell) all.push_back(found);
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return std::pair(a.first->power.node, a.first->cell.function) < std::pair(b.first->power.node, b.first->cell.function); });
        std::string out;
        for (const auto& [h, n] : all) out += wrap(fmt::format("{}, on {}. E.g. {}", power_words(corpus_, *h), commitments(n), h->partial), "  - ", "    ");
        return out.empty() ? out : heading("Power over a part, not counted", style_) + out + "\n";
    }

    std::string details() const {
        std::string out;
        for (const auto& p : answer_.pens) out += detail(p) + "\n";
        return out;
    }

private:
    std::string limits(const std::vector<Id>& ids) const {
        std::vector<std::string> out;
        for (const auto& l : corpus_.vocabulary().limits)
            if (std::find(ids.begin(), ids.end(), l.id) != ids.end()) out.push_back(plain(l.name));
        return out.empty() ? "none" : join(out, "; ");
    }
    template <class Is>
    std::size_t count_if(const Is& is) const {
        return static_cast<std::size_t>(std::count_if(answer_.pens.begin(), answer_.pens.end(), is));
    }
    /// What touches it and does not count: each reason once, under the powers that it goes for.
    std::string partly(const Pen& p) const {
        std::string out;
        std::vector<std::string> told;
        for (const auto& h : p.law) {
            if (h.counts() || std::find(told.begin(), told.end(), h.partial) != told.end()) continue;
            told.push_back(h.partial);
            for (const auto& o : p.law)
                if (o.partial == h.partial) out += field("law, part", power_words(corpus_, o));
            out += field("not", "counted: " + h.partial);
        }
        return out;
    }
    /// Law that counts punishes it, whatever its own document says.
    static bool is_punished(const Pen& p) {
        return std::any_of(p.law.begin(), p.law.end(), [](const LegalHold& h) { return h.counts() && h.cell.function == Function::enforce; });
    }
    std::string flags(const Pen& p) const {
        const auto& targets = answer_.by_law.targets;
        const auto it = std::find_if(targets.begin(), targets.end(), [&](const Gap& g) { return g.target == p.rule; });
        std::vector<std::string> words;
        if (it != targets.end())
            for (const Flag f : it->flags)
                if (f != Flag::unsanctioned || !is_punished(p)) words.push_back(spelled(word(f)));
        return words.empty() ? "" : field("flags", join(words));
    }
    std::string hand(const Pen& p, Function f) const {
        const Cell* cell = corpus_.cell(p.rule.node, p.rule.version, f);
        const auto names = holders(corpus_, cell, p.bearer);
        if (p.seat(f) == Seat::law) return names + ", and by law";
        // a law may give a hand over some of those only whom the duty binds
        if (cell != nullptr && !cell->state && p.seat(f) == Seat::nobody) return fmt::format("nobody here: {} only over {}", names, bearer_name(corpus_, cell->over));
        if (cell != nullptr && !cell->state && p.seat(f) == Seat::unknown) return fmt::format("not settled: {} only over {}", names, bearer_name(corpus_, cell->over));
        return names;
    }
    std::string detail(const Pen& p) const {
        std::string out = heading(corpus_.cite(p.rule.node), style_) + field("ref", corpus_.ref(p.rule.node, p.rule.version)) + field("says", plain(corpus_.provision(p.rule.node).summary));
        for (const Function f : shown_functions) out += field(word(f), hand(p, f));
        for (const auto& h : p.law)
            if (h.counts()) out += field("law", power_words(corpus_, h) + (h.outside ? "" : ". By the rule of independence, nobody outside"));
        out += partly(p) + flags(p);
        out += field("void by", capture_words(corpus_, p));
        return out + field("outside", fmt::format("{} if only those act who must; {} if those who may choose to", figure_words(p.who_must), figure_words(p.who_may)));
    }

    const Corpus& corpus_;
    const PenAnswer& answer_;
    const TextStyle& style_;
};

}  // namespace

std::string oversight_text(const Corpus& corpus, const PenAnswer& answer, bool all, const TextStyle& style) {
    const OversightText text(corpus, answer, style);
    std::string out = pen_header("lacuna oversight", corpus, answer, style);
    if (answer.pens.empty()) return out + wrap("No obligation or prohibition was asked about.", "", "");
    out += text.summary() + text.hardening() + text.flagged() + text.table();
    return out + (all || answer.pens.size() <= few ? text.details() : text.partial());
}

namespace {

/// Coalitions in words, with how many commitments each goes for, most first.
std::string coalitions_words(const Corpus& corpus, const std::vector<PenChange>& changes, const PenAnswer& with, Coalitions PenChange::* which) {
    std::map<std::string, std::size_t> counts;
    for (const auto& c : changes) {
        const auto pen = std::find_if(with.pens.begin(), with.pens.end(), [&](const Pen& p) { return p.rule == c.rule; });
        for (const auto& set : c.*which) {
            std::vector<std::string> names;
            for (const auto& party : set) names.push_back(bearer_name(corpus, party == bearer_party ? pen->bearer : party));
            ++counts[names.empty() ? "nobody has to do anything: void from the start" : join(names, " and ")];
        }
    }
    std::vector<std::pair<std::string, std::size_t>> all(counts.begin(), counts.end());
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string out;
    for (const auto& [words, n] : all) out += wrap(fmt::format("{} ({})", words, commitments(n)), "  - ", "    ");
    return out.empty() ? "  none\n" : out;
}

}  // namespace

std::string pen_changes_text(const Corpus& corpus, const std::vector<PenChange>& changes, const PenAnswer& with, const TextStyle& style) {
    const auto changed = std::count_if(changes.begin(), changes.end(), [](const PenChange& c) { return c.changed(); });
    const auto lifted = [&](IndependenceFigure PenChange::* before, IndependenceFigure PenChange::* after) {
        return std::count_if(changes.begin(), changes.end(), [&](const PenChange& c) { return (c.*before).least == 0U && (c.*after).least != 0U; });
    };
    const auto must = lifted(&PenChange::must_before, &PenChange::must_after), may = lifted(&PenChange::may_before, &PenChange::may_after);
    const auto not_computed = std::count_if(changes.begin(), changes.end(), [](const PenChange& c) { return c.not_computed; });
    std::string out = heading("What the supposed law changes", style);
    std::string words = fmt::format("It changes who can make {} of {} void, and turns {} into {}.", changed, commitments(changes.size()), must == 0 ? "none of them" : std::to_string(must), must == 1 ? "a constraint" : "constraints");
    if (may > must) words += fmt::format(" {} more would need somebody outside only if those who may act choose to.", may - must);
    if (not_computed > 0) words += fmt::format(" For {} there are too many capture sets to compare: taken to be statements of intent as before.", commitments(static_cast<std::size_t>(not_computed)));
    out += wrap(words, "", "");
    out += "Capture sets that it breaks:\n" + coalitions_words(corpus, changes, with, &PenChange::broken);
    out += "Capture sets that remain:\n" + coalitions_words(corpus, changes, with, &PenChange::remaining);
    if (std::any_of(changes.begin(), changes.end(), [](const PenChange& c) { return !c.added.empty(); })) out += "Capture sets that it adds:\n" + coalitions_words(corpus, changes, with, &PenChange::added);
    return out + "\n";
}

}  // namespace lacuna
