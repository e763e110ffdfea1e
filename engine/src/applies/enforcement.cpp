#include "applies/enforcement.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/words.hpp"

namespace lacuna {
namespace {

void later_of(std::optional<Day>& to, Day d) {
    if (!to || d > *to) to = d;
}

class Enforcers {
public:
    Enforcers(LawInSituation& law, NodeNo n, int version, Triggers& triggers) : law_(law), corpus_(law.corpus()), n_(n), version_(version), triggers_(triggers) {}

    Enforcement run(Applicability then) {
        for (const auto& s : corpus_.sanctions(n_))
            if (const auto v = version_beside(corpus_, s.sanction, n_, version_, law_.on())) sanction(s, *v);
        if (out_.by.empty()) {
            out_.reason = nobody();
            return std::move(out_);
        }
        dates();
        // what does not ask cannot be enforced
        if (then == Applicability::later && out_.now == Answer::yes) out_.now = Answer::no;
        if (then == Applicability::undetermined && out_.now == Answer::yes) out_.now = Answer::undetermined;
        return std::move(out_);
    }

private:
    void sanction(const Corpus::Sanctioned& s, int version) {
        const auto& p = corpus_.provision(s.sanction);
        const auto reached = punishable(corpus_, n_, s.sanction, version, &triggers_);
        if (reached == Answer::no) return;
        const auto standing = time_standing(corpus_, s.sanction, version, law_.on(), &law_.triggers(law_.on()));
        if (standing.applies == Answer::no && standing.first_day) later_of(out_.from, *standing.first_day);
        const auto condition = triggers_.holds(s.sanction, version);
        if (condition.holding == Holding::no) return;
        Answer now = standing.applies;
        const auto open = [&](std::string reason) {
            now = Answer::undetermined;
            out_.reason = std::move(reason);
        };
        if (now == Answer::yes && reached == Answer::undetermined) open(fmt::format("whether {} reaches this developer is open", p.cite));
        if (now == Answer::yes && condition.holding == Holding::undetermined && turns_on_facts(condition)) open(fmt::format("whether {} applies to this model is open", p.cite));
        const auto trigger = corpus_.trigger(s.sanction);
        out_.by.push_back({s.sanction, s.terms->by, now, trigger && condition.holding != Holding::yes ? in_words(corpus_, *trigger) : ""});
        if (now == Answer::yes) out_.now = Answer::yes;
        else if (now == Answer::undetermined && out_.now == Answer::no) out_.now = Answer::undetermined;
    }

    std::string nobody() const {
        const auto& parts = corpus_.node(n_).children;
        const bool by_parts = std::any_of(parts.begin(), parts.end(), [&](NodeNo c) { return is_duty(corpus_.provision(c)) && !corpus_.sanctions(c).empty(); });
        return by_parts ? "no sanction is known for it as a whole; see its parts" : "no sanction is known that reaches this developer for it";
    }

    /// The date from which the duty itself can be enforced.
    void dates() {
        const auto date = corpus_.date(n_, DateKind::enforceable_from);
        const auto come = triggers_.has_come(date).holding;
        if (date.fixed && date.fixed->last > law_.on()) later_of(out_.from, date.fixed->last);
        if (out_.now == Answer::yes && ((date.fixed && date.fixed->first > law_.on()) || come == Holding::no)) out_.now = Answer::no;
        if (out_.now == Answer::yes && come == Holding::undetermined) {
            out_.now = Answer::undetermined;
            out_.reason = fmt::format("the date from which it can be enforced is not settled: {}", in_words(corpus_, date));
        }
        if (out_.now == Answer::yes) out_.from.reset();
    }

    LawInSituation& law_;
    const Corpus& corpus_;
    NodeNo n_;
    int version_;
    Triggers& triggers_;
    Enforcement out_;
};

}  // namespace

Enforcement enforcement_of(LawInSituation& law, NodeNo n, int version, Applicability then, Triggers& triggers) { return Enforcers(law, n, version, triggers).run(then); }

}  // namespace lacuna
