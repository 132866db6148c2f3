import type { Matrix } from './columns.js';

// biome-ignore format: the matrix is read as a table
/** What the three administrators of an institution may ask; closed to every other role. */
export const administrationMatrix: Matrix = {
  // who may ask                             system  security audit  basis
  'Query.clients':                           ['area', 'area', 'area', 'LB-17'],
  'Query.client':                            ['area', 'area', 'area', 'LB-17'],
  'Query.clientOperations':                  ['area', 'area', 'area', 'LB-20'],
  'Query.operationLimits':                   ['area', 'area', 'area', 'LB-20'],
  'Query.disabledAccounts':                  ['-',    'area', 'area', 'LB-20'],
  'Query.administrators':                    ['area', 'area', 'area', 'LB-18'],
  'Query.administrationActs':                ['-',    '-',    'area', 'LB-19'],
  // who may write
  'Mutation.registerClient':                 ['area', '-',    '-',    'LB-17'],
  'Mutation.rotateClientKey':                ['area', '-',    '-',    'LB-17'],
  'Mutation.withdrawClientKey':              ['area', '-',    '-',    'LB-17'],
  'Mutation.confirmClientKey':               ['-',    'area', '-',    'LB-18'],
  'Mutation.activateClient':                 ['-',    'area', '-',    'LB-18'],
  'Mutation.disableClient':                  ['-',    'area', '-',    'LB-18'],
  'Mutation.liftClientLock':                 ['-',    'area', '-',    'LB-17'],
  'Mutation.registerClientOperations':       ['area', '-',    '-',    'LB-20'],
  'Mutation.retireClientOperations':         ['area', '-',    '-',    'LB-20'],
  'Mutation.limitClient':                    ['-',    'area', '-',    'LB-20'],
  'Mutation.limitUnit':                      ['-',    'area', '-',    'LB-20'],
  'Mutation.liftOperationLimit':             ['-',    'area', '-',    'LB-20'],
  'Mutation.disableAccount':                 ['-',    'area', '-',    'LB-20'],
  'Mutation.restoreAccount':                 ['-',    'area', '-',    'LB-20'],
  'Mutation.announceRulePack':               ['-',    'all',  '-',    'LB-45'],
  // which rows, by any path
  'Client':                                  ['area', 'area', 'area', 'LB-17'],
  'ClientKey':                               ['area', 'area', 'area', 'LB-17'],
  'ClientLock':                              ['area', 'area', 'area', 'LB-17'],
  'ClientOperation':                         ['area', 'area', 'area', 'LB-20'],
  'OperationLimit':                          ['area', 'area', 'area', 'LB-20'],
  'DisabledAccount':                         ['-',    'area', 'area', 'LB-20'],
  'Administrator':                           ['area', 'area', 'area', 'LB-18'],
  'AdministrationAct':                       ['-',    '-',    'area', 'LB-19'],
  // what they are shown
  'Client.*':                                ['F',    'F',    'F',    'LB-17'],
  'ClientKey.*':                             ['F',    'F',    'F',    'LB-17'],
  'ClientLock.*':                            ['F',    'F',    'F',    'LB-17'],
  'ClientOperation.*':                       ['F',    'F',    'F',    'LB-20'],
  'OperationLimit.*':                        ['F',    'F',    'F',    'LB-20'],
  'DisabledAccount.*':                       ['-',    'F',    'F',    'LB-20'],
  'Administrator.*':                         ['F',    'F',    'F',    'LB-18'],
  'AdministrationAct.*':                     ['-',    '-',    'F',    'LB-19'],
};
