#pragma once

#include "app/WritingRoom.h"

#include <QThreadPool>
#include <stop_token>

namespace Helmdesk
{

class Workspace;

// The writing room on a workspace. Thread: the GUI thread; the work runs on threads of its own. Ownership:
// the workspace outlives it.
class EngineWritingRoom final : public WritingRoom
{
public:
    explicit EngineWritingRoom(Workspace &workspace);
    ~EngineWritingRoom() override;

    void stop(); // waits for what runs, which is stopped

    Reply<QString> writer() override;
    Reply<HandoffSummary> summarise(ConversationId id) override;
    Reply<WrittenText> write(const WritingWish &wish) override;
    void stopWriting() override;

private:
    Workspace &m_workspace;
    QThreadPool m_summaries;
    QThreadPool m_writing;
    std::stop_source m_stopAll;
    std::stop_source m_stopWriting;
};

} // namespace Helmdesk
