import type { CounselRegistry } from '../court/index.js';
import { counselOn } from '../justice/index.js';

/** What the court's representations need to know of lawyers, from the register of the justice department. */
export const counselRegistry: CounselRegistry = { counsel: counselOn };
