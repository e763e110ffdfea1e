#include "lacuna/reference.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "lacuna/standing.hpp"

namespace lacuna {
namespace {

/// The first version whose text the corpus has, or else the first.
const Version& first_held(const Instrument& in) {
    const auto it = std::find_if(in.versions.begin(), in.versions.end(), [](const Version& v) { return v.encoded != false; });
    return it == in.versions.end() ? in.versions.front() : *it;
}

/// Resolves REFs into one scope.
class Resolver {
public:
    Resolver(const Corpus& corpus, Day on, const std::optional<std::string>& in, std::vector<Problem>& problems) : corpus_(corpus), on_(on), in_(in), problems_(problems) {}

    void add(const std::string& ref) {
        ref_ = ref;
        if (const auto force = from_word<Force>(ref)) return by_force(*force);
        const auto hash = ref.find('#');
        const auto head = ref.substr(0, hash);
        const auto at = head.find('@');
        if (const auto* in = corpus_.instrument(head.substr(0, at))) return by_instrument(*in, at == std::string::npos ? "" : head.substr(at + 1), hash == std::string::npos ? "" : ref.substr(hash + 1));
        if (hash == std::string::npos && at == std::string::npos && corpus_.party(ref) != nullptr) return by_party(ref);
        if (by_identifier(ref)) return;
        unknown(ref, head.substr(0, at));
    }

    Scope done() {
        auto& p = scope_.provisions;
        std::sort(p.begin(), p.end());
        p.erase(std::unique(p.begin(), p.end(), [](const Pinned& a, const Pinned& b) { return a.node == b.node && a.version == b.version; }), p.end());
        std::sort(scope_.taken.begin(), scope_.taken.end(), [](const Taken& a, const Taken& b) { return std::pair(a.instrument->id, a.version) < std::pair(b.instrument->id, b.version); });
        std::sort(texts_.begin(), texts_.end());
        texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
        scope_.text = join(texts_, "+");
        return std::move(scope_);
    }

private:
    void problem(std::string code, std::string what, std::string advice) { problems_.push_back(problem_with(ref_, std::move(code), std::move(what), std::move(advice))); }

    void unknown(const std::string& ref, const std::string& head) {
        auto names = corpus_.instrument_ids();
        const auto parties = corpus_.party_ids();
        names.insert(names.end(), parties.begin(), parties.end());
        for (const auto& w : all_words<Force>()) names.push_back(w);
        problem("unknown-name", fmt::format("no instrument, party, force or identifier is called '{}'", ref), near_or(head, names, "see `lacuna list instruments` and `lacuna list parties`"));
    }

    std::optional<int> standing(const Instrument& in) {
        const auto v = version_on(in, on_);
        if (!v) problem("not-yet", fmt::format("no version of '{}' stands on {}", in.id, to_string(on_)), fmt::format("ask for a later date, or name a version: {}@{}", in.id, first_held(in).id));
        return v;
    }

    /// The version meant: the named one, or the one that stands on the date.
    std::optional<int> version(const Instrument& in, const std::string& name) {
        const auto v = name.empty() ? standing(in) : version_named(corpus_, in, name, {ref_}, problems_);
        if (!v) return std::nullopt;
        const auto& chosen = in.versions[static_cast<std::size_t>(*v)];
        if (chosen.encoded == false) {
            problem("not-encoded", fmt::format("version '{}' of '{}' is known, but its text is not in the corpus", chosen.id, in.id), "name a version whose text is there: see `lacuna list instruments`");
            return std::nullopt;
        }
        return v;
    }

    void take(const Instrument& in, int v, bool named, const std::vector<NodeNo>& nodes) {
        const auto known = std::find_if(scope_.taken.begin(), scope_.taken.end(), [&](const Taken& t) { return t.instrument == &in && t.version == v; });
        if (known == scope_.taken.end()) {
            scope_.taken.push_back({&in, v, named});
            note_standing(in, v);
        }
        for (const NodeNo n : nodes)
            if (corpus_.provision(n).kind == NodeKind::provision && corpus_.node(n).first_version <= v && v <= corpus_.node(n).last_version) scope_.provisions.push_back({n, v, named});
    }

    void note_standing(const Instrument& in, int v) {
        const auto status = status_on(in, on_);
        const auto current = version_on(in, on_);
        const auto& id = in.versions[static_cast<std::size_t>(v)].id;
        if (status != Status::in_force) scope_.notes.push_back(fmt::format("{} is {}, not in force, on {}", in.name(), status ? word(*status) : "without a known status", to_string(on_)));
        else if (current != v)
            scope_.notes.push_back(fmt::format("{} {} does not stand on {}{}: it is asked about as if it did", in.name(), id, to_string(on_), current ? fmt::format(" (version {} does)", in.versions[static_cast<std::size_t>(*current)].id) : ""));
    }

    void by_instrument(const Instrument& in, const std::string& version_name, const std::string& provision) {
        const auto v = version(in, version_name);
        if (!v) return;
        std::string text = in.id + (version_name.empty() ? "" : "@" + version_name);
        if (provision.empty()) {
            take(in, *v, !version_name.empty(), corpus_.nodes_of(in));
        } else {
            const auto n = corpus_.find(in, *v, provision);
            if (!n) {
                std::vector<std::string> ids;
                for (const NodeNo m : corpus_.nodes_of(in)) ids.push_back(corpus_.provision(m).id);
                problem("unknown-provision", fmt::format("'{}' has no provision '{}' in version '{}'", in.id, provision, in.versions[static_cast<std::size_t>(*v)].id), near_or(provision, ids, fmt::format("see `lacuna list provisions --of {}`", text)));
                return;
            }
            text += "#" + provision;
            take(in, *v, !version_name.empty(), corpus_.subtree(*n, *v));
        }
        texts_.push_back(text);
    }

    void by_party(const std::string& party) {
        bool any = false;
        for (const auto& in : corpus_.data().instruments) {
            if (in.force != Force::policy || in.issuer != party || status_on(in, on_) != Status::in_force) continue;
            any = true;
            if (const auto v = version(in, "")) take(in, *v, false, corpus_.nodes_of(in));
        }
        if (!any) problem("nothing-in-force", fmt::format("the corpus holds no policy of '{}' in force on {}", party, to_string(on_)), "see `lacuna list instruments`");
        texts_.push_back(party);
    }

    void by_force(Force force) {
        bool any = false;
        for (const auto& in : corpus_.data().instruments) {
            const auto status = status_on(in, on_);
            if (in.force != force || !status || (*status != Status::in_force && *status != Status::adopted)) continue;
            // `--in EU` takes what holds in the EU: its own instruments and those of whatever it lies in
            if (in_ && !corpus_.inside_jurisdiction(*in_, in.jurisdiction)) continue;
            any = true;
            // law that is made but has no text in force yet must not stop the question about the rest: it is taken as it will be
            const bool to_come = !version_on(in, on_) && !in.versions.empty() && in.versions.front().encoded != false;
            if (const auto v = to_come ? std::optional(0) : version(in, "")) take(in, *v, false, corpus_.nodes_of(in));
        }
        if (!any) problem("nothing-in-force", fmt::format("the corpus holds no instrument of force '{}' adopted or in force on {}{}", word(force), to_string(on_), in_ ? " in " + *in_ : ""), "see `lacuna list instruments`");
        texts_.emplace_back(word(force));
    }

    bool by_identifier(const std::string& ref) {
        for (const auto& in : corpus_.data().instruments)
            for (const auto& i : in.identifiers)
                if (i.value == ref || i.scheme + ":" + i.value == ref) {
                    by_instrument(in, "", "");
                    return true;
                }
        const auto nodes = corpus_.by_identifier(ref);
        for (const NodeNo n : nodes) {
            const auto& node = corpus_.node(n);
            // an outside identifier means the text it was given to: the version that stands, or else the last that has it
            const auto current = version_on(*node.instrument, on_);
            const bool stands = current && node.first_version <= *current && *current <= node.last_version;
            const int v = stands ? *current : node.last_version;
            take(*node.instrument, v, !stands, corpus_.subtree(n, v));
            texts_.push_back(corpus_.ref(n, stands ? std::nullopt : std::optional(v)));
        }
        return !nodes.empty();
    }

    const Corpus& corpus_;
    Day on_;
    const std::optional<std::string>& in_;
    std::vector<Problem>& problems_;
    std::string ref_;
    Scope scope_;
    std::vector<std::string> texts_;
};

}  // namespace

std::optional<int> version_named(const Corpus& corpus, const Instrument& in, const std::string& name, const Place& at, std::vector<Problem>& problems) {
    const auto v = corpus.version(in, name);
    if (!v) {
        const auto ids = ids_of(in.versions);
        problems.push_back({at, "unknown-version", fmt::format("'{}' has no version '{}'", in.id, name), near_or(name, ids, fmt::format("use one of {}", join(ids)))});
    }
    return v;
}

Scope resolve(const Corpus& corpus, const std::vector<std::string>& refs, Day on, const std::optional<std::string>& in, std::vector<Problem>& problems) {
    Resolver resolver(corpus, on, in, problems);
    for (const auto& ref : refs) resolver.add(ref);
    return resolver.done();
}

namespace {

/// Is `id` the domain `broad`, or within it?
bool within_domain(const Corpus& corpus, Id id, const Id& broad) {
    const auto& domains = corpus.vocabulary().domains;
    for (std::size_t guard = 0; guard <= domains.size() && !id.empty(); ++guard) {
        if (id == broad) return true;
        const auto it = std::find_if(domains.begin(), domains.end(), [&](const Domain& d) { return d.id == id; });
        id = it == domains.end() ? Id{} : it->broader;
    }
    return false;
}

void known(const std::vector<Id>& wanted, const std::vector<std::string>& there, const std::string& option, std::string_view noun, std::vector<Problem>& problems) {
    for (const auto& id : wanted) {
        if (std::find(there.begin(), there.end(), id) != there.end()) continue;
        problems.push_back(problem_with(option, "unknown-name", fmt::format("no {} is called '{}'", noun, id), near_or(id, there, fmt::format("use one of {}", join(there)))));
    }
}

}  // namespace

void narrow(const Corpus& corpus, Scope& scope, const Filter& filter, std::vector<Problem>& problems) {
    auto bearers = ids_of(corpus.vocabulary().classes);
    for (const auto& id : corpus.party_ids()) bearers.push_back(id);
    known(filter.themes, ids_of(corpus.vocabulary().themes), "--theme", "theme", problems);
    known(filter.domains, ids_of(corpus.vocabulary().domains), "--domain", "domain", problems);
    known(filter.bearers, bearers, "--bearer", "class or party", problems);
    const auto passes = [](const std::vector<Id>& wanted, const auto& test) { return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), test); };
    for (const auto& [name, ids] : {std::pair("theme", &filter.themes), std::pair("domain", &filter.domains), std::pair("bearer", &filter.bearers)})
        if (!ids->empty()) scope.narrowed += fmt::format("{}{}: {}", scope.narrowed.empty() ? "" : "; ", name, join(*ids, " or "));
    std::erase_if(scope.provisions, [&](const Pinned& p) {
        const auto& themes = corpus.themes(p.node);
        const auto& domains = corpus.domains(p.node);
        const bool kept = passes(filter.themes, [&](const Id& t) { return std::find(themes.begin(), themes.end(), t) != themes.end(); }) &&
                          passes(filter.domains, [&](const Id& d) { return std::any_of(domains.begin(), domains.end(), [&](const Id& own) { return within_domain(corpus, own, d); }); }) &&
                          passes(filter.bearers, [&](const Id& b) { return corpus.bearer(p.node) == b; });
        return !kept;
    });
}

bool in_scope(const std::optional<Scope>& scope, NodeNo provision) {
    return !scope || std::any_of(scope->provisions.begin(), scope->provisions.end(), [&](const Pinned& p) { return p.node == provision; });
}

}  // namespace lacuna
