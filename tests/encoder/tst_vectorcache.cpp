#include "core/ResourcePaths.h"
#include "encoder/VectorCache.h"
#include "support/TestSupport.h"

#include <thread>

using namespace Helmdesk;

class TestVectorCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesATextOnce();
    void oldestEntryGoesFirst();
    void useKeepsAnEntry();
    void replacedEntryIsNotDoubled();
    void keyDependsOnTheContentOnly();
    void zeroCapacityKeepsNothing();
    void threadsShareIt();
};

namespace
{
QByteArray key(int number)
{
    return VectorCache::keyOf(QString::number(number));
}
} // namespace

void TestVectorCache::encodesATextOnce()
{
    auto encoder = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
    VERIFY_RESULT(encoder);
    VectorCache cache;

    const Vector first = cache.vectorOf(**encoder, u"Where is my parcel?");
    const Vector second = cache.vectorOf(**encoder, u"Where is my parcel?");

    QCOMPARE(first, (*encoder)->encode(u"Where is my parcel?"));
    QCOMPARE(second, first);
    QCOMPARE(cache.hits(), std::size_t{1});
    QCOMPARE(cache.misses(), std::size_t{1});
}

void TestVectorCache::oldestEntryGoesFirst()
{
    VectorCache cache(2);
    for (int i = 0; i < 3; ++i)
        cache.insert(key(i), Vector(16, static_cast<float>(i)));

    QCOMPARE(cache.size(), std::size_t{2});
    QVERIFY(!cache.find(key(0)));
    QCOMPARE(cache.find(key(2))->front(), 2.0F);
}

void TestVectorCache::useKeepsAnEntry()
{
    VectorCache cache(2);
    cache.insert(key(0), Vector(16, 0.0F));
    cache.insert(key(1), Vector(16, 1.0F));
    QVERIFY(cache.find(key(0)));
    cache.insert(key(2), Vector(16, 2.0F));

    QVERIFY(cache.find(key(0)));
    QVERIFY(!cache.find(key(1)));
}

void TestVectorCache::replacedEntryIsNotDoubled()
{
    VectorCache cache(2);
    cache.insert(key(0), Vector(16, 0.0F));
    cache.insert(key(0), Vector(16, 5.0F));

    QCOMPARE(cache.size(), std::size_t{1});
    QCOMPARE(cache.find(key(0))->front(), 5.0F);
    cache.clear();
    QCOMPARE(cache.size(), std::size_t{0});
}

void TestVectorCache::keyDependsOnTheContentOnly()
{
    const QString text = QStringLiteral("a message, and a message");

    QCOMPARE(VectorCache::keyOf(QStringView(text).first(9)), VectorCache::keyOf(QStringView(text).last(9)));
    QVERIFY(VectorCache::keyOf(u"a") != VectorCache::keyOf(u"A"));
}

void TestVectorCache::zeroCapacityKeepsNothing()
{
    VectorCache cache(0);
    cache.insert(key(0), Vector(16, 0.0F));

    QVERIFY(!cache.find(key(0)));
}

void TestVectorCache::threadsShareIt()
{
    VectorCache cache(50);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&cache, t] {
                for (int i = 0; i < 2000; ++i) {
                    const int number = (i * 7 + t) % 80;
                    if (auto found = cache.find(key(number));
                        found && found->front() != static_cast<float>(number))
                        qFatal("a vector of another text");
                    cache.insert(key(number), Vector(16, static_cast<float>(number)));
                }
            });
        }
    }
    QCOMPARE(cache.size(), std::size_t{50});
}

QTEST_GUILESS_MAIN(TestVectorCache)
#include "tst_vectorcache.moc"
