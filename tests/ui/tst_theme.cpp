#include "support/TestSupport.h"
#include "theme/Icons.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QtMath>

using namespace Helmdesk;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textStandsOutFromItsBackground_data();
    void textStandsOutFromItsBackground();
    void styleSheetKnowsEveryToken();
    void iconsTakeTheColourOfTheTheme();
};

namespace
{

// Relative luminance and contrast as in WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : qPow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

void ThemeTest::textStandsOutFromItsBackground_data()
{
    QTest::addColumn<Token>("text");
    QTest::addColumn<Token>("back");
    const std::pair<Token, Token> pairs[] = {
        {Token::Text, Token::Window},        {Token::Text, Token::Panel},
        {Token::Text, Token::Hover},         {Token::Text, Token::AccentTint},
        {Token::Text, Token::WarnTint},      {Token::Text, Token::GreyTint},
        {Token::Text, Token::OkTint},        {Token::Text, Token::BadTint},
        {Token::Secondary, Token::Window},   {Token::Secondary, Token::Panel},
        {Token::Secondary, Token::Hover},    {Token::Secondary, Token::AccentTint},
        {Token::Secondary, Token::WarnTint}, {Token::OnAccent, Token::Accent},
        {Token::OnAccent, Token::Bad},       {Token::Accent, Token::Panel},
        {Token::Accent, Token::AccentTint},  {Token::Ok, Token::Panel},
        {Token::Ok, Token::OkTint},          {Token::Warn, Token::Panel},
        {Token::Warn, Token::WarnTint},      {Token::Bad, Token::Panel},
        {Token::Bad, Token::BadTint},        {Token::Purple, Token::PurpleTint},
        {Token::Teal, Token::TealTint},      {Token::Grey, Token::GreyTint}};
    for (const auto &[text, back] : pairs)
        QTest::addRow("%s on %s", qPrintable(Theme::nameOf(text)), qPrintable(Theme::nameOf(back)))
            << text << back;
}

void ThemeTest::textStandsOutFromItsBackground()
{
    QFETCH(Token, text);
    QFETCH(Token, back);
    for (const bool dark : {false, true}) {
        const double ratio = contrast(Theme::value(text, dark), Theme::value(back, dark));
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 %2").arg(dark).arg(ratio)));
    }
}

void ThemeTest::styleSheetKnowsEveryToken()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        Theme::instance().apply(*qApp, scheme);
        QVERIFY(!qApp->styleSheet().isEmpty());
        QVERIFY2(!qApp->styleSheet().contains(QLatin1Char('@')), "a token without a value");
        QCOMPARE(qApp->palette().color(QPalette::Window),
                 Theme::value(Token::Window, scheme == Scheme::Dark));
    }
}

void ThemeTest::iconsTakeTheColourOfTheTheme()
{
    const QIcon check = icon(QStringLiteral("check"), Token::Text);
    QVERIFY(!check.isNull());
    QVERIFY(icon(QStringLiteral("no such icon")).isNull());
    const auto darkest = [&check] {
        int lightness = 0;
        const QImage image = check.pixmap(32, 32).toImage().convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > 200)
                    lightness = std::max(lightness, image.pixelColor(x, y).lightness());
        return lightness;
    };
    Theme::instance().apply(*qApp, Scheme::Light);
    const int light = darkest();
    Theme::instance().apply(*qApp, Scheme::Dark);
    QVERIFY(light < 80);
    QVERIFY(darkest() > 180);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
