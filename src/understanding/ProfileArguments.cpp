#include "understanding/ProfileArguments.h"
