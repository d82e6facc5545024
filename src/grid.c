#include "lectern/grid.h"
