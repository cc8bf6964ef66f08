#include "knowledge/HtmlEntities.h"

#include <algorithm>
#include <QHash>
#include <QStringList>

namespace Helmdesk
{

namespace
{

// The names of U+00A0 to U+00FF in their order.
constexpr char latinNames[] =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg "
    "plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 "
    "iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
    "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil "
    "egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde "
    "ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const QHash<QString, QString> &namedEntities()
{
    static const QHash<QString, QString> few = {
        {QStringLiteral("amp"), QStringLiteral("&")},
        {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")},
        {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")},
        {QStringLiteral("nbsp"), QStringLiteral(" ")},
        {QStringLiteral("trade"), QStringLiteral("™")},
        {QStringLiteral("hellip"), QStringLiteral("…")},
        {QStringLiteral("ndash"), QStringLiteral("–")},
        {QStringLiteral("mdash"), QStringLiteral("—")},
        {QStringLiteral("lsquo"), QStringLiteral("‘")},
        {QStringLiteral("rsquo"), QStringLiteral("’")},
        {QStringLiteral("ldquo"), QStringLiteral("“")},
        {QStringLiteral("rdquo"), QStringLiteral("”")},
        {QStringLiteral("euro"), QStringLiteral("€")},
        {QStringLiteral("bull"), QStringLiteral("•")},
        {QStringLiteral("rarr"), QStringLiteral("→")},
        {QStringLiteral("larr"), QStringLiteral("←")},
        {QStringLiteral("shy"), QString()},
        {QStringLiteral("OElig"), QStringLiteral("Œ")},
        {QStringLiteral("oelig"), QStringLiteral("œ")},
        {QStringLiteral("Scaron"), QStringLiteral("Š")},
        {QStringLiteral("scaron"), QStringLiteral("š")},
        {QStringLiteral("Zcaron"), QStringLiteral("Ž")},
        {QStringLiteral("zcaron"), QStringLiteral("ž")},
        {QStringLiteral("sbquo"), QStringLiteral("‚")},
        {QStringLiteral("bdquo"), QStringLiteral("„")},
        {QStringLiteral("lsaquo"), QStringLiteral("‹")},
        {QStringLiteral("rsaquo"), QStringLiteral("›")},
        {QStringLiteral("uarr"), QStringLiteral("↑")},
        {QStringLiteral("darr"), QStringLiteral("↓")},
        {QStringLiteral("harr"), QStringLiteral("↔")},
        {QStringLiteral("rArr"), QStringLiteral("⇒")},
        {QStringLiteral("le"), QStringLiteral("≤")},
        {QStringLiteral("ge"), QStringLiteral("≥")},
        {QStringLiteral("ne"), QStringLiteral("≠")},
        {QStringLiteral("minus"), QStringLiteral("−")},
        {QStringLiteral("infin"), QStringLiteral("∞")},
        {QStringLiteral("check"), QStringLiteral("✓")},
        {QStringLiteral("star"), QStringLiteral("☆")},
        {QStringLiteral("ensp"), QStringLiteral(" ")},
        {QStringLiteral("emsp"), QStringLiteral(" ")},
        {QStringLiteral("thinsp"), QStringLiteral(" ")},
        {QStringLiteral("num"), QStringLiteral("#")},
        {QStringLiteral("lbrack"), QStringLiteral("[")},
        {QStringLiteral("rbrack"), QStringLiteral("]")},
        {QStringLiteral("lsqb"), QStringLiteral("[")},
        {QStringLiteral("rsqb"), QStringLiteral("]")},
        {QStringLiteral("lpar"), QStringLiteral("(")},
        {QStringLiteral("rpar"), QStringLiteral(")")},
        {QStringLiteral("ast"), QStringLiteral("*")},
        {QStringLiteral("lowbar"), QStringLiteral("_")},
        {QStringLiteral("colon"), QStringLiteral(":")},
        {QStringLiteral("comma"), QStringLiteral(",")},
        {QStringLiteral("period"), QStringLiteral(".")},
        {QStringLiteral("excl"), QStringLiteral("!")},
        {QStringLiteral("quest"), QStringLiteral("?")},
        {QStringLiteral("percnt"), QStringLiteral("%")},
        {QStringLiteral("dollar"), QStringLiteral("$")},
        {QStringLiteral("commat"), QStringLiteral("@")},
        {QStringLiteral("sol"), QStringLiteral("/")},
        {QStringLiteral("bsol"), QStringLiteral("\\")},
        {QStringLiteral("vert"), QStringLiteral("|")},
        {QStringLiteral("grave"), QStringLiteral("`")},
        {QStringLiteral("plus"), QStringLiteral("+")},
        {QStringLiteral("equals"), QStringLiteral("=")},
        {QStringLiteral("semi"), QStringLiteral(";")},
        {QStringLiteral("lcub"), QStringLiteral("{")},
        {QStringLiteral("rcub"), QStringLiteral("}")},
        {QStringLiteral("dagger"), QStringLiteral("†")},
        {QStringLiteral("permil"), QStringLiteral("‰")},
        {QStringLiteral("prime"), QStringLiteral("′")},
        {QStringLiteral("zwj"), QString()},
        {QStringLiteral("zwnj"), QString()},
        {QStringLiteral("lrm"), QString()},
        {QStringLiteral("rlm"), QString()},
    };
    static const QHash<QString, QString> entities = [] {
        QHash<QString, QString> all;
        char16_t code = 0x00A0;
        for (const QString &name : QString::fromLatin1(latinNames).split(u' '))
            all.insert(name, QString(QChar(code++)));
        all.insert(few); // a space that does not break is a space, a soft hyphen nothing
        return all;
    }();
    return entities;
}

// Where the ';' of an entity stands, or -1; no name is longer than eight characters.
qsizetype endOfEntity(QStringView text, qsizetype ampersand)
{
    constexpr qsizetype longest = 10;
    const qsizetype found =
        text.sliced(ampersand, std::min(longest + 1, text.size() - ampersand)).indexOf(u';');
    return found < 0 ? -1 : ampersand + found;
}

} // namespace

QString decodedEntities(QStringView text)
{
    QString out;
    out.reserve(text.size());
    qsizetype i = 0;
    while (i < text.size()) {
        if (text[i] != u'&') {
            out += text[i++];
            continue;
        }
        const qsizetype end = endOfEntity(text, i);
        const QStringView name = end > i ? text.sliced(i + 1, end - i - 1) : QStringView();
        if (name.startsWith(u'#')) {
            const bool isHex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
            bool ok = false;
            const uint code = isHex ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok, 10);
            if (ok && code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF)) {
                const char32_t point = code;
                out += QString::fromUcs4(&point, 1);
                i = end + 1;
                continue;
            }
        } else if (!name.isEmpty()) {
            const auto found = namedEntities().constFind(name.toString());
            if (found != namedEntities().constEnd()) {
                out += *found;
                i = end + 1;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

} // namespace Helmdesk
