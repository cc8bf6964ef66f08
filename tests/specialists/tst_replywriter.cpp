// What a model writes for a person: the words of a hand-over and of a reply, each figure with its source or
// marked.

#include "specialists/HandoffWriter.h"
#include "specialists/ReplyWriter.h"
#include "support/ModelDoubles.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class ReplyWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void textIsReworked_data();
    void textIsReworked();
    void inventedFiguresAndNamesAreMarked();
    void lostFiguresAreTold();
    void promiseIsTold();
    void notesGoWithTheirSources();
    void uselessRepliesAreFailures_data();
    void uselessRepliesAreFailures();
    void handoffKeepsWhatIsBacked();
    void handoffWithoutABackedWishFails_data();
    void handoffWithoutABackedWishFails();

private:
    WritingTask task(WritingVerb verb = WritingVerb::Friendlier) const
    {
        WritingTask task;
        task.verb = verb;
        task.text = u"Exports are kept for 30 days. Write to Mara Lind about INV-1042."_s;
        task.language = u"de"_s;
        task.sources.texts = {u"Exports are kept for 30 days and then removed."_s};
        task.sources.conversation = u"Where is my export of 12 May? My account is A-7781."_s;
        task.purpose.stage = u"write"_s;
        return task;
    }
    Result<WrittenReply> write(const WritingTask &task) const
    {
        return writeReply({m_model, u"fast"_s, {}, {}}, task, RunControl());
    }
    static HandoffMaterial material()
    {
        HandoffMaterial material;
        material.thread = {
            u"Customer: I was charged twice for invoice INV-1042, 49.00 USD each. Please refund one."_s,
            u"Helmdesk: I have passed this to a colleague (ticket #12)."_s};
        material.record = {u"Looked up: check_invoice (INV-1042)"_s,
                           u"Waits for a decision: Refund 49.00 USD for INV-1042"_s};
        material.purpose.stage = u"summary"_s;
        return material;
    }
    Result<HandoffWords> sumUp() const
    {
        return writeHandoff({m_model, u"fast"_s, {}, {}}, material(), RunControl());
    }

    std::shared_ptr<ScriptedChatModel> m_model;
};

void ReplyWriterTest::init()
{
    m_model = std::make_shared<ScriptedChatModel>();
}

void ReplyWriterTest::textIsReworked_data()
{
    QTest::addColumn<WritingVerb>("verb");
    QTest::addColumn<QString>("asked");
    QTest::newRow("shorter") << WritingVerb::Shorter << u"shorter"_s;
    QTest::newRow("friendlier") << WritingVerb::Friendlier << u"friendlier"_s;
    QTest::newRow("formal") << WritingVerb::Formal << u"formal"_s;
    QTest::newRow("translate") << WritingVerb::Translate << u"\"de\""_s;
    QTest::newRow("from notes") << WritingVerb::FromNotes << u"Notes:"_s;
}

void ReplyWriterTest::textIsReworked()
{
    QFETCH(WritingVerb, verb);
    QFETCH(QString, asked);
    m_model->says(u"```\nExports are kept for 30 days. Write to Mara Lind about INV-1042, please.\n```"_s);

    const auto written = write(task(verb));

    VERIFY_RESULT(written);
    QCOMPARE(written->text, u"Exports are kept for 30 days. Write to Mara Lind about INV-1042, please."_s);
    QCOMPARE(written->unproven, QStringList());
    QCOMPARE(written->lost, QStringList());
    QCOMPARE(written->problems, QStringList());
    QCOMPARE(written->engine, u"fast"_s);
    QVERIFY(m_model->asked.front().messages.front().text.contains(asked));
    QCOMPARE(m_model->asked.front().purpose.stage, u"write"_s);
}

void ReplyWriterTest::inventedFiguresAndNamesAreMarked()
{
    m_model->says(
        u"Exports are kept for 45 days, says Bruno. Write to Mara Lind about INV-1042 and INV-2000 by 4 June."_s);

    const auto written = write(task());

    VERIFY_RESULT(written);
    const QString marked = written->unproven.join(u'|');
    QVERIFY2(marked.contains(u"45"_s) && marked.contains(u"INV-2000"_s) && marked.contains(u"Bruno"_s) &&
                 marked.contains(u"4"_s),
             qPrintable(marked));
    QVERIFY(!marked.contains(u"1042"_s) && !marked.contains(u"Lind"_s));
    for (const QString &words : written->unproven)
        QVERIFY2(written->text.contains(words), qPrintable(words)); // found again where it stands
}

void ReplyWriterTest::lostFiguresAreTold()
{
    m_model->says(u"Exports are kept. Write to Mara Lind about INV-1042."_s);

    const auto written = write(task(WritingVerb::Shorter));

    VERIFY_RESULT(written);
    QVERIFY2(written->lost.join(u'|').contains(u"30"_s), qPrintable(written->lost.join(u'|')));
    QVERIFY(written->unproven.isEmpty());
}

void ReplyWriterTest::promiseIsTold()
{
    m_model->says(
        u"Exports are kept for 30 days. We have refunded you and guarantee that it never happens again."_s);

    const auto written = write(task());

    VERIFY_RESULT(written);
    QVERIFY(!written->problems.isEmpty());
}

void ReplyWriterTest::notesGoWithTheirSources()
{
    m_model->says(u"Exports are kept for 30 days."_s);

    VERIFY_RESULT(write(task(WritingVerb::FromNotes)));

    const QString sent = m_model->asked.front().messages.front().text;
    QVERIFY(sent.contains(u"and then removed"_s));
    QVERIFY(sent.contains(u"Where is my export of 12 May?"_s));
    QCOMPARE(write({WritingVerb::Shorter, u"  "_s, {}, {}, {}, {}}).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(m_model->asked.size(), size_t(1));
}

void ReplyWriterTest::uselessRepliesAreFailures_data()
{
    QTest::addColumn<QString>("reply");
    QTest::newRow("empty") << u" \n"_s;
    QTest::newRow("a call")
        << u"{\"name\": \"process_refund\", \"arguments\": {\"invoice_id\": \"INV-1\"}}"_s;
}

void ReplyWriterTest::uselessRepliesAreFailures()
{
    QFETCH(QString, reply);
    m_model->says(reply);

    QCOMPARE(write(task()).error().kind, ErrorKind::Unavailable);

    m_model->fails(ChatFault::Overloaded);
    QCOMPARE(write(task()).error().kind, ErrorKind::Unavailable);
}

void ReplyWriterTest::handoffKeepsWhatIsBacked()
{
    m_model->says(
        u"Here it is: {\"asked\": [\"The customer was charged twice for invoice INV-1042 and wants a "
        "refund of one.\", \"The customer wants 99.00 USD back for invoice INV-1042.\"], \"tried\": "
        "[\"Invoice "
        "INV-1042 was looked up.\"], \"open\": [\"A decision on the refund of 49.00 USD waits.\"]}"_s);

    const auto words = sumUp();

    VERIFY_RESULT(words);
    QCOMPARE(words->asked.size(), 1);
    QVERIFY(words->asked.front().contains(u"charged twice"_s));
    QCOMPARE(words->open.size(), 1);
    QCOMPARE(words->engine, u"fast"_s);
    QCOMPARE(m_model->asked.front().purpose.stage, u"summary"_s);
    QVERIFY(m_model->asked.front().messages.front().text.contains(u"Waits for a decision"_s));
    const HandoffWords again = handoffWordsFrom(toJson(*words));
    QCOMPARE(again.asked, words->asked);
    QCOMPARE(again.engine, words->engine);
}

void ReplyWriterTest::handoffWithoutABackedWishFails_data()
{
    QTest::addColumn<QString>("reply");
    QTest::newRow("no JSON") << u"The customer was charged twice."_s;
    QTest::newRow("another shape") << u"{\"asked\": \"twice\"}"_s;
    QTest::newRow("invented") << u"{\"asked\": [\"The customer wants INV-7777 back.\"]}"_s;
    QTest::newRow("claims a deed") << u"{\"asked\": [\"We have refunded invoice INV-1042.\"]}"_s;
    QTest::newRow("nothing") << u"{\"asked\": []}"_s;
}

void ReplyWriterTest::handoffWithoutABackedWishFails()
{
    QFETCH(QString, reply);
    m_model->says(reply);

    QCOMPARE(sumUp().error().kind, ErrorKind::Unavailable);
}

QTEST_GUILESS_MAIN(ReplyWriterTest)
#include "tst_replywriter.moc"
