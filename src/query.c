#include "lectern/query.h"
