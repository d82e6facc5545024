#include "lectern/load.h"
