// The question by igraph's C library: a breadth-first search from every instrument.

#include <igraph.h>

#include "peer.hpp"

namespace {

struct Search {
    std::size_t size;
    igraph_integer_t most;
    std::vector<std::uint8_t>* status;
};

/// Notes what is met, and ends the search behind the bound.
igraph_error_t met(const igraph_t*, igraph_integer_t point, igraph_integer_t, igraph_integer_t, igraph_integer_t, igraph_integer_t distance, void* extra) {
    const auto& search = *static_cast<Search*>(extra);
    if (search.most >= 0 && distance > search.most) return IGRAPH_STOP;
    const auto p = static_cast<std::size_t>(point);
    if (p >= 2 * search.size) return IGRAPH_SUCCESS;
    auto& s = (*search.status)[p % search.size];
    s = std::max<std::uint8_t>(s, p < search.size ? 2 : 1);
    return IGRAPH_SUCCESS;
}

}  // namespace

int main(int argc, char** argv) {
    const bench::Asked asked(argc, argv);
    const bench::Tables tables(asked.folder);
    bench::Answer answer(tables);
    igraph_vector_int_t ends;
    igraph_t graph;
    {
        const auto all = bench::edges(tables);
        igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * all.size()));
        for (std::size_t i = 0; i < all.size(); ++i) {
            VECTOR(ends)[2 * i] = all[i].first;
            VECTOR(ends)[2 * i + 1] = all[i].second;
        }
    }
    igraph_create(&graph, &ends, static_cast<igraph_integer_t>(2 * tables.size() + tables.instruments.size()), IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
    std::vector<std::uint8_t> status(tables.size());
    // the instrument itself is one step away from its provisions
    Search search{tables.size(), asked.rows ? static_cast<igraph_integer_t>(*asked.rows) + 1 : -1, &status};
    for (std::size_t s = 0; s < tables.instruments.size(); ++s) {
        igraph_bfs(&graph, static_cast<igraph_integer_t>(bench::start(tables, s)), nullptr, IGRAPH_OUT, false, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, met, &search);
        answer.add(s, status);
    }
    answer.print();
    igraph_destroy(&graph);
}
