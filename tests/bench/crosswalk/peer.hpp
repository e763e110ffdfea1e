#pragma once
// What the C++ peers share: the tables, the question as a plain graph, the roll-up, and what is printed. Nothing of lacuna's.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bench {

constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

/// The tables as `generate` writes them: ids are numbers in order, provisions stand instrument by instrument.
struct Tables {
    std::vector<std::string> instruments;
    std::vector<std::uint32_t> instrument, parent;  ///< of each provision
    struct Row {
        std::uint32_t source, target;
        int relation;  ///< 0 equal, 1 superset, 2 subset, 3 intersects
    };
    std::vector<Row> rows;

    explicit Tables(const std::string& folder);
    std::size_t size() const { return instrument.size(); }
};

/// Points: each provision as covered, each as overlapped, then each instrument, which leads to its own provisions.
std::vector<std::pair<std::uint32_t, std::uint32_t>> edges(const Tables& tables);
inline std::uint32_t covered(std::uint32_t v) { return v; }
inline std::uint32_t overlapped(const Tables& t, std::uint32_t v) { return static_cast<std::uint32_t>(t.size()) + v; }
inline std::uint32_t start(const Tables& t, std::size_t instrument) { return static_cast<std::uint32_t>(2 * t.size() + instrument); }

/// Counts, with a number that no two different answers are likely to share.
class Answer {
public:
    explicit Answer(const Tables& tables);
    /// The points met from one instrument: 1 overlapped, 2 covered, by provision. Rolls up, counts, and leaves it all zero.
    void add(std::size_t source, std::vector<std::uint8_t>& status);
    /// "2,1,checksum,seconds", since the answer was begun.
    void print() const;

private:
    const Tables& tables_;
    std::vector<std::uint32_t> children_;  ///< number of children of each provision
    std::vector<std::uint32_t> up_;        ///< provisions with a parent, deepest first, those of one parent together
    std::chrono::steady_clock::time_point begun_;
    std::uint64_t covered_ = 0, overlapped_ = 0, checksum_ = 0;
};

/// From the command line: FOLDER HOPS; HOPS may be any.
struct Asked {
    std::string folder;
    std::optional<unsigned> rows;
    Asked(int argc, char** argv);
};

}  // namespace bench
