#pragma once

#include "core/Json.h"
#include "core/RunControl.h"

#include <functional>
#include <QIODevice>
#include <vector>

namespace Helmdesk
{

// One record of a JSON file of any size: an element of an array, of a list in a page object ("tickets" of
// {"tickets":[…],"next_page":…}), of a table of objects ("assets"), or one line of JSON lines.
struct JsonRecord {
    QString list;  // the list's name in its page; empty: none
    QString key;   // of a table of objects: the record's key
    qint64 number; // of the records of the file, from 1
    Result<Json> json = Error{ErrorKind::InvalidInput, QStringLiteral("nothing was read")};
};

// Reads once, from the beginning to the end. A record that is no JSON, is too large (64 MB) or breaks off is
// given with its error, and reading goes on with the next where that can be found: a broken line of JSON
// lines costs that line. Memory: one record. `take` returns false to stop. Returns false when the file ended
// inside a list or page: a part of it is missing.
bool readJsonRecords(QIODevice &file, const std::function<bool(JsonRecord record)> &take);

struct JsonMember {
    QString name;
    char begins = '\0'; // the first character of its value
};
// Whether the object is a page, which holds records in lists, and no record itself.
bool isJsonPage(const std::vector<JsonMember> &members);
// Members under which pages keep their records.
bool isJsonList(const QString &member);

} // namespace Helmdesk
