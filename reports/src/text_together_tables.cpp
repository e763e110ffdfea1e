#include <algorithm>

#include <fmt/format.h>

#include "text_together_parts.hpp"

namespace lacuna {

std::string count_words(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

namespace {

std::string name_of(const RegimeTaken& r) { return r.taken.instrument->id + "@" + r.taken.instrument->versions[static_cast<std::size_t>(r.taken.version)].id; }

/// The findings in the columns of both tables: in full, in part, maybe, nothing shared, looked at without a mapping, never looked at.
std::array<std::size_t, 6> columns(const std::array<std::size_t, 11>& found) {
    const auto n = [&](Finding f) { return found[static_cast<std::size_t>(f)]; };
    return {n(Finding::covered), n(Finding::partly) + n(Finding::at_least_partly), n(Finding::possible), n(Finding::not_covered) + n(Finding::declared_none), n(Finding::reviewed_unmapped), n(Finding::never_reviewed)};
}

std::string cells(const std::array<std::size_t, 6>& c) { return fmt::format("{:>5}{:>6}{:>7}{:>6}{:>8}{:>8}", c[0], c[1], c[2], c[3], c[4], c[5]); }

std::string head(std::string_view first, std::string_view numbers) { return fmt::format("{:<28}{:>12}{:>5}{:>6}{:>7}{:>6}{:>8}{:>8}\n", first, numbers, "full", "part", "maybe", "none", "no map", "unseen"); }

/// A name that is too long stands on a line of its own, so that numbers stay in their columns.
std::string row(const std::string& name, const std::string& numbers, const std::array<std::size_t, 6>& c) {
    const bool fits = name.size() < 28;
    return (fits ? std::string() : name + "\n") + fmt::format("{:<28}{:>12}", fits ? name : "", numbers) + cells(c) + "\n";
}

std::string regime_row(const TogetherAnswer& answer, const RegimeTaken& r) {
    std::array<std::size_t, 11> found{};
    std::size_t ask = 0;
    for (const auto d : r.duties) {
        ++found[static_cast<std::size_t>(answer.duties[d].best)];
        ask += answer.duties[d].standing.applies == Answer::yes ? 1 : 0;
    }
    return row(name_of(r), fmt::format("{:>6}{:>6}", r.duties.size(), ask), columns(found));
}

/// Has nobody looked at any duty of it?
bool unseen(const TogetherAnswer& answer, const RegimePair& p) { return p.count(Finding::never_reviewed) == answer.regimes[p.of].duties.size(); }

std::string pair_name(const TogetherAnswer& answer, const RegimePair& p, std::string_view between) {
    const auto &of = answer.regimes[p.of], &by = answer.regimes[p.by];
    if (of.taken.instrument == by.taken.instrument) return fmt::format("{}{}{}", name_of(of), between, name_of(by));
    return fmt::format("{}{}{}", of.taken.instrument->id, between, by.taken.instrument->id);
}

std::string pair_rows(const TogetherAnswer& answer) {
    std::string out;
    for (const auto& p : answer.pairs)
        if (!unseen(answer, p)) out += row(pair_name(answer, p, ", "), fmt::format("{:>12}", answer.regimes[p.of].duties.size()), columns(p.found));
    return out;
}

std::string unseen_pairs(const TogetherAnswer& answer) {
    std::vector<std::string> out;
    for (const auto& p : answer.pairs)
        if (unseen(answer, p) && !answer.regimes[p.of].duties.empty()) out.push_back(pair_name(answer, p, " by "));
    if (out.empty()) return {};
    if (out.size() == answer.pairs.size()) return wrap("Nobody has recorded a look at any of these regimes for what another asks: that so little is met is not a finding that it is not.", "", "");
    return wrap(fmt::format("Nobody has recorded a look at {}: {}. That nothing is met there is not a finding.", count_words(out.size(), "pair", "pairs"), join(out, "; ")), "", "");
}

}  // namespace

std::string together_counts(const TogetherAnswer& answer) {
    const auto all = answer.duties.size(), actions = answer.plan.actions.size();
    const auto asking = std::count_if(answer.duties.begin(), answer.duties.end(), [](const RegimeDuty& d) { return d.standing.applies == Answer::yes; });
    const auto full = std::count_if(answer.duties.begin(), answer.duties.end(), [](const RegimeDuty& d) { return d.best == Finding::covered; });
    std::string out = fmt::format("{} of {} ({} by their dates certain to apply now), {} of them parts of others: {} to do one by one. ", count_words(all, "duty", "duties"), count_words(answer.regimes.size(), "regime", "regimes"), asking, all - answer.wholes, answer.wholes);
    if (actions == answer.wholes && full == 0) out += "No duty is certain to be met in full by doing one of another regime, so no action is saved.";
    else if (actions == answer.wholes) out += fmt::format("{} certain to be met in full by doing one of another regime, but no whole action is saved: {}.", full == 1 ? "1 duty is" : fmt::format("{} duties are", full), answer.looks.empty() ? "what they are parts of asks more" : "what they are parts of asks more, or somebody must look first");
    else out += fmt::format("{} {} all of them, as far as what must be done goes: {} fewer.", count_words(actions, "action", "actions"), actions == 1 ? "meets" : "meet", answer.wholes - actions);
    if (actions != answer.wholes) out += answer.plan.exact ? " With fewer, not all would be certain to be met." : fmt::format(" Found by always taking the duty that meets most; at least {} are needed.", answer.plan.at_least);
    std::size_t others = 0;
    for (const auto& r : answer.regimes) others += r.others;
    if (others > 0) out += fmt::format(" Left out: {}.", count_words(others, "duty of somebody else", "duties of others"));
    else if (!answer.developer) out += " Nobody is named, so duties of authorities are among them; --lab PARTY leaves out what is not its business.";
    return wrap(out, "", "");
}

std::string together_tables(const TogetherAnswer& answer, const TextStyle& style) {
    std::string out = painted(head("regime", "duties apply"), "1", style);
    for (const auto& r : answer.regimes) out += regime_row(answer, r);
    out += wrap("How far a duty of any other regime meets it: in full, in part, maybe, shares nothing, looked at and nothing mapped, or never looked at.", "", "") + "\n";
    const auto rows = answer.regimes.size() > 2 ? pair_rows(answer) : std::string();
    if (!rows.empty()) out += painted(head("of, by", "duties"), "1", style) + rows + "\n";
    const auto pairs = unseen_pairs(answer);
    return out + pairs + (pairs.empty() ? "" : "\n");
}

}  // namespace lacuna
