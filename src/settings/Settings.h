#pragma once

#include "core/Domain.h"
#include "settings/SettingKey.h"

#include <map>

namespace Helmdesk
{

// An immutable snapshot of all settings. A value: copy it into a run, which then sees one state throughout.
// Thread: any.
class Settings
{
public:
    Settings() = default; // all defaults

    double routingThreshold() const;
    double promisedError() const; // 0: none
    double answerThreshold() const;
    double leastGuess() const;   // below it only an article that plainly answers is proposed
    double plainSupport() const; // from which an article does
    double sentimentThreshold() const;
    int maxWords() const;
    int maxQuestions() const;
    qint64 refundApprovalLimitMinor() const;
    double actThreshold() const; // probability from which an act that was asked for happens at once
    double askThreshold() const; // from which the desk asks whether it shall
    bool confirmsPayments() const;
    bool sendsCodes() const;
    qint64 offerTtlSeconds() const;
    int sessionTtlSeconds() const;
    int sessionMaxTurns() const;
    int joinMilliseconds() const;
    int topK() const;
    double toolTimeoutSeconds() const;
    int llmMaxTries() const;
    QString engineRoute() const;    // builtin, a model's name; empty: as engineAnswer()
    QString engineAnswer() const;   // builtin, or a model's name
    QString engineFallback() const; // a model's name; empty: none
    QString cacheAnswers() const;   // off, exact or similar
    int cacheMostAnswers() const;
    int cacheDays() const;
    double budgetRunUsd() const;
    double budgetConversationUsd() const;
    double budgetDayUsd() const;
    double budgetMonthUsd() const;
    double runDeadlineSeconds() const;
    double undoWindowSeconds(ChannelKind channel) const; // 0 in chat
    Mode mode(Category category) const;                  // Off for Escalate
    QString theme() const;                               // system, light, dark
    QString language() const;
    bool opensNextAfterSend() const;
    QString inboxFolder() const;
    quint16 httpPort() const;
    QString httpPublicOrigin() const;
    QString httpTrustedProxy() const;
    QString mailSenderName() const;
    QString mailSenderAddress() const;
    qint64 refundDayLimitMinor() const;   // 0: as for one refund
    qint64 refundMonthLimitMinor() const; // 0: three times as for one refund
    int refundsPerInvoice() const;
    QString refundRates() const;
    QString auditCheckpointFile() const;
    int keepOriginalsHours() const; // 0: never
    int insightsQuietHours() const;
    double insightsMinutesPerReply() const;
    double insightsMinutesPerDraft() const;
    double insightsHourCostUsd() const;

    const Json &value(SettingKey key) const;
    bool isDefault(SettingKey key) const;
    Json toJson() const; // every setting by its name

    // A copy with one value changed. InvalidInput with one clear sentence when there is no such setting, or
    // the value has the wrong type or lies outside its range.
    Result<Settings> with(const QString &name, const Json &value) const;
    // The same for each member of an object, as in a scenario.
    Result<Settings> with(const Json &values) const;
    // Reads "0.75", "true" or "auto" as the setting's type first: for the command line.
    Result<Settings> withText(const QString &name, const QString &text) const;
    Settings withDefault(SettingKey key) const;

    // A copy under which nothing is sent and no tool acts, whatever a person or a mode says: for when the
    // stored settings cannot be read. Every category is off and every refund waits.
    Settings heldBack() const;
    bool isHeldBack() const { return m_isHeldBack; }

    bool operator==(const Settings &) const = default;

private:
    std::map<SettingKey, Json> m_values; // only what differs from the default
    bool m_isHeldBack = false;
};

// Reads `text` as the setting's type; InvalidInput like Settings::with().
Result<Json> parseSettingText(const QString &name, const QString &text);

} // namespace Helmdesk
