#pragma once

#include "core/ResourcePaths.h"
#include "understanding/ActTable.h"
#include "understanding/LearnedReader.h"

namespace Helmdesk::Test
{

// The encoder and the heads that the build trained, opened once for a test program. The target needs
// helmdesk_reading_model.
inline const LearnedReader &realReader()
{
    static const std::shared_ptr<SentenceEncoder> encoder = [] {
        auto opened = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return std::shared_ptr<SentenceEncoder>(std::move(*opened));
    }();
    static const LearnedReader reader = [] {
        auto model = loadBuiltReadingModel();
        const auto acts = loadActTable(resourceFile(QStringLiteral("understanding/acts.json")));
        if (!model || !acts)
            qFatal("the reading model is not there");
        const auto tokensOf = [](const QString &text) {
            return std::make_shared<const TokenVectors>(encoder->encodeTokens(text));
        };
        return LearnedReader(tokensOf, std::make_shared<const ReadingModel>(std::move(*model)), *acts);
    }();
    return reader;
}

} // namespace Helmdesk::Test
