import type { Matrix } from './columns.js';

// biome-ignore format: the matrix is read as a table
export const courtMatrix: Matrix = {
  // who may ask                             filing  judge   person. superv. justice bar     editor  firm    self    public  basis
  'Query.court':                             ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-12'],
  'Query.courts':                            ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-12'],
  'Query.courtPersonnelCategories':          ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-13'],
  // which rows, by any path
  'Court':                                   ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-12'],
  'CourtPersonnelCategoryEntry':             ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-13'],
  // what they are shown
  'Court.id':                                ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'Court.code':                              ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'Court.name':                              ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'Court.level':                             ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'Court.divisionCode':                      ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'Court.parent':                            ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'Court.area':                              ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'CourtPersonnelCategoryEntry.*':           ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-13'],
};
