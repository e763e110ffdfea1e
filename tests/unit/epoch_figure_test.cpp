// Proves what is taken for the digits of a figure in a table, and that no arithmetic on them claims more than was printed.

#include "epoch_figure.hpp"

#include "lacuna/decimal.hpp"
#include "small.hpp"

using namespace lacuna;
using namespace lacuna::importers;

namespace {

std::string cleaned(std::string_view printed) {
    const auto f = figure_of(printed);
    return f ? to_string(without_noise(*f)) : "";
}

}  // namespace

TEST_CASE("epoch: noise of the table's software is taken off, and figures that look like figures stay") {
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"5.0000000000001e+26", "5e26"}, {"2.700000000000001e+25", "2.7e25"}, {"100000000000000.0", "1e14"}, {"6.000010000000001e+24", "6e24"}, {"8.000001e+24", "8e24"},
        {"1.0001e+25", "1e25"}, {"5.0000000000000004e+22", "5e22"}, {"3.3499999999999998e+25", "3.35e25"}, {"9.899999999999999e+24", "9.9e24"}, {"9.9999999999e+24", "1e25"},
        {"858730812676.0", "8.58730812676e11"}, {"2.050001e+25", "2.05e25"}, {"1.001e+25", "1.001e25"}, {"6.8649768e+24", "6.8649768e24"}, {"1.0692e+25", "1.0692e25"},
        {"4.020010000000001e+24", "4.02001e24"}, {"12291000000000000000", "1.2291e19"}, {"1.00002e+25", "1.00002e25"}, {"0.5", "5e-1"}, {"0.0", "0"}, {"7", "7e0"}};
    for (const auto& p : pairs) {
        INFO(p.first);
        CHECK(cleaned(p.first) == p.second);
    }
}

TEST_CASE("epoch: taking noise off never leaves the printed figure outside") {
    small::Random random(26);
    for (int round = 0; round < 20000; ++round) {
        static const std::string digits = "000000099999912345";
        std::string printed(1, static_cast<char>('1' + random.below(9)));
        printed += '.';
        for (auto n = 1 + random.below(16); n > 0; --n) printed += digits[random.below(digits.size())];
        printed += "e+25";
        INFO(printed);
        const auto f = figure_of(printed);
        REQUIRE(f);
        for (const auto& kept : {without_noise(*f), to_two_digits(*f)}) {
            const auto i = figure(to_string(kept), Precision::rounded);
            REQUIRE(*i.low <= *Decimal::parse(printed));
            REQUIRE(*Decimal::parse(printed) <= *i.high);
        }
        for (const int factor : {3, 10, 30}) {
            const auto low = over(*f, factor);
            REQUIRE(low.digits.size() <= 6);
            REQUIRE(*Decimal::parse(to_string(times(low, factor))) <= *Decimal::parse(to_string(*f)));
            REQUIRE(over(times(low, factor), factor) == low);
        }
    }
}
