#pragma once

#include "llm/ChatModel.h"
#include "llm/ModelProfile.h"

#include <memory>
#include <QByteArray>

namespace Helmdesk
{

// A model that sees what its profile lets it see, and that says what it was sent (ChatResult::sent). With
// placeholders, everything personal in the messages is hidden before the call and put back into the reply and
// the arguments of its calls afterwards; a reply with a placeholder that was not given out counts as garbled,
// and not a letter of it is used. Thread: any. Ownership: shares the inner model.
class GuardedChatModel final : public ChatModel
{
public:
    // `key`: of this workspace, for the letters of the placeholders.
    GuardedChatModel(std::shared_ptr<const ChatModel> inner, ModelProfile profile, QByteArray key);

    ChatResult complete(const ChatRequest &request, const RunControl &control,
                        const DeltaSink &sink = {}) const override;

private:
    ChatResult disguised(const ChatRequest &request, const RunControl &control, const DeltaSink &sink) const;
    void tell(ChatResult &result, const ChatRequest &sent) const;

    std::shared_ptr<const ChatModel> m_inner;
    ModelProfile m_profile;
    QByteArray m_key;
};

} // namespace Helmdesk
