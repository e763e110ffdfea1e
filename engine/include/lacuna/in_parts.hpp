#pragma once
// Work shared among threads.

#include <thread>
#include <vector>

namespace lacuna {

/// Calls `work(t)` for t = 0 … parts - 1, each in a thread of its own, the first in this one. REQUIRES: it does not throw.
template <class Work>
void in_parts(std::size_t parts, const Work& work) {
    std::vector<std::thread> others;
    for (std::size_t t = 1; t < parts; ++t) others.emplace_back(work, t);
    if (parts > 0) work(std::size_t{0});
    for (auto& t : others) t.join();
}

}  // namespace lacuna
