// Proves that numbers are compared exactly: "more than 10^25" and "at least 10^25" differ by nothing but the edge itself.

#include "small.hpp"

using namespace lacuna;

namespace {

Decimal dec(const std::string& text) {
    const auto d = Decimal::parse(text);
    INFO(text);
    REQUIRE(d);
    return *d;
}

}  // namespace

TEST_CASE("decimal: a difference in the 25th digit is a difference") {
    CHECK(dec("1e25") < dec("1.0000000000000000000000001e25"));
    CHECK(dec("1e25") > dec("0.9999999999999999999999999e25"));
    CHECK(dec("1e25") == dec("10000000000000000000000000"));
    CHECK(dec("10000000000000000000000001") > dec("1e25"));
    CHECK(dec("9007199254740993") > dec("9007199254740992"));  // equal as binary doubles
    CHECK(dec("0.1") > dec("0.09999999999999999999"));
}

TEST_CASE("decimal: one value, however it is spelled") {
    for (const std::string same : {"15000000", "15e6", "1.5e7", "1.50e7", "0015000000", "+15000000", "15000000.000", "150000000e-1", "1.5E+7"}) {
        INFO(same);
        CHECK(dec(same) == dec("15000000"));
        CHECK(dec(same).str() == "15000000");
    }
    for (const std::string zero : {"0", "-0", "+0", "0.000", "0e99", "000", "-0.0e-5"}) {
        INFO(zero);
        CHECK(dec(zero) == Decimal{});
        CHECK(dec(zero).str() == "0");
    }
}

TEST_CASE("decimal: ordering laws on a grid of mantissas, exponents and signs, listed in rising order") {
    std::vector<Decimal> rising;
    for (int e = 30; e >= -30; --e)
        for (const std::string m : {"-9.99", "-5", "-1.1", "-1.01", "-1"}) rising.push_back(dec(std::string(m) + "e" + std::to_string(e)));
    rising.push_back(Decimal{});
    for (int e = -30; e <= 30; ++e)
        for (const std::string m : {"1", "1.01", "1.1", "5", "9.99"}) rising.push_back(dec(std::string(m) + "e" + std::to_string(e)));
    for (std::size_t i = 0; i < rising.size(); ++i)
        for (std::size_t k = 0; k < rising.size(); ++k) {
            REQUIRE((rising[i] <=> rising[k]) == (i <=> k));
            REQUIRE((rising[i] == rising[k]) == (i == k));
        }
}

TEST_CASE("decimal: what is not a plain decimal number is not read") {
    for (const std::string bad : {"", "+", "-", ".", "e5", "1e", "1e+", "1e-", ".5", "5.", "1.5.2", "1,000", "1 000", " 1", "1 ", "0x10", "1e5.5", "1e99999", "1e-99999", "1e99999999999999999999",
                            "--1", "+-1", "1e--5", "1e5 ", "inf", "nan", "1_000", "\xC2\xB2", "1\n"}) {
        INFO(bad);
        CHECK_FALSE(Decimal::parse(bad));
    }
    CHECK(Decimal::parse("1e9999"));
    CHECK(Decimal::parse("1e-9999"));
    CHECK_FALSE(Decimal::parse(std::string(1001, '1')));
}

TEST_CASE("decimal: an exponent has one sign") {
    CHECK_FALSE(Decimal::parse("1e+-5"));
    CHECK(dec("1e+5") == dec("100000"));
    CHECK(dec("1e-5") == dec("0.00001"));
}

TEST_CASE("decimal: str gives the shortest form, and parse reads back the same value") {
    CHECK(dec("1e25").str() == "1e25");
    CHECK(dec("12e24").str() == "1.2e25");
    CHECK(dec("1e14").str() == "100000000000000");
    CHECK(dec("1e15").str() == "1e15");
    CHECK(dec("0.5").str() == "0.5");
    CHECK(dec("-12.50").str() == "-12.5");
    CHECK(dec("0.00001").str() == "0.00001");
    CHECK(dec("0.0000012").str() == "0.0000012");
    CHECK(dec("0.00000012").str() == "1.2e-7");
    small::Random random(1);
    for (int i = 0; i < 5000; ++i) {
        std::string text = random.chance(2) ? "-" : "";
        for (std::size_t k = 1 + random.below(30); k > 0; --k) text += static_cast<char>('0' + random.below(10));
        if (random.chance(2)) text += "." + std::to_string(random.below(1000000));
        if (random.chance(2)) text += "e" + std::to_string(static_cast<int>(random.below(200)) - 100);
        const auto d = dec(text);
        INFO(text, " -> ", d.str());
        REQUIRE(Decimal::parse(d.str()) == d);
    }
}

TEST_CASE("decimal: what is read can be written and read again, at the far ends too") {
    for (const std::string far : {"1e9999", "99e9999", "123456e9999", "1e-9999", "0.001e-9999", "0.12e-9998"}) {
        const auto d = Decimal::parse(far);
        if (!d) continue;  // to refuse it is as good
        INFO(far, " -> ", d->str());
        CHECK(Decimal::parse(d->str()) == d);
    }
}

TEST_CASE("decimal: pretty is for readers") {
    CHECK(dec("1e25").pretty() == "10^25");
    CHECK(dec("2.1e25").pretty() == "2.1 x 10^25");
    CHECK(dec("-1e25").pretty() == "-1 x 10^25");
    CHECK(dec("15000000").pretty() == "15 000 000");
    CHECK(dec("-15000000").pretty() == "-15 000 000");
    CHECK(dec("10000").pretty() == "10 000");
    CHECK(dec("9999").pretty() == "9999");
    CHECK(dec("0.5").pretty() == "0.5");
    CHECK(dec("12345.6").pretty() == "12 345.6");
    CHECK(dec("1e-9").pretty() == "10^-9");
    CHECK(Decimal{}.pretty() == "0");
}
