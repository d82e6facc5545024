/*
 * Prints the configuration, complete and commented, as it is in force.
 */
#ifndef LECTERN_CONFIG_PRINT_H
#define LECTERN_CONFIG_PRINT_H

#include "lectern/system/config.h"

/*
 * Prints to standard output what the configuration file may say: what it does
 * say as lines, what holds without a line as comments.
 */
void config_print(const struct config *config);

#endif
