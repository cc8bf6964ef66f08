#include "llm/FallbackChatModel.h"

#include <QLoggingCategory>

namespace Helmdesk
{
namespace
{

Q_LOGGING_CATEGORY(lcFallback, "helmdesk.llm.fallback", QtInfoMsg)

RunControl halfOf(const RunControl &control)
{
    if (control.deadline() == RunControl::SteadyTime::max())
        return control;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(control.deadline() -
                                                                            std::chrono::steady_clock::now());
    return control.withDeadline(left / 2);
}

} // namespace

FallbackChatModel::FallbackChatModel(std::shared_ptr<const ChatModel> first,
                                     std::shared_ptr<const ChatModel> second, QString secondName)
    : m_first(std::move(first))
    , m_second(std::move(second))
    , m_secondName(std::move(secondName))
{
}

ChatResult FallbackChatModel::complete(const ChatRequest &request, const RunControl &control,
                                       const DeltaSink &sink) const
{
    bool wasShown = false;
    const DeltaSink watched = [&](const QString &text) {
        wasShown = true;
        sink(text);
    };
    ChatResult first = m_first->complete(request, halfOf(control), sink ? watched : sink);
    if (first.reply || wasShown || first.failure.fault == ChatFault::Stopped || control.isStopped())
        return first;
    qCInfo(lcFallback).noquote() << "the model" << m_secondName
                                 << "is asked instead:" << first.failure.detail;
    ChatResult second = m_second->complete(request, control, sink);
    second.model = m_secondName;
    if (first.sent.is_array() && second.sent.is_array()) // both saw it
        second.sent.insert(second.sent.begin(), first.sent.begin(), first.sent.end());
    return second;
}

} // namespace Helmdesk
