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
    // How a sender proves who they are: the reply that asks for a code, the mail with it (%1), the reply to a
    // wrong one, and words that may stand beside a code.
    QString codeSent = {};
    QString codeSubject = {};
    QString codeMail = {};
    QString codeWrong = {};
    QString besideCode = {};
};

// The words of a language, those of English where it has none here. The engine answers in English only; a
// customer who writes in another language at least reads in it that a person will answer. Pure; thread: any.
const ReplyWords &replyWords(const QString &language);

} // namespace Helmdesk
