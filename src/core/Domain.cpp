#include "core/Domain.h"

#include "core/Error.h"

#include <array>
#include <span>

namespace Helmdesk
{
namespace
{

template <class T>
struct Name {
    T value;
    const char *text;
};
template <class T>
Name(T, const char *) -> Name<T>; // clang before 17 does not find it by itself

constexpr std::array categoryNames{
    Name{Category::Billing, "billing"},   Name{Category::Technical, "technical"},
    Name{Category::Account, "account"},   Name{Category::General, "general"},
    Name{Category::Escalate, "escalate"},
};
constexpr std::array modeNames{Name{Mode::Off, "off"}, Name{Mode::Shadow, "shadow"},
                               Name{Mode::Suggest, "suggest"}, Name{Mode::Auto, "auto"}};
constexpr std::array decisionNames{Name{Decision::AutoSend, "auto_send"},
                                   Name{Decision::NeedsReview, "needs_review"},
                                   Name{Decision::Escalated, "escalated"}};
constexpr std::array degradedNames{Name{Degraded::None, ""}, Name{Degraded::RagOnly, "rag_only"},
                                   Name{Degraded::TicketOnly, "ticket_only"}};
constexpr std::array priorityNames{Name{Priority::Low, "low"}, Name{Priority::Normal, "normal"},
                                   Name{Priority::High, "high"}, Name{Priority::Urgent, "urgent"}};
constexpr std::array toolStatusNames{Name{ToolStatus::Done, "done"},
                                     Name{ToolStatus::PendingApproval, "pending_approval"},
                                     Name{ToolStatus::Denied, "denied"}, Name{ToolStatus::Failed, "failed"}};
constexpr std::array authorNames{Name{Author::Customer, "customer"}, Name{Author::Agent, "agent"},
                                 Name{Author::Operator, "operator"}, Name{Author::Note, "note"},
                                 Name{Author::System, "system"}};
constexpr std::array channelNames{Name{ChannelKind::Chat, "chat"}, Name{ChannelKind::Mail, "mail"},
                                  Name{ChannelKind::File, "file"}, Name{ChannelKind::Api, "api"}};
constexpr std::array reasonNames{Name{EscalationReason::LowConfidence, "low_confidence"},
                                 Name{EscalationReason::NegativeSentiment, "negative_sentiment"},
                                 Name{EscalationReason::ComplexQuery, "complex_query"},
                                 Name{EscalationReason::HumanRequested, "human_requested"},
                                 Name{EscalationReason::ApprovalRequired, "approval_required"},
                                 Name{EscalationReason::ToolFailed, "tool_failed"},
                                 Name{EscalationReason::InjectionSuspected, "injection_suspected"},
                                 Name{EscalationReason::Policy, "policy"},
                                 Name{EscalationReason::EngineFailed, "engine_failed"}};
constexpr std::array statusNames{
    Name{ConversationStatus::Open, "open"}, Name{ConversationStatus::Waiting, "waiting"},
    Name{ConversationStatus::TakenOver, "taken_over"}, Name{ConversationStatus::Resolved, "resolved"}};
constexpr std::array errorNames{Name{ErrorKind::InvalidInput, "invalid_input"},
                                Name{ErrorKind::NotFound, "not_found"},
                                Name{ErrorKind::Conflict, "conflict"},
                                Name{ErrorKind::Denied, "denied"},
                                Name{ErrorKind::Unavailable, "unavailable"},
                                Name{ErrorKind::Timeout, "timeout"},
                                Name{ErrorKind::Cancelled, "cancelled"},
                                Name{ErrorKind::Corrupt, "corrupt"},
                                Name{ErrorKind::TooNew, "too_new"},
                                Name{ErrorKind::StorageFull, "storage_full"},
                                Name{ErrorKind::Io, "io"},
                                Name{ErrorKind::Internal, "internal"}};

template <class T>
QString lookUpName(T value, std::span<const Name<T>> names)
{
    for (const Name<T> &name : names) {
        if (name.value == value)
            return QString::fromLatin1(name.text);
    }
    Q_ASSERT_X(false, "lookUpName", "every value of the set has a name");
    return {};
}

template <class T>
std::optional<T> valueOf(const QString &text, std::span<const Name<T>> names)
{
    for (const Name<T> &name : names) {
        if (text == QLatin1String(name.text))
            return name.value;
    }
    return std::nullopt;
}

} // namespace

#define HELMDESK_NAMED(Type, table)                                                                          \
    QString nameOf(Type value)                                                                               \
    {                                                                                                        \
        return lookUpName<Type>(value, table);                                                               \
    }                                                                                                        \
    template <>                                                                                              \
    std::optional<Type> fromName(const QString &name)                                                        \
    {                                                                                                        \
        return valueOf<Type>(name, table);                                                                   \
    }

HELMDESK_NAMED(Category, categoryNames)
HELMDESK_NAMED(Mode, modeNames)
HELMDESK_NAMED(Decision, decisionNames)
HELMDESK_NAMED(Degraded, degradedNames)
HELMDESK_NAMED(Priority, priorityNames)
HELMDESK_NAMED(ToolStatus, toolStatusNames)
HELMDESK_NAMED(Author, authorNames)
HELMDESK_NAMED(ChannelKind, channelNames)
HELMDESK_NAMED(EscalationReason, reasonNames)
HELMDESK_NAMED(ConversationStatus, statusNames)

#undef HELMDESK_NAMED

std::optional<ChannelKind> channelNamed(const QString &name)
{
    const QString lower = name.trimmed().toLower().remove(QLatin1Char('-'));
    if (lower == QLatin1String("email"))
        return ChannelKind::Mail;
    if (lower == QLatin1String("web") || lower == QLatin1String("webchat"))
        return ChannelKind::Chat;
    return fromName<ChannelKind>(lower);
}

QString nameOf(ErrorKind kind)
{
    return lookUpName<ErrorKind>(kind, errorNames);
}

} // namespace Helmdesk
