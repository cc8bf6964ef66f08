#include "insights/ConversationCourse.h"
#include "insights/EditSize.h"
#include "insights/InsightsReport.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

constexpr qint64 hour = 3600;
constexpr qint64 quiet = 72 * hour;

InsightRecord::Line customer(qint64 at, const QString &words = {})
{
    return {Author::Customer, at, ReplyKind::Written, false, words};
}

InsightRecord::Line reply(qint64 at, ReplyKind kind, bool isGrounded = false)
{
    return {kind == ReplyKind::Alone ? Author::Agent : Author::Operator, at, kind, isGrounded, {}};
}

ConversationCourse course(std::vector<InsightRecord::Line> lines, qint64 now = 1000 * hour)
{
    InsightRecord record;
    record.lines = std::move(lines);
    return courseOf(record, quiet, now);
}

InsightFigures figuresOf(qint64 alone, qint64 fromDraft)
{
    InsightFigures figures;
    figures.repliesAlone = alone;
    figures.repliesFromDraft = fromDraft;
    return figures;
}

// Holds what it is given.
class Records final : public InsightsRepository
{
public:
    std::vector<InsightRecord> records;
    std::vector<SentByPerson> replies;

    Result<> read(const InsightFilter &, const RunControl &control,
                  const InsightVisitor &visitor) const override
    {
        if (auto wanted = control.check(); !wanted)
            return wanted;
        for (const InsightRecord &record : records)
            visitor.conversation(record);
        for (const SentByPerson &sent : replies)
            visitor.reply(sent);
        return {};
    }
};

} // namespace

class TestInsights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvedIsEarned_data();
    void resolvedIsEarned();
    void oneReplyOfAPersonMakesItAPersons();
    void waitingForTheCustomerDoesNotCount();
    void thanksDoNotStartTheClock();
    void comingBackReopens();
    void quantilesAreValuesThatOccurred();
    void editsAreSharesOfTheWords_data();
    void editsAreSharesOfTheWords();
    void savedTimeFollowsItsAssumptions();
    void thePeriodBeforeIsAsLong();
    void daysAndHoursAreThoseOfTheZone();
    void aReasonCountsOnceAndIsNamedOften();
    void aStoppedReadingSaysSo();
};

void TestInsights::resolvedIsEarned_data()
{
    using enum ReplyKind;
    QTest::addColumn<std::vector<InsightRecord::Line>>("lines");
    QTest::addColumn<bool>("isMarkedResolved");
    QTest::addColumn<bool>("needsPerson");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<Ending>("ending");
    using Lines = std::vector<InsightRecord::Line>;
    const QString thanks = QStringLiteral("Thank you very much!");

    QTest::newRow("thanks") << Lines{customer(0), reply(hour, Alone), customer(2 * hour, thanks)} << false
                            << false << 3 * hour << Ending::Confirmed;
    QTest::newRow("thanks, then welcome")
        << Lines{customer(0), reply(hour, Alone), customer(2 * hour, thanks), reply(2 * hour, Alone)} << false
        << false << 3 * hour << Ending::Confirmed;
    QTest::newRow("thanks in advance")
        << Lines{customer(0, thanks)} << false << false << 3 * hour << Ending::Open;
    QTest::newRow("thanks, but somebody still has to act")
        << Lines{customer(0), reply(hour, Alone), customer(2 * hour, thanks)} << false << true << 3 * hour
        << Ending::Open;
    QTest::newRow("grounded and quiet") << Lines{customer(0), reply(hour, Alone, true)} << false << false
                                        << hour + quiet << Ending::GroundedSilence;
    QTest::newRow("a second too early") << Lines{customer(0), reply(hour, Alone, true)} << false << false
                                        << hour + quiet - 1 << Ending::StillQuiet;
    QTest::newRow("rests on nothing")
        << Lines{customer(0), reply(hour, Alone)} << false << false << hour + quiet << Ending::SilenceOnly;
    QTest::newRow("a person's word") << Lines{customer(0), reply(hour, Written)} << false << false
                                     << hour + quiet << Ending::GroundedSilence;
    QTest::newRow("marked, and no answer")
        << Lines{customer(0)} << true << false << hour << Ending::ClosedUnanswered;
    QTest::newRow("marked soon after the answer")
        << Lines{customer(0), reply(hour, Written)} << true << false << 2 * hour << Ending::StillQuiet;
    QTest::newRow("the customer spoke last")
        << Lines{customer(0), reply(hour, Alone, true), customer(2 * hour)} << false << false << 900 * hour
        << Ending::Open;
    QTest::newRow("a person has to act")
        << Lines{customer(0), reply(hour, Alone, true)} << false << true << hour + quiet << Ending::Open;
}

void TestInsights::resolvedIsEarned()
{
    QFETCH(std::vector<InsightRecord::Line>, lines);
    QFETCH(bool, isMarkedResolved);
    QFETCH(bool, needsPerson);
    QFETCH(qint64, now);
    QFETCH(Ending, ending);
    InsightRecord record;
    record.lines = lines;
    record.isResolved = isMarkedResolved;
    record.needsPerson = needsPerson;

    QCOMPARE(courseOf(record, quiet, now).ending, ending);
}

void TestInsights::oneReplyOfAPersonMakesItAPersons()
{
    using enum ReplyKind;
    QCOMPARE(course({customer(0)}).answeredBy, AnsweredBy::Nobody);
    QCOMPARE(course({customer(0), reply(1, Alone)}).answeredBy, AnsweredBy::Agent);
    QCOMPARE(course({customer(0), reply(1, FromDraft), customer(2), reply(3, Alone)}).answeredBy,
             AnsweredBy::DraftSender);
    QCOMPARE(course({customer(0), reply(1, Written), customer(2), reply(3, FromDraft)}).answeredBy,
             AnsweredBy::Person);
    QVERIFY(!course({reply(1, Written)}).hasCustomer);
}

void TestInsights::waitingForTheCustomerDoesNotCount()
{
    // Two hours for the first answer, a day of the customer's, then half an hour from the first of two
    // messages.
    const ConversationCourse read =
        course({customer(0), reply(2 * hour, ReplyKind::Written), customer(26 * hour),
                customer(26 * hour + 600), reply(26 * hour + 1800, ReplyKind::Written)});

    QCOMPARE(read.firstResponse, std::optional<qint64>(2 * hour));
    QCOMPARE(read.waited, 2 * hour + 1800);
}

void TestInsights::thanksDoNotStartTheClock()
{
    const ConversationCourse read =
        course({customer(0), reply(hour, ReplyKind::Written),
                customer(2 * hour, QStringLiteral("Thanks a lot")), reply(50 * hour, ReplyKind::Written)});

    QCOMPARE(read.waited, hour);
    QCOMPARE(read.ending, Ending::Confirmed);
}

void TestInsights::comingBackReopens()
{
    const std::vector<InsightRecord::Line> soon{customer(0), reply(hour, ReplyKind::Written),
                                                customer(3 * hour)};
    QVERIFY(!course(soon).isReopened);
    QVERIFY(course({customer(0), reply(hour, ReplyKind::Written), customer(hour + quiet + 1)}).isReopened);

    InsightRecord record;
    record.lines = soon;
    record.marks = {{2 * hour, true}};
    QVERIFY(courseOf(record, quiet, 1000 * hour).isReopened);
    record.marks = {{2 * hour, true}, {2 * hour + 5, false}}; // taken back before the customer wrote
    QVERIFY(!courseOf(record, quiet, 1000 * hour).isReopened);
    record.marks = {{4 * hour, true}};
    QVERIFY(!courseOf(record, quiet, 1000 * hour).isReopened);
    record.lines.back().words = QStringLiteral("Thank you!");
    record.marks = {{2 * hour, true}};
    QVERIFY(!courseOf(record, quiet, 1000 * hour).isReopened);
}

void TestInsights::quantilesAreValuesThatOccurred()
{
    QCOMPARE(quantileOf({}, 0.5), std::optional<qint64>());
    QCOMPARE(quantileOf({7}, 0.9), std::optional<qint64>(7));
    QCOMPARE(quantileOf({40, 10, 30, 20}, 0.5), std::optional<qint64>(20));
    QCOMPARE(quantileOf({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 0.9), std::optional<qint64>(9));
}

void TestInsights::editsAreSharesOfTheWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("permille");
    QTest::newRow("nothing") << ""
                             << "" << 0;
    QTest::newRow("only the space") << "a  b\nc"
                                    << "a b c" << 0;
    QTest::newRow("one of four") << "one two three four"
                                 << "one two 3 four" << 250;
    QTest::newRow("inserted") << "one two"
                              << "one and two and" << 500;
    QTest::newRow("moved") << "a b c d e"
                           << "b c d e a" << 400;
    QTest::newRow("all") << "one two"
                         << "three four five" << 1000;
    QTest::newRow("from nothing") << ""
                                  << "three four" << 1000;
}

void TestInsights::editsAreSharesOfTheWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(int, permille);
    QCOMPARE(changedPermille(before, after), permille);
    QCOMPARE(changedPermille(after, before), permille);
}

void TestInsights::savedTimeFollowsItsAssumptions()
{
    const InsightAssumptions assumed{72, 6.0, 2.0, 30.0};
    InsightFigures figures = figuresOf(10, 5);
    figures.costNano = 2'000'000'000;

    QCOMPARE(savedMinutes(figures, assumed), 10 * 6.0 + 5 * 4.0);
    QCOMPARE(savedUsd(figures, assumed), 80.0 / 60.0 * 30.0 - 2.0);
    // A draft that takes longer than writing saves nothing, and takes nothing away either.
    QCOMPARE(savedMinutes(figures, {72, 2.0, 6.0, 30.0}), 20.0);
}

void TestInsights::thePeriodBeforeIsAsLong()
{
    InsightFilter filter{QDate(2026, 11, 1), QDate(2026, 11, 30), ChannelKind::Mail, {}};
    const auto before = periodBefore(filter);
    QVERIFY(before.has_value());
    QCOMPARE(before->from, QDate(2026, 10, 2));
    QCOMPARE(before->to, QDate(2026, 10, 31));
    QCOMPARE(before->channel, filter.channel);
    filter.from = {};
    QVERIFY(!periodBefore(filter).has_value());
}

void TestInsights::daysAndHoursAreThoseOfTheZone()
{
    const QTimeZone zone(9 * 3600);
    const QDateTime evening(QDate(2026, 11, 29), QTime(20, 0), Qt::UTC); // five in the morning there
    Records stored;
    InsightRecord record;
    record.createdAt = evening.toSecsSinceEpoch();
    record.lines = {customer(record.createdAt)};
    stored.records = {record};
    stored.replies = {{QStringLiteral("Robin"), record.createdAt, false}};
    InsightFilter filter;
    filter.zone = zone;
    filter.from = filter.to = QDate(2026, 11, 30);

    const auto insights = computeInsights(stored, filter, {}, evening.addDays(1), {});

    VERIFY_RESULT(insights);
    QCOMPARE(filter.begin().toUTC(), QDateTime(QDate(2026, 11, 29), QTime(15, 0), Qt::UTC));
    QCOMPARE(insights->byDay.at(0).key, QStringLiteral("2026-11-30"));
    QCOMPARE(insights->byOperator.at(0).byHour[5], 1);
}

void TestInsights::aReasonCountsOnceAndIsNamedOften()
{
    using enum EscalationReason;
    Records stored;
    InsightRecord record;
    record.lines = {customer(0)};
    record.escalated = {{{HumanRequested, NegativeSentiment}, true, true},
                        {{NegativeSentiment}, true, false},
                        {{}, false, false}};
    stored.records = {record};

    const auto insights = computeInsights(stored, {}, {}, QDateTime::currentDateTimeUtc(), {});

    VERIFY_RESULT(insights);
    QCOMPARE(insights->total.escalations, 3);
    QCOMPARE(insights->total.escalatedConversations, 1);
    QCOMPARE(insights->byReason.size(), 3u);
    const ReasonRow &first = insights->byReason.front(); // of equal counts the one that is named more
    QCOMPARE(first.reason, nameOf(NegativeSentiment));
    QCOMPARE(first.escalations, 1);
    QCOMPARE(first.named, 2);
    QCOMPARE(first.falseAlarms, 0);
    const Json json = toJson(*insights, InsightsBy::Reason);
    QCOMPARE(json["rows"].size(), 3u);
    QCOMPARE(json["total"]["false_alarm_share"].get<double>(), 0.5);
    QVERIFY(json["total"]["cost_per_resolution_usd"].is_null()); // nothing to divide by
}

void TestInsights::aStoppedReadingSaysSo()
{
    std::stop_source stop;
    stop.request_stop();

    const auto insights =
        computeInsights(Records(), {}, {}, QDateTime::currentDateTimeUtc(), RunControl(stop.get_token()));

    QVERIFY(!insights);
    QCOMPARE(insights.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestInsights)
#include "tst_insights.moc"
