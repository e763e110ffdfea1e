#pragma once
// Can statements about a few points all be so? Path consistency (Mackworth 1977) over masks, for the small networks that a contradiction
// is about. What it refutes cannot be; over RCC-5 it does not refute everything that cannot be.

#include <map>
#include <vector>

#include "lacuna/relation.hpp"

namespace lacuna {

/// What is known of every pair of a few points, narrowed until nothing more follows from any three.
class Network {
public:
    explicit Network(std::size_t points) : size_(points), masks_(points * points, Mask::any()) {
        for (std::size_t i = 0; i < points; ++i) at(i, i) = Mask{Base::eq};
    }
    void add(std::size_t from, std::size_t to, Mask mask) {
        at(from, to) = at(from, to) & mask;
        at(to, from) = at(to, from) & converse(mask);
    }
    /// False as soon as nothing is possible for some pair.
    bool narrow() {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t k = 0; k < size_; ++k)
                for (std::size_t i = 0; i < size_; ++i)
                    for (std::size_t j = 0; j < size_; ++j) {
                        const Mask m = at(i, j) & compose(at(i, k), at(k, j));
                        if (m.empty()) return false;
                        changed = changed || !(m == at(i, j));
                        at(i, j) = m;
                    }
        }
        return true;
    }
    Mask& at(std::size_t i, std::size_t j) { return masks_[i * size_ + j]; }

private:
    std::size_t size_;
    std::vector<Mask> masks_;
};

}  // namespace lacuna
