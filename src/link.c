#include "lectern/link.h"
