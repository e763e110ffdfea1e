#pragma once
// How every corpus element is laid out as XML, said once: the reader, the writer and the canonical form walk the same
// description, so that read -> write -> read is a fixed point by construction.
//
// Here stands what all elements share; `layout_clock.hpp`, `layout_provision.hpp` and so on lay out what the model header of that name
// declares.
//
// An archive offers: attribute(name, field, need), text(field), children(name, items, need), wrapped(name, items),
// tagged(items, at_least, at_most), place(field). `need` says whether an absent one is a problem.

#include <cstddef>
#include <type_traits>

#include "lacuna/source.hpp"

namespace lacuna {

enum class Need { optional, required };

/// A field as an archive sees it: constant for those that only look.
template <class Archive, class T>
using Seen = std::conditional_t<Archive::only_looks, const T, T>;

inline constexpr std::size_t many = static_cast<std::size_t>(-1);

template <class A>
void layout(A& a, Seen<A, Text>& t) {
    a.attribute("xml:lang", t.lang);
    a.text(t.value);
}
template <class A>
void layout(A& a, Seen<A, Identifier>& i) {
    a.attribute("scheme", i.scheme, Need::required);
    a.text(i.value);
}
template <class A>
void layout(A& a, Seen<A, Provenance>& p) {
    a.attribute("source", p.source);
    a.attribute("locator", p.locator);
    a.attribute("grade", p.grade);
}
template <class A>
void layout(A& a, Seen<A, Source>& s) {
    a.place(s.at);
    a.attribute("id", s.id, Need::required);
    a.attribute("url", s.url);
    a.attribute("archive", s.archive);
    a.attribute("sha256", s.sha256);
    a.attribute("seen", s.seen);
    a.children("title", s.title, Need::required);
}

}  // namespace lacuna
