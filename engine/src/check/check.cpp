#include "lacuna/check.hpp"

#include "check/pass.hpp"

namespace lacuna {
namespace {

/// Days of situations are judged on no day in particular: what is wrong with them is wrong on every day.
constexpr Day any_day{};

void check_situations(CheckPass& pass) {
    Declarations situations(pass, "situation");
    for (const auto& s : pass.corpus().data().situations) {
        situations.add(s.id, s.at);
        if (pass.enough()) return;
        pass.take(check_situation(pass.corpus(), s, any_day));
    }
}

}  // namespace

std::vector<Problem> check(const Corpus& corpus) {
    CheckPass pass(corpus);
    check_vocabulary(pass);
    check_parties(pass);
    check_instruments(pass);
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) check_provision(pass, n);
    check_mapping_sets(pass);
    check_situations(pass);
    return pass.done();
}

}  // namespace lacuna
