#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace lacuna {

/// An exact decimal number of any size; 1e25 is exactly ten to the 25th, never a neighbouring binary fraction.
class Decimal {
public:
    Decimal() = default;  ///< zero

    /// Reads `[+-]digits[.digits][e[+-]digits]`; nothing for anything else, or for a number beyond 10^±10000.
    static std::optional<Decimal> parse(std::string_view text);

    /// Shortest exact form that `parse` reads back: "1e25", "15000000", "0.5".
    std::string str() const;
    /// Form for readers: "10^25", "2.1 x 10^25", "15 000 000", "0.5".
    std::string pretty() const;

    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) = default;

private:
    bool negative_ = false;
    std::string digits_;  ///< significant digits without zeros at either end; empty is zero
    int point_ = 0;       ///< the value is 0.digits × 10^point
};

}  // namespace lacuna
