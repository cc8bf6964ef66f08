#include "core/Json.h"
#include "security/SecretMasker.h"
#include "support/TestSupport.h"

#include <algorithm>

using namespace Helmdesk;

// Precision and recall on tests/data/masking/cases.jsonl, by place and kind. The figures in docs/security.md
// are those that this test prints; it holds a floor under them.
class TestMaskingFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void precisionAndRecallAreKept();
};

namespace
{

struct Expected {
    QString kind;
    qsizetype start = 0;
    qsizetype end = 0;
};

struct Case {
    QString text;
    std::vector<Expected> secrets;
};

std::vector<Case> readCases()
{
    std::vector<Case> cases;
    QFile file(QStringLiteral(MASKING_CASES));
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const auto json = parseJson(line);
        if (!json)
            continue;
        Case one{stringOr(*json, "text"), {}};
        qsizetype from = 0;
        for (const Json &secret : memberOrNull(*json, "secrets")) {
            const QString written = stringOr(secret, "text");
            const qsizetype at = one.text.indexOf(written, from);
            from = at + written.size();
            one.secrets.push_back({stringOr(secret, "kind"), at, from});
        }
        cases.push_back(std::move(one));
    }
    return cases;
}

struct Figures {
    int found = 0;   // covered whole, as their kind
    int missed = 0;  //
    int wrongly = 0; // masked though nothing secret stands there
};

void count(const Case &one, Figures &figures)
{
    const std::vector<FoundSecret> found = findSecrets(one.text);
    for (const Expected &secret : one.secrets) {
        const bool isFound = std::ranges::any_of(found, [&](const FoundSecret &item) {
            return nameOf(item.kind) == secret.kind && item.start <= secret.start &&
                   item.start + item.length >= secret.end;
        });
        ++(isFound ? figures.found : figures.missed);
        if (!isFound)
            qInfo().noquote() << "missed" << secret.kind << "in" << one.text;
    }
    for (const FoundSecret &item : found) {
        const bool isExpected = std::ranges::any_of(one.secrets, [&](const Expected &secret) {
            return item.start < secret.end && secret.start < item.start + item.length;
        });
        figures.wrongly += isExpected ? 0 : 1;
        if (!isExpected)
            qInfo().noquote() << "wrongly" << nameOf(item.kind) << "in" << one.text;
    }
}

} // namespace

void TestMaskingFigures::precisionAndRecallAreKept()
{
    const std::vector<Case> cases = readCases();
    QVERIFY(cases.size() >= 400);

    Figures figures;
    for (const Case &one : cases)
        count(one, figures);

    const double precision = double(figures.found) / (figures.found + figures.wrongly);
    const double recall = double(figures.found) / (figures.found + figures.missed);
    qInfo().noquote() << "texts" << cases.size() << "secrets" << figures.found + figures.missed << "precision"
                      << precision << "recall" << recall;
    QVERIFY2(recall >= 0.98, qPrintable(QString::number(recall)));
    QVERIFY2(precision >= 0.98, qPrintable(QString::number(precision)));
}

QTEST_GUILESS_MAIN(TestMaskingFigures)
#include "tst_maskingfigures.moc"
