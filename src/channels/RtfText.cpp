#include "channels/RtfText.h"

#include "core/Charset.h"

#include <algorithm>
#include <array>
#include <QHash>
#include <vector>

namespace Helmdesk
{
namespace
{

constexpr std::size_t deepest = 1000;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Destinations that show nothing.
bool isHidden(QByteArrayView word)
{
    constexpr std::array names{"fonttbl",
                               "colortbl",
                               "stylesheet",
                               "info",
                               "pict",
                               "object",
                               "header",
                               "footer",
                               "generator",
                               "listtable",
                               "listoverridetable",
                               "themedata",
                               "datastore",
                               "latentstyles",
                               "xmlnstbl",
                               "mmathPr"};
    return std::ranges::any_of(names, [&](const char *name) { return word == QByteArrayView(name); });
}

class RtfReader
{
public:
    explicit RtfReader(const QByteArray &rtf)
        : m_rtf(rtf)
    {
    }

    RtfText read()
    {
        m_groups.push_back({});
        while (m_at < m_rtf.size() && !m_groups.empty()) {
            const char c = m_rtf[m_at++];
            if (c == '{') {
                if (m_groups.size() >= deepest)
                    break;
                m_groups.push_back(m_groups.back());
            } else if (c == '}') {
                flush();
                m_groups.pop_back();
            } else if (c == '\\') {
                readControl();
            } else if (c != '\r' && c != '\n') {
                add(c);
            }
        }
        flush();
        return {m_text, m_isHtml};
    }

private:
    struct Group {
        bool isHidden = false;
        bool isTag = false; // a piece of packed HTML
        int skipped = 1;    // characters that stand in for one \u
    };

    bool isShown() const
    {
        if (m_groups.back().isHidden)
            return false;
        return m_groups.back().isTag || !m_isRtfOnly;
    }

    void add(char byte)
    {
        if (m_toSkip > 0) {
            --m_toSkip;
            return;
        }
        if (isShown())
            m_bytes += byte;
    }

    void add(QChar letter)
    {
        flush();
        if (isShown())
            m_text += letter;
    }

    // Bytes are of the code page, and characters of several bytes stand together.
    void flush()
    {
        if (m_bytes.isEmpty())
            return;
        const DecodedText decoded = decodeCharset(m_bytes, m_codePage);
        m_text += decoded.isKnown ? decoded.text : decodeWindows1252(m_bytes);
        m_bytes.clear();
    }

    void readControl()
    {
        if (m_at >= m_rtf.size())
            return;
        const char c = m_rtf[m_at];
        if (!isLetter(c)) {
            ++m_at;
            readSymbol(c);
            return;
        }
        const qsizetype start = m_at;
        while (m_at < m_rtf.size() && isLetter(m_rtf[m_at]) && m_at - start < 40)
            ++m_at;
        const QByteArrayView word = QByteArrayView(m_rtf).sliced(start, m_at - start);
        const qsizetype digits = m_at;
        if (m_at < m_rtf.size() && m_rtf[m_at] == '-')
            ++m_at;
        while (m_at < m_rtf.size() && isDigit(m_rtf[m_at]) && m_at - digits < 11)
            ++m_at;
        const bool hasValue = m_at > digits;
        const int value = QByteArrayView(m_rtf).sliced(digits, m_at - digits).toInt();
        if (m_at < m_rtf.size() && m_rtf[m_at] == ' ')
            ++m_at;
        take(word, value, hasValue);
    }

    void readSymbol(char c)
    {
        switch (c) {
        case '\'': {
            const QByteArray byte = QByteArray::fromHex(m_rtf.mid(m_at, 2));
            m_at = std::min(m_at + 2, m_rtf.size());
            if (!byte.isEmpty())
                add(byte.front());
            return;
        }
        case '*':
            m_groups.back().isHidden = true; // unless the word that follows is known
            return;
        case '~':
            add(QChar(QChar::Nbsp));
            return;
        case '-':
            return;
        case '_':
            add('-');
            return;
        case '\r':
        case '\n':
            add(QChar(u'\n'));
            return;
        default:
            add(c); // an escaped brace or backslash
        }
    }

    void take(QByteArrayView word, int value, bool hasValue)
    {
        static const QHash<QByteArray, QChar> letters{{"par", u'\n'},
                                                      {"line", u'\n'},
                                                      {"sect", u'\n'},
                                                      {"page", u'\n'},
                                                      {"row", u'\n'},
                                                      {"tab", u'\t'},
                                                      {"cell", u'\t'},
                                                      {"emdash", QChar(0x2014)},
                                                      {"endash", QChar(0x2013)},
                                                      {"lquote", QChar(0x2018)},
                                                      {"rquote", QChar(0x2019)},
                                                      {"ldblquote", QChar(0x201C)},
                                                      {"rdblquote", QChar(0x201D)},
                                                      {"bullet", QChar(0x2022)}};
        if (word == "fromhtml") {
            m_isHtml = true;
        } else if (word == "htmltag") {
            m_groups.back().isHidden = false;
            m_groups.back().isTag = true;
        } else if (word == "htmlrtf") { // what follows is there for readers of RTF alone
            flush();
            m_isRtfOnly = !hasValue || value != 0;
        } else if (word == "mhtmltag" || isHidden(word)) {
            m_groups.back().isHidden = true;
        } else if (word == "ansicpg") {
            m_codePage = "windows-" + QByteArray::number(value);
        } else if (word == "uc") {
            m_groups.back().skipped = std::clamp(value, 0, 8);
        } else if (word == "u") {
            add(QChar(static_cast<char16_t>(value < 0 ? value + 0x10000 : value)));
            m_toSkip = m_groups.back().skipped;
        } else if (word == "bin") {
            m_at = std::min(m_at + std::max(value, 0), m_rtf.size());
        } else if (const QChar letter = letters.value(word.toByteArray()); !letter.isNull()) {
            add(letter);
        }
    }

    const QByteArray &m_rtf;
    qsizetype m_at = 0;
    std::vector<Group> m_groups;
    QByteArray m_bytes;
    QByteArray m_codePage = "windows-1252";
    QString m_text;
    int m_toSkip = 0;
    bool m_isHtml = false;
    bool m_isRtfOnly = false;
};

} // namespace

RtfText readRtf(const QByteArray &rtf)
{
    if (!rtf.trimmed().startsWith("{\\rtf"))
        return {};
    return RtfReader(rtf).read();
}

} // namespace Helmdesk
