#include "lacuna/decimal.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace lacuna {
namespace {

bool all_digits(std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits with a space between groups of three, from the right.
std::string grouped(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ' ';
        out += digits[i];
    }
    return out;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    Decimal d;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        d.negative_ = text.front() == '-';
        text.remove_prefix(1);
    }
    int exponent = 0;
    if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
        auto tail = text.substr(e + 1);
        if (tail.starts_with("+-")) return std::nullopt;
        if (!tail.empty() && tail.front() == '+') tail.remove_prefix(1);
        const auto [end, error] = std::from_chars(tail.data(), tail.data() + tail.size(), exponent);
        if (error != std::errc{} || end != tail.data() + tail.size() || tail.empty() || exponent > 99999 || exponent < -99999) return std::nullopt;
        text = text.substr(0, e);
    }
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto fraction = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || (dot != std::string_view::npos && fraction.empty()) || text.size() > 1000) return std::nullopt;
    if (!all_digits(whole) || !all_digits(fraction)) return std::nullopt;

    d.digits_ = std::string(whole) + std::string(fraction);
    d.point_ = static_cast<int>(whole.size()) + exponent;
    const auto first = std::min(d.digits_.find_first_not_of('0'), d.digits_.size());
    d.digits_.erase(0, first);
    d.point_ -= static_cast<int>(first);
    d.digits_.erase(d.digits_.find_last_not_of('0') + 1);
    if (d.digits_.empty()) d = Decimal{};
    if (d.point_ > 10000 || d.point_ < -10000) return std::nullopt;
    return d;
}

std::string Decimal::str() const {
    if (digits_.empty()) return "0";
    const std::string sign = negative_ ? "-" : "";
    const int size = static_cast<int>(digits_.size());
    if (point_ > 15) {
        const std::string tail = size > 1 ? "." + digits_.substr(1) : "";
        return fmt::format("{}{}{}e{}", sign, digits_[0], tail, point_ - 1);
    }
    if (point_ >= size) return sign + digits_ + std::string(static_cast<std::size_t>(point_ - size), '0');
    if (point_ > 0) return sign + digits_.substr(0, static_cast<std::size_t>(point_)) + "." + digits_.substr(static_cast<std::size_t>(point_));
    if (point_ > -6) return sign + "0." + std::string(static_cast<std::size_t>(-point_), '0') + digits_;
    return fmt::format("{}{}{}e{}", sign, digits_[0], size > 1 ? "." + digits_.substr(1) : "", point_ - 1);
}

std::string Decimal::pretty() const {
    const std::string plain = str();
    const auto e = plain.find('e');
    if (e != std::string::npos) {
        const std::string power = "10^" + plain.substr(e + 1);
        const std::string mantissa = plain.substr(0, e);
        return mantissa == "1" ? power : mantissa + " x " + power;
    }
    const auto dot = std::min(plain.find('.'), plain.size());
    const std::size_t sign = plain[0] == '-' ? 1 : 0;
    if (dot - sign < 5) return plain;
    return plain.substr(0, sign) + grouped(std::string_view(plain).substr(sign, dot - sign)) + plain.substr(dot);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const auto sign = [](const Decimal& d) { return d.digits_.empty() ? 0 : d.negative_ ? -1 : 1; };
    if (sign(a) != sign(b)) return sign(a) <=> sign(b);
    const auto size = a.point_ != b.point_ ? a.point_ <=> b.point_ : a.digits_.compare(b.digits_) <=> 0;
    return a.negative_ ? 0 <=> size : size;
}

}  // namespace lacuna
