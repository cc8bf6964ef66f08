#include "archives/JsonRecords.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace Helmdesk
{
namespace
{

constexpr qint64 chunkSize = qint64{1} << 18;

// The kinds of one character that matter outside of strings.
class Scanner
{
public:
    Scanner(QIODevice &file, const std::function<bool(JsonRecord)> &take)
        : m_file(file)
        , m_take(take)
    {
    }
    bool run();

private:
    struct Level {
        bool isArray = false;
        QString member; // under which it stands in its parent; empty in an array
    };

    void feed(char c);
    bool isStray(char c);
    void inString(char c);
    void open(char c);
    void close();
    bool beginsRecord() const;
    void giveRecord();
    void giveLines(const QByteArray &bytes);
    void give(Result<Json> json, const QString &list, const QString &key);
    void breakOff();
    std::vector<JsonMember> membersAhead();

    QIODevice &m_file;
    const std::function<bool(JsonRecord)> &m_take;
    QByteArray m_chunk;
    std::vector<Level> m_levels; // outside of the record that is captured
    QString m_lastString;        // the last string outside of records: a member's name, where ':' follows
    QByteArray m_string;
    QString m_member;
    bool m_isString = false;
    bool m_isEscaped = false;
    bool m_isStopped = false;
    bool m_hasStray = false;
    char m_previous = '\n';
    char m_lastSign = '\n'; // the last that is no blank
    bool m_isPage = false;  // the object at the top holds lists
    // The record that is captured.
    QByteArray m_record;
    QString m_recordList;
    QString m_recordKey;
    int m_depth = 0;      // 0: none
    QByteArray m_openers; // of the objects and arrays that are open in it
    bool m_isTooLarge = false;
    bool m_isTop = false;
    qint64 m_number = 0;
};

// The names of the first members of the object that begins the file, as far as the beginning of the file
// tells.
std::vector<JsonMember> Scanner::membersAhead()
{
    const QByteArray ahead = m_file.peek(chunkSize);
    std::vector<JsonMember> members;
    bool isAwaited = false; // the value of the last member
    int depth = 0;
    bool isString = false;
    bool isEscaped = false;
    QByteArray string;
    for (const char c : ahead) {
        if (isString) {
            if (!isEscaped && c == '"')
                isString = false;
            else if (depth == 1)
                string += c;
            isEscaped = !isEscaped && c == '\\';
            continue;
        }
        if (isAwaited && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            members.back().begins = c;
            isAwaited = false;
        }
        if (c == '"') {
            isString = true;
            string.clear();
        } else if (c == ':' && depth == 1) {
            members.push_back({QString::fromUtf8(string), '\0'});
            isAwaited = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            break;
        }
    }
    return members;
}

bool Scanner::run()
{
    if (m_file.peek(3) == "\xEF\xBB\xBF")
        m_file.skip(3);
    const QByteArray start = m_file.peek(chunkSize).trimmed();
    m_isPage = start.startsWith('{') && isJsonPage(membersAhead());
    while (!m_isStopped && !m_file.atEnd()) {
        m_chunk = m_file.read(chunkSize);
        if (m_chunk.isEmpty())
            break;
        for (const char c : m_chunk) {
            feed(c);
            if (m_isStopped)
                return true;
        }
    }
    if (m_hasStray)
        isStray('\n');
    const bool isWhole = m_depth == 0 && m_levels.empty() && !m_isString;
    if (m_depth > 0)
        breakOff();
    return isWhole;
}

void Scanner::breakOff()
{
    if (m_isTop && m_record.contains('\n'))
        giveLines(m_record);
    else
        give(Error{ErrorKind::InvalidInput, QStringLiteral("the record breaks off at the end of the file")},
             m_recordList, m_recordKey);
}

void Scanner::feed(char c)
{
    // An object at the beginning of a line where a member has to come: the record of the line before broke
    // off.
    if (m_previous == '\n' && c == '{' && m_depth > 0 && m_isTop && !m_isString && m_openers.endsWith('{') &&
        m_lastSign != ':') {
        m_depth = 0;
        giveLines(m_record);
    }
    m_previous = c;
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
        m_lastSign = c;
    if (m_depth > 0 && !m_isTooLarge) {
        m_record += c;
        if (m_record.size() > largestJson) {
            m_isTooLarge = true;
            m_record = {};
        }
    }
    if (m_depth == 0 && m_levels.empty() && isStray(c))
        return;
    if (m_isString) {
        inString(c);
        return;
    }
    switch (c) {
    case '"':
        m_isString = true;
        m_isEscaped = false;
        m_string.clear();
        break;
    case ':':
        if (m_depth == 0)
            m_member = m_lastString;
        break;
    case '{':
    case '[':
        open(c);
        break;
    case '}':
    case ']':
        close();
        break;
    default:
        break;
    }
}

// Between the records of JSON lines: what is no record is told, once a line.
bool Scanner::isStray(char c)
{
    if (c == '\n') {
        if (std::exchange(m_hasStray, false))
            give(Error{ErrorKind::InvalidInput, QStringLiteral("the line is no JSON object")}, {}, {});
        return true;
    }
    if (!m_hasStray && (c == '{' || c == '['))
        return false;
    m_hasStray = m_hasStray || (c != ' ' && c != '\t' && c != '\r' && c != ',');
    return true;
}

void Scanner::inString(char c)
{
    // A line end inside a string is no JSON: a line of JSON lines broke off, and the next one begins here.
    if (c == '\n' && m_depth > 0 && m_isTop) {
        m_isString = false;
        m_depth = 0;
        giveLines(m_record);
        return;
    }
    if (m_isEscaped) {
        m_isEscaped = false;
    } else if (c == '\\') {
        m_isEscaped = true;
    } else if (c == '"') {
        m_isString = false;
        m_lastString = QString::fromUtf8(m_string);
        return;
    }
    if (m_depth == 0 && m_string.size() < 200)
        m_string += c;
}

// Whether an object that opens here is a record, and not a part of the page around it.
bool Scanner::beginsRecord() const
{
    if (m_levels.empty())
        return !m_isPage;
    const Level &parent = m_levels.back();
    if (parent.isArray)
        return true;
    // A table of objects by their keys: {"assets":{"Ticket":{"9":{…}}}}
    return m_levels.size() == 3 && m_levels[1].member == QLatin1String("assets") && !parent.isArray;
}

void Scanner::open(char c)
{
    if (m_depth > 0) {
        ++m_depth;
        m_openers += c;
        return;
    }
    const bool isArray = c == '[';
    if (!isArray && beginsRecord()) {
        m_depth = 1;
        m_record = QByteArray(1, c);
        m_openers = m_record;
        m_isTooLarge = false;
        m_isTop = m_levels.empty();
        m_recordList.clear();
        m_recordKey.clear();
        if (!m_levels.empty()) {
            m_recordList = m_levels.back().member;
            m_recordKey = m_levels.back().isArray ? QString() : m_member;
        }
        return;
    }
    if (m_levels.size() >= static_cast<std::size_t>(deepestJson)) {
        give(Error{ErrorKind::InvalidInput, QStringLiteral("the JSON is nested too deeply to hold records")},
             {}, {});
        m_isStopped = true;
        return;
    }
    m_levels.push_back({isArray, m_member});
    m_member.clear();
}

void Scanner::close()
{
    if (m_depth > 0) {
        m_openers.chop(1);
        if (--m_depth == 0)
            giveRecord();
        return;
    }
    if (!m_levels.empty())
        m_levels.pop_back();
}

void Scanner::giveRecord()
{
    if (m_isTooLarge) {
        give(Error{ErrorKind::InvalidInput, QStringLiteral("the record is larger than 64 MB")}, m_recordList,
             m_recordKey);
        return;
    }
    auto json = parseJson(m_record);
    if (!json && m_isTop && m_record.contains('\n'))
        giveLines(m_record);
    else
        give(std::move(json), m_recordList, m_recordKey);
}

// What is no JSON as a whole, line by line.
void Scanner::giveLines(const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        if (m_isStopped)
            return;
        if (line.trimmed().isEmpty())
            continue;
        auto json = parseJson(line.trimmed());
        if (json && !json->is_object())
            json = Error{ErrorKind::InvalidInput, QStringLiteral("the line is no JSON object")};
        give(std::move(json), {}, {});
    }
    m_record = {};
}

void Scanner::give(Result<Json> json, const QString &list, const QString &key)
{
    ++m_number;
    if (!m_take({list, key, m_number, std::move(json)}))
        m_isStopped = true;
    m_record = {};
}

} // namespace

bool isJsonList(const QString &member)
{
    static const QStringList lists{
        QStringLiteral("tickets"),  QStringLiteral("conversations"), QStringLiteral("results"),
        QStringLiteral("cases"),    QStringLiteral("data"),          QStringLiteral("payload"),
        QStringLiteral("users"),    QStringLiteral("comments"),      QStringLiteral("articles"),
        QStringLiteral("messages"), QStringLiteral("contacts"),      QStringLiteral("_embedded"),
        QStringLiteral("assets"),   QStringLiteral("items"),         QStringLiteral("records"),
        QStringLiteral("rows"),     QStringLiteral("posts"),         QStringLiteral("agents"),
        QStringLiteral("admins"),   QStringLiteral("threads"),       QStringLiteral("ticket_articles")};
    return lists.contains(member);
}

bool isJsonPage(const std::vector<JsonMember> &members)
{
    static const QStringList own{QStringLiteral("id"),        QStringLiteral("ticket"),
                                 QStringLiteral("ticket_id"), QStringLiteral("number"),
                                 QStringLiteral("subject"),   QStringLiteral("conversation_id")};
    static const QStringList tables{QStringLiteral("_embedded"), QStringLiteral("assets")};
    if (std::ranges::any_of(members, [](const JsonMember &member) { return own.contains(member.name); }))
        return false;
    const bool isWrapped = members.size() == 1 && members.front().name == QLatin1String("data");
    return std::ranges::any_of(members, [&](const JsonMember &member) {
        const bool isTable = member.begins == '{' && (tables.contains(member.name) || isWrapped);
        return isTable || (member.begins == '[' && isJsonList(member.name));
    });
}

bool readJsonRecords(QIODevice &file, const std::function<bool(JsonRecord)> &take)
{
    return Scanner(file, take).run();
}

} // namespace Helmdesk
