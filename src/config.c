#include "lectern/config.h"
