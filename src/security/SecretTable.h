#pragma once

#include "security/NumberChecks.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

// What secrets look like: resources/security/secrets.json, compiled into the program so that it cannot be
// missing or changed beside it. Thread: any. Cannot fail: a test reads the file for mistakes.
struct SecretTable {
    struct CardBrand {
        struct Range {
            int digits = 0; // how many of them count
            qint64 first = 0;
            qint64 last = 0;
        };
        std::vector<Range> ranges;
        std::vector<int> lengths;
    };
    struct NationalId {
        QString name;
        QRegularExpression expression; // group "id" is the number
        bool isBare = false;           // the number alone; otherwise after a word that names it
        NumberCheck check = nullptr;
        std::vector<std::vector<int>> weights;
        int modulus = 0;
        int remainder = 0;
        bool accepts(const QString &found) const;
    };
    struct KeyPrefix {
        QString prefix;
        qsizetype least = 0; // characters after it
    };

    std::vector<CardBrand> cards;
    QHash<QString, QString> ibans; // country: a letter for each character after the check digits (n, a, c)
    std::vector<NationalId> nationalIds;
    QRegularExpression nationalLabels; // whether any of the labels stands in a text
    std::vector<KeyPrefix> keys;
    QStringList cardLabels;
    QRegularExpression otherNumber;  // a text that ends by naming a number of another kind
    QRegularExpression noCardNumber; // the same, with words that may name a person's number but no card's
    QRegularExpression passwords;    // group 1 is the password
    QRegularExpression ordinaryWord;

    bool isCardNumber(QStringView digits) const;

    static const SecretTable &builtIn();
};

} // namespace Helmdesk
