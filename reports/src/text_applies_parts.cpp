#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "text_applies.hpp"
#include "text_parts.hpp"

namespace lacuna {
namespace {

constexpr std::size_t name_width = 20;

std::string number(std::size_t n) { return n == 0 ? "-" : std::to_string(n); }

/// Of the duties that ask, will, or may: how many can be enforced now, and of how many that is open.
std::string enforceable(const Regime& r) {
    std::size_t now = 0, open = 0;
    for (const auto& d : r.duties) {
        if (d.answer == Applicability::no) continue;
        if (d.enforcement.now == Answer::yes) ++now;
        if (d.enforcement.now == Answer::undetermined) ++open;
    }
    if (now == 0 && open == 0) return "none";
    return now == 0 ? fmt::format("open: {}", open) : open == 0 ? std::to_string(now) : fmt::format("{}, open: {}", now, open);
}

std::string row(const Regime& r) {
    using A = Applicability;
    const std::string& name = r.instrument->name();
    std::string out = fmt::format("  {:<{}}", name, name_width);
    if (name.size() > name_width) out += fmt::format("\n  {:<{}}", "", name_width);
    if (r.duties.empty()) return out + fmt::format("  no duty here{} (why: --of {})\n", r.powers.empty() ? "" : ", but powers", r.instrument->id);
    constexpr std::array<std::pair<A, int>, 6> columns{{{A::applies, 5}, {A::presumed, 7}, {A::on_event, 7}, {A::later, 6}, {A::undetermined, 9}, {A::no, 6}}};
    for (const auto& [answer, width] : columns) out += fmt::format("{:>{}}", number(r.count(answer)), width);
    return out + "  " + enforceable(r) + "\n";
}

constexpr std::string_view not_so = "it is not so that ", not_done = "not done, as far as was known";

/// `denied`: taken as not so, and said with a "not" of its own.
enum class Kind { act, no, denied, yes };

Kind kind_of(const std::string& assumed) {
    if (assumed.starts_with(not_done)) return Kind::act;
    if (assumed.starts_with(not_so)) return Kind::no;
    return assumed.substr(0, assumed.rfind(" [")).find(" not ") == std::string::npos ? Kind::yes : Kind::denied;
}

std::vector<std::string> of_kind(const std::vector<std::string>& assumed, Kind kind) {
    std::vector<std::string> out;
    std::copy_if(assumed.begin(), assumed.end(), std::back_inserter(out), [&](const std::string& s) { return kind_of(s) == kind; });
    return out;
}

/// "not done, as far as was known on 1 October 2026: X" under a heading that says the first half.
void list_acts(const std::vector<std::string>& acts, std::string& out) {
    std::vector<std::string> heads;
    for (const auto& a : acts) {
        const auto head = a.substr(0, a.find(": "));
        if (std::find(heads.begin(), heads.end(), head) == heads.end()) heads.push_back(head);
    }
    for (const auto& h : heads) {
        out += fmt::format("  {}:\n", "by authorities " + h);
        for (const auto& a : acts)
            if (a.starts_with(h + ": ")) out += wrap(a.substr(h.size() + 2), "    - ", "      ");
    }
}

void list_under(std::string_view title, const std::vector<std::string>& lines, std::string_view cut, std::string& out) {
    if (lines.empty()) return;
    const bool all_cut = std::all_of(lines.begin(), lines.end(), [&](const std::string& l) { return l.starts_with(cut); });
    out += fmt::format("  {}:\n", title);
    for (const auto& l : lines) out += wrap(all_cut ? l.substr(cut.size()) : l, "    - ", "      ");
}

}  // namespace

std::string summary_table(const AppliesAnswer& answer, const TextStyle& style) {
    if (answer.regimes.empty()) return "\nNo law in scope stands on this date or is made for a later one.\n";
    std::string out = "\n" + heading("Number of duties, by what they do on this day", style);
    out += fmt::format("  {:<{}}{:>5}{:>7}{:>7}{:>6}{:>9}{:>6}  {}\n", "", name_width, "ask", "pre-", "on an", "will", "undeter-", "do", "can be");
    out += fmt::format("  {:<{}}{:>5}{:>7}{:>7}{:>6}{:>9}{:>6}  {}\n", "", name_width, "now", "sumed", "event", "ask", "mined", "not", "enforced");
    for (const auto& r : answer.regimes) out += row(r);
    out += "  \"Can be enforced\" counts duties that ask, or may ask, by today's sanctions.\n";
    return out;
}

std::string headroom_text(const Corpus& corpus, const AppliesAnswer& answer, const TextStyle& style) {
    if (answer.headroom.empty()) return {};
    std::string out = "\n" + heading("Headroom to the thresholds", style), fact;
    const auto same = [](const Headroom& a, const Headroom& b) { return a.fact == b.fact && a.threshold == b.threshold && a.passed == b.passed && a.times == b.times; };
    const auto& list = answer.headroom;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto& h = list[i];
        if (std::any_of(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i), [&](const Headroom& x) { return same(x, h); })) continue;
        if (h.fact != fact) out += wrap(fmt::format("{}: {}", h.fact, h.known.empty() ? "unknown" : "now " + h.known), "  ", "    ");
        fact = h.fact;
        std::vector<std::string> cites;
        for (const auto& x : list)
            if (same(x, h)) cites.push_back(corpus.cite(x.rule));
        const std::string verdict = h.passed == Answer::yes ? "passed" : h.passed == Answer::no ? "not reached" : "open";
        out += wrap(fmt::format("{}: {}{} ({})", h.threshold, verdict, h.times.empty() ? "" : fmt::format("; the line is {} times what is known", h.times), join(cites, "; ")), "    ", "      ");
    }
    return out;
}

std::string assumed_summary(const std::vector<std::string>& assumed) {
    std::vector<std::string> parts;
    for (const auto& y : of_kind(assumed, Kind::yes)) parts.push_back(y);
    const auto acts = of_kind(assumed, Kind::act).size(), no = of_kind(assumed, Kind::no).size() + of_kind(assumed, Kind::denied).size();
    if (acts > 0) parts.push_back(acts == 1 ? "an act of an authority is taken as not done" : fmt::format("{} acts of authorities are taken as not done", acts));
    if (no > 0) parts.push_back(no == 1 ? "one ground that could take a duty away is taken as not met" : fmt::format("{} grounds that could take a duty away are taken as not met", no));
    return join(parts, "; ") + ". All are listed at the end.";
}

std::string assumed_text(const AppliesAnswer& answer, const TextStyle& style) {
    if (answer.assumed.empty()) return {};
    std::string out = "\n" + heading("What was assumed", style);
    out += "  Nothing is known of these; each is taken in the way that adds duties.\n";
    auto so = of_kind(answer.assumed, Kind::yes);
    for (auto& d : of_kind(answer.assumed, Kind::denied)) so.push_back(std::move(d));
    list_under("taken as so", so, "", out);
    list_acts(of_kind(answer.assumed, Kind::act), out);
    list_under("taken as not so", of_kind(answer.assumed, Kind::no), not_so, out);
    return out;
}

}  // namespace lacuna
