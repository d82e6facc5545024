#include "lectern/term.h"
