/** Who publishes a journal (主办单位): the court its two titles, the bar its one (000 art. 18). */
export const publishers = { COURT: '法院', BAR: '律师协会' } as const;
export type Publisher = keyof typeof publishers;

/** Readers that an audience names (读者范围). PUBLIC is everybody. */
export const journalReaders = {
  PUBLIC: '社会公众',
  COURT: '法院',
  JUSTICE: '司法行政机关',
  BAR: '律师协会',
  MEMBERS: '会员律师和律师事务所',
} as const;
export type JournalReader = keyof typeof journalReaders;

/** The disclosure decision that every article needs (公开属性): 依法依规不予公开或不宜交流的除外. */
export const disclosures = {
  PUBLIC: '公开:刊期的读者均可阅览',
  SHARED: '共享:限三方机构和会员',
  RESTRICTED: '限定范围:限列明的读者',
  WITHHELD: '不予公开或不宜交流:仅主办单位编辑可见',
} as const;
export type Disclosure = keyof typeof disclosures;
