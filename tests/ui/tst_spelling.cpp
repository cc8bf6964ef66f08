#include "conversation/ReplyEditor.h"
#include "conversation/SpellChecker.h"
#include "support/TestSupport.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextLayout>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// On a dictionary of its own, so that it passes wherever Hunspell was there at configure time.
class SpellingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dictionaryIsFoundForABareLanguage();
    void unknownWordsAreMarkedAndNamesAreNot();
    void suggestionsAndAcceptance();
    void withoutADictionaryNothingIsMarked();

private:
    QTemporaryDir m_folder;
};

void SpellingTest::initTestCase()
{
#ifndef HELMDESK_WITH_HUNSPELL
    QSKIP("built without Hunspell");
#endif
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"xx_YY.aff"_s, "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\n"));
    QVERIFY(write(u"xx_YY.dic"_s, "7\nhello\nthe\nboard\nis\nready\nagain\ngr\xc3\xbc\xc3\x9f\n"));
    qputenv("HELMDESK_DICTIONARIES", QFile::encodeName(m_folder.path()));
}

void SpellingTest::dictionaryIsFoundForABareLanguage()
{
    QCOMPARE(SpellChecker::dictionaryOf(u"xx"_s), m_folder.filePath(u"xx_YY"_s));
    QCOMPARE(SpellChecker::dictionaryOf(u"xx-YY"_s), m_folder.filePath(u"xx_YY"_s));
    QVERIFY(SpellChecker::dictionaryOf(u"qq"_s).isEmpty());
    QVERIFY(SpellChecker::dictionaryOf({}).isEmpty());
}

void SpellingTest::unknownWordsAreMarkedAndNamesAreNot()
{
    ReplyEditor editor;
    QSignalSpy ready(&editor.spelling(), &SpellChecker::ready);
    editor.show();
    editor.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    editor.setFocus();
    editor.setLanguage(u"xx"_s);
    QVERIFY(editor.spelling().isReady() || ready.wait());

    editor.setPlainText(
        u"hello the baord is redy again, grüß INV-1051 SSO iris@desk.example {order} E1204"_s);

    QCOMPARE(editor.markedWords().join(u' '), u"baord redy"_s);
    const auto formats = editor.document()->firstBlock().layout()->formats();
    QCOMPARE(formats.size(), 2);
    QCOMPARE(formats.first().start, 10);
    QCOMPARE(formats.first().length, 5);
}

void SpellingTest::suggestionsAndAcceptance()
{
    SpellChecker spelling;
    QSignalSpy ready(&spelling, &SpellChecker::ready);
    spelling.setLanguage(u"xx"_s);
    QVERIFY(ready.wait());

    QVERIFY(!spelling.isRight(u"baord"_s));
    QVERIFY(spelling.suggestions(u"baord"_s).contains(u"board"_s));
    QVERIFY(spelling.isRight(u"grüß"_s));
    spelling.accept(u"baord"_s);
    QVERIFY(spelling.isRight(u"baord"_s));
}

void SpellingTest::withoutADictionaryNothingIsMarked()
{
    SpellChecker spelling;
    spelling.setLanguage(u"qq"_s);
    QVERIFY(!spelling.isReady());
    QVERIFY(spelling.isRight(u"baord"_s));
    QVERIFY(spelling.suggestions(u"baord"_s).isEmpty());
}

QTEST_MAIN(SpellingTest)
#include "tst_spelling.moc"
