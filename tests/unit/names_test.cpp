// Proves that words and values are one to one, and that a near name is offered for a slip of the pen and not for another word.

#include "small.hpp"

using namespace lacuna;

namespace {

template <Worded E>
void one_to_one() {
    INFO(Words<E>::noun);
    for (std::size_t i = 0; i < Words<E>::table.size(); ++i) {
        const E value = static_cast<E>(i);
        CHECK_FALSE(word(value).empty());
        CHECK(from_word<E>(word(value)) == value);
    }
    CHECK_FALSE(from_word<E>(""));
    CHECK_FALSE(from_word<E>("no such word"));
    CHECK(all_words<E>().size() == Words<E>::table.size());
}

}  // namespace

TEST_CASE("names: every word that files use stands for one value") {
    one_to_one<Norm>();
    one_to_one<Modality>();
    one_to_one<Clarity>();
    one_to_one<IfUnsure>();
    one_to_one<Force>();
    one_to_one<Status>();
    one_to_one<ConditionKind>();
    one_to_one<TimeKind>();
    one_to_one<TimeUnit>();
    one_to_one<Function>();
    one_to_one<Reach>();
    one_to_one<CellState>();
    one_to_one<FormulaKind>();
    one_to_one<StatedRelation>();
    one_to_one<Reading>();
    one_to_one<RelationKind>();
    one_to_one<Membership>();
    one_to_one<Grade>();
    one_to_one<CrossReference>();
    one_to_one<Aspect>();
    one_to_one<Finding>();
    one_to_one<Flag>();
    one_to_one<Severity>();
    one_to_one<Rung>();
    one_to_one<Hand>();
}

TEST_CASE("names: the words are exactly those; case and blanks matter") {
    CHECK(from_word<Modality>("must") == Modality::must);
    CHECK_FALSE(from_word<Modality>("Must"));
    CHECK_FALSE(from_word<Modality>("must "));
    CHECK_FALSE(from_word<Modality>("mus"));
}

TEST_CASE("names: the distance counts insertions, deletions, replacements and swaps of neighbours") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("abc", "abc") == 0);
    CHECK(edit_distance("abc", "abxc") == 1);
    CHECK(edit_distance("abc", "ac") == 1);
    CHECK(edit_distance("abc", "axc") == 1);
    CHECK(edit_distance("abc", "acb") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("names: the distance is symmetric, zero only for equals, and bounded by length, over all words of up to four letters") {
    std::vector<std::string> words{""};
    for (std::size_t i = 0; words[i].size() < 4; ++i)
        for (const char c : {'a', 'b'}) words.push_back(words[i] + c);
    for (const auto& a : words)
        for (const auto& b : words) {
            const auto d = edit_distance(a, b);
            REQUIRE(d == edit_distance(b, a));
            REQUIRE((d == 0) == (a == b));
            REQUIRE(d <= std::max(a.size(), b.size()));
            REQUIRE(d >= std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
        }
}

TEST_CASE("names: a slip of the pen finds its word, another word finds nothing") {
    const std::vector<std::string> known{"obligation", "prohibition", "permission", "right", "power"};
    CHECK(near_name("oblgation", known) == "obligation");
    CHECK(near_name("obligatoin", known) == "obligation");
    CHECK(near_name("prohibiton", known) == "prohibition");
    CHECK(near_name("rihgt", known) == "right");
    CHECK(near_name("right", known) == "right");
    CHECK_FALSE(near_name("sanction", known));
    CHECK_FALSE(near_name("", known));
    CHECK_FALSE(near_name("right", {}));
}

TEST_CASE("names: at most a third of the letters may differ, but one always may") {
    CHECK(near_name("abcdef", {"abcdxx"}) == "abcdxx");
    CHECK_FALSE(near_name("abcdef", {"abcxxx"}));
    CHECK(near_name("ab", {"ax"}) == "ax");
    CHECK_FALSE(near_name("ab", {"xy"}));
}

TEST_CASE("names: of two equally near names the first of the alphabet is offered, whatever their order") {
    CHECK(near_name("art-53", {"art-55", "art-51", "art-52"}) == "art-51");
    CHECK(near_name("art-53", {"art-52", "art-51", "art-55"}) == "art-51");
}

TEST_CASE("names: a hostile length costs no search") {
    CHECK_FALSE(near_name(std::string(201, 'a'), {std::string(201, 'a')}));
    CHECK(near_name(std::string(200, 'a'), {std::string(200, 'a')}));
}

TEST_CASE("names: joined for a sentence") {
    CHECK(join({}) == "");
    CHECK(join({"a"}) == "a");
    CHECK(join({"a", "b", "c"}) == "a, b, c");
    CHECK(join({"a", "b"}, " and ") == "a and b");
}
