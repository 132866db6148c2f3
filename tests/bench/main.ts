import { runNamed } from './command-line.js';
import { lookup } from './lookup.js';
import { push } from './push.js';
import { growthAlone } from './reads/growth.js';
import { reads } from './reads/reads.js';

runNamed('bench', { push, lookup, reads, growth: growthAlone });
