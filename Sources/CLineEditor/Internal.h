#pragma once

/* Between these two, Ctrl-C belongs to a program that we have started. */
void le_child_started(void);
void le_child_ended(void);
