import type { Matrix } from './columns.js';

// biome-ignore format: the matrix is read as a table
export const jointMatrix: Matrix = {
  // who may ask                             filing  judge   person. superv. justice bar     editor  firm    self    public  basis
  'Query.licenceAlerts':                     ['unit', '-',    'area', 'area', 'area', '-',    '-',    '-',    '-',    '-',    'LB-07'],
  // which rows, by any path
  'LicenceAlert':                            ['unit', '-',    'area', 'area', 'area', '-',    '-',    '-',    '-',    '-',    'LB-07'],
  // what they are shown
  'LicenceAlert.*':                          ['F',    '-',    'F',    'F',    'F',    '-',    '-',    '-',    '-',    '-',    'LB-07'],
  'MediatorRosterEntry.available':           ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-11'],
};
