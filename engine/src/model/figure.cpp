// What a figure means as it is written: exact, or rounded to its last digit.

#include <charconv>

#include <fmt/format.h>

#include "lacuna/situation.hpp"

namespace lacuna {
namespace {

/// A decimal as written, taken apart: digits without a point, and the power of ten of the last one.
struct Written {
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

Written taken_apart(std::string_view text) {
    Written w;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
        w.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
        auto tail = text.substr(e + 1);
        if (tail.starts_with('+')) tail.remove_prefix(1);
        std::from_chars(tail.data(), tail.data() + tail.size(), w.exponent);
        text = text.substr(0, e);
    }
    const auto point = text.find('.');
    w.digits = std::string(text.substr(0, point));
    if (point != std::string_view::npos) {
        w.digits += text.substr(point + 1);
        w.exponent -= static_cast<int>(text.size() - point - 1);
    }
    return w;
}

/// One less; precondition: not all digits are 0.
std::string one_less(std::string digits) {
    auto i = digits.size() - 1;
    for (; digits[i] == '0'; --i) digits[i] = '9';
    --digits[i];
    return digits;
}

}  // namespace

Precision precision_as_written(std::string_view text) { return text.find_first_of(".eE") == std::string_view::npos ? Precision::exact : Precision::rounded; }

Interval figure(std::string_view text, Precision precision) {
    if (precision == Precision::exact) {
        const auto value = Decimal::parse(text);
        return {value, value, false, false};
    }
    const auto w = taken_apart(text);
    const bool zero = w.digits.find_first_not_of('0') == std::string::npos;
    const auto number = [&](const std::string& digits, bool negative) { return Decimal::parse(fmt::format("{}{}e{}", negative ? "-" : "", digits, w.exponent - 1)); };
    const bool negative = w.negative && !zero;
    const auto away = number(w.digits + "5", negative), toward = zero ? number("5", true) : number(one_less(w.digits) + "5", negative);
    if (!away || !toward) return figure(text, Precision::exact);  // too small a number to have a half unit
    return negative ? Interval{away, toward, true, false} : Interval{toward, away, false, true};
}

Interval interval_of(const Known& k) {
    if (!k.value.empty()) return figure(k.value, k.precision.value_or(precision_as_written(k.value)));
    return {Decimal::parse(k.low), Decimal::parse(k.high), false, false};
}

}  // namespace lacuna
