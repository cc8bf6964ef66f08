#include "core/ResourcePaths.h"
#include "encoder/WeightFile.h"
#include "support/TestSupport.h"

#include <functional>
#include <QTemporaryDir>

using namespace Helmdesk;

namespace
{
using Damage = std::function<void(QByteArray &)>;
const QString weights = QStringLiteral("encoder/minilm-l6-v2.hdenc");
} // namespace
Q_DECLARE_METATYPE(Damage)

class TestWeightFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shippedFileOpens();
    void missingFileIsNotFound();
    void brokenFileIsRefused_data();
    void brokenFileIsRefused();

private:
    QByteArray m_bytes;
};

void TestWeightFile::initTestCase()
{
    auto bytes = readResource(weights);
    VERIFY_RESULT(bytes);
    m_bytes = *bytes;
}

void TestWeightFile::shippedFileOpens()
{
    const auto file = WeightFile::open(resourceFile(weights));

    VERIFY_RESULT(file);
    QVERIFY((*file)->fingerprint() != 0);
    QCOMPARE((*file)->layer(5).feedForwardOut.inputs, WeightFile::feedForward);
    QCOMPARE(reinterpret_cast<quintptr>((*file)->layer(3).attentionIn.weights) % 64, quintptr{0});
    QVERIFY(m_bytes.size() < 25'000'000);
}

void TestWeightFile::missingFileIsNotFound()
{
    const auto file = WeightFile::open(QStringLiteral("no/such/weights.hdenc"));

    QVERIFY(!file);
    QCOMPARE(file.error().kind, ErrorKind::NotFound);
    QVERIFY(file.error().detail.contains(QLatin1String("no/such/weights.hdenc")));
}

void TestWeightFile::brokenFileIsRefused_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind, const Damage &damage) {
        QTest::newRow(name) << damage << kind;
    };
    row("empty", ErrorKind::Corrupt, [](QByteArray &bytes) { bytes.clear(); });
    row("another kind of file", ErrorKind::Corrupt, [](QByteArray &bytes) { bytes = "%PDF-1.7\n" + bytes; });
    row("cut short", ErrorKind::Corrupt, [](QByteArray &bytes) { bytes.chop(1000); });
    row("only the header", ErrorKind::Corrupt, [](QByteArray &bytes) { bytes.truncate(200); });
    row("grown", ErrorKind::Corrupt, [](QByteArray &bytes) { bytes.append(64, 'x'); });
    row("a flipped bit in a weight", ErrorKind::Corrupt,
        [](QByteArray &bytes) { bytes[20'000'000] = static_cast<char>(bytes[20'000'000] ^ 4); });
    row("a flipped bit in the last byte", ErrorKind::Corrupt,
        [](QByteArray &bytes) { bytes.back() = static_cast<char>(bytes.back() ^ 1); });
    row("a flipped bit in the section table", ErrorKind::Corrupt,
        [](QByteArray &bytes) { bytes[300] = static_cast<char>(bytes[300] ^ 1); });
    row("a shape of another model", ErrorKind::Corrupt, [](QByteArray &bytes) { bytes[44] = 12; });
    row("a newer format", ErrorKind::TooNew, [](QByteArray &bytes) { bytes[8] = 2; });
    row("an older format", ErrorKind::Corrupt, [](QByteArray &bytes) { bytes[8] = 0; });
}

void TestWeightFile::brokenFileIsRefused()
{
    QFETCH(Damage, damage);
    QFETCH(ErrorKind, kind);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.hdenc"));
    QByteArray bytes = m_bytes;
    damage(bytes);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
    out.close();

    const auto file = WeightFile::open(path);

    QVERIFY(!file);
    QCOMPARE(file.error().kind, kind);
    QVERIFY(file.error().detail.contains(path));
}

QTEST_GUILESS_MAIN(TestWeightFile)
#include "tst_weightfile.moc"
