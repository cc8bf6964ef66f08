#pragma once

#include "encoder/WeightFile.h"

#include <cstdint>
#include <QStringView>
#include <string_view>
#include <vector>

namespace Helmdesk
{

using TokenId = std::uint32_t;

// Cuts text into the pieces that the encoder knows, exactly as its reference tokenizer does: control
// characters dropped, accents stripped, lower-cased, split at spaces, punctuation and ideographs, then the
// longest known piece first. What a character becomes stands in the weight file's table, so it does not
// depend on Qt's Unicode version. Broken UTF-16 is dropped. Takes time proportional to the text, and stops
// reading once the pieces are full.
//
// Thread: any. Ownership: the weight file must outlive it. Failure: none; any text gives tokens.
class WordPieceTokenizer
{
public:
    static constexpr TokenId unknown = 100;   // [UNK]
    static constexpr TokenId start = 101;     // [CLS]
    static constexpr TokenId separator = 102; // [SEP]

    explicit WordPieceTokenizer(const WeightFile &file);

    // [CLS], the pieces, [SEP]: at most `limit` (at least 2) tokens in all.
    std::vector<TokenId> tokenize(QStringView text, std::size_t limit = WeightFile::positions) const;

private:
    struct Pieces;

    void addCharacter(char32_t point, Pieces &pieces) const;
    void addNormal(std::uint32_t entry, char32_t point, Pieces &pieces) const;
    void endWord(Pieces &pieces) const;
    bool matchWord(std::string_view word, std::vector<TokenId> &out) const;
    TokenId findPiece(std::string_view text, bool continues, std::uint32_t hash) const;

    const WeightFile::Vocabulary &m_vocabulary;
    const WeightFile::CharacterTable &m_characters;
};

} // namespace Helmdesk
