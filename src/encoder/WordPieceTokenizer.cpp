#include "encoder/WordPieceTokenizer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace Helmdesk
{
namespace
{

constexpr std::size_t longestWord = 100; // characters; a longer word is unknown
constexpr TokenId none = 0xFFFFFFFF;

// What the character table says, as written by make_weights.py.
enum CharacterKind : std::uint32_t { Drop, Word, Space, Alone, Expansion };
constexpr std::uint32_t itself = 0x1FFFFF;

constexpr CharacterKind kindOf(std::uint32_t entry)
{
    return static_cast<CharacterKind>(entry >> 24 & 7U);
}
constexpr std::uint32_t targetOf(std::uint32_t entry)
{
    return entry & itself;
}
constexpr std::uint32_t lengthOf(std::uint32_t entry)
{
    return entry >> 27;
}

constexpr std::uint32_t hashSeed = 2166136261U; // FNV-1a
constexpr std::uint32_t nextHash(std::uint32_t hash, char byte)
{
    return (hash ^ static_cast<std::uint8_t>(byte)) * 16777619U;
}
constexpr std::string_view continuation = "##";
constexpr std::uint32_t continuationSeed = nextHash(nextHash(hashSeed, '#'), '#');

// The names that stand for themselves wherever they occur in a text, as in the reference.
struct SpecialName {
    QStringView name;
    TokenId token;
};
constexpr std::array<SpecialName, 5> specialNames{{{u"[PAD]", 0},
                                                   {u"[UNK]", WordPieceTokenizer::unknown},
                                                   {u"[CLS]", WordPieceTokenizer::start},
                                                   {u"[SEP]", WordPieceTokenizer::separator},
                                                   {u"[MASK]", 103}}};

std::optional<SpecialName> specialNameAt(QStringView text)
{
    const auto found =
        std::ranges::find_if(specialNames, [&](const SpecialName &s) { return text.startsWith(s.name); });
    return found == specialNames.end() ? std::nullopt : std::optional(*found);
}

void appendUtf8(char32_t point, std::string &out)
{
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | point >> 6);
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

} // namespace

// The tokens so far and the word being read.
struct WordPieceTokenizer::Pieces {
    std::vector<TokenId> tokens;
    std::size_t limit; // for tokens, without the separator
    std::string word = {};
    std::size_t characters = 0; // of the word, also when it grew too long to be kept
    std::vector<TokenId> wordTokens = {};

    bool full() const { return tokens.size() >= limit; }
    void add(TokenId token)
    {
        if (!full())
            tokens.push_back(token);
    }
};

WordPieceTokenizer::WordPieceTokenizer(const WeightFile &file)
    : m_vocabulary(file.vocabulary())
    , m_characters(file.characters())
{
}

std::vector<TokenId> WordPieceTokenizer::tokenize(QStringView text, std::size_t limit) const
{
    Pieces pieces{.tokens = {start}, .limit = std::max<std::size_t>(limit, 2) - 1};
    for (qsizetype at = 0; at < text.size() && !pieces.full();) {
        const QChar unit = text[at];
        if (unit == u'[') {
            if (const auto special = specialNameAt(text.sliced(at))) {
                endWord(pieces);
                pieces.add(special->token);
                at += special->name.size();
                continue;
            }
        }
        char32_t point = unit.unicode();
        ++at;
        if (unit.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
            point = QChar::surrogateToUcs4(unit, text[at++]);
        addCharacter(point, pieces);
    }
    endWord(pieces);
    pieces.tokens.push_back(separator);
    return std::move(pieces.tokens);
}

void WordPieceTokenizer::addCharacter(char32_t point, Pieces &pieces) const
{
    const std::uint32_t entry = m_characters.entries[m_characters.pages[point >> 8] * 256U + (point & 0xFF)];
    if (kindOf(entry) != Expansion) {
        addNormal(entry, point, pieces);
        return;
    }
    const std::size_t first = targetOf(entry);
    const std::size_t end = std::min<std::size_t>(first + lengthOf(entry), m_characters.expansions.size());
    for (std::size_t i = first; i < end; ++i)
        addNormal(m_characters.expansions[i], point, pieces);
}

void WordPieceTokenizer::addNormal(std::uint32_t entry, char32_t point, Pieces &pieces) const
{
    const CharacterKind kind = kindOf(entry);
    if (kind == Drop)
        return;
    if (kind == Space || kind == Alone)
        endWord(pieces);
    if (kind == Space)
        return;
    if (pieces.characters++ < longestWord)
        appendUtf8(targetOf(entry) == itself ? point : targetOf(entry), pieces.word);
    if (kind == Alone)
        endWord(pieces);
}

void WordPieceTokenizer::endWord(Pieces &pieces) const
{
    if (pieces.characters == 0)
        return;
    pieces.wordTokens.clear();
    if (pieces.characters <= longestWord && matchWord(pieces.word, pieces.wordTokens)) {
        for (const TokenId token : pieces.wordTokens)
            pieces.add(token);
    } else {
        pieces.add(unknown);
    }
    pieces.word.clear();
    pieces.characters = 0;
}

// Always the longest piece that fits; a word with a part that fits nothing is unknown as a whole.
bool WordPieceTokenizer::matchWord(std::string_view word, std::vector<TokenId> &out) const
{
    std::array<std::uint32_t, 257> hashes; // hashes[n] is that of the first n bytes
    for (std::size_t at = 0; at < word.size();) {
        const std::string_view rest = word.substr(at, m_vocabulary.longestPiece);
        const bool continues = at > 0;
        hashes[0] = continues ? continuationSeed : hashSeed;
        for (std::size_t n = 0; n < rest.size(); ++n)
            hashes[n + 1] = nextHash(hashes[n], rest[n]);
        std::size_t length = rest.size();
        TokenId token = none;
        for (; length > 0; --length) {
            token = findPiece(rest.substr(0, length), continues, hashes[length]);
            if (token != none)
                break;
        }
        if (token == none)
            return false;
        out.push_back(token);
        at += length;
    }
    return true;
}

TokenId WordPieceTokenizer::findPiece(std::string_view text, bool continues, std::uint32_t hash) const
{
    const std::size_t mask = m_vocabulary.hashSlots.size() - 1;
    for (std::size_t slot = hash & mask; m_vocabulary.hashSlots[slot] != 0; slot = (slot + 1) & mask) {
        const TokenId token = m_vocabulary.hashSlots[slot] - 1;
        const std::size_t first = m_vocabulary.offsets[token];
        std::string_view piece(m_vocabulary.text.data() + first, m_vocabulary.offsets[token + 1] - first);
        if (continues) {
            if (!piece.starts_with(continuation))
                continue;
            piece.remove_prefix(continuation.size());
        }
        if (piece == text)
            return token;
    }
    return none;
}

} // namespace Helmdesk
