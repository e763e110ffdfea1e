#include "page_picture.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace lacuna {
namespace {

/// A tile of 6 by 6 in the backing's colour, drawn over with lines or dots in the colour of the paper.
std::string pattern(Backing backing, const char* drawing) {
    return fmt::format(R"(<pattern id="fill-{0}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="c-{0}"/>{1}</pattern>)", word(backing), drawing);
}

std::string rect(double x, double width, double height, Backing backing) {
    return fmt::format(R"~(<rect x="{:.2f}" y="0" width="{:.2f}" height="{}" fill="url(#fill-{})"/>)~", x, width, height, word(backing));
}

double share(std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

int percent(std::size_t part, std::size_t whole) {
    if (part == 0 || whole == 0) return 0;
    if (part == whole) return 100;
    return static_cast<int>(std::clamp<std::size_t>((100 * part + whole / 2) / whole, 1, 99));
}

std::string picture_patterns() {
    return R"(<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>)" + pattern(Backing::law, "") +
           pattern(Backing::duty, R"(<path d="M0 3h6" class="on-fill"/>)") + pattern(Backing::part, R"(<path d="M0 6 6 0M-1 1 1-1M5 7 7 5" class="on-fill"/>)") +
           pattern(Backing::power, R"(<path d="M0 3h6M3 0v6" class="on-fill thin"/>)") +
           pattern(Backing::code, R"(<circle cx="3" cy="3" r="1.3" class="dot"/>)") + pattern(Backing::alone, R"(<path d="M0 0 6 6M-1 5 1 7M5-1 7 1" class="on-fill thin"/>)") +
           pattern(Backing::unseen, R"(<path d="M3 0v6" class="on-fill wide"/>)") + "</defs></svg>";
}

std::string backing_bar(const Tally& tally) {
    std::string words, parts;
    double x = 0;
    for (const Backing b : all_backings) {
        const double width = 600 * share(tally.at(b), tally.total);
        words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", backing_title(b), tally.at(b));
        if (tally.at(b) > 0) parts += rect(x, width, 26, b);
        x += width;
    }
    return fmt::format(R"(<svg class="bar" viewBox="0 0 600 26" role="img" aria-label="{}">{}<rect x=".5" y=".5" width="599" height="25" class="frame"/></svg>)", words, parts);
}

std::string backing_swatch(Backing backing) {
    return fmt::format(R"(<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">{}<rect x=".5" y=".5" width="15" height="15" class="frame"/></svg>)", rect(0, 16, 16, backing));
}

std::string alone_bar(const Tally& tally) {
    const auto alone = tally.at(Backing::alone), unseen = tally.at(Backing::unseen);
    const double first = 100 * share(alone, tally.total), second = 100 * share(unseen, tally.total);
    std::string parts;
    if (alone > 0) parts += rect(0, first, 12, Backing::alone);
    if (unseen > 0) parts += rect(first, second, 12, Backing::unseen);
    return fmt::format(R"(<svg class="share" viewBox="0 0 100 12" aria-hidden="true">{}<rect x=".5" y=".5" width="99" height="11" class="frame"/></svg>)", parts);
}

}  // namespace lacuna
