import { runNamed } from './command-line.js';
import { lookup } from './lookup.js';
import { push } from './push.js';

runNamed('bench', { push, lookup });
