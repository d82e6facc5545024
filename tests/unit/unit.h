/*
 * What every unit test includes: cmocka with the headers that it wants first.
 */
#ifndef LECTERN_TESTS_UNIT_H
#define LECTERN_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/*
 * How many rounds of a test by dice are thrown: all of them, or an eighth where
 * a sanitizer makes each of them long.  There a round asks whether memory and
 * threads are used well; other builds see what comes out in all.
 */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define UNIT_ROUNDS(all) ((all) / 8)
#else
#define UNIT_ROUNDS(all) (all)
#endif

#endif
