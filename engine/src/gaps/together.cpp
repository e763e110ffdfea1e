#include "lacuna/together.hpp"

#include <algorithm>

#include "gaps/together_parts.hpp"
#include "lacuna/contradiction.hpp"

namespace lacuna {
namespace {

/// The scope of one regime, with these of its provisions.
Scope scope_of(const Corpus& corpus, const Taken& t, std::vector<Pinned> provisions) {
    Scope out;
    out.text = t.instrument->id + (t.named ? "@" + t.instrument->versions[static_cast<std::size_t>(t.version)].id : "");
    out.taken = {t};
    std::erase_if(provisions, [&](const Pinned& p) { return corpus.node(p.node).instrument != t.instrument || p.version != t.version; });
    out.provisions = std::move(provisions);
    return out;
}

/// Whom the question is about: `assess` decides, from the instruments alone.
void find_developer(const Asking& asking, TogetherAnswer& answer) {
    Scope all = answer.question.scope;
    all.provisions.clear();
    const auto said = asking(answer.question, all, all);
    answer.developer = said.developer;
    answer.developer_note = said.developer_note;
    if (said.developer) answer.question.situation.developer = *said.developer;
}

/// The duties are those that `assess` would ask about.
void find_duties(const Corpus& corpus, const Asking& asking, Triggers& triggers, TogetherAnswer& answer) {
    const auto& q = answer.question;
    for (const auto& t : q.scope.taken) {
        const auto asked = asking(q, scope_of(corpus, t, q.scope.provisions), Scope{});
        auto& regime = answer.regimes.emplace_back(RegimeTaken{t, {}, asked.others});
        for (const auto& g : asked.targets) {
            regime.duties.push_back(answer.duties.size());
            answer.duties.push_back({g.target, answer.regimes.size() - 1, time_standing(corpus, g.target.node, g.target.version, q.on, &triggers), answer.duties.size(), Finding::never_reviewed});
        }
    }
}

/// A part that is done with the whole is no action of its own.
void find_wholes(const Corpus& corpus, TogetherAnswer& answer) {
    for (std::size_t i = 0; i < answer.duties.size(); ++i) {
        auto& duty = answer.duties[i];
        for (NodeNo part = duty.at.node, whole = corpus.node(part).parent; whole != no_node && corpus.contains(whole, part); part = whole, whole = corpus.node(part).parent)
            for (const auto j : answer.regimes[duty.regime].duties)
                if (answer.duties[j].at.node == whole) duty.whole = j;
        if (duty.whole == i) ++answer.wholes;
    }
}

}  // namespace

Answer all_ask(const std::vector<const TimeStanding*>& standings) {
    const auto some = [&](Answer a) { return std::any_of(standings.begin(), standings.end(), [&](const TimeStanding* s) { return s->applies == a; }); };
    return some(Answer::no) ? Answer::no : some(Answer::undetermined) ? Answer::undetermined : Answer::yes;
}

std::vector<std::string> with_law_to_come(const Corpus& corpus, std::vector<std::string> refs, Day on) {
    for (auto& ref : refs) {
        const auto end = std::min(ref.find_first_of("@#"), ref.size());
        const auto* in = corpus.instrument(ref.substr(0, end));
        if (in == nullptr || ref.substr(end).starts_with('@') || version_on(*in, on) || in->versions.empty() || in->versions.front().encoded == false) continue;
        // a bill is no law to come: that is for --with
        if (const auto status = status_on(*in, on); status != Status::adopted && status != Status::in_force) continue;
        ref.insert(end, "@" + in->versions.front().id);
    }
    return refs;
}

TogetherAnswer together(const Corpus& corpus, const Crosswalk& crosswalk, const TogetherQuestion& question) {
    TogetherAnswer answer;
    answer.question = question;
    const Asking asking{corpus, crosswalk, disputed_statements(corpus, crosswalk, question.rows)};
    find_developer(asking, answer);
    Triggers triggers(corpus, answer.question.situation, question.on);
    find_duties(corpus, asking, triggers, answer);
    find_wholes(corpus, answer);
    find_meetings(asking, answer);
    plan_actions(corpus, answer);
    find_conflicts(corpus, triggers, answer);
    return answer;
}

}  // namespace lacuna
