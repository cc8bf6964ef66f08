#pragma once

#include "app/BacktestRecord.h"
#include "app/Workspace.h"
#include "archives/Archive.h"

#include <QTemporaryDir>

namespace Helmdesk
{

enum class BacktestNames { Kept, Masked };

// Answers first messages of an archive in shadow and compares them with what people answered. The workspace
// is only read: its articles, settings and router answer in a workspace made for this, in a temporary folder,
// that holds no customer, has no channel and is gone afterwards, so nothing is sent and no act can be carried
// out. No language model is asked.
//
// Thread: compare() from any number of threads. Ownership: the desk, with its engine loaded, outlives this.
// Failure: as Workspace::open; a conversation that the engine fails at is a record that says so.
class BacktestComparison
{
public:
    static Result<std::unique_ptr<BacktestComparison>> create(Workspace &desk, BacktestNames names,
                                                              const RunControl &control);

    Result<BacktestRecord> compare(const ArchiveConversation &conversation, const RunControl &control);

private:
    BacktestComparison(Workspace &desk, BacktestNames names);
    Result<> answer(const ArchiveConversation &conversation, const FirstExchange &exchange,
                    BacktestRecord &record, const RunControl &control);
    QString shown(const QString &text) const;

    Workspace &m_desk;
    const BacktestNames m_names;
    const Settings m_settings; // of the desk
    QTemporaryDir m_folder;
    std::shared_ptr<const KnowledgeBase> m_knowledge; // the desk's, not owned
    std::unique_ptr<Workspace> m_shadow;              // after the folder: it goes first
};

// Whether the values and links that both answers state agree. Pure.
FigureMatch matchFigures(const QString &answer, const QString &staffAnswer);

} // namespace Helmdesk
