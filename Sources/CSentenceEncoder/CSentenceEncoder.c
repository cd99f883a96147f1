#include "CSentenceEncoder.h"
