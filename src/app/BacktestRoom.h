#pragma once

#include "core/Result.h"

#include <QFuture>
#include <QMap>
#include <QStringList>

namespace Helmdesk
{

// What an archive was taken for, before it is read.
struct BacktestSourceView {
    QString system;                 // "mbox", "zendesk", "csv", …
    QStringList columns;            // of a table; empty for everything else
    QStringList fields;             // that its columns can hold, the customers' text and the answer first
    QMap<QString, QString> mapping; // field -> column
};

struct BacktestRequest {
    QString input;
    QMap<QString, QString> mapping;
    bool masksNames = false;
};

struct BacktestView {
    QString html; // the report
    bool isComplete = true;
    qint64 conversations = 0;
    qint64 compared = 0;
};

// What the desk would have done with an archive of the team's own.
//
// Thread: the GUI thread, which never waits: archives are read and compared on another one. Ownership:
// outlives the window. Failure: that of the archive; Unavailable while the engine is loaded; Conflict while
// another backtest runs; NotFound for a report where none was made.
class BacktestRoom
{
public:
    template <class T>
    using Reply = QFuture<Result<T>>;

    virtual ~BacktestRoom() = default;
    // An empty mapping is guessed.
    virtual Reply<BacktestSourceView> describe(const QString &input,
                                               const QMap<QString, QString> &mapping) = 0;
    virtual Reply<BacktestView> run(const BacktestRequest &request) = 0;
    virtual qint64 compared() const = 0; // conversations of the one that runs
    virtual void stop() = 0;             // what was compared is reported
    // report.json, report.html and conversations.csv of the last one.
    virtual Reply<Unit> save(const QString &folder) = 0;
};

} // namespace Helmdesk
