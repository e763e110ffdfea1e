// What is wrong with an instrument as a whole: its sources, status, adoptions, versions, schemes of levels, oversight.

#include <fmt/format.h>

#include "check/pass.hpp"

namespace lacuna {
namespace {

void sources(CheckPass& pass, const Instrument& in) {
    Declarations declared(pass, "source");
    for (const auto& s : in.sources) declared.add(s.id, s.at);
}

void history(CheckPass& pass, const Instrument& in) {
    for (const auto& s : in.status) {
        pass.provenance("instrument", in.sources, s.provenance, s.at);
        pass.period(s.from, s.until, s.at);
    }
    for (const auto& s : in.assertions) {
        pass.provenance("instrument", in.sources, s.provenance, s.at);
        pass.period(s.from, s.until, s.at);
    }
}

void adoptions(CheckPass& pass, const Instrument& in) {
    for (const auto& a : in.adoptions) {
        pass.known(a.at, pass.parties, a.party);
        pass.provenance("instrument", in.sources, a.provenance, a.at);
        pass.period(a.from, a.until, a.at);
        for (const auto& ref : a.only) pass.part_of(in, ref, "this instrument", a.at);
    }
}

/// What a document is filed under must order its maker to keep it; else everything in it would seem to be law.
void filings(CheckPass& pass, const Instrument& in) {
    for (const auto& f : in.filings) {
        pass.provenance("instrument", in.sources, f.provenance, f.at);
        pass.period(f.from, f.until, f.at);
        const auto hash = f.under.find('#');
        const auto* law = pass.instrument_named(f.under.substr(0, hash), f.at);
        if (law == nullptr) continue;
        if (hash == std::string::npos) {
            pass.problem(f.at, "dangling-reference", fmt::format("'{}' names no provision", f.under), "write INSTRUMENT#PROVISION: the duty to keep the document");
            continue;
        }
        pass.part_of(*law, f.under.substr(hash), "'" + law->id + "'", f.at);
        const auto n = pass.corpus().find_latest(*law, f.under.substr(hash + 1));
        if (n && pass.corpus().provision(*n).hardens != true) pass.problem(f.at, "bad-value", fmt::format("'{}' does not order anybody to keep a document of its own", f.under), "name the duty to comply with the document, which says hardens=\"yes\"");
    }
}

void versions(CheckPass& pass, const Instrument& in) {
    Declarations declared(pass, "version");
    const Version* before = nullptr;
    for (const auto& v : in.versions) {
        declared.add(v.id, v.at);
        pass.good_id(v.id, v.at);
        pass.provenance("instrument", in.sources, v.provenance, v.at);
        if (before != nullptr && v.in_force_from && before->in_force_from && v.in_force_from->first < before->in_force_from->first)
            pass.problem(v.at, "impossible-interval", fmt::format("version '{}' stands from {}, before the version listed ahead of it", v.id, to_string(*v.in_force_from)), "list versions in the order in which they came into force");
        before = &v;
    }
}

void levels(CheckPass& pass, const Scheme& s) {
    Declarations declared(pass, "level");
    for (const auto& l : s.levels) {
        declared.add(l.id, l.at, {l.above});
        pass.known(l.at, pass.domains, l.domains);
    }
    for (const auto& l : s.levels)
        if (!l.above.empty() && !declared.has(l.above)) pass.problem(l.at, "unknown-name", fmt::format("no level of scheme '{}' is called '{}'", s.id, l.above), "name a level of this scheme");
    declared.no_circles();
}

void oversight(CheckPass& pass, const Instrument& in) {
    for (const auto& o : in.oversight) {
        for (const auto& id : {o.since, o.until})
            if (!id.empty()) pass.version_named(in, id, o.at);
        check_oversight(pass, in, o.holds, o.consulted);
    }
}

void instrument(CheckPass& pass, const Instrument& in) {
    pass.good_id(in.id, in.at);
    pass.known(in.at, pass.jurisdictions, in.jurisdiction);
    pass.known(in.at, pass.parties, in.issuer);
    pass.known(in.at, pass.instruments, in.companion_of);
    pass.known(in.at, pass.bearers, in.bearer);
    pass.provenance("instrument", in.sources, in.provenance, in.at);
    sources(pass, in);
    history(pass, in);
    adoptions(pass, in);
    filings(pass, in);
    versions(pass, in);
    for (const auto& s : in.schemes) levels(pass, s);
    oversight(pass, in);
}

}  // namespace

void check_instruments(CheckPass& pass) {
    Declarations instruments(pass, "instrument", Declarations::Each::file);
    Declarations schemes(pass, "scheme");  // of all instruments: conditions name them without one
    for (const auto& in : pass.corpus().data().instruments) {
        instruments.add(in.id, in.at);
        for (const auto& s : in.schemes) schemes.add(s.id, s.at);
        instrument(pass, in);
    }
}

}  // namespace lacuna
