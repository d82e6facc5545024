#include "lectern/text.h"
