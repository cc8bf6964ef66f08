#include "archives/JsonArchive.h"

#include "archives/DeskForm.h"
#include "archives/JsonRecords.h"
#include "archives/MessageSpool.h"
#include "archives/TableArchive.h"

#include <algorithm>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

Error stoppedReading()
{
    return {ErrorKind::Cancelled, QStringLiteral("the reading was stopped")};
}

Json toJson(const ArchiveMessage &message)
{
    return {{"id", message.id},
            {"at", message.at.isValid() ? message.at.toMSecsSinceEpoch() : -1},
            {"author", message.authorId},
            {"role", static_cast<int>(message.role)},
            {"from", message.roleFrom},
            {"text", message.text},
            {"visibility", static_cast<int>(message.visibility)},
            {"reply_to", message.inReplyTo},
            {"html", message.hadHtml},
            {"no_zone", message.isZoneUnknown},
            {"canned", message.isCanned}};
}

ArchiveMessage messageFromJson(const Json &json)
{
    ArchiveMessage message;
    message.id = stringOr(json, "id");
    if (const qint64 at = integerOr(json, "at", -1); at >= 0)
        message.at = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    message.authorId = stringOr(json, "author");
    message.role = static_cast<ArchiveRole>(integerOr(json, "role", 3));
    message.roleFrom = stringOr(json, "from");
    message.text = stringOr(json, "text");
    message.visibility = static_cast<ArchiveVisibility>(integerOr(json, "visibility", 0));
    message.inReplyTo = stringOr(json, "reply_to");
    message.hadHtml = boolOr(json, "html", false);
    message.isZoneUnknown = boolOr(json, "no_zone", false);
    message.isCanned = boolOr(json, "canned", false);
    return message;
}

// Pages of comments do not say whose they are; a file or folder named after its ticket does.
QString idInName(const QString &name)
{
    static const QRegularExpression digits(QStringLiteral("(\\d+)(?!.*\\d)"));
    const auto match = digits.match(name);
    return match.hasMatch() ? match.captured(1) : QString();
}

class JsonArchive
{
public:
    JsonArchive(QString path, const ConversationSink &sink, const RunControl &control);

    Result<> findForm();
    bool hasForm() const { return m_form != nullptr; }
    QString system() const { return m_form ? m_form->system() : QStringLiteral("json"); }
    Result<ArchiveCounts> read();

private:
    using Take = std::function<Result<>(const JsonRecord &record, const QString &place)>;
    Result<> eachRecord(const Take &take, bool isLast);
    Result<> survey(const JsonRecord &record, const QString &place);
    Result<> takeConversation(const JsonRecord &record, const QString &place);
    Result<> give(ArchiveConversation conversation);
    Result<> giveLeftOver();

    QString m_path;
    const ConversationSink &m_sink;
    const RunControl &m_control;
    QStringList m_files;
    qint64 m_total = 0;
    std::unique_ptr<DeskForm> m_form;
    ArchiveCounts m_counts;
    MessageSpool m_spool;
    QString m_fileName;                                       // that is read, below the folder
    QHash<QString, std::vector<MessageSpool::Place>> m_loose; // by conversation
    QSet<QString> m_looseIds;
    QSet<QString> m_given;
    QSet<QString> m_whole; // conversations that are told with all that they have
};

JsonArchive::JsonArchive(QString path, const ConversationSink &sink, const RunControl &control)
    : m_path(std::move(path))
    , m_sink(sink)
    , m_control(control)
    , m_files(QFileInfo(m_path).isDir() ? archiveFiles(m_path) : QStringList(m_path))
{
    for (const QString &file : m_files)
        m_total += QFileInfo(file).size();
}

// Problems of files and broken records are told in the last pass alone.
Result<> JsonArchive::eachRecord(const Take &take, bool isLast)
{
    qint64 done = 0;
    for (const QString &path : m_files) {
        m_fileName =
            QFileInfo(m_path).isDir() ? QDir(m_path).relativeFilePath(path) : QFileInfo(path).fileName();
        QFile file(path);
        const auto form = archiveFormOf(path);
        if (!form || *form != ArchiveForm::JsonFile || !file.open(QIODevice::ReadOnly)) {
            if (isLast)
                m_counts.refuse(m_fileName,
                                form ? QStringLiteral("is no JSON") : form.error().detail.section(u' ', 1));
            continue;
        }
        Result<> result;
        const bool isWhole = readJsonRecords(file, [&](const JsonRecord &record) {
            const QString place = QStringLiteral("%1, record %2").arg(m_fileName).arg(record.number);
            if (record.json)
                result = take(record, place);
            else if (isLast)
                m_counts.refuse(place, record.json.error().detail);
            if (result && m_control.isStopped())
                result = stoppedReading();
            if (isLast)
                m_control.progress(done + file.pos(), m_total);
            return result.has_value();
        });
        if (!result)
            return result;
        if (!isWhole && isLast)
            m_counts.refuse(m_fileName,
                            QStringLiteral("the file ends in the middle: the rest of it is missing"));
        done += file.size();
    }
    return {};
}

Result<> JsonArchive::findForm()
{
    const Error enough{ErrorKind::Conflict, QStringLiteral("enough")};
    int seen = 0;
    auto read = eachRecord(
        [&](const JsonRecord &record, const QString &) -> Result<> {
            constexpr int mostLooked = 2000;
            m_form = deskFormOf(*record.json, record.list);
            return m_form || ++seen > mostLooked ? Result<>(enough) : Result<>();
        },
        false);
    return read || read.error().kind == ErrorKind::Conflict ? Result<>() : read;
}

// The first pass: users, and messages that lie apart from their conversation.
Result<> JsonArchive::survey(const JsonRecord &record, const QString &place)
{
    const Json &json = *record.json;
    const DeskRecordKind kind = m_form->kindOf(json, record.list);
    if (kind == DeskRecordKind::User) {
        m_form->takeUser(json);
    } else if (kind == DeskRecordKind::Conversation) {
        if (!m_form->isPartial(json))
            m_whole.insert(idOf(json, "id"));
    } else if (kind == DeskRecordKind::Message) {
        LooseMessage loose = m_form->message(json);
        if (loose.conversation.isEmpty())
            loose.conversation = idInName(m_fileName);
        if (loose.conversation.isEmpty()) {
            m_counts.refuse(place,
                            QStringLiteral("the message does not say to which conversation it belongs"));
            return {};
        }
        const QString key = loose.conversation + u'/' + loose.message.id;
        if (!loose.message.id.isEmpty() && m_looseIds.contains(key)) {
            m_counts.countDuplicate();
            return {};
        }
        m_looseIds.insert(key);
        auto kept = m_spool.keep(toJson(loose.message));
        if (!kept)
            return kept.error();
        ++m_counts.in;
        m_loose[loose.conversation].push_back(*kept);
    }
    return {};
}

Result<> JsonArchive::takeConversation(const JsonRecord &record, const QString &place)
{
    const Json &json = *record.json;
    const DeskRecordKind kind = m_form->kindOf(json, record.list);
    if (kind == DeskRecordKind::User || kind == DeskRecordKind::Message)
        return {};
    if (kind == DeskRecordKind::Nothing) {
        m_counts.refuse(place, QStringLiteral("is no record of %1").arg(system()));
        return {};
    }
    if (m_form->isPartial(json) && m_whole.contains(idOf(json, "id"))) {
        m_counts.countDuplicate();
        return {};
    }
    ArchiveConversation conversation = m_form->conversation(json);
    conversation.place = place;
    const auto messages = static_cast<qint64>(std::max<std::size_t>(1, conversation.messages.size()));
    QString why = m_form->refusal(json);
    if (why.isEmpty() && conversation.id.isEmpty())
        why = QStringLiteral("the conversation has no id");
    if (why.isEmpty() && m_given.contains(conversation.id)) {
        m_counts.countDuplicate(messages);
        return {};
    }
    const std::vector<MessageSpool::Place> loose = m_loose.take(conversation.id);
    if (!why.isEmpty()) {
        m_counts.in -= static_cast<qint64>(loose.size());
        m_counts.refuse(place, why, messages + static_cast<qint64>(loose.size()));
        return {};
    }
    m_counts.in += static_cast<qint64>(conversation.messages.size());
    QSet<QString> ids;
    for (const ArchiveMessage &message : conversation.messages)
        ids.insert(message.id);
    for (const MessageSpool::Place &at : loose) {
        auto kept = m_spool.read(at);
        if (!kept)
            return kept.error();
        ArchiveMessage message = messageFromJson(*kept);
        if (!message.id.isEmpty() && ids.contains(message.id))
            ++m_counts.duplicates;
        else
            conversation.messages.push_back(std::move(message));
    }
    return give(std::move(conversation));
}

Result<> JsonArchive::give(ArchiveConversation conversation)
{
    auto &messages = conversation.messages;
    QSet<QString> ids;
    const auto before = messages.size();
    std::erase_if(messages, [&](const ArchiveMessage &message) {
        const bool isAgain = !message.id.isEmpty() && ids.contains(message.id);
        ids.insert(message.id);
        return isAgain;
    });
    sortByTime(messages);
    m_form->complete(conversation);
    m_counts.duplicates += static_cast<qint64>(before - messages.size());
    if (messages.empty()) {
        m_counts.refuse(conversation.place, QStringLiteral("the conversation has no messages"));
        m_given.insert(conversation.id);
        return {};
    }
    m_counts.out += static_cast<qint64>(messages.size());
    m_counts.zonesUnknown += std::ranges::count_if(messages, &ArchiveMessage::isZoneUnknown);
    ++m_counts.conversations;
    m_given.insert(conversation.id);
    return m_sink(std::move(conversation));
}

// Messages whose conversation is not in the archive are conversations of their own.
Result<> JsonArchive::giveLeftOver()
{
    QStringList ids = m_loose.keys();
    ids.sort();
    for (const QString &id : ids) {
        const auto places = m_loose.take(id);
        if (m_given.contains(id)) { // of a conversation that was refused or told before
            m_counts.in -= static_cast<qint64>(places.size());
            m_counts.refuse(id, QStringLiteral("messages of a conversation that was told before"),
                            static_cast<qint64>(places.size()));
            continue;
        }
        ArchiveConversation conversation;
        conversation.system = system();
        conversation.id = id;
        conversation.place = QStringLiteral("conversation %1").arg(id);
        for (const MessageSpool::Place &at : places) {
            auto kept = m_spool.read(at);
            if (!kept)
                return kept.error();
            conversation.messages.push_back(messageFromJson(*kept));
        }
        sortByTime(conversation.messages);
        if (!conversation.messages.empty())
            conversation.openedAt = conversation.messages.front().at;
        m_counts.note(
            QStringLiteral("some messages come without their conversation: its subject is not known"));
        if (auto given = give(std::move(conversation)); !given)
            return given;
    }
    return {};
}

Result<ArchiveCounts> JsonArchive::read()
{
    if (auto read = eachRecord(
            [this](const JsonRecord &record, const QString &place) { return survey(record, place); }, false);
        !read)
        return read.error();
    if (const QString note = m_form->note(); !note.isEmpty())
        m_counts.note(note);
    if (auto read = eachRecord([this](const JsonRecord &record,
                                      const QString &place) { return takeConversation(record, place); },
                               true);
        !read)
        return read.error();
    if (auto given = giveLeftOver(); !given)
        return given.error();
    return std::move(m_counts);
}

const ConversationSink noSink = [](const ArchiveConversation &) { return Result<>(); };

} // namespace

Result<ArchiveSource> describeJsonArchive(const QString &path, const ArchiveOptions &options)
{
    const RunControl control;
    JsonArchive archive(path, noSink, control);
    if (auto found = archive.findForm(); !found)
        return found.error();
    if (archive.hasForm() && options.columns.isEmpty())
        return ArchiveSource{ArchiveForm::JsonFile, archive.system(), {}, {}};
    return describeTable(path, ArchiveForm::JsonFile, options);
}

Result<ArchiveCounts> readJsonArchive(const QString &path, const ArchiveOptions &options,
                                      const ConversationSink &sink, const RunControl &control)
{
    JsonArchive archive(path, sink, control);
    if (auto found = archive.findForm(); !found)
        return found.error();
    if (archive.hasForm() && options.columns.isEmpty())
        return archive.read();
    return readTable(path, ArchiveForm::JsonFile, options, sink, control);
}

} // namespace Helmdesk
