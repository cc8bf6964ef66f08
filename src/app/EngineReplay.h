#pragma once

#include "app/ReplayRoom.h"
#include "app/Workspace.h"

#include <memory>
#include <QThreadPool>

namespace Helmdesk
{

// The replay of a workspace's last 30 days on a thread of its own of low priority, which keeps their columns
// in memory for a while. The workspace outlives it; the destructor stops what runs and waits for it.
class EngineReplay final : public ReplayRoom
{
public:
    static constexpr int days = 30;

    explicit EngineReplay(Workspace &workspace);
    ~EngineReplay() override;

    Reply<ReplayEffect> effectOf(const std::vector<TriedSetting> &proposal) override;
    Reply<ReplayOutlook> outlook() override;

private:
    struct Read; // on the pool's thread alone
    Result<const Read *> history(const RunControl &control);
    Result<ReplayEffect> effect(const std::vector<TriedSetting> &proposal, const RunControl &control);
    Result<ReplayOutlook> outlookOf(const RunControl &control);

    Workspace &m_workspace;
    std::unique_ptr<Read> m_read;
    QThreadPool m_pool;
    std::stop_source m_newestEffect;
    std::stop_source m_newestOutlook;
};

} // namespace Helmdesk
