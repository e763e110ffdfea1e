#include <algorithm>
#include <map>

#include "lacuna/questionnaire.hpp"

namespace lacuna {
namespace {

template <class T>
void add_once(std::vector<T>& to, const T& one) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

/// Goes through conditions; inside <judged> and <known> a test is asked as somebody sees it.
class TestCollector {
public:
    void look(NodeNo n, const Provision& p) {
        for (const auto& c : p.when) look(n, c, "");
        for (const auto& e : p.unless)
            for (const auto& c : e.condition) look(n, c, "");
        for (const auto& e : p.escapes)
            for (const auto& c : e.condition) look(n, c, "");
    }

    std::vector<TestAsked> all() && {
        std::vector<TestAsked> out;
        for (auto& [id, test] : tests_) out.push_back(std::move(test));
        return out;
    }

private:
    void look(NodeNo n, const Condition& c, const std::string& view) {
        if (c.kind == ConditionKind::test) {
            auto& test = tests_[c.name];
            test.id = c.name;
            add_once(test.words, c.words);
            add_once(test.names, view + "test:" + c.name);
            add_once(test.in, n);
        }
        const std::string inner = c.kind == ConditionKind::judged ? join(c.by, "+") + "/" : c.kind == ConditionKind::known ? "expected/" : view;
        for (const auto& p : c.parts) look(n, p, inner);
    }

    std::map<Id, TestAsked> tests_;
};

}  // namespace

std::vector<TestAsked> tests_asked(const Corpus& corpus) {
    TestCollector collector;
    for (NodeNo n = 0; n < static_cast<NodeNo>(corpus.nodes().size()); ++n) collector.look(n, corpus.provision(n));
    return std::move(collector).all();
}

}  // namespace lacuna
