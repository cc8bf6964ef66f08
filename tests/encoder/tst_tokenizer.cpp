#include "core/ResourcePaths.h"
#include "encoder/WordPieceTokenizer.h"
#include "EncoderTestData.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithTheReference();
    void brokenUtf16IsDropped();
    void longTextKeepsItsSeparator();
    void smallerLimitCuts();
    void hugeTextWithoutSpacesIsOneUnknownToken();
    void tuningTextsGiveTokensWithinLimits();

private:
    std::unique_ptr<WeightFile> m_file;
    std::unique_ptr<WordPieceTokenizer> m_tokenizer;
};

void TestTokenizer::initTestCase()
{
    auto file = WeightFile::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
    VERIFY_RESULT(file);
    m_file = *std::move(file);
    m_tokenizer = std::make_unique<WordPieceTokenizer>(*m_file);
}

void TestTokenizer::agreesWithTheReference()
{
    const Json golden = Test::golden();
    const Json &tokens = memberOrNull(golden, "tokens");
    QVERIFY(tokens.size() > 60);

    for (const Json &row : tokens) {
        const QString text = stringOr(row, "text");
        const auto ids = m_tokenizer->tokenize(text);
        QVERIFY2(ids == row["ids"].get<std::vector<TokenId>>(),
                 qPrintable(
                     QStringLiteral("%1: %2").arg(text.left(60), QString::fromStdString(Json(ids).dump()))));
    }
}

void TestTokenizer::brokenUtf16IsDropped()
{
    const QString whole = QStringLiteral("refund please");
    QString broken = whole;
    broken.insert(3, QChar(0xD83D)); // a high surrogate with nothing after it
    broken.insert(0, QChar(0xDE00)); // a low one with nothing before it
    broken.append(QChar(0xD83D));

    QCOMPARE(m_tokenizer->tokenize(broken), m_tokenizer->tokenize(whole));
    QCOMPARE(m_tokenizer->tokenize(QString::fromUtf8("refund\xff please\xc3")), m_tokenizer->tokenize(whole));
}

void TestTokenizer::longTextKeepsItsSeparator()
{
    const auto ids = m_tokenizer->tokenize(QStringLiteral("unbelievably long ").repeated(5000));

    QCOMPARE(ids.size(), WeightFile::positions);
    QCOMPARE(ids.front(), WordPieceTokenizer::start);
    QCOMPARE(ids.back(), WordPieceTokenizer::separator);
}

void TestTokenizer::smallerLimitCuts()
{
    const auto ids = m_tokenizer->tokenize(QStringLiteral("one two three four five six"), 5);

    QCOMPARE(ids.size(), std::size_t{5});
    QCOMPARE(ids.back(), WordPieceTokenizer::separator);
    QCOMPARE(m_tokenizer->tokenize(QStringLiteral("one two"), 0).size(), std::size_t{2});
}

void TestTokenizer::hugeTextWithoutSpacesIsOneUnknownToken()
{
    const QString text = QString(2'000'000, u'x');

    const auto ids = m_tokenizer->tokenize(text);

    QCOMPARE(ids, (std::vector<TokenId>{WordPieceTokenizer::start, WordPieceTokenizer::unknown,
                                        WordPieceTokenizer::separator}));
}

void TestTokenizer::tuningTextsGiveTokensWithinLimits()
{
    for (const QString &text : Test::tuningMessages()) {
        const auto ids = m_tokenizer->tokenize(text);
        QVERIFY(ids.size() >= 2 && ids.size() <= WeightFile::positions);
        QCOMPARE(m_tokenizer->tokenize(text.toUpper().toLower()), m_tokenizer->tokenize(text.toLower()));
    }
}

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
