// Notices of absence, acknowledgements and people, told apart by resources/mail/automatic.json. The texts of
// tests/data/automatic were written apart from the list and are not fitted to.
#include "pipeline/AutomaticText.h"

#include "core/Json.h"
#include "support/TestSupport.h"

#include <QFile>
#include <QMap>

using namespace Helmdesk;

class TestAutomaticText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void heldOutTexts()
    {
        QFile file(QStringLiteral(AUTOMATIC_TEXTS));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const auto texts = parseJson(file.readAll());
        VERIFY_RESULT(texts);
        QMap<QString, std::pair<int, int>> right; // by kind: right, all
        QStringList wrong;
        for (const Json &text : *texts) {
            const QString kind = stringOr(text, "kind");
            const bool isAutomatic = readsAutomatic(stringOr(text, "subject"), stringOr(text, "text"));
            const bool isRight = isAutomatic == (kind != QLatin1String("person"));
            auto &[hits, all] = right[kind];
            hits += isRight ? 1 : 0;
            ++all;
            if (!isRight)
                wrong.append(stringOr(text, "language") + u' ' + kind);
        }
        for (auto each = right.cbegin(); each != right.cend(); ++each)
            qInfo().noquote() << each.key() << each->first << "of" << each->second;
        qInfo().noquote() << "wrong:" << wrong.join(QStringLiteral(", "));

        // Nobody is taken for a machine; of the machines nine in ten are known.
        QCOMPARE(right.value(QStringLiteral("person")).first, right.value(QStringLiteral("person")).second);
        for (const char *kind : {"absence", "acknowledgement"}) {
            const auto [hits, all] = right.value(QString::fromLatin1(kind));
            QVERIFY(all > 20);
            QVERIFY2(hits * 10 >= all * 9, kind);
        }
    }

    void subjectsAndMixedTexts_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isAutomatic");
        QTest::newRow("Dutch subject") << "Automatisch antwoord: export"
                                       << "Hallo" << true;
        QTest::newRow("Swedish subject") << "Autosvar: export"
                                         << "Hej" << true;
        QTest::newRow("label") << "Abwesend: Re: Export"
                               << "Guten Tag" << true;
        QTest::newRow("Japanese subject") << QStringLiteral("自動返信: お問い合わせ") << "-" << true;
        QTest::newRow("bounce") << "Undeliverable: export"
                                << "-" << true;
        QTest::newRow("a feature of that name") << "Out of office status is not shown"
                                                << "It stays grey for the whole team." << false;
        QTest::newRow("a form of absence") << "Absence report"
                                           << "The board of absences is empty." << false;
        QTest::newRow("a notice with a question")
            << "Away"
            << "I am on leave until Monday. Can you move the call?" << false;
        QTest::newRow("a notice with a wish")
            << "Away"
            << "I am out of the office until Monday. Please cancel my subscription." << false;
    }
    void subjectsAndMixedTexts()
    {
        QFETCH(QString, subject);
        QFETCH(QString, text);
        QFETCH(bool, isAutomatic);

        QCOMPARE(readsAutomatic(subject, text), isAutomatic);
    }
};

QTEST_GUILESS_MAIN(TestAutomaticText)
#include "tst_automatictext.moc"
