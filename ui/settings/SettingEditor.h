#pragma once

#include "settings/SettingWords.h"

#include <QFrame>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace Helmdesk
{

// One setting: what it means, its value, range and default, and the way back to the default.
class SettingEditor : public QFrame
{
    Q_OBJECT

public:
    explicit SettingEditor(const SettingRow &row, QWidget *parent = nullptr);
    void setRow(const SettingRow &row);
    const SettingRow &row() const { return m_row; }
    const SettingText &words() const { return m_text; }

Q_SIGNALS:
    void valueChosen(const QString &name, const Helmdesk::Json &value);
    void resetRequested(const QString &name);

private:
    QWidget *makeControl();
    QWidget *makeNumber();
    QWidget *makeThreshold();
    QWidget *makeLanguage();
    QWidget *makeInteger();
    QWidget *makeText();
    QWidget *makeChoice();
    QWidget *makeSwitch();
    QString facts() const;
    QString shown(const Json &value) const;
    QString figure(double value) const;

    SettingRow m_row;
    SettingText m_text;
    QLabel *m_facts = nullptr;
    QPushButton *m_reset = nullptr;
    std::function<void()> m_fill;
};

} // namespace Helmdesk
