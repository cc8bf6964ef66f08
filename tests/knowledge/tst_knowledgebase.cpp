#include "KnowledgeFixture.h"

#include "support/TestSupport.h"

#include <atomic>
#include <thread>

using namespace Helmdesk;

class TestKnowledgeBase : public QObject
{
    Q_OBJECT

    static std::vector<Document> articles()
    {
        const auto article = [](const char *id, Category category, const char *title, const char *text) {
            Document document;
            document.id = QString::fromLatin1(id);
            document.category = category;
            document.title = QString::fromLatin1(title);
            document.text = QString::fromLatin1(text);
            return document;
        };
        return {article("reset", Category::Account, "Reset a password",
                        "Select the link on the sign-in page.\n\n## Link\nIt is valid for a day."),
                article("refund", Category::Billing, "Refunds", "A refund takes ten days to reach the bank."),
                article("nl-429", Category::Technical, "Error NL-429", "Too many requests: wait a minute.")};
    }

    Test::Engine m_engine;

private Q_SLOTS:
    void initTestCase()
    {
        auto engine = Test::openEngine();
        VERIFY_RESULT(engine);
        m_engine = std::move(*engine);
    }

    void importedArticlesAreFound()
    {
        Test::InMemoryKnowledgeRepository repository;
        KnowledgeBase base(repository, *m_engine.encoder, m_engine.projection);
        std::vector<std::pair<qint64, qint64>> progress;

        const auto report =
            base.importDocuments(articles(), RunControl().withProgress([&](qint64 done, qint64 total) {
                progress.emplace_back(done, total);
            }));
        const auto found = base.search(QStringLiteral("I forgot my password"));

        VERIFY_RESULT(report);
        QCOMPARE(report->added, 3);
        QCOMPARE(report->passages, 4);
        QCOMPARE(progress.back(), std::make_pair(qint64(3), qint64(3)));
        VERIFY_RESULT(found);
        QCOMPARE(found->passages.size(), std::size_t(3));
        QCOMPARE(found->passages.front().passage.documentId, QStringLiteral("reset"));
        QCOMPARE(found->passages.front().title, QStringLiteral("Reset a password"));
        QVERIFY(found->passages[0].score >= found->passages[1].score);
    }

    void onlyWhatChangedIsEncodedAgain()
    {
        Test::InMemoryKnowledgeRepository repository;
        KnowledgeBase base(repository, *m_engine.encoder, m_engine.projection);
        VERIFY_RESULT(base.importDocuments(articles()));
        std::vector<Document> changed = articles();
        changed[1].text += QStringLiteral(" Sometimes twelve.");

        const auto report = base.importDocuments(changed);

        VERIFY_RESULT(report);
        QCOMPARE(report->added, 0);
        QCOMPARE(report->changed, 1);
        QCOMPARE(report->unchanged, 2);
        QCOMPARE(repository.written, 4);
    }

    void aStoppedImportGoesOnWhereItStopped()
    {
        Test::InMemoryKnowledgeRepository repository;
        KnowledgeBase base(repository, *m_engine.encoder, m_engine.projection);
        std::vector<Document> many;
        for (int i = 0; i < 100; ++i) {
            Document document;
            document.id = QString::number(i);
            document.text = QStringLiteral("Article %1").arg(i);
            many.push_back(document);
        }
        std::stop_source stop;
        const RunControl control = RunControl(stop.get_token()).withProgress([&](qint64 done, qint64) {
            if (done > 0)
                stop.request_stop();
        });

        const auto stopped = base.importDocuments(many, control);
        const int first = repository.written;
        const auto resumed = base.importDocuments(many);

        QVERIFY(!stopped);
        QVERIFY(stopped.error().kind == ErrorKind::Cancelled);
        QVERIFY(first > 0 && first < 100);
        VERIFY_RESULT(resumed);
        QCOMPARE(resumed->unchanged, first);
        QCOMPARE(repository.written, 100);
        QCOMPARE(base.index()->documents().size(), std::size_t(100));
    }

    void aReopenedBaseAnswersTheSame()
    {
        Test::InMemoryKnowledgeRepository repository;
        KnowledgeBase first(repository, *m_engine.encoder, m_engine.projection);
        VERIFY_RESULT(first.importDocuments(articles()));
        KnowledgeBase second(repository, *m_engine.encoder, m_engine.projection);
        QVERIFY(second.search(QStringLiteral("refund"))->passages.empty());
        VERIFY_RESULT(second.reload());

        const auto a = first.search(QStringLiteral("when do I get my money back"));
        const auto b = second.search(QStringLiteral("when do I get my money back"));

        QCOMPARE(a->passages.size(), b->passages.size());
        for (std::size_t i = 0; i < a->passages.size(); ++i) {
            QCOMPARE(a->passages[i].passage.documentId, b->passages[i].passage.documentId);
            QCOMPARE(a->passages[i].score, b->passages[i].score);
        }
    }

    void aRemovedArticleIsGone()
    {
        Test::InMemoryKnowledgeRepository repository;
        KnowledgeBase base(repository, *m_engine.encoder, m_engine.projection);
        VERIFY_RESULT(base.importDocuments(articles()));

        VERIFY_RESULT(base.remove(QStringLiteral("nl-429")));

        const auto found = base.search(QStringLiteral("NL-429"));
        QCOMPARE(found->passages.size(), std::size_t(2));
        for (const RetrievedPassage &passage : found->passages)
            QVERIFY(passage.passage.documentId != QStringLiteral("nl-429"));
    }

    void searchesRunBesideAnImport()
    {
        Test::InMemoryKnowledgeRepository repository;
        KnowledgeBase base(repository, *m_engine.encoder, m_engine.projection);
        VERIFY_RESULT(base.importDocuments(articles()));
        std::atomic<bool> isDone = false;
        std::atomic<int> failures = 0;
        std::thread searching([&] {
            while (!isDone) {
                const auto found = base.search(QStringLiteral("password"));
                failures += !found || found->passages.empty() ? 1 : 0;
            }
        });

        for (int round = 0; round < 5; ++round) {
            std::vector<Document> changed = articles();
            changed[0].text += QString::number(round);
            const auto report = base.importDocuments(changed);
            failures += report ? 0 : 1;
        }
        isDone = true;
        searching.join();

        QCOMPARE(failures.load(), 0);
    }

    void damagedVectorsAreReported()
    {
        Test::InMemoryKnowledgeRepository repository;
        StoredDocument stored =
            DocumentEncoder(*m_engine.encoder, m_engine.projection).encode(articles().front());
        stored.passages.front().vectors.chop(3);
        VERIFY_RESULT(repository.upsert(std::span(&stored, 1)));
        KnowledgeBase base(repository, *m_engine.encoder, m_engine.projection);

        const auto loaded = base.reload();

        QVERIFY(!loaded);
        QVERIFY(loaded.error().kind == ErrorKind::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestKnowledgeBase)
#include "tst_knowledgebase.moc"
