// Conditions in plain English. What hangs together is shown by numbers, never left to the reading of "and" and "or".

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "lacuna/words.hpp"
#include "model/plain_words.hpp"

namespace lacuna {

std::string inner(std::string s) {
    if (s.size() > 1 && s[0] >= 'A' && s[0] <= 'Z' && ((s[1] >= 'a' && s[1] <= 'z') || s[1] == ' ')) s[0] = static_cast<char>(s[0] - 'A' + 'a');
    return s;
}

std::string fact_name(const Corpus& corpus, const Id& id) {
    std::string name = id;
    std::replace(name.begin(), name.end(), '-', ' ');
    return corpus.vocabulary().facts.empty() ? id : name;
}

std::string inner_event(const Corpus& corpus, const Id& id) { return inner(name_in(corpus.vocabulary().events, id)); }

std::string year_words(std::string year) {
    if (year.empty()) return "";
    std::replace(year.begin(), year.end(), '-', ' ');
    return fmt::format(" ({} year)", year);
}

namespace {

/// Words that begin a sentence of their own, in the middle of another: a name keeps its capital.
std::string inner_test(const Corpus& corpus, std::string words) {
    if (words.ends_with('.')) words.pop_back();
    const auto first = words.substr(0, words.find(' '));
    const auto ids = corpus.party_ids();
    const bool name = std::any_of(ids.begin(), ids.end(), [&](const Id& id) { return plain(corpus.party(id)->name).starts_with(first + " ") || plain(corpus.party(id)->name) == first; });
    return name ? words : inner(words);
}

std::string quantity(const Condition& c) {
    if (!c.of.empty()) return "";
    const auto number = Decimal::parse(c.value);
    const std::string share = c.factor.empty() ? "" : c.factor + " of ";
    return share + (number ? number->pretty() : c.value) + (c.unit.empty() ? "" : c.unit == "x" ? "x" : " " + c.unit);
}

/// "placed on market before 2 August 2025".
std::string day_comparison(const Corpus& corpus, const Condition& c, Day day) {
    static constexpr std::array<std::string_view, 5> how{"after", "on or after", "before", "on or before", "on"};
    return fmt::format("{} {} {}", fact_name(corpus, c.fact), how[static_cast<std::size_t>(c.kind) - static_cast<std::size_t>(ConditionKind::more_than)], in_words(day));
}

std::string comparison(const Corpus& corpus, const Condition& c, bool so) {
    if (const auto day = parse_day(c.value)) return (so ? "" : "not ") + day_comparison(corpus, c, *day);
    std::string how(word(c.kind));
    std::replace(how.begin(), how.end(), '-', ' ');
    if (c.kind == ConditionKind::equals) how = "exactly";
    std::string than = quantity(c);
    if (!c.of.empty()) than = (c.factor.empty() ? "" : c.factor + " of ") + ("the " + fact_name(corpus, c.of));
    std::string what = fact_name(corpus, c.fact) + year_words(c.year);
    for (const auto& other : c.plus) what += " plus " + fact_name(corpus, other) + year_words(c.year);
    return fmt::format("{} is {}{} {}", what, so ? "" : "not ", how, than);
}

std::string level_name(const Corpus& corpus, const Condition& c) {
    for (const auto& in : corpus.data().instruments)
        for (const auto& s : in.schemes)
            if (s.id == c.scheme)
                for (const auto& l : s.levels)
                    if (l.id == c.level) return fmt::format("{} ({})", l.label, s.label);
    return c.level;
}

constexpr std::string_view of_models = " (class of models)";
bool is_list(const Condition& c) { return c.kind == ConditionKind::all || c.kind == ConditionKind::any; }

/// "a general-purpose AI model", "an AI system", but "generative AI": what is AI as such takes no article.
std::string with_article(const std::string& name) {
    std::size_t head = name.size();
    for (const std::string_view end : {" of ", " in ", " under ", " that ", " with ", " (", ", "}) head = std::min(head, name.find(end));
    const auto noun = name.substr(0, head);
    if (noun.ends_with(" AI") || name.starts_with("any")) return name;
    constexpr std::string_view vowels = "aeiouAEIO";
    return (vowels.find(name.front()) == std::string_view::npos ? "a " : "an ") + name;
}

std::string class_words(const Corpus& corpus, const Id& id, bool so) {
    std::string name = inner(name_in(corpus.vocabulary().classes, id));
    const bool model = name.ends_with(of_models);
    if (model) name.resize(name.size() - of_models.size());
    const std::string_view who = model ? "the model" : corpus.within(id, "developer") ? "the developer" : "whoever it concerns";
    return fmt::format("{} is {}{}", who, so ? "" : "not ", with_article(name));
}

std::string set_words(const Corpus& corpus, const Condition& c, bool so) {
    const auto what = fact_name(corpus, c.fact);
    const bool many = what.ends_with('s');
    return fmt::format("{} {} {}", what, so ? many ? "include" : "includes" : many ? "do not include" : "does not include", c.value);
}

/// Denies a sentence. "Not" goes into it only where it cannot be read as denying a part alone.
std::string denied(const std::string& sentence) {
    constexpr std::array<std::string_view, 5> starts{"the model is ", "the model was ", "the developer is ", "the provider is ", "the operator is "};
    const bool plain_sentence = sentence.find(" and ") == std::string::npos && sentence.find(" or ") == std::string::npos && sentence.find_first_of(",:;") == std::string::npos &&
                                sentence.find(" not ") == std::string::npos && sentence.find(" all ") == std::string::npos && sentence.find(" any") == std::string::npos;
    for (const auto start : starts)
        if (plain_sentence && sentence.starts_with(start)) return fmt::format("{}not {}", start, sentence.substr(start.size()));
    return "it is not so that " + sentence;
}

/// "released under a licence" is said of the model, or of the developer.
std::string flag_words(const Corpus& corpus, const Id& id) {
    const auto words = inner(name_in(corpus.vocabulary().facts, id));
    const auto& facts = corpus.vocabulary().facts;
    const auto fact = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.id == id; });
    const bool participle = words.substr(0, words.find(' ')).ends_with("ed");
    if (fact == facts.end() || !participle || fact->about == FactAbout::field) return words;
    return fmt::format("the {} is {}", word(fact->about), words);
}

/// What could be read on into its neighbour.
bool runs_on(const std::string& words) {
    for (const std::string_view s : {" and ", " or ", ": ", "; ", "it is not so that ", " (judged by "})
        if (words.find(s) != std::string::npos) return true;
    return words.size() > 90;
}

std::string number_mark(std::size_t i, int depth) {
    constexpr std::array<std::string_view, 10> romans{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
    if (depth == 1 && i < 26) return fmt::format("({})", static_cast<char>('a' + static_cast<char>(i)));
    if (depth == 2 && i < romans.size()) return fmt::format("({})", romans[i]);
    return depth == 0 ? fmt::format("({})", i + 1) : fmt::format("({}.{})", depth, i + 1);
}

/// A number needs no brackets around what it numbers.
std::string unbracketed(const std::string& words) {
    if (!words.starts_with('(')) return words;
    int open = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        open += words[i] == '(' ? 1 : words[i] == ')' ? -1 : 0;
        if (open == 0) return words;
    }
    return words.substr(1, words.size() - 2);
}

class ListWords {
public:
    explicit ListWords(const Corpus& corpus) : corpus_(corpus) {}

    /// A condition by itself, or as a member of a list at `depth`.
    std::string say(const Condition& c, bool so, int depth) const {
        if (c.kind == ConditionKind::negation) return say(c.parts.front(), !so, depth);
        if (is_list(c)) return list(c, so, depth);
        if (c.kind == ConditionKind::known) return within(c.parts.front(), so ? "it is known that" : "it is not known that", depth);
        if (c.kind == ConditionKind::judged) return judged(c, so, depth);
        return leaf(c, so);
    }

private:
    std::string list(const Condition& c, bool so, int depth) const {
        const bool all = c.kind == ConditionKind::all;
        const auto members = flat(c);
        if (members.size() == 1) return say(*members.front(), so, depth);
        std::vector<std::string> words = said(members, depth + 1);
        if (words.size() == 1) return say(*members.front(), so, depth);
        if (so && short_enough(members, words)) return (depth > 0 ? "(" : "") + join(words, all ? " and " : " or ") + (depth > 0 ? ")" : "");
        std::string out = so ? depth == 0 ? "" : all ? "all of: " : "any of: " : all ? "not all of these are so: " : "none of these is so: ";
        const std::string_view last = so && !all ? "; or " : "; and ";
        for (std::size_t i = 0; i < words.size(); ++i) out += fmt::format("{}{} {}", i == 0 ? "" : i + 1 == words.size() ? last : "; ", number_mark(i, depth), unbracketed(words[i]));
        return out;
    }

    /// Members of members of the same kind are members; what stands there twice is said once.
    static std::vector<const Condition*> flat(const Condition& c) {
        std::vector<const Condition*> out;
        for (const auto& p : c.parts) {
            const auto inside = p.kind == c.kind ? flat(p) : std::vector<const Condition*>{&p};
            for (const auto* x : inside)
                if (std::none_of(out.begin(), out.end(), [&](const Condition* y) { return *y == *x; })) out.push_back(x);
        }
        return out;
    }

    std::vector<std::string> said(const std::vector<const Condition*>& members, int depth) const {
        std::vector<std::string> out;
        for (const auto* m : members) {
            auto words = say(*m, true, depth);
            if (std::find(out.begin(), out.end(), words) == out.end()) out.push_back(std::move(words));
        }
        return out;
    }

    /// "A and B", "A and (B or C)": readable without numbers.
    static bool short_enough(const std::vector<const Condition*>& members, const std::vector<std::string>& words) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < members.size() && i < words.size(); ++i) {
            const bool bracketed = words[i].starts_with('(') && words[i].ends_with(')') && words[i].find(';') == std::string::npos && words[i].find(": ") == std::string::npos;
            if (!bracketed && runs_on(words[i])) return false;
            length += words[i].size();
        }
        return words.size() <= 3 && length <= 240;
    }

    std::string within(const Condition& c, std::string_view opening, int depth) const {
        return fmt::format("{} {}", opening, say(c, true, depth + 1));
    }

    std::string judged(const Condition& c, bool so, int depth) const {
        std::vector<std::string> names;
        for (const auto& id : c.by) names.push_back(bearer_name(corpus_, id));
        const auto by = join(names, " and ");
        const auto& what = c.parts.front();
        if (so && !is_list(what)) return fmt::format("{} (judged by {})", say(what, true, depth), by);
        return within(what, fmt::format("in the judgement of {}{}", by, so ? "," : " it is not so that"), depth);
    }

    std::string leaf(const Condition& c, bool so) const {
        switch (c.kind) {
            case ConditionKind::more_than:
            case ConditionKind::at_least:
            case ConditionKind::less_than:
            case ConditionKind::at_most:
            case ConditionKind::equals: return comparison(corpus_, c, so);
            case ConditionKind::is: return so ? flag_words(corpus_, c.fact) : denied(flag_words(corpus_, c.fact));
            case ConditionKind::includes: return set_words(corpus_, c, so);
            case ConditionKind::reaches: return fmt::format("the model {} {}", so ? "reaches" : "does not reach", level_name(corpus_, c));
            case ConditionKind::event: return fmt::format("this {}: {}", so ? "happens" : "does not happen", inner_event(corpus_, c.name));
            case ConditionKind::in_class: return class_words(corpus_, c.name, so);
            case ConditionKind::test: return so ? inner_test(corpus_, c.words) : denied(inner_test(corpus_, c.words));
            case ConditionKind::all:
            case ConditionKind::any:
            case ConditionKind::negation:
            case ConditionKind::known:
            case ConditionKind::judged: break;
        }
        return {};
    }

    const Corpus& corpus_;
};

}  // namespace

std::string condition_words(const Corpus& corpus, const Condition& c, bool so) { return ListWords(corpus).say(c, so, 0); }
std::string in_words(const Corpus& corpus, const Condition& c) { return condition_words(corpus, c, true); }

}  // namespace lacuna
