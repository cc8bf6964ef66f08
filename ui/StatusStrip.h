#pragma once

#include "app/DeskSnapshots.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Helmdesk
{

// The line at the foot of the window: whether engine, channels and the language model run, and the figures of
// the day.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);
    void show(const DeskStatus &status);
    void openChat() const; // in the browser; nothing while the chat has no address

private:
    void showParts(const DeskStatus &status);
    void addModel(const ModelState &model);
    void addNewerVersion(const NewerVersion &newer);
    void addPart(const QString &name, PartState state, const QString &detail);

    QHBoxLayout *m_parts = nullptr;
    QString m_told; // what the parts show
    QLabel *m_figures = nullptr;
};

} // namespace Helmdesk
