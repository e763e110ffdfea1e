#pragma once
// Which models are alike for a question: they differ only in what the question does not ask, and their figures lie in the same places
// among the lines that it draws.

#include "survey/forms.hpp"

namespace lacuna {

/// What a question asks about.
struct Asks {
    std::set<int> unknowns, atoms;                   ///< numbers of Forms
    std::set<std::pair<KnownKind, Id>> names;        ///< facts that are no quantities; levels and classes without their name
    std::vector<std::vector<int>> together;          ///< quantities that stand in comparisons with one another
    std::vector<std::vector<int>> atoms_of;          ///< the comparisons of each of these
};
Asks asks_of(const Forms& forms, std::set<int> unknowns, std::set<int> atoms);

/// Reads situations and says which are alike.
class Alike {
public:
    explicit Alike(Forms& forms) : forms_(forms) {}

    /// Takes a situation; its number counts from 0.
    std::size_t add(const Situation& situation);
    /// The same text for situations that are alike; for equal `asks` only. Truth of a combination of comparisons depends on the figures
    /// only through the order of figures and lines, wherever each comparison is of one quantity with a number or of two with each other.
    /// Where another one stays (a multiple, a sum of two things that are not exactly known) it counts how each comparison comes out, if
    /// these can be told one by one; else alike are equal figures only.
    std::string kind_of(std::size_t situation, const Asks& asks);
    /// Does a figure of the situation, as it is given, lie on both sides of a line?
    bool straddles(std::size_t situation, const Asks& asks);
    bool says(std::size_t situation, int quantity) const { return taken_[situation].figures.contains(quantity); }
    bool has_events(std::size_t situation) const { return taken_[situation].events; }

private:
    struct Figure {
        std::optional<logic::Rational> low, high;
        bool low_open = false, high_open = false;
        std::string text;
        bool exact() const { return low && high && *low == *high; }
    };
    struct Taken {
        std::map<int, const Figure*> figures;
        std::vector<std::tuple<KnownKind, Id, int>> others;  ///< with the number of what is said
        Id developer;
        bool events = false;
    };
    /// The numbers with which single figures are compared, and in which order they stand.
    struct Lines {
        bool by_order = true;  ///< false: some comparison is of another kind
        std::vector<logic::Rational> sorted;
        std::string order;     ///< which line is where
    };

    const Figure& figure(const Known& k);
    const Lines& lines(const Taken& s, const std::vector<int>& quantities, const std::vector<int>& atoms);
    Lines lines_for(const Taken& s, const std::vector<int>& atoms) const;
    /// How each comparison comes out: always, never, or either; nothing where what one of them says can hang on another.
    std::optional<std::string> one_by_one(const Taken& s, const std::vector<int>& atoms) const;
    static std::string place(const std::vector<logic::Rational>& sorted, const std::optional<logic::Rational>& value, bool open);

    Forms& forms_;
    std::vector<Taken> taken_;
    std::map<std::string, Figure> figures_;
    std::map<std::string, int> texts_;
    std::map<std::string, Lines> lines_;
};

}  // namespace lacuna
