#pragma once
// Figures as a table prints them. Exact arithmetic on digits: nothing here passes through a binary fraction.

#include <optional>
#include <string>
#include <string_view>

#include "lacuna/situation.hpp"

namespace lacuna::importers {

/// A number that is not negative: digits × 10^exponent, without zeros at either end of the digits; no digits: zero.
struct Figure {
    std::string digits;
    int exponent = 0;
    friend bool operator==(const Figure&, const Figure&) = default;
};

/// Reads what `Decimal::parse` reads; nothing for anything else, or for a negative number.
std::optional<Figure> figure_of(std::string_view printed);

/// Without the noise that the table's software left at the end: three or more zeros and a last 1 (6.000001e+24), six or more zeros
/// and one or two last digits (5.0000000000000004e+22), six or more nines and up to two more digits (3.3499999999999998e+25).
Figure without_noise(Figure figure);

/// Rounded to two significant digits, half away from zero; shorter ones stay.
Figure to_two_digits(Figure figure);

Figure times(const Figure& figure, int factor);
/// Divided; where that does not come out within six significant digits, the next lower number that does.
Figure over(const Figure& figure, int factor);

/// "1.05e25", "5e26", "0": exactly the digits that count. At least `digits` of them, zeros added.
std::string to_string(const Figure& figure, std::size_t digits = 1);

}  // namespace lacuna::importers
