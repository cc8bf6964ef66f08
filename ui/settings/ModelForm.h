#pragma once

#include "app/ModelRoom.h"

#include <QFrame>
#include <QHash>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Helmdesk
{

// What is asked of a person who attaches a language model. The key is forgotten as soon as it was handed on.
// GUI thread.
class ModelForm : public QFrame
{
    Q_OBJECT

public:
    explicit ModelForm(const ModelRoom &room, QWidget *parent = nullptr);
    void begin(); // empties it and takes the focus
    void setCanKeepKeys(bool canKeepKeys);
    void fail(const QString &why); // what was typed stays, but the key

Q_SIGNALS:
    void addRequested(const Helmdesk::NewModel &model);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addLine(QGridLayout &grid, const QString &words, const QString &name, const QString &hint);
    void makeFileLine(QGridLayout &grid);
    void chooseFile();
    void showProvider();
    ModelProvider provider() const;
    void makeButtons(QGridLayout &grid);
    void showKeyNote();
    void add();
    QString problemOf(const NewModel &model) const; // empty: none

    const ModelRoom &m_room;
    bool m_canKeepKeys = true;
    QComboBox *m_provider = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_model = nullptr;
    QLineEdit *m_file = nullptr; // of a managed model
    QPushButton *m_chooseFile = nullptr;
    QHash<const QWidget *, QLabel *> m_labels;
    QLineEdit *m_key = nullptr;
    QLabel *m_keyNote = nullptr;
    QLineEdit *m_priceIn = nullptr;
    QLineEdit *m_priceOut = nullptr;
    QCheckBox *m_isFree = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace Helmdesk
