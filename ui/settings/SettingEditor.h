#pragma once

#include "settings/SettingWords.h"

#include <QFrame>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Helmdesk
{

class SettingEffect;

// What was chosen for a setting. A value of its own, since the meta-object code of a bare Json parameter
// looks for ways to print it, and Json turns into whatever Windows' headers declare.
struct ChosenSetting {
    QString name;
    Json value;
};

// One setting: what it means, its value, range and default, and the way back to the default. A value that
// lets more leave without a person is asked about before it is chosen. What an administrator locked says so
// and cannot be changed. While a slider moves, a choice is looked at or that question stands, the value is
// tried: what it would have done can be told below.
class SettingEditor : public QFrame
{
    Q_OBJECT

public:
    explicit SettingEditor(const SettingRow &row, QWidget *parent = nullptr);
    void setRow(const SettingRow &row);
    const SettingRow &row() const { return m_row; }
    const SettingText &words() const { return m_text; }
    SettingEffect &effect() { return *m_effect; }
    QString shown(const Json &value) const; // a value in words
    void refuse(const QString &why);        // said below the setting until it is changed again

Q_SIGNALS:
    void valueChosen(const Helmdesk::ChosenSetting &chosen);
    void resetRequested(const QString &name);
    void valueTried(const Helmdesk::ChosenSetting &tried);
    void tryingEnded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // a list of choices that closes
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isHalfMade() const;
    void refuseFigure(const QString &typed);
    void leaveQuestion();
    QWidget *makeLockLine();
    void showLock();
    QWidget *makeControl();
    QWidget *makeNumber();
    QWidget *makeThreshold();
    QWidget *makeLanguage();
    QWidget *makeInteger();
    QWidget *makeText();
    QWidget *makeChoice();
    QWidget *makeSwitch();
    enum class Way { Value, Reset };
    void choose(const Json &value, Way way = Way::Value);
    void keep(const Json &value, Way way);
    void ask(const Json &value, Way way);
    void closeQuestion();
    QString facts() const;
    QString figure(double value) const;

    SettingRow m_row;
    SettingText m_text;
    QVBoxLayout *m_column = nullptr;
    QFrame *m_question = nullptr; // whether it may be loosened, while that is asked
    Json m_wanted;
    SettingEffect *m_effect = nullptr;
    QWidget *m_control = nullptr;
    QWidget *m_lockLine = nullptr; // that it is locked, and by whom
    QLabel *m_lock = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_refusal = nullptr;
    QPushButton *m_reset = nullptr;
    std::function<void()> m_fill;
};

} // namespace Helmdesk
