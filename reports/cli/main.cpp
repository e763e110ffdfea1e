#include <fmt/format.h>
#include "lacuna/check.hpp"
int main() {
    std::vector<lacuna::Problem> problems;
    auto data = lacuna::read_corpus(lacuna::corpus_files("."), problems);
    lacuna::Corpus corpus(std::move(data));
    for (auto& p : lacuna::check(corpus)) problems.push_back(p);
    lacuna::sort_problems(problems);
    for (auto& p : problems) fmt::print("{}\n", lacuna::to_string(p));
    fmt::print("{} problems, {} nodes\n", problems.size(), corpus.nodes().size());
    return problems.empty() ? 0 : 3;
}
