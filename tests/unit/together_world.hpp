#pragma once
// Questions about several regimes of a small world, and answers short enough to compare.

#include <string>
#include <vector>

#include "lacuna/together.hpp"
#include "small.hpp"

namespace lacuna::small {

inline TogetherAnswer ask_together(const World& w, const std::vector<std::string>& refs, const Ask& a = {}) {
    std::vector<Problem> problems;
    TogetherQuestion q;
    q.on = day(a.on);
    q.in = a.in;
    q.rows = a.rows;
    q.situation.developer = a.developer.value_or("");
    q.scope = resolve(w.corpus, refs, q.on, q.in, problems);
    for (const auto& p : problems) FAIL_CHECK(to_string(p));
    return together(w.corpus, w.walk, q);
}

inline std::string ref(const World& w, const TogetherAnswer& t, std::size_t d) {
    const auto& p = t.duties[d].at;
    return w.corpus.ref(p.node, p.version);
}

/// "a@1#x", in order.
inline std::string actions(const World& w, const TogetherAnswer& t) {
    std::vector<std::string> out;
    for (const auto& a : t.plan.actions) out.push_back(ref(w, t, a.duty));
    return join(out, " ");
}

/// "a@1#x > b@1#y" for every meeting in full, "a@1#x ~ b@1#y" in part.
inline std::string meetings(const World& w, const TogetherAnswer& t) {
    std::vector<std::string> out;
    for (const auto& m : t.meetings) {
        std::vector<std::string> by;
        for (const auto d : m.by) by.push_back(ref(w, t, d));
        out.push_back(join(by, "+") + (m.in_full() ? " > " : " ~ ") + ref(w, t, m.of));
    }
    return join(out);
}

}  // namespace lacuna::small
