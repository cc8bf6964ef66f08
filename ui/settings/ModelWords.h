#pragma once

#include "app/ModelRoom.h"
#include "theme/Theme.h"

#include <QCoreApplication>

namespace Helmdesk
{

// The words of the models' page and of the status strip for what is known of a language model, in the
// operator's language.
class ModelWords
{
    Q_DECLARE_TR_FUNCTIONS(ModelWords)

public:
    struct Sign {
        QString icon;
        Token token = Token::Secondary;
    };

    static QString provider(ModelProvider provider);
    static QString fault(ChatFault fault); // what happened and what can be done
    // How it does, in a sentence: "Answers; last test 210 ms".
    static QString state(const ModelRow &row);
    static QString shortState(const ModelState &state); // for the strip: "Model fast fails"
    static Sign sign(ModelHealth health);
    static QString abilities(const ModelProfile &profile);
    static QString prices(const ModelPrices &prices);
    static QString dollars(double value);
    static QString key(const ModelRow &row);
    static QString rule(PersonalDataRule rule, bool isLocal);
};

} // namespace Helmdesk
