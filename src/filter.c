#include "lectern/filter.h"
