#pragma once
// The drawings of the page, as inline SVG. Every fill is a colour and a pattern; every drawing carries its meaning in words.

#include <string>

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
/// A part of a whole in percent: 0 and 100 only where they are exact.
int percent(std::size_t part, std::size_t whole);

}  // namespace lacuna
