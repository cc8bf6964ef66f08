#include "security/SecretMasker.h"

#include "security/FoldedText.h"
#include "security/SecretFinders.h"

#include <algorithm>

namespace Helmdesk
{

namespace SecretFinders
{

QString withEnding(QLatin1String what, QStringView secret)
{
    return QStringLiteral("[%1 ending %2]").arg(what, secret.right(4));
}

} // namespace SecretFinders

QString nameOf(SecretKind kind)
{
    switch (kind) {
    case SecretKind::Card:
        return QStringLiteral("card");
    case SecretKind::Iban:
        return QStringLiteral("iban");
    case SecretKind::Password:
        return QStringLiteral("password");
    case SecretKind::ApiKey:
        return QStringLiteral("api_key");
    case SecretKind::Token:
        return QStringLiteral("token");
    case SecretKind::PrivateKey:
        return QStringLiteral("private_key");
    case SecretKind::OneTimeCode:
        return QStringLiteral("one_time_code");
    case SecretKind::CardCode:
        return QStringLiteral("card_code");
    case SecretKind::NationalId:
        return QStringLiteral("national_id");
    }
    return {};
}

QString describe(SecretKind kind)
{
    switch (kind) {
    case SecretKind::Card:
        return QStringLiteral("a card number");
    case SecretKind::Iban:
        return QStringLiteral("an account number");
    case SecretKind::Password:
        return QStringLiteral("a password");
    case SecretKind::ApiKey:
        return QStringLiteral("a key");
    case SecretKind::Token:
        return QStringLiteral("a token");
    case SecretKind::PrivateKey:
        return QStringLiteral("a private key");
    case SecretKind::OneTimeCode:
        return QStringLiteral("a one-time code");
    case SecretKind::CardCode:
        return QStringLiteral("a card code");
    case SecretKind::NationalId:
        return QStringLiteral("an identity number");
    }
    return {};
}

namespace
{

bool mayBeReplied(SecretKind kind)
{
    return kind == SecretKind::Iban || kind == SecretKind::Token || kind == SecretKind::OneTimeCode;
}

} // namespace

std::vector<FoundSecret> findSecrets(const QString &text, SecretUse use)
{
    const QString folded = foldedForSecrets(text);
    std::vector<FoundSecret> found;
    const bool hasDigits = std::ranges::any_of(folded, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (hasDigits) {
        SecretFinders::findCards(folded, found);
        SecretFinders::findIbans(folded, found);
    }
    SecretFinders::findKeys(folded, found);
    SecretFinders::findPasswords(folded, found);
    if (hasDigits) {
        SecretFinders::findCodes(folded, found);
        SecretFinders::findNationalIds(folded, found);
    }
    for (FoundSecret &secret : found) {
        // The last digit may be one of two units.
        const qsizetype end = secret.start + secret.length;
        if (end < text.size() && text[end].isLowSurrogate())
            ++secret.length;
    }
    if (use == SecretUse::Replied)
        std::erase_if(found, [](const FoundSecret &secret) { return mayBeReplied(secret.kind); });
    std::ranges::stable_sort(found, {}, &FoundSecret::start);
    qsizetype end = 0;
    std::erase_if(found, [&end](const FoundSecret &secret) {
        if (secret.start < end)
            return true; // lies inside one that is masked already
        end = secret.start + secret.length;
        return false;
    });
    return found;
}

MaskedText maskSecrets(const QString &text, SecretUse use)
{
    const std::vector<FoundSecret> found = findSecrets(text, use);
    if (found.empty())
        return {text, {}};
    MaskedText masked;
    qsizetype copied = 0;
    for (const FoundSecret &secret : found) {
        masked.text += QStringView(text).mid(copied, secret.start - copied);
        masked.text += secret.replacement;
        masked.secrets.push_back(secret.kind);
        copied = secret.start + secret.length;
    }
    masked.text += QStringView(text).mid(copied);
    return masked;
}

Json maskSecrets(Json json, SecretUse use)
{
    if (json.is_string()) {
        const MaskedText masked = maskSecrets(json.get<QString>(), use);
        if (!masked.secrets.empty())
            json = masked.text;
    } else if (json.is_structured()) {
        for (Json &member : json)
            member = maskSecrets(std::move(member), use);
    }
    return json;
}

} // namespace Helmdesk
