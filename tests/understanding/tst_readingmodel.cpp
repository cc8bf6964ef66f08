#include "core/Json.h"
#include "core/ResourcePaths.h"
#include "support/TestSupport.h"
#include "understanding/ReadingTrainer.h"

#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

// A folder of examples as a supervisor writes it: an act is a name in a file.
class Examples
{
public:
    Examples()
    {
        write(QStringLiteral("acts.json"), R"({"acts": [
            {"id": "billing.refund", "title": "Refund", "intent": "billing.refund_request", "near": []},
            {"id": "parcel.pickup", "title": "Pick-up of a parcel", "near": []}]})");
        write(QStringLiteral("intents/general.json"),
              R"({"category": "general", "intents": [{"id": "general.opening_hours", "title": "Opening hours",
                  "description": "When the shop is open.", "utterances": ["When are you open?",
                  "Are you open on Sunday?", "Until when can I call you?", "What are your hours?"]}]})");
        add("refund", "billing.refund", "asks",
            {"Please refund my invoice", "I want my money back", "Refund me the 49 dollars",
             "Could you refund this payment?", "please give me a refund", "I'd like a refund for October",
             "Refund it please", "pls refund the last invoice"});
        add("refund", "billing.refund", "about",
            {"How long does a refund take?", "What is your refund policy?", "Who gets a refund?",
             "Where can I see my refund?"});
    }

    void addPickup()
    {
        add("parcel", "parcel.pickup", "asks",
            {"Please pick the parcel up at my door", "Can a courier collect my parcel tomorrow?",
             "Collect the box from my office please", "I need somebody to pick up my return parcel",
             "pls send a driver to fetch the parcel", "Please have the parcel collected on Monday",
             "Could you fetch my return package?", "Come and pick up the package please"});
        add("parcel", "parcel.pickup", "refuses",
            {"Don't pick the parcel up", "No courier please, I bring the parcel myself",
             "Please cancel the collection of my parcel", "You need not fetch the parcel"});
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
    }

    QString path() const { return m_folder.path(); }

private:
    void add(const char *file, const char *act, const char *mood, std::initializer_list<const char *> texts)
    {
        for (const char *text : texts)
            write(QStringLiteral("en/%1.jsonl").arg(QLatin1String(file)),
                  toBytes({{"text", text}, {"act", act}, {"mood", mood}}) + "\n");
    }

    QTemporaryDir m_folder;
};

// The model that these bytes are as a file; it keeps what it needs of it.
Result<ReadingModel> readBack(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("reading.model")));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    file.close();
    return ReadingModel::open(file.fileName());
}

} // namespace

// The heads, trained on a handful of examples.
class TestReadingModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto opened = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
        VERIFY_RESULT(opened);
        m_encoder = std::move(*opened);
    }

    void aNewActIsReadFromDataAlone()
    {
        Examples examples;
        const auto before = trainedOn(examples);
        VERIFY_RESULT(before);
        QVERIFY(!before->acts().contains(QStringLiteral("parcel.pickup")));
        examples.addPickup();

        const auto model = trainedOn(examples);

        VERIFY_RESULT(model);
        QCOMPARE(model->acts(),
                 QStringList({QStringLiteral("billing.refund"), QStringLiteral("parcel.pickup")}));
        const QString text = QStringLiteral("Please send a courier to pick up my parcel");
        QCOMPARE(moodOf(*model, text, 1).likeliest(), Mood::Asks);
        QCOMPARE(moodOf(*model, text, 0).likeliest(), Mood::None);
        QVERIFY(moodOf(*model, QStringLiteral("Please don't pick up my parcel"), 1).of(Mood::Asks) <
                moodOf(*model, text, 1).of(Mood::Asks));
        QCOMPARE(moodOf(*model, QStringLiteral("Please refund my October invoice"), 0).likeliest(),
                 Mood::Asks);
    }

    void theSecondReaderHearsRequestsByTheirWords()
    {
        const auto model = trainedOn(Examples());
        VERIFY_RESULT(model);
        const QString act = QStringLiteral("billing.refund");
        const auto agrees = [&](const char *turn, const char *sentence) {
            const SecondReader &second = model->second();
            return second.agrees(second.hear(QString::fromLatin1(turn)),
                                 second.hear(QString::fromLatin1(sentence)), act);
        };
        const char *asks = "Please refund the last invoice";
        const char *question = "How long does a refund take?";
        QVERIFY(agrees(asks, asks) > 0.5);
        QVERIFY(agrees(question, question) < 0.5);
        QVERIFY(agrees(question, asks) < agrees(asks, asks)); // both texts have to say so
        QVERIFY(agrees(asks, question) < agrees(asks, asks));
    }

    void anActWithoutAPlaybookHasNoSecondReader()
    {
        Examples examples;
        examples.addPickup();
        const auto model = trainedOn(examples);
        VERIFY_RESULT(model);
        const auto heard = model->second().hear(QStringLiteral("Please pick the parcel up at my door"));
        QCOMPARE(heard.act(QStringLiteral("parcel.pickup")), 0.0);
        QVERIFY(heard.anything() > 0.5); // though it was learned from refunds alone: "please"
    }

    void theMoodsOfATextAddUpToOne()
    {
        const auto model = trainedOn(Examples());
        VERIFY_RESULT(model);
        for (const char *text : {"Please refund it", "Good morning", "", "a"}) {
            const MoodProbabilities moods = moodOf(*model, QString::fromLatin1(text), 0);
            double sum = 0.0;
            for (const Mood mood : allMoods)
                sum += moods.of(mood);
            QVERIFY2(std::abs(sum - 1.0) < 1e-9, text);
        }
    }

    void theSameExamplesGiveTheSameModel()
    {
        const auto first = trainedOn(Examples());
        const auto second = trainedOn(Examples());
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(first->save(), second->save());
    }

    void aSavedModelReadsTheSame()
    {
        const auto model = trainedOn(Examples());
        VERIFY_RESULT(model);

        const auto restored = readBack(model->save());

        VERIFY_RESULT(restored);
        QCOMPARE(restored->acts(), model->acts());
        const QString text = QStringLiteral("I would like my money back");
        QCOMPARE(moodOf(*restored, text, 0).values, moodOf(*model, text, 0).values);
        QCOMPARE(restored->second().hear(text).anything(), model->second().hear(text).anything());
        QCOMPARE(restored->second().hear(text).act(model->acts().front()),
                 model->second().hear(text).act(model->acts().front()));
    }

    void damagedBytesAreNoModel()
    {
        const auto model = trainedOn(Examples());
        VERIFY_RESULT(model);
        const QByteArray bytes = model->save();
        QByteArray bitTurned = bytes; // deep in the weights
        bitTurned[bytes.size() / 2] = static_cast<char>(bitTurned[bytes.size() / 2] ^ 1);
        QByteArray older = bytes;
        older[4] = 2; // the version behind the mark
        for (const QByteArray &damaged :
             {QByteArray(), QByteArray("reading"), bytes.left(64), bytes.left(bytes.size() / 2),
              bytes.left(bytes.size() - 64), bytes + QByteArray(64, '\0'), bitTurned, older}) {
            const auto restored = readBack(damaged);
            QVERIFY(!restored);
            QCOMPARE(restored.error().kind, ErrorKind::Corrupt);
        }
    }

    void aModelOfALaterProgramSaysSo()
    {
        const auto model = trainedOn(Examples());
        VERIFY_RESULT(model);
        QByteArray bytes = model->save();
        bytes[4] = 99; // the version behind the mark

        const auto restored = readBack(bytes);

        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, ErrorKind::TooNew);
    }

    void aMissingModelIsNotFound()
    {
        const auto restored = ReadingModel::open(QStringLiteral("/no/such/folder/reading.model"));

        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, ErrorKind::NotFound);
    }

    void tooFewExamplesAreNamed()
    {
        Examples examples;
        examples.write(QStringLiteral("en/few.jsonl"),
                       R"({"text": "Please call me back", "act": "callback", "mood": "asks"})");

        const auto model = trainedOn(examples);

        QVERIFY(!model);
        QCOMPARE(model.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(model.error().detail.contains(QStringLiteral("callback")), qPrintable(model.error().detail));
    }

    void aBadLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("refund");
        QTest::newRow("no text") << QByteArray(R"({"act": "billing.refund", "mood": "asks"})");
        QTest::newRow("no act") << QByteArray(R"({"text": "Refund it", "mood": "asks"})");
        QTest::newRow("another mood") << QByteArray(R"({"text": "a", "act": "b", "mood": "begs"})");
    }

    void aBadLineIsNamed()
    {
        QFETCH(QByteArray, line);
        Examples examples;
        examples.write(QStringLiteral("en/bad.jsonl"), line + '\n');

        const auto model = trainedOn(examples);

        QVERIFY(!model);
        QCOMPARE(model.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(model.error().detail.contains(QStringLiteral("bad.jsonl")),
                 qPrintable(model.error().detail));
    }

private:
    Result<ReadingModel> trainedOn(const Examples &examples) const
    {
        const auto encoded =
            encodedExamples(examples.path(), examples.path() + QStringLiteral("/intents"), *m_encoder);
        if (!encoded)
            return encoded.error();
        return ReadingTrainer().train(*encoded, RunControl());
    }

    MoodProbabilities moodOf(const ReadingModel &model, const QString &text, size_t act) const
    {
        return model.moodsOf(text, m_encoder->encodeTokens(text))[act];
    }

    std::unique_ptr<SentenceEncoder> m_encoder;
};

QTEST_GUILESS_MAIN(TestReadingModel)
#include "tst_readingmodel.moc"
