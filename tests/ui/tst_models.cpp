#include "actions/CommandModel.h"
#include "actions/FuzzyMatch.h"
#include "knowledge/ArticleModel.h"
#include "queue/QueueModel.h"
#include "snippets/SnippetModel.h"
#include "support/FakeDesk.h"
#include "support/TestSupport.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>

using namespace Helmdesk;
using Test::FakeDesk;

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queuePagesThroughTenThousandRows();
    void marksStayWithTheirConversations();
    void refreshKeepsTheRowsThatStay();
    void queueSpeaksWhatItShowsByColour();
    void articlesPassTheModelTester();
    void snippetsPassTheModelTester();
    void commandsAreFoundByTheirLetters();
    void beginningsOfWordsComeBeforeLetters_data();
    void beginningsOfWordsComeBeforeLetters();
    void settingsAndArticlesAreFound();
};

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

// The tester itself asks for more rows when a page has come, so the pages are counted, not forced.
void ModelsTest::queuePagesThroughTenThousandRows()
{
    FakeDesk desk(FakeDesk::Content::Many);
    QueueModel model(desk);
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);

    model.setQuery({.view = QueueView::All});
    QTRY_VERIFY(model.rowCount() >= QueueModel::pageSize);
    QVERIFY(model.rowCount() < 10000);
    while (model.rowCount() < 10000) {
        const int before = model.rowCount();
        if (model.canFetchMore({}))
            model.fetchMore({});
        QTRY_VERIFY(model.rowCount() > before);
    }

    QCOMPARE(model.rowCount(), 10000);
    QVERIFY(!model.canFetchMore({}));
    for (int row = 0; row < 10000; row += 777)
        QCOMPARE(model.rowAt(row)->customer, QStringLiteral("Customer %1").arg(row + 1));
    for (const QList<QVariant> &each : std::as_const(inserted))
        QVERIFY(each.at(2).toInt() - each.at(1).toInt() < QueueModel::pageSize);
}

void ModelsTest::marksStayWithTheirConversations()
{
    FakeDesk desk(FakeDesk::Content::Sample);
    QueueModel model(desk);
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy loaded(&model, &QueueModel::loaded);
    QSignalSpy marks(&model, &QueueModel::marksChanged);
    model.setQuery({.view = QueueView::NeedsReview});
    QVERIFY(loaded.wait());
    model.setMarked(ConversationId{2}, true);
    model.setMarked(ConversationId{5}, true);
    QCOMPARE(model.marked(), (std::vector<ConversationId>{{2}, {5}}));
    QVERIFY(model.index(model.rowOf(ConversationId{5})).data(QueueModel::MarkRole).toBool());

    desk.setResolved({ConversationId{2}}, true);
    model.refresh();
    QVERIFY(loaded.wait());

    QCOMPARE(model.marked(), std::vector<ConversationId>{ConversationId{5}});
    QCOMPARE(marks.last().first().toInt(), 1);
    model.setQuery({.view = QueueView::All});
    QVERIFY(model.marked().empty());
}

void ModelsTest::refreshKeepsTheRowsThatStay()
{
    FakeDesk desk(FakeDesk::Content::Sample);
    QueueModel model(desk);
    const QAbstractItemModelTester tester(&model, fatal);
    QSignalSpy loaded(&model, &QueueModel::loaded);
    model.setQuery({.view = QueueView::NeedsReview});
    QVERIFY(loaded.wait());
    const int before = model.rowCount();
    const QPersistentModelIndex jun(model.index(model.rowOf(ConversationId{5})));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

    desk.setResolved({ConversationId{2}}, true);
    model.refresh();
    QVERIFY(loaded.wait());

    QCOMPARE(model.rowCount(), before - 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(reset.count(), 0);
    QVERIFY(jun.isValid());
    QCOMPARE(jun.data().toString(), QStringLiteral("Jun Takeda"));

    desk.setResolved({ConversationId{2}}, false);
    model.refresh();
    QVERIFY(loaded.wait());
    QCOMPARE(model.rowCount(), before);
    QCOMPARE(reset.count(), 0);
}

void ModelsTest::queueSpeaksWhatItShowsByColour()
{
    FakeDesk desk(FakeDesk::Content::Sample);
    QueueModel model(desk);
    QSignalSpy loaded(&model, &QueueModel::loaded);
    model.setQuery({.view = QueueView::All});
    QVERIFY(loaded.wait());

    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();

    QVERIFY(spoken.contains(QStringLiteral("Mara Lindqvist")));
    QVERIFY(spoken.contains(QStringLiteral("Billing 97 %")));
    QVERIFY(spoken.contains(QStringLiteral("Approval")));
}

void ModelsTest::articlesPassTheModelTester()
{
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, fatal);

    model.setRows({{QStringLiteral("a"), QStringLiteral("First"), Category::Billing, {}, 1, {}}});
    model.setRows({{QStringLiteral("b"), QStringLiteral("Second"), Category::Account, {}, 1, {}}});

    QCOMPARE(model.rowOf(QStringLiteral("b")), 0);
    QCOMPARE(model.rowOf(QStringLiteral("a")), -1);
}

void ModelsTest::snippetsPassTheModelTester()
{
    SnippetModel model;
    const QAbstractItemModelTester tester(&model, fatal);

    model.setSnippets({{4, QStringLiteral("Later"), QStringLiteral("b")},
                       {7, QStringLiteral("Earlier"), QStringLiteral("a")}});
    QCOMPARE(model.rowOf(7), 0); // by name
    model.setFilter(QStringLiteral("LATER"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(7), -1);
    model.setSnippets({});

    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::commandsAreFoundByTheirLetters()
{
    QWidget window;
    ActionRegistry registry(window);
    const auto add = [&](const char *id, const char *text) {
        registry.add(QString::fromLatin1(id), {}, QString::fromLatin1(text), {}, {}, [] {});
    };
    add("a", "Search conversations");
    add("b", "Send the reply");
    add("c", "Show the keys");
    CommandModel model(registry);
    const QAbstractItemModelTester tester(&model, fatal);

    model.setFilter(QStringLiteral("sr"), {});
    QCOMPARE(model.entryAt(0)->id, QStringLiteral("b"));
    model.setFilter(QStringLiteral("keys"), {});
    QCOMPARE(model.rowCount(), 1);
    model.setFilter({}, {QStringLiteral("c")});
    QCOMPARE(model.entryAt(0)->id, QStringLiteral("c"));
    model.setFilter(QStringLiteral("zzz"), {});
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::beginningsOfWordsComeBeforeLetters_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("a name before letters")
        << QStringLiteral("theo") << QStringLiteral("Theo Okafor") << QStringLiteral("Take the order over");
    QTest::newRow("the text before a word of it")
        << QStringLiteral("refund") << QStringLiteral("Refund without approval")
        << QStringLiteral("How a refund works");
    QTest::newRow("a word before the midst of one")
        << QStringLiteral("port") << QStringLiteral("Web chat port") << QStringLiteral("Import and export");
    QTest::newRow("each word before the midst of one")
        << QStringLiteral("ref app") << QStringLiteral("Refund without approval")
        << QStringLiteral("a brief appeal");
}

void ModelsTest::beginningsOfWordsComeBeforeLetters()
{
    QFETCH(QString, wanted);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(wanted, better) > fuzzyScore(wanted, worse));
    QVERIFY(fuzzyScore(wanted, better) >= surelyMeant);
    const QList<int> places = fuzzyPlaces(wanted, better);
    QCOMPARE(places.size(), QString(wanted).remove(u' ').size());
}

void ModelsTest::settingsAndArticlesAreFound()
{
    QWidget window;
    ActionRegistry registry(window);
    registry.add(QStringLiteral("a"), {}, QStringLiteral("Take over or hand back"), {}, {}, [] {});
    CommandModel model(registry);
    const QAbstractItemModelTester tester(&model, fatal);
    FakeDesk desk(FakeDesk::Content::Sample);
    const auto settings = desk.settings().result();
    const auto articles = desk.articles({}).result();
    QVERIFY(settings && articles);
    model.setSettings(*settings);
    model.setArticles(*articles);
    const auto titles = [&](CommandModel::Kind kind) {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.itemAt(row)->kind == kind)
                found.append(model.itemAt(row)->text);
        return found;
    };

    model.setFilter(QStringLiteral("refund limit"), {});
    QVERIFY2(titles(CommandModel::Kind::Setting).contains(QStringLiteral("Refund without approval")),
             qPrintable(titles(CommandModel::Kind::Setting).join(u'|')));
    model.setFilter(QStringLiteral("refunds work"), {});
    QVERIFY(titles(CommandModel::Kind::Article).contains(QStringLiteral("How refunds work")));
    model.setFilter(QStringLiteral("ta"), {});
    QueueRow row;
    row.id = ConversationId{7};
    row.customer = QStringLiteral("Tamar Quist");
    model.setConversations({row});
    QCOMPARE(model.itemAt(0)->kind, CommandModel::Kind::Command); // both begin with it: the order of before
    model.setFilter(QStringLiteral("toh"), {});                   // first letters of words of the command
    QVERIFY(model.rowCount() > 0);
    row.customer = QStringLiteral("Toh Wei");
    model.setConversations({row});
    QCOMPARE(model.itemAt(0)->conversation, row.id);
    model.setFilter({}, {});
    QCOMPARE(model.rowCount(), 1); // commands alone
}

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
