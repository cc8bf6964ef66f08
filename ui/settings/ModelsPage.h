#pragma once

#include "app/Desk.h"
#include "app/ModelRoom.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Helmdesk
{

class InlineBar;
class ModelCard;
class ModelForm;
class ValueBar;

// The language models: who does what, what it cost today, and each model with its test. What was removed can
// be brought back while the bar says so. GUI thread.
class ModelsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ModelsPage(Desk &desk, QWidget *parent = nullptr);
    void refresh();
    void filter(const QString &words);
    void begin(); // a new one

Q_SIGNALS:
    void budgetsRequested();

private:
    QWidget *makeBody();
    QWidget *makeStages();
    QComboBox *addStage(QVBoxLayout &column, ModelStage stage, const QString &words, const QString &meaning);
    QWidget *makeSpending();
    void show(const ModelsView &view);
    void showStages();
    void showSpending();
    void use(ModelStage stage, const QString &name);
    void showCards();
    void addCard(const ModelRow &row);
    void closeForm();
    void add(const NewModel &model);
    void test(const QString &name);
    void remove(const QString &name);
    void changeKey(const QString &name, const QString &key);
    // Says what came of it and shows it.
    void answer(const ModelRoom::Reply<> &reply, const QString &done);

    ModelRoom &m_room;
    ModelsView m_view;
    QString m_filter;
    QString m_wanted; // whose card gets the focus with the next list
    InlineBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_head = nullptr; // above the models
    QPushButton *m_add = nullptr;
    ModelForm *m_form = nullptr;
    QWidget *m_stages = nullptr;
    QMap<ModelStage, QComboBox *> m_choices;
    QWidget *m_spending = nullptr;
    QLabel *m_spent = nullptr;
    QLabel *m_unpriced = nullptr;
    ValueBar *m_share = nullptr;
    QVBoxLayout *m_list = nullptr;
    QMap<QString, ModelCard *> m_cards;
    QLabel *m_nothing = nullptr; // the search finds none
};

} // namespace Helmdesk
