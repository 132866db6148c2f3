import type { InternRegistry } from '../bar/index.js';
import { firmsNamed } from '../justice/index.js';
import { rosterRegistry } from './roster-registry.js';

/** What the bar's internships need to know of lawyers, firms and courts, from the registers of their owners. */
export const internRegistry: InternRegistry = { ...rosterRegistry, firms: firmsNamed };
