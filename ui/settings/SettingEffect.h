#pragma once

#include "app/ReplayRoom.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Helmdesk
{

class ReplayCurveView;

// Under a setting: what another value would have done to the last days, the curve of a number, and the
// conversations that would have gone another way.
class SettingEffect : public QWidget
{
    Q_OBJECT

public:
    explicit SettingEffect(const QString &name, QWidget *parent = nullptr);
    void setCurve(const ReplayCurve &curve, double today, qint64 runs);
    // What stands there while nothing is tried; `about` says of which value the sentence is.
    void setStanding(const QString &about, const ReplayEffect &effect);
    // What is tried now.
    void setTried(std::optional<double> value);
    void showTried(const ReplayEffect &effect);
    void endTrying();

Q_SIGNALS:
    void conversationChosen(qint64 id);

private:
    void show(const QString &about, const ReplayEffect &effect);
    void openList();

    QLabel *m_sentence = nullptr;
    QPushButton *m_list = nullptr;
    ReplayCurveView *m_curve = nullptr;
    QString m_about;
    std::optional<ReplayEffect> m_standing;
    ReplayEffect m_shown;
};

} // namespace Helmdesk
