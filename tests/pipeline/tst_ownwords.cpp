#include "pipeline/OwnWords.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestOwnWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quotesAreLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("own");
        QTest::newRow("none") << "Settings > Billing is empty"
                              << "Settings > Billing is empty";
        QTest::newRow("answer below") << "> Refund INV-1?\n> Yes\nNo, leave it"
                                      << "No, leave it";
        QTest::newRow("attribution") << "Is it paid?\n\nOn Mon, 16 Nov 2026, Support wrote:\n> INV-7 is "
                                        "paid.\n\nMara"
                                     << "Is it paid?\n\nMara";
        QTest::newRow("between") << "> which one?\nINV-1\n> and why?\ntwice"
                                 << "INV-1\n\ntwice";
        QTest::newRow("nothing else") << "> Refund INV-1"
                                      << "> Refund INV-1";
        QTest::newRow("own colon stays") << "My new address:\n> Kungsgatan 12"
                                         << "My new address:";
    }
    void quotesAreLeftOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, own);
        QCOMPARE(ownWords(text), own);
    }
};

QTEST_GUILESS_MAIN(TestOwnWords)
#include "tst_ownwords.moc"
