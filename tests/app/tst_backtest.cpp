#include "app/BacktestReport.h"
#include "app/BacktestState.h"
#include "store/SqliteOutboxRepository.h"
#include "support/TestSupport.h"

#include <QFile>
#include <QTemporaryDir>
#include <random>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// What the desk would have done with an archive, on a workspace with articles of its own. All texts are
// invented.
class BacktestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void answersAreComparedAndNothingIsKept();
    void peopleWhoAnswerLikeTheArticlesAgree();
    void randomAnswersDoNotAgree();
    void everyConversationIsInOnePlace();
    void stoppedBacktestGoesOn();
    void stateOfAnotherArchiveIsNotTaken();
    void linesCutOffAreComparedAgain();
    void namesAreMasked();
    void figuresAreCompared_data();
    void figuresAreCompared();
    void reportIsWritten();
    void recordSurvivesItsFile();
    void takeOverNeedsEvidence();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    Result<BacktestResult> run(const QString &input, const BacktestOptions &options = {},
                               const RunControl &control = {});

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<QTemporaryDir> m_deskFolder;
    std::unique_ptr<Workspace> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

struct Topic {
    QString question;
    QString answer;
};

// Topics of which the articles know the first four.
const std::vector<Topic> topics{
    {u"How do I export a board as CSV?"_s,
     u"Open the board, choose Export in the menu and then CSV; the file is sent to you by mail."_s},
    {u"How can I invite a guest to my board?"_s,
     u"Open the board, choose Share and enter the address of the guest."_s},
    {u"Where can I change the colours of my calendar?"_s,
     u"Open the calendar, choose Appearance and pick the colours that you like."_s},
    {u"How do I print the weekly plan?"_s,
     u"Choose Print in the weekly plan; on paper it fits one landscape page."_s},
    {u"My parcel with the mugs arrived broken, what now?"_s,
     u"Send us a picture of the mugs and we send new ones."_s}};

QByteArray csvOf(const std::vector<std::pair<QString, QString>> &rows)
{
    QString text = u"id,question,answer\n"_s;
    for (std::size_t i = 0; i < rows.size(); ++i)
        text += u"%1,\"%2\",\"%3\"\n"_s.arg(i + 1).arg(rows[i].first, rows[i].second);
    return text.toUtf8();
}

// `count` conversations in turn over the first topics, each worded a little differently.
std::vector<std::pair<QString, QString>> archiveOf(int count, std::size_t ofTopics)
{
    std::vector<std::pair<QString, QString>> rows;
    for (int i = 0; i < count; ++i) {
        const Topic &topic = topics[static_cast<std::size_t>(i) % ofTopics];
        rows.emplace_back(u"Hello, team %1 here. %2"_s.arg(i).arg(topic.question),
                          u"Hi team %1. %2"_s.arg(i).arg(topic.answer));
    }
    return rows;
}

} // namespace

void BacktestTest::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
    m_deskFolder = std::make_unique<QTemporaryDir>();
    auto desk = Workspace::open(m_deskFolder->path(), {.durability = Durability::None, .isAnchored = false});
    VERIFY_RESULT(desk);
    m_desk = std::move(*desk);
    VERIFY_RESULT(m_desk->loadEngine(m_assets));
    std::vector<Document> articles;
    for (std::size_t i = 0; i + 1 < topics.size(); ++i) {
        Document article;
        article.id = u"article-%1"_s.arg(i);
        article.title = topics[i].question;
        article.text = topics[i].answer;
        articles.push_back(article);
    }
    VERIFY_RESULT(m_desk->knowledge().importDocuments(articles));
}

void BacktestTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString BacktestTest::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

Result<BacktestResult> BacktestTest::run(const QString &input, const BacktestOptions &options,
                                         const RunControl &control)
{
    BacktestOptions given = options;
    given.input = input;
    return runBacktest(*m_desk, given, control);
}

void BacktestTest::answersAreComparedAndNothingIsKept()
{
    const QString input = put(u"x.csv"_s, csvOf({{topics[0].question, topics[0].answer},
                                                 {topics[4].question, topics[4].answer},
                                                 {topics[1].question, QString()}}));

    const auto result = run(input);

    VERIFY_RESULT(result);
    QVERIFY(result->figures.isComplete);
    QCOMPARE(result->records.size(), 3U);
    const BacktestRecord &known = result->records[0];
    QVERIFY(known.isScored());
    QVERIFY(known.isAnswerable);
    QVERIFY(known.articles.contains(u"article-0"_s));
    QVERIFY(known.answer.contains(u"Export"_s));
    QVERIFY(nearnessOf(known) > 0.7);
    QVERIFY(!result->records[1].isAnswerable);
    QCOMPARE(result->records[2].gap, u"no_answer"_s);
    QVERIFY(result->records[2].isAnswerable); // it is not compared, but its question counts
    auto kept = m_desk->conversations().findByKey(ChannelKind::Api, u"csv:1"_s);
    VERIFY_RESULT(kept);
    QVERIFY(!kept->has_value());
}

void BacktestTest::peopleWhoAnswerLikeTheArticlesAgree()
{
    const auto result = run(put(u"x.csv"_s, csvOf(archiveOf(60, 4))));

    VERIFY_RESULT(result);
    const BacktestFigures &figures = result->figures;
    QCOMPARE(figures.compared, 60);
    QVERIFY(figures.all.answers >= 45);
    QVERIFY(figures.all.isAboveChance());
    QVERIFY(figures.all.near.low > 0.5);
    QVERIFY(figures.all.mean > figures.all.meanElsewhere + 0.2);
    QVERIFY(figures.macros.size() >= 3);
    QVERIFY(figures.answerable > 50);
}

void BacktestTest::randomAnswersDoNotAgree()
{
    // The control: each question has the answer of another one, drawn at random.
    auto rows = archiveOf(150, 4);
    std::mt19937 random(11);
    for (std::size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1].second, rows[random() % i].second);

    const auto result = run(put(u"x.csv"_s, csvOf(rows)));

    VERIFY_RESULT(result);
    const BacktestFigures &figures = result->figures;
    QVERIFY(figures.all.answers >= 100);
    QVERIFY(!figures.all.isAboveChance());
    QVERIFY(figures.all.nearerThanElsewhere.high > 0.5);
    QVERIFY(std::abs(figures.all.mean - figures.all.meanElsewhere) < 0.08);
    for (const BacktestRow &row : figures.rows) {
        for (const TakeOver &takeOver : row.takeOver)
            QVERIFY2(!takeOver.isPossible, qPrintable(row.key));
    }
}

void BacktestTest::everyConversationIsInOnePlace()
{
    auto rows = archiveOf(30, 5);
    rows[3].second.clear();
    rows.push_back(rows[0]);
    const auto result = run(put(u"x.csv"_s, csvOf(rows)), {.most = 25});

    VERIFY_RESULT(result);
    const ArchiveCounts &counts = result->counts;
    QCOMPARE(counts.in, counts.out + counts.refused + counts.duplicates);
    QCOMPARE(counts.in, 61);
    const BacktestFigures &figures = result->figures;
    qint64 left = 0;
    for (const auto &[why, count] : figures.gaps)
        left += count;
    QCOMPARE(figures.conversations, 25);
    QCOMPARE(figures.compared + left, figures.conversations);
    for (const auto *fates : {&figures.fates, &figures.fatesIfAutomatic}) {
        qint64 sum = 0;
        for (const auto &[fate, count] : *fates)
            sum += count;
        QCOMPARE(sum, figures.compared);
    }
    qint64 rowSum = 0;
    for (const BacktestRow &row : figures.rows)
        rowSum += row.key == u"all"_s ? 0 : row.compared;
    QCOMPARE(rowSum, figures.compared);
    qint64 unanswered = figures.unansweredAlone;
    for (const BacktestCluster &cluster : figures.unanswered)
        unanswered += static_cast<qint64>(cluster.cluster.members.size());
    QCOMPARE(unanswered, figures.asked - figures.answerable);
}

void BacktestTest::stoppedBacktestGoesOn()
{
    const QString input = put(u"x.csv"_s, csvOf(archiveOf(100, 5)));
    const BacktestOptions options{.stateFolder = m_folder->filePath(u"state"_s)};
    std::stop_source stop;
    const RunControl control = RunControl(stop.get_token()).withProgress([&](qint64 done, qint64) {
        if (done >= 32)
            stop.request_stop();
    });

    const auto first = run(input, options, control);
    const auto second = run(input, options);
    const auto whole = run(input);

    VERIFY_RESULT(first);
    QVERIFY(!first->figures.isComplete);
    QVERIFY(first->records.size() >= 32);
    QVERIFY(first->records.size() < 100);
    VERIFY_RESULT(second);
    VERIFY_RESULT(whole);
    QVERIFY(second->figures.isComplete);
    QCOMPARE(second->resumed, static_cast<qint64>(first->records.size()));
    Json resumed = backtestJson(*second);
    Json fresh = backtestJson(*whole);
    for (Json *report : {&resumed, &fresh}) {
        report->erase("seconds");
        report->erase("resumed");
    }
    QCOMPARE(toBytes(resumed), toBytes(fresh));
}

void BacktestTest::stateOfAnotherArchiveIsNotTaken()
{
    const BacktestOptions options{.stateFolder = m_folder->filePath(u"state"_s)};
    VERIFY_RESULT(run(put(u"x.csv"_s, csvOf(archiveOf(5, 5))), options));

    const auto other = run(put(u"y.csv"_s, csvOf(archiveOf(6, 5))), options);

    VERIFY_RESULT(other);
    QCOMPARE(other->resumed, 0);
    QCOMPARE(other->records.size(), 6U);
}

void BacktestTest::linesCutOffAreComparedAgain()
{
    const QString input = put(u"x.csv"_s, csvOf(archiveOf(5, 5)));
    const BacktestOptions options{.stateFolder = m_folder->filePath(u"state"_s)};
    VERIFY_RESULT(run(input, options));
    QFile state(m_folder->filePath(u"state/"_s + QString::fromLatin1(BacktestState::fileName)));
    QVERIFY(state.resize(state.size() - 40));

    const auto again = run(input, options);

    VERIFY_RESULT(again);
    QCOMPARE(again->resumed, 4);
    QCOMPARE(again->records.size(), 5U);
}

void BacktestTest::namesAreMasked()
{
    const QString question =
        u"Please call me at +44 20 7946 0123 or write to ada.reed@firm.example about my export."_s;
    const QString input = put(u"x.csv"_s, csvOf({{question, u"Dear Ada Reed, we called."_s}}));

    const auto kept = run(input);
    auto masked = run(input, {.names = BacktestNames::Masked});

    VERIFY_RESULT(kept);
    VERIFY_RESULT(masked);
    QVERIFY(kept->records[0].question.contains(u"ada.reed@firm.example"_s));
    const QString report = QString::fromUtf8(toBytes(backtestRows(*masked)));
    QVERIFY(!report.contains(u"ada.reed"_s));
    QVERIFY(!report.contains(u"7946"_s));
    QVERIFY(masked->records[0].question.contains(u"about my export"_s));
    masked->records[0].id = u"1@ada-reed.example"_s; // as a mail has
    QVERIFY(!toBytes(backtestRows(*masked)).contains("ada-reed"));
}

void BacktestTest::figuresAreCompared_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("staff");
    QTest::addColumn<FigureMatch>("match");
    QTest::newRow("none") << u"Open the menu."_s << u"It takes 14 days."_s << FigureMatch::Nothing;
    QTest::newRow("same") << u"You have 14 days."_s << u"That is 14 days from today."_s << FigureMatch::Same;
    QTest::newRow("other") << u"You have 14 days."_s << u"That is 30 days from today."_s
                           << FigureMatch::Other;
    QTest::newRow("other amount") << u"It costs $9.50."_s << u"It costs $12 a month."_s << FigureMatch::Other;
    QTest::newRow("link") << u"See https://help.example/a."_s << u"Read https://help.example/a please"_s
                          << FigureMatch::Same;
    QTest::newRow("other link") << u"See https://help.example/b."_s << u"Read https://help.example/a"_s
                                << FigureMatch::Nothing;
}

void BacktestTest::figuresAreCompared()
{
    QFETCH(QString, answer);
    QFETCH(QString, staff);
    QFETCH(FigureMatch, match);

    QCOMPARE(nameOf(matchFigures(answer, staff)), nameOf(match));
}

void BacktestTest::reportIsWritten()
{
    auto rows = archiveOf(24, 5);
    rows[0].first += u" <b>&amp; =1+1</b>"_s;
    const auto result = run(put(u"x.csv"_s, csvOf(rows)));
    VERIFY_RESULT(result);
    const QString folder = m_folder->filePath(u"report"_s);

    VERIFY_RESULT(writeBacktestReport(folder, *result));

    const auto read = [&](const QString &name) {
        QFile file(folder + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto json = parseJson(read(u"report.json"_s));
    VERIFY_RESULT(json);
    QCOMPARE(integerOr(*json, "compared", 0), 24);
    const QByteArray html = read(u"report.html"_s);
    QVERIFY(html.contains("Questions that no article answers"));
    QVERIFY(!html.contains("<b>&"));
    const QList<QByteArray> lines = read(u"conversations.csv"_s).split('\n');
    QVERIFY(lines.first().contains("id,system,place,opened_at"));
    const QString text = backtestText(*json);
    QVERIFY(text.contains(u"24, of which 24 are compared"_s));
    QVERIFY(text.contains(u"mugs"_s));
}

void BacktestTest::recordSurvivesItsFile()
{
    BacktestRecord record;
    record.id = u"9"_s;
    record.openedAt = QDateTime({2025, 3, 3}, {10, 0}, Qt::UTC);
    record.category = Category::Billing;
    record.fate = BacktestFate::Draft;
    record.figures = FigureMatch::Other;
    record.reasons = QStringList{u"low_confidence"_s};
    record.answerVector.assign(384, 3);

    const auto read = backtestRecordFromJson(toJson(record));

    VERIFY_RESULT(read);
    QCOMPARE(toBytes(toJson(*read)), toBytes(toJson(record)));
    QVERIFY(!backtestRecordFromJson(Json::object()));
}

void BacktestTest::takeOverNeedsEvidence()
{
    // 300 answers that all agree with their own conversation's and with no other's.
    std::vector<BacktestRecord> records(300);
    std::mt19937 random(5);
    for (BacktestRecord &record : records) {
        record.id = u"x"_s;
        record.category = Category::General;
        record.routeConfidence = 0.9;
        record.answerConfidence = 0.9;
        for (int i = 0; i < 384; ++i)
            record.allVector.push_back(static_cast<std::int8_t>(static_cast<int>(random() % 41) - 20));
        record.firstVector = record.answerVector = record.questionVector = record.allVector;
    }
    const auto many = computeBacktest(records, {});
    const auto few = computeBacktest({records.begin(), records.begin() + 50}, {});
    for (BacktestRecord &record : records)
        record.isBlocked = true;
    const auto blocked = computeBacktest(records, {});

    VERIFY_RESULT(many);
    const auto &takeOver = many->rows.front().takeOver;
    QVERIFY(takeOver[0].isPossible);
    QCOMPARE(takeOver[0].taken, 300);
    QCOMPARE(takeOver[0].hours, 30.0); // six minutes each
    VERIFY_RESULT(few);
    QVERIFY(!few->rows.front().takeOver[0].isPossible); // 50 cannot carry one in a hundred
    QVERIFY(few->rows.front().takeOver[2].isPossible);
    VERIFY_RESULT(blocked);
    QVERIFY(!blocked->rows.front().takeOver[2].isPossible);
}

QTEST_GUILESS_MAIN(BacktestTest)
#include "tst_backtest.moc"
