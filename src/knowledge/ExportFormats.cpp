#include "core/Json.h"
#include "knowledge/ArticleFields.h"
#include "knowledge/DocumentFormats.h"
#include "knowledge/HtmlText.h"

#include <QRegularExpression>

// Articles as objects: JSON lines, and the exports of Zendesk, Intercom, Freshdesk and Confluence.
namespace Helmdesk::DocumentFormats
{

namespace
{

bool isHtml(const QString &text)
{
    static const QRegularExpression markup(
        QStringLiteral("</(?:p|li|div|ol|ul|h[1-6]|td|table|pre|ac:[a-z-]+)>|^\\s*<[a-z][^>]*>"),
        QRegularExpression::CaseInsensitiveOption);
    return markup.match(text).hasMatch();
}

// The text of a member that holds it itself or, as Confluence does, under {"storage": {"value": …}}.
QString bodyIn(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    for (const char *form : {"storage", "view", "export_view", "styled_view", "html", "text"}) {
        const Json &inner = memberOrNull(value, form);
        if (inner.is_string())
            return QString::fromStdString(inner.get<std::string>());
        if (const QString text = stringOr(inner, "value"); !text.isEmpty())
            return text;
    }
    return {};
}

QString bodyOf(const Json &object)
{
    for (const char *name :
         {"text", "content", "body", "html", "answer", "description", "description_text"}) {
        const QString body = bodyIn(memberOrNull(object, name));
        if (!body.trimmed().isEmpty())
            return isHtml(body) ? htmlToText(body, HtmlUse::Article).text : body;
    }
    return {};
}

// Freshdesk writes numbers: an article is a draft (1) or published (2), a folder is for all (1), for those
// who are signed in (2), for agents (3) or for some companies (4).
void readFreshdesk(const Json &object, ArticleFields &fields)
{
    if (!object.contains("folder_id"))
        return;
    const QString status = fields.first({"status"});
    if (status == QStringLiteral("1") || status == QStringLiteral("2"))
        fields.set(QStringLiteral("status"),
                   status == QStringLiteral("2") ? QStringLiteral("published") : QStringLiteral("draft"));
    const Json &folder = memberOrNull(object, "folder");
    for (const Json &place : {memberOrNull(object, "visibility"), memberOrNull(folder, "visibility"),
                              memberOrNull(object, "folder_visibility")})
        if (place.is_number_integer() && place.get<int>() > 2)
            fields.set(QStringLiteral("visibility"), QStringLiteral("agents or some companies only"));
}

// The date, the address and the restrictions of a Confluence page stand in objects of their own.
void readConfluence(const Json &object, ArticleFields &fields)
{
    if (const QString when = stringOr(memberOrNull(object, "version"), "when"); !when.isEmpty())
        fields.set(QStringLiteral("updated"), when);
    const Json &links = memberOrNull(object, "_links");
    if (const QString page = stringOr(links, "webui"); !page.isEmpty())
        fields.set(QStringLiteral("url"), stringOr(links, "base") + page);
    const Json &readers =
        memberOrNull(memberOrNull(memberOrNull(object, "restrictions"), "read"), "restrictions");
    for (const char *kind : {"user", "group"}) {
        const Json &who = memberOrNull(readers, kind);
        const Json &size = memberOrNull(who, "size");
        const bool isSome =
            size.is_number_integer() ? size.get<int>() > 0 : !memberOrNull(who, "results").empty();
        if (isSome)
            fields.set(QStringLiteral("visibility"), QStringLiteral("restricted"));
    }
}

// The id of a version in another language than the article's first one.
QString idOfVersion(const QString &article, const QString &locale, const QString &sourceLocale)
{
    const QString first = sourceLocale.isEmpty() ? QStringLiteral("en") : sourceLocale;
    const bool isFirst = locale.isEmpty() || locale == first ||
                         (sourceLocale.isEmpty() && locale.section(u'-', 0, 0) == first);
    return isFirst ? article : article + u'@' + locale;
}

void appendArticle(const QString &source, const Json &object, const ArticleFields &fields,
                   const QString &sourceLocale, ReadDocuments &into)
{
    Document document = documentOf(fields);
    document.article = document.id;
    document.id = idOfVersion(document.article, document.locale, sourceLocale);
    document.text = bodyOf(object);
    setCategory(source, fields.first({"category"}), document, into);
    appendPublic(source, fields, std::move(document), into);
}

// The versions in other languages that stand inside an article: a list (Zendesk) or an object by locale
// (Intercom).
void appendTranslations(const QString &source, const Json &object, const ArticleFields &own,
                        const QString &sourceLocale, ReadDocuments &into)
{
    const auto append = [&](const QString &locale, const Json &translation) {
        if (!translation.is_object() || localeOf(locale).isEmpty() || localeOf(locale) == sourceLocale ||
            bodyOf(translation).isEmpty())
            return;
        ArticleFields fields = ArticleFields::of(translation);
        fields.set(QStringLiteral("id"), own.first({"id"}));
        fields.set(QStringLiteral("locale"), locale);
        if (fields.first({"url", "htmlurl"}).isEmpty())
            fields.set(QStringLiteral("url"), own.first({"url", "htmlurl"}));
        appendArticle(source, translation, fields, sourceLocale, into);
    };
    for (const Json &translation : memberOrNull(object, "translations"))
        append(stringOr(translation, "locale"), translation);
    const Json &byLocale = memberOrNull(object, "translated_content");
    if (byLocale.is_object())
        for (const auto &[locale, translation] : byLocale.items())
            append(QString::fromStdString(locale), translation);
}

void readArticle(const QString &source, const Json &object, ReadDocuments &into)
{
    const Json &inner = memberOrNull(object, "article");
    if (inner.is_object() && !object.contains("id"))
        return readArticle(source, inner, into);
    ArticleFields fields = ArticleFields::of(object);
    readFreshdesk(object, fields);
    readConfluence(object, fields);
    if (fields.first({"id"}).isEmpty()) {
        into.problems.push_back({source, QStringLiteral("the object has no \"id\"")});
        return;
    }
    if (const QString type = fields.first({"type"}).toLower();
        type == QStringLiteral("comment") || type == QStringLiteral("attachment")) {
        into.leftOut.push_back({source, QStringLiteral("it is a %1 and no article").arg(type), {}});
        return;
    }
    const QString sourceLocale = localeOf(fields.first({"sourcelocale", "defaultlocale"}));
    if (fields.first({"locale", "language", "lang"}).isEmpty() && !sourceLocale.isEmpty())
        fields.set(QStringLiteral("locale"), sourceLocale);
    appendArticle(source, object, fields, sourceLocale, into);
    if (whyNotPublic(fields).isEmpty())
        appendTranslations(source, object, fields, sourceLocale, into);
}

// The articles of a file: a list, an object that holds one, or one article.
const Json *listIn(const Json &root)
{
    if (root.is_array())
        return &root;
    for (const char *name : {"articles", "results", "data", "items", "documents", "pages", "records"})
        if (memberOrNull(root, name).is_array())
            return &memberOrNull(root, name);
    return nullptr;
}

} // namespace

void readJsonLines(const QString &name, const QString &, const QString &text, ReadDocuments &into)
{
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QString source = QStringLiteral("%1:%2").arg(name).arg(number);
        const Result<Json> json = parseJson(line.toUtf8());
        if (json && json->is_object())
            readArticle(source, *json, into);
        else
            into.problems.push_back({source, QStringLiteral("the line is no JSON object")});
    }
}

void readJson(const QString &name, const QString &, const QString &text, ReadDocuments &into)
{
    const Result<Json> root = parseJson(text.toUtf8());
    if (!root || !root->is_structured()) {
        into.problems.push_back({name, QStringLiteral("it is no JSON")});
        return;
    }
    const Json *list = listIn(*root);
    if (!list)
        return readArticle(name, *root, into);
    int number = 0;
    for (const Json &object : *list) {
        const QString source = QStringLiteral("%1:%2").arg(name).arg(++number);
        if (object.is_object())
            readArticle(source, object, into);
        else
            into.problems.push_back({source, QStringLiteral("the entry is no JSON object")});
    }
}

} // namespace Helmdesk::DocumentFormats
