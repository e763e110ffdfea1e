// Who holds the pen, and who enforces the pause: commitments down, functions across, in each cell whose hands they are in.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "oversight_words.hpp"
#include "page_parts.hpp"
#include "page_picture.hpp"

namespace lacuna {
namespace {

std::string_view function_question(Function f) {
    switch (f) {
        case Function::draft: break;
        case Function::define: return "sets the line";
        case Function::evaluate: return "runs the tests";
        case Function::judge: return "says the line is crossed";
        case Function::accept: return "says safeguards suffice";
        case Function::verify: return "checks it was kept";
        case Function::amend: return "can rewrite it";
        case Function::enforce: return "makes it happen";
    }
    return {};
}

/// "1 commitment stops", "3 commitments stop".
std::string do_(std::size_t n, std::string_view one, std::string_view more) { return fmt::format("{} {}", n, n == 1 ? one : more); }


class PenPicture {
public:
    explicit PenPicture(const PageContext& page) : corpus_(page.corpus), page_(page), pens_(page.input.pen.pens) {}

    Data run() const {
        if (pens_.empty()) return Data(false);
        Data out;
        out["lead"] = runs(lead());
        const auto stopping = pause();
        out["any_pause"] = Data(!stopping.empty());
        out["pause"] = runs(stopping);
        out["pen_rule"] = std::string(rule_words(page_.input.pen.rule)) + ".";
        put_hardening(out);
        out["symbols"] = seat_symbols();
        out["pen_legend"] = legend();
        out["heads"] = heads();
        out["everything"] = everything();
        out["tables"] = tables();
        return out;
    }

private:
    std::string lead() const {
        const auto n = count_intents(page_.input.pen);
        const auto counted = static_cast<std::size_t>(std::count_if(pens_.begin(), pens_.end(), [](const Pen& p) { return p.held_by_law(); }));
        const auto touched = static_cast<std::size_t>(std::count_if(pens_.begin(), pens_.end(), [](const Pen& p) { return !p.law.empty() && !p.held_by_law(); }));
        std::string out = fmt::format("{} can be made void without anybody outside the lab: {}.", n.must == n.all && n.all > 1 ? fmt::format("All {} commitments", strong(n.all)) : fmt::format("{} of {}", strong(n.must == 0 ? "None" : std::to_string(n.must)), commitments(n.all)),
                                      n.must == 1 ? "a statement of intent, not a constraint" : "statements of intent, not constraints");
        if (n.must == 0) out = fmt::format("{} of {} can be made void, for certain, without anybody outside the lab.", strong("None"), commitments(n.all));
        if (n.may < n.must) out += fmt::format(" Only if those who may act choose to, {} of them cannot.", strong(n.must - n.may));
        if (n.open > 0) out += fmt::format(" For {}{} that is not excluded, because it is not stated, or not known, who holds some function.", strong(n.open), n.must > 0 ? " more" : "");
        out += counted == 0 ? fmt::format(" Law puts a hand that counts on {} of them.", strong("none")) : fmt::format(" Law puts a hand that counts on {}.", strong(counted));
        if (touched > 0) out += fmt::format(" On {} an authority has power over a part, which is not counted.", strong(touched));
        return out;
    }

    /// Who makes it happen, for what stops something; empty where nothing does.
    std::string pause() const {
        std::array<std::size_t, Words<Seat>::table.size()> counts{};
        std::size_t all = 0;
        for (std::size_t i = 0; i < pens_.size(); ++i) {
            if (!page_.survey.entries[i].stops) continue;
            ++all;
            ++counts[static_cast<std::size_t>(pens_[i].seat(Function::enforce))];
        }
        if (all == 0) return {};
        const auto at = [&](Seat s) { return counts[static_cast<std::size_t>(s)]; };
        std::vector<std::string> hands;
        const auto say = [&](std::size_t n, std::string_view words) {
            if (n > 0) hands.push_back(fmt::format("for {} {}", strong(n), words));
        };
        say(at(Seat::self) + at(Seat::inside), "the lab itself");
        say(at(Seat::chosen), "somebody whom the lab picked");
        say(at(Seat::outside), "somebody outside");
        say(at(Seat::law), "somebody whom law has put there");
        say(at(Seat::nobody), "nobody");
        say(at(Seat::unknown), "it is not known");
        say(at(Seat::not_applicable), "it does not apply");
        return fmt::format("{} of them would stop something: training, release or the keeping of weights. Who makes that happen? {}{}.", strong(all), capital(listed(hands)), at(Seat::law) == 0 ? fmt::format("; law has put {} there", strong("nobody")) : "");
    }

    void put_hardening(Data& out) const {
        Data list = empty_list();
        for (const auto& h : hardenings(corpus_, page_.input.pen)) {
            Data item;
            item["quote"] = hardening_words(corpus_, h);
            item["reaches"] = do_(h.rules, "commitment of this page stands in that document and is reached so.", "commitments of this page stand in that document and are reached so.");
            list.push_back(item);
        }
        out["any_hardening"] = Data(list.is_non_empty_list());
        out["hardening"] = std::move(list);
    }

    static Data legend() {
        Data out = empty_list();
        for (const Seat s : all_values<Seat>()) {
            Data item;
            item["glyph"] = seat_glyph(s);
            item["seat_word"] = seat_title(s);
            item["seat_words"] = seat_words(s);
            out.push_back(item);
        }
        return out;
    }

    static Data heads() {
        Data out = empty_list();
        for (const Function f : shown_functions) {
            Data item;
            item["function"] = capital(std::string(word(f)));
            item["asks"] = std::string(function_question(f));
            out.push_back(item);
        }
        return out;
    }

    /// In figures what the bar shows, from above.
    static Data tally(const std::array<std::size_t, Words<Seat>::table.size()>& counts) {
        Data out = empty_list();
        for (std::size_t i = counts.size(); i-- > 0;) {
            if (counts[i] == 0) continue;
            Data item;
            item["glyph"] = seat_glyph(static_cast<Seat>(i));
            item["seat_word"] = static_cast<Seat>(i) == Seat::not_applicable ? std::string("does not apply") : seat_title(static_cast<Seat>(i));
            item["seat_count"] = std::to_string(counts[i]);
            out.push_back(item);
        }
        return out;
    }

    /// One bar a function over all commitments, each once.
    Data everything() const {
        Data out, bars = empty_list();
        for (const Function f : shown_functions) {
            std::array<std::size_t, Words<Seat>::table.size()> counts{};
            for (const auto& p : pens_) ++counts[static_cast<std::size_t>(p.seat(f))];
            Data item;
            item["column"] = seat_column(counts);
            item["tally"] = tally(counts);
            bars.push_back(item);
        }
        out["all_title"] = pens_.size() == 1 ? std::string("The one commitment") : fmt::format("All {}, each once", commitments(pens_.size()));
        out["bars"] = std::move(bars);
        return out;
    }

    /// What stops something in one table, open; every other theme in one of its own, closed, unless nothing stops anything.
    Data tables() const {
        Data out = empty_list(), stopping = empty_list();
        const auto& themes = page_.survey.themes;
        std::size_t stops = 0;
        for (std::size_t t = 0; t < themes.size(); ++t) {
            const auto rows = rows_of(t);
            if (rows.empty()) continue;
            if (themes[t].stops) {
                stops += rows.size();
                stopping.push_back(group(themes[t], rows));
                continue;
            }
            if (stopping.is_non_empty_list()) out.push_back(table(std::exchange(stopping, empty_list()), stopping_title(stops), true));
            Data groups = empty_list();
            groups.push_back(group(themes[t], rows));
            out.push_back(table(std::move(groups), fmt::format("{}: {}", themes[t].name, commitments(rows.size())), !out.is_non_empty_list() && stops == 0));
        }
        if (stopping.is_non_empty_list()) out.push_back(table(std::move(stopping), stopping_title(stops), true));
        return out;
    }
    static std::string stopping_title(std::size_t n) { return n == 1 ? "The commitment that stops something" : fmt::format("The {} commitments that stop something", n); }

    /// The commitments that are described under this theme: pens stand in the order of the targets, as entries do.
    std::vector<std::size_t> rows_of(std::size_t theme) const {
        std::vector<std::size_t> out;
        for (const auto i : page_.survey.themes[theme].entries)
            if (page_.survey.entries[i].home == theme) out.push_back(i);
        std::sort(out.begin(), out.end());
        return out;
    }

    static Data table(Data groups, const std::string& title, bool open) {
        Data out;
        out["table_title"] = title;
        out["open"] = Data(open);
        out["groups"] = std::move(groups);
        return out;
    }

    Data group(const ThemeView& theme, const std::vector<std::size_t>& rows) const {
        Data out, list = empty_list();
        for (const auto i : rows) list.push_back(pen_row_data(page_, pens_[i]));
        out["group_name"] = theme.name;
        out["group_stops"] = Data(theme.stops);
        out["rows"] = std::move(list);
        return out;
    }

    const Corpus& corpus_;
    const PageContext& page_;
    const std::vector<Pen>& pens_;
};

}  // namespace

Data pen_data(const PageContext& page) { return PenPicture(page).run(); }

}  // namespace lacuna
