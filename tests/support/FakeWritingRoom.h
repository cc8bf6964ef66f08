#pragma once

#include "app/WritingRoom.h"

#include <memory>
#include <QPromise>
#include <utility>
#include <vector>

namespace Helmdesk::Test
{

// A writing room in memory. Summaries come at once; what is written comes at once, or with finish() while
// `holds`.
class FakeWritingRoom final : public WritingRoom
{
public:
    QString engine;               // empty: no model is set
    HandoffSummary summary;       // what a model makes of every conversation
    std::optional<Error> failure; // when set, every writing fails with it
    WrittenText written;          // what every writing gives
    std::vector<WritingWish> wishes;
    int summaries = 0;
    int stops = 0;
    bool holds = false;

    Reply<QString> writer() override { return QtFuture::makeReadyFuture(Result<QString>(engine)); }
    Reply<HandoffSummary> summarise(ConversationId) override
    {
        ++summaries;
        return QtFuture::makeReadyFuture(Result<HandoffSummary>(summary));
    }
    Reply<WrittenText> write(const WritingWish &wish) override
    {
        wishes.push_back(wish);
        if (!holds)
            return QtFuture::makeReadyFuture(outcome());
        m_held = std::make_shared<QPromise<Result<WrittenText>>>();
        m_held->start();
        return m_held->future();
    }
    void stopWriting() override
    {
        ++stops;
        end(Error{ErrorKind::Cancelled, QStringLiteral("stopped")});
    }
    void finish() { end(outcome()); }

private:
    Result<WrittenText> outcome() const
    {
        return failure ? Result<WrittenText>(*failure) : Result<WrittenText>(written);
    }
    void end(const Result<WrittenText> &result)
    {
        if (const auto held = std::exchange(m_held, nullptr)) {
            held->addResult(result);
            held->finish();
        }
    }

    std::shared_ptr<QPromise<Result<WrittenText>>> m_held;
};

} // namespace Helmdesk::Test
