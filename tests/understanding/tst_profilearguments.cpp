#include "support/TestSupport.h"
int main()
{
    return 0;
}
