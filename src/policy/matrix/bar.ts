import type { Matrix } from './columns.js';

// biome-ignore format: the matrix is read as a table
export const barMatrix: Matrix = {
  // who may ask                             filing  judge   person. superv. justice bar     editor  firm    self    public  basis
  'Query.journals':                          ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-10'],
  'Query.journalIssue':                      ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-10'],
  'Query.journalIssues':                     ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-10'],
  'Query.journalArticle':                    ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-10'],
  'Query.mediatorRoster':                    ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-12'],
  'Query.mediatorRosterEntry':               ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-12'],
  // who may write
  'Mutation.publishJournalIssue':            ['-',    '-',    '-',    '-',    '-',    '-',    'own',  '-',    '-',    '-',    'LB-10'],
  'Mutation.publishMediatorRoster':          ['-',    '-',    '-',    '-',    '-',    'all',  '-',    '-',    '-',    '-',    'LB-11'],
  'Mutation.adjustMediatorRoster':           ['-',    '-',    '-',    '-',    '-',    'all',  '-',    '-',    '-',    '-',    'LB-11'],
  // which rows, by any path
  'Journal':                                 ['all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'all',  'LB-10'],
  'JournalIssue':                            ['audience', 'audience', 'audience', 'audience', 'audience', 'audience', 'own', 'audience', 'audience', 'audience', 'LB-10'],
  'JournalArticle':                          ['audience', 'audience', 'audience', 'audience', 'audience', 'audience', 'own', 'audience', 'audience', 'audience', 'LB-10'],
  'MediatorRosterEntry':                     ['all',  'all',  'all',  'all',  'all',  'all',  'listed', 'own', 'own',  'listed', 'LB-12'],
  // what they are shown
  'Journal.*':                               ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalIssue.id':                         ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalIssue.journal':                    ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalIssue.year':                       ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalIssue.number':                     ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalIssue.publishedOn':                ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalIssue.audience':                   ['-',    '-',    '-',    '-',    '-',    '-',    'F/-',  '-',    '-',    '-',    'LB-10'],
  'JournalIssue.articles':                   ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalIssue.articleCount':               ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.id':                       ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.issue':                    ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.title':                    ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.authors':                  ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.abstract':                 ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.body':                     ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.disclosure':               ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-10'],
  'JournalArticle.audience':                 ['-',    '-',    '-',    '-',    '-',    '-',    'F/-',  '-',    '-',    '-',    'LB-10'],
  'JournalArticle.withheldBasis':            ['-',    '-',    '-',    '-',    '-',    '-',    'F/-',  '-',    '-',    '-',    'LB-10'],
  'MediatorRosterEntry.id':                  ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'MediatorRosterEntry.lawyer':              ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'MediatorRosterEntry.court':               ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'MediatorRosterEntry.specialities':        ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'MediatorRosterEntry.state':               ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'MediatorRosterEntry.listedOn':            ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'MediatorRosterEntry.listedUntil':         ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'MediatorRosterEntry.removedOn':           ['F',    'F',    'F',    'F',    'F',    'F',    '-',    'F/-',  'F/-',  '-',    'LB-11'],
  'MediatorRosterEntry.removalReason':       ['F',    'F',    'F',    'F',    '-',    'F',    '-',    '-',    'F/-',  '-',    'LB-11'],
  // edges that the bar adds to the records of others
  'Lawyer.mediatorEntries':                  ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
  'Court.mediators':                         ['F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'F',    'LB-12'],
};
