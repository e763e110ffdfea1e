#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "reports/ladder.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

/// "2", or "1-6" from lowest to highest; "none" where nothing is promised.
std::string span(const LadderCell& c) {
    if (!c.lowest) return c.texts_missing ? "?" : "-";
    const auto low = static_cast<int>(*c.lowest), high = static_cast<int>(*c.highest);
    return low == high ? std::to_string(low) : fmt::format("{}-{}", low, high);
}

/// The highest rung on which the law, or a code, of the place stands by itself.
std::string own(const LadderCell& c) {
    if (c.own.empty()) return "-";
    const auto highest = std::max_element(c.own.begin(), c.own.end(), [](const Standing& a, const Standing& b) { return a.rung < b.rung; });
    return std::to_string(static_cast<int>(highest->rung));
}

template <class All, class F>
bool any(const All& all, const F& test) {
    return std::any_of(all.begin(), all.end(), test);
}

class LadderText {
public:
    LadderText(const Corpus& corpus, const LadderAnswer& answer, bool all, const TextStyle& style) : corpus_(corpus), answer_(answer), q_(answer.question), all_(all), style_(style) {}

    std::string run() const {
        std::string out = header();
        for (std::size_t t = 0; t < q_.themes.size(); ++t) out += theme(t);
        return out + legend();
    }

private:
    std::string header() const {
        std::vector<std::string> days;
        for (const Day d : q_.days) days.push_back(in_words(d));
        std::string out = heading("lacuna ladder", style_) + field("on", join(days, "; ")) + field("of", join(q_.of)) + field("in", join(q_.places));
        if (answer_.developer) out += field("for", bearer_name(corpus_, *answer_.developer) + (q_.situation.developer.empty() ? " (the only lab whose policy is asked about)" : ""));
        for (const auto& note : answer_.notes) out += field("note", note);
        return out + "\n";
    }

    std::string theme(std::size_t t) const {
        std::string out = heading(theme_name(corpus_, q_.themes[t]), style_) + fmt::format("{:<8}", "");
        for (const Day d : q_.days) out += fmt::format("{:<24}", to_string(d));
        out += "\n";
        for (std::size_t p = 0; p < q_.places.size(); ++p) {
            std::string line = fmt::format("{:<8}", q_.places[p]);
            for (std::size_t d = 0; d < q_.days.size(); ++d) line += fmt::format("{:<24}", cell(answer_.cell(t, p, d)));
            while (!line.empty() && line.back() == ' ') line.pop_back();
            out += line + "\n";
        }
        return out + reasons(t) + "\n";
    }

    /// "2-6 (3/8) ^6 law 6 no stop".
    static std::string cell(const LadderCell& c) {
        std::string out = span(c);
        if (any(c.promises, [](const Standing& s) { return s.by_filing; })) out += "*";
        if (c.lowest && c.texts_missing) out += "?";
        if (c.lowest) out += fmt::format(" ({}/{})", c.at(Rung::enforceable), c.promises.size());
        if (any(c.promises, [](const Standing& s) { return s.ascent.has_value(); })) out += " ^";
        out += " law " + own(c);
        if (any(c.own, [](const Standing& s) { return s.ascent.has_value(); })) out += "^";
        if (c.stops && c.brakes.empty()) out += " !";
        return out;
    }

    /// What lifts a promise higher than it stands by itself, and the brakes; with --all every promise.
    std::string reasons(std::size_t t) const {
        std::string out;
        for (std::size_t p = 0; p < q_.places.size(); ++p)
            for (std::size_t d = 0; d < q_.days.size(); ++d) {
                const auto& c = answer_.cell(t, p, d);
                const std::string where = fmt::format("{}, {}", q_.places[p], to_string(q_.days[d]));
                out += all_ ? each(where, c.promises) : lifted(where, c.promises);
                if (all_) out += each(where + ": by itself", c.own);
                if (!c.brakes.empty()) out += wrap(fmt::format("{}: a model can be stopped under {}", where, brake_words(corpus_, c.brakes)), "  ", "    ");
                if (!c.brakes_without_duty.empty()) out += wrap(fmt::format("{}: a stop that stands behind no duty of a developer: {}", where, brake_words(corpus_, c.brakes_without_duty)), "  ", "    ");
            }
        return out;
    }
    std::string each(const std::string& where, const std::vector<Standing>& all) const {
        std::string out;
        for (const auto& s : all) out += wrap(fmt::format("{}: {}", where, standing(s)), "  ", "    ");
        return out;
    }
    /// What lifts promises higher than they stand by themselves, or will, with how many.
    std::string lifted(const std::string& where, const std::vector<Standing>& all) const {
        std::vector<std::pair<std::string, std::size_t>> groups;
        for (const auto& s : all) {
            if (!s.by && !s.ascent) continue;
            const auto words = lift(s);
            const auto known = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == words; });
            if (known == groups.end()) groups.emplace_back(words, 1);
            else ++known->second;
        }
        std::string out;
        for (const auto& [words, n] : groups) out += wrap(fmt::format("{}: {} of {} {}", where, n, all.size(), words), "  ", "    ");
        return out;
    }
    /// "on 6 (binding and enforceable today) by …; to 5 from 1 January 2027 by …".
    std::string lift(const Standing& s) const {
        std::string out = fmt::format("on {} ({})", static_cast<int>(s.rung), word(s.rung));
        if (s.by) out += fmt::format(" by {}{}", corpus_.cite(s.by->node), s.by_filing ? ", because the document is filed under it; its maker can still change it" : "");
        if (s.ascent) out += fmt::format("; to {} {} by {}", static_cast<int>(s.ascent->to), s.ascent->from ? "from " + in_words(*s.ascent->from) : "on a day that is not known", corpus_.cite(s.ascent->by.node));
        return out;
    }
    std::string standing(const Standing& s) const { return corpus_.cite(s.norm.node) + " " + lift(s); }

    std::string legend() const {
        std::string rungs;
        for (const Rung r : all_values<Rung>()) rungs += fmt::format("{}{} {}", rungs.empty() ? "" : "; ", static_cast<int>(r), word(r));
        return wrap("Rungs: " + rungs + ".", "", "") +
               wrap("In each cell: lowest to highest rung of what is promised (how many of them stand on 6 / how many there are); *: some stand there only because a law orders the document to be kept, which its maker can still change; ^ law to come lifts some of them; law: the highest rung on which something stands that the law or a code of the place asks by "
                    "itself on the theme, which says nothing of the promises; !: nobody there has a power to stop that stands behind a duty of developers; ?: a document of the question has no text in the corpus for that day; -: nothing. An outside check is one by somebody whom the lab did not pick.",
                    "", "");
    }

    const Corpus& corpus_;
    const LadderAnswer& answer_;
    const LadderQuestion& q_;
    bool all_;
    const TextStyle& style_;
};

}  // namespace

std::string ladder_text(const Corpus& corpus, const LadderAnswer& answer, bool all, const TextStyle& style) { return LadderText(corpus, answer, all, style).run(); }

}  // namespace lacuna
