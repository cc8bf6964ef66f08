#include "app/EngineWritingRoom.h"

#include "app/Handoff.h"
#include "app/LanguageModels.h"
#include "app/Workspace.h"
#include "app/Writing.h"

#include <QtConcurrent>

namespace Helmdesk
{

EngineWritingRoom::EngineWritingRoom(Workspace &workspace)
    : m_workspace(workspace)
{
    m_summaries.setMaxThreadCount(2); // who asks for the writer does not wait for a summary
    m_writing.setMaxThreadCount(1);
}

EngineWritingRoom::~EngineWritingRoom()
{
    stop();
}

void EngineWritingRoom::stop()
{
    m_stopAll.request_stop();
    stopWriting();
    m_summaries.waitForDone();
    m_writing.waitForDone();
}

WritingRoom::Reply<QString> EngineWritingRoom::writer()
{
    return QtConcurrent::run(&m_summaries, [this]() -> Result<QString> {
        const AnsweringModel answering = m_workspace.languageModels().answering();
        return answering.model ? answering.name : QString();
    });
}

WritingRoom::Reply<HandoffSummary> EngineWritingRoom::summarise(ConversationId id)
{
    return QtConcurrent::run(&m_summaries, [this, id, control = RunControl(m_stopAll.get_token())] {
        return summariseHandoff(m_workspace, id, control);
    });
}

WritingRoom::Reply<WrittenText> EngineWritingRoom::write(const WritingWish &wish)
{
    stopWriting();
    m_stopWriting = std::stop_source();
    return QtConcurrent::run(&m_writing, [this, wish, control = RunControl(m_stopWriting.get_token())] {
        return writeFor(m_workspace, wish, control);
    });
}

void EngineWritingRoom::stopWriting()
{
    m_stopWriting.request_stop();
}

} // namespace Helmdesk
