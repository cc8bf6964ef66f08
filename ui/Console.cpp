#include "Console.h"

#include "conversation/ConversationPane.h"
#include "InboxPage.h"
#include "MainWindow.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QLocale>

#include <utility>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

namespace
{

// "24", "0:" or "1.5"; not "127.0.0.1", "INV-1042" or "%1".
bool isFigure(QStringView word)
{
    static const QString around = u".,:;!?()\u060C\u061B\u061F\u201C\u201D"_s;
    while (!word.isEmpty() && around.contains(word.front()))
        word = word.mid(1);
    while (!word.isEmpty() && around.contains(word.back()))
        word.chop(1);
    if (!word.isEmpty() && (word.front() == u'-' || word.front() == u'+'))
        word = word.mid(1);
    bool hasPoint = false;
    for (const QChar letter : word) {
        const bool isPoint = letter == u'.' || letter == u',';
        if ((isPoint && std::exchange(hasPoint, true)) || (!isPoint && (letter < u'0' || letter > u'9')))
            return false;
    }
    return !word.isEmpty();
}

} // namespace

QString WordsInDigits::translate(const char *context, const char *source, const char *disambiguation,
                                 int n) const
{
    QString words = QTranslator::translate(context, source, disambiguation, n);
    const char16_t zero = QLocale().zeroDigit().front().unicode();
    if (zero == u'0')
        return words;
    for (qsizetype start = 0; start < words.size();) {
        qsizetype end = start;
        while (end < words.size() && !words.at(end).isSpace())
            ++end;
        if (isFigure(QStringView(words).mid(start, end - start)))
            for (qsizetype at = start; at < end; ++at)
                if (const QChar letter = words.at(at); letter >= u'0' && letter <= u'9')
                    words[at] = QChar(static_cast<char16_t>(zero + letter.unicode() - u'0'));
        start = end + 1;
    }
    return words;
}

Language &Language::instance()
{
    static Language language;
    return language;
}

bool Language::apply(const QString &name)
{
    const QString wanted = name == "system"_L1 ? QString() : name;
    if (m_name == wanted)
        return false;
    m_name = wanted;
    QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedKingdom); // dates and times as people write them
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_translator);
    const bool isKnown = m_translator.load(locale, u"helmdesk"_s, u"_"_s, u":/i18n"_s);
    if (isKnown)
        QCoreApplication::installTranslator(&m_translator);
    QApplication::setLayoutDirection(isKnown ? locale.textDirection() : Qt::LeftToRight);
    return true;
}

Console::Console(Desk &desk, InsightsRoom *insights, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_insights(insights)
{
    make();
    connect(m_window.get(), &MainWindow::painted, this, &Console::painted);
}

Console::~Console() = default;

void Console::setReplay(ReplayRoom &room)
{
    m_replay = &room;
    m_window->setReplay(room);
}

void Console::setBacktest(BacktestRoom &room)
{
    m_backtest = &room;
    m_window->setBacktest(room);
}

void Console::setHealth(HealthRoom &room)
{
    m_health = &room;
    m_window->setHealth(room);
}

void Console::setProposals(ProposalRoom &room)
{
    m_proposals = &room;
    m_window->setProposals(room);
}

void Console::setCalibration(CalibrationRoom &room)
{
    m_calibration = &room;
    m_window->setCalibration(room);
}

void Console::make()
{
    m_window = std::make_unique<MainWindow>(m_desk, m_insights);
    if (m_replay != nullptr)
        m_window->setReplay(*m_replay);
    if (m_backtest != nullptr)
        m_window->setBacktest(*m_backtest);
    if (m_health != nullptr)
        m_window->setHealth(*m_health);
    if (m_proposals != nullptr)
        m_window->setProposals(*m_proposals);
    if (m_calibration != nullptr)
        m_window->setCalibration(*m_calibration);
    // Later: the setting is told in the midst of the old window's work.
    connect(m_window.get(), &MainWindow::languageChosen, this, &Console::followLanguage,
            Qt::QueuedConnection);
}

void Console::show()
{
    m_window->show();
}

// Every word of the window is set when a widget is made, so the window is made anew; it comes back where it
// was, with what was open, in the room in which the language was chosen.
void Console::followLanguage(const QString &name)
{
    if (!Language::instance().apply(name))
        return;
    m_window->keep();
    const std::unique_ptr<MainWindow> before = std::move(m_window);
    Theme::instance().apply(*static_cast<QApplication *>(QCoreApplication::instance()),
                            Theme::instance().scheme()); // its sheet knows the direction
    make();
    if (const auto open = before->inbox().conversation().current())
        m_window->inbox().open(*open);
    m_window->setRoom(before->room());
    if (before->isVisible())
        m_window->show();
    before->hide();
}

} // namespace Helmdesk
