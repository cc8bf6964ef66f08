#include "settings/Settings.h"

#include <cmath>
#include <QRegularExpression>

namespace Helmdesk
{

namespace
{

QString plain(double number)
{
    return QString::number(number, 'g', 12);
}

Error invalid(const SettingDefinition &definition, const QString &rule)
{
    return {ErrorKind::InvalidInput,
            QStringLiteral("the setting %1 %2").arg(QLatin1String(definition.name), rule)};
}

QString rangeRule(const SettingDefinition &definition)
{
    return QStringLiteral("must be %1 from %2 to %3")
        .arg(definition.type == SettingType::Integer ? QStringLiteral("a whole number")
                                                     : QStringLiteral("a number"),
             plain(definition.minimum), plain(definition.maximum));
}

Result<Json> checkedNumber(const SettingDefinition &definition, const Json &value)
{
    if (!value.is_number())
        return invalid(definition, rangeRule(definition));
    const double number = value.get<double>();
    if (!std::isfinite(number) || number < definition.minimum || number > definition.maximum)
        return invalid(definition, rangeRule(definition));
    if (definition.type == SettingType::Number)
        return Json(number);
    if (number != std::floor(number))
        return invalid(definition, rangeRule(definition));
    return Json(static_cast<qint64>(number));
}

// One address and nothing that could begin another line or another address.
bool isAddressOrEmpty(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^[^\\s@,;<>\"()\\[\\]\\\\]+@[^\\s@,;<>\"()\\[\\]\\\\]+$"));
    constexpr qsizetype longest = 254;
    return text.isEmpty() || (text.size() <= longest && form.match(text).hasMatch());
}

Result<Json> checked(const SettingDefinition &definition, const Json &value)
{
    switch (definition.type) {
    case SettingType::Number:
    case SettingType::Integer:
        return checkedNumber(definition, value);
    case SettingType::Boolean:
        if (!value.is_boolean())
            return invalid(definition, QStringLiteral("must be true or false"));
        return value;
    case SettingType::Text:
        if (!value.is_string())
            return invalid(definition, QStringLiteral("must be a text"));
        if (definition.isMailAddress && !isAddressOrEmpty(value.get<QString>()))
            return invalid(definition, QStringLiteral("must be a mail address, or empty"));
        return value;
    case SettingType::Choice:
        if (!value.is_string() || !definition.choices.contains(value.get<QString>())) {
            return invalid(definition,
                           QStringLiteral("must be one of ") + definition.choices.join(QStringLiteral(", ")));
        }
        return value;
    }
    return invalid(definition, QStringLiteral("has no type"));
}

Error unknown(const QString &name)
{
    return {ErrorKind::InvalidInput, QStringLiteral("there is no setting named %1").arg(name)};
}

} // namespace

const Json &Settings::value(SettingKey key) const
{
    const auto it = m_values.find(key);
    return it == m_values.end() ? definitionOf(key).fallback : it->second;
}

bool Settings::isDefault(SettingKey key) const
{
    return !m_values.contains(key);
}

Json Settings::toJson() const
{
    Json all = Json::object();
    for (const SettingDefinition &definition : settingDefinitions())
        all[definition.name] = value(definition.key);
    return all;
}

Result<Settings> Settings::with(const QString &name, const Json &value) const
{
    const SettingDefinition *definition = findSetting(name);
    if (!definition)
        return unknown(name);
    auto accepted = checked(*definition, value);
    if (!accepted)
        return std::move(accepted).error();
    Settings copy = *this;
    if (*accepted == definition->fallback)
        copy.m_values.erase(definition->key);
    else
        copy.m_values.insert_or_assign(definition->key, std::move(*accepted));
    return copy;
}

Result<Settings> Settings::with(const Json &values) const
{
    if (!values.is_object())
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("settings must be an object of names and values")};
    Settings copy = *this;
    for (const auto &[name, value] : values.items()) {
        auto next = copy.with(QString::fromStdString(name), value);
        if (!next)
            return next;
        copy = std::move(*next);
    }
    return copy;
}

Result<Settings> Settings::withText(const QString &name, const QString &text) const
{
    auto value = parseSettingText(name, text);
    if (!value)
        return std::move(value).error();
    return with(name, *value);
}

Settings Settings::withDefault(SettingKey key) const
{
    Settings copy = *this;
    copy.m_values.erase(key);
    return copy;
}

Settings Settings::heldBack() const
{
    Settings copy = *this;
    // The thresholds stay, so that the reasons which a person reads are true.
    for (const SettingKey key : {SettingKey::ModeBilling, SettingKey::ModeTechnical, SettingKey::ModeAccount,
                                 SettingKey::ModeGeneral, SettingKey::RefundApprovalLimit})
        copy.m_values.insert_or_assign(key, definitionOf(key).strictest);
    copy.m_isHeldBack = true;
    return copy;
}

Result<Json> parseSettingText(const QString &name, const QString &text)
{
    const SettingDefinition *definition = findSetting(name);
    if (!definition)
        return unknown(name);
    Json value = text;
    if (definition->type == SettingType::Number || definition->type == SettingType::Integer) {
        bool isNumber = false;
        const double number = text.trimmed().toDouble(&isNumber);
        if (isNumber)
            value = number;
    } else if (definition->type == SettingType::Boolean) {
        const QString word = text.trimmed().toLower();
        if (word == QLatin1String("true") || word == QLatin1String("false"))
            value = word == QLatin1String("true");
    }
    return checked(*definition, value);
}

double Settings::routingThreshold() const
{
    return value(SettingKey::RoutingThreshold).get<double>();
}

double Settings::promisedError() const
{
    return value(SettingKey::PromisedError).get<double>();
}

double Settings::answerThreshold() const
{
    return value(SettingKey::AnswerThreshold).get<double>();
}

double Settings::leastGuess() const
{
    return value(SettingKey::LeastGuess).get<double>();
}

double Settings::plainSupport() const
{
    return value(SettingKey::PlainSupport).get<double>();
}

double Settings::sentimentThreshold() const
{
    return value(SettingKey::SentimentThreshold).get<double>();
}

int Settings::maxWords() const
{
    return value(SettingKey::ComplexityMaxWords).get<int>();
}

int Settings::maxQuestions() const
{
    return value(SettingKey::ComplexityMaxQuestions).get<int>();
}

double Settings::actThreshold() const
{
    return value(SettingKey::ActThreshold).get<double>();
}

double Settings::askThreshold() const
{
    return value(SettingKey::AskThreshold).get<double>();
}

bool Settings::confirmsPayments() const
{
    return value(SettingKey::ConfirmPayments).get<bool>();
}

bool Settings::sendsCodes() const
{
    return value(SettingKey::MailCodes).get<bool>();
}

qint64 Settings::offerTtlSeconds() const
{
    return value(SettingKey::OfferTtl).get<qint64>();
}

qint64 Settings::refundApprovalLimitMinor() const
{
    return value(SettingKey::RefundApprovalLimit).get<qint64>();
}

int Settings::sessionTtlSeconds() const
{
    return value(SettingKey::SessionTtl).get<int>();
}

int Settings::sessionMaxTurns() const
{
    return value(SettingKey::SessionMaxTurns).get<int>();
}

int Settings::joinMilliseconds() const
{
    return value(SettingKey::SessionJoin).get<int>();
}

int Settings::topK() const
{
    return value(SettingKey::RetrievalTopK).get<int>();
}

double Settings::toolTimeoutSeconds() const
{
    return value(SettingKey::ToolTimeout).get<double>();
}

int Settings::llmMaxTries() const
{
    return value(SettingKey::LlmMaxTries).get<int>();
}

QString Settings::engineRoute() const
{
    return value(SettingKey::EngineRoute).get<QString>();
}

QString Settings::engineAnswer() const
{
    return value(SettingKey::EngineAnswer).get<QString>();
}

QString Settings::engineFallback() const
{
    return value(SettingKey::EngineFallback).get<QString>();
}

QString Settings::cacheAnswers() const
{
    return value(SettingKey::CacheAnswers).get<QString>();
}

int Settings::cacheMostAnswers() const
{
    return value(SettingKey::CacheMost).get<int>();
}

int Settings::cacheDays() const
{
    return value(SettingKey::CacheDays).get<int>();
}

double Settings::budgetRunUsd() const
{
    return value(SettingKey::BudgetRun).get<double>();
}

double Settings::budgetConversationUsd() const
{
    return value(SettingKey::BudgetConversation).get<double>();
}

double Settings::budgetDayUsd() const
{
    return value(SettingKey::BudgetDay).get<double>();
}

double Settings::budgetMonthUsd() const
{
    return value(SettingKey::BudgetMonth).get<double>();
}

double Settings::runDeadlineSeconds() const
{
    return value(SettingKey::RunDeadline).get<double>();
}

double Settings::undoWindowSeconds(ChannelKind channel) const
{
    return channel == ChannelKind::Chat ? 0.0 : value(SettingKey::UndoWindow).get<double>();
}

Mode Settings::mode(Category category) const
{
    const auto stored = [this](SettingKey key) {
        return fromName<Mode>(value(key).get<QString>()).value_or(Mode::Off);
    };
    switch (category) {
    case Category::Billing:
        return stored(SettingKey::ModeBilling);
    case Category::Technical:
        return stored(SettingKey::ModeTechnical);
    case Category::Account:
        return stored(SettingKey::ModeAccount);
    case Category::General:
        return stored(SettingKey::ModeGeneral);
    case Category::Escalate:
        break;
    }
    return Mode::Off;
}

QString Settings::theme() const
{
    return value(SettingKey::UiTheme).get<QString>();
}

QString Settings::language() const
{
    return value(SettingKey::UiLanguage).get<QString>();
}

bool Settings::opensNextAfterSend() const
{
    return value(SettingKey::UiNextAfterSend).get<bool>();
}

QString Settings::inboxFolder() const
{
    return value(SettingKey::InboxFolder).get<QString>();
}

quint16 Settings::httpPort() const
{
    return value(SettingKey::HttpPort).get<quint16>();
}

QString Settings::httpPublicOrigin() const
{
    return value(SettingKey::HttpPublicOrigin).get<QString>();
}

QString Settings::httpTrustedProxy() const
{
    return value(SettingKey::HttpTrustedProxy).get<QString>();
}

QString Settings::mailSenderName() const
{
    return value(SettingKey::MailSenderName).get<QString>();
}

QString Settings::mailSenderAddress() const
{
    return value(SettingKey::MailSenderAddress).get<QString>();
}

qint64 Settings::refundDayLimitMinor() const
{
    return value(SettingKey::RefundDayLimit).get<qint64>();
}

qint64 Settings::refundMonthLimitMinor() const
{
    return value(SettingKey::RefundMonthLimit).get<qint64>();
}

int Settings::refundsPerInvoice() const
{
    return value(SettingKey::RefundsPerInvoice).get<int>();
}

QString Settings::refundRates() const
{
    return value(SettingKey::RefundRates).get<QString>();
}

QString Settings::auditCheckpointFile() const
{
    return value(SettingKey::AuditCheckpointFile).get<QString>();
}

int Settings::keepOriginalsHours() const
{
    return value(SettingKey::KeepOriginals).get<int>();
}

int Settings::insightsQuietHours() const
{
    return value(SettingKey::InsightsQuietHours).get<int>();
}

double Settings::insightsMinutesPerReply() const
{
    return value(SettingKey::InsightsMinutesPerReply).get<double>();
}

double Settings::insightsMinutesPerDraft() const
{
    return value(SettingKey::InsightsMinutesPerDraft).get<double>();
}

double Settings::insightsHourCostUsd() const
{
    return value(SettingKey::InsightsHourCost).get<double>();
}

} // namespace Helmdesk
