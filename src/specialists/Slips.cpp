#include "specialists/Slips.h"

#include "escalation/TypoMatch.h"

#include <array>

namespace Helmdesk
{
namespace
{

constexpr qsizetype shortest = 5; // a shorter word with a slip is too often another word
constexpr qsizetype longestText = 20'000;

constexpr std::array<QStringView, 8> words = {u"refund",   u"refunded",  u"invoice", u"reimburse",
                                              u"password", u"duplicate", u"address", u"payment"};

QString corrected(const QString &word)
{
    const QString lower = word.toLower();
    for (const QStringView intended : words) {
        if (lower.startsWith(intended))
            return word;
    }
    for (const QStringView intended : words) {
        if (isTypoOf(lower, intended, 1))
            return intended.toString();
    }
    return word;
}

} // namespace

QString withoutSlips(const QString &text)
{
    if (text.size() > longestText)
        return text;
    QString out;
    QString word;
    const auto flush = [&] {
        out += word.size() >= shortest ? corrected(word) : word;
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetter()) {
            word += c;
        } else {
            flush();
            out += c;
        }
    }
    flush();
    return out;
}

} // namespace Helmdesk
