// What somebody writes into an article is never lost.

#include "WindowBench.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Helmdesk;
using namespace Qt::StringLiterals;
using Test::WindowBench;

class ArticleHandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unsavedArticleIsKept();
    void cancelledArticleComesBack();
    void deletedArticleComesBack();
    void begunArticleOutlivesTheProgram();
};

// Another article, another room: what was written stays until it is saved or dropped.
void ArticleHandsTest::unsavedArticleIsKept()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *edit = bench.find<QPushButton>(u"editArticle"_s);
    QTRY_VERIFY(edit->isVisible());
    edit->click();
    auto *source = bench.find<QPlainTextEdit>(u"articleSource"_s);
    source->appendPlainText(u"Half a new paragraph"_s);
    const QString written = source->toPlainText();

    bench.window->openArticle(u"export"_s);
    QTRY_VERIFY(bench.find<QTextBrowser>(u"articleText"_s)->toPlainText().contains("Data, Export"_L1));
    bench.window->setRoom(Room::Inbox);
    bench.window->openArticle(u"refunds"_s);
    QTRY_VERIFY(bench.find<QTextBrowser>(u"articleText"_s)->toPlainText().contains("How refunds work"_L1));
    edit->click();

    QCOMPARE(source->toPlainText(), written);
    bench.find<QPushButton>(u"saveArticle"_s)->click();
    QTRY_VERIFY(bench.desk.calls.contains(u"saveArticle"_s));
    QTRY_VERIFY(edit->isVisible());
    edit->click();
    QTRY_COMPARE(source->toPlainText(), written);
}

void ArticleHandsTest::cancelledArticleComesBack()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *edit = bench.find<QPushButton>(u"editArticle"_s);
    QTRY_VERIFY(edit->isVisible());
    edit->click();
    auto *source = bench.find<QPlainTextEdit>(u"articleSource"_s);
    source->setPlainText(u"All new"_s);
    bench.find<QPushButton>(u"cancelArticle"_s)->click();
    QTRY_VERIFY(edit->isVisible());
    const auto undo = [&] {
        const auto buttons = bench.find<QWidget>(u"knowledgeView"_s)->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [](const QPushButton *each) { return each->isVisible() && each->text() == "Undo"_L1; });
        return found == buttons.end() ? nullptr : *found;
    };
    QVERIFY(undo());

    undo()->click();

    QTRY_VERIFY(source->isVisible());
    QCOMPARE(source->toPlainText(), u"All new"_s);
}

void ArticleHandsTest::deletedArticleComesBack()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *remove = bench.find<QPushButton>(u"deleteArticle"_s);
    QTRY_VERIFY(remove->isVisible());
    const auto action = [&](const QString &words) {
        const auto buttons = bench.find<QWidget>(u"knowledgeView"_s)->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(buttons, [&](const QPushButton *each) {
            return each->isVisible() && each != remove && each->text() == words;
        });
        return found == buttons.end() ? nullptr : *found;
    };
    remove->click();
    QVERIFY(action(u"Delete article"_s));
    action(u"Delete article"_s)->click();
    QTRY_VERIFY(bench.desk.calls.contains(u"removeArticle"_s));
    QTRY_VERIFY(action(u"Undo"_s));
    action(u"Undo"_s)->click();

    QTRY_VERIFY(bench.desk.calls.contains(u"saveArticle"_s));
    QTRY_VERIFY(bench.find<QTextBrowser>(u"articleText"_s)->isVisible());
    QVERIFY(bench.find<QTextBrowser>(u"articleText"_s)->toPlainText().contains("How refunds work"_L1));
}

void ArticleHandsTest::begunArticleOutlivesTheProgram()
{
    WindowBench bench;
    QVERIFY(bench.isReady());
    bench.window->openArticle(u"refunds"_s);
    auto *edit = bench.find<QPushButton>(u"editArticle"_s);
    QTRY_VERIFY(edit->isVisible());
    edit->click();
    auto *source = bench.find<QPlainTextEdit>(u"articleSource"_s);
    source->appendPlainText(u"Half a new paragraph"_s);
    const QString written = source->toPlainText();
    bench.window->close();
    bench.window.reset();

    bench.window = std::make_unique<MainWindow>(bench.desk);
    bench.window->show();
    bench.window->openArticle(u"refunds"_s);
    edit = bench.find<QPushButton>(u"editArticle"_s);
    QTRY_VERIFY(edit->isVisible());
    edit->click();

    QCOMPARE(bench.find<QPlainTextEdit>(u"articleSource"_s)->toPlainText(), written);
    bench.find<QPushButton>(u"saveArticle"_s)->click();
    QTRY_VERIFY(bench.desk.calls.contains(u"saveArticle"_s));
    QTRY_VERIFY(bench.desk.begunArticles.empty()); // nothing is left to be asked about
}

QTEST_MAIN(ArticleHandsTest)
#include "tst_articlehands.moc"
