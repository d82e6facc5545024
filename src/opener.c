#include "lectern/opener.h"
