#include "lectern/draw.h"
