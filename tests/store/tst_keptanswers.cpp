// Kept answers: they go with their articles, with a person's verdict and with an erased customer.

#include "StoreTestSupport.h"

#include "store/CustomerErasure.h"
#include "store/SqliteDraftRepository.h"
#include "store/SqliteKeptAnswerRepository.h"
#include "store/SqliteKnowledgeRepository.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

StoredDocument article(const QString &id, const QString &text, const QByteArray &hash)
{
    StoredDocument stored;
    stored.document.id = id;
    stored.document.title = u"Exports"_s;
    stored.document.text = text;
    stored.contentHash = hash;
    stored.vectors = "v";
    StoredPassage passage;
    passage.passage.documentId = id;
    passage.passage.text = text;
    passage.vectors = "v";
    stored.passages = {passage};
    return stored;
}

} // namespace

class KeptAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answerIsFoundByItsQuestionOrForm();
    void articleThatChangedTakesItsAnswersAlong();
    void articleThatChangedMeanwhileIsNotKept();
    void passageThatIsNoLongerQuotedHasNoVersion();
    void verdictOfAPersonEndsIt_data();
    void verdictOfAPersonEndsIt();
    void fewestUsedGoFirst();
    void servedAnswersAddUp();
    void erasedCustomerTakesAllAlong();
    void clearingIsAudited();

private:
    NewKeptAnswer answer(const QString &question = u"how long"_s)
    {
        NewKeptAnswer kept;
        kept.key = {u"everybody"_s, question, u"0 0 | form"_s, u"technical.export"_s};
        kept.vector = "\x01\x02\x03\x04";
        kept.text = u"For 30 days."_s;
        kept.citations = {{u"kb/exports"_s, u"Exports"_s, 0, u"Exports are kept."_s}};
        kept.articles = {{u"kb/exports"_s, "1"}};
        kept.engine = u"fast"_s;
        kept.costUsd = 0.0025;
        kept.conversation = m_opened.conversation.id;
        kept.message = m_opened.message;
        kept.at = at(0);
        return kept;
    }
    std::vector<KeptAnswer> found(const QString &question = u"how long"_s, const QString &form = {})
    {
        return m_answers->find({u"everybody"_s, question, form, u"technical.export"_s}, at(-1))
            .value_or(std::vector<KeptAnswer>());
    }
    void import(const QString &text, const QByteArray &hash)
    {
        const std::vector<StoredDocument> documents{article(u"kb/exports"_s, text, hash)};
        VERIFY_RESULT(m_knowledge->upsert(documents));
    }

    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqliteKeptAnswerRepository> m_answers;
    std::unique_ptr<SqliteKnowledgeRepository> m_knowledge;
    Opened m_opened;
};

void KeptAnswersTest::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_answers = std::make_unique<SqliteKeptAnswerRepository>(*m_store->database);
    m_knowledge = std::make_unique<SqliteKnowledgeRepository>(*m_store->database);
    m_opened = openConversation(*m_store->database, {}, u"How long?"_s);
    import(u"Exports are kept. For 30 days."_s, "1");
}

void KeptAnswersTest::answerIsFoundByItsQuestionOrForm()
{
    VERIFY_RESULT(m_answers->keep(answer(), 10));
    NewKeptAnswer again = answer();
    again.text = u"For 30 days, then they go."_s;
    VERIFY_RESULT(m_answers->keep(again, 10));

    const auto exact = found();
    QCOMPARE(exact.size(), size_t(1)); // the later one took its place
    QCOMPARE(exact.front().kept.text, again.text);
    QCOMPARE(exact.front().kept.citations, again.citations);
    QCOMPARE(exact.front().kept.vector, again.vector);
    QCOMPARE(exact.front().kept.costUsd, again.costUsd);
    QCOMPARE(found(u"for how long"_s, u"0 0 | form"_s).size(), size_t(1));
    QVERIFY(found(u"for how long"_s).empty());
    QVERIFY(found(u"for how long"_s, u"0 0 | another"_s).empty());
    QVERIFY(m_answers->find({u"others"_s, u"how long"_s, {}, {}}, at(-1))->empty());
    QVERIFY(m_answers->find({u"everybody"_s, u"how long"_s, {}, {}}, at(1))->empty());
}

void KeptAnswersTest::articleThatChangedTakesItsAnswersAlong()
{
    VERIFY_RESULT(m_answers->keep(answer(), 10));
    QCOMPARE(found().size(), size_t(1));

    import(u"Exports are kept. For 60 days."_s, "2");
    QVERIFY(found().empty());
    QVERIFY(m_answers->list(10)->empty());
    VERIFY_RESULT(m_knowledge->remove(u"kb/exports"_s));
    QVERIFY(found().empty());
    import(u"Exports are kept. For 30 days."_s, "1"); // as it was
    QCOMPARE(found().size(), size_t(1));
}

void KeptAnswersTest::articleThatChangedMeanwhileIsNotKept()
{
    import(u"Exports are kept. For 60 days."_s, "2");

    VERIFY_RESULT(m_answers->keep(answer(), 10));

    QCOMPARE(m_store->number(u"SELECT COUNT(*) FROM kept_answers"_s), 0);
}

void KeptAnswersTest::passageThatIsNoLongerQuotedHasNoVersion()
{
    const std::vector<Citation> cited = answer().citations;
    const auto versions = m_answers->versions(cited);
    VERIFY_RESULT(versions);
    QCOMPARE(*versions, (std::vector<ArticleVersion>{{u"kb/exports"_s, "1"}}));

    import(u"Exports go at once."_s, "2");

    QVERIFY(m_answers->versions(cited)->empty());
    QVERIFY(m_answers->versions({{u"kb/none"_s, {}, 0, {}}})->empty());
}

void KeptAnswersTest::verdictOfAPersonEndsIt_data()
{
    QTest::addColumn<bool>("isServedElsewhere");
    QTest::addColumn<QString>("state");
    QTest::addColumn<size_t>("left");
    QTest::newRow("sent as it was") << false << u"sent_unchanged"_s << size_t(1);
    QTest::newRow("changed") << false << u"edited"_s << size_t(0);
    QTest::newRow("rejected") << false << u"rejected"_s << size_t(0);
    QTest::newRow("changed where it was served") << true << u"edited"_s << size_t(0);
    QTest::newRow("rejected where it was served") << true << u"rejected"_s << size_t(0);
}

void KeptAnswersTest::verdictOfAPersonEndsIt()
{
    QFETCH(bool, isServedElsewhere);
    QFETCH(QString, state);
    QFETCH(size_t, left);
    VERIFY_RESULT(m_answers->keep(answer(), 10));
    Opened judged = m_opened;
    if (isServedElsewhere) {
        judged = openConversation(*m_store->database, {}, u"For how long?"_s);
        VERIFY_RESULT(m_answers->noteServed(
            {found().front().id, true, Category::Technical, judged.conversation.id, judged.message, at(1)}));
    }
    SqliteDraftRepository drafts(*m_store->database);
    NewDraft draft;
    draft.conversation = judged.conversation.id;
    draft.message = judged.message;
    draft.text = u"For 30 days."_s;
    draft.createdAt = at(1);
    VERIFY_RESULT(drafts.propose(draft));
    VERIFY_RESULT(m_store->database->write([&](Connection &connection) {
        return connection.runOnce(u"UPDATE drafts SET state = '%1'"_s.arg(state));
    }));

    QCOMPARE(found().size(), left);
}

void KeptAnswersTest::fewestUsedGoFirst()
{
    for (const QString &question : {u"one"_s, u"two"_s, u"three"_s})
        VERIFY_RESULT(m_answers->keep(answer(question), 3));
    VERIFY_RESULT(m_answers->noteServed(
        {found(u"one"_s).front().id, false, Category::Technical, m_opened.conversation.id, {}, at(5)}));

    VERIFY_RESULT(m_answers->keep(answer(u"four"_s), 3));

    QCOMPARE(found(u"one"_s).size(), size_t(1));
    QVERIFY(found(u"two"_s).empty());
    QCOMPARE(found(u"four"_s).size(), size_t(1));
    QCOMPARE(m_store->number(u"SELECT COUNT(*) FROM kept_answer_articles"_s), 3);
}

void KeptAnswersTest::servedAnswersAddUp()
{
    VERIFY_RESULT(m_answers->keep(answer(), 10));
    NewKeptAnswer unpriced = answer(u"another"_s);
    unpriced.costUsd.reset();
    VERIFY_RESULT(m_answers->keep(unpriced, 10));
    const qint64 id = found().front().id;
    VERIFY_RESULT(m_answers->noteServed({id, false, Category::Technical, {}, {}, at(1)}));
    VERIFY_RESULT(m_answers->noteServed({id, true, Category::Technical, {}, {}, at(2)}));
    VERIFY_RESULT(
        m_answers->noteServed({found(u"another"_s).front().id, false, Category::Technical, {}, {}, at(3)}));

    const ServedSum sum = m_answers->served({}, {}).value_or(ServedSum());

    QCOMPARE(sum.served, 3);
    QCOMPARE(sum.similar, 1);
    QCOMPARE(sum.savedUsd, 0.005);
    QCOMPARE(sum.unpriced, 1);
    QCOMPARE(m_answers->served(at(0).date().addDays(1), {})->served, 0);
    QCOMPARE(found().front().served, 2);
    QVERIFY(!m_answers->noteServed({4711, false, Category::Technical, {}, {}, at(1)}));
}

void KeptAnswersTest::erasedCustomerTakesAllAlong()
{
    VERIFY_RESULT(m_answers->keep(answer(), 10));
    VERIFY_RESULT(m_answers->noteServed({found().front().id, false, Category::Technical, {}, {}, at(1)}));
    VERIFY_RESULT(m_store->database->write([](Connection &connection) {
        return connection.runOnce(u"INSERT INTO customers (id, name, email) VALUES ('cus_9', 'Vera Quint', "
                                  "'vera@quint.example')"_s);
    }));

    VERIFY_RESULT(eraseCustomer(*m_store->database, u"cus_9"_s, u"mo"_s, at(2)));

    QVERIFY(found().empty());
    QCOMPARE(m_store->number(u"SELECT COUNT(*) FROM kept_answers"_s), 0);
    QCOMPARE(m_store->number(u"SELECT COUNT(*) FROM kept_answer_articles"_s), 0);
    QCOMPARE(m_answers->served({}, {})->served, 1); // a sum names nobody
}

void KeptAnswersTest::clearingIsAudited()
{
    VERIFY_RESULT(m_answers->keep(answer(), 10));

    QCOMPARE(m_answers->clear(u"mo"_s, at(1)).value_or(-1), 1);

    QVERIFY(found().empty());
    QCOMPARE(m_store->number(u"SELECT COUNT(*) FROM audit_log WHERE action = 'cache.cleared'"_s), 1);
}

QTEST_GUILESS_MAIN(KeptAnswersTest)
#include "tst_keptanswers.moc"
