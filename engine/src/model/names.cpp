#include "lacuna/names.hpp"

#include <algorithm>

namespace lacuna {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::optional<std::string> near_name(std::string_view wanted, const std::vector<std::string>& candidates) {
    // Very long names come only from hostile input; comparing them with everything would cost more than the help is worth.
    if (wanted.empty() || wanted.size() > 200 || candidates.size() > 5000) return std::nullopt;
    std::optional<std::string> best;
    std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        const std::size_t gap = candidate.size() > wanted.size() ? candidate.size() - wanted.size() : wanted.size() - candidate.size();
        if (gap >= best_distance) continue;
        const std::size_t distance = edit_distance(wanted, candidate);
        if (distance < best_distance || (distance == best_distance && best && candidate < *best)) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::string near_or(std::string_view wanted, const std::vector<std::string>& candidates, std::string otherwise) {
    const auto near = near_name(wanted, candidates);
    return near ? "did you mean '" + *near + "'?" : std::move(otherwise);
}

std::string excerpt(std::string_view text) {
    std::string line(text);
    std::replace_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    if (line.size() <= 60) return line;
    std::size_t end = 57;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    return line.substr(0, end) + "...";
}

std::string join(const std::vector<std::string>& words, std::string_view separator) {
    std::string out;
    for (const auto& w : words) {
        if (!out.empty()) out += separator;
        out += w;
    }
    return out;
}

}  // namespace lacuna
