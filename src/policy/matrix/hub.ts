import type { Matrix } from './columns.js';

// biome-ignore format: the matrix is read as a table
export const hubMatrix: Matrix = {
  // who may ask                             filing  judge   person. superv. justice bar     editor  firm    self    public  basis
  'Query.whoAmI':                            ['own',  'own',  'own',  'own',  'own',  'own',  'own',  'own',  'own',  'own',  'LB-15'],
  'Query.units':                             ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-16'],
  'Query.purposes':                          ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-14'],
  'Query.legalBases':                        ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-14'],
  'Query.rulePacks':                         ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-45'],
  // which rows, by any path
  'Viewer':                                  ['own',  'own',  'own',  'own',  'own',  'own',  'own',  'own',  'own',  'own',  'LB-15'],
  'Unit':                                    ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-16'],
  'PurposeEntry':                            ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-14'],
  'LegalBasisEntry':                         ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-14'],
  'RulePack':                                ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-45'],
  'RuleSwitch':                              ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-45'],
  // what they are shown
  'Viewer.*':                                ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-15'],
  'Unit.*':                                  ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-16'],
  'PurposeEntry.*':                          ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-14'],
  'LegalBasisEntry.*':                       ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-14'],
  'RulePack.*':                              ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-45'],
  'RuleSwitch.*':                            ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-45'],
};
