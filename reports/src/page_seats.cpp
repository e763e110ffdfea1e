// The seats as drawings: what is square is in the lab's hands, what is round is in hands outside it; a cross is nobody.

#include <fmt/format.h>

#include "page_picture.hpp"

namespace lacuna {
namespace {

/// Inside a square of 20 by 20.
const char* drawing(Seat seat) {
    switch (seat) {
        case Seat::self: return R"(<rect x="1.5" y="1.5" width="17" height="17" class="c-alone"/>)";
        case Seat::inside: return R"(<rect x="2.5" y="2.5" width="15" height="15" class="edge e-alone"/><rect x="6" y="6" width="8" height="8" class="c-alone"/>)";
        case Seat::chosen: return R"(<rect x="2.5" y="2.5" width="15" height="15" class="edge e-alone"/><path d="M2 2v16h16z" class="c-alone"/>)";
        case Seat::outside: return R"(<circle cx="10" cy="10" r="7.5" class="edge e-law thick"/>)";
        case Seat::law: return R"(<circle cx="10" cy="10" r="9.5" class="c-law"/><text x="10" y="14.2" text-anchor="middle" class="in-seat">§</text>)";
        case Seat::nobody: return R"(<path d="M3 3 17 17M17 3 3 17" class="edge e-ink thick"/>)";
        case Seat::unknown: return R"(<text x="10" y="16" text-anchor="middle" class="query">?</text>)";
        case Seat::not_applicable: break;
    }
    return R"(<circle cx="10" cy="10" r="1.7" class="c-unseen"/>)";
}

/// What the part of a bar is filled with, by the same order of tints and lines as the drawings.
std::string tile(Seat seat) {
    const auto tiled = [&](const char* paint, const char* lines) {
        return fmt::format(R"(<pattern id="seat-fill-{}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="{}"/>{}</pattern>)", word(seat), paint, lines);
    };
    switch (seat) {
        case Seat::self: return tiled("c-alone", "");
        case Seat::inside: return tiled("c-alone", R"(<rect x="1.5" y="1.5" width="3" height="3" class="dot"/>)");
        case Seat::chosen: return tiled("c-alone", R"(<path d="M0 6 6 0M-1 1 1-1M5 7 7 5" class="on-fill"/>)");
        case Seat::outside: return tiled("c-law", R"(<circle cx="3" cy="3" r="1.7" class="dot"/>)");
        case Seat::law: return tiled("c-law", "");
        case Seat::nobody: return tiled("c-paper", R"(<path d="M0 0 6 6M-1 5 1 7M5-1 7 1M0 6 6 0M-1 1 1-1M5 7 7 5" class="edge e-ink fine"/>)");
        case Seat::unknown: return tiled("c-paper", R"(<path d="M3 0v6" class="edge e-unseen"/>)");
        case Seat::not_applicable: break;
    }
    return tiled("c-paper", R"(<circle cx="3" cy="3" r=".7" class="c-unseen"/>)");
}

}  // namespace

std::string seat_symbols() {
    std::string symbols, tiles;
    for (const Seat s : all_values<Seat>()) {
        symbols += fmt::format(R"(<symbol id="seat-{}" viewBox="0 0 20 20">{}</symbol>)", word(s), drawing(s));
        tiles += tile(s);
    }
    return fmt::format(R"(<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>{}{}</defs></svg>)", tiles, symbols);
}

std::string seat_glyph(Seat seat) { return fmt::format(R"(<svg class="glyph" viewBox="0 0 20 20" aria-hidden="true"><use href="#seat-{}"/></svg>)", word(seat)); }

std::string seat_title(Seat seat) {
    switch (seat) {
        case Seat::self: return "itself";
        case Seat::inside: return "its own";
        case Seat::chosen: return "picked";
        case Seat::outside: return "outside";
        case Seat::law: return "law";
        case Seat::nobody: return "nobody";
        case Seat::unknown: return "not known";
        case Seat::not_applicable: break;
    }
    return "–";
}

std::string seat_words(Seat seat) {
    switch (seat) {
        case Seat::self: return "the lab, and nobody else";
        case Seat::inside: return "an organ of the lab, or somebody who belongs to it";
        case Seat::chosen: return "somebody else, picked by the lab";
        case Seat::outside: return "somebody outside, by the document's own choice";
        case Seat::law: return "somebody whom law has put there";
        case Seat::nobody: return "nobody does it";
        case Seat::unknown: return "the document does not say, or it is not known";
        case Seat::not_applicable: break;
    }
    return "does not apply";
}

std::string seat_column(const std::array<std::size_t, Words<Seat>::table.size()>& counts) {
    std::size_t total = 0;
    for (const auto n : counts) total += n;
    std::string parts;
    double y = 100;  // from the bottom: the lab's own hands are what the rest stands on
    for (const Seat s : all_values<Seat>()) {
        const auto n = counts[static_cast<std::size_t>(s)];
        if (n == 0) continue;
        const double height = 100 * static_cast<double>(n) / static_cast<double>(total);
        y -= height;
        parts += fmt::format(R"~(<rect x="0" y="{:.2f}" width="44" height="{:.2f}" fill="url(#seat-fill-{})"/>)~", y, height, word(s));
        if (y > 0.01) parts += fmt::format(R"(<path d="M0 {:.2f}h44" class="edge e-ink fine"/>)", y);
    }
    return fmt::format(R"(<svg class="column" viewBox="0 0 44 100" aria-hidden="true">{}<rect x=".5" y=".5" width="43" height="99" class="frame"/></svg>)", parts);
}

std::string failure_bar(std::size_t part, std::size_t whole, bool outside) {
    const double width = whole == 0 ? 0 : 300 * static_cast<double>(part) / static_cast<double>(whole);
    return fmt::format(R"~(<svg class="failure" viewBox="0 0 300 14" aria-hidden="true"><rect x="0" y="0" width="{:.2f}" height="14" fill="url(#seat-fill-{})"/><rect x=".5" y=".5" width="299" height="13" class="frame"/></svg>)~", width,
                       word(outside ? Seat::outside : Seat::self));
}

}  // namespace lacuna
