#pragma once

#include <memory>
#include <QObject>
#include <QTranslator>

namespace Helmdesk
{

class Desk;
class InsightsRoom;
class BacktestRoom;
class HealthRoom;
class CalibrationRoom;
class ProposalRoom;
class ReplayRoom;
class MainWindow;

// The words of a language, with the figures in them written as that language writes figures: a window shows
// one kind of digits.
class WordsInDigits : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override;
};

// The language of the program: its words, its dates and numbers, its direction. "system", or the code of a
// language. One for the process; GUI thread.
class Language
{
public:
    static Language &instance();
    // False when that was its language already. What is on the screen keeps its words.
    bool apply(const QString &name);

private:
    Language() = default;
    WordsInDigits m_translator;
    std::optional<QString> m_name;
};

// The window on a desk, made anew in the other language when the setting changes. Owns the window, not the
// desk and the insights. GUI thread.
class Console : public QObject
{
    Q_OBJECT

public:
    explicit Console(Desk &desk, InsightsRoom *insights = nullptr, QObject *parent = nullptr);
    ~Console() override;
    void setReplay(ReplayRoom &room);      // before the settings are shown; outlives the console
    void setBacktest(BacktestRoom &room);  // before the insights are shown; outlives the console
    void setHealth(HealthRoom &room);      // as the archive
    void setProposals(ProposalRoom &room); // as the replay
    void setCalibration(CalibrationRoom &room);
    MainWindow &window() { return *m_window; }
    void show();

Q_SIGNALS:
    void painted(); // once: the first window has been seen

private:
    void make();
    void followLanguage(const QString &name);

    Desk &m_desk;
    InsightsRoom *m_insights;
    CalibrationRoom *m_calibration = nullptr;
    ProposalRoom *m_proposals = nullptr;
    ReplayRoom *m_replay = nullptr;
    BacktestRoom *m_backtest = nullptr;
    HealthRoom *m_health = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Helmdesk
