import type { Reaction } from '../../operation/act.js';
import { ofTheHub } from '../../policy/fact.js';
import { citizenIdHashesIn, knownToPersonnel, linkLawyers, takePersonnelTurn } from '../court/index.js';
import { citizenIdsOfLawyers, lawyersByCitizenIds } from '../justice/index.js';

/** Court staff or a relative was entered: the lawyer with the same citizen ID is noted with him. */
const personnelEntered: Reaction = {
  to: ['court-staff.recorded', 'kinship.declared', 'kinship.corrected'],
  async follow({ handle }, causes) {
    const hashes = await citizenIdHashesIn(
      handle,
      causes.map(({ recordId }) => recordId),
    );
    await linkLawyers(handle, ofTheHub(await lawyersByCitizenIds(handle, hashes)));
  },
};

/**
 * A licence event, perhaps of a new lawyer: court staff and relatives with his citizen ID are noted as him. The turn is
 * taken, so that two who enter the same person at once do not both miss the other.
 */
const lawyerEntered: Reaction = {
  to: ['licence-event.recorded'],
  async follow({ handle }, causes) {
    await takePersonnelTurn(handle);
    const lawyers = ofTheHub(await citizenIdsOfLawyers(handle, [...new Set(causes.map(({ recordId }) => recordId))]));
    const known = await knownToPersonnel(handle, [...lawyers.keys()]);
    await linkLawyers(handle, new Map(known.map((hash) => [hash, String(lawyers.get(hash))])));
  },
};

/** What keeps court staff and lawyers with the same citizen ID together. */
export const personnelLinks: readonly Reaction[] = [personnelEntered, lawyerEntered];
