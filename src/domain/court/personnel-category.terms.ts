const QINGDAO = '001-qingdao-2023';
const ONE_STOP = '002-spc-moj-2020';
const BAZHOU = '004-bazhou-2024';
const STAFF = '律师与仲裁人员、执行人员、书记员、司法警察、司法技术辅助人员及其他人员之间交往中';

/**
 * Categories of court personnel (法院人员类别), row C04: the term, and where the sources name it. Quotes are verbatim;
 * 001 is cut at its line breaks, so that its quotes are parts of lines.
 */
export const personnelCategories = {
  JUDGE: { zh: '法官', source: ONE_STOP, article: 'notice 2', quote: '要加强法官、法官助理及诉讼服务工作人员业务培训' },
  ASSISTANT_JUDGE: { zh: '法官助理', source: QINGDAO, article: 'art. 20', quote: '律师与法官助理、书记员、执行员' },
  CLERK: { zh: '书记员', source: QINGDAO, article: 'art. 20', quote: '律师与法官助理、书记员、执行员' },
  EXECUTOR: { zh: '执行员', source: QINGDAO, article: 'art. 20', quote: '律师与法官助理、书记员、执行员' },
  PEOPLES_ASSESSOR: {
    zh: '人民陪审员',
    source: QINGDAO,
    article: 'art. 20',
    quote: '人民陪审员及其他司法辅助人员之间的良性互动关系',
  },
  JUDICIAL_POLICE: { zh: '司法警察', source: BAZHOU, article: 'art. 4', quote: STAFF },
  JUDICIAL_TECHNICIAN: { zh: '司法技术辅助人员', source: BAZHOU, article: 'art. 4', quote: STAFF },
  OTHER_SUPPORT: {
    zh: '其他司法辅助人员',
    source: QINGDAO,
    article: 'art. 20',
    quote: '其他司法辅助人员之间的良性互动关系',
  },
} as const;
export type PersonnelCategory = keyof typeof personnelCategories;
