// The articles of a workspace as the console sees them: changed by another program, and reviewed.

#include "app/EngineDesk.h"
#include "support/TestSupport.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Helmdesk;

class DeskKnowledgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void articlesOfAnotherProgramAreFound();
    void settingsOfAnotherProgramAreTold();
    void ownArticlesAreReadOnce();
    void contradictionIsShownWithBothSentences();
    void ticketNumberFindsItsConversation();

private:
    std::unique_ptr<Workspace> open();
    QString putArticle(const QString &name, const QByteArray &text);

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EngineDesk> m_desk;
};

namespace
{

template <class T>
Result<T> waitFor(QFuture<Result<T>> reply)
{
    reply.waitForFinished();
    return reply.result();
}

} // namespace

void DeskKnowledgeTest::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
}

std::unique_ptr<Workspace> DeskKnowledgeTest::open()
{
    auto workspace = Workspace::open(m_folder->filePath(QStringLiteral("workspace")));
    if (!workspace || !(*workspace)->loadEngine(m_assets))
        return nullptr;
    return std::move(*workspace);
}

void DeskKnowledgeTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = open();
    QVERIFY(workspace);
    EngineDeskOptions options;
    options.operatorName = QStringLiteral("Iris");
    options.worker.withHttp = options.worker.withInboxFolder = false;
    m_desk = std::make_unique<EngineDesk>(std::move(workspace), options);
    m_desk->start();
    QTRY_COMPARE(m_desk->status().engine, PartState::Ready);
}

void DeskKnowledgeTest::cleanup()
{
    m_desk.reset();
    m_folder.reset();
}

QString DeskKnowledgeTest::putArticle(const QString &name, const QByteArray &text)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return path;
}

void DeskKnowledgeTest::articlesOfAnotherProgramAreFound()
{
    QSignalSpy changed(m_desk.get(), &Desk::knowledgeChanged);
    const QString search = QStringLiteral("turquoise harpsichord");
    QVERIFY(waitFor(m_desk->articles(search))->empty());
    const QString path = putArticle(QStringLiteral("harpsichord.md"),
                                    "# Harpsichords\n\nA turquoise harpsichord is tuned every spring.\n");

    const auto other = open(); // with its own connection, as another program has
    QVERIFY(other);
    VERIFY_RESULT(other->knowledge().importFiles({path}));

    QVERIFY(changed.count() > 0 || changed.wait());
    const auto found = waitFor(m_desk->articles(search));
    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 1u);
    VERIFY_RESULT(other->knowledge().remove(found->front().id));
    QVERIFY(changed.wait());
    QVERIFY(waitFor(m_desk->articles(search))->empty());
}

void DeskKnowledgeTest::settingsOfAnotherProgramAreTold()
{
    QSignalSpy changed(m_desk.get(), &Desk::settingsChanged);
    const auto other = open(); // with its own connection, as another program has
    QVERIFY(other);
    const auto save = [&](const char *theme) {
        return other->settingsRepository()
            .save(QStringLiteral("ui.theme"), Json(theme), QStringLiteral("Iris"))
            .has_value();
    };
    // What was written before the desk looked for the first time is no change to it.
    bool isLight = false;
    QTRY_VERIFY_WITH_TIMEOUT(save((isLight = !isLight) ? "light" : "system") && changed.count() > 0, 20000);
    changed.clear();
    QVERIFY(save("dark"));

    QVERIFY(changed.count() > 0 || changed.wait(20000));
    const auto rows = waitFor(m_desk->settings());
    VERIFY_RESULT(rows);
    const auto theme = std::ranges::find(*rows, QStringLiteral("ui.theme"), &SettingRow::name);
    QVERIFY(theme != rows->end());
    QCOMPARE(theme->value, Json("dark"));
}

void DeskKnowledgeTest::ownArticlesAreReadOnce()
{
    auto workspace = open();
    QVERIFY(workspace);
    const QString path = putArticle(QStringLiteral("a.md"), "# A\n\nA sentence on lighthouses.\n");
    VERIFY_RESULT(workspace->knowledge().importFiles({path}));

    const auto again = workspace->knowledge().reloadIfChanged();

    VERIFY_RESULT(again);
    QVERIFY(!*again);
}

void DeskKnowledgeTest::contradictionIsShownWithBothSentences()
{
    const QStringList paths{
        putArticle(QStringLiteral("long.md"),
                   "# Refunds by card\n\nA refund takes 10 working days to show on your statement.\n"),
        putArticle(QStringLiteral("short.md"),
                   "# Money back\n\nA refund takes 3 working days to show on your statement.\n")};
    VERIFY_RESULT(waitFor(m_desk->importArticles(paths)));

    const auto review = waitFor(m_desk->knowledgeReview());

    VERIFY_RESULT(review);
    QCOMPARE(review->conflicts.size(), 1u);
    const ConflictRow &conflict = review->conflicts.front();
    QVERIFY(conflict.first.article != conflict.second.article);
    QVERIFY(conflict.first.sentence.contains(QStringLiteral("working days to show")));
    QVERIFY(conflict.first.value != conflict.second.value);
    QVERIFY(review->stale.empty());
}

void DeskKnowledgeTest::ticketNumberFindsItsConversation()
{
    const auto other = open();
    QVERIFY(other);
    ConversationOpening opening;
    opening.channel = ChannelKind::Api;
    opening.key = QStringLiteral("one");
    opening.at = QDateTime::currentDateTimeUtc();
    VERIFY_RESULT(other->conversations().findOrCreate(opening));
    opening.key = QStringLiteral("two");
    const auto second = other->conversations().findOrCreate(opening);
    VERIFY_RESULT(second);
    NewTicket record;
    record.conversation = second->id;
    record.createdAt = opening.at;
    const auto ticket = other->tickets().create(record);
    VERIFY_RESULT(ticket);

    QueueQuery query{.view = QueueView::All, .search = QStringLiteral("#%1").arg(ticket->value)};
    const auto found = waitFor(m_desk->queue(query, 10, std::nullopt));

    VERIFY_RESULT(found);
    QVERIFY(!found->rows.empty());
    QCOMPARE(found->rows.front().id, second->id);
    query.search = QStringLiteral("#4711");
    QVERIFY(waitFor(m_desk->queue(query, 10, std::nullopt))->rows.empty());
}

QTEST_GUILESS_MAIN(DeskKnowledgeTest)
#include "tst_deskknowledge.moc"
