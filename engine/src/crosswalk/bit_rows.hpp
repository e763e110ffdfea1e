#pragma once
// Rows of bits, one bit a source instrument, and counting them by column.

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "crosswalk/large_pages.hpp"

namespace lacuna {

/// W words of 64 source instruments.
template <int W>
struct alignas(8 * W) BitRow {
    std::uint64_t words[W]{};

    void set(unsigned bit) { words[bit / 64] |= std::uint64_t{1} << (bit % 64); }
    template <class Take>
    void each(const Take& take) const {
        for (int i = 0; i < W; ++i)
            for (auto w = words[i]; w != 0; w &= w - 1) take(static_cast<unsigned>(64 * i + std::countr_zero(w)));
    }
    bool any() const {
        std::uint64_t all = 0;
        for (const auto w : words) all |= w;
        return all != 0;
    }
    BitRow& operator|=(const BitRow& o) {
        for (int i = 0; i < W; ++i) words[i] |= o.words[i];
        return *this;
    }
    BitRow& operator&=(const BitRow& o) {
        for (int i = 0; i < W; ++i) words[i] &= o.words[i];
        return *this;
    }
    BitRow& operator^=(const BitRow& o) {
        for (int i = 0; i < W; ++i) words[i] ^= o.words[i];
        return *this;
    }
    friend BitRow operator|(BitRow a, const BitRow& b) { return a |= b; }
    friend BitRow operator&(BitRow a, const BitRow& b) { return a &= b; }
    friend BitRow operator^(BitRow a, const BitRow& b) { return a ^= b; }
    friend bool operator==(const BitRow&, const BitRow&) = default;
    BitRow without(const BitRow& o) const {
        BitRow out = *this;
        for (int i = 0; i < W; ++i) out.words[i] &= ~o.words[i];
        return out;
    }
    static BitRow all() {
        BitRow out;
        for (auto& w : out.words) w = ~std::uint64_t{0};
        return out;
    }
};

/// What the sources cover and overlap of one provision, side by side: most steps ask for both.
template <int W>
struct CoverAndOverlap {
    BitRow<W> covers, overlaps;
    friend bool operator==(const CoverAndOverlap&, const CoverAndOverlap&) = default;
};

/// Many rows, all zero at first. Not a vector: that would write the zeros once more.
template <class Row>
class RowTable {
public:
    explicit RowTable(std::size_t size) : size_(size), rows_(static_cast<Row*>(LargePages::get(bytes()))) {}
    RowTable(RowTable&& o) noexcept : size_(o.size_), rows_(std::exchange(o.rows_, nullptr)) {}
    RowTable(const RowTable&) = delete;
    RowTable& operator=(const RowTable&) = delete;
    ~RowTable() {
        if (rows_ != nullptr) LargePages::give_back(rows_, bytes());
    }
    Row* data() const { return rows_; }
    Row& operator[](std::size_t i) { return rows_[i]; }
    const Row& operator[](std::size_t i) const { return rows_[i]; }
    /// All zero again.
    void clear() { std::memset(static_cast<void*>(rows_), 0, bytes()); }
    void swap(RowTable& o) {
        std::swap(rows_, o.rows_);
        std::swap(size_, o.size_);
    }

private:
    std::size_t bytes() const { return size_ * sizeof(Row); }
    std::size_t size_;
    Row* rows_ = nullptr;
};

/// How many of the rows added have a bit set, for every bit at once: numbers are kept upright, one plane of bits a power of two, and added
/// by carry-save adders, eight rows at a time (Harley and Seal; Mula, Kurz, Lemire, "Faster Population Counts Using AVX2", 2018).
template <int W>
class ColumnCounts {
public:
    using Row = BitRow<W>;

    void add(const Row& row) {
        waiting_[held_] = row;
        if (++held_ == waiting_.size()) add_eight();
    }
    /// Calls with every bit counted at least once, and starts anew.
    template <class Take>
    void take(const Take& take) {
        for (std::size_t i = 0; i < held_; ++i) ripple(waiting_[i], 0);
        held_ = 0;
        for (int w = 0; w < W; ++w) {
            std::uint64_t some = 0;
            for (const auto& p : planes_) some |= p.words[w];
            for (; some != 0; some &= some - 1) {
                const int bit = std::countr_zero(some);
                std::uint64_t n = 0;
                for (std::size_t p = 0; p < planes_.size(); ++p) n |= (planes_[p].words[w] >> bit & 1U) << p;
                take(static_cast<unsigned>(64 * w + bit), n);
            }
        }
        planes_.clear();
    }

private:
    /// a + b + c, bit by bit: the sum stays in a, the carry is returned.
    static Row full_add(Row& a, const Row& b, const Row& c) {
        const Row u = a ^ b;
        const Row carry = (a & b) | (u & c);
        a = u ^ c;
        return carry;
    }
    void add_eight() {
        held_ = 0;
        while (planes_.size() < 3) planes_.push_back({});
        auto& r = waiting_;
        const Row two_a = full_add(planes_[0], r[0], r[1]), two_b = full_add(planes_[0], r[2], r[3]);
        const Row two_c = full_add(planes_[0], r[4], r[5]), two_d = full_add(planes_[0], r[6], r[7]);
        const Row four_a = full_add(planes_[1], two_a, two_b), four_b = full_add(planes_[1], two_c, two_d);
        ripple(full_add(planes_[2], four_a, four_b), 3);
    }
    void ripple(Row carry, std::size_t plane) {
        for (; carry.any(); ++plane) {
            if (plane == planes_.size()) planes_.push_back({});
            const Row next = planes_[plane] & carry;
            planes_[plane] ^= carry;
            carry = next;
        }
    }

    std::array<Row, 8> waiting_{};
    std::size_t held_ = 0;
    std::vector<Row> planes_;
};

}  // namespace lacuna
