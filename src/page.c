#include "lectern/page.h"
