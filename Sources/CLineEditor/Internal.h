#pragma once

/* Between these two, the screen and Ctrl-C belong to a program that we have started; it is ended where
 * we are told to end. */
void le_child_started(int process);
void le_child_ended(void);
