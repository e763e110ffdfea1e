#include "lacuna/situation.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "lacuna/vocabulary.hpp"

namespace lacuna {
namespace {

/// A decimal as written, taken apart: digits without a point, and the power of ten of the last one.
struct Written {
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

Written taken_apart(std::string_view text) {
    Written w;
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
        w.negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
        auto tail = text.substr(e + 1);
        if (tail.starts_with('+')) tail.remove_prefix(1);
        std::from_chars(tail.data(), tail.data() + tail.size(), w.exponent);
        text = text.substr(0, e);
    }
    const auto point = text.find('.');
    w.digits = std::string(text.substr(0, point));
    if (point != std::string_view::npos) {
        w.digits += text.substr(point + 1);
        w.exponent -= static_cast<int>(text.size() - point - 1);
    }
    return w;
}

/// One less; precondition: not all digits are 0.
std::string one_less(std::string digits) {
    auto i = digits.size() - 1;
    for (; digits[i] == '0'; --i) digits[i] = '9';
    --digits[i];
    return digits;
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> out;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(at, start), text.size());
        out.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return out;
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

    void fact(std::string_view text) {
        if (const auto at = text.find('@'); at != std::string_view::npos) {
            const auto year = text.substr(at + 1);
            int number = 0;
            const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), number);
            if (error != std::errc{} || end != year.data() + year.size() || number < 1900 || number > 2200) return wrong("bad-value", fmt::format("'{}' is not a year", excerpt(year)), "write for example annual-revenue@2025=600e6USD");
            known_.year = number;
            text = text.substr(0, at);
        }
        known_.name = std::string(text);
        const auto it = std::find_if(vocabulary_.facts.begin(), vocabulary_.facts.end(), [&](const Fact& f) { return f.id == text; });
        if (it == vocabulary_.facts.end()) return wrong("unknown-name", fmt::format("no fact is called '{}'", excerpt(text)), near_or(text, ids_of(vocabulary_.facts), "see `lacuna list facts`"));
        fact_ = &*it;
        switch (it->kind) {
            case FactKind::quantity: known_.kind = KnownKind::quantity; break;
            case FactKind::flag: known_.kind = KnownKind::flag; break;
            case FactKind::date: known_.kind = KnownKind::day; break;
            case FactKind::set: known_.kind = KnownKind::set; break;
        }
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

    /// A number and what is written behind it.
    static std::pair<std::string, std::string> number_and_unit(const std::string& text) {
        std::size_t i = text.find_first_not_of("+-0123456789.");
        if (i == std::string::npos) return {text, ""};
        if ((text[i] == 'e' || text[i] == 'E') && i + 1 < text.size() && std::string_view("+-0123456789").find(text[i + 1]) != std::string_view::npos) i = std::min(text.find_first_not_of("0123456789", i + 2), text.size());
        auto unit = text.substr(i);
        unit.erase(0, unit.find_first_not_of(' ') == std::string::npos ? unit.size() : unit.find_first_not_of(' '));
        return {text.substr(0, i), unit};
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

    void moment(const std::string& word, const std::string& text) {
        for (const auto& [name, field] : {std::pair{"decided", &known_.decided}, std::pair{"effective", &known_.effective}, std::pair{"withdrawn", &known_.withdrawn}}) {
            if (word != name) continue;
            *field = parse_day_range(text);
            if (!*field) wrong("bad-value", fmt::format("'{}' is not a day of the calendar", excerpt(text)), "write YYYY-MM-DD");
            return;
        }
        for (const auto& [name, field] : {std::pair{"occurrence", &known_.occurrence}, std::pair{"discovery", &known_.discovery}, std::pair{"awareness", &known_.awareness}, std::pair{"end", &known_.end}}) {
            if (word != name) continue;
            *field = parse_moment(text);
            if (!*field) wrong("bad-value", fmt::format("'{}' is not a moment", excerpt(text)), "write YYYY-MM-DD, or YYYY-MM-DDThh:mm+hh:mm with the offset from UTC");
            return;
        }
        const std::vector<std::string> words{"occurrence", "discovery", "awareness", "end", "decided", "effective", "withdrawn"};
        wrong("unknown-name", fmt::format("an event has no '{}'", excerpt(word)), near_or(word, words, "use one of " + join(words)));
    }

    const Vocabulary& vocabulary_;
    std::string_view text_;
    std::vector<Problem>& problems_;
    Known known_;
    const Fact* fact_ = nullptr;
    bool good_ = true;
};

std::string value_text(const Known& k) {
    const auto answer = [](Truth t) { return std::string(word(t)); };
    switch (k.kind) {
        case KnownKind::quantity: {
            if (k.value.empty()) return k.low + ".." + k.high + k.unit;
            const std::string mark = !k.precision || k.precision == precision_as_written(k.value) ? "" : *k.precision == Precision::exact ? "=" : "~";
            return mark + k.value + k.unit;
        }
        case KnownKind::day: return to_string(*k.on);
        case KnownKind::set: {
            auto parts = k.includes;
            for (const auto& x : k.excludes) parts.push_back("!" + x);
            return (k.only ? "only:" : "") + join(parts, ",");
        }
        case KnownKind::event: {
            std::vector<std::string> parts;
            if (k.holds) parts.push_back(answer(*k.holds));
            for (const auto& [name, field] : {std::pair{"occurrence", &k.occurrence}, std::pair{"discovery", &k.discovery}, std::pair{"awareness", &k.awareness}, std::pair{"end", &k.end}})
                if (*field) parts.push_back(fmt::format("{}:{}", name, to_string(**field)));
            for (const auto& [name, field] : {std::pair{"decided", &k.decided}, std::pair{"effective", &k.effective}, std::pair{"withdrawn", &k.withdrawn}})
                if (*field) parts.push_back(fmt::format("{}:{}", name, to_string(**field)));
            return join(parts, ",");
        }
        case KnownKind::flag:
        case KnownKind::test:
        case KnownKind::level:
        case KnownKind::in_class: break;
    }
    return k.holds ? answer(*k.holds) : "";
}

}  // namespace

Precision precision_as_written(std::string_view text) { return text.find_first_of(".eE") == std::string_view::npos ? Precision::exact : Precision::rounded; }

Interval figure(std::string_view text, Precision precision) {
    if (precision == Precision::exact) {
        const auto value = Decimal::parse(text);
        return {value, value, false, false};
    }
    const auto w = taken_apart(text);
    const bool zero = w.digits.find_first_not_of('0') == std::string::npos;
    const auto number = [&](const std::string& digits, bool negative) { return Decimal::parse(fmt::format("{}{}e{}", negative ? "-" : "", digits, w.exponent - 1)); };
    const bool negative = w.negative && !zero;
    const auto away = number(w.digits + "5", negative), toward = zero ? number("5", true) : number(one_less(w.digits) + "5", negative);
    if (!away || !toward) return figure(text, Precision::exact);  // too small a number to have a half unit
    return negative ? Interval{away, toward, true, false} : Interval{toward, away, false, true};
}

Interval interval_of(const Known& k) {
    if (!k.value.empty()) return figure(k.value, k.precision.value_or(precision_as_written(k.value)));
    return {Decimal::parse(k.low), Decimal::parse(k.high), false, false};
}

std::optional<Known> parse_fact(const Vocabulary& vocabulary, std::string_view text, std::vector<Problem>& problems) { return FactReader(vocabulary, text, problems).read(); }

std::string to_fact(const Known& k) {
    std::string name = k.view.empty() ? "" : join(k.view, "+") + "/";
    const bool special = k.kind == KnownKind::test || k.kind == KnownKind::level || k.kind == KnownKind::in_class || k.kind == KnownKind::event;
    if (special) name += std::string(word(k.kind)) + ":";
    if (k.kind == KnownKind::level) name += k.scheme + ":";
    name += k.name;
    if (k.year) name += fmt::format("@{}", *k.year);
    return name + "=" + value_text(k);
}

}  // namespace lacuna
