#pragma once
// The drawings of the page, as inline SVG. Every fill is a colour and a pattern; every drawing carries its meaning in words.

#include <string>

#include "lacuna/pen.hpp"
#include "page_backing.hpp"

namespace lacuna {

/// The patterns that the drawings share; stands once, before them.
std::string picture_patterns();
/// One bar, cut in proportion to the tally.
std::string backing_bar(const Tally& tally);
/// A square of the pattern that the bar uses.
std::string backing_swatch(Backing backing);
/// A bar for the share that rests on the promise alone, and behind it what nobody looked at.
std::string alone_bar(const Tally& tally);
/// The drawings of the seats, to be used by `seat_glyph`; they stand once, before it. Square: the lab's hands; round: hands outside it.
std::string seat_symbols();
std::string seat_glyph(Seat seat);
/// The word that stands under the drawing, and what it means.
std::string seat_title(Seat seat);
std::string seat_words(Seat seat);
/// A standing bar, cut in proportion to how many commitments are in which seat.
std::string seat_column(const std::array<std::size_t, Words<Seat>::table.size()>& counts);
/// A lying bar of a part of a whole, in the pattern of the lab's hands or of hands outside.
std::string failure_bar(std::size_t part, std::size_t whole, bool outside);
/// A part of a whole in percent: 0 and 100 only where they are exact.
int percent(std::size_t part, std::size_t whole);

}  // namespace lacuna
