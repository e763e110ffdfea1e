#include "applies/law_asked.hpp"

#include <algorithm>

#include "lacuna/applies.hpp"
#include "lacuna/hands.hpp"

namespace lacuna {
namespace {

/// Has anybody signed who can bind the developer, or whom the developer can?
bool signed_near(const Corpus& corpus, const Instrument& in, const Id& developer, Day on) {
    return !developer.empty() && std::any_of(in.adoptions.begin(), in.adoptions.end(), [&](const Adoption& a) { return is_below(corpus, developer, a.party, on) || is_below(corpus, a.party, developer, on); });
}

}  // namespace

bool in_scope(const Corpus& corpus, const LawAsked& asked, const Instrument& in, Day on) {
    if (!asked.of.empty()) return std::find(asked.of.begin(), asked.of.end(), &in) != asked.of.end();
    if (asked.in && !corpus.inside_jurisdiction(*asked.in, in.jurisdiction) && !corpus.inside_jurisdiction(in.jurisdiction, *asked.in)) return false;
    if (in.force == Force::binding) return true;
    return (in.force == Force::code || in.force == Force::pledge) && signed_near(corpus, in, asked.developer, on);
}

std::optional<int> version_asking(const Instrument& in, Day on) {
    const auto status = status_on(in, on);
    if (status != Status::in_force && status != Status::adopted) return std::nullopt;
    const auto v = version_asked(in, on);
    return v && in.versions[static_cast<std::size_t>(*v)].encoded != false ? v : std::nullopt;
}

bool stands_in(const Corpus& corpus, NodeNo n, int version) { return corpus.node(n).first_version <= version && version <= corpus.node(n).last_version; }

Answer may_bear(const Corpus& corpus, const LawAsked& asked, NodeNo n, Day on) {
    const auto& p = corpus.provision(n);
    if (!is_duty(p) || p.modality == Modality::recommends || p.modality == Modality::may) return Answer::no;
    const Id& bearer = corpus.bearer(n);
    const bool fits = corpus.party(bearer) != nullptr ? bearer == asked.developer : corpus.within(bearer, "developer") || bearer == "anyone" || corpus.within("developer", bearer);
    if (!fits) return Answer::no;
    // whoever asks about a code by name, or about nobody in particular, asks what it would ask of a signatory
    return !asked.of.empty() || asked.developer.empty() ? Answer::yes : has_signed(corpus, n, asked.developer, on);
}

}  // namespace lacuna
