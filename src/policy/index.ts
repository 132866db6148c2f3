import type { Role } from '../identity/roles.js';
import { barMatrix } from './matrix/bar.js';
import { carrierMatrix } from './matrix/carriers.js';
import type { Matrix } from './matrix/columns.js';
import { courtMatrix } from './matrix/court.js';
import { hubMatrix } from './matrix/hub.js';
import { jointMatrix } from './matrix/joint.js';
import { justiceMatrix } from './matrix/justice.js';
import { type Rights, rightsOf } from './rights.js';

/** The whole permission matrix, one table per owning institution. */
export const matrix: Matrix = {
  ...justiceMatrix,
  ...courtMatrix,
  ...barMatrix,
  ...jointMatrix,
  ...hubMatrix,
  ...carrierMatrix,
};

const rightsByRole = rightsOf(matrix);

/** The rights of a role. */
export const rights = (role: Role): Rights => rightsByRole.get(role) as Rights;
