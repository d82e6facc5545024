#include "lectern/command.h"
