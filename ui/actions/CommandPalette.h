#pragma once

#include "actions/ActionRegistry.h"

#include <QAbstractListModel>
#include <QDialog>
#include <QStringList>
#include <QStyledItemDelegate>

class QLineEdit;
class QListView;

namespace Helmdesk
{

// How well the letters of `wanted` stand in `text` in their order; 0: they do not. Whole words and beginnings
// of words count more.
int fuzzyScore(const QString &wanted, const QString &text);
// The places of the letters that fuzzyScore() counted.
QList<int> fuzzyPlaces(const QString &wanted, const QString &text);

// The commands that match what was typed, best first; without a text the recent ones come first.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole + 1, ContextRole, PlacesRole };

    explicit CommandModel(const ActionRegistry &registry, QObject *parent = nullptr);
    void setFilter(const QString &wanted, const QStringList &recent);
    const ActionRegistry::Entry *entryAt(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const ActionRegistry &m_registry;
    QString m_wanted;
    std::vector<const ActionRegistry::Entry *> m_shown;
};

class CommandDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Finds a command by a few letters and runs it. Ctrl+K.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const ActionRegistry &registry, QWidget *window);
    void open() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void run();

    CommandModel *m_model = nullptr;
    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
    QStringList m_recent;
};

} // namespace Helmdesk
