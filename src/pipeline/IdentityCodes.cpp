#include "pipeline/IdentityCodes.h"

#include "specialists/ReplyStyle.h"

#include <algorithm>
#include <array>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QStringList>

namespace Helmdesk
{
namespace
{

constexpr int digits = 6;

QByteArray digestOf(const QByteArray &salt, const QString &code)
{
    return QCryptographicHash::hash(salt + code.toLatin1(), QCryptographicHash::Sha256);
}

QByteArray freshSalt()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words));
}

QString freshCode()
{
    constexpr quint32 codes = 1'000'000;
    return QStringLiteral("%1").arg(QRandomGenerator::system()->bounded(codes), digits, 10, QLatin1Char('0'));
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

struct FoundCode {
    qsizetype at = 0;
    qsizetype length = 0;
    QString code;
};

// Groups of exactly six digits, also written as two of three.
std::vector<FoundCode> codesIn(const QString &text)
{
    std::vector<FoundCode> found;
    for (qsizetype i = 0; i < text.size();) {
        if (!isDigit(text.at(i))) {
            ++i;
            continue;
        }
        FoundCode group{i, 0, {}};
        const auto isParted = [&](qsizetype at) {
            return group.code.size() == digits / 2 && at + 1 < text.size() &&
                   (text.at(at) == u' ' || text.at(at) == u'-') && isDigit(text.at(at + 1));
        };
        while (i < text.size() && (isDigit(text.at(i)) || isParted(i))) {
            if (isDigit(text.at(i)))
                group.code.append(text.at(i));
            ++i;
        }
        group.length = i - group.at;
        const bool isPartOfWord =
            (group.at > 0 && text.at(group.at - 1).isLetter()) || (i < text.size() && text.at(i).isLetter());
        if (group.code.size() == digits && !isPartOfWord)
            found.push_back(std::move(group));
    }
    return found;
}

// With the message that waits, and the rest of the text, where the right code stands in it.
CheckedCode takenUp(const IdentityCode &asked, const QString &text, CheckedCode checked)
{
    const std::vector<FoundCode> candidates = codesIn(text);
    const auto right = std::ranges::find_if(
        candidates, [&](const FoundCode &found) { return digestOf(asked.salt, found.code) == asked.digest; });
    if (right == candidates.end())
        return checked;
    checked.waiting = asked.message;
    checked.rest = QString(text).remove(right->at, right->length);
    return checked;
}

} // namespace

Result<bool> IdentityCodes::send(const Message &message, const QString &address, const QString &customer,
                                 const CodeMail &mail, const QDateTime &now)
{
    auto before = m_codes.ofMessage(message.id);
    if (!before)
        return before.error();
    if (*before)
        return true;
    auto today = m_codes.issuedTo(address, now.addDays(-1));
    if (!today)
        return today.error();
    if (*today >= m_limits.codesADay)
        return false;
    const QString code = freshCode();
    IdentityCode issued;
    issued.message = message.id;
    issued.conversation = message.conversation;
    issued.address = address;
    issued.customer = customer;
    issued.salt = freshSalt();
    issued.digest = digestOf(issued.salt, code);
    issued.issuedAt = now;
    issued.expiresAt = now.addSecs(std::chrono::seconds(m_limits.valid).count());
    NewOutboxItem item;
    item.key = QStringLiteral("effect:code:%1").arg(message.id.value);
    item.conversation = message.conversation;
    item.inReplyTo = message.id; // so that the answer comes back to the conversation
    item.channel = ChannelKind::Mail;
    item.recipient = address;
    item.subject = message.subject.isEmpty() ? mail.subject : replySubject(message.subject);
    item.body = mail.body.arg(code);
    item.createdAt = now;
    item.dueAt = now;
    if (auto queued = m_outbox.enqueue(item); !queued)
        return queued.error();
    if (auto added = m_codes.add(issued); !added)
        return added.error();
    return true;
}

Result<CheckedCode> IdentityCodes::check(ConversationId conversation, const QString &address,
                                         const QString &text, const QDateTime &now)
{
    auto latest = m_codes.latest(conversation, address);
    if (!latest)
        return latest.error();
    if (!*latest)
        return CheckedCode();
    const IdentityCode &asked = **latest;
    CheckedCode checked;
    checked.rest = text;
    if (asked.provenAt.isValid()) {
        const QDateTime until = asked.provenAt.addSecs(std::chrono::seconds(m_limits.proven).count());
        if (asked.provenAt > now || now >= until)
            return CheckedCode();
        checked.check = CodeCheck::Proven;
        checked.customer = asked.customer;
        return takenUp(asked, text, checked); // a turn that was interrupted says the code again
    }
    const std::vector<FoundCode> candidates = codesIn(text);
    if (candidates.empty())
        return CheckedCode();
    checked.waiting = asked.message;
    checked.rest = QString(text).remove(candidates.front().at, candidates.front().length);
    checked.check = CodeCheck::Spent;
    if (asked.tries >= m_limits.tries || now >= asked.expiresAt || now < asked.issuedAt)
        return checked;
    const CheckedCode right = takenUp(asked, text, {CodeCheck::Proven, asked.customer, {}, text});
    if (right.waiting.isValid()) {
        auto marked = m_codes.markProven(asked.message, now);
        return marked ? Result<CheckedCode>(right) : Result<CheckedCode>(marked.error());
    }
    if (asked.tries + 1 < m_limits.tries)
        checked.check = CodeCheck::Wrong;
    auto counted = m_codes.countWrong(asked.message, now);
    return counted ? Result<CheckedCode>(checked) : Result<CheckedCode>(counted.error());
}

} // namespace Helmdesk
