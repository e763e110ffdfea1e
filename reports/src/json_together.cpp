#include "json_parts.hpp"
#include "reports/together.hpp"

namespace lacuna {
namespace {

std::string_view answer_word(Answer a) { return a == Answer::yes ? "yes" : a == Answer::no ? "no" : "undetermined"; }

class TogetherJson {
public:
    TogetherJson(const Corpus& corpus, const Crosswalk& crosswalk, const TogetherAnswer& answer) : corpus_(corpus), crosswalk_(crosswalk), answer_(answer) {}

    Json result() const {
        const auto& plan = answer_.plan;
        Json out;
        out["question"] = question();
        out["duties"] = answer_.duties.size();
        out["wholes"] = answer_.wholes;
        out["plan"] = {{"actions", list(plan.actions, [&](const Action& a) { return action(a); })}, {"count", plan.actions.size()}, {"exact", plan.exact}, {"at_least", plan.at_least}};
        out["regimes"] = list(answer_.regimes, [&](const RegimeTaken& r) { return regime(r); });
        out["pairs"] = list(answer_.pairs, [&](const RegimePair& p) { return pair(p); });
        out["meetings"] = list(answer_.meetings, [&](const Meeting& m) { return meeting(m); });
        out["conflicts"] = list(answer_.conflicts, [&](const Conflict& c) { return conflict(c); });
        out["looks"] = list(answer_.looks, [&](const Look& l) { return look(l); });
        return out;
    }

private:
    template <class T, class F>
    static Json list(const std::vector<T>& items, F one) {
        Json out = Json::array();
        for (const auto& i : items) out.push_back(one(i));
        return out;
    }

    static std::string regime_ref(const Taken& t) { return t.instrument->id + "@" + t.instrument->versions[static_cast<std::size_t>(t.version)].id; }
    std::string ref(std::size_t d) const { return corpus_.ref(answer_.duties[d].at.node, answer_.duties[d].at.version); }
    Json refs(const std::vector<std::size_t>& duties) const {
        return list(duties, [&](std::size_t d) { return Json(ref(d)); });
    }
    static Json standing(const TimeStanding& s) { return {{"asks", answer_word(s.applies)}, {"reason", s.reason}}; }

    Json question() const {
        Json out = scope_json(answer_.question.scope);
        out["developer"] = answer_.developer ? Json(*answer_.developer) : Json(nullptr);
        out["developer_note"] = answer_.developer_note;
        out["rows"] = answer_.question.rows;
        return out;
    }

    Json regime(const RegimeTaken& r) const {
        return {{"ref", regime_ref(r.taken)}, {"duties_of_others_left_out", r.others}, {"duties", list(r.duties, [&](std::size_t d) { return duty(d); })}};
    }
    Json duty(std::size_t d) const {
        const auto& it = answer_.duties[d];
        Json out = named(corpus_, it.at);
        out["norm"] = word(corpus_.provision(it.at.node).norm);
        out["standing"] = standing(it.standing);
        out["whole"] = it.whole == d ? Json(nullptr) : Json(ref(it.whole));
        out["best"] = word(it.best);
        return out;
    }

    Json pair(const RegimePair& p) const {
        Json found = Json::object();
        for (const auto& f : all_words<Finding>())
            if (const auto n = p.count(*from_word<Finding>(f)); n > 0) found[f] = n;
        return {{"of", regime_ref(answer_.regimes[p.of].taken)}, {"by", regime_ref(answer_.regimes[p.by].taken)}, {"found", std::move(found)}};
    }

    Json meeting(const Meeting& m) const {
        Json out;
        out["by"] = refs(m.by);
        out["of"] = ref(m.of);
        out["finding"] = word(m.said.verdict(Aspect::duty).finding);
        out["relations"] = to_string(m.said.link.mask);
        if (m.said.link.by_any_chain) out["by_any_chain"] = true;
        out["look"] = m.look;
        out["verdicts"] = verdicts(m.said.verdicts);
        out["chain"] = chain_json(corpus_, crosswalk_, m.said.link.chains.front());
        return out;
    }

    Json action(const Action& a) const {
        Json meets = Json::array();
        for (const auto i : a.meetings) meets.push_back({{"of", ref(answer_.meetings[i].of)}, {"by", refs(answer_.meetings[i].by)}, {"meeting", i}});
        return {{"ref", ref(a.duty)}, {"cite", corpus_.cite(answer_.duties[a.duty].at.node)}, {"parts", refs(a.parts)}, {"meets", std::move(meets)}, {"saves", a.saves}};
    }

    Json end(const ConflictEnd& e) const {
        Json out = named(corpus_, e.at);
        out["norm"] = word(corpus_.provision(e.at.node).norm);
        out["in_scope"] = e.in_scope;
        out["other_wording"] = e.other_wording;
        out["standing"] = standing(e.standing);
        return out;
    }
    Json conflict(const Conflict& c) const {
        const auto who = authorship_of(*c.set, *c.mapping);
        const auto ends = [&](const std::vector<ConflictEnd>& side) { return list(side, [&](const ConflictEnd& e) { return end(e); }); };
        Json out;
        out["kind"] = word(c.qualifier->kind);
        out["says"] = c.qualifier->value;
        out["mapping"] = c.set->id + "/" + c.mapping->id;
        out["author"] = who.author;
        out["reviewer"] = who.reviewer.empty() ? Json(nullptr) : Json(who.reviewer);
        out["date"] = who.date ? Json(to_string(*who.date)) : Json(nullptr);
        out["status"] = who.status ? Json(word(*who.status)) : Json(nullptr);
        out["unsettled"] = c.unsettled;
        out["one"] = ends(c.sources);
        out["other"] = ends(c.targets);
        out["both_ask"] = answer_word(c.both_ask);
        return out;
    }

    Json look(const Look& l) const {
        return {{"one", refs(l.by)}, {"other", ref(l.meeting_of)}, {"relations", to_string(l.link.mask)}, {"both_ask", answer_word(l.both_ask)}, {"chain", chain_json(corpus_, crosswalk_, l.link.chains.front())}};
    }

    const Corpus& corpus_;
    const Crosswalk& crosswalk_;
    const TogetherAnswer& answer_;
};

}  // namespace

std::string together_json(const Corpus& corpus, const Crosswalk& crosswalk, const Envelope& envelope, const TogetherAnswer& answer) { return document(envelope, TogetherJson(corpus, crosswalk, answer).result()); }

}  // namespace lacuna
