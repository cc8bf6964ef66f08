#pragma once

#include "core/Json.h"
#include "knowledge/Document.h"

#include <optional>
#include <QHash>

// What a source says beside the text of an article: front matter, columns of a table, members of an object.
// All functions are pure and thread-safe.
namespace Helmdesk
{

// Values by their names, both as written but for the names' case and their '_', '-' and spaces, which are
// gone: "Updated_At" is "updatedat". Lists are joined by commas.
class ArticleFields
{
public:
    void set(const QString &name, const QString &value);
    // The first of these that has a value.
    QString first(std::initializer_list<const char *> names) const;
    bool has(const char *name) const { return m_values.contains(QLatin1StringView(name)); }
    bool isEmpty() const { return m_values.isEmpty(); }
    // A member that is text, a number, true or false, or a list of those.
    static ArticleFields of(const Json &object);

private:
    QHash<QString, QString> m_values;
};

// Why an article with these fields is not for customers: a draft, not published, internal, archived. Empty:
// it is. A status whose word is not known counts as not published.
QString whyNotPublic(const ArticleFields &fields);

// Id, title, address, day and locale; the category is left to the caller.
Document documentOf(const ArticleFields &fields);

// "de", "pt-br" for a known language in any of the usual ways to write it; else empty.
QString localeOf(const QString &text);

} // namespace Helmdesk
