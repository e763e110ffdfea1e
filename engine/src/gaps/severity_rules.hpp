#pragma once
// The numbers of the severity table, where both the reckoning and its description take them from.

#include "lacuna/assess.hpp"

namespace lacuna {

/// Points for the aspect that names the gap.
int worst_points(Aspect aspect, Finding finding);

namespace severity_rules {
inline constexpr int must = 1;
inline constexpr const char* must_words = "the target is a 'must'";
inline constexpr int stops = 4;
inline constexpr const char* stops_words = "the target stops something: training, release, keeping weights";
inline constexpr int self_marked = 1;
inline constexpr const char* self_marked_words = "the target stands by itself on a low rung: pledged, or promised and marked by the promiser";
inline constexpr int bites = 2;
inline constexpr const char* bites_words = "the target is law that can be enforced already, or within 90 days";
inline constexpr int bites_within_days = 90;
inline constexpr int relief = -1;
inline constexpr const char* relief_words = "law that touches it begins to apply within 365 days";
inline constexpr int relief_within_days = 365;
}  // namespace severity_rules

}  // namespace lacuna
