#include "core/ResourcePaths.h"
#include "support/TestSupport.h"
#include "understanding/ClearAnswer.h"

#include <QTemporaryDir>

using namespace Helmdesk;

Q_DECLARE_METATYPE(Answer)

namespace
{

const QString question =
    QStringLiteral("Shall I refund 49.00 USD of INV-1042 to the payment method that was charged?");
const QString germanQuestion =
    QStringLiteral("Soll ich 49,00 EUR der Rechnung INV-1042 auf das belastete Zahlungsmittel erstatten?");

} // namespace

// A clear yes or no to one exact question, beside everything that only looks like one.
class TestClearAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = ClearAnswer::load(resourceFile(QStringLiteral("understanding")));
        VERIFY_RESULT(loaded);
        m_answers = std::move(*loaded);
    }

    void answers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Answer>("answer");
        const auto rows = [](Answer answer, std::initializer_list<const char *> texts) {
            for (const char *text : texts)
                QTest::newRow(text) << QString::fromUtf8(text) << answer;
        };
        rows(Answer::Yes,
             {"Yes", "yes please", "Yes, please refund INV-1042.", "YES!", "ok", "sure, go ahead",
              "Yep, thanks Ada", "Confirmed.", "Yes, refund the 49.00 USD", "y"});
        rows(Answer::No, {"No", "no thanks", "Nope.", "Please don't", "stop", "wait", "not INV-1042"});
        rows(Answer::Other,
             {"yes, but only half", "yes and also INV-1043", "Yes, 20 USD", "yes?", "Yes, is that so?",
              "No, yes", "yes no", "Yes, to my other card", "yes to INV-1043", "When will it arrive?",
              "49.00 USD", "please", "thanks", "", "???", "Yes unless it was used", "yes but",
              "Yes, tomorrow",
              "yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes"});
    }

    void answers()
    {
        QFETCH(QString, text);
        QFETCH(Answer, answer);
        QCOMPARE(m_answers.answerTo(question, text, QStringLiteral("Ada Brook")), answer);
    }

    void germanAnswers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Answer>("answer");
        const auto row = [](const char *text, Answer answer) {
            QTest::newRow(text) << QString::fromUtf8(text) << answer;
        };
        row("Ja", Answer::Yes);
        row("Ja, bitte.", Answer::Yes);
        row("Ja gerne, vielen Dank", Answer::Yes);
        row("Passt, bitte erstatten", Answer::Yes);
        row("Genau, die Rechnung INV-1042", Answer::Yes);
        row("Nein", Answer::No);
        row("Nein danke", Answer::No);
        row("Ja, aber nur 20", Answer::Other);
        row("Ja, aber", Answer::Other);
        row("Ja, auf mein anderes Konto", Answer::Other);
        row("Ja?", Answer::Other);
        row("Ja, die Rechnung INV-1043", Answer::Other);
    }

    void germanAnswers()
    {
        QFETCH(QString, text);
        QFETCH(Answer, answer);
        QCOMPARE(m_answers.answerTo(germanQuestion, text), answer);
    }

    void aLanguageIsAFileMore()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("fi")));
        QFile file(folder.filePath(QStringLiteral("fi/answers.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"yes": ["joo"], "no": ["ei"], "beside": ["kiitos"]})");
        file.close();

        const auto answers = ClearAnswer::load(folder.path());

        VERIFY_RESULT(answers);
        QCOMPARE(answers->answerTo(question, QStringLiteral("Joo, kiitos!")), Answer::Yes);
        QCOMPARE(answers->answerTo(question, QStringLiteral("ei")), Answer::No);
        QCOMPARE(answers->answerTo(question, QStringLiteral("yes")), Answer::Other);
    }

    void aBrokenFileIsNamed()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("fi")));
        QFile file(folder.filePath(QStringLiteral("fi/answers.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();

        const auto answers = ClearAnswer::load(folder.path());

        QVERIFY(!answers);
        QCOMPARE(answers.error().kind, ErrorKind::InvalidInput);
        QVERIFY(answers.error().detail.contains(QStringLiteral("answers.json")));
    }

private:
    ClearAnswer m_answers;
};

QTEST_GUILESS_MAIN(TestClearAnswer)
#include "tst_clearanswer.moc"
