#pragma once

#include "core/Json.h"

#include <optional>
#include <QString>
#include <span>

namespace Helmdesk
{

enum class SettingKey {
    RoutingThreshold,
    PromisedError,
    AnswerThreshold,
    LeastGuess,
    PlainSupport,
    SentimentThreshold,
    ComplexityMaxWords,
    ComplexityMaxQuestions,
    RefundApprovalLimit,
    ActThreshold,
    AskThreshold,
    ConfirmPayments,
    OfferTtl,
    SessionTtl,
    SessionMaxTurns,
    SessionJoin,
    RetrievalTopK,
    ToolTimeout,
    LlmMaxTries,
    EngineRoute,
    EngineAnswer,
    EngineFallback,
    CacheAnswers,
    CacheMost,
    CacheDays,
    BudgetRun,
    BudgetConversation,
    BudgetDay,
    BudgetMonth,
    RunDeadline,
    UndoWindow,
    ModeBilling,
    ModeTechnical,
    ModeAccount,
    ModeGeneral,
    UiTheme,
    UiLanguage,
    UiNextAfterSend,
    InboxFolder,
    HttpPort,
    HttpPublicOrigin,
    HttpTrustedProxy,
    MailSenderName,
    MailSenderAddress,
    RefundDayLimit,
    RefundMonthLimit,
    RefundsPerInvoice,
    RefundRates,
    AuditCheckpointFile,
    KeepOriginals,
    InsightsQuietHours,
    InsightsMinutesPerReply,
    InsightsMinutesPerDraft,
    InsightsHourCost,
    MailLevel,
    MailCodes,
    MonitorWaitingWarning,
    MonitorWaitingAlarm,
    MonitorQueueWarning,
    MonitorQueueAlarm,
    MonitorQueueHoursWarning,
    MonitorQueueHoursAlarm,
    MonitorErrorsWarning,
    MonitorErrorsAlarm,
    MonitorErrorsLeast,
    MonitorErrorsMinutes,
    MonitorChannelMinutes,
    MonitorBudgetWarning,
    MonitorBudgetAlarm,
    MonitorDiskWarning,
    MonitorDiskAlarm,
    MonitorChangeWarning,
    MonitorChangeAlarm,
    MonitorChangeLeast,
    MonitorChangeHours,
    MonitorAlwaysAnswered,
    MonitorAlarmAddress,
    MonitorMailsPerDay,
    MonitorQuietMinutes,
};

enum class SettingType { Number, Integer, Text, Boolean, Choice };

enum class SettingScope {
    Workspace, // the desk: what the agent may do
    Operator,  // one person's view of it
};
QString nameOf(SettingScope scope);

struct SettingDefinition {
    SettingKey key;
    const char *name; // "routing.threshold"
    SettingType type;
    Json fallback; // the default
    double minimum = 0.0;
    double maximum = 0.0; // numbers only; both inclusive
    QStringList choices;  // of a Choice
    SettingScope scope = SettingScope::Workspace;
    const char *meaning; // one sentence
    // What holds while the stored value cannot be read: the value under which most goes to a person. Null:
    // any value is as safe as another, so the last good one is kept.
    Json strictest = {};
    bool isMailAddress = false; // a Text that is one, or empty
};

// All settings in the order of SettingKey. Thread: any.
std::span<const SettingDefinition> settingDefinitions();
const SettingDefinition &definitionOf(SettingKey key);
const SettingDefinition *findSetting(const QString &name); // null: no such setting

} // namespace Helmdesk
