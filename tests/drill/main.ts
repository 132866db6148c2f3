import 'reflect-metadata';
import { runNamed } from '../bench/command-line.js';
import { differential } from './differential.js';
import { fuzz } from './fuzz.js';
import { greedy } from './greedy.js';
import { noninterference } from './noninterference.js';
import { revoke } from './revoke.js';

runNamed('drill', { differential, fuzz, greedy, noninterference, revoke });
