#include "archives/TableColumns.h"

#include <algorithm>
#include <QRegularExpression>
#include <vector>

namespace Helmdesk
{
namespace
{

struct Guess {
    QString field;
    QStringList names; // the likeliest first; lower case, words parted by one blank
};

// In the order in which columns are given away.
const std::vector<Guess> &guesses()
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u','); };
    static const std::vector<Guess> all{
        {TableField::answer, words("answer,resolution,agent response,agent reply,staff answer,staff reply,"
                                   "support response,response,reply,solution,answer text,answer body")},
        {TableField::conversation, words("conversation id,conversation,thread id,thread,dialog id,"
                                         "dialogue id,chat id,session id,case id")},
        {TableField::inReplyTo,
         words("in reply to,in response to tweet id,parent id,reply to id,in reply to id")},
        {TableField::id, words("id,ticket id,ticket number,ticket no,case number,issue id,message id,"
                               "tweet id,number,unique id,request id,ref,ticket")},
        {TableField::subject, words("subject,ticket subject,title,summary,headline,topic title")},
        {TableField::question, words("question,customer message,ticket description,description,body,text,"
                                     "message,content,query,inquiry,request,email body,mail,customer text,"
                                     "instruction,document,utterance")},
        {TableField::role, words("role,author role,sender type,speaker,direction,inbound,author type,"
                                 "sender role,message type,from type")},
        {TableField::author, words("author,author id,from,from email,from email hash,sender,user,user id,"
                                   "nick,from name,name")},
        {TableField::answeredAt, words("answered at,first response time,responded at,resolved at,solved at")},
        {TableField::at, words("created at,created,date,opened at,opened,timestamp,time,datetime,sent at,"
                               "submitted at,ts")},
        {TableField::category, words("category,ticket type,type,queue,topic,intent,department,label,tag,tags,"
                                     "group,product area")},
        {TableField::channel, words("channel,ticket channel,source,via,origin")},
        {TableField::isPrivate, words("private,internal,is private,is internal")},
    };
    return all;
}

QString folded(const QString &column)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}]+"));
    static const QRegularExpression hump(QStringLiteral("(?<=[a-z])(?=[A-Z])"));
    QString name = column;
    return name.replace(hump, QStringLiteral(" ")).replace(others, QStringLiteral(" ")).trimmed().toLower();
}

QString withEnding(const QStringList &columns, const QStringList &taken, const QString &name)
{
    for (const QString &column : columns) {
        if (!taken.contains(column) && folded(column).endsWith(u' ' + name))
            return column;
    }
    return {};
}

QString withName(const QStringList &columns, const QStringList &taken, const QString &name)
{
    for (const QString &column : columns) {
        if (!taken.contains(column) && folded(column) == name)
            return column;
    }
    return {};
}

using Find = QString (*)(const QStringList &, const QStringList &, const QString &);

void guess(const QStringList &columns, Find find, QMap<QString, QString> &mapping)
{
    for (const Guess &wanted : guesses()) {
        for (const QString &name : wanted.names) {
            if (mapping.contains(wanted.field))
                break;
            const QString column = find(columns, mapping.values(), name);
            if (!column.isEmpty())
                mapping.insert(wanted.field, column);
        }
    }
}

} // namespace

QStringList tableFields()
{
    QStringList fields;
    for (const Guess &guess : guesses())
        fields << guess.field;
    fields.sort();
    return fields;
}

Result<QMap<QString, QString>> tableColumns(const QStringList &columns, const QMap<QString, QString> &given)
{
    QMap<QString, QString> mapping;
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (!tableFields().contains(it.key()))
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("there is no field \"%1\": it is one of %2")
                             .arg(it.key(), tableFields().join(QStringLiteral(", ")))};
        if (!it.value().isEmpty() && !columns.contains(it.value()))
            return Error{ErrorKind::InvalidInput, QStringLiteral("there is no column \"%1\": there are %2")
                                                      .arg(it.value(), columns.join(QStringLiteral(", ")))};
        mapping.insert(it.key(), it.value());
    }
    guess(columns, withName, mapping);
    guess(columns, withEnding, mapping);
    mapping.removeIf([](const auto &entry) { return entry.value().isEmpty(); }); // "answer=" is none
    if (!mapping.contains(TableField::question))
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("no column is plainly the customers' text: name it with --map "
                                    "question=COLUMN; there are %1")
                         .arg(columns.join(QStringLiteral(", ")).left(500))};
    return mapping;
}

} // namespace Helmdesk
