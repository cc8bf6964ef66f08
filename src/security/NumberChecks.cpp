#include "security/NumberChecks.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{

namespace
{

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int digit(QStringView text, qsizetype at)
{
    return text[at].unicode() - u'0';
}

// Dihedral group of order ten.
bool passesVerhoeff(QStringView digits)
{
    static constexpr std::array<const char *, 10> product{
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"};
    static constexpr std::array<const char *, 8> permutation{"0123456789", "1576283094", "5803796142",
                                                             "8916043527", "9453126870", "4286573901",
                                                             "2793806415", "7046913258"};
    if (!areDigits(digits))
        return false;
    int check = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int value = digit(digits, digits.size() - 1 - i);
        const int permuted = permutation[static_cast<size_t>(i % 8)][value] - '0';
        check = product[static_cast<size_t>(check)][permuted] - '0';
    }
    return check == 0;
}

// German tax number: ISO 7064 mod 11,10, and among the first ten digits exactly one comes two or three times.
bool passesMod11And10(QStringView digits)
{
    if (digits.size() != 11 || !areDigits(digits))
        return false;
    std::array<int, 10> counts{};
    int product = 10;
    for (qsizetype i = 0; i < 10; ++i) {
        ++counts[static_cast<size_t>(digit(digits, i))];
        int sum = (digit(digits, i) + product) % 10;
        sum = sum == 0 ? 10 : sum;
        product = sum * 2 % 11;
    }
    const auto repeated = std::ranges::count_if(counts, [](int count) { return count > 1; });
    return repeated == 1 && std::ranges::max(counts) <= 3 && (11 - product) % 10 == digit(digits, 10);
}

int digitSum(int value)
{
    return value / 10 + value % 10;
}

bool passesGermanPension(QStringView number) // 15 070649 C 10 3
{
    static constexpr std::array weights{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    if (number.size() != 12 || !number[8].isLetter())
        return false;
    QString digits = number.left(8).toString();
    digits += QStringLiteral("%1").arg(number[8].unicode() - u'A' + 1, 2, 10, QLatin1Char('0'));
    digits += number.mid(9, 2);
    int sum = 0;
    for (qsizetype i = 0; i < 12; ++i)
        sum += digitSum(weights[static_cast<size_t>(i)] * digit(digits, i));
    return sum % 10 == digit(number, 11);
}

bool passesDni(QStringView number)
{
    if (number.size() != 9)
        return false;
    QString digits = number.left(8).toString();
    digits[0] = digits[0] == u'X' ? u'0' : digits[0] == u'Y' ? u'1' : digits[0] == u'Z' ? u'2' : digits[0];
    static constexpr QStringView letters = u"TRWAGMYFPDXBNJZSQVHLCKE";
    return areDigits(digits) && letters[digits.toInt() % 23] == number[8];
}

bool passesCodiceFiscale(QStringView number)
{
    static constexpr std::array odd{1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                    20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    if (number.size() != 16)
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < 15; ++i) {
        const int value = number[i].isDigit() ? digit(number, i) : number[i].unicode() - u'A';
        sum += i % 2 == 0 ? odd[static_cast<size_t>(value)] : value;
    }
    return sum % 26 == number[15].unicode() - u'A';
}

bool passesNir(QStringView number)
{
    if (number.size() != 15)
        return false;
    QString digits = number.left(13).toString();
    digits.replace(QLatin1String("2A"), QLatin1String("19"))
        .replace(QLatin1String("2B"), QLatin1String("18"));
    return areDigits(digits) && areDigits(number.right(2)) &&
           97 - digits.toLongLong() % 97 == number.right(2).toInt();
}

bool passesBelgianRegister(QStringView number)
{
    if (number.size() != 11 || !areDigits(number))
        return false;
    const qint64 body = number.left(9).toLongLong();
    const int check = number.right(2).toInt();
    return 97 - body % 97 == check || 97 - (2'000'000'000 + body) % 97 == check;
}

bool passesHetu(QStringView number) // 131052-308T
{
    QString digits = number.toString();
    if (digits.size() == 11)
        digits.remove(6, 1); // the sign of the century
    static constexpr QStringView letters = u"0123456789ABCDEFHJKLMNPRSTUVWXY";
    return digits.size() == 10 && areDigits(QStringView(digits).left(9)) &&
           letters[digits.left(9).toInt() % 31] == digits[9];
}

bool passesCpf(QStringView digits)
{
    if (digits.size() != 11 || !areDigits(digits))
        return false;
    for (const qsizetype length : {9, 10}) {
        qsizetype sum = 0;
        for (qsizetype i = 0; i < length; ++i)
            sum += digit(digits, i) * (length + 1 - i);
        if (sum * 10 % 11 % 10 != digit(digits, length))
            return false;
    }
    return true;
}

bool passesNric(QStringView number)
{
    static constexpr std::array weights{2, 7, 6, 5, 4, 3, 2};
    if (number.size() != 9 || !areDigits(number.mid(1, 7)))
        return false;
    int sum = number[0] == u'T' || number[0] == u'G' ? 4 : number[0] == u'M' ? 3 : 0;
    for (qsizetype i = 0; i < 7; ++i)
        sum += weights[static_cast<size_t>(i)] * digit(number, i + 1);
    const bool isCitizen = number[0] == u'S' || number[0] == u'T';
    const QStringView letters = isCitizen           ? QStringView(u"JZIHGFEDCBA")
                                : number[0] == u'M' ? QStringView(u"XWUTRQPNJLK")
                                                    : QStringView(u"XWUTRQPNMLK");
    const int rest = number[0] == u'M' ? 10 - sum % 11 : sum % 11;
    return letters[rest] == number[8];
}

} // namespace

bool passesLuhn(QStringView digits)
{
    int sum = 0;
    bool isDoubled = false;
    for (qsizetype at = digits.size() - 1; at >= 0; --at) {
        int value = digits[at].digitValue();
        if (value < 0)
            return false;
        if (isDoubled)
            value = value > 4 ? value * 2 - 9 : value * 2;
        sum += value;
        isDoubled = !isDoubled;
    }
    return !digits.isEmpty() && sum % 10 == 0;
}

bool passesMod97(QStringView iban)
{
    int rest = 0;
    for (qsizetype i = 0; i < iban.size(); ++i) {
        const QChar c = iban[(i + 4) % iban.size()];
        rest = c.isDigit() ? (rest * 10 + c.digitValue()) % 97 : (rest * 100 + c.unicode() - u'A' + 10) % 97;
    }
    return rest == 1;
}

bool passesWeighted(QStringView digits, const std::vector<int> &weights, int modulus, int remainder)
{
    if (digits.size() != static_cast<qsizetype>(weights.size()))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int value = digits[i] == u'X' ? 10 : digits[i].digitValue();
        if (value < 0)
            return false;
        sum += weights[static_cast<size_t>(i)] * value;
    }
    return ((sum % modulus) + modulus) % modulus == remainder;
}

NumberCheck findNumberCheck(QStringView name)
{
    struct Named {
        QStringView name;
        NumberCheck check;
    };
    static constexpr std::array<Named, 11> checks{{{u"luhn", passesLuhn},
                                                   {u"verhoeff", passesVerhoeff},
                                                   {u"mod11_10", passesMod11And10},
                                                   {u"de_pension", passesGermanPension},
                                                   {u"dni", passesDni},
                                                   {u"codice_fiscale", passesCodiceFiscale},
                                                   {u"nir", passesNir},
                                                   {u"be_register", passesBelgianRegister},
                                                   {u"hetu", passesHetu},
                                                   {u"cpf", passesCpf},
                                                   {u"nric", passesNric}}};
    const auto found = std::ranges::find(checks, name, &Named::name);
    return found == checks.end() ? nullptr : found->check;
}

} // namespace Helmdesk
