// The question by Boost.Graph: a breadth-first search from every instrument over the compressed sparse row graph.

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "peer.hpp"

namespace {

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property, std::uint32_t, std::uint32_t>;

struct FarEnough {};

/// Notes what is met, and ends the search behind the bound.
class Visitor : public boost::default_bfs_visitor {
public:
    Visitor(const bench::Tables& t, unsigned most, std::vector<std::uint32_t>& rows, std::vector<std::uint8_t>& status) : size_(t.size()), most_(most), rows_(&rows), status_(&status) {}
    void tree_edge(Graph::edge_descriptor e, const Graph& g) {
        const auto from = source(e, g), to = target(e, g);
        const auto rows = from >= 2 * size_ ? 0 : (*rows_)[from] + 1;
        if (rows > most_) throw FarEnough();
        (*rows_)[to] = rows;
        auto& s = (*status_)[to % size_];
        s = std::max<std::uint8_t>(s, to < size_ ? 2 : 1);
    }

private:
    std::size_t size_;
    unsigned most_;
    std::vector<std::uint32_t>* rows_;
    std::vector<std::uint8_t>* status_;
};

}  // namespace

int main(int argc, char** argv) {
    const bench::Asked asked(argc, argv);
    const bench::Tables tables(asked.folder);
    bench::Answer answer(tables);
    const auto all = bench::edges(tables);
    const std::size_t points = 2 * tables.size() + tables.instruments.size();
    const Graph graph(boost::edges_are_unsorted_multi_pass, all.begin(), all.end(), static_cast<std::uint32_t>(points));
    std::vector<std::uint8_t> status(tables.size());
    std::vector<std::uint32_t> rows(points);
    boost::two_bit_color_map<> colours(points);
    for (std::size_t s = 0; s < tables.instruments.size(); ++s) {
        const Visitor visitor(tables, asked.rows.value_or(bench::none), rows, status);
        try {
            boost::breadth_first_search(graph, bench::start(tables, s), boost::visitor(visitor).color_map(colours));
        } catch (const FarEnough&) {
        }
        answer.add(s, status);
    }
    answer.print();
}
