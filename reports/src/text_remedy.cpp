#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "reports/remedy.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::size_t few = 3;

class RemedyText {
public:
    RemedyText(const Corpus& corpus, const PenAnswer& answer, bool all, const TextStyle& style) : corpus_(corpus), answer_(answer), remedy_(remedy_of(corpus, answer)), all_(all), style_(style) {}

    std::string run() const {
        std::string out = pen_header("lacuna remedy", corpus_, answer_, style_) + summary();
        for (const auto& t : remedy_.transfers) out += transfer(t) + "\n";
        out += compute();
        return out + points() + (all_ ? each() : "");
    }

private:
    std::string summary() const {
        if (remedy_.transfers.empty()) return wrap("Every commitment asked about needs somebody outside the bearer to be made void: nothing has to move.", "", "") + "\n";
        std::vector<std::string> names;
        for (const auto& t : remedy_.transfers) names.emplace_back(word(t.function));
        std::string out = fmt::format("To make {} {} of intent, {} must not stay in the bearer's hands alone: {}. No smaller set does, since each of these alone is enough to make a commitment void.", commitments(answer_.pens.size() - remedy_.constraints),
                                      answer_.pens.size() - remedy_.constraints == 1 ? "a constraint instead of a statement" : "constraints instead of statements",
                                      names.size() == 1 ? "1 function" : fmt::format("{} functions", names.size()), join(names));
        if (remedy_.constraints > 0) out += fmt::format(" {} already {} so.", commitments(remedy_.constraints), remedy_.constraints == 1 ? "is" : "are");
        return wrap(out, "", "") + "\n";
    }

    std::string transfer(const Transfer& t) const {
        std::string out = heading(std::string(word(t.function)), style_) + field("change", transfer_words(t.function), 14);
        out += field("for", commitments(t.rules.size()) + (t.stopping.empty() ? "" : fmt::format(", {} of which {} something", t.stopping.size(), t.stopping.size() == 1 ? "stops" : "stop")), 14);
        if (!t.even_if_who_may_acts) out += field("as it is", "law gives it to somebody who may act, and need not; this makes it a duty", 14);
        for (const auto& w : t.written) out += field("written in", written_words(corpus_, w), 14);
        if (!t.stopping_precedents.empty() || (t.function == Function::enforce && !t.stopping.empty())) out += examples("who can stop", t.stopping_precedents);
        return out + examples("by law", t.precedents);
    }

    std::string examples(std::string_view name, const std::vector<Precedent>& all) const {
        if (all.empty()) return field(name, "no law in the corpus, of any place, does this", 14);
        const auto usable = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Precedent& p) { return p.usable; }));
        std::string out = field(name, fmt::format("{} {} in law; {} can be used on this date", all.size(), all.size() == 1 ? "case" : "cases", usable == 0 ? "none" : std::to_string(usable)), 14);
        const std::size_t shown = all_ ? all.size() : std::min(all.size(), few);
        for (std::size_t i = 0; i < shown; ++i) out += wrap(precedent_words(corpus_, all[i]), "              - ", "                ");
        if (shown < all.size()) out += fmt::format("              - and {} more (--all)\n", all.size() - shown);
        return out;
    }

    std::string compute() const {
        if (remedy_.on_compute.empty()) return {};
        std::string out = heading("Computing power as a lever", style_);
        out += wrap(fmt::format("{} {} on computing power, by what is measured or because training is stopped. Who controls it can make such a promise hold from outside.", commitments(remedy_.on_compute.size()), remedy_.on_compute.size() == 1 ? "turns" : "turn"), "  ", "  ");
        return out + examples("by law", remedy_.compute) + "\n";
    }

    std::string points() const {
        std::string out;
        for (const auto& p : single_points(corpus_, answer_)) {
            std::vector<Function> by;
            for (const auto& [_, functions] : p.rules)
                for (const Function f : functions)
                    if (std::find(by.begin(), by.end(), f) == by.end()) by.push_back(f);
            std::sort(by.begin(), by.end());
            std::vector<std::string> names;
            for (const Function f : by) names.emplace_back(word(f));
            out += wrap(fmt::format("{}{}: {} {} with it ({})", bearer_name(corpus_, p.party), p.outside ? " (outside)" : "", commitments(p.rules.size()), p.rules.size() == 1 ? "fails" : "fail", join(names)), "  - ", "    ");
        }
        return out.empty() ? "" : heading("Single points of failure", style_) + wrap("If one of these alone fails, or is made to, these commitments fail with it.", "  ", "  ") + out + "\n";
    }

    std::string each() const {
        std::string out = heading("Each commitment", style_);
        for (const auto& p : answer_.pens) {
            std::vector<std::string> names;
            for (const auto& t : remedy_.transfers)
                if (std::find(t.rules.begin(), t.rules.end(), p.rule) != t.rules.end()) names.emplace_back(word(t.function));
            out += wrap(fmt::format("{} [{}]: {}", corpus_.cite(p.rule.node), corpus_.ref(p.rule.node, p.rule.version), names.empty() ? "nothing" : join(names)), "  - ", "    ");
        }
        return out;
    }

    const Corpus& corpus_;
    const PenAnswer& answer_;
    PortfolioRemedy remedy_;
    bool all_;
    const TextStyle& style_;
};

}  // namespace

std::string remedy_text(const Corpus& corpus, const PenAnswer& answer, bool all, const TextStyle& style) {
    if (answer.pens.empty()) return wrap("No obligation or prohibition was asked about.", "", "");
    return RemedyText(corpus, answer, all, style).run();
}

}  // namespace lacuna
