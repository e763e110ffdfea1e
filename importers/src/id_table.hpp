#pragma once
// Numbers for names, for many names.

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace lacuna::importers {

/// A name made ready for looking up: up to eight bytes it is its own number, so that most names need not be compared as text.
struct IdKey {
    std::uint64_t key = 0;
    std::string_view text;
};

inline IdKey id_key(std::string_view s) {
    const auto load = [&](std::size_t at, std::size_t size) {
        std::uint64_t out = 0;
        std::memcpy(&out, s.data() + at, size);
        return out;
    };
    const std::size_t n = s.size();
    // first and last bytes together with the length give back the text
    if (n == 8) return {load(0, 8), s};
    if (n > 8) {
        std::uint64_t h = n;
        for (std::size_t i = 0; i + 8 <= n; i += 8) h = (h ^ load(i, 8)) * 0x9E3779B97F4A7C15U, h ^= h >> 29U;
        return {(h ^ load(n - 8, 8)) * 0x9E3779B97F4A7C15U, s};
    }
    if (n >= 4) return {load(0, 4) | load(n - 4, 4) << 32U, s};
    if (n == 0) return {0, s};
    return {load(0, 1) | load(n / 2, 1) << 8U | load(n - 1, 1) << 16U, s};
}

/// Open addressing; at most half full. Numbers are given in order of `add`.
class IdTable {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit IdTable(std::size_t expected) { make(expected); }

    std::size_t size() const { return names_.size(); }
    std::string_view name(std::uint32_t number) const { return {text_.data() + names_[number].at, names_[number].size}; }

    /// False where the name has a number already.
    bool add(std::string_view name) {
        if (2 * (size() + 1) > slots_.size()) grow();
        const auto key = id_key(name);
        Slot& s = slots_[place(key)];
        if (s.number != none) return false;
        s = {key.key, static_cast<std::uint32_t>(size()), static_cast<std::uint32_t>(name.size())};
        names_.push_back({text_.size(), static_cast<std::uint32_t>(name.size())});
        text_ += name;
        return true;
    }
    std::uint32_t find(const IdKey& key) const { return slots_[place(key)].number; }
    std::uint32_t find(std::string_view name) const { return find(id_key(name)); }
    /// To be called some time before `find`: most of its time is waiting for memory.
    void expect(const IdKey& key) const { __builtin_prefetch(&slots_[home(key)]); }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = none, length = 0;
    };
    struct Name {
        std::size_t at;
        std::uint32_t size;
    };

    void make(std::size_t expected) {
        std::size_t size = 16;
        bits_ = 4;
        for (; size < 2 * expected + 2; size *= 2) ++bits_;
        slots_.assign(size, {});
    }
    void grow() {
        make(2 * size());
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            const auto key = id_key(name(i));
            slots_[place(key)] = {key.key, i, names_[i].size};
        }
    }
    std::size_t home(const IdKey& k) const { return ((k.key + k.text.size()) * 0x9E3779B97F4A7C15U) >> (64U - bits_); }
    /// Of the name, or where it would be put.
    std::size_t place(const IdKey& k) const {
        for (std::size_t i = home(k);; i = (i + 1) & (slots_.size() - 1)) {
            const Slot& s = slots_[i];
            if (s.number == none || (s.key == k.key && s.length == k.text.size() && (s.length <= 8 || name(s.number) == k.text))) return i;
        }
    }

    std::vector<Slot> slots_;
    unsigned bits_ = 4;
    std::string text_;
    std::vector<Name> names_;
};

}  // namespace lacuna::importers
