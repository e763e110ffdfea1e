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

/// One piece of memory of its own, all zero at first.
class LargePages {
public:
    static constexpr std::size_t page = std::size_t{2} << 20U;
    static constexpr std::size_t rounded(std::size_t bytes) { return std::max<std::size_t>((bytes + page - 1) / page, 1) * page; }

    /// Throws std::bad_alloc.
    static void* get(std::size_t bytes) {
        bytes = rounded(bytes);
#if defined(__linux__)
        // comes zeroed: zeros written once more would cost a good part of what the sweep does. What does not fill a large page is given back
        void* const all = mmap(nullptr, bytes + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (all == MAP_FAILED) throw std::bad_alloc();
        void* start = all;
        std::size_t space = bytes + page;
        std::align(page, bytes, start, space);
        if (const std::size_t before = bytes + page - space; before > 0) munmap(all, before);
        if (space > bytes) munmap(static_cast<std::byte*>(start) + bytes, space - bytes);
        madvise(start, bytes, MADV_HUGEPAGE);
        return start;
#else
        void* const out = std::aligned_alloc(page, bytes);
        if (out == nullptr) throw std::bad_alloc();
        return std::memset(out, 0, bytes);
#endif
    }
    static void give_back(void* memory, std::size_t bytes) {
#if defined(__linux__)
        munmap(memory, rounded(bytes));
#else
        std::free(memory);
#endif
    }
};

/// An allocator that gives large arrays their own large pages.
template <class T>
struct InLargePages {
    using value_type = T;
    InLargePages() = default;
    template <class U>
    InLargePages(const InLargePages<U>&) {}  // NOLINT(google-explicit-constructor): the standard asks for it

    T* allocate(std::size_t n) { return static_cast<T*>(is_large(n) ? LargePages::get(n * sizeof(T)) : ::operator new(n * sizeof(T))); }
    void deallocate(T* memory, std::size_t n) {
        if (is_large(n)) LargePages::give_back(memory, n * sizeof(T));
        else ::operator delete(memory);
    }
    friend bool operator==(const InLargePages&, const InLargePages&) { return true; }

private:
    static bool is_large(std::size_t n) { return n * sizeof(T) >= LargePages::page / 2; }
};

using Numbers = std::vector<std::uint32_t, InLargePages<std::uint32_t>>;

}  // namespace lacuna
