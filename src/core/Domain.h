#pragma once

#include <optional>
#include <QString>
#include <QStringList>

// The closed sets of the domain and their fixed names, as they stand in the store, in JSON and in settings.
namespace Helmdesk
{

enum class Category { Billing, Technical, Account, General, Escalate };
enum class Mode { Off, Shadow, Suggest, Auto };
enum class Decision { AutoSend, NeedsReview, Escalated };
enum class Degraded { None, RagOnly, TicketOnly };
enum class Priority { Low, Normal, High, Urgent };
enum class ToolStatus { Done, PendingApproval, Denied, Failed };
enum class Author { Customer, Agent, Operator, Note, System };
enum class ChannelKind { Chat, Mail, File, Api };

enum class EscalationReason {
    LowConfidence,
    NegativeSentiment,
    ComplexQuery,
    HumanRequested,
    ApprovalRequired,
    ToolFailed,
    InjectionSuspected,
    Policy,
    EngineFailed,
};

enum class ConversationStatus { Open, Waiting, TakenOver, Resolved };

QString nameOf(Category value);
QString nameOf(Mode value);
QString nameOf(Decision value);
QString nameOf(Degraded value); // None is an empty string
QString nameOf(Priority value);
QString nameOf(ToolStatus value);
QString nameOf(Author value);
QString nameOf(ChannelKind value);
QString nameOf(EscalationReason value);
QString nameOf(ConversationStatus value);

// The value of a fixed name; nothing when the name is unknown.
template <class T>
std::optional<T> fromName(const QString &name);
template <>
std::optional<Category> fromName(const QString &name);
template <>
std::optional<Mode> fromName(const QString &name);
template <>
std::optional<Decision> fromName(const QString &name);
template <>
std::optional<Degraded> fromName(const QString &name);
template <>
std::optional<Priority> fromName(const QString &name);
template <>
std::optional<ToolStatus> fromName(const QString &name);
template <>
std::optional<Author> fromName(const QString &name);
template <>
std::optional<ChannelKind> fromName(const QString &name);
template <>
std::optional<EscalationReason> fromName(const QString &name);
template <>
std::optional<ConversationStatus> fromName(const QString &name);

// The channel under any of the names that people give it: "email", "E-Mail" and "mail", "web" and "chat".
std::optional<ChannelKind> channelNamed(const QString &name);

inline constexpr Category allCategories[] = {Category::Billing, Category::Technical, Category::Account,
                                             Category::General, Category::Escalate};

} // namespace Helmdesk
