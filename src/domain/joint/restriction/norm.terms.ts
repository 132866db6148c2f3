/** Levels of norm (规范层级), highest first; every constraint names its own (legal-rules 0.7). */
export const normLevels = {
  LAW: { zh: '法律', en: 'law' },
  JUDICIAL_INTERPRETATION: { zh: '司法解释', en: 'judicial interpretation' },
  DEPARTMENTAL_RULE: { zh: '部门规章', en: 'departmental rule' },
  NORMATIVE_DOCUMENT: { zh: '规范性文件', en: 'normative document' },
} as const;
export type NormLevel = keyof typeof normLevels;

/** One norm: where it is found, in both languages, and its level. */
export interface NormWords {
  readonly level: NormLevel;
  readonly zh: string;
  readonly en: string;
}

const norm = (level: NormLevel, zh: string, en: string): NormWords => ({ level, zh, en });
const law = (zh: string, en: string) => norm('LAW', zh, en);
const interpretation = (zh: string, en: string) => norm('JUDICIAL_INTERPRETATION', zh, en);
const document = (zh: string, en: string) => norm('NORMATIVE_DOCUMENT', zh, en);
const o61 = (zh: string, en: string) => document(`司发通〔2021〕61号${zh}`, `Opinion Sifatong [2021] 61, ${en}`);
const recusal = (zh: string, en: string) =>
  interpretation(`审判人员回避规定(法释〔2011〕12号)${zh}`, `SPC Recusal Rules 2011, ${en}`);

/** The norms the rules cite (legal-rules section 1), by the codes used there. In-force days are data of the packs. */
export const norms = {
  JL22: law('法官法第二十二条', 'Judges Law art. 22'),
  'JL24-1': law('法官法第二十四条第一项', 'Judges Law art. 24(1)'),
  'JL24-2': law('法官法第二十四条第二项', 'Judges Law art. 24(2)'),
  'JL36-1': law('法官法第三十六条第一款', 'Judges Law art. 36(1)'),
  'JL36-2': law('法官法第三十六条第二款', 'Judges Law art. 36(2)'),
  'JL36-3': law('法官法第三十六条第三款', 'Judges Law art. 36(3)'),
  PL23: law('检察官法第二十三条', 'Prosecutors Law art. 23'),
  PL25: law('检察官法第二十五条', 'Prosecutors Law art. 25'),
  'PL37-1': law('检察官法第三十七条第一款', 'Prosecutors Law art. 37(1)'),
  'PL37-2': law('检察官法第三十七条第二款', 'Prosecutors Law art. 37(2)'),
  'PL37-3': law('检察官法第三十七条第三款', 'Prosecutors Law art. 37(3)'),
  'SL49-1': law('监察官法第四十九条第一款', 'Supervisors Law art. 49(1)'),
  'SL49-2': law('监察官法第四十九条第二款', 'Supervisors Law art. 49(2)'),
  'SL49-3': law('监察官法第四十九条第三款', 'Supervisors Law art. 49(3)'),
  SL51: law('监察官法第五十一条', 'Supervisors Law art. 51'),
  'LL7-1': law('律师法第七条第一项', 'Lawyers Law art. 7(1)'),
  'LL7-2': law('律师法第七条第二项', 'Lawyers Law art. 7(2)'),
  'LL7-3': law('律师法第七条第三项', 'Lawyers Law art. 7(3)'),
  LL9: law('律师法第九条', 'Lawyers Law art. 9'),
  LL10: law('律师法第十条', 'Lawyers Law art. 10'),
  'LL11-1': law('律师法第十一条第一款', 'Lawyers Law art. 11(1)'),
  'LL11-2': law('律师法第十一条第二款', 'Lawyers Law art. 11(2)'),
  LL13: law('律师法第十三条', 'Lawyers Law art. 13'),
  'LL14-3': law('律师法第十四条第三项', 'Lawyers Law art. 14(3)'),
  LL15: law('律师法第十五条', 'Lawyers Law art. 15'),
  LL16: law('律师法第十六条', 'Lawyers Law art. 16'),
  LL41: law('律师法第四十一条', 'Lawyers Law art. 41'),
  'LL47-51': law('律师法第四十七条至第五十一条', 'Lawyers Law arts. 47-51'),
  'LL53-1': law('律师法第五十三条第一款', 'Lawyers Law art. 53(1)'),
  'LL53-2': law('律师法第五十三条第二款', 'Lawyers Law art. 53(2)'),
  'CS59-16': law('公务员法第五十九条第十六项', 'Civil Servants Law art. 59(16)'),
  CS107: law('公务员法第一百零七条', 'Civil Servants Law art. 107'),
  'CPL33-2': law('刑事诉讼法第三十三条第二款', 'Criminal Procedure Law art. 33(2)'),
  'CPL33-3': law('刑事诉讼法第三十三条第三款', 'Criminal Procedure Law art. 33(3)'),
  CPL34: law('刑事诉讼法第三十四条', 'Criminal Procedure Law art. 34'),
  CPL47: law('刑事诉讼法第四十七条', 'Criminal Procedure Law art. 47'),
  'CPL108-6': law('刑事诉讼法第一百零八条第六项', 'Criminal Procedure Law art. 108(6)'),
  CVL47: law('民事诉讼法第四十七条', 'Civil Procedure Law art. 47'),
  AL70: law('行政许可法第七十条', 'Administrative Licensing Law art. 70'),
  AP73: law('行政处罚法第七十三条', 'Administrative Penalties Law art. 73'),
  CC28: law('民法典第二十七条、第二十八条', 'Civil Code arts. 27, 28'),
  CC1045: law('民法典第一千零四十五条', 'Civil Code art. 1045'),
  'PA6-2': law('人民陪审员法第六条第二项', "People's Assessors Law art. 6(2)"),
  PA18: law('人民陪审员法第十八条', "People's Assessors Law art. 18"),
  RR1: recusal('第一条', 'art. 1'),
  RR8: recusal('第八条', 'art. 8'),
  RR9: recusal('第九条', 'art. 9'),
  RR10: recusal('第十条', 'art. 10'),
  RR12: recusal('第十二条', 'art. 12'),
  RR13: recusal('第十三条', 'art. 13'),
  RR14: recusal('第十四条', 'art. 14'),
  CP27: interpretation('刑诉解释第二十七条', 'Criminal Procedure Interpretation art. 27'),
  CP37: interpretation('刑诉解释第三十七条、第三十八条', 'Criminal Procedure Interpretation arts. 37, 38'),
  'CP40-2': interpretation('刑诉解释第四十条第二款', 'Criminal Procedure Interpretation art. 40(2)'),
  'CP40-3': interpretation('刑诉解释第四十条第三款', 'Criminal Procedure Interpretation art. 40(3)'),
  'CP41-1': interpretation('刑诉解释第四十一条第一款', 'Criminal Procedure Interpretation art. 41(1)'),
  'CP41-2': interpretation('刑诉解释第四十一条第二款', 'Criminal Procedure Interpretation art. 41(2)'),
  'CP41-3': interpretation('刑诉解释第四十一条第三款', 'Criminal Procedure Interpretation art. 41(3)'),
  CP63: interpretation('刑诉解释第六十三条', 'Criminal Procedure Interpretation art. 63'),
  CV43: interpretation('民诉解释第四十三条', 'Civil Procedure Interpretation art. 43'),
  CV48: interpretation('民诉解释第四十八条、第四十九条', 'Civil Procedure Interpretation arts. 48, 49'),
  CV84: interpretation('民诉解释第八十四条', 'Civil Procedure Interpretation art. 84'),
  CV85: interpretation('民诉解释第八十五条', 'Civil Procedure Interpretation art. 85'),
  AD14: interpretation('行诉解释第十四条', 'Administrative Procedure Interpretation art. 14'),
  MO122: norm(
    'DEPARTMENTAL_RULE',
    '律师和律师事务所违法行为处罚办法(司法部令第122号)第四十七条',
    'Measures on Penalties (Ministry of Justice Order 122) art. 47',
  ),
  MO131: document(
    '公职律师、公司律师管理办法(司发通〔2018〕131号)',
    'Measures on Government and In-house Lawyers (2018)',
  ),
  'O61-2': o61('第二条', 'art. 2'),
  'O61-3': o61('第三条第二项', 'art. 3(2)'),
  'O61-4.1': o61('第四条第一项', 'art. 4(1)'),
  'O61-4.2': o61('第四条第二项', 'art. 4(2)'),
  'O61-4.3': o61('第四条第三项', 'art. 4(3)'),
  'O61-5': o61('第五条', 'art. 5'),
  'O61-6': o61('第六条', 'art. 6'),
  'O61-7': o61('第七条', 'art. 7'),
  'O61-9': o61('第九条', 'art. 9'),
  'O61-12': o61('第十二条', 'art. 12'),
  'F13-1': document('法发〔2020〕13号第一条', 'SPC Fafa [2020] 13, art. 1'),
  'F13-2': document('法发〔2020〕13号第二条', 'SPC Fafa [2020] 13, art. 2'),
  BZ8: document('巴州区暂行规定(征求意见稿,2024)第八条', 'Bazhou Interim Provisions (draft, 2024) art. 8'),
  LOCAL: document('本省从业限制规定', 'Provincial rule on employment limits'),
} as const satisfies Record<string, NormWords>;
export type NormCode = keyof typeof norms;
