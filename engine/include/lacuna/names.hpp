#pragma once
// How enumerations get their words in files and output, and how near names are found for a word that is unknown.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lacuna {

/// The words of one enumeration, in the order of its values; specialised next to each enumeration.
/// A specialisation has `table` (words, files depend on them) and `noun` (what a value is called in a message).
template <class E>
struct Words;

template <class E>
concept Worded = requires { Words<E>::table; };

/// The word of a value as files and output spell it.
template <Worded E>
constexpr std::string_view word(E value) {
    return Words<E>::table[static_cast<std::size_t>(value)];
}

/// The value that a word stands for, if any.
template <Worded E>
constexpr std::optional<E> from_word(std::string_view text) {
    for (std::size_t i = 0; i < Words<E>::table.size(); ++i)
        if (Words<E>::table[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

/// All values of an enumeration, in its order.
template <Worded E>
constexpr auto all_values() {
    std::array<E, Words<E>::table.size()> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<E>(i);
    return out;
}

/// All words of an enumeration, for messages.
template <Worded E>
std::vector<std::string> all_words() {
    return {Words<E>::table.begin(), Words<E>::table.end()};
}

/// The ids of things that have one, for messages.
template <class T>
std::vector<std::string> ids_of(const std::vector<T>& items) {
    std::vector<std::string> out;
    for (const auto& item : items) out.emplace_back(item.id);
    return out;
}

/// Least number of letters to insert, delete, replace or swap with their neighbour to turn `a` into `b`
/// (optimal string alignment). Time O(|a|·|b|).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `wanted`, if it is near enough to be a slip of the pen (at most a third of its letters).
/// Among more than 5000 candidates nothing is looked for: the help would cost more than it is worth.
std::optional<std::string> near_name(std::string_view wanted, const std::vector<std::string>& candidates);

/// Advice about an unknown name: "did you mean 'x'?" where one is near, else `otherwise`.
std::string near_or(std::string_view wanted, const std::vector<std::string>& candidates, std::string otherwise);

/// At most about 60 bytes of `text` on one line, never cut inside a character, with "..." where something is left out.
std::string excerpt(std::string_view text);

/// `words` joined for a sentence: "a, b, c".
std::string join(const std::vector<std::string>& words, std::string_view separator = ", ");

}  // namespace lacuna
