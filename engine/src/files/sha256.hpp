#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace lacuna {

/// A running SHA-256 (FIPS 180-4). OpenSSL does the work; this is the only place that names it.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// The digest of all that was added, as 64 hexadecimal digits. To be called once.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lacuna
