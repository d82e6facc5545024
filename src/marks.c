#include "lectern/marks.h"
