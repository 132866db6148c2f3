/** How an open point is decided: as a bar or restriction, by a person, or not at all. */
export const treatments = ['RESTRICT', 'REVIEW', 'IGNORE'] as const;
export type Treatment = (typeof treatments)[number];

/** Which candidate is the day of leaving (legal-rules 4). */
export const leavingDayChoices = ['LATEST_OF_EXIT_AND_POST_END', 'LATEST_OF_ALL', 'EXIT_ONLY'] as const;
/** From when the three years of 律师法 14(3) count (3.5 point 13). */
export const suspensionCounts = ['FROM_END', 'FROM_PENALTY'] as const;

/** What stands of 61号 art. 7 once the period is over (3.5 point 21). */
export const opinionChoices = ['APPROVAL', 'REVIEW', 'IGNORE'] as const;

/** The open points of legal-rules section 12 and of the "doubts" of 3.5: question, and the choices of the customer. */
export const openPoints = {
  leavingDay: { zh: '哪一日为离任日', row: 'section 4', choices: leavingDayChoices },
  areaOfEarlierCourt: { zh: '更早任职法院的管辖地区是否计入', row: 'E1', choices: treatments },
  secondment: { zh: '挂职、借调是否属于任职', row: 'E3', choices: treatments },
  rehiring: { zh: '退休返聘是否属于任职', row: 'E5', choices: treatments },
  successorCourt: { zh: '承继法院是否视为原任职法院', row: 'E6', choices: treatments },
  areaChanged: { zh: '管辖地区变更时仅一个时点属于管辖地区', row: 'E7', choices: treatments },
  relativeInTwoYears: { zh: '持证人员二年内为本人亲属代理', row: 'D07', choices: treatments },
  citizenInTwoYears: { zh: '二年内以公民身份代理', row: 'D10', choices: treatments },
  transferredThenLeft: { zh: '调离后再离开公职', row: 'D31', choices: treatments },
  discharged: { zh: '被辞退、解聘人员到管辖地区任职', row: 'D32', choices: treatments },
  intern: { zh: '限制期内实习是否属于执业', row: 'D35', choices: treatments },
  opinionAfterPeriod: { zh: '限制期满后是否仍须原单位意见', row: 'D36', choices: opinionChoices },
  suspensionCount: { zh: '三年内未受停止执业处罚自何时起算', row: 'D40', choices: suspensionCounts },
  contractStaffInCriminal: { zh: '编制外人员离任后的刑事案件', row: '3.5(1)', choices: treatments },
  contractStaffLocal: { zh: '地方对编制外人员的限制', row: 'D33', choices: treatments },
  kinWithoutException: { zh: '法院人员亲属为自己的近亲属代理民事、行政案件', row: '3.5(6)', choices: treatments },
  workConnection: { zh: '律师事务所是否与原工作业务直接相关', row: '3.5(7)', choices: treatments },
  supervisionOccupation: { zh: '律师职业是否属于监察官法第四十九条的职业', row: '3.5(8)', choices: treatments },
  handledNotTried: { zh: '其他工作人员:执行、保全、再审审查是否属于审理', row: '3.5(18)', choices: treatments },
  dismissedElsewhere: { zh: '原法官在其他机关被开除', row: '3.5(5)', choices: treatments },
  relatedService: { zh: '何为与原任职法院相关的有偿法律服务', row: 'D28', choices: treatments },
  committeeMember: { zh: '审判委员会专职委员是否属于领导班子成员', row: 'E22', choices: treatments },
} as const;
export type OpenPoint = keyof typeof openPoints;
