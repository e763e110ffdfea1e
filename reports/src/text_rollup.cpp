#include <fmt/format.h>

#include "text_parts.hpp"
#include "text_rollup.hpp"

namespace lacuna {
namespace {

constexpr std::size_t name_width = 34;

std::string number(std::size_t n) { return n == 0 ? "-" : std::to_string(n); }

std::string row(const std::string& name, const Share& s) {
    using F = Finding;
    const std::size_t touched = s.count(F::partly) + s.count(F::at_least_partly), open = s.count(F::possible) + s.count(F::undetermined);
    const std::size_t none = s.count(F::not_covered) + s.count(F::declared_none) + s.count(F::reviewed_unmapped);
    std::string out = name.size() > name_width ? wrap(name, "  ", "  ") + fmt::format("  {:<{}}", "", name_width) : fmt::format("  {:<{}}", name, name_width);
    return out + fmt::format("{:>6}{:>8}{:>8}{:>6}{:>5}{:>6}{:>5}\n", s.duties, number(s.covered), number(s.count(F::covered)), number(touched), number(open), number(none), number(s.count(F::never_reviewed)));
}

std::string table(std::string_view title, const Assessment& answer, const std::vector<Group>& groups, const TextStyle& style) {
    std::string out = heading(title, style) + fmt::format("  {:<{}}{:>6}{:>8}{:>8}{:>6}{:>5}{:>6}{:>5}\n", "", name_width, "duties", "covered", "con-", "in", "pos-", "no", "not");
    out += fmt::format("  {:<{}}{:>6}{:>8}{:>8}{:>6}{:>5}{:>6}{:>5}\n", "", name_width, "", "fully", "tained", "part", "sib.", "map", "seen");
    for (const auto& g : groups) out += row(g.name, share_of(answer, g));
    return out + "\n";
}

}  // namespace

std::string rollup_text(const Corpus& corpus, const Assessment& answer, const TextStyle& style) {
    if (answer.targets.size() < 2) return {};
    return table("By chapter", answer, by_chapter(corpus, answer), style) + table("By theme", answer, by_theme(corpus, answer), style) +
           wrap(fmt::format("covered fully: on every aspect; contained: the duty is, something else is open or short; in part: {}; no map: compared, and nothing found; not seen: nobody has compared them.", answer.question.inference == Inference::certain ? "for certain" : "for certain, or where any chain counts"), "", "") + "\n";
}

}  // namespace lacuna
