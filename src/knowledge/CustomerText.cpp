#include "knowledge/CustomerText.h"

#include "knowledge/HtmlEntities.h"
#include "knowledge/HtmlText.h"
#include "security/InjectionSignals.h"

#include <algorithm>
#include <optional>
#include <QRegularExpression>
#include <QUrl>
#include <utility>

namespace Helmdesk
{

namespace
{

const auto anyCase = QRegularExpression::CaseInsensitiveOption;

// Code is put aside while the text around it is read: each piece is one character of a private area, which no
// article has.
class CodeAside
{
public:
    QString take(const QString &text)
    {
        QString out;
        QString fence;
        QString block;
        QString plain = text;
        plain.removeIf([](QChar c) { return c.unicode() >= first && c.unicode() < first + most; });
        for (const QString &line : plain.split(u'\n')) {
            const QString mark = fenceOf(line);
            const bool opens = fence.isEmpty() && !mark.isEmpty();
            const bool closes = !fence.isEmpty() && mark.startsWith(fence) && line.trimmed() == mark;
            if (opens)
                fence = mark;
            if (fence.isEmpty()) {
                out += withoutSpans(line) + u'\n';
                continue;
            }
            block += line + u'\n';
            if (closes) {
                block.chop(1);
                out += keep(std::exchange(block, QString())) + u'\n';
                fence.clear();
            }
        }
        if (!block.isEmpty()) {
            block.chop(1);
            out += keep(block) + u'\n';
        }
        out.chop(1);
        return out;
    }

    enum class Blocks { Keep, Drop };
    QString restored(const QString &text, Blocks blocks = Blocks::Keep) const
    {
        QString out;
        for (const QChar c : text) {
            const qsizetype index = c.unicode() - first;
            if (index < 0 || index >= m_pieces.size())
                out += c;
            else if (blocks == Blocks::Keep || !m_pieces[index].contains(u'\n'))
                out += m_pieces[index];
        }
        return out;
    }

private:
    static constexpr char16_t first = 0xE000;
    static constexpr qsizetype most = 0x1900;

    static QString fenceOf(const QString &line)
    {
        static const QRegularExpression fence(QStringLiteral("^\\s{0,12}(`{3,}|~{3,})"));
        return fence.match(line).captured(1);
    }

    QString withoutSpans(const QString &line)
    {
        static const QRegularExpression span(QStringLiteral("(?<!`)(`{1,3})(?!`)(.*?[^`])\\1(?!`)"));
        if (!line.contains(u'`'))
            return line;
        QString out;
        qsizetype from = 0;
        auto spans = span.globalMatch(line);
        while (spans.hasNext()) {
            const auto match = spans.next();
            out += QStringView(line).sliced(from, match.capturedStart() - from);
            out += keep(match.captured());
            from = match.capturedEnd();
        }
        return out + line.mid(from);
    }

    QString keep(const QString &code)
    {
        if (m_pieces.size() >= most)
            return code;
        m_pieces.append(code);
        return QString(QChar(static_cast<char16_t>(first + m_pieces.size() - 1)));
    }

    QStringList m_pieces;
};

// Comments of the ways in which articles are written.
QString withoutComments(QString text)
{
    static const QRegularExpression comments[] = {
        QRegularExpression(QStringLiteral("\\{%-?\\s{0,5}comment\\b.*?(?:endcomment\\s{0,5}-?%\\}|\\z)"),
                           anyCase | QRegularExpression::DotMatchesEverythingOption),
        QRegularExpression(QStringLiteral("\\{/\\*.*?(?:\\*/\\}|\\z)"),
                           QRegularExpression::DotMatchesEverythingOption),
        QRegularExpression(QStringLiteral("^%%(?!%).*?(?:%%|\\z)"),
                           QRegularExpression::DotMatchesEverythingOption |
                               QRegularExpression::MultilineOption),
        QRegularExpression(QStringLiteral("^[ ]{0,3}\\[(?://|comment|#|_)[^\\]\\n]{0,40}\\]:[^\\n]*$"),
                           anyCase | QRegularExpression::MultilineOption),
        QRegularExpression(
            QStringLiteral("^:::+[ ]{0,3}(?:internal|agents?|staff|private)\\b.*?(?:^:::+[ ]*$|\\z)"),
            anyCase | QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption),
        QRegularExpression(
            QStringLiteral("<(internal|internal-note|agents-only|staff-only|private)>.*?(?:</\\1>|\\z)"),
            anyCase | QRegularExpression::DotMatchesEverythingOption),
    };
    for (const QRegularExpression &comment : comments)
        text.remove(comment);
    return text;
}

// HTML inside Markdown as text.
QString withoutTags(QString text)
{
    static const QRegularExpression link(
        QStringLiteral(
            "<a\\s[^>]{0,500}?href\\s{0,3}=\\s{0,3}[\"']([^\"'>]{1,500})[\"'][^>]{0,500}>([^<]{1,500})</a>"),
        anyCase);
    static const QRegularExpression lineBreak(QStringLiteral("<br\\s{0,3}/?>"), anyCase);
    static const QRegularExpression tag(
        QStringLiteral(
            "</?(?:a|abbr|article|aside|b|big|center|cite|del|details|div|em|figcaption|figure|font|hr|"
            "i|img|ins|kbd|li|mark|ol|p|picture|q|s|section|small|source|span|strong|sub|summary|sup|u|ul)"
            "(?:\\s[^<>]{0,1000})?/?>"),
        anyCase);
    if (text.contains(u'<')) {
        text.replace(link, QStringLiteral("[\\2](\\1)"));
        text.replace(lineBreak, QStringLiteral(" "));
        text.remove(tag);
    }
    return text.contains(u'&') ? decodedEntities(text) : text;
}

// A line as its words begin, without the marks of quotes, lists and emphasis.
QString bare(const QString &line)
{
    static const QRegularExpression marks(QStringLiteral("^[\\s>*_\\[(!#\\-:⚠🔒️|]+"));
    return QString(line).remove(marks).remove(QStringLiteral("**")).remove(QStringLiteral("__"));
}

bool isInternalHeading(const QString &heading)
{
    static const QRegularExpression internal(
        QStringLiteral(
            "^(?:(?:for\\s+)?(?:agents?|staff|employees|support\\s+team)\\s+(?:only|notes?|instructions|"
            "guidance)|(?:for\\s+)?internal(?:\\s.{0,40})?|"
            "not\\s+for\\s+customers|private\\s+notes?|notes?\\s+(?:for|to)\\s+(?:agents?|staff|support)|"
            "interne\\s+(?:notizen|notiz|hinweise)|nur\\s+(?:für\\s+mitarbeiter|intern)|notes?\\s+internes?|"
            "notas?\\s+internas?)\\W*$"),
        anyCase | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression product(
        QStringLiteral("^internal\\s+(?:server|error|links?|id|storage)\\b"), anyCase);
    const QString words = bare(heading).trimmed();
    return internal.match(words).hasMatch() && !product.match(words).hasMatch();
}

bool isInternalNote(const QString &paragraph)
{
    static const QRegularExpression opening(
        QStringLiteral(
            "^(?:internal(?:\\s+(?:notes?|only|use|use\\s+only|info|comments?))?|agents?\\s+only|staff\\s+"
            "only|"
            "for\\s+(?:agents?|staff|employees)\\s+only|for\\s+internal\\s+use(?:\\s+only)?|not\\s+for\\s+"
            "customers|"
            "private\\s+note|notes?\\s+(?:for|to)\\s+(?:agents?|staff|support|self|editors?)|todo|fixme|"
            "intern(?:e\\s+notiz|er\\s+hinweis)?|nur\\s+für\\s+mitarbeiter|nur\\s+intern|note\\s+interne|"
            "nota\\s+interna)\\s*(?:[:\\]\\-–—)]|$)"),
        anyCase);
    static const QRegularExpression secrecy(
        QStringLiteral(
            "\\b(?:do\\s+not|don['’]t|never|must\\s+not)\\s+(?:tell|show|mention|disclose|reveal|share|"
            "forward|"
            "send)\\b[^.\\n]{0,40}\\b(?:customers?|the\\s+client)\\b|\\bnicht\\s+(?:an|für)\\s+kunden\\b"),
        anyCase);
    return opening.match(bare(paragraph).trimmed()).hasMatch() || secrecy.match(paragraph).hasMatch();
}

// Orders for the machine. What honest articles say about their reader's rights and limits does not count.
bool speaksToMachine(const QString &written)
{
    const QString paragraph = QString(written).replace(u'\n', u' ');
    static const QRegularExpression orders(
        QStringLiteral(
            "\\b(?:ignore|disregard|bypass|override|forget)\\s+(?:\\w+\\s+){0,3}(?:policy|policies|"
            "guardrails?|safeguards?|system\\s+prompt)\\b|"
            "\\b(?:note|message|instructions?|hint)\\s+(?:to|for)\\s+(?:the\\s+|any\\s+|all\\s+)?(?:ai|llms?|"
            "language\\s+models?|chat\\s?bots?|bots?|(?:ai\\s+)?assistants?|machines?)\\b|"
            "\\b(?:if|when)\\s+you\\s+are\\s+an?\\s+(?:ai|llm|language\\s+model|assistant|(?:chat\\s?)?bot)"
            "\\b|"
            "\\b(?:dear|attention|hey|hello)[, ]+(?:ai|llm|assistant|chat\\s?bot|bot|language\\s+model)\\b|"
            "^(?:ai|llm|assistant|chat\\s?bot|bot|model|agent)\\s*[:,]\\s*(?:you|please|always|never|ignore|"
            "call|"
            "approve|refund|tell|send|reply|answer)\\b|"
            "\\b(?:ai|llm|language\\s+model|(?:ai\\s+)?assistant|chat\\s?bot|bot|agent)s?\\s+(?:must|should|"
            "shall|"
            "has\\s+to|have\\s+to|is\\s+to|are\\s+to)\\s+(?:always\\s+|now\\s+|then\\s+|immediately\\s+)?(?:"
            "call|approve|refund|ignore|reply|"
            "answer|grant|issue|execute|run|send|say|tell)\\b|"
            "\\b(?:ignoriere|vergiss|missachte)\\b.{0,40}\\b(?:anweisungen|regeln|richtlinien?|vorgaben)\\b"),
        anyCase);
    if (orders.match(bare(paragraph).trimmed()).hasMatch())
        return true;
    return std::ranges::any_of(findInjectionSignals(paragraph).findings, [](const InjectionFinding &finding) {
        switch (finding.sign) {
        case InjectionSign::OverridesInstructions:
        case InjectionSign::ChangesRole:
            return finding.weight >= 0.7;
        case InjectionSign::AsksForPrompt:
        case InjectionSign::RoleMarker:
        case InjectionSign::NamesTool:
            return finding.weight >= 0.6;
        case InjectionSign::EncodedText:
            return finding.weight >= 0.9;
        case InjectionSign::HiddenText:
            return finding.weight >= 0.8;
        case InjectionSign::ClaimsAuthority:
            return false;
        }
        return false;
    });
}

// The last two labels of a host, three where the last two are a country's ("example.co.uk").
QString siteOf(const QString &host)
{
    const QStringList labels = host.toLower().split(u'.');
    const bool isCountry =
        labels.size() > 2 && labels.last().size() == 2 && labels[labels.size() - 2].size() <= 3;
    return labels.mid(std::max<qsizetype>(0, labels.size() - (isCountry ? 3 : 2))).join(u'.');
}

QStringList ownSites(const Document &document)
{
    QStringList sites;
    if (const QString host = QUrl(document.url).host(); !host.isEmpty())
        sites.append(siteOf(host));
    static const QRegularExpression address(
        QStringLiteral("[\\w.+-]{1,64}@([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5})"));
    auto addresses = address.globalMatch(document.text);
    while (sites.isEmpty() && addresses.hasNext())
        sites.append(siteOf(addresses.next().captured(1)));
    return sites;
}

bool isForeignLogin(const QString &paragraph, const QStringList &own)
{
    static const QRegularExpression asking(
        QStringLiteral(
            "\\b(?:log(?:ging)?[ -]?(?:in|on)|sign(?:ing)?[ "
            "-]?in|passwords?|passcode|credentials|pin|card\\s+number|"
            "(?:verify|confirm|validate)\\s+(?:your|the)\\s+(?:account|identity|payment)|anmelden|einloggen|"
            "passwort|mot\\s+de\\s+passe|contraseña)\\b"),
        anyCase);
    static const QRegularExpression link(QStringLiteral("\\bhttps?://([^\\s/?#)\\]>\"']{1,300})"), anyCase);
    if (!paragraph.contains(QStringLiteral("://")) || !asking.match(paragraph).hasMatch())
        return false;
    // Where nothing tells which site is the own one, only a page that secrets are to be given to is suspect.
    static const QRegularExpression secret(
        QStringLiteral("\\b(?:(?:enter|give|type|confirm|verify|validate|provide)\\b[^.\\n]{0,40}\\b(?:"
                       "passwords?|passcode|"
                       "credentials|pin|card|account|identity|payment)|with\\s+your\\s+password)\\b"),
        anyCase);
    if (own.isEmpty() && !secret.match(paragraph).hasMatch())
        return false;
    // The words ask on that page: they stand in one sentence with it, and near.
    constexpr qsizetype nearness = 60;
    static const QRegularExpression sentenceEnd(QStringLiteral("[.!?\\n]\\s"));
    auto links = link.globalMatch(paragraph);
    while (links.hasNext()) {
        const auto match = links.next();
        const QString host = QUrl(QStringLiteral("https://") + match.captured(1)).host();
        const QString before =
            paragraph.first(match.capturedStart()).right(nearness).section(sentenceEnd, -1);
        const QString after = paragraph.mid(match.capturedEnd(), nearness).section(sentenceEnd, 0, 0);
        const bool isAsking = asking.match(before).hasMatch() || asking.match(after).hasMatch();
        if (isAsking && !own.contains(siteOf(host)))
            return true;
    }
    return false;
}

int headingLevel(const QString &line)
{
    static const QRegularExpression heading(QStringLiteral("^(#{1,6}) "));
    return static_cast<int>(heading.match(line).capturedLength(1));
}

// Goes through the paragraphs of a text and keeps what customers may see.
class ParagraphFilter
{
public:
    ParagraphFilter(const Document &document, const CodeAside &code)
        : m_sites(ownSites(document))
        , m_code(code)
    {
    }

    CustomerText read(const QString &text)
    {
        for (const QString &line : text.split(u'\n')) {
            const int level = headingLevel(line);
            static const QRegularExpression item(QStringLiteral("^\\s*(?:[-*+]|\\d{1,3}[.)])\\s|^\\s*\\|"));
            if (line.trimmed().isEmpty() || level > 0 || item.match(line).hasMatch())
                endParagraph();
            if (level > 0)
                enter(level, line);
            m_paragraph.append(line);
            if (line.trimmed().isEmpty() || level > 0)
                endParagraph();
        }
        endParagraph();
        m_result.text = m_kept.join(u'\n');
        return std::move(m_result);
    }

private:
    void enter(int level, const QString &line)
    {
        if (m_hiddenBelow > 0 && level > m_hiddenBelow)
            return;
        m_hiddenBelow = isInternalHeading(line) ? level : 0;
        if (m_hiddenBelow > 0)
            withhold(WithheldText::InternalNote, bare(line));
    }

    void endParagraph()
    {
        const QStringList lines = std::exchange(m_paragraph, {});
        if (lines.isEmpty() || m_hiddenBelow > 0)
            return;
        const QString paragraph = m_code.restored(lines.join(u'\n'));
        const auto kind = whyWithheld(paragraph, m_code.restored(lines.join(u'\n'), CodeAside::Blocks::Drop));
        if (!kind) {
            m_kept += lines;
            return;
        }
        withhold(*kind, bare(paragraph));
    }

    std::optional<WithheldText> whyWithheld(const QString &paragraph, const QString &words) const
    {
        if (paragraph.trimmed().isEmpty())
            return {};
        if (isInternalNote(words))
            return WithheldText::InternalNote;
        if (speaksToMachine(paragraph))
            return WithheldText::SpeaksToMachine;
        if (isForeignLogin(words, m_sites))
            return WithheldText::ForeignLogin;
        return {};
    }

    void withhold(WithheldText kind, const QString &text)
    {
        m_result.withheld.push_back({kind, text.simplified().left(80)});
    }

    QStringList m_sites;
    const CodeAside &m_code;
    CustomerText m_result;
    QStringList m_kept;
    QStringList m_paragraph;
    int m_hiddenBelow = 0; // the level of the internal heading; 0: none
};

} // namespace

CustomerText customerText(const Document &document)
{
    CodeAside code;
    const QString plain = withoutTags(withoutHiddenHtml(withoutComments(code.take(document.text))));
    CustomerText result = ParagraphFilter(document, code).read(plain);
    static const QRegularExpression gap(QStringLiteral("\\n{3,}")); // where something was taken out
    result.text.replace(gap, QStringLiteral("\n\n"));
    result.text = code.restored(result.text);
    return result;
}

QString describe(WithheldText kind)
{
    switch (kind) {
    case WithheldText::InternalNote:
        return QStringLiteral("an internal note");
    case WithheldText::SpeaksToMachine:
        return QStringLiteral("text that gives the machine orders");
    case WithheldText::ForeignLogin:
        return QStringLiteral("a foreign page to log in at");
    }
    return {};
}

} // namespace Helmdesk
