#include "epoch_figure.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/decimal.hpp"

namespace lacuna::importers {
namespace {

/// The same number with no zeros at either end.
Figure trimmed(Figure f) {
    f.digits.erase(0, std::min(f.digits.find_first_not_of('0'), f.digits.size()));
    const auto kept = f.digits.find_last_not_of('0') + 1;  // 0 where there is none
    f.exponent = kept == 0 ? 0 : f.exponent + static_cast<int>(f.digits.size() - kept);
    f.digits.erase(kept);
    return f;
}

/// One more in the last place.
std::string one_more(std::string digits) {
    auto i = digits.size();
    while (i > 0 && digits[i - 1] == '9') digits[--i] = '0';
    if (i == 0) return "1" + digits;
    ++digits[i - 1];
    return digits;
}

/// How many of `c` stand in a row just before the last `tail` digits.
std::size_t run_before(std::string_view digits, std::size_t tail, char c) {
    std::size_t run = 0;
    while (run + tail < digits.size() && digits[digits.size() - tail - run - 1] == c) ++run;
    return run;
}

/// Keeps the first `count` digits, or the next number upwards with so many.
Figure cut(const Figure& f, std::size_t count, bool up) {
    const auto head = f.digits.substr(0, count);
    return trimmed({up ? one_more(head) : head, f.exponent + static_cast<int>(f.digits.size() - count)});
}

/// One kind of noise taken off, if there is any.
Figure less_noisy(const Figure& f) {
    const auto size = f.digits.size();
    for (std::size_t tail = 1; tail <= std::min<std::size_t>(2, size); ++tail) {
        const bool lone_one = tail == 1 && f.digits.back() == '1';
        if (const auto zeros = run_before(f.digits, tail, '0'); zeros >= (lone_one ? 3U : 6U)) return cut(f, size - tail - zeros, false);
    }
    for (std::size_t tail = 0; tail <= std::min<std::size_t>(2, size); ++tail)
        if (const auto nines = run_before(f.digits, tail, '9'); nines >= 6) return cut(f, size - tail - nines, true);
    return f;
}

}  // namespace

std::optional<Figure> figure_of(std::string_view printed) {
    const auto number = Decimal::parse(printed);
    if (!number || *number < Decimal{}) return std::nullopt;
    const auto text = number->str();
    const auto e = std::min(text.find('e'), text.size());
    Figure f{text.substr(0, e), e == text.size() ? 0 : std::stoi(text.substr(e + 1))};
    if (const auto point = f.digits.find('.'); point != std::string::npos) {
        f.exponent -= static_cast<int>(f.digits.size() - point - 1);
        f.digits.erase(point, 1);
    }
    return trimmed(f);
}

Figure without_noise(Figure figure) {
    // each round is shorter than the one before
    for (auto next = less_noisy(figure); next != figure; next = less_noisy(figure)) figure = next;
    return figure;
}

Figure to_two_digits(Figure figure) {
    if (figure.digits.size() <= 2) return figure;
    return cut(figure, 2, figure.digits[2] >= '5');
}

Figure times(const Figure& figure, int factor) {
    std::string reversed;
    int carry = 0;
    for (auto digit = figure.digits.rbegin(); digit != figure.digits.rend() || carry > 0;) {
        if (digit != figure.digits.rend()) carry += (*digit++ - '0') * factor;
        reversed += static_cast<char>('0' + carry % 10);
        carry /= 10;
    }
    return trimmed({std::string(reversed.rbegin(), reversed.rend()), figure.exponent});
}

Figure over(const Figure& figure, int factor) {
    constexpr std::size_t most = 6;
    Figure out{"", figure.exponent};
    int rest = 0;
    std::size_t significant = 0;
    for (std::size_t i = 0; i < figure.digits.size() || (rest > 0 && significant < most); ++i) {
        const bool behind = i >= figure.digits.size();
        rest = rest * 10 + (behind ? 0 : figure.digits[i] - '0');
        out.digits += static_cast<char>('0' + rest / factor);
        out.exponent -= behind ? 1 : 0;
        rest %= factor;
        if (significant > 0 || out.digits.back() != '0') ++significant;
    }
    const auto whole = trimmed(out);
    return whole.digits.size() > most ? cut(whole, most, false) : whole;
}

std::string to_string(const Figure& figure, std::size_t digits) {
    if (figure.digits.empty()) return "0";
    auto tail = figure.digits.substr(1);
    const auto power = figure.exponent + static_cast<int>(tail.size());
    if (tail.size() + 1 < digits) tail.append(digits - tail.size() - 1, '0');
    return fmt::format("{}{}{}e{}", figure.digits[0], tail.empty() ? "" : ".", tail, power);
}

}  // namespace lacuna::importers
