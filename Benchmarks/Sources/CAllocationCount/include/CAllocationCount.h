/// Number of calls that asked for memory since the program began; 0 where they cannot be counted.
unsigned long allocation_count(void);
