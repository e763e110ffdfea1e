#pragma once

#include <array>

#include "lacuna/assess.hpp"

namespace lacuna {

/// What stands behind a commitment besides the promiser's word, most first. Only `law` is cover.
enum class Backing { law, duty, part, power, code, alone, unseen };
template <>
struct Words<Backing> {
    static constexpr std::array<std::string_view, 7> table{"law", "duty", "part", "power", "code", "alone", "unseen"};
    static constexpr std::string_view noun = "backing";
};
inline constexpr std::array<Backing, 7> all_backings{Backing::law, Backing::duty, Backing::part, Backing::power, Backing::code, Backing::alone, Backing::unseen};

/// Reads the answer by binding law, and the answer by codes for the same target (null where there is no code).
///
/// law: covered on every aspect · duty: a legal duty contains it, another aspect is open or short · part: a legal duty shares, or may
/// share, some of it · power: all that law has is a power of some authority that touches it · code: nothing in law, a code asks some of
/// it · alone: law was looked through and nothing was found · unseen: nobody has looked.
Backing backing_of(const Corpus& corpus, const Gap& by_law, const Gap* by_code);

}  // namespace lacuna
