#pragma once
// Memory in large pages where the system has them: what is visited in no order would otherwise be looked up anew for every small page.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace lacuna {

/// Pieces of memory, all zero at first; large ones have large pages of their own.
class LargePages {
public:
    /// At least 64-byte aligned. Throws std::bad_alloc.
    static void* get(std::size_t bytes) {
#if defined(__linux__)
        if (is_large(bytes)) return mapped(in(page, bytes));
#endif
        void* const out = std::aligned_alloc(line, in(line, bytes));
        if (out == nullptr) throw std::bad_alloc();
        return std::memset(out, 0, in(line, bytes));
    }
    /// REQUIRES: it was had with as many bytes.
    static void give_back(void* memory, std::size_t bytes) {
#if defined(__linux__)
        if (is_large(bytes)) {
            munmap(memory, in(page, bytes));
            return;
        }
#endif
        std::free(memory);
    }

private:
    static constexpr std::size_t page = std::size_t{2} << 20U, line = 64;
    static constexpr bool is_large(std::size_t bytes) { return bytes >= page / 2; }
    static constexpr std::size_t in(std::size_t unit, std::size_t bytes) { return std::max<std::size_t>((bytes + unit - 1) / unit, 1) * unit; }

#if defined(__linux__)
    /// Comes zeroed: zeros written once more would cost a good part of what the sweep does. What does not fill a large page is given back.
    static void* mapped(std::size_t bytes) {
        void* const all = mmap(nullptr, bytes + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED) throw std::bad_alloc();
        void* start = all;
        std::size_t space = bytes + page;
        std::align(page, bytes, start, space);
        if (const std::size_t before = bytes + page - space; before > 0) munmap(all, before);
        if (space > bytes) munmap(static_cast<std::byte*>(start) + bytes, space - bytes);
        madvise(start, bytes, MADV_HUGEPAGE);
        return start;
    }
#endif
};

/// An allocator of such pieces.
template <class T>
struct InLargePages {
    using value_type = T;
    InLargePages() = default;
    template <class U>
    InLargePages(const InLargePages<U>&) {}  // NOLINT(google-explicit-constructor): the standard asks for it

    T* allocate(std::size_t n) { return static_cast<T*>(LargePages::get(n * sizeof(T))); }
    void deallocate(T* memory, std::size_t n) { LargePages::give_back(memory, n * sizeof(T)); }
    friend bool operator==(const InLargePages&, const InLargePages&) { return true; }
};

using Numbers = std::vector<std::uint32_t, InLargePages<std::uint32_t>>;

}  // namespace lacuna
