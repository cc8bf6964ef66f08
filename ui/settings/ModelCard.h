#pragma once

#include "app/ModelRoom.h"

#include <QFrame>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Helmdesk
{

class ElidedLabel;

// One language model: how it does, what it is for, what it may see; with its key, its test and its removal,
// which is asked about below. GUI thread.
class ModelCard : public QFrame
{
    Q_OBJECT

public:
    explicit ModelCard(const ModelRow &row, QWidget *parent = nullptr);
    void setRow(const ModelRow &row);
    const ModelRow &row() const { return m_row; }
    void setTesting(bool isTesting);
    void focusTest();
    bool holds(const QString &words) const; // for the search

Q_SIGNALS:
    void testRequested();
    void stopRequested();
    void removeRequested();
    void ruleChosen(Helmdesk::PersonalDataRule rule);
    void keyTyped(const QString &key);

private:
    void makeHead(QVBoxLayout &column);
    void makeFacts(QVBoxLayout &column);
    QWidget *makeKeyLine();
    void showState();
    void takeKey();
    void closeKeyLine();
    void askRemoval();
    void closeQuestion();

    ModelRow m_row;
    bool m_isTesting = false;
    QLabel *m_sign = nullptr;
    ElidedLabel *m_name = nullptr;
    QHBoxLayout *m_chips = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_server = nullptr;
    QLabel *m_abilities = nullptr;
    QLabel *m_prices = nullptr;
    QLabel *m_key = nullptr;
    QPushButton *m_changeKey = nullptr;
    QWidget *m_keyLine = nullptr; // where another key is typed
    QLineEdit *m_newKey = nullptr;
    QComboBox *m_rule = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_remove = nullptr;
    QFrame *m_question = nullptr;
};

} // namespace Helmdesk
