#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace Helmdesk
{

// "Name: value" with a short name in any script. `name` is empty where the line is no such line.
struct LabelledValue {
    QString name;  // folded, see phraseKey
    QString value; // trimmed, without marks of bold type
};
LabelledValue labelledValueOf(QStringView content);

// One line of a text, as the finders look at it.
struct TextLine {
    qsizetype begin = 0;  // in the text, in UTF-16 units
    qsizetype length = 0; // without the line break
    int depth = 0;        // how often it is quoted: "> > x" is 2
    QString content;      // visible text without the marks of quoting, trimmed
    bool isBlank = false; // nothing but marks of quoting
    LabelledValue field;  // of the content

    qsizetype end() const { return begin + length; }
    bool isQuoted() const { return depth > 0; }
};

// All lines of the text in order; together with their line breaks they are the text. Pure; linear.
std::vector<TextLine> linesOf(const QString &text);

} // namespace Helmdesk
