#include "core/Json.h"
#include "escalation/EscalationAssessor.h"
#include "support/TestSupport.h"

#include <QFile>

using namespace Helmdesk;

namespace
{

std::vector<Json> rowsOf(const QString &name)
{
    std::vector<Json> rows;
    QFile file(Test::tuningData() + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    while (!file.atEnd()) {
        if (auto row = parseJson(file.readLine().trimmed()))
            rows.push_back(std::move(*row));
    }
    return rows;
}

double share(int part, int whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / whole;
}

} // namespace

// The targets on the tuning data, where it is there; without it the tables of the other tests stand alone.
class TestTuningData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wishesAndComplaintsAreFound();
    void ordinaryMessagesAreLeftAlone();
    void sentimentAgreesWithPeople();

private:
    std::optional<EscalationAssessor> m_assessor;
};

void TestTuningData::initTestCase()
{
    auto made = EscalationAssessor::create();
    VERIFY_RESULT(made);
    m_assessor = std::move(*made);
}

void TestTuningData::wishesAndComplaintsAreFound()
{
    int wishes = 0;
    int found = 0;
    int ordinary = 0;
    int falseAlarms = 0;
    for (const Json &row : rowsOf(QStringLiteral("escalation_dev.jsonl"))) {
        const Json &should = memberOrNull(row, "should_escalate");
        if (!should.is_boolean())
            continue;
        const bool isWish = m_assessor->assess(stringOr(row, "text"), {}).request.isWish();
        (should.get<bool>() ? wishes : ordinary) += 1;
        found += should.get<bool>() && isWish ? 1 : 0;
        falseAlarms += !should.get<bool>() && isWish ? 1 : 0;
    }
    qInfo("wishes found %d of %d, false alarms %d of %d", found, wishes, falseAlarms, ordinary);

    if (wishes > 0)
        QVERIFY(share(found, wishes) >= 0.97);
    QVERIFY(share(falseAlarms, ordinary) <= 0.03);
}

void TestTuningData::ordinaryMessagesAreLeftAlone()
{
    int ordinary = 0;
    int escalated = 0;
    for (const Json &row : rowsOf(QStringLiteral("router_dev.jsonl"))) {
        if (stringOr(row, "label") == QStringLiteral("escalate"))
            continue;
        ++ordinary;
        escalated += m_assessor->assess(stringOr(row, "text"), {}).reasons.empty() ? 0 : 1;
    }
    qInfo("ordinary messages with any reason: %d of %d", escalated, ordinary);

    QVERIFY(share(escalated, ordinary) <= 0.03);
}

void TestTuningData::sentimentAgreesWithPeople()
{
    int rated = 0;
    int agreed = 0;
    for (const Json &row : rowsOf(QStringLiteral("escalation_dev.jsonl"))) {
        const QString sentiment = stringOr(row, "sentiment");
        if (sentiment.isEmpty())
            continue;
        ++rated;
        const bool isNegative =
            m_assessor->assess(stringOr(row, "text"), {}).sentiment <= SentimentAnalyzer::negativeCut;
        agreed += isNegative == (sentiment == QStringLiteral("negative")) ? 1 : 0;
    }
    qInfo("sentiment agrees on %d of %d", agreed, rated);

    if (rated > 0)
        QVERIFY(share(agreed, rated) >= 0.85);
    QVERIFY(agreed <= rated);
}

QTEST_GUILESS_MAIN(TestTuningData)
#include "tst_tuningdata.moc"
