#include "lacuna/questionnaire.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lacuna/check.hpp"

namespace lacuna {
namespace {

template <class T>
const T* by_id(const std::vector<T>& items, std::string_view id) {
    const auto it = std::find_if(items.begin(), items.end(), [&](const T& x) { return x.id == id; });
    return it == items.end() ? nullptr : &*it;
}

/// A plausible figure in the unit; nobody should have to think about how large a number of it is.
std::string figure_in(std::string_view unit) {
    if (unit == "FLOP") return "2.1e25FLOP";
    if (unit == "FLOP/s") return "1e20FLOP/s";
    if (unit == "KRW") return "900e9KRW";
    if (unit == "EUR" || unit == "USD") return fmt::format("600e6{}", unit);
    if (unit == "count") return "12000";
    return fmt::format("4{}", unit);
}

std::string value_of(const Fact& f, const std::vector<std::string>& details) {
    switch (f.kind) {
        case FactKind::quantity: return figure_in(!details.empty() ? details.front() : f.units.empty() ? "" : f.units.front());
        case FactKind::flag: return "yes";
        case FactKind::date: return "2025-08-20";
        case FactKind::set: break;
    }
    if (!details.empty()) return details.size() == 1 ? "yes" : details[0] + "," + details[1];
    return f.values.empty() ? "none" : f.values.size() == 1 ? f.values.front().id : f.values[0].id + "," + f.values[1].id;
}

std::string moment_of(const Event* e, const std::vector<std::string>& anchors) {
    if (e != nullptr && e->act) return "effective:2026-03-01";
    const auto special = std::find_if(anchors.begin(), anchors.end(), [](const std::string& a) { return !a.empty() && a != "occurrence"; });
    return special == anchors.end() ? "2026-03-01" : *special + ":2026-03-01";
}

/// What a name that `--fact` takes is a name of.
struct Asked {
    KnownKind kind{};
    const Fact* fact = nullptr;
    const Event* event = nullptr;
};

/// How values of it are written.
std::string help_on(const Asked& asked) {
    switch (asked.kind) {
        case KnownKind::quantity:
            return "A figure and its unit. With a point or an exponent it is rounded to the digits written: 2.1e25 means 2.05e25 to 2.15e25. =2e25 is exact, and so are plain digits; "
                   "9e24..1.2e25 lies between.";
        case KnownKind::day: return "A day, YYYY-MM-DD, or an interval that it lies in, YYYY-MM-DD..YYYY-MM-DD.";
        case KnownKind::set: {
            const auto some = asked.fact->values.empty() ? std::string("X") : asked.fact->values.front().id;
            return fmt::format("Names with commas between. {0}: it is among them, and nothing is said of others. !{0}: it is not. only:{0}: it is, and no other. none: there are none.", some);
        }
        case KnownKind::event:
            return asked.event->act ? "no, or when: effective:2026-03-01, perhaps with decided:2026-02-20 and withdrawn:2026-06-01, commas between. A decision works from its effect."
                                    : "yes, no, or when: 2026-10-05, or 2026-10-05T14:00+02:00; awareness:, discovery: or end: before it say which moment it is.";
        case KnownKind::flag:
        case KnownKind::test:
        case KnownKind::level:
        case KnownKind::in_class: break;
    }
    return "yes or no.";
}

/// Nothing for what no fact can settle, such as whether a day has come that nobody knows.
std::optional<Asked> asked_by(const Corpus& corpus, std::string name) {
    if (const auto slash = name.find('/'); slash != std::string::npos) name.erase(0, slash + 1);
    Asked out;
    if (const auto colon = name.find(':'); colon != std::string::npos) {
        const auto kind = from_word<KnownKind>(name.substr(0, colon));
        const auto rest = name.substr(colon + 1);
        if (kind == KnownKind::event) out.event = by_id(corpus.vocabulary().events, rest);
        if (kind == KnownKind::test && by_id(tests_asked(corpus), rest) == nullptr) return std::nullopt;
        if (kind == KnownKind::event && out.event == nullptr) return std::nullopt;
        if (kind != KnownKind::test && kind != KnownKind::level && kind != KnownKind::in_class && kind != KnownKind::event) return std::nullopt;
        out.kind = *kind;
        return out;
    }
    out.fact = by_id(corpus.vocabulary().facts, name.substr(0, name.find('@')));
    if (out.fact == nullptr) return std::nullopt;
    switch (out.fact->kind) {
        case FactKind::quantity: out.kind = KnownKind::quantity; break;
        case FactKind::flag: out.kind = KnownKind::flag; break;
        case FactKind::date: out.kind = KnownKind::day; break;
        case FactKind::set: out.kind = KnownKind::set; break;
    }
    return out;
}

std::vector<std::string> details_of(const std::vector<EssentialFact>& about) {
    std::vector<std::string> out;
    for (const auto& e : about)
        if (!e.detail.empty()) out.push_back(e.detail);
    return out;
}

/// What is asked, once for all that is open of the fact.
std::string words_of(const Asked& asked, const std::vector<EssentialFact>& about) {
    const auto details = details_of(about);
    const std::string& first = about.front().words;
    if (about.size() == 1) return first;
    // of a set, and of a figure in several currencies, the words differ only at their end
    const auto end = first.rfind(details.empty() ? std::string() : details.front());
    if (asked.kind == KnownKind::set && end != std::string::npos) return first.substr(0, end) + "any of these: " + join(details);
    if (asked.kind == KnownKind::quantity && end != std::string::npos) return first.substr(0, end) + join(details, " or ");
    return first;
}

OpenQuestion question_about(const Asked& asked, const std::string& fact, std::vector<EssentialFact> about, std::vector<Pinned> duties) {
    OpenQuestion q;
    q.fact = fact;
    q.kind = asked.kind;
    q.words = words_of(asked, about);
    // of a flag or an event the words say it already
    if (asked.fact != nullptr && asked.kind != KnownKind::flag) q.meaning = plain(asked.fact->name);
    const auto details = details_of(about);
    q.example = asked.fact != nullptr ? value_of(*asked.fact, details) : asked.event != nullptr && (asked.event->act || !details.empty()) ? moment_of(asked.event, details) : "yes";
    q.help = (asked.kind == KnownKind::set && details.size() == 1 ? "yes or no; or names. " : "") + help_on(asked);
    q.about = std::move(about);
    q.duties = std::move(duties);
    return q;
}

/// Who is asked whether one thing is in a set says yes or no.
std::string in_grammar(const OpenQuestion& q, std::string value) {
    const bool one_member = q.kind == KnownKind::set && q.about.size() == 1;
    if (one_member && value == "yes") return q.about.front().detail;
    if (one_member && value == "no") return "!" + q.about.front().detail;
    return value;
}

}  // namespace

std::string example(const Fact& f) { return f.id + (f.per_year ? "@2025=" : "=") + value_of(f, {}); }

std::string example(const Event& e) { return "event:" + e.id + "=" + (e.act ? moment_of(&e, {}) : "2026-10-05T14:00+02:00"); }

std::optional<OpenQuestion> next_question(const Corpus& corpus, const AppliesAnswer& answer, const std::set<EssentialFact>& asked) {
    struct Group {
        std::set<EssentialFact> about;
        std::vector<Pinned> duties;
    };
    std::map<std::string, Group> groups;
    for (const auto& r : answer.regimes)
        for (const auto& d : r.duties) {
            std::set<std::string> once;
            for (const auto& e : d.open) {
                if (asked.contains(e)) continue;
                groups[e.fact].about.insert(e);
                if (once.insert(e.fact).second) groups[e.fact].duties.push_back(d.provision);
            }
        }
    const std::string* best = nullptr;
    for (const auto& [fact, group] : groups)
        if ((best == nullptr || group.duties.size() > groups.at(*best).duties.size()) && asked_by(corpus, fact)) best = &fact;
    if (best == nullptr) return std::nullopt;
    auto& group = groups.at(*best);
    return question_about(*asked_by(corpus, *best), *best, {group.about.begin(), group.about.end()}, std::move(group.duties));
}

Questionnaire::Questionnaire(const Corpus& corpus, const AppliesQuestion& question) : corpus_(corpus), answer_(applies(corpus, question)) { question_ = next_question(corpus_, answer_, asked_); }

std::vector<Problem> Questionnaire::answered(std::string_view given) {
    std::vector<Problem> problems;
    const auto value = in_grammar(*question_, std::string(given));
    const auto known = parse_fact(corpus_.vocabulary(), fmt::format("{}={}", question_->fact, value), problems);
    if (!known) return problems;
    auto next = answer_.question;
    put(next.situation, *known);
    problems = check_situation(corpus_, next.situation, next.on);
    if (!problems.empty()) return problems;
    const bool news = next.situation != situation();
    const auto old = std::move(*question_);
    if (news) answer_ = applies(corpus_, next);
    settle(old);
    return {};
}

void Questionnaire::left_open() {
    asked_.insert(question_->about.begin(), question_->about.end());
    question_ = next_question(corpus_, answer_, asked_);
}

/// What an answer settled is done with; what it did not may be asked once more, unless it settled nothing at all.
void Questionnaire::settle(const OpenQuestion& old) {
    std::set<EssentialFact> open;
    for (const auto& [e, duties] : answer_.open) open.insert(e);
    std::vector<EssentialFact> settled;
    for (const auto& e : old.about)
        if (!open.contains(e)) settled.push_back(e);
    const auto& done = settled.empty() ? old.about : settled;
    asked_.insert(done.begin(), done.end());
    question_ = next_question(corpus_, answer_, asked_);
}

std::size_t undetermined_duties(const AppliesAnswer& answer) {
    std::size_t n = 0;
    for (const auto& r : answer.regimes) n += r.count(Applicability::undetermined);
    return n;
}

}  // namespace lacuna
