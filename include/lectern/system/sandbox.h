/*
 * A sandbox for a program that has no more to start: Landlock, where Linux has
 * it (see landlock(7)).
 */
#ifndef LECTERN_SANDBOX_H
#define LECTERN_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

/*
 * From here on the process, and threads that it starts, write, make, rename and
 * remove files in the `n` folders alone, and in what is below them; they start
 * no program, gain no privileges, and have no TCP.  Files that are open stay as
 * they are, and everything may be read.  A folder that is not there is passed
 * over.  False, and only privileges are given up: the system has no Landlock.
 */
bool sandbox_enter(const char *const *folders, size_t n);

#endif
