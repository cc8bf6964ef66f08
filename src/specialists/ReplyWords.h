#pragma once

#include <QString>

namespace Helmdesk
{

// What stands around a reply, and what a customer reads while a person takes over, in one language.
struct ReplyWords {
    QString language; // ISO 639-1
    QString hello;    // "Hello"
    QString closing;  // of a mail, with its line break
    QString passedOn; // %1: the ticket's number
};

// The words of a language, those of English where it has none here. The engine answers in English only; a
// customer who writes in another language at least reads in it that a person will answer. Pure; thread: any.
const ReplyWords &replyWords(const QString &language);

} // namespace Helmdesk
