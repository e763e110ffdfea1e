#include <fmt/format.h>

#include "text_parts.hpp"
#include "text_rollup.hpp"

namespace lacuna {
namespace {

constexpr std::size_t name_width = 34;

std::string number(std::size_t n) { return n == 0 ? "-" : std::to_string(n); }

std::string row(const Share& s) {
    using F = Finding;
    const std::size_t touched = s.count(F::partly) + s.count(F::at_least_partly), open = s.count(F::possible) + s.count(F::undetermined);
    const std::size_t none = s.count(F::not_covered) + s.count(F::declared_none) + s.count(F::reviewed_unmapped);
    std::string out = s.name.size() > name_width ? wrap(s.name, "  ", "  ") + fmt::format("  {:<{}}", "", name_width) : fmt::format("  {:<{}}", s.name, name_width);
    return out + fmt::format("{:>6}{:>8}{:>8}{:>6}{:>5}{:>6}{:>5}\n", s.duties, number(s.covered), number(s.count(F::covered)), number(touched), number(open), number(none), number(s.count(F::never_reviewed)));
}

std::string table(std::string_view title, const std::vector<Share>& shares, const TextStyle& style) {
    std::string out = heading(title, style) + fmt::format("  {:<{}}{:>6}{:>8}{:>8}{:>6}{:>5}{:>6}{:>5}\n", "", name_width, "duties", "covered", "con-", "in", "pos-", "no", "not");
    out += fmt::format("  {:<{}}{:>6}{:>8}{:>8}{:>6}{:>5}{:>6}{:>5}\n", "", name_width, "", "fully", "tained", "part", "sib.", "map", "seen");
    for (const auto& s : shares) out += row(s);
    return out + "\n";
}

}  // namespace

std::string rollup_text(const Corpus& corpus, const Assessment& answer, const TextStyle& style) {
    if (answer.targets.size() < 2) return {};
    return table("By chapter", by_chapter(corpus, answer), style) + table("By theme", by_theme(corpus, answer), style) +
           wrap("covered fully: on every aspect; contained: the duty is, something else is open or short; in part: for certain; no map: compared, and nothing found; not seen: nobody has compared them.", "", "") + "\n";
}

}  // namespace lacuna
