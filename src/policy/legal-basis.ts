/** One legal basis (法律依据): where the words stand, and the words. */
export interface LegalBasis {
  /** File of `sources/` the quote is from, or the statute's name where the specification quotes none. */
  readonly source: string;
  readonly article: string;
  readonly quote: string;
  readonly en: string;
}

const basis = (source: string, article: string, quote: string, en: string): LegalBasis => ({
  source,
  article,
  quote,
  en,
});
const ZHEJIANG = '000-zhejiang-2023';
const ONE_STOP = '002-spc-moj-2020';
const BAZHOU = '004-bazhou-2024';
const STATUTE = 'statute';

/** Why a line of the matrix is as it is. Quotes from `sources/` are verbatim; a test holds them to the text. */
export const legalBases = {
  'LB-01': basis(
    ZHEJIANG,
    'art. 9',
    '律师执业机构、执业状态、联系方式和地址等信息变动的,省司法厅、省律师协会应及时更新,并与省法院动态共享',
    'firm, status, contact and address of lawyers are updated by department and association and shared with the court',
  ),
  'LB-02': basis(
    ONE_STOP,
    'art. 16(2)',
    '实时、准确、完整地向全国律师综合管理信息系统汇聚律师执业许可、变更、吊销、注销、受到停止执业处罚和处罚期间等信息',
    'grants, changes, revocations, deregistrations, suspensions and their periods are reported in real time',
  ),
  'LB-03': basis(
    STATUTE,
    '个人信息保护法 art. 6, 28, 51',
    '收集个人信息,应当限于实现处理目的的最小范围',
    'personal data only in the smallest scope the purpose needs; contact data masked or withheld beyond it',
  ),
  'LB-04': basis(
    STATUTE,
    '行政许可法 art. 40; 律师法',
    '行政机关作出的准予行政许可决定,应当予以公开,公众有权查阅',
    'who holds a licence is public',
  ),
  'LB-05': basis(
    STATUTE,
    '行政处罚法 art. 48',
    '具有一定社会影响的行政处罚决定应当依法公开',
    'penalties are public when lawfully published, for the publication period, and withdrawn when annulled',
  ),
  'LB-06': basis(
    BAZHOU,
    'art. 14',
    '根据行业有关规定给予相应的行业处分；构成违法的，由司法行政机关依照有关法律法规，给予相应的行政处罚',
    'discipline by the bar, penalties by the justice organ',
  ),
  'LB-07': basis(
    ZHEJIANG,
    'art. 9',
    '实现违规申请执业证书与违规代理案件双向预警',
    'two-way warning between court and justice department',
  ),
  'LB-08': basis(
    ONE_STOP,
    'art. 2',
    '为律师参与诉讼提供“实时实人实证”的律师执业身份核验服务',
    'identity verification of lawyers in proceedings',
  ),
  'LB-09': basis(
    STATUTE,
    '居民身份证法 art. 13, 19',
    '有关单位及其工作人员对履行职责或者提供服务过程中获得的居民身份证记载的公民个人信息应当予以保密',
    'citizen ID data is kept secret: match or no match only',
  ),
  'LB-10': basis(
    ZHEJIANG,
    'art. 18',
    '推进省法院《浙江审判》《案例指导》、省律师协会《浙江律师》等刊物及双方其他业务资料、信息等可通过数字化司法服务平台及时交流共享,依法依规不予公开或不宜交流的除外',
    'journals are shared, except what may not be published or exchanged',
  ),
  'LB-11': basis(
    ZHEJIANG,
    'art. 12',
    '建立完善律师调解员名册动态调整机制',
    'the mediator roster is adjusted as facts change',
  ),
  'LB-12': basis(
    STATUTE,
    '特邀调解规定 art. 5, 8',
    '人民法院应当在诉讼服务中心等部门公开特邀调解组织和特邀调解员名册',
    'the court publishes its roster of invited mediators',
  ),
  'LB-13': basis(
    ONE_STOP,
    'art. 1',
    '依法执业的律师(含公职律师、公司律师)',
    'categories of practitioners and court staff',
  ),
  'LB-14': basis(ONE_STOP, 'art. 7', '实现诉讼事务在线办理、网上流转、全程留痕', 'every exchange leaves a full trace'),
  'LB-15': basis(
    STATUTE,
    '个人信息保护法 art. 44, 45, 46',
    '个人有权向个人信息处理者查阅、复制其个人信息',
    'a person may read and correct his own data',
  ),
  'LB-16': basis(
    ZHEJIANG,
    'art. 13',
    '省法院研究室、省司法厅律师工作处、省律师协会秘书处为良性互动日常联系部门',
    'the three institutions and their liaison units',
  ),
  'LB-17': basis(
    STATUTE,
    '网络安全法 art. 21; GB/T 22239-2019, 8.1.4.1',
    '应对登录的用户进行身份标识和鉴别,身份标识具有唯一性;应具有登录失败处理功能',
    'everybody who enters is identified by a name and means of his own; failed entries lock out',
  ),
  'LB-18': basis(
    STATUTE,
    'GB/T 22239-2019, 8.1.4.2',
    '应及时删除或停用多余的、过期的账户,避免共享账户的存在;应授予管理用户所需的最小权限,实现管理用户的权限分离',
    'no default or shared accounts, least privilege, administrators separated: system, security, audit',
  ),
  'LB-19': basis(
    STATUTE,
    'GB/T 22239-2019, 8.1.4.3',
    '审计覆盖到每个用户,对重要的用户行为和重要安全事件进行审计',
    'the audit covers each user and important events: date and time, user, type, success',
  ),
  'LB-20': basis(
    STATUTE,
    '个人信息保护法 art. 51',
    '合理确定个人信息处理的操作权限',
    'who may handle personal data is decided, and can be taken away',
  ),
  'LB-30': basis(
    ZHEJIANG,
    'art. 9',
    '将从业限制信息嵌入法院立案系统和律师执业审批系统',
    'employment limits of former court staff are built into the filing and the licensing system (61号 art. 11)',
  ),
  'LB-31': basis(
    ZHEJIANG,
    'art. 9',
    '从源头上避免离任法官违规从业、律师违反回避制度代理案件',
    'relatives of court staff are kept for recusal, on the court side only (法发〔2020〕13号)',
  ),
  'LB-32': basis(
    STATUTE,
    '个人信息保护法 art. 24, 48',
    '通过自动化决策方式作出对个人权益有重大影响的决定,个人有权要求个人信息处理者予以说明,并有权拒绝个人信息处理者仅通过自动化决策的方式作出决定',
    'a warning is no decision: a person confirms or overrides it, and the person concerned may ask for an explanation',
  ),
  'LB-41': basis(
    ONE_STOP,
    'art. 12',
    '律师服务平台为律师关联可公开的代理案件',
    'who acts in which case: the court knows it of its own cases, a lawyer and his firm of theirs; no party is named',
  ),
  'LB-42': basis(
    ZHEJIANG,
    'art. 9',
    '及时掌握离任法官从业情况,及时纠正和查处违规从业行为和人员',
    'who works in a firm, and in what role, is known to the justice department',
  ),
  'LB-43': basis(
    ONE_STOP,
    'art. 1',
    '律师助理包括辩护、代理律师所在律师事务所的其他律师和申请律师执业实习人员',
    'the register of those who apply for practice and are interns',
  ),
  'LB-44': basis(
    ZHEJIANG,
    'art. 9',
    '从源头上避免离任法官违规从业、律师违反回避制度代理案件',
    'before somebody who served a court is registered as an intern, that court is heard (司发通〔2021〕61号 art. 7)',
  ),
  'LB-45': basis(
    BAZHOU,
    'art. 16',
    '法律法规及其他政策有新规定的，依照新规定执行',
    'rules are in force from a day and until a day, and by whom they were issued; known to everybody',
  ),
} as const satisfies Record<string, LegalBasis>;

export type BasisCode = keyof typeof legalBases;
