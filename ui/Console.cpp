#include "Console.h"

#include "MainWindow.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;

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

void Console::make()
{
    m_window = std::make_unique<MainWindow>(m_desk, m_insights);
    if (m_replay != nullptr)
        m_window->setReplay(*m_replay);
    // Later: the setting is told in the midst of the old window's work.
    connect(m_window.get(), &MainWindow::languageChosen, this, &Console::followLanguage,
            Qt::QueuedConnection);
}

void Console::show()
{
    m_window->show();
}

// Every word of the window is set when a widget is made, so the window is made anew; it comes back where it
// was, in the room in which the language was chosen.
void Console::followLanguage(const QString &name)
{
    if (!Language::instance().apply(name))
        return;
    m_window->keep();
    const std::unique_ptr<MainWindow> before = std::move(m_window);
    Theme::instance().apply(*static_cast<QApplication *>(QCoreApplication::instance()),
                            Theme::instance().scheme()); // its sheet knows the direction
    make();
    m_window->setRoom(before->room());
    if (before->isVisible())
        m_window->show();
    before->hide();
}

} // namespace Helmdesk
