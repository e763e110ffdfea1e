#pragma once
// Systems of linear inequalities over the rationals: can they hold, and for which readable numbers?

#include "trigger/logic.hpp"

namespace lacuna::logic {

/// The values of one unknown, open or closed, unbounded where unset.
struct Range {
    std::optional<Rational> low, high;
    bool low_open = false, high_open = false;
};

/// Narrows a range by an inequality of that one unknown. False: nothing is left.
bool narrow(Range& range, const Linear& inequality);

/// Least and greatest value of the left side of an inequality.
Range extent(const Linear& inequality, const std::map<VarNo, Range>& ranges);

/// Can all inequalities and ranges hold together? Fills `values` with readable ones if asked. Takes its steps off `budget`, and is
/// `unfinished` when that is not enough: doubly exponential at worst in the number of unknowns that stand together in inequalities, which
/// is two or three in practice.
Outcome solve(const Logic& logic, const std::vector<Linear>& inequalities, const std::map<VarNo, Range>& ranges, std::map<VarNo, Rational>* values, int& budget);

/// A number in a range that is not empty, with few digits, and away from the ends where there is room.
Rational readable(const Range& range, bool whole);

}  // namespace lacuna::logic
