#include "lectern/print.h"
