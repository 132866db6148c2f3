import { ofTheHub } from '../../policy/fact.js';
import type { RosterRegistry } from '../bar/index.js';
import { courtsByCodes } from '../court/index.js';
import { lawyersForRoster } from '../justice/index.js';

/** What the bar's roster needs to know of lawyers and courts, from the registers of justice department and court. */
export const rosterRegistry: RosterRegistry = {
  async lawyers(handle, named) {
    const found = await lawyersForRoster(handle, named);
    return found.map(({ id, numbers, status, firmId }) => ({
      id,
      numbers,
      isPractising: status === 'PRACTISING',
      firmId,
    }));
  },
  courts: async (handle, codes, on) => ofTheHub(await courtsByCodes(handle, codes, on)),
};
