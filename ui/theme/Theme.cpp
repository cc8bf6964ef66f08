#include "theme/Theme.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QProxyStyle>
#include <QStyle>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

struct TokenRow {
    Token token;
    const char *name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<TokenRow, tokenCount> tokens{{
    {Token::Window, "window", 0xFFF5F6F8, 0xFF15171B},
    {Token::Panel, "panel", 0xFFFFFFFF, 0xFF1C1F24},
    {Token::Border, "border", 0xFFDFE3E8, 0xFF30353D},
    {Token::Hover, "hover", 0xFFEEF0F3, 0xFF262A31},
    {Token::Text, "text", 0xFF1B1F24, 0xFFE7E9EC},
    {Token::Secondary, "secondary", 0xFF57606C, 0xFFA2AAB6},
    {Token::Accent, "accent", 0xFF2A5BD7, 0xFF82A8FF},
    {Token::AccentTint, "accentTint", 0xFFE8EEFC, 0xFF1F2C4D},
    {Token::OnAccent, "onAccent", 0xFFFFFFFF, 0xFF10141C},
    {Token::Ok, "ok", 0xFF1A7446, 0xFF5CCB93},
    {Token::OkTint, "okTint", 0xFFE3F4EA, 0xFF163326},
    {Token::Warn, "warn", 0xFF8A5A00, 0xFFE9BC55},
    {Token::WarnTint, "warnTint", 0xFFFFF3D6, 0xFF3A2E12},
    {Token::Bad, "bad", 0xFFB4291F, 0xFFFF9085},
    {Token::BadTint, "badTint", 0xFFFDE9E7, 0xFF43201D},
    {Token::Purple, "purple", 0xFF6B3FC0, 0xFFBDA0FF},
    {Token::PurpleTint, "purpleTint", 0xFFF0EAFC, 0xFF2D2347},
    {Token::Teal, "teal", 0xFF0B6E78, 0xFF62CBD6},
    {Token::TealTint, "tealTint", 0xFFE0F3F5, 0xFF12333A},
    {Token::Grey, "grey", 0xFF4B5563, 0xFFB4BBC6},
    {Token::GreyTint, "greyTint", 0xFFEDEFF2, 0xFF2A2E35},
}};

const TokenRow &rowOf(Token token)
{
    return tokens[static_cast<std::size_t>(token)];
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(role, theme.color(token));
    };
    set(QPalette::Window, Token::Window);
    set(QPalette::Base, Token::Panel);
    set(QPalette::AlternateBase, Token::Window);
    set(QPalette::Button, Token::Panel);
    set(QPalette::ToolTipBase, Token::Text);
    set(QPalette::ToolTipText, Token::Panel);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Text, Token::Text);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::PlaceholderText, Token::Secondary);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::OnAccent);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::Light, Token::Panel);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::Border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor faded = theme.color(Token::Secondary);
        faded.setAlphaF(0.6F);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    return palette;
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

namespace
{

// Letters that stand for a key are not underlined: most words beside a field are sentences.
class ConsoleStyle : public QProxyStyle
{
public:
    using QProxyStyle::QProxyStyle;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_UnderlineShortcut ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

QColor Theme::value(Token token, bool dark)
{
    return QColor::fromRgb(dark ? rowOf(token).dark : rowOf(token).light);
}

QString Theme::nameOf(Token token)
{
    return QString::fromLatin1(rowOf(token).name);
}

void Theme::rememberPlatform(const QApplication &app)
{
    if (m_hasPlatform)
        return;
    const QPalette platform = app.palette();
    m_platformIsDark =
        platform.color(QPalette::Window).lightness() < platform.color(QPalette::WindowText).lightness();
    m_hasPlatform = true;
}

void Theme::apply(QApplication &app, Scheme scheme)
{
    rememberPlatform(app);
    m_scheme = scheme;
    m_isDark = scheme == Scheme::Dark || (scheme == Scheme::System && m_platformIsDark);
    if (!std::exchange(m_hasStyle, true))
        QApplication::setStyle(new ConsoleStyle(u"Fusion"_s));
    QApplication::setPalette(paletteOf(*this));
    app.setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QString Theme::styleSheet() const
{
    QFile file(u":/theme/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: @accentTint before @accent.
    for (auto row = tokens.rbegin(); row != tokens.rend(); ++row)
        if (QString::fromLatin1(row->name).endsWith("Tint"_L1))
            sheet.replace(u'@' + QString::fromLatin1(row->name), color(row->token).name());
    for (const TokenRow &row : tokens)
        sheet.replace(u'@' + QString::fromLatin1(row.name), color(row.token).name());
    sheet.replace("@leading"_L1, QGuiApplication::isRightToLeft() ? "right"_L1 : "left"_L1);
    // Qt turns a slider around, but not which of its sides is which.
    sheet.replace("@filled"_L1, QGuiApplication::isRightToLeft() ? "add-page"_L1 : "sub-page"_L1);
    sheet.replace("@scheme"_L1, m_isDark ? "dark"_L1 : "light"_L1);
    return sheet;
}

QColor Theme::foreground(Tone tone) const
{
    constexpr std::array pairs{Token::Accent, Token::Ok,   Token::Warn, Token::Bad,
                               Token::Purple, Token::Teal, Token::Grey};
    return color(pairs[static_cast<std::size_t>(tone)]);
}

QColor Theme::tint(Tone tone) const
{
    constexpr std::array pairs{Token::AccentTint, Token::OkTint,   Token::WarnTint, Token::BadTint,
                               Token::PurpleTint, Token::TealTint, Token::GreyTint};
    return color(pairs[static_cast<std::size_t>(tone)]);
}

QFont Theme::font(double scale, QFont::Weight weight)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    font.setWeight(weight);
    return font;
}

} // namespace Helmdesk
