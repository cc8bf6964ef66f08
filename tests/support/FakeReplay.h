#pragma once

#include "app/ReplayRoom.h"

#include <QPromise>

namespace Helmdesk::Test
{

// A replay that says what a test says. Answers at once, or keeps the live questions open until the test
// answers them; a newer one gives up those before, as the real one does.
class FakeReplay final : public ReplayRoom
{
public:
    ReplayOutlook answer;
    ReplayEffect effect;
    std::optional<Error> failure;
    bool isHeld = false;
    std::vector<std::vector<TriedSetting>> asked;
    int outlooks = 0;

    Reply<ReplayEffect> effectOf(const std::vector<TriedSetting> &proposal) override
    {
        asked.push_back(proposal);
        finish(Error{ErrorKind::Cancelled, QStringLiteral("overtaken")});
        m_open = std::make_unique<QPromise<Result<ReplayEffect>>>();
        m_open->start();
        auto future = m_open->future();
        if (!isHeld)
            finish(failure ? Result<ReplayEffect>(*failure) : Result<ReplayEffect>(effect));
        return future;
    }
    Reply<ReplayOutlook> outlook() override
    {
        ++outlooks;
        return QtFuture::makeReadyFuture(failure ? Result<ReplayOutlook>(*failure)
                                                 : Result<ReplayOutlook>(answer));
    }
    void finish(const Result<ReplayEffect> &result)
    {
        if (!m_open)
            return;
        m_open->addResult(result);
        m_open->finish();
        m_open.reset();
    }

private:
    std::unique_ptr<QPromise<Result<ReplayEffect>>> m_open;
};

} // namespace Helmdesk::Test
