import type { OpenPoint } from './pack.terms.js';

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** The two readings of an open point (legal-rules 3.5: "with both shown"): the one that forbids, the one that does not. */
export interface Readings {
  readonly strict: Sentence;
  readonly lax: Sentence;
}

const both = (strictZh: string, laxZh: string, strictEn: string, laxEn: string): Readings => ({
  strict: { zh: strictZh, en: strictEn },
  lax: { zh: laxZh, en: laxEn },
});

/** The readings, by open point. */
export const readings: { readonly [P in OpenPoint]: Readings } = {
  leavingDay: both(
    '取实际离开与职务终止中较晚一日',
    '取批准或免职之日',
    'the later of exit and end of the post counts',
    'the day of approval or removal counts',
  ),
  areaOfEarlierCourt: both(
    '原任职法院包括曾任职的所有法院',
    '管辖地区仅指最后任职法院的管辖地区',
    'every court once served is an original court',
    'only the area of the last court is meant',
  ),
  secondment: both(
    '挂职、借调属于任职',
    '挂职、借调不改变任职单位',
    'a secondment is service there',
    'a secondment leaves the post where it was',
  ),
  rehiring: both(
    '返聘属于任职',
    '返聘不占编制,不属于任职',
    'a re-employment is service',
    'a re-employment without a post is none',
  ),
  successorCourt: both(
    '承继法院视为原任职法院',
    '限制不及于承继法院',
    'the successor counts as the original court',
    'the bar does not pass to the successor',
  ),
  areaChanged: both(
    '离任时或现在属于管辖地区即受限制',
    '两个时点均属于管辖地区才受限制',
    'inside at the leaving or today is enough',
    'only inside at both times',
  ),
  relativeInTwoYears: both(
    '律师法第四十一条没有但书',
    '法官法第三十六条在后且为特别规定,仅限以律师身份',
    'Lawyers Law art. 41 has no exception',
    'Judges Law art. 36 is later and special and means acting as a lawyer only',
  ),
  citizenInTwoYears: both(
    '以公民身份代理属于规避',
    '法律仅限制以律师身份代理',
    'acting as a citizen evades the ban',
    'the law bars acting as a lawyer only',
  ),
  transferredThenLeft: both(
    '离任包括调离,限制期自离开公职起算',
    '第四条第二项仅指从法院辞职、退休',
    'leaving includes a transfer; the period runs from the end of public office',
    'art. 4(2) names resigning and retiring from the court only',
  ),
  discharged: both(
    '第二条的离任包括辞退、解聘',
    '第四条第二项未列辞退、解聘',
    'art. 2 counts discharge as leaving',
    'art. 4(2) does not name discharge',
  ),
  intern: both(
    '实习属于在律师事务所从业',
    '实习不是执业',
    'an internship is work in a firm',
    'an internship is no practice',
  ),
  opinionAfterPeriod: both(
    '期满后仍须原单位意见',
    '期满后不再受限',
    "the former organ's opinion is needed after the period too",
    'after the period nothing is asked',
  ),
  suspensionCount: both(
    '三年自处罚期满起算',
    '三年自处罚决定起算',
    'three years from the end of the suspension',
    'three years from the penalty',
  ),
  contractStaffInCriminal: both(
    '刑诉解释第四十一条没有在编字样',
    '审判人员回避规定第十四条排除编制外人员',
    'Criminal Procedure Interpretation art. 41 has no words on the establishment',
    'Recusal Rules art. 14 leave out staff who are not in post',
  ),
  contractStaffLocal: both(
    '本省另有限制',
    '全国规定不作限制',
    'the province restricts them',
    'the national norms do not',
  ),
  kinWithoutException: both(
    '审判人员回避规定第九条没有但书',
    '参照刑诉解释第四十一条第三款的但书',
    'Recusal Rules art. 9 has no exception',
    'the exception of Criminal Procedure Interpretation art. 41(3) applies by analogy',
  ),
  workConnection: both(
    '律师事务所与原工作业务直接相关',
    '与原工作业务没有直接关联',
    'the firm is directly related to the former work',
    'it is not directly related',
  ),
  supervisionOccupation: both(
    '律师职业与监察、司法工作相关联',
    '须个案认定利益冲突',
    "a lawyer's occupation is linked with supervision and justice",
    'a conflict must be found case by case',
  ),
  handledNotTried: both(
    '执行、保全、再审审查属于办理案件',
    '审理案件不包括执行、保全、再审审查',
    'enforcement, preservation and retrial review are handling a case',
    'they are not trying a case',
  ),
  dismissedElsewhere: both(
    '曾任法官,被开除即适用',
    '仅适用于以法官身份被开除',
    'dismissal of a former judge is enough',
    'only dismissal as a judge is meant',
  ),
  relatedService: both(
    '源自原任职法院的案件属于相关服务',
    '仅指向原任职法院提供的服务',
    'a case that comes from the original court is related',
    'only service before that court is meant',
  ),
  committeeMember: both(
    '专职委员属于领导班子成员',
    '专职委员不属于领导班子成员',
    'a full-time committee member belongs to the leadership',
    'he stands beside the leadership',
  ),
};
