import { runNamed } from './command-line.js';
import { lookup } from './lookup.js';
import { push } from './push.js';
import { growthAlone } from './reads/growth.js';
import { reads } from './reads/reads.js';
import { restrictions } from './restrictions/restrictions.js';

runNamed('bench', { push, lookup, restrictions, reads, growth: growthAlone });
