#include "lectern/name.h"
