#pragma once

#include "app/Desk.h"

#include <QMap>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace Helmdesk
{

class InlineBar;
class SettingEditor;

// Every setting with its meaning, grouped by the first part of its name. A change counts at once.
class SettingsView : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsView(Desk &desk, QWidget *parent = nullptr);
    void refresh();

private:
    void show(const std::vector<SettingRow> &rows);
    void build(const std::vector<SettingRow> &rows);
    void filter();
    void store(const Desk::Reply<> &reply);
    static QString groupName(const QString &group);

    Desk &m_desk;
    InlineBar *m_bar = nullptr;
    QLineEdit *m_search = nullptr;
    QVBoxLayout *m_column = nullptr;
    QMap<QString, SettingEditor *> m_editors;
    QMap<QString, QWidget *> m_cards;
};

} // namespace Helmdesk
