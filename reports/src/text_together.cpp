#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "reports/together.hpp"
#include "text_together_parts.hpp"

namespace lacuna {

std::string cite_and_ref(const Corpus& corpus, const Pinned& p) { return fmt::format("{} [{}]", corpus.cite(p.node), corpus.ref(p.node, p.named ? std::optional(p.version) : std::nullopt)); }

namespace {

class TogetherText {
public:
    TogetherText(const Corpus& corpus, const TogetherAnswer& answer, const TextStyle& style) : corpus_(corpus), answer_(answer), style_(style) {}

    std::string header() const {
        const auto& q = answer_.question;
        std::string out = heading("lacuna together", style_) + field("on", in_words(q.on) + (q.in ? ", in " + *q.in : ""));
        out += field("regimes", versions_words(q.scope));
        if (!q.scope.narrowed.empty()) out += field("only", q.scope.narrowed);
        if (answer_.developer) out += field("for", fmt::format("{} ({})", bearer_name(corpus_, *answer_.developer), answer_.developer_note));
        for (const auto& note : q.scope.notes) out += field("note", note);
        return out + "\n";
    }

    /// The actions that meet something of another regime in full.
    std::string once() const {
        std::string out;
        for (const auto& a : answer_.plan.actions)
            if (!a.meetings.empty()) out += action(a) + "\n";
        return out.empty() ? out : heading("Do one, and others are met in full", style_) + out;
    }

    /// Duties that meet others in full and are not needed as actions, because another meets as much.
    std::string other_ways() const {
        Listed by;
        for (std::size_t i = 0; i < answer_.meetings.size(); ++i) {
            const auto& m = answer_.meetings[i];
            if (m.in_full() && !m.look && !used(i)) by[m.by].push_back(fmt::format("{} {}", meets(m), cite(m.of)));
        }
        return by.empty() ? "" : heading("Other duties that meet one in full", style_) + listed(by) + "\n";
    }

    /// Every meeting in part, by source.
    std::string in_part() const {
        Listed by;
        for (const auto& m : answer_.meetings)
            if (!m.in_full()) by[m.by].push_back(cite(m.of) + or_all(m));
        return by.empty() ? "" : heading(fmt::format("{}, and no more is known", certainty("Meets a part")), style_) + listed(by) + "\n";
    }

    /// For each duty that nothing meets in full, the nearest that meets a part of it.
    std::string nearest() const {
        std::map<std::size_t, std::pair<const Meeting*, std::size_t>> of;
        for (const auto& m : answer_.meetings) {
            if (answer_.duties[m.of].best == Finding::covered) continue;
            auto& [best, n] = of.try_emplace(m.of, nullptr, 0).first->second;
            if (best == nullptr || strength(m) < strength(*best)) best = &m;
            ++n;
        }
        std::string out;
        for (const auto& [duty, found] : of) {
            out += wrap(cite(duty), "  - ", "    ");
            out += wrap(fmt::format("by {}{}{}", names(found.first->by), or_all(*found.first), found.second > 1 ? fmt::format(" and {} more", found.second - 1) : ""), "      ", "        ");
        }
        return out.empty() ? out : heading(fmt::format("{}, and no more is known: the nearest (--all: all)", certainty("Met in part")), style_) + out + "\n";
    }

    std::string rest(bool all) const {
        std::string out;
        std::size_t n = 0;
        for (const auto& a : answer_.plan.actions) {
            if (!a.meetings.empty()) continue;
            ++n;
            if (all) out += wrap(fmt::format("{}: {}{}", cite(a.duty), plain(provision(a.duty).summary), parts(a)), "  - ", "    ");
        }
        if (n == 0) return {};
        if (!all) return wrap(fmt::format("{} no duty of another regime in full for certain; --all lists {}.", count_words(n, "action meets", "actions meet"), n == 1 ? "it" : "them"), "", "");
        return heading("Actions that meet no duty of another regime in full", style_) + out;
    }

private:
    using Listed = std::map<std::vector<std::size_t>, std::vector<std::string>>;
    std::string listed(const Listed& by) const {
        std::string out;
        for (const auto& [sources, targets] : by) {
            out += wrap(names(sources), "  - ", "    ");
            for (const auto& t : targets) out += wrap(t, "      ", "        ");
        }
        return out;
    }
    std::string certainty(std::string_view what) const { return fmt::format("{} {}", what, answer_.question.inference == Inference::certain ? "for certain" : "for certain, or where any chain counts"); }
    static std::string or_all(const Meeting& m) { return m.said.link.by_any_chain ? " (any chain: nothing of this follows)" : m.said.verdict(Aspect::duty).finding == Finding::at_least_partly ? " (or all)" : ""; }
    static std::tuple<int, int, std::size_t, std::vector<std::size_t>> strength(const Meeting& m) {
        const auto& chain = m.said.link.chains.front();
        return std::tuple(chain.rows, -chain.weakest, m.by.size(), m.by);
    }
    const Provision& provision(std::size_t d) const { return corpus_.provision(answer_.duties[d].at.node); }
    std::string cite(std::size_t d) const { return cite_and_ref(corpus_, answer_.duties[d].at); }
    std::string names(const std::vector<std::size_t>& duties) const {
        std::vector<std::string> out;
        for (const auto d : duties) out.push_back(cite(d));
        return join(out, " TOGETHER WITH ");
    }
    static std::string meets(const Meeting& m) { return m.equal() ? "asks the same as" : m.by.size() > 1 ? "contain all of" : "contains all of"; }

    bool used(std::size_t meeting) const {
        return std::any_of(answer_.plan.actions.begin(), answer_.plan.actions.end(), [&](const Action& a) { return std::find(a.meetings.begin(), a.meetings.end(), meeting) != a.meetings.end(); });
    }

    std::string parts(const Action& a) const { return a.parts.empty() ? "" : fmt::format(" (with its {})", count_words(a.parts.size(), "part", "parts")); }

    std::string action(const Action& a) const {
        auto name = wrap(cite(a.duty), "DO  ", "    ");
        name.pop_back();
        std::string out = heading(name, style_);
        out += field(word(provision(a.duty).modality.value_or(Modality::must)), plain(provision(a.duty).summary) + parts(a));
        if (const auto& s = answer_.duties[a.duty].standing; s.applies != Answer::yes) out += field("date", s.reason);
        for (const auto i : a.meetings) out += met(a, answer_.meetings[i]);
        return out;
    }

    std::string met(const Action& a, const Meeting& m) const {
        std::string through;
        if (m.by != std::vector{a.duty}) through = fmt::format(" ({} {})", m.by.size() > 1 ? "only" : "by its part", names(m.by));
        std::string out = field(m.equal() ? "the same" : "meets", fmt::format("{}: {}{}", cite(m.of), plain(provision(m.of).summary), through));
        if (const auto& s = answer_.duties[m.of].standing; s.applies != Answer::yes) out += field("", "may ask nothing on this date: " + s.reason);
        return out + watch(m);
    }

    /// Where doing the one, when and as it asks, would not be enough for the other.
    std::string watch(const Meeting& m) const {
        std::string out;
        std::vector<std::string> hands;
        for (const Aspect a : all_aspects) {
            const auto& v = m.said.verdict(a);
            if (a == Aspect::duty || v.finding == Finding::covered) continue;
            // who holds the functions around a duty is no part of doing it
            if (a == Aspect::oversight || a == Aspect::clarity) hands.push_back(fmt::format("{} {}", word(a), spelled(word(v.finding))));
            else out += field("  watch", fmt::format("{} {}: {}", word(a), spelled(word(v.finding)), v.reason), 14);
        }
        return out + (hands.empty() ? "" : field("  also", join(hands), 14));
    }

    const Corpus& corpus_;
    const TogetherAnswer& answer_;
    const TextStyle& style_;
};

}  // namespace

std::string together_text(const Corpus& corpus, const TogetherAnswer& answer, bool all, const TextStyle& style) {
    const TogetherText text(corpus, answer, style);
    std::string out = text.header() + together_counts(answer);
    out += wrap(fmt::format("Only what must be done is met in this way; who, when, in which cases and how firmly is listed to be watched. What is not certain meets nothing. Chains use at most {}.", count_words(static_cast<std::size_t>(answer.question.rows), "mapping", "mappings")), "", "") + "\n";
    out += together_tables(answer, style) + text.once() + text.other_ways() + (all ? text.in_part() : text.nearest());
    out += together_conflicts(corpus, answer, style) + text.rest(all);
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

}  // namespace lacuna
