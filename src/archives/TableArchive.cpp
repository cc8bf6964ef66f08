#include "archives/TableArchive.h"

#include "archives/DeskForm.h"
#include "archives/JsonRecords.h"
#include "archives/MailThreads.h"
#include "archives/MessageSpool.h"
#include "archives/TableColumns.h"
#include "core/CsvReader.h"

#include <algorithm>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace Helmdesk
{
namespace
{

// One row under the names of its columns.
struct Row {
    QHash<QString, QString> cells;
    QString place;
    QString problem;
};

using TakeRow = std::function<Result<>(const Row &row)>;

QString textOf(const Json &value)
{
    if (value.is_string())
        return value.get<QString>();
    if (value.is_null() || value.is_structured())
        return {};
    return QString::fromStdString(value.dump());
}

// Its members, and those of objects inside it as "outer.inner".
Row rowOf(const Json &record)
{
    Row row;
    for (const auto &[key, value] : record.items()) {
        const QString name = QString::fromStdString(key);
        if (!value.is_object()) {
            row.cells.insert(name, textOf(value));
            continue;
        }
        for (const auto &[inner, held] : value.items())
            row.cells.insert(name + u'.' + QString::fromStdString(inner), textOf(held));
    }
    return row;
}

Row rowOf(const CsvRow &line, const QStringList &columns)
{
    Row row;
    row.problem = line.problem;
    qsizetype given = line.fields.size();
    while (given > columns.size() && line.fields[given - 1].trimmed().isEmpty())
        --given;
    if (given > columns.size() && row.problem.isEmpty())
        row.problem = QStringLiteral("the row has more fields than the table has columns");
    for (qsizetype i = 0; i < std::min(given, columns.size()); ++i)
        row.cells.insert(columns[i], line.fields[i]);
    return row;
}

// A table of either form, and its columns.
class TableFile
{
public:
    TableFile(QString path, ArchiveForm form)
        : m_files(QFileInfo(path).isDir() ? archiveFiles(path) : QStringList(path))
        , m_form(form)
    {
    }

    Result<QStringList> columns() const;
    Result<> eachRow(const TakeRow &take, const RunControl &control) const;

private:
    Result<> eachCsvRow(QFile &file, const QString &name, const TakeRow &take) const;
    Result<> eachJsonRow(QFile &file, const QString &name, const TakeRow &take) const;

    QStringList m_files;
    ArchiveForm m_form;
};

Result<QStringList> TableFile::columns() const
{
    QStringList columns;
    for (const QString &path : m_files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (m_form == ArchiveForm::JsonFile) {
            constexpr qint64 looked = 200;
            readJsonRecords(file, [&](const JsonRecord &record) {
                if (record.json) {
                    for (const auto &[name, cell] : rowOf(*record.json).cells.asKeyValueRange()) {
                        if (!columns.contains(name))
                            columns << name;
                    }
                }
                return record.number < looked;
            });
            columns.sort();
        } else {
            readCsv(file, [&](const CsvRow &row) {
                for (const QString &field : row.fields)
                    columns << field.trimmed();
                return false;
            });
        }
        break;
    }
    while (!columns.isEmpty() && columns.last().isEmpty())
        columns.removeLast();
    if (columns.isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("the table has no columns")};
    return columns;
}

Result<> TableFile::eachCsvRow(QFile &file, const QString &name, const TakeRow &take) const
{
    QStringList columns;
    Result<> result;
    readCsv(file, [&](const CsvRow &line) {
        if (columns.isEmpty()) {
            for (const QString &field : line.fields)
                columns << field.trimmed();
            return true;
        }
        Row row = rowOf(line, columns);
        row.place = QStringLiteral("%1:%2").arg(name).arg(line.line);
        result = take(row);
        return result.has_value();
    });
    return result;
}

Result<> TableFile::eachJsonRow(QFile &file, const QString &name, const TakeRow &take) const
{
    Result<> result;
    const bool isWhole = readJsonRecords(file, [&](const JsonRecord &record) {
        Row row = record.json ? rowOf(*record.json) : Row();
        if (!record.json)
            row.problem = record.json.error().detail;
        row.place = QStringLiteral("%1, record %2").arg(name).arg(record.number);
        result = take(row);
        return result.has_value();
    });
    if (isWhole || !result)
        return result;
    Row broken;
    broken.place = name;
    broken.problem = QStringLiteral("the file ends in the middle: the rest of it is missing");
    return take(broken);
}

Result<> TableFile::eachRow(const TakeRow &take, const RunControl &control) const
{
    qint64 total = 0;
    qint64 done = 0;
    for (const QString &path : m_files)
        total += QFileInfo(path).size();
    for (const QString &path : m_files) {
        QFile file(path);
        const QString name = QFileInfo(path).fileName();
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io,
                         QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
        const TakeRow watched = [&](const Row &row) -> Result<> {
            if (control.isStopped())
                return Error{ErrorKind::Cancelled, QStringLiteral("the reading was stopped")};
            control.progress(done + file.pos(), total);
            return take(row);
        };
        if (auto read = m_form == ArchiveForm::JsonFile ? eachJsonRow(file, name, watched)
                                                        : eachCsvRow(file, name, watched);
            !read)
            return read;
        done += file.size();
    }
    return {};
}

std::optional<ArchiveRole> roleNamed(const QString &written, const QString &column)
{
    const QString name = written.trimmed().toLower();
    const bool isInbound = column.contains(QLatin1String("inbound"), Qt::CaseInsensitive);
    static const QStringList customers{
        QStringLiteral("customer"), QStringLiteral("user"),      QStringLiteral("client"),
        QStringLiteral("end-user"), QStringLiteral("requester"), QStringLiteral("incoming"),
        QStringLiteral("inbound"),  QStringLiteral("contact"),   QStringLiteral("visitor"),
        QStringLiteral("in"),       QStringLiteral("guest"),     QStringLiteral("lead")};
    static const QStringList staff{
        QStringLiteral("agent"),    QStringLiteral("staff"),         QStringLiteral("support"),
        QStringLiteral("admin"),    QStringLiteral("operator"),      QStringLiteral("outgoing"),
        QStringLiteral("outbound"), QStringLiteral("employee"),      QStringLiteral("out"),
        QStringLiteral("team"),     QStringLiteral("representative")};
    static const QStringList machines{QStringLiteral("bot"), QStringLiteral("system"), QStringLiteral("auto"),
                                      QStringLiteral("machine"), QStringLiteral("assistant")};
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("yes")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("no")};
    if (customers.contains(name) || (isInbound && yes.contains(name)))
        return ArchiveRole::Customer;
    if (staff.contains(name) || (isInbound && no.contains(name)))
        return ArchiveRole::Staff;
    return machines.contains(name) ? std::optional(ArchiveRole::Machine) : std::nullopt;
}

// A text as it was meant: a table that was made by a script may have written line ends as two characters.
QString plain(QString text)
{
    if (!text.contains(u'\n') && text.contains(QLatin1String("\\n")))
        text.replace(QLatin1String("\\r\\n"), QLatin1String("\n"))
            .replace(QLatin1String("\\n"), QLatin1String("\n"));
    const bool isHtml = text.contains(QLatin1String("</p>"), Qt::CaseInsensitive) ||
                        text.contains(QLatin1String("<br"), Qt::CaseInsensitive) ||
                        text.contains(QLatin1String("</div>"), Qt::CaseInsensitive);
    return isHtml ? ownWords({}, text) : ownWords(text, {});
}

class TableArchive
{
public:
    TableArchive(QString system, QMap<QString, QString> columns, const ConversationSink &sink)
        : m_system(std::move(system))
        , m_columns(std::move(columns))
        , m_sink(sink)
    {
    }

    bool rowsAreMessages() const
    {
        return !m_columns.contains(TableField::answer) &&
               (m_columns.contains(TableField::conversation) || m_columns.contains(TableField::inReplyTo));
    }
    Result<> take(const Row &row);
    Result<ArchiveCounts> finish();

private:
    QString cell(const Row &row, const QString &field) const
    {
        return row.cells.value(m_columns.value(field));
    }
    Result<> takeConversation(const Row &row);
    Result<> takeMessage(const Row &row);
    Result<> give(std::vector<std::size_t> members);
    bool isAgain(const QStringList &parts);
    QString freeId(const QString &wanted);

    QString m_system;
    QMap<QString, QString> m_columns;
    const ConversationSink &m_sink;
    ArchiveCounts m_counts;
    QSet<QByteArray> m_seen;
    QSet<QString> m_ids;
    qint64 m_rows = 0;
    // Rows that are messages, until their conversation is whole.
    MessageSpool m_spool;
    std::vector<MailHead> m_heads; // `subject` is the conversation here
    std::vector<MessageSpool::Place> m_places;
};

bool TableArchive::isAgain(const QStringList &parts)
{
    const QByteArray hash =
        QCryptographicHash::hash(parts.join(QChar(0x1F)).toUtf8(), QCryptographicHash::Sha1).left(12);
    const bool isThere = m_seen.contains(hash);
    m_seen.insert(hash);
    return isThere;
}

QString TableArchive::freeId(const QString &wanted)
{
    QString id = wanted.trimmed().isEmpty() ? QStringLiteral("row-%1").arg(m_rows) : wanted.trimmed();
    if (m_ids.contains(id))
        id += QStringLiteral("#%1").arg(m_rows);
    m_ids.insert(id);
    return id;
}

Result<> TableArchive::take(const Row &row)
{
    ++m_rows;
    if (!row.problem.isEmpty()) {
        m_counts.refuse(row.place, row.problem);
        return {};
    }
    return rowsAreMessages() ? takeMessage(row) : takeConversation(row);
}

Result<> TableArchive::takeConversation(const Row &row)
{
    const QString question = plain(cell(row, TableField::question));
    const QString answer = plain(cell(row, TableField::answer));
    const QString subject = cell(row, TableField::subject).simplified();
    const qint64 messages = answer.isEmpty() ? 1 : 2;
    if (question.isEmpty()) {
        m_counts.refuse(row.place, QStringLiteral("the row has no text of a customer"), messages);
        return {};
    }
    if (isAgain({cell(row, TableField::id), subject, question, answer})) {
        m_counts.countDuplicate(messages);
        return {};
    }
    ArchiveConversation conversation;
    conversation.system = m_system;
    conversation.id = freeId(cell(row, TableField::id));
    conversation.subject = subject;
    conversation.channel = cell(row, TableField::channel).trimmed().toLower();
    conversation.label = cell(row, TableField::category).trimmed();
    conversation.place = row.place;
    ArchiveMessage asked;
    asked.id = QStringLiteral("question");
    asked.at = conversation.openedAt = timeOfText(cell(row, TableField::at), &asked.isZoneUnknown);
    asked.authorId = cell(row, TableField::author);
    asked.role = ArchiveRole::Customer;
    asked.roleFrom = QStringLiteral("column");
    asked.text = question;
    m_counts.zonesUnknown += asked.isZoneUnknown ? 1 : 0;
    conversation.messages.push_back(std::move(asked));
    if (!answer.isEmpty()) {
        ArchiveMessage said;
        said.id = QStringLiteral("answer");
        said.at = timeOfText(cell(row, TableField::answeredAt), &said.isZoneUnknown);
        said.role = ArchiveRole::Staff;
        said.roleFrom = QStringLiteral("column");
        said.text = answer;
        conversation.messages.push_back(std::move(said));
    }
    m_counts.in += messages;
    m_counts.out += messages;
    ++m_counts.conversations;
    return m_sink(std::move(conversation));
}

Result<> TableArchive::takeMessage(const Row &row)
{
    const QString id = cell(row, TableField::id).trimmed();
    const QString conversation = cell(row, TableField::conversation).trimmed();
    const QString text = plain(cell(row, TableField::question));
    if (text.isEmpty()) {
        m_counts.refuse(row.place, QStringLiteral("the row has no text"));
        return {};
    }
    if (isAgain({id, conversation, cell(row, TableField::author), cell(row, TableField::at), text})) {
        m_counts.countDuplicate();
        return {};
    }
    MailHead head;
    head.id = id.isEmpty() ? QStringLiteral("row-%1").arg(m_rows) : id;
    head.inReplyTo = cell(row, TableField::inReplyTo).trimmed();
    head.subject = conversation;
    bool isZoneUnknown = false;
    head.at = timeOfText(cell(row, TableField::at), &isZoneUnknown);
    m_counts.zonesUnknown += isZoneUnknown ? 1 : 0;
    const QString written = cell(row, TableField::isPrivate).trimmed().toLower();
    auto kept = m_spool.keep({{"text", text},
                              {"author", cell(row, TableField::author)},
                              {"role", cell(row, TableField::role)},
                              {"private", written == QLatin1String("true") || written == QLatin1String("1") ||
                                              written == QLatin1String("yes")},
                              {"no_zone", isZoneUnknown},
                              {"subject", cell(row, TableField::subject).simplified()},
                              {"category", cell(row, TableField::category).trimmed()},
                              {"channel", cell(row, TableField::channel).trimmed().toLower()},
                              {"place", row.place}});
    if (!kept)
        return kept.error();
    ++m_counts.in;
    m_heads.push_back(std::move(head));
    m_places.push_back(*kept);
    return {};
}

Result<> TableArchive::give(std::vector<std::size_t> members)
{
    ArchiveConversation conversation;
    conversation.system = m_system;
    QString firstAuthor;
    for (const std::size_t i : members) {
        auto kept = m_spool.read(m_places[i]);
        if (!kept)
            return kept.error();
        ArchiveMessage message;
        message.id = m_heads[i].id;
        message.at = m_heads[i].at;
        message.inReplyTo = m_heads[i].inReplyTo;
        message.authorId = stringOr(*kept, "author");
        message.text = stringOr(*kept, "text");
        message.isZoneUnknown = boolOr(*kept, "no_zone", false);
        if (boolOr(*kept, "private", false))
            message.visibility = ArchiveVisibility::Internal;
        if (conversation.messages.empty()) {
            firstAuthor = message.authorId;
            const QString named = m_heads[i].subject.isEmpty() ? m_heads[i].id : m_heads[i].subject;
            conversation.id = freeId(named);
            conversation.subject = stringOr(*kept, "subject");
            conversation.label = stringOr(*kept, "category");
            conversation.channel = stringOr(*kept, "channel");
            conversation.place = stringOr(*kept, "place");
            conversation.openedAt = message.at;
        }
        if (m_columns.contains(TableField::role)) {
            const auto role = roleNamed(stringOr(*kept, "role"), m_columns.value(TableField::role));
            message.role = role.value_or(ArchiveRole::Unknown);
            message.roleFrom = QStringLiteral("column");
        } else if (!message.authorId.isEmpty()) {
            message.role = message.authorId == firstAuthor ? ArchiveRole::Customer : ArchiveRole::Staff;
            message.roleFrom = QStringLiteral("began the conversation, or not");
        }
        conversation.messages.push_back(std::move(message));
    }
    m_counts.out += static_cast<qint64>(members.size());
    ++m_counts.conversations;
    return m_sink(std::move(conversation));
}

Result<ArchiveCounts> TableArchive::finish()
{
    if (!rowsAreMessages())
        return std::move(m_counts);
    if (!m_columns.contains(TableField::role))
        m_counts.note(
            QStringLiteral("no column tells who is a customer: who began a conversation is taken for "
                           "the customer, and everybody else in it for staff"));
    std::vector<std::vector<std::size_t>> conversations;
    if (m_columns.contains(TableField::conversation)) {
        QHash<QString, std::size_t> byName;
        for (std::size_t i = 0; i < m_heads.size(); ++i) {
            const QString name = m_heads[i].subject.isEmpty() ? m_heads[i].id : m_heads[i].subject;
            if (!byName.contains(name)) {
                byName.insert(name, conversations.size());
                conversations.emplace_back();
            }
            conversations[byName.value(name)].push_back(i);
        }
        for (auto &members : conversations) {
            if (std::ranges::all_of(members, [&](std::size_t i) { return m_heads[i].at.isValid(); }))
                std::ranges::stable_sort(
                    members, [&](std::size_t a, std::size_t b) { return m_heads[a].at < m_heads[b].at; });
        }
    } else {
        conversations = threadsOf(m_heads);
    }
    for (auto &members : conversations) {
        if (auto given = give(std::move(members)); !given)
            return given.error();
    }
    return std::move(m_counts);
}

} // namespace

Result<ArchiveSource> describeTable(const QString &path, ArchiveForm form, const ArchiveOptions &options)
{
    const auto columns = TableFile(path, form).columns();
    if (!columns)
        return columns.error();
    auto mapping = tableColumns(*columns, options.columns);
    if (!mapping)
        return mapping.error();
    ArchiveSource source{form,
                         form == ArchiveForm::JsonFile ? QStringLiteral("json") : QStringLiteral("csv"),
                         std::move(*mapping),
                         {}};
    for (const QString &column : *columns) {
        if (!source.columns.values().contains(column))
            source.unused << column;
    }
    return source;
}

Result<ArchiveCounts> readTable(const QString &path, ArchiveForm form, const ArchiveOptions &options,
                                const ConversationSink &sink, const RunControl &control)
{
    auto source = describeTable(path, form, options);
    if (!source)
        return source.error();
    TableArchive archive(source->system, source->columns, sink);
    const TableFile file(path, form);
    if (auto read = file.eachRow([&](const Row &row) { return archive.take(row); }, control); !read)
        return read.error();
    return archive.finish();
}

} // namespace Helmdesk
