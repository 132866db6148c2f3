import { createHash } from 'node:crypto';
import type { Role } from '../identity/roles.js';
import { administrationMatrix } from './matrix/administration.js';
import { barMatrix } from './matrix/bar.js';
import { carrierMatrix } from './matrix/carriers.js';
import { type Matrix, widened } from './matrix/columns.js';
import { courtMatrix } from './matrix/court.js';
import { hubMatrix } from './matrix/hub.js';
import { jointMatrix } from './matrix/joint.js';
import { justiceMatrix } from './matrix/justice.js';
import { purposesByRole } from './matrix/purposes.js';
import { type Rights, rightsOf } from './rights.js';

/** The permission tables as they stand, one for each owning institution, with a cell for every role. */
export const tables = {
  justice: widened(justiceMatrix, {}),
  court: widened(courtMatrix, {}),
  bar: widened(barMatrix, {}),
  joint: widened(jointMatrix, {}),
  hub: widened(hubMatrix, administrationMatrix),
  carriers: widened(carrierMatrix, {}),
} as const satisfies Record<string, Matrix>;

/** The whole permission matrix. */
export const matrix: Matrix = Object.assign({}, ...Object.values(tables));

const rightsByRole = rightsOf(matrix);

/** The rights of a role. */
export const rights = (role: Role): Rights => rightsByRole.get(role) as Rights;

/** Digest of what the matrix and the table of purposes say: two hubs with the same one decide alike. */
export const policyVersion = createHash('sha256')
  .update(JSON.stringify([matrix, purposesByRole]))
  .digest('hex');
