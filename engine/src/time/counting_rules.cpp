// The rules that count periods. A rule governs a clock because the clock names it, or because the instrument is binding law of the rule's
// jurisdiction; codes, pledges and policies are counted by no rule unless they name one.

#include <algorithm>

#include "lacuna/deadline.hpp"

namespace lacuna {

const std::vector<CountingRule>& counting_rules() {
    static const std::vector<CountingRule> rules = [] {
        using std::chrono::hours;
        // Art. 3(1): day and hour of the event not counted. 3(2)(c): same day of the week or date; Court of Justice, C-171/03 (Toeters), paras 33 and
        // 36: as the day of the event. 3(4): a Saturday, Sunday or public holiday moves the end to the next working day, except for periods
        // in hours, and for those counted backwards. 3(5): two working days at least.
        CountingRule eu{"eu-1182-71", "EU", "Regulation (EEC, Euratom) No 1182/71, Art. 3", Grade::secondary, hours(0), hours(3)};
        eu.whole_hours = eu.two_working_days = true;
        // Code Civ. Proc. 12a reaches every code and statute; a Saturday is a holiday there, but Civ. Code 7 and 9 may make it a business day.
        CountingRule california{"us-ca-ccp-12", "US-CA", "California Gov. Code § 6800 and Code Civ. Proc. §§ 12, 12a", Grade::primary, hours(-8), hours(-7)};
        california.saturday_doubtful = true;
        // § 20: day of reckoning excluded; § 25-a: to the next business day, and at the same hour if the period ends at an hour.
        CountingRule new_york{"us-ny-gcl-20", "US-NY", "New York General Construction Law §§ 20, 25-a, 30", Grade::secondary, hours(-5), hours(-4)};
        new_york.hours_extend = true;
        // Recalled only; 30 ILCS 500/15-45 has the same words. So it widens the interval, and moves no date to act by.
        const CountingRule illinois{"us-il-70-1.11", "US-IL", "Illinois Statute on Statutes, 5 ILCS 70/1.11", Grade::unchecked, hours(-6), hours(-5)};
        // Arts 156, 157, 160, 161, which Art. 6 of the Framework Act on Administration makes apply.
        CountingRule korea{"kr-civil-act-155", "KR", "Korean Civil Act, Arts 155 to 161", Grade::secondary, hours(9), hours(9)};
        korea.midnight_counts = true;
        return std::vector<CountingRule>{eu, california, new_york, illinois, korea};
    }();
    return rules;
}

const CountingRule* counting_rule(const Instrument& instrument, const TimeExpr& expr) {
    const auto& rules = counting_rules();
    const auto governs = [&](const CountingRule& r) {
        return expr.calendar.empty() ? instrument.force == Force::binding && r.jurisdiction == instrument.jurisdiction : r.id == expr.calendar;
    };
    const auto it = std::find_if(rules.begin(), rules.end(), governs);
    return it == rules.end() ? nullptr : &*it;
}

}  // namespace lacuna
