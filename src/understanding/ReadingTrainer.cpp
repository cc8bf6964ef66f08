#include "understanding/ReadingTrainer.h"

#include "routing/IntentTaxonomy.h"
#include "routing/RouterTrainer.h"
#include "understanding/ActTable.h"
#include "understanding/WordFeatures.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <QDir>
#include <QHash>
#include <set>
#include <thread>

namespace Helmdesk
{
namespace
{

// Other acts' examples say that a text does not speak of this one; of the many only a part is needed, chosen
// evenly. Those that ask for another act are taken more densely, or "send me the link" becomes a sign of
// every act. More of both and the heads grow timid.
constexpr double askingForEachOwn = 1.5;
constexpr double foreignForEachOwn = 1.0;

constexpr float lookAlike = 0.85F; // cosine from which two texts are held back together

// Which fold each example of an act belongs to: in turn, but look-alikes share one, so that no head is asked
// for what it was told in nearly the same words.
std::vector<int> foldsOf(const std::vector<EncodedExample> &examples, const std::vector<size_t> &members)
{
    std::vector<int> folds;
    for (size_t i = 0; i < members.size(); ++i) {
        int fold = static_cast<int>(i) % ReadingTrainer::folds;
        for (size_t before = 0; before < i; ++before) {
            if (cosine(examples[members[i]].vector, examples[members[before]].vector) >= lookAlike) {
                fold = folds[before];
                break;
            }
        }
        folds.push_back(fold);
    }
    return folds;
}

std::vector<ReadingExample> writtenAmong(const std::vector<EncodedExample> &examples)
{
    std::vector<ReadingExample> written;
    for (const EncodedExample &item : examples) {
        if (!item.example.act.isEmpty())
            written.push_back(item.example);
    }
    return written;
}

// On all cores.
void encodeAll(std::vector<EncodedExample> &examples, const SentenceEncoder &encoder)
{
    std::atomic<size_t> next = 0;
    const auto work = [&] {
        for (size_t i = next++; i < examples.size(); i = next++) {
            const TokenVectors tokens = encoder.encodeTokens(examples[i].example.text);
            examples[i].features = WordFeatures::extract(examples[i].example.text, tokens);
            examples[i].vector = tokens.mean;
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        helpers.emplace_back(work);
    work();
}

// Of the second reader: whether a text asks, against all that does not.
LinearModel asksAgainstRest(const std::vector<std::vector<SparseFeature>> &rows,
                            const std::vector<bool> &isAsking)
{
    constexpr double cost = 30.0;
    std::vector<int> classes;
    for (const bool asks : isAsking)
        classes.push_back(asks ? 0 : 1);
    return LinearModel::train(rows, classes, 1, SpelledFeatures::featureCount, cost);
}

// Whether a text asks for anything: learned from all acts that a playbook performs, but for some texts. A
// text that asks for one act and not for another asks.
LinearModel asksForAnything(const std::vector<EncodedExample> &examples, const std::set<QString> &without)
{
    std::map<QString, bool> asking;
    for (const EncodedExample &item : examples) {
        if (item.isOfPlaybook && !without.contains(item.example.text))
            asking[item.example.text] |= item.example.mood == Mood::Asks;
    }
    std::vector<std::vector<SparseFeature>> rows;
    std::vector<bool> isAsking;
    for (const auto &[text, asks] : asking) {
        rows.push_back(SpelledFeatures::extract(text));
        isAsking.push_back(asks);
    }
    return asksAgainstRest(rows, isAsking);
}

// The acts that an intent's utterances may speak of.
QHash<QString, QStringList> nearActs(const QHash<QString, ActDescription> &table)
{
    QHash<QString, QStringList> near;
    for (auto act = table.cbegin(); act != table.cend(); ++act) {
        for (const QString &intent : act->near)
            near[intent].append(act.key());
    }
    return near;
}

} // namespace

Result<std::vector<EncodedExample>> encodedExamples(const QString &understandingFolder,
                                                    const QString &intentsFolder,
                                                    const SentenceEncoder &encoder)
{
    auto written = loadReadingExamples(understandingFolder);
    if (!written)
        return written.error();
    auto taxonomy = IntentTaxonomy::load(intentsFolder);
    if (!taxonomy)
        return taxonomy.error();
    const auto table = loadActTable(QDir(understandingFolder).filePath(QStringLiteral("acts.json")));
    if (!table)
        return table.error();
    const QHash<QString, QStringList> near = nearActs(*table);
    std::vector<EncodedExample> examples;
    for (const ReadingExample &example : *written)
        examples.push_back({example, {}, !table->value(example.act).intent.isEmpty(), {}, {}});
    for (const Intent &intent : taxonomy->intents()) {
        for (const QString &utterance : intent.utterances)
            examples.push_back(
                {{utterance, {}, Mood::None, QStringLiteral("en")}, near.value(intent.id), false, {}, {}});
    }
    encodeAll(examples, encoder);
    return examples;
}

// The examples of one act with their features: its own, and of others those that ask and a part of the rest
// as "none".
struct ReadingTrainer::Rows {
    std::vector<size_t> members; // indices into the examples
    std::vector<int> moods;
    std::vector<int> folds;
    const std::vector<EncodedExample> &examples;

    Rows(const std::vector<EncodedExample> &all, const QString &act)
        : examples(all)
    {
        std::map<QString, int> own; // text -> mood
        std::vector<size_t> asking; // for another act
        std::vector<size_t> foreign;
        for (size_t i = 0; i < examples.size(); ++i) {
            if (examples[i].example.act == act) {
                add(i, static_cast<int>(examples[i].example.mood));
                own.insert({examples[i].example.text, 0});
            } else if (!examples[i].mayBe.contains(act)) {
                (examples[i].example.mood == Mood::Asks ? asking : foreign).push_back(i);
            }
        }
        addPartOf(asking, askingForEachOwn * double(own.size()), own);
        addPartOf(foreign, foreignForEachOwn * double(own.size()), own);
        folds = foldsOf(examples, members);
    }

    const std::vector<SparseFeature> &features(size_t row) const { return examples[members[row]].features; }
    const QString &text(size_t row) const { return examples[members[row]].example.text; }
    bool isOfPlaybook() const { return examples[members.front()].isOfPlaybook; }

    // The second reader's model of this act.
    LinearModel spelledModel(const std::vector<size_t> &chosen) const
    {
        std::vector<std::vector<SparseFeature>> rows;
        std::vector<bool> isAsking;
        for (const size_t i : chosen) {
            rows.push_back(SpelledFeatures::extract(text(i)));
            isAsking.push_back(moods[i] == static_cast<int>(Mood::Asks));
        }
        return asksAgainstRest(rows, isAsking);
    }

    std::vector<size_t> ofFold(int fold, bool isHeldBack) const
    {
        std::vector<size_t> chosen;
        for (size_t i = 0; i < members.size(); ++i) {
            if ((folds[i] == fold) == isHeldBack)
                chosen.push_back(i);
        }
        return chosen;
    }

private:
    // Evenly over all, about `most` of them; texts that the act has examples of are none.
    void addPartOf(const std::vector<size_t> &others, double most, const std::map<QString, int> &own)
    {
        const double step = std::max(1.0, double(others.size()) / std::max(1.0, most));
        for (double at = 0.0; at < double(others.size()); at += step) {
            const size_t i = others[static_cast<size_t>(at)];
            if (!own.contains(examples[i].example.text))
                add(i, static_cast<int>(Mood::None));
        }
    }
    void add(size_t example, int mood)
    {
        members.push_back(example);
        moods.push_back(mood);
    }
};

LinearModel ReadingTrainer::fit(const Rows &rows, const std::vector<size_t> &chosen) const
{
    std::vector<std::vector<SparseFeature>> features;
    std::vector<int> moods;
    for (const size_t i : chosen) {
        features.push_back(rows.features(i));
        moods.push_back(rows.moods[i]);
    }
    return LinearModel::train(features, moods, moodCount, WordFeatures::featureCount, m_cost);
}

// Of every row the logits of a head that had not seen it.
std::vector<std::vector<double>> ReadingTrainer::heldBackLogits(const Rows &rows) const
{
    std::vector<std::vector<double>> logits(rows.members.size());
    for (int fold = 0; fold < folds; ++fold) {
        const ReadingModel::Head head{fit(rows, rows.ofFold(fold, false)), 1.0};
        for (const size_t i : rows.ofFold(fold, true))
            logits[i] = ReadingModel::logitsOf(head, rows.features(i));
    }
    return logits;
}

// The temperature of the head on one fold that it had not seen.
double ReadingTrainer::heldBackTemperature(const Rows &rows) const
{
    const ReadingModel::Head head{fit(rows, rows.ofFold(0, false)), 1.0};
    std::vector<std::vector<double>> logits;
    std::vector<int> moods;
    for (const size_t i : rows.ofFold(0, true)) {
        logits.push_back(ReadingModel::logitsOf(head, rows.features(i)));
        moods.push_back(rows.moods[i]);
    }
    return fitTemperature(logits, moods);
}

// Of every row how surely a second reader that had not seen it hears a request.
std::vector<double> ReadingTrainer::heldBackSecond(const Rows &rows) const
{
    std::vector<double> agreed(rows.members.size(), 0.0);
    const QString act = rows.examples[rows.members.front()].example.act;
    for (int fold = 0; fold < folds && rows.isOfPlaybook(); ++fold) {
        const std::vector<size_t> unseen = rows.ofFold(fold, true);
        std::set<QString> texts;
        for (const size_t i : unseen)
            texts.insert(rows.text(i));
        SecondReader second;
        second.m_ofAct.insert(act, rows.spelledModel(rows.ofFold(fold, false)));
        second.m_ofAnything = asksForAnything(rows.examples, texts);
        for (const size_t i : unseen) {
            const SecondReader::Heard heard = second.hear(rows.text(i));
            agreed[i] = second.agrees(heard, heard, act);
        }
    }
    return agreed;
}

Result<ReadingModel> ReadingTrainer::train(const std::vector<EncodedExample> &examples,
                                           const RunControl &control) const
{
    const std::vector<ReadingExample> written = writtenAmong(examples);
    ReadingModel model;
    model.m_acts = actsOf(written);
    for (const QString &act : model.m_acts) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const auto asking = std::ranges::count_if(written, [&](const ReadingExample &example) {
            return example.act == act && example.mood == Mood::Asks;
        });
        if (asking < leastExamples)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("the act %1 has %2 examples that ask for it; %3 are needed")
                             .arg(act)
                             .arg(asking)
                             .arg(leastExamples)};
        const Rows rows(examples, act);
        const std::vector<size_t> all = rows.ofFold(-1, false);
        model.m_heads.push_back({fit(rows, all), heldBackTemperature(rows)});
        if (rows.isOfPlaybook())
            model.m_second.m_ofAct.insert(act, rows.spelledModel(all));
    }
    if (!model.m_second.isEmpty())
        model.m_second.m_ofAnything = asksForAnything(examples, {});
    return model;
}

Result<std::vector<std::vector<HeldBackReading>>>
ReadingTrainer::heldBack(const std::vector<EncodedExample> &examples, const RunControl &control) const
{
    std::vector<std::vector<HeldBackReading>> out;
    for (const QString &act : actsOf(writtenAmong(examples))) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const Rows rows(examples, act);
        const std::vector<std::vector<double>> logits = heldBackLogits(rows);
        const double temperature = fitTemperature(logits, rows.moods);
        const std::vector<double> second = heldBackSecond(rows);
        std::vector<HeldBackReading> readings;
        for (size_t i = 0; i < rows.members.size(); ++i)
            readings.push_back({rows.members[i], static_cast<Mood>(rows.moods[i]),
                                ReadingModel::moodsFrom(logits[i], temperature), second[i]});
        out.push_back(std::move(readings));
    }
    return out;
}

} // namespace Helmdesk
