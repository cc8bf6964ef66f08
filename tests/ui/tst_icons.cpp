#include "support/TestSupport.h"
#include "theme/Icons.h"
#include "theme/LineDrawing.h"

#include <QDir>
#include <QIconEngine>
#include <QIconEnginePlugin>
#include <QPainter>
#include <QPluginLoader>

#ifdef HELMDESK_WITH_QTSVG
#include <QSvgRenderer>
#endif

using namespace Helmdesk;
using namespace Qt::StringLiterals;

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconIsRead_data();
    void everyIconIsRead();
    void everyIconLooksAsQtSvgDrawsIt_data();
    void everyIconLooksAsQtSvgDrawsIt();
    void pathDataAreRead_data();
    void pathDataAreRead();
    void whatIsNoPathIsRefused_data();
    void whatIsNoPathIsRefused();
    void drawingsThatWouldLookOtherwiseAreRefused_data();
    void drawingsThatWouldLookOtherwiseAreRefused();
    void aSheetsPictureNeedsNoPluginOfQt();
};

namespace
{

void addEveryIcon()
{
    QTest::addColumn<QString>("file");
    const QDir folder(u":/icons"_s);
    const QStringList files = folder.entryList({u"*.svg"_s});
    QVERIFY(files.size() > 60);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

#ifdef HELMDESK_WITH_QTSVG
QImage painted(const LineDrawing &drawing, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawing.paint(painter, QRectF(0, 0, side, side), Qt::black);
    return image;
}
#endif

// Every subpath's box, to a thousandth.
QString boxOf(const QPainterPath &path)
{
    const QRectF box = path.boundingRect();
    const auto figure = [](double value) { return QString::number(qRound(value * 1000) / 1000.0); };
    return QStringList{figure(box.left()), figure(box.top()), figure(box.right()), figure(box.bottom())}.join(
        u' ');
}

} // namespace

void IconsTest::everyIconIsRead_data()
{
    addEveryIcon();
}

void IconsTest::everyIconIsRead()
{
    QFETCH(QString, file);

    const auto drawing = readLineDrawing(contentOf(file));

    QVERIFY(drawing);
    QVERIFY(!drawing->lines.isEmpty());
    QRectF ink;
    for (const QPainterPath &line : drawing->lines)
        ink |= line.boundingRect();
    // Corner by corner: a single straight line has no area.
    QVERIFY2(drawing->box.contains(ink.topLeft()) && drawing->box.contains(ink.bottomRight()),
             "lines lie outside of the box");
}

void IconsTest::everyIconLooksAsQtSvgDrawsIt_data()
{
    addEveryIcon();
}

void IconsTest::everyIconLooksAsQtSvgDrawsIt()
{
#ifdef HELMDESK_WITH_QTSVG
    QFETCH(QString, file);
    const QByteArray source = contentOf(file);
    const auto drawing = readLineDrawing(source);
    QVERIFY(drawing);
    for (const int side : {14, 16, 20, 24, 48}) {
        QImage expected(side, side, QImage::Format_ARGB32_Premultiplied);
        expected.fill(Qt::white);
        QPainter painter(&expected);
        QSvgRenderer(QByteArray(source).replace("currentColor", "#000000"))
            .render(&painter, QRectF(0, 0, side, side));
        painter.end();

        const QImage image = painted(*drawing, side);

        constexpr int sameToTheEye = 24; // of 255: curves are split at other places
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const int away = std::abs(qGray(image.pixel(x, y)) - qGray(expected.pixel(x, y)));
                QVERIFY2(away <= sameToTheEye,
                         qPrintable(u"%1 px, (%2, %3): %4 away"_s.arg(side).arg(x).arg(y).arg(away)));
            }
    }
#else
    QSKIP("built without Qt's SVG module");
#endif
}

void IconsTest::pathDataAreRead_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("box");
    QTest::addColumn<QPointF>("end");
    QTest::newRow("lines") << u"M1 2L5 6"_s << u"1 2 5 6"_s << QPointF(5, 6);
    QTest::newRow("more points of a move are lines") << u"m1 2 3 4 -1 1"_s << u"1 2 4 7"_s << QPointF(3, 7);
    QTest::newRow("numbers that touch") << u"M1-.5.25-3"_s << u"0.25 -3 1 -0.5"_s << QPointF(.25, -3);
    QTest::newRow("exponent") << u"M1e1 2L5E-1,0"_s << u"0.5 0 10 2"_s << QPointF(.5, 0);
    QTest::newRow("across and down") << u"M1 1h3v-4H2V0"_s << u"1 -3 4 1"_s << QPointF(2, 0);
    QTest::newRow("closed, then on from the start") << u"M1 1h2v2zl-1 -1"_s << u"0 0 3 3"_s << QPointF(0, 0);
    QTest::newRow("half a circle") << u"M0 0A5 5 0 0 1 10 0"_s << u"0 -5 10 0"_s << QPointF(10, 0);
    QTest::newRow("the other half") << u"M0 0a5 5 0 0 0 10 0"_s << u"0 0 10 5"_s << QPointF(10, 0);
    QTest::newRow("three quarters") << u"M0 0A5 5 0 1 1 5 5"_s << u"0 -5 10 5"_s << QPointF(5, 5);
    QTest::newRow("flags that touch") << u"M0 0a5 5 0 0110 0"_s << u"0 -5 10 0"_s << QPointF(10, 0);
    QTest::newRow("radii too small") << u"M0 0A1 1 0 0 1 10 0"_s << u"0 -5 10 0"_s << QPointF(10, 0);
    QTest::newRow("turned ellipse") << u"M0 0A10 5 90 0 1 0 20"_s << u"0 0 5 20"_s << QPointF(0, 20);
    QTest::newRow("no radius") << u"M0 0A0 5 0 0 1 3 4"_s << u"0 0 3 4"_s << QPointF(3, 4);
    QTest::newRow("mirrored control") << u"M0 0C0 4 4 4 4 0S8 -4 8 0"_s << u"0 -3 8 3"_s << QPointF(8, 0);
    QTest::newRow("quadratic") << u"M0 0Q2 4 4 0t4 0"_s << u"0 -2 8 2"_s << QPointF(8, 0);
}

void IconsTest::pathDataAreRead()
{
    QFETCH(QString, data);
    QFETCH(QString, box);
    QFETCH(QPointF, end);

    const auto path = readPathData(data);

    QVERIFY(path);
    QCOMPARE(boxOf(*path), box);
    QCOMPARE(path->currentPosition(), end);
}

void IconsTest::whatIsNoPathIsRefused_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data :
         {"L1 2", "1 2", "M1", "M1 x", "M1 2 L", "M1 2 B3 4", "M1 2z3 4", "M0 0a1 1 0 2 0 3 3"})
        QTest::newRow(data) << QString::fromLatin1(data);
}

void IconsTest::whatIsNoPathIsRefused()
{
    QFETCH(QString, data);

    QVERIFY(!readPathData(data));
}

void IconsTest::drawingsThatWouldLookOtherwiseAreRefused_data()
{
    QTest::addColumn<QByteArray>("svg");
    const QByteArray open = "<svg viewBox='0 0 24 24' fill='none' stroke='currentColor'>";
    QTest::newRow("filled") << QByteArray("<svg viewBox='0 0 24 24' stroke='red'><path d='M1 1h2'/></svg>");
    QTest::newRow("no box") << QByteArray("<svg fill='none'><path d='M1 1h2'/></svg>");
    QTest::newRow("a shape that is moved") << open + "<path d='M1 1h2' transform='scale(2)'/></svg>";
    QTest::newRow("a shape of its own colour") << open + "<circle r='2' stroke='red'/></svg>";
    QTest::newRow("text") << open + "<text>a</text></svg>";
    QTest::newRow("broken path") << open + "<path d='1'/></svg>";
    QTest::newRow("cut short") << open + "<path d='M1 1h2'/>";
    QTest::newRow("no drawing") << QByteArray("<html/>");
    QTest::newRow("nothing") << QByteArray();
}

void IconsTest::drawingsThatWouldLookOtherwiseAreRefused()
{
    QFETCH(QByteArray, svg);

    QVERIFY(!readLineDrawing(svg));
}

void IconsTest::aSheetsPictureNeedsNoPluginOfQt()
{
    QVERIFY(!icon(u"check"_s, Token::Text).isNull()); // brings in the part of the library that has the plugin
    QIconEnginePlugin *ours = nullptr;
    const auto plugins = QPluginLoader::staticInstances();
    for (QObject *plugin : plugins)
        if (auto *candidate = qobject_cast<QIconEnginePlugin *>(plugin))
            ours = candidate;
    QVERIFY2(ours, "the plugin for the style sheet's pictures is not linked");
    const std::unique_ptr<QIconEngine> engine(ours->create());

    engine->addFile(u":/icons/check-light.svg"_s, {}, QIcon::Normal, QIcon::Off);

    QVERIFY(!engine->isNull());
    const QImage image = engine->pixmap(QSize(16, 16), QIcon::Normal, QIcon::Off).toImage();
    const auto expected = readLineDrawing(contentOf(u":/icons/check-light.svg"_s));
    QVERIFY(expected && expected->color.isValid());
    bool hasInk = false;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            hasInk = hasInk || (image.pixelColor(x, y).alpha() > 200 &&
                                image.pixelColor(x, y).rgb() == expected->color.rgb());
    QVERIFY2(hasInk, "nothing in the drawing's colour");
}

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
