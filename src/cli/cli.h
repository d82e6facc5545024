/*
 * The command line: parses arguments, loads documents, and prints or opens the
 * browser.
 */
#ifndef LECTERN_CLI_H
#define LECTERN_CLI_H

/* Runs the program; returns its exit status. */
int cli_main(int argc, char **argv);

#endif
