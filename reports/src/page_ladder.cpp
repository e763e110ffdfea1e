// The enforcement ladder: themes down, places across, in each cell how many promises stand on which rung, and apart from them what law asks itself.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "page_parts.hpp"

namespace lacuna {
namespace {

int number(Rung r) { return static_cast<int>(r); }

template <class All, class F>
std::size_t count(const All& all, const F& test) {
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), test));
}
std::size_t ascents(const std::vector<Standing>& all) {
    return count(all, [](const Standing& s) { return s.ascent.has_value(); });
}
std::size_t filings(const std::vector<Standing>& all) {
    return count(all, [](const Standing& s) { return s.by_filing; });
}

/// "2", "1–6"; "nothing" where nothing is promised.
std::string span(const LadderCell& c) {
    if (!c.lowest) return "nothing promised";
    return c.lowest == c.highest ? fmt::format("rung {}", number(*c.lowest)) : fmt::format("rungs {}–{}", number(*c.lowest), number(*c.highest));
}

/// The highest rung of what the law of the place, or a code there, asks by itself.
std::optional<Rung> highest_own(const LadderCell& c) {
    std::optional<Rung> out;
    for (const auto& s : c.own)
        if (!out || s.rung > *out) out = s.rung;
    return out;
}

class LadderPicture {
public:
    explicit LadderPicture(const PageContext& page) : corpus_(page.corpus), page_(page), answer_(page.input.ladder), q_(answer_.question) {}

    Data run() const {
        if (q_.themes.empty() || q_.places.empty()) return Data(false);
        Data out, places = empty_list();
        for (std::size_t p = 0; p < q_.places.size(); ++p) places.push_back(place(p));
        out["ladder_places"] = std::move(places);
        out["ladder_leads"] = leads();
        out["ladder_width"] = std::to_string(q_.places.size());
        out["ladder_span"] = std::to_string(q_.places.size() + 1);
        out["ladder_one"] = Data(q_.places.size() == 1);
        out["ladder_rungs"] = rungs();
        out["ladder_rows"] = rows();
        out["ladder_notes"] = texts(notes());
        return out;
    }

private:
    Data place(std::size_t p) const {
        Data out;
        out["place"] = jurisdiction_name(corpus_, q_.places[p]);
        out["scale"] = scale();
        return out;
    }

    /// How the promises stand in all, each once; places of which the same is to be said, together.
    Data leads() const {
        std::vector<std::pair<std::string, std::vector<std::string>>> said;
        for (std::size_t p = 0; p < q_.places.size(); ++p) {
            auto words = lead(p);
            auto known = std::find_if(said.begin(), said.end(), [&](const auto& s) { return s.first == words; });
            if (known == said.end()) known = said.insert(said.end(), {words, {}});
            known->second.push_back(jurisdiction_name(corpus_, q_.places[p]));
        }
        Data out = empty_list();
        for (const auto& [words, where] : said) {
            Data item;
            item["where"] = listed(where);
            item["place_runs"] = runs(words);
            out.push_back(item);
        }
        return out;
    }
    std::string lead(std::size_t p) const {
        std::set<std::pair<NodeNo, int>> all, top, filed;
        for (std::size_t t = 0; t < q_.themes.size(); ++t)
            for (const auto& s : answer_.cell(t, p, 0).promises) {
                const std::pair norm(s.norm.node, s.norm.version);
                all.insert(norm);
                if (s.rung != Rung::enforceable) continue;
                (s.by_filing ? filed : top).insert(norm);
            }
        const auto on_top = top.size() + filed.size();
        std::string out = fmt::format("{} of {} {} on rung 6", strong_or_none(on_top), commitments(all.size()), on_top == 1 ? "stands" : "stand");
        if (!filed.empty()) out += fmt::format(", {} only because the document is filed under a law: whoever made it can still change it", top.empty() ? "and" : strong(filed.size()) + " of them");
        return out;
    }
    static Data scale() {
        Data out = empty_list();
        for (const Rung r : all_values<Rung>()) {
            Data item;
            item["rung"] = std::to_string(number(r));
            out.push_back(item);
        }
        return out;
    }
    static Data rungs() {
        Data out = empty_list();
        for (const Rung r : all_values<Rung>()) {
            Data item;
            item["rung"] = std::to_string(number(r));
            item["rung_words"] = std::string(word(r));
            out.push_back(item);
        }
        return out;
    }

    std::vector<std::string> notes() const {
        std::vector<std::string> out;
        const auto& asked = page_.input.by_law().question;
        if (is_narrowed(page_)) out.emplace_back("The ladder is of whole documents: of what the question was narrowed to, it follows the themes only.");
        if (asked.inference != Inference::certain) out.emplace_back("The ladder counts only what is certain, whatever the reading asked for.");
        for (const auto& n : answer_.notes) out.push_back(sentence(n));
        return out;
    }

    /// Themes that stop something first, as everywhere on the page.
    Data rows() const {
        std::vector<std::size_t> order(q_.themes.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_partition(order.begin(), order.end(), [&](std::size_t t) { return answer_.cell(t, 0, 0).stops; });
        Data out = empty_list();
        for (const auto t : order) out.push_back(row(t));
        return out;
    }

    Data row(std::size_t t) const {
        Data out, cells = empty_list();
        for (std::size_t p = 0; p < q_.places.size(); ++p) cells.push_back(cell(answer_.cell(t, p, 0), q_.places[p]));
        out["theme"] = theme_name(corpus_, q_.themes[t]);
        out["theme_stops"] = Data(answer_.cell(t, 0, 0).stops);
        out["ladder_cells"] = std::move(cells);
        const auto why = reasons(t);
        out["why"] = why.empty() ? Data(false) : Data(answer_.cell(t, 0, 0).stops ? std::string("What lifts which promise, and who could stop something") : std::string("What lifts which promise"));
        out["reasons"] = texts(why);
        return out;
    }

    Data cell(const LadderCell& c, const Id& place) const {
        Data out;
        out["of_place"] = jurisdiction_name(corpus_, place);
        out["steps"] = steps(c);
        out["span"] = span(c);
        out["top"] = c.lowest ? Data(fmt::format("{} of {} on 6", c.at(Rung::enforceable), c.promises.size())) : Data(false);
        const auto up = ascents(c.promises), filed = filings(c.promises);
        out["ascent"] = up == 0 ? Data(false) : Data(fmt::format("law to come lifts {}", up));
        out["filing"] = filed == 0 ? Data(false) : Data(fmt::format("{} by filing only", filed));
        const auto own = highest_own(c);
        out["own"] = own ? fmt::format("{}{}", number(*own), ascents(c.own) > 0 ? " ^" : "") : std::string("none");
        out["no_stop"] = Data(c.stops && c.brakes.empty());
        return out;
    }

    /// The seven rungs, with how many promises stand on each; those between lowest and highest are joined.
    static Data steps(const LadderCell& c) {
        Data out = empty_list();
        for (const Rung r : all_values<Rung>()) {
            const auto n = c.at(r);
            Data item;
            item["on"] = n == 0 ? Data(false) : Data(std::to_string(n));
            item["rung"] = std::to_string(number(r));
            item["inside"] = Data(c.lowest && *c.lowest <= r && r <= *c.highest);
            item["shade"] = fmt::format("{:.2f}", n == 0 ? 0.0 : 0.25 + 0.65 * static_cast<double>(n) / static_cast<double>(c.promises.size()));
            out.push_back(item);
        }
        return out;
    }

    /// What lifts a promise higher than it stands by itself, or will, and what could stop it.
    std::vector<std::string> reasons(std::size_t t) const {
        std::vector<std::string> out;
        for (std::size_t p = 0; p < q_.places.size(); ++p) {
            const auto& c = answer_.cell(t, p, 0);
            const auto where = q_.places.size() == 1 ? std::string() : jurisdiction_name(corpus_, q_.places[p]) + ": ";
            for (const auto& s : c.promises)
                if (s.by || s.ascent) out.push_back(where + standing(s) + ".");
            if (!c.brakes.empty()) out.push_back(fmt::format("{}a model can be stopped there under {}, which need not reach these promises.", where, brake_words(corpus_, c.brakes)));
            if (!c.brakes_without_duty.empty()) out.push_back(fmt::format("{}a stop that stands behind no duty of a developer: {}.", where, brake_words(corpus_, c.brakes_without_duty)));
        }
        for (auto& line : out) line = capital(line);
        return out;
    }
    std::string standing(const Standing& s) const {
        std::string out = fmt::format("{} stands on {} ({})", corpus_.cite(s.norm.node), number(s.rung), word(s.rung));
        if (s.by) out += fmt::format(", by {}{}", corpus_.cite(s.by->node), s.by_filing ? ", only because the document is filed under it; its maker can still change it" : "");
        if (s.ascent) out += fmt::format("; ^ to {} {}, by {}", number(s.ascent->to), s.ascent->from ? "from " + in_words(*s.ascent->from) : "on a day that is not known", corpus_.cite(s.ascent->by.node));
        return out;
    }

    const Corpus& corpus_;
    const PageContext& page_;
    const LadderAnswer& answer_;
    const LadderQuestion& q_;
};

}  // namespace

Data ladder_data(const PageContext& page) { return LadderPicture(page).run(); }

}  // namespace lacuna
