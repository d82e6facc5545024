/*
 * A sandbox for a process that starts no programs: Landlock, where Linux has it
 * (see landlock(7)).
 */
#ifndef LECTERN_SANDBOX_H
#define LECTERN_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Confines the process and the threads that it starts from here on: they can
 * write, create, rename and remove files only in and below the `n` folders;
 * they can start no program, gain no privileges and use no TCP.  Open files
 * stay usable, and everything can be read.  A missing folder is skipped.
 * Returns false if the system has no Landlock: then only privileges are given
 * up.
 */
bool sandbox_enter(const char *const *folders, size_t n);

#endif
