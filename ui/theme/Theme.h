#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

#include <array>

class QApplication;

namespace Helmdesk
{

// The colours of the console, by meaning. Their values stand in Theme.cpp and nowhere else.
enum class Token {
    Window,
    Panel,
    Border,
    Hover,
    Text,
    Secondary,
    Accent,
    AccentTint,
    OnAccent,
    Ok,
    OkTint,
    Warn,
    WarnTint,
    Bad,
    BadTint,
    Purple,
    PurpleTint,
    Teal,
    TealTint,
    Grey,
    GreyTint,
};
inline constexpr int tokenCount = static_cast<int>(Token::GreyTint) + 1;

// The pair of colours of a chip, a bar or a state.
enum class Tone { Accent, Ok, Warn, Bad, Purple, Teal, Grey };

enum class Scheme { System, Light, Dark };

// The measures of the console in logical pixels: a grid of 4.
namespace Measure
{
inline constexpr int gapSmall = 4;
inline constexpr int gap = 8;
inline constexpr int pad = 12;
inline constexpr int gapLarge = 16;
inline constexpr int gapSection = 24;
inline constexpr int cardRadius = 8;
inline constexpr int controlRadius = 6;
inline constexpr int controlHeight = 32;
inline constexpr int headerHeight = 48;
inline constexpr int chipHeight = 20;
inline constexpr int icon = 16;
inline constexpr int iconLarge = 20;
} // namespace Measure

// Light and dark appearance on the Fusion style. GUI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    static Theme &instance();
    static QColor value(Token token, bool dark);
    static QString nameOf(Token token); // as written in style.qss, without the @

    // Sets style, palette and style sheet of the application. System follows the platform's palette.
    void apply(QApplication &app, Scheme scheme);
    Scheme scheme() const { return m_scheme; }
    bool isApplied() const { return m_hasPlatform; }
    bool isDark() const { return m_isDark; }

    QColor color(Token token) const { return value(token, m_isDark); }
    QColor foreground(Tone tone) const;
    QColor tint(Tone tone) const;

    // The application's font, scaled.
    static QFont font(double scale = 1.0, QFont::Weight weight = QFont::Normal);

Q_SIGNALS:
    void changed();

private:
    QString styleSheet() const;
    void rememberPlatform(const QApplication &app);

    Scheme m_scheme = Scheme::System;
    bool m_isDark = false;
    bool m_platformIsDark = false;
    bool m_hasPlatform = false;
    bool m_hasStyle = false;
};

} // namespace Helmdesk
