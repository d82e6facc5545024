#include "lectern/app.h"
