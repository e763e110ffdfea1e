// One fact as the command line gives it, name=value: read.

#include "lacuna/situation.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "model/event_fields.hpp"
#include "lacuna/vocabulary.hpp"

namespace lacuna {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> out;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(at, start), text.size());
        out.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return out;
}

KnownKind kind_said(FactKind kind) {
    switch (kind) {
        case FactKind::quantity: return KnownKind::quantity;
        case FactKind::flag: return KnownKind::flag;
        case FactKind::date: return KnownKind::day;
        case FactKind::set: break;
    }
    return KnownKind::set;
}

/// A number and what is written behind it.
std::pair<std::string, std::string> number_and_unit(const std::string& text) {
    std::size_t i = text.find_first_not_of("+-0123456789.");
    if (i == std::string::npos) return {text, ""};
    if ((text[i] == 'e' || text[i] == 'E') && i + 1 < text.size() && std::string_view("+-0123456789").find(text[i + 1]) != std::string_view::npos) i = std::min(text.find_first_not_of("0123456789", i + 2), text.size());
    auto unit = text.substr(i);
    unit.erase(0, unit.find_first_not_of(' ') == std::string::npos ? unit.size() : unit.find_first_not_of(' '));
    return {text.substr(0, i), unit};
}

/// Reads one fact from the command line; collects what is wrong with it.
class FactReader {
public:
    FactReader(const Vocabulary& vocabulary, std::string_view text, std::vector<Problem>& problems) : vocabulary_(vocabulary), text_(text), problems_(problems) { known_.at.file = "--fact " + excerpt(text); }

    std::optional<Known> read() {
        const auto equals = text_.find('=');
        if (equals == std::string_view::npos || equals == 0) wrong("bad-fact", "it is not of the form name=value", "write for example training-compute=2.1e25FLOP");
        else {
            name(text_.substr(0, equals));
            if (good_) value(std::string(text_.substr(equals + 1)));
        }
        return good_ ? std::optional(known_) : std::nullopt;
    }

private:
    void wrong(std::string code, std::string what, std::string advice) {
        good_ = false;
        problems_.push_back({known_.at, std::move(code), std::move(what), std::move(advice)});
    }

    void name(std::string_view text) {
        if (const auto slash = text.find('/'); slash != std::string_view::npos) {
            known_.view = split(text.substr(0, slash), '+');
            text.remove_prefix(slash + 1);
        }
        const auto colon = text.find(':');
        if (colon == std::string_view::npos) fact(text);
        else special(text.substr(0, colon), std::string(text.substr(colon + 1)));
    }

    void special(std::string_view word, std::string rest) {
        const auto kind = from_word<KnownKind>(word);
        if (kind == KnownKind::level) {
            const auto colon = rest.find(':');
            if (colon == std::string::npos) return wrong("bad-fact", "a level needs its scheme", "write level:SCHEME:LEVEL=yes");
            known_.scheme = rest.substr(0, colon);
            rest = rest.substr(colon + 1);
        } else if (kind != KnownKind::test && kind != KnownKind::in_class && kind != KnownKind::event) {
            return wrong("unknown-name", fmt::format("nothing is said by '{}:'", excerpt(word)), "use test:, level:, class: or event:, or the name of a fact");
        }
        known_.kind = *kind;
        known_.name = rest;
        if (kind == KnownKind::event) {
            const auto ids = ids_of(vocabulary_.events);
            if (std::find(ids.begin(), ids.end(), rest) == ids.end()) wrong("unknown-name", fmt::format("no event is called '{}'", excerpt(rest)), near_or(rest, ids, "see `lacuna list events`"));
        }
    }

    void year(std::string_view text) {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size() || number < 1900 || number > 2200) return wrong("bad-value", fmt::format("'{}' is not a year", excerpt(text)), "write for example annual-revenue@2025=600e6USD");
        known_.year = number;
    }

    void fact(std::string_view text) {
        if (const auto at = text.find('@'); at != std::string_view::npos) {
            year(text.substr(at + 1));
            if (!good_) return;
            text = text.substr(0, at);
        }
        known_.name = std::string(text);
        const auto it = std::find_if(vocabulary_.facts.begin(), vocabulary_.facts.end(), [&](const Fact& f) { return f.id == text; });
        if (it == vocabulary_.facts.end()) return wrong("unknown-name", fmt::format("no fact is called '{}'", excerpt(text)), near_or(text, ids_of(vocabulary_.facts), "see `lacuna list facts`"));
        fact_ = &*it;
        known_.kind = kind_said(it->kind);
    }

    void value(const std::string& text) {
        switch (known_.kind) {
            case KnownKind::quantity: return quantity(text);
            case KnownKind::day:
                known_.on = parse_day_range(text);
                if (!known_.on || known_.on->first > known_.on->last) wrong("bad-value", fmt::format("'{}' is not a day of the calendar", excerpt(text)), "write YYYY-MM-DD, or YYYY-MM-DD..YYYY-MM-DD for an interval");
                return;
            case KnownKind::set: return members(text);
            case KnownKind::event:
                moments(text);
                return;
            case KnownKind::flag:
            case KnownKind::test:
            case KnownKind::level:
            case KnownKind::in_class:
                known_.holds = from_word<Truth>(text);
                if (!known_.holds) wrong("bad-value", fmt::format("'{}' is not an answer", excerpt(text)), "write yes, no or unknown");
                return;
        }
    }

    void quantity(std::string text) {
        if (text.starts_with('=')) {
            known_.precision = Precision::exact;
            text.erase(0, 1);
        } else if (text.starts_with('~')) {
            known_.precision = Precision::rounded;
            text.erase(0, 1);
        }
        if (const auto dots = text.find(".."); dots != std::string::npos) {
            const auto [low, low_unit] = number_and_unit(text.substr(0, dots));
            const auto [high, high_unit] = number_and_unit(text.substr(dots + 2));
            known_.low = low;
            known_.high = high;
            known_.unit = high_unit.empty() ? low_unit : high_unit;
        } else {
            std::tie(known_.value, known_.unit) = number_and_unit(text);
        }
        if (known_.unit.empty() && fact_->units.size() == 1) known_.unit = fact_->units.front();
    }

    void members(std::string text) {
        if (text.starts_with("only:")) {
            known_.only = true;
            text.erase(0, 5);
        }
        if (text.empty() || text == "none") {
            known_.only = true;
            return;
        }
        for (auto& m : split(text, ',')) {
            if (m.starts_with('!')) known_.excludes.push_back(m.substr(1));
            else known_.includes.push_back(std::move(m));
        }
    }

    void moments(const std::string& text) {
        for (const auto& part : split(text, ',')) {
            if (const auto holds = from_word<Truth>(part)) {
                known_.holds = holds;
                continue;
            }
            const auto colon = part.find(':');
            const std::string word = part.substr(0, colon);
            if (colon == std::string::npos || (!word.empty() && word[0] >= '0' && word[0] <= '9')) moment("occurrence", part);
            else moment(word, part.substr(colon + 1));
        }
    }

    template <class Fields, class Parse>
    bool field(const std::string& word, const std::string& text, const Fields& fields, const Parse& parse, std::string_view what, std::string advice) {
        for (const auto& [name, place] : fields) {
            if (word != name) continue;
            known_.*place = parse(text);
            if (!(known_.*place)) wrong("bad-value", fmt::format("'{}' is not {}", excerpt(text), what), std::move(advice));
            return true;
        }
        return false;
    }

    void moment(const std::string& word, const std::string& text) {
        if (field(word, text, act_fields, parse_day_range, "a day of the calendar", "write YYYY-MM-DD")) return;
        if (field(word, text, moment_fields, parse_moment, "a moment", "write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC")) return;
        std::vector<std::string> words;
        for (const auto& f : moment_fields) words.emplace_back(f.first);
        for (const auto& f : act_fields) words.emplace_back(f.first);
        wrong("unknown-name", fmt::format("an event has no '{}'", excerpt(word)), near_or(word, words, "use one of " + join(words)));
    }

    const Vocabulary& vocabulary_;
    std::string_view text_;
    std::vector<Problem>& problems_;
    Known known_;
    const Fact* fact_ = nullptr;
    bool good_ = true;
};

}  // namespace

std::optional<Known> parse_fact(const Vocabulary& vocabulary, std::string_view text, std::vector<Problem>& problems) { return FactReader(vocabulary, text, problems).read(); }

}  // namespace lacuna
