#pragma once

#include "core/Error.h"

#include <QWidget>

namespace Helmdesk
{

// Shown instead of the console when the workspace cannot be opened: what happened, that nothing was changed,
// and what can be done; the details are folded and can be copied. GUI thread.
class WorkspaceProblem : public QWidget
{
    Q_OBJECT

public:
    WorkspaceProblem(const QString &folder, const Error &error, QWidget *parent = nullptr);

Q_SIGNALS:
    void retryRequested();
    void folderChosen(const QString &folder);
    void quitRequested();

private:
    static QString headline(const Error &error);
    static QString advice(const Error &error);
    void chooseFolder(const QString &folder);
};

} // namespace Helmdesk
