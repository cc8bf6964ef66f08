// Who writes a mail, proven by a code: the part of a turn before it is understood, and the question for one.

#include "pipeline/IdentityCodes.h"
#include "pipeline/TurnRun.h"

#include "pipeline/MessageBurst.h"
#include "specialists/ReplyStyle.h"
#include "specialists/ReplyWords.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

const QString proven = QStringLiteral("proven");
const QString wrong = QStringLiteral("wrong");
const QString spent = QStringLiteral("spent");

QString nameOf(CodeCheck check)
{
    switch (check) {
    case CodeCheck::None:
        break;
    case CodeCheck::Proven:
        return proven;
    case CodeCheck::Wrong:
        return wrong;
    case CodeCheck::Spent:
        return spent;
    }
    return QStringLiteral("none");
}

} // namespace

// Nothing but the code and a greeting: what waits is meant, and nothing else is said of it.
bool TurnRun::isCodeAlone(const QString &rest) const
{
    if (std::ranges::none_of(rest, [](QChar c) { return c.isLetterOrNumber(); }))
        return true;
    return m_parts.answers.answerTo(wordsBesideCode(), QStringLiteral("ok ") + rest, m_message.sender) ==
           Answer::Yes;
}

Result<> TurnRun::proveIdentity()
{
    // A machine that sends back what it got has read nothing, and proves nobody.
    if (m_parts.codes == nullptr || !m_sender.isProbablyKnown || m_message.isAutomatic)
        return {};
    auto output = m_journal.step(QStringLiteral("identity"), Json::object(), [&]() -> Result<Json> {
        IdentityCodes codes(*m_parts.codes, m_parts.outbox);
        auto checked = codes.check(m_conversation.id, m_conversation.senderAddress, m_said.asking, m_now);
        if (!checked)
            return checked.error();
        return Json{{"code", nameOf(checked->check)},
                    {"customer", checked->customer},
                    {"waiting", checked->waiting.value},
                    {"rest", checked->rest}};
    });
    if (!output)
        return output.error();
    const QString code = stringOr(*output, "code");
    m_codeState = code;
    if (code == proven) {
        auto customer = m_parts.customers.findById(stringOr(*output, "customer"));
        if (!customer)
            return customer.error();
        // The address may have been given to another account since.
        if (!*customer ||
            (*customer)->email.compare(m_conversation.senderAddress, Qt::CaseInsensitive) != 0) {
            m_codeState = spent;
        } else {
            m_sender.customer = std::move(*customer);
            m_sender.level = IdentityLevel::Verified;
            m_sender.isProbablyKnown = false;
            m_conversation.customer = m_sender.customerId();
        }
    }
    const MessageId waiting{integerOr(*output, "waiting", 0)};
    return waiting.isValid() ? takeUpWaiting(waiting, stringOr(*output, "rest")) : Result<>();
}

// The message that waited for the proof is what the turn is about, where it brings the code alone.
Result<> TurnRun::takeUpWaiting(MessageId waiting, const QString &rest)
{
    if (!isCodeAlone(rest)) {
        m_said.text = rest;
        m_said.asking = rest;
        m_message.text = rest;
        return {};
    }
    auto message = m_parts.conversations.message(waiting);
    if (!message)
        return message.error();
    if (!*message)
        return {};
    auto text = textOfBurst({m_parts.conversations, m_parts.runs, m_settings}, m_conversation, **message);
    if (!text)
        return text.error();
    std::vector<Message> before = m_earlier;
    std::erase_if(before, [&](const Message &earlier) { return earlier.id >= waiting; });
    m_said = readTurnText(readableBeginning(*text), m_conversation, **message, before);
    m_message.text = m_said.text;
    return {};
}

// A wrong code is told, and the last wrong one goes to a person. True: there is nothing more to consult
// about.
bool TurnRun::answersCode()
{
    if (m_conversation.status == ConversationStatus::TakenOver)
        return false; // a person has it
    if (m_codeState == wrong) {
        m_draft = codeReply(replyWords(m_context.language).codeWrong);
        return true;
    }
    if (m_codeState == spent) {
        addOwnReason(EscalationReason::Policy, QStringLiteral("code not proven"));
        return true;
    }
    return false;
}

DraftReply TurnRun::codeReply(const QString &words) const
{
    DraftReply draft;
    draft.text = frameReply(words, m_context);
    draft.confidence = 1.0;
    draft.asksCustomer = true;
    return draft;
}

// Whether the draft tells to write from the address on record to somebody who did.
bool TurnRun::asksWhoWrites(const NextStep &next) const
{
    const auto *draft = std::get_if<DraftReply>(&next);
    return draft != nullptr && m_sender.isProbablyKnown &&
           stringOr(draft->memory, "awaiting") == QLatin1String("identity");
}

// Sends a code to the address on record where replies go out alone; false where a person has to find out.
Result<bool> TurnRun::askForCode()
{
    if (m_parts.codes == nullptr || !m_settings.sendsCodes() || executionMode() != ExecutionMode::Execute)
        return false;
    auto output = m_journal.step(QStringLiteral("identity_code"), Json::object(), [&]() -> Result<Json> {
        auto customer = m_parts.customers.findByEmail(m_conversation.senderAddress);
        if (!customer)
            return customer.error();
        if (!*customer)
            return Json{{"sent", false}};
        const ReplyWords &words = replyWords(m_context.language);
        bool isSent = false;
        IdentityCodes codes(*m_parts.codes, m_parts.outbox);
        auto done = m_parts.unitOfWork.run([&]() -> Result<> {
            auto sent = codes.send(m_message, (*customer)->email, (*customer)->id,
                                   {words.codeSubject, words.codeMail}, m_now);
            if (!sent)
                return sent.error();
            isSent = *sent;
            return {};
        });
        if (!done)
            return done.error();
        return Json{{"sent", isSent}};
    });
    if (!output)
        return output.error();
    if (!boolOr(*output, "sent", false))
        return false;
    m_draft = codeReply(replyWords(m_context.language).codeSent);
    return true;
}

} // namespace Helmdesk
