import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar, ItemDateScalar, ItemDateTimeScalar } from '../../operation/scalars.js';
import type { CaseStage, PanelRole, Procedure } from './court-case.terms.js';
import { CaseStageEnum, PanelRoleEnum, ProcedureEnum } from './enums.type.js';

@ObjectType({
  description:
    'A case (案件) as far as the hub may know it: number, court, procedure, stage and days; no party, no cause, no content. Rows C06, N23.',
})
export class CourtCase {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Case number (案号), such as （2026）浙0106民初1号.' })
  caseNo!: string;

  @Field(() => ProcedureEnum)
  procedure!: string;

  @Field(() => CaseStageEnum)
  stage!: string;

  @Field(() => DateScalar, { description: 'Day of acceptance (立案日).' })
  acceptedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was closed (结案日); null while it is open.' })
  closedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The procuratorate that prosecutes or supervises it (检察机关).',
  })
  procuratorate!: string | null;

  @Field(() => String, { nullable: true, description: 'The supervision organ that investigated it (监察机关).' })
  supervisionOrgan!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Numbers of its earlier stages (原审案号); null when not known.',
  })
  earlierCaseNos!: string[] | null;

  @Field(() => DateTimeScalar, { description: 'As of when the court says so (数据时点).' })
  asOf!: string;
}

export const CourtCaseConnection = connectionType('CourtCase', () => CourtCase);

@ObjectType({ description: 'Somebody who sits or serves in a case (审判组织成员); inside the court only.' })
export class PanelMember {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The person, as the id of a record of the court staff (法院工作人员).' })
  staffId!: string;

  @Field(() => PanelRoleEnum)
  role!: string;

  @Field(() => DateScalar, { description: 'First day in the case (参与起始日).' })
  fromOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day he left the case (退出日); null while he is in it.' })
  untilOn!: string | null;
}

@InputType({ description: 'A member of the panel (审判组织成员).' })
export class PanelMemberInput {
  @Field(() => ID, { description: 'Id of the record of the court staff.' })
  staffId!: string;

  @Field(() => PanelRoleEnum)
  role!: PanelRole;
}

@InputType({
  description:
    'A case as it is now; its number names it: sent again with another key it is brought up to date (案件登记).',
})
export class CourtCaseInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: "The court's own code (法院代字)." })
  court!: string;

  @Field(() => String, { description: "Case number (案号); it carries the court's code." })
  caseNo!: string;

  @Field(() => ProcedureEnum)
  procedure!: Procedure;

  @Field(() => CaseStageEnum)
  stage!: CaseStage;

  @Field(() => ItemDateScalar, { description: 'Day of acceptance (立案日).' })
  acceptedOn!: string;

  @Field(() => ItemDateScalar, {
    nullable: true,
    description: 'Day it was closed (结案日): the representations that run end with it.',
  })
  closedOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The procuratorate that prosecutes or supervises it (检察机关).',
  })
  procuratorate?: string | null;

  @Field(() => String, { nullable: true, description: 'The supervision organ that investigated it (监察机关).' })
  supervisionOrgan?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Numbers of its earlier stages, at most 20; an empty list when there are none (原审案号).',
  })
  earlierCaseNos?: string[] | null;

  @Field(() => [PanelMemberInput], {
    nullable: true,
    description: 'Everybody who sits or serves in it now, at most 30; absent leaves the panel as it is (审判组织).',
  })
  panel?: PanelMemberInput[] | null;

  @Field(() => String, { nullable: true, description: 'The system it comes from (来源).' })
  source?: string | null;

  @Field(() => ItemDateTimeScalar, {
    description: 'As of when (数据时点); an older value does not replace a newer one.',
  })
  asOf!: string;
}
