#include "lectern/tui.h"
