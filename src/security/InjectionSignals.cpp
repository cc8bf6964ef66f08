#include "security/InjectionSignals.h"

#include "security/PhraseMatcher.h"

#include <algorithm>
#include <QByteArray>
#include <QRegularExpression>

namespace Helmdesk
{

namespace
{

constexpr qsizetype longestShownMatch = 80;
constexpr int hiddenCharactersForSuspicion = 3;

struct WeightedPhrase {
    InjectionSign sign;
    double weight;
    const char16_t *phrase;
};

// Phrases that also stand in honest messages ("the manager has approved my refund") weigh below the
// threshold: they count only together with another sign.
constexpr WeightedPhrase phraseTable[] = {
    {InjectionSign::OverridesInstructions, 0.9,
     u"ignore|disregard|forget|override|bypass *3 "
     u"previous|prior|above|earlier|preceding|all|your|system|the|any "
     u"*2 "
     u"instructions|instruction|rules|prompt|prompts|guidelines|directives|commands|restrictions|safeguards"},
    {InjectionSign::OverridesInstructions, 0.8,
     u"forget|ignore|disregard everything|anything|all|what *1 you|youve *2 "
     u"told|instructed|learned|given|taught"},
    {InjectionSign::OverridesInstructions, 0.4,
     u"forget|ignore|disregard everything|anything|all *2 above|before"},
    {InjectionSign::OverridesInstructions, 0.7,
     u"your|the new|real|actual|updated instructions|rules|task|orders are|is"},
    {InjectionSign::OverridesInstructions, 0.7,
     u"new instructions|instruction from|for the|your|you|system|developer"},
    {InjectionSign::OverridesInstructions, 0.7,
     u"do not follow your|the|any *2 instructions|rules|policy|policies"},
    {InjectionSign::OverridesInstructions, 0.6,
     u"bypass|skip|circumvent|override *2 "
     u"approval|approvals|safety|policy|policies|guardrail|guardrails|limits|"
     u"filters"},
    {InjectionSign::AsksForPrompt, 0.8,
     u"reveal|print|show|repeat|output|display|leak|give|tell|send *3 system|hidden|initial|secret "
     u"prompt|prompts"},
    {InjectionSign::AsksForPrompt, 0.8,
     u"reveal|print|show|repeat|output|display|leak|give|tell *3 system|hidden|secret instructions"},
    {InjectionSign::AsksForPrompt, 0.6, u"your system|hidden|initial|secret prompt|prompts|instructions"},
    {InjectionSign::AsksForPrompt, 0.5, u"repeat|print everything|all *2 above"},
    {InjectionSign::ChangesRole, 0.7,
     u"you are now *3 admin|administrator|developer|dan|root|unrestricted|jailbroken|unfiltered|mode"},
    {InjectionSign::ChangesRole, 0.4,
     u"enter|enable|activate|switch *3 developer|debug|god|admin|jailbreak|dan|unrestricted mode"},
    {InjectionSign::ChangesRole, 0.7,
     u"act|behave|respond|pretend|roleplay *4 "
     u"administrator|admin|root|developer|unrestricted|jailbroken|unfiltered"},
    {InjectionSign::ChangesRole, 0.3, u"jailbreak|jailbroken"},
    {InjectionSign::ChangesRole, 0.6, u"no longer bound|restricted|limited by"},
    {InjectionSign::ClaimsAuthority, 0.7,
     u"as|being the|your|an|a *2 administrator|admin|developer|supervisor|operator|owner|ceo|engineer *6 "
     u"approve|approved|authorize|authorise|authorized|authorised|grant|order|command|instruct|override|"
     u"permit *3 "
     u"refund|refunds|payment|reset|payout|transfer|request|exception|credit|you|limit|change"},
    {InjectionSign::ClaimsAuthority, 0.7,
     u"i|im am? your|the|an *2 administrator|admin|developer|operator|creator|supervisor *6 "
     u"approve|authorize|authorise|grant|order|command|instruct|override|refund *3 "
     u"refund|refunds|payment|reset|payout|transfer|request|exception|credit|you|limit|me|change"},
    {InjectionSign::ClaimsAuthority, 0.4,
     u"approval|authorization|authorisation|permission is|was|has|already *3 "
     u"given|granted|approved|obtained"},
    {InjectionSign::ClaimsAuthority, 0.4,
     u"operator|supervisor|admin|administrator|management has|have already? approved|authorised|authorized"},
    {InjectionSign::ClaimsAuthority, 0.6,
     u"you are|have *2 authorized|authorised|preapproved|permission to "
     u"refund|approve|issue|process|delete|change|"
     u"send|reset"},
    {InjectionSign::ClaimsAuthority, 0.5,
     u"customer|user|sender|caller|requester is|was|has *2 verified|authenticated *3 "
     u"admin|administrator|owner|identity|staff|operator"},
    {InjectionSign::OverridesInstructions, 0.5,
     u"policy|policies|rules|limit|limits|restrictions has|have|is|are *2 "
     u"changed|updated|lifted|removed|waived"},
    {InjectionSign::ClaimsAuthority, 0.4,
     u"refund|process|approve|issue|reset|execute *6 without *2 approval|verification|authorization"},
};

const PhraseMatcher &phraseMatcher()
{
    static const PhraseMatcher matcher = [] {
        PhraseMatcher built;
        for (const WeightedPhrase &entry : phraseTable)
            built.add(QStringView(entry.phrase));
        return built;
    }();
    return matcher;
}

void addFinding(InjectionSignals &found, InjectionSign sign, double weight, QStringView matched)
{
    // One sign counts once, at its strongest: a repeated phrase is no better evidence than one.
    for (InjectionFinding &finding : found.findings) {
        if (finding.sign == sign) {
            if (weight > finding.weight)
                finding = {sign, matched.left(longestShownMatch).toString(), weight};
            return;
        }
    }
    found.findings.push_back({sign, matched.left(longestShownMatch).toString(), weight});
}

bool isZeroWidth(char32_t c)
{
    return c == 0x200B || c == 0x200C || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c == 0x180E;
}

bool isTagCharacter(char32_t c)
{
    return c >= 0xE0020 && c <= 0xE007E;
}

bool isDirectionOverride(char32_t c)
{
    return c == 0x202D || c == 0x202E;
}

// The text without invisible characters, tag characters turned into the letters that they hide.
QString visibleText(const QString &text, InjectionSignals &found)
{
    int zeroWidth = 0;
    int tags = 0;
    int overrides = 0;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t c = text[at].unicode();
        if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[at], text[at + 1]);
        if (c > 0xFFFF)
            ++at;
        if (isZeroWidth(c)) {
            ++zeroWidth;
        } else if (isTagCharacter(c)) {
            ++tags;
            plain += QChar(static_cast<char16_t>(c - 0xE0000));
        } else if (isDirectionOverride(c)) {
            ++overrides;
        } else if (c > 0xFFFF) {
            plain += QChar(QChar::highSurrogate(c));
            plain += QChar(QChar::lowSurrogate(c));
        } else {
            plain += QChar(static_cast<char16_t>(c));
        }
    }
    if (tags > 5) // flags of regions use at most five
        addFinding(found, InjectionSign::HiddenText, 0.8, u"tag characters");
    else if (overrides > 0)
        addFinding(found, InjectionSign::HiddenText, 0.4, u"direction override");
    else if (zeroWidth >= hiddenCharactersForSuspicion)
        addFinding(found, InjectionSign::HiddenText, 0.4, u"zero-width characters");
    return plain;
}

void findPhrases(const QString &text, InjectionSignals &found)
{
    const auto tokens = tokenize(text);
    for (const PhraseMatch &match : phraseMatcher().findAll(tokens)) {
        const WeightedPhrase &entry = phraseTable[match.phrase];
        const qsizetype start = tokens[match.first].start;
        addFinding(found, entry.sign, entry.weight,
                   QStringView(text).mid(start, tokens[match.last].end - start));
    }
}

void findMarkers(const QString &text, InjectionSignals &found)
{
    // "System: Windows 10" stands in honest bug reports, so a bare label is a weak sign.
    static const QRegularExpression control(
        QStringLiteral(R"(<\|[a-z_]{2,20}\|>|\[/?INST\]|<<SYS>>|</?(?:system|assistant|instructions)>)"
                       R"(|(?:^|\n)\s{0,8}(?:#{1,4} ?)?(?:system (?:prompt|message|override)) ?:)"
                       R"(|(?:^|\n)#{2,4} ?(?:instruction|system|new instructions)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression label(
        QStringLiteral(R"((?:^|\n)\s{0,8}(?:system|developer|assistant) ?:)"),
        QRegularExpression::CaseInsensitiveOption);
    // A label that goes on to give an order or to vouch for somebody is no bug report.
    static const QRegularExpression orderedLabel(
        QStringLiteral(
            R"((?:^|\n)\s{0,8}\[?(?:system|developer|assistant|admin(?:istrator)?|root)\]? ?:)"
            R"([^\n]{0,120}\b(?:customer|user|sender|caller|verified|authori[sz]ed|approved?|refund|)"
            R"(grant|reset|override|ignore|execute|comply|must)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = orderedLabel.match(text); match.hasMatch())
        addFinding(found, InjectionSign::RoleMarker, 0.7, match.capturedView().trimmed());
    if (const auto match = control.match(text); match.hasMatch())
        addFinding(found, InjectionSign::RoleMarker, 0.7, match.capturedView().trimmed());
    else if (const auto weak = label.match(text); weak.hasMatch())
        addFinding(found, InjectionSign::RoleMarker, 0.3, weak.capturedView().trimmed());

    static const QRegularExpression tool(
        QStringLiteral(
            R"re(\b(?:process_refund|reset_password|update_account|update_payment_method|create_ticket)re"
            R"re(|check_invoice|search_docs)\b|"(?:tool|tool_call|function_call|tool_name)"\s{0,4}:)re"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = tool.match(text); match.hasMatch())
        addFinding(found, InjectionSign::NamesTool, 0.6, match.capturedView());

    static const QRegularExpression invisible(
        QStringLiteral(
            R"(display\s{0,3}:\s{0,3}none|font-size\s{0,3}:\s{0,3}0|visibility\s{0,3}:\s{0,3}hidden)"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = invisible.match(text); match.hasMatch())
        addFinding(found, InjectionSign::HiddenText, 0.4, match.capturedView());
}

bool isBase64Character(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'+' ||
           c == u'/' || c == u'=';
}

// The text that a blob decodes to; empty when it is not text.
QString decodedText(QStringView blob)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(blob.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    qsizetype printable = 0;
    for (const char c : decoded.decoded)
        printable += (c >= ' ' && c <= '~') || c == '\n' ? 1 : 0;
    if (decoded.decoded.isEmpty() || printable * 10 < decoded.decoded.size() * 9)
        return {};
    return QString::fromLatin1(decoded.decoded);
}

void findEncodedText(const QString &text, InjectionSignals &found)
{
    constexpr qsizetype shortestBlob = 24;
    constexpr qsizetype suspiciousBlob = 120;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype start = at;
        while (at < text.size() && isBase64Character(text[at]))
            ++at;
        const QStringView blob = QStringView(text).mid(start, at - start);
        ++at;
        if (blob.size() < shortestBlob)
            continue;
        const QString decoded = decodedText(blob);
        if (decoded.isEmpty() && blob.size() < suspiciousBlob)
            continue;
        InjectionSignals inner;
        findPhrases(decoded, inner);
        findMarkers(decoded, inner);
        if (!inner.findings.empty())
            addFinding(found, InjectionSign::EncodedText, 0.9, blob);
        else if (blob.size() >= suspiciousBlob && !decoded.isEmpty())
            addFinding(found, InjectionSign::EncodedText, 0.4, blob);
        else if (blob.size() >= suspiciousBlob)
            addFinding(found, InjectionSign::EncodedText, 0.2, blob);
    }
}

} // namespace

QString nameOf(InjectionSign sign)
{
    switch (sign) {
    case InjectionSign::OverridesInstructions:
        return QStringLiteral("overrides_instructions");
    case InjectionSign::AsksForPrompt:
        return QStringLiteral("asks_for_prompt");
    case InjectionSign::RoleMarker:
        return QStringLiteral("role_marker");
    case InjectionSign::ChangesRole:
        return QStringLiteral("changes_role");
    case InjectionSign::ClaimsAuthority:
        return QStringLiteral("claims_authority");
    case InjectionSign::NamesTool:
        return QStringLiteral("names_tool");
    case InjectionSign::HiddenText:
        return QStringLiteral("hidden_text");
    case InjectionSign::EncodedText:
        return QStringLiteral("encoded_text");
    }
    return {};
}

InjectionSignals findInjectionSignals(const QString &text)
{
    InjectionSignals found;
    const QString plain = visibleText(text, found);
    findPhrases(plain, found);
    findMarkers(plain, found);
    findEncodedText(plain, found);
    double innocent = 1.0;
    for (const InjectionFinding &finding : found.findings)
        innocent *= 1.0 - finding.weight;
    found.score = 1.0 - innocent;
    return found;
}

} // namespace Helmdesk
