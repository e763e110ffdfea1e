// Proves what a row of Epoch's tables is taken to say, and above all what it is not: a blank or an unsure figure is never "below".

#include "importers/epoch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "small.hpp"

using namespace lacuna;
using namespace lacuna::importers;

namespace {

struct Read {
    std::vector<EpochModel> models;
    std::vector<std::string> told;
};

Read read(std::string content, const EpochOptions& options = {}) {
    std::vector<Problem> problems;
    Read r{read_epoch({"e.csv", std::move(content)}, problems, options), {}};
    for (const auto& p : problems) r.told.push_back(to_string(p));
    return r;
}

std::vector<EpochModel> models(std::string content, const EpochOptions& options = {}) {
    auto r = read(std::move(content), options);
    CHECK(r.told == std::vector<std::string>{});
    return std::move(r.models);
}

const std::string head = "Model,Training compute (FLOP),Confidence,Training compute notes\n";

EpochModel one(const std::string& row) {
    auto all = models(head + row + "\n");
    REQUIRE(all.size() == 1);
    return all[0];
}

/// The fact as on a command line; "" where it is unknown.
std::string fact(const std::vector<Known>& facts, std::string_view name) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const Known& k) { return k.name == name; });
    return found == facts.end() ? "" : to_fact(*found).substr(name.size() + 1);
}

Answer more_than(const std::vector<Known>& facts, std::string_view line) {
    const auto found = std::find_if(facts.begin(), facts.end(), [](const Known& k) { return k.name == "training-compute"; });
    if (found == facts.end()) return Answer::undetermined;
    const auto i = interval_of(*found);
    if (*i.low > *Decimal::parse(line)) return Answer::yes;
    return *i.high <= *Decimal::parse(line) ? Answer::no : Answer::undetermined;
}

}  // namespace

TEST_CASE("epoch: the figure as printed is a rounded figure, the stated confidence makes it an interval") {
    const auto m = one("GPT-4,2.1e+25,Likely,");
    CHECK(m.model == "GPT-4");
    CHECK(m.compute == "2.1e+25");
    CHECK(m.confidence == "Likely");
    CHECK(fact(m.printed, "training-compute") == "2.1e25FLOP");
    CHECK(fact(m.stated, "training-compute") == "2.1e24..2.1e26FLOP");
    CHECK(m.printed[0].precision == Precision::rounded);
    CHECK(m.printed[0].provenance.locator == "row 'GPT-4', column 'Training compute (FLOP)'");
    CHECK(m.printed[0].provenance.grade == Grade::secondary);
    CHECK(m.stated[0].provenance.grade == Grade::inferred);
    CHECK(plain(m.stated[0].note) == "a factor of 10 either way for the confidence 'Likely'");
    CHECK(more_than(m.printed, "1e25") == Answer::yes);
    CHECK(more_than(m.stated, "1e25") == Answer::undetermined);
    CHECK(m.notes.empty());
    CHECK(m.at.line == 2);
}

TEST_CASE("epoch: factors 3, 10 and 30; the lower end is never rounded up") {
    CHECK(fact(one("m,3.8e+25,Confident,").stated, "training-compute") == "1.26666e25..1.14e26FLOP");
    CHECK(fact(one("m,3.8e+25,likely,").stated, "training-compute") == "3.8e24..3.8e26FLOP");
    CHECK(fact(one("m,3.8e+25,Speculative,").stated, "training-compute") == "1.26666e24..1.14e27FLOP");
}

TEST_CASE("epoch: a blank is unknown, never below") {
    for (const std::string row : {"Claude 3 Opus,,Confident,", "Claude 3 Opus, ,Unknown,"}) {
        const auto m = one(row);
        CHECK(m.compute.empty());
        CHECK(m.printed.empty());
        CHECK(m.stated.empty());
    }
}

TEST_CASE("epoch: without a stated confidence nothing bounds the figure") {
    const auto m = one("m,1e+20,,");
    CHECK(fact(m.printed, "training-compute") == "1e20FLOP");
    CHECK(fact(m.stated, "training-compute").empty());
    CHECK(m.notes == std::vector<std::string>{"the row states no confidence, so nothing bounds its figures"});
    for (const std::string word : {"Unknown", "Unverified", "Certain"}) {
        CHECK(fact(one("m,1e+20," + word + ",").stated, "training-compute").empty());
        CHECK(one("m,1e+20," + word + ",").notes == std::vector<std::string>{"the confidence '" + word + "' states no bounds for the row's figures"});
    }
}

TEST_CASE("epoch: a figure that the table marks as wrong is not used in any reading") {
    const auto m = one("m,1e+20,Wrong,");
    CHECK(m.printed.empty());
    CHECK(m.stated.empty());
    CHECK(m.notes == std::vector<std::string>{"the table itself marks its figures as wrong; they are not used"});
}

TEST_CASE("epoch: a last digit that a note takes back does not lift a model over the line") {
    const auto m = one("Inflection-2,1.001e+25,Confident,\"~10^25 FLOPs\n\n(the second 1 is there because of a tool, it's not a real\nsig fig)\"");
    CHECK(fact(m.printed, "training-compute") == "1.0e25FLOP");
    CHECK(fact(m.stated, "training-compute") == "3.33333e24..3e25FLOP");
    CHECK(more_than(m.printed, "1e25") == Answer::undetermined);
    CHECK(m.compute == "1.001e+25");
    CHECK(m.notes == std::vector<std::string>{"the table's note says that the last digit of 1.001e+25 is not significant; it is read to two significant figures, as 1.0e25"});
    CHECK(more_than(one("m,1.001e+25,Confident,").printed, "1e25") == Answer::yes);
    CHECK(fact(one("m,1.26e+25,Confident,that digit is NOT real: the last digit is not significant").printed, "training-compute") == "1.3e25FLOP");
}

TEST_CASE("epoch: noise that was taken off is told") {
    const auto m = one("Grok 4,5.0000000000001e+26,Speculative,");
    CHECK(m.notes == std::vector<std::string>{"the end of 5.0000000000001e+26 is noise of the table's software; it is read as 5e26, rounded at its last digit"});
    CHECK(one("m,100000000000000.0,Likely,").notes.empty());
}

TEST_CASE("epoch: what cannot be read as a number or a date is told, with its place, and gives no fact") {
    const auto r = read("Model,Publication date,Training compute (FLOP),Finetune compute (FLOP)\n"
                        "a,2025-02-30,\"1,000\",\n"
                        "b,3/14/2025,about 1e25,-1\n"
                        "c,,0,\n");
    const std::string compute = " is not an amount of compute: write it like 4.64e+26, without separators or words, or leave the cell empty";
    const std::string date = " is not a date: write YYYY-MM-DD, YYYY-MM or YYYY, or leave the cell empty";
    CHECK(r.told == std::vector<std::string>{"e.csv:2:3: '2025-02-30'" + date, "e.csv:2:14: '1,000'" + compute, "e.csv:3:3: '3/14/2025'" + date, "e.csv:3:13: 'about 1e25'" + compute, "e.csv:3:24: '-1'" + compute,
                                             "e.csv:4:4: the training compute is 0: leave the cell empty where nothing is known"});
    for (const auto& m : r.models) CHECK(m.printed.empty());
}

TEST_CASE("epoch: a date may be a month or a year") {
    const auto all = models("Model,Training compute (FLOP),Publication date\na,,2025-04-10\nb,,2024-02\nc,,2023\nd,,\n");
    CHECK(to_string(*all[0].published) == "2025-04-10");
    CHECK(to_string(*all[1].published) == "2024-02-01..2024-02-29");
    CHECK(to_string(*all[2].published) == "2023-01-01..2023-12-31");
    CHECK_FALSE(all[3].published);
    for (const auto& m : all) CHECK(fact(m.printed, "placed-on-market").empty());
}

TEST_CASE("epoch: columns are found by name, in any order, in today's spelling or an older one") {
    const auto all = models("\xEF\xBB\xBF" "confidence,Favourite colour,TRAINING COMPUTE  (FLOPs),Organization(s),System\r\nConfident,blue,1e+24,X,A\r\n");
    CHECK(all[0].model == "A");
    CHECK(all[0].organization == "X");
    CHECK(fact(all[0].stated, "training-compute") == "3.33333e23..3e24FLOP");
    CHECK(read("Modell,Training compute (FLOP)\nA,1\n").told == std::vector<std::string>{"e.csv:1:1: there is no column 'Model': did you mean 'Modell'?"});
    CHECK(read("Model;Training compute (FLOP)\nA;1\n").told ==
          std::vector<std::string>{"e.csv:1:1: there is no column 'Model': save the file with commas between the cells", "e.csv:1:1: there is no column 'Training compute (FLOP)': save the file with commas between the cells"});
    CHECK(read("Model,System,Training compute (FLOP)\nA,B,1\n").told == std::vector<std::string>{"e.csv:1:7: a second column holds 'Model': delete or rename one of them"});
}

TEST_CASE("epoch: the figure is taken as the total, which can be turned off") {
    const auto m = one("m,2e+25,Confident,");
    CHECK(fact(m.printed, "fine-tuning-compute") == "0FLOP");
    CHECK(fact(m.printed, "intended-training-compute") == "2e25FLOP");
    CHECK(fact(m.stated, "intended-training-compute") == fact(m.stated, "training-compute"));
    CHECK(m.printed[1].precision == Precision::exact);
    CHECK(m.printed[1].provenance.grade == Grade::inferred);
    EpochOptions options;
    options.figure_is_total = false;
    const auto alone = models(head + "m,2e+25,Confident,\n", options)[0];
    CHECK(alone.printed.size() == 1);
    CHECK(alone.stated.size() == 1);
}

TEST_CASE("epoch: a row's own bounds come before those of its confidence, and only if they hold the figure") {
    const std::string columns = "Model,Training compute (FLOP),Training compute lower bound,Training compute upper bound,Confidence\n";
    const auto stated = [&](const std::string& row) { return fact(models(columns + row + "\n")[0].stated, "training-compute"); };
    CHECK(stated("Claude 3.7,3.35e+25,1.0000000001e+25,1.1e+26,Likely") == "5e24..1.15e26FLOP");
    CHECK(stated("Grok-2,2.96e+25,2.1e+25,,Confident") == "2.05e25..8.88e25FLOP");
    CHECK(stated("Falcon,3.76e+24,3.76e+24,3.76e+24,Unknown") == "3.755e24..3.765e24FLOP");
    CHECK(stated("half,3.76e+24,3.76e+24,,Unknown").empty());
    const auto apart = models(columns + "ConvS2S,5.64e+19,5.9e+19,,Likely\n")[0];
    CHECK(fact(apart.stated, "training-compute") == "5.64e18..5.64e20FLOP");
    CHECK(apart.notes == std::vector<std::string>{"the row's own bounds do not contain its figure; they are not used"});
    const auto bare = models(columns + "Qwen1.5-32B,,3.36e+23,1.3e+24,Confident\n")[0];
    CHECK(bare.stated.empty());
    CHECK(bare.notes == std::vector<std::string>{"the table gives bounds of the training compute but no figure; they are not used"});
}

TEST_CASE("epoch: weights alone are no yes to open weights; closed access is a no") {
    const std::string columns = "Model,Training compute (FLOP),Model accessibility,Open model weights?\n";
    const auto open = [&](const std::string& access) { return fact(models(columns + "m,," + access + "\n")[0].printed, "open-weights"); };
    for (const std::string closed : {"API access,No", "Hosted access (no API),", "Unreleased,No", ",No"}) CHECK(open(closed) == "no");
    for (const std::string unsure : {"Open weights (unrestricted),Yes", "Open weights (non-commercial),", ",Yes", ",", "On request,"}) CHECK(open(unsure).empty());
    const auto both = models(columns + "m,,API access,Yes\n")[0];
    CHECK(both.printed.empty());
    CHECK(both.notes == std::vector<std::string>{"the table contradicts itself on whether the weights are open"});
}

TEST_CASE("epoch: a domain can say that a model is not trained on biological sequences, never that it is") {
    const auto biological = [&](const std::string& domain) { return fact(models("Model,Training compute (FLOP),Domain\nm,,\"" + domain + "\"\n")[0].stated, "biological-sequence-data"); };
    for (const std::string no : {"Language", "Multimodal,Language,Vision", "Image generation"}) CHECK(biological(no) == "no");
    for (const std::string unsure : {"Biology", "Language,Biology", "Medicine", "Other", "Multimodal", "Astrology,Language", ""}) CHECK(biological(unsure).empty());
}

TEST_CASE("epoch: a model made from another developer's carries that model's compute and its own modification") {
    const std::string columns = "Model,Organization,Training compute (FLOP),Confidence,Base model,Finetune compute (FLOP)\n";
    const std::string kimi = "Kimi K2.5 ,Moonshot,5.8e+24,Likely,,\n";
    const auto m = models(columns + "Composer 2,Cursor,2.32e+25,Confident,Kimi  K2.5,1.74e+25\n" + kimi)[0];
    CHECK(fact(m.printed, "modifies-model-of-another") == "yes");
    CHECK(fact(m.printed, "original-training-compute") == "5.8e24FLOP");
    CHECK(fact(m.stated, "original-training-compute") == "5.8e23..5.8e25FLOP");
    CHECK(fact(m.printed, "modification-compute") == "1.74e25FLOP");
    CHECK(fact(m.stated, "modification-compute") == "5.8e24..5.22e25FLOP");
    CHECK(m.notes == std::vector<std::string>{"made from 'Kimi K2.5' of another developer (Moonshot); the training compute takes in that model's"});
    const auto unknown = [&](const std::string& rows) {
        const auto first = models(columns + rows)[0];
        return fact(first.printed, "modifies-model-of-another").empty() && fact(first.printed, "original-training-compute").empty() && fact(first.printed, "modification-compute").empty();
    };
    CHECK(unknown("a,Moonshot,2e+25,,Kimi K2.5,1e+24\n" + kimi));                                      // its own
    CHECK(unknown("a,\"Cursor,Moonshot\",2e+25,,Kimi K2.5,1e+24\n" + kimi));                           // made together
    CHECK(unknown("a,,2e+25,,Kimi K2.5,1e+24\n" + kimi));                                              // whose?
    CHECK(unknown("a,Google DeepMind,2e+25,,PaLM,1e+24\nPaLM,Google Research,1e+24,Likely,,\n"));      // one group
    CHECK(unknown("a,Meta AI,2e+25,,RoBERTa,1e+24\nRoBERTa,\"Facebook, MIT\",1e+24,Likely,,\n"));      // one group, renamed
    CHECK(unknown("a,Cursor,2e+25,,Kimi K3,1e+24\n" + kimi));                                          // not in the table
    CHECK(unknown("a,Cursor,2e+25,,Kimi K2.5,1e+24\n" + kimi + kimi));                                 // which of the two?
    CHECK(unknown("a,Cursor,2e+25,,\"Kimi K2.5,SigLIP\",1e+24\n" + kimi));                             // several
    CHECK(unknown("a,Cursor,2e+25,,a,1e+24\n"));                                                       // itself
}

TEST_CASE("epoch: a figure that leaves out what trained the base model is no total") {
    const std::string columns = "Model,Organization,Training compute (FLOP),Confidence,Base model,Finetune compute (FLOP)\n";
    for (const std::string row : {"FunSearch,X,3.87e+23,Likely,PaLM 2,", "SAM,X,7.8e+24,Likely,PaLM 2,7.8e+24", "SAM,X,7.8e+21,Likely,no row of it,7.8e+21"}) {
        const auto m = models(columns + row + "\nPaLM 2,Google,7.34e+24,Likely,,\n")[0];
        INFO(row);
        CHECK(fact(m.printed, "training-compute").empty());
        CHECK(fact(m.stated, "training-compute").empty());
        CHECK(fact(m.printed, "fine-tuning-compute").empty());
        CHECK(m.notes.front() == "the figure leaves out what trained the base model, so the training compute in all is unknown");
    }
    CHECK(fact(models(columns + "a,X,7.4e+24,Likely,PaLM 2,4e+21\nPaLM 2,Google,7.34e+24,Likely,,\n")[0].printed, "training-compute") == "7.4e24FLOP");
}

TEST_CASE("epoch: marks without a figure are told and not used") {
    const auto m = models("Model,Training compute (FLOP),Estimated over 1e25 FLOP\nClaude 3 Opus,,True\n")[0];
    CHECK(m.printed.empty());
    CHECK(m.notes == std::vector<std::string>{"the table marks the model 'Estimated over 1e25 FLOP' without a figure; the mark is not used"});
}

TEST_CASE("epoch: a row without a name keeps its place among the rows") {
    const auto m = one(",,Unverified,");
    CHECK(m.model.empty());
    CHECK(m.notes == std::vector<std::string>{"the row names no model"});
}

TEST_CASE("epoch: the file of July 2026, against counts made with another program") {
    const std::filesystem::path sample = std::filesystem::path(LACUNA_ROOT) / "../shared/samples/epoch-csv/notable_ai_models_2026-07.csv";
    if (!std::filesystem::exists(sample)) {
        MESSAGE("skipped: the real file ../shared/samples/epoch-csv/notable_ai_models_2026-07.csv is not here");
        return;
    }
    std::ifstream in(sample, std::ios::binary);
    const auto all = models({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
    const auto count = [&](auto is) { return std::count_if(all.begin(), all.end(), is); };
    const auto answers = [&](std::vector<Known> EpochModel::*reading, std::string_view line, Answer wanted) {
        return count([&](const EpochModel& m) { return !fact(m.*reading, "training-compute").empty() && more_than(m.*reading, line) == wanted; });
    };
    const auto above = [](const EpochModel& m, std::string_view line) { return !m.compute.empty() && *Decimal::parse(m.compute) > *Decimal::parse(line); };
    // counted with Python's csv module and exact fractions
    CHECK(all.size() == 1036);
    CHECK(count([](const EpochModel& m) { return m.compute.empty(); }) == 507);
    CHECK(count([&](const EpochModel& m) { return above(m, "1e25"); }) == 22);
    CHECK(count([&](const EpochModel& m) { return above(m, "1e26"); }) == 3);
    CHECK(answers(&EpochModel::printed, "1e25", Answer::yes) == 21);
    CHECK(answers(&EpochModel::printed, "1e25", Answer::undetermined) == 1);
    CHECK(answers(&EpochModel::printed, "1e26", Answer::yes) == 3);
    CHECK(answers(&EpochModel::stated, "1e25", Answer::yes) == 4);
    CHECK(answers(&EpochModel::stated, "1e25", Answer::undetermined) == 66);
    CHECK(count([](const EpochModel& m) { return !fact(m.printed, "training-compute").empty(); }) == 529 - 12);
    CHECK(count([](const EpochModel& m) { return fact(m.printed, "open-weights") == "no"; }) == 457);
    CHECK(count([](const EpochModel& m) { return !m.published; }) == 5);
    const auto inflection = std::find_if(all.begin(), all.end(), [](const EpochModel& m) { return m.model == "Inflection-2"; });
    REQUIRE(inflection != all.end());
    CHECK(fact(inflection->printed, "training-compute") == "1.0e25FLOP");
    CHECK(inflection->notes.size() == 1);
}
