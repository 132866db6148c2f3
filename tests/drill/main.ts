import { runNamed } from '../bench/command-line.js';

runNamed('drill', {});
