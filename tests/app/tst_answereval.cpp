// What leaves alone on given documents is counted by what is known of the questions.
#include "app/AnswerEval.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;

class AnswerEvalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesAreOfWhatLeft();
    void questionsAreAskedAndCounted();
    void unreadableFilesAreNamed();
};

void AnswerEvalTest::sharesAreOfWhatLeft()
{
    AnswerFigures figures;
    figures.answerable = 20;
    figures.alone = 16;
    figures.aloneRight = 15;
    figures.unanswerable = 30;
    figures.unanswerableAlone = 4;
    const Json json = toJson(figures);
    QCOMPARE(json["share_alone"], Json(0.8));
    QCOMPARE(json["share_wrong"], Json(0.25)); // one of 16 and all four
    QCOMPARE(toJson(AnswerFigures())["share_wrong"], Json(0.0));
}

void AnswerEvalTest::questionsAreAskedAndCounted()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    const QTemporaryDir folder;
    const auto put = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    };
    const RetrievalFiles files{
        put(QStringLiteral("docs.jsonl"),
            R"({"id":"csv","title":"Export a board as CSV","text":"To export a board as CSV, open the board, choose Export in the menu and then CSV. The file is sent to you by mail."})"
            "\n"
            R"({"id":"guests","title":"Invite a guest","text":"To invite a guest to a board, open the board, choose Share and enter the address of the guest."})"
            "\n"),
        put(QStringLiteral("queries.jsonl"), R"({"id":"1","text":"How do I export a board as CSV?"})"
                                             "\n"),
        put(QStringLiteral("qrels.tsv"), "query-id\tcorpus-id\tscore\n1\tcsv\t1\n"),
        put(QStringLiteral("others.jsonl"), R"({"id":"2","text":"What is the weather in Lisbon tomorrow?"})"
                                            "\n")};

    const auto figures = evaluateAnswers(files, *assets);

    VERIFY_RESULT(figures);
    QCOMPARE(figures->answerable, 1);
    QCOMPARE(figures->alone, figures->aloneRight);
    QCOMPARE(figures->aloneRight + figures->drafted, 1); // the one article is found either way
    QCOMPARE(figures->unanswerable, 1);
    QCOMPARE(figures->unanswerableAlone, 0);
}

void AnswerEvalTest::unreadableFilesAreNamed()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    const auto figures = evaluateAnswers({QStringLiteral("/nowhere/docs.jsonl"), {}, {}, {}}, *assets);
    QVERIFY(!figures.has_value());
}

QTEST_GUILESS_MAIN(AnswerEvalTest)
#include "tst_answereval.moc"
