#pragma once

#include "app/CalibrationRoom.h"
#include "core/Ids.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTreeWidget;
class QVBoxLayout;

namespace Helmdesk
{

class ReliabilityView;

// Said 0.8, right how often: a diagram with its table, the parts, whether it drifts, and what to judge next.
// GUI thread; the room outlives it.
class CalibrationPage : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationPage(CalibrationRoom &room, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void conversationRequested(ConversationId id);

private:
    QWidget *makeChoices();
    QWidget *makeBody();
    void show(const CalibrationView &view);
    void showBins(const CalibrationTable &table);
    void showParts(const std::vector<CalibrationTable> &parts);
    void showNext(const std::vector<Saying> &next);
    QString partName(const QString &key) const;
    QString driftText(const CalibrationDrift &drift) const;

    CalibrationRoom &m_room;
    QComboBox *m_of = nullptr;
    QComboBox *m_by = nullptr;
    QComboBox *m_days = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_missing = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_drift = nullptr;
    ReliabilityView *m_view = nullptr;
    QTreeWidget *m_bins = nullptr;
    QTreeWidget *m_parts = nullptr;
    QLabel *m_nextTitle = nullptr;
    QVBoxLayout *m_next = nullptr;
};

} // namespace Helmdesk
