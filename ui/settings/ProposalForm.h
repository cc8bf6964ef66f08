#pragma once

#include "app/DeskSnapshots.h"
#include "app/ReplayRoom.h"

#include <QFrame>

#include <functional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Helmdesk
{

// What was filled in.
struct FilledProposal {
    QString name;
    QString reason;
    std::vector<TriedSetting> settings; // those with another value than today
};

// A card in which several settings get other values before any of them counts: what they would have done
// together stands below, and they are saved under a name. GUI thread.
class ProposalForm : public QFrame
{
    Q_OBJECT

public:
    explicit ProposalForm(QWidget *parent = nullptr);
    // What was chosen and not saved stays where it is possible still.
    void setRows(const std::vector<SettingRow> &rows);
    FilledProposal filled() const;
    void say(const QString &effect); // what the chosen values would have done
    void clear();

Q_SIGNALS:
    void changed(); // other values are chosen
    void saveRequested();

private:
    struct Field {
        SettingRow row;
        QWidget *editor = nullptr;
        std::function<Json()> value;
        std::function<void(const Json &)> set;
    };
    Field makeField(const SettingRow &row);
    void addField(int line, const Field &field);
    void follow();

    QGridLayout *m_grid = nullptr;
    std::vector<Field> m_fields;
    QLabel *m_effect = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_save = nullptr;
    bool m_isFilling = false;
};

} // namespace Helmdesk
