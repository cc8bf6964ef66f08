#include "insights/ReadingEval.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{

// Says of each act what stands in the text: "refund=0.9 person=0.2".
class WrittenReader final : public Reader
{
public:
    Reading read(const QString &ownWords) const override
    {
        Reading reading;
        for (const QString &word : ownWords.split(QLatin1Char(' '))) {
            const QStringList pair = word.split(QLatin1Char('='));
            ActReading act;
            act.act = pair.value(0);
            act.asks = pair.value(1).toDouble();
            reading.acts.push_back(act);
        }
        return reading;
    }
};

} // namespace

class TestReadingEval : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void precisionAndRecallOfEachAct()
    {
        const auto figures =
            evaluated({R"({"text": "refund=0.9 person=0.1", "acts": ["refund"]})",
                       R"({"text": "refund=0.5 person=0.1", "acts": []})",
                       R"({"text": "refund=0.4 person=0.7", "acts": ["refund", "person"]})",
                       R"({"text": "refund=0.8 person=0.2", "acts": ["refund", "callback"]})"});

        VERIFY_RESULT(figures);
        QCOMPARE((*figures)["n"].get<int>(), 4);
        const Json &refund = (*figures)["per_act"]["refund"];
        QCOMPARE(refund["n"].get<int>(), 3);
        QCOMPARE(refund["precision"].get<double>(), 2.0 / 3.0);
        QCOMPARE(refund["recall"].get<double>(), 2.0 / 3.0);
        const Json &person = (*figures)["per_act"]["person"];
        QCOMPARE(person["n"].get<int>(), 1);
        QCOMPARE(person["precision"].get<double>(), 1.0);
        QCOMPARE(person["recall"].get<double>(), 1.0);
        QCOMPARE((*figures)["per_act"]["callback"]["recall"].get<double>(),
                 0.0); // the reader does not know it
        QCOMPARE((*figures)["wrong"].size(), size_t(3));
    }

    void theCalibrationErrorIsOverAllPairs()
    {
        // Half of what is said with 0.9 comes true, and nothing of what is said with 0.1.
        const auto figures = evaluated({R"({"text": "refund=0.9 person=0.1", "acts": ["refund"]})",
                                        R"({"text": "refund=0.9 person=0.1", "acts": []})"});

        VERIFY_RESULT(figures);
        QVERIFY(std::abs((*figures)["ece"].get<double>() - (0.8 + 0.2) / 4.0) < 1e-9);
    }

    void aLineWithoutActsIsNamed()
    {
        const auto figures = evaluated(
            {R"({"text": "refund=0.9", "acts": []})", R"({"text": "refund=0.9", "acts": "refund"})"});

        QVERIFY(!figures);
        QCOMPARE(figures.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(figures.error().detail.contains(QStringLiteral(":2:")), qPrintable(figures.error().detail));
    }

    void aStopIsHonoured()
    {
        std::stop_source stop;
        stop.request_stop();

        const auto figures =
            evaluated({R"({"text": "refund=0.9", "acts": []})"}, RunControl(stop.get_token()));

        QVERIFY(!figures);
        QCOMPARE(figures.error().kind, ErrorKind::Cancelled);
    }

private:
    Result<Json> evaluated(std::initializer_list<const char *> lines,
                           const RunControl &control = RunControl())
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("acts.jsonl")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s", qPrintable(file.errorString()));
        for (const char *line : lines)
            file.write(QByteArray(line) + '\n');
        file.close();
        return evaluateReading(WrittenReader(), file.fileName(), control);
    }
};

QTEST_GUILESS_MAIN(TestReadingEval)
#include "tst_readingeval.moc"
