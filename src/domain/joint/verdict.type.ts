import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../operation/scalars.js';
import {
  ConstraintCodeEnum,
  ConstraintScopeEnum,
  DutyEnum,
  NormLevelEnum,
  VerdictHeadlineEnum,
} from './verdict-terms.type.js';

@ObjectType({ description: 'A norm that a verdict rests on (依据), with its level.' })
export class VerdictNorm {
  @Field(() => String, { description: 'Code of the norm in the rule packs (规范代码).' })
  code!: string;

  @Field(() => NormLevelEnum)
  level!: string;

  @Field(() => String, { description: 'Article, in Chinese (条文).' })
  zh!: string;

  @Field(() => String, { description: 'Article, in English.' })
  en!: string;
}

@ObjectType({ description: 'The day a period counts from, and which candidate for the day of leaving it is (起算日).' })
export class CountedFrom {
  @Field(() => String, { description: 'EXIT, POST_END, SERVICE_END … (起算依据).' })
  kind!: string;

  @Field(() => DateScalar)
  on!: string;
}

@ObjectType({ description: 'One constraint that hits (限制): where, until when, by which norms.' })
export class RestrictionConstraint {
  @Field(() => VerdictHeadlineEnum)
  headline!: string;

  @Field(() => ConstraintScopeEnum, { nullable: true })
  scope!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Courts, other organs or firms of the scope, by id; none for the whole country (范围内机关).',
  })
  scopeIds!: readonly string[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive (最后限制日).' })
  lastRestrictedDay!: string | null;

  @Field(() => Boolean, { description: 'It has no end (是否永久).' })
  isPermanent!: boolean;

  @Field(() => [VerdictNorm], { description: 'Norms in force on the day, highest level first (依据).' })
  norms!: readonly VerdictNorm[];

  @Field(() => ConstraintCodeEnum, { nullable: true, description: 'Tells how somebody left, or of a relative.' })
  code!: string | null;

  @Field(() => CountedFrom, { nullable: true })
  countedFrom!: CountedFrom | null;

  @Field(() => [ID], { nullable: true, description: 'The records it rests on (所依据的记录).' })
  facts!: readonly string[] | null;
}

@ObjectType({ description: 'What whoever asked has to do (应采取的措施), legal-rules 3.4.' })
export class VerdictDuty {
  @Field(() => DutyEnum)
  code!: string;

  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}

@ObjectType({ description: 'A version of a rule pack that a verdict was judged by (规则包版本).' })
export class VerdictPack {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  version!: string;
}

@ObjectType({
  description:
    'A verdict on an employment limit (从业限制结论), rows C06, C07: a warning, which a person confirms. It tells nothing of a personnel file.',
})
export class RestrictionVerdict {
  @Field(() => DateScalar, { description: 'The day asked about (判断日).' })
  on!: string;

  @Field(() => VerdictHeadlineEnum)
  headline!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last restricted day, inclusive (最后限制日).' })
  lastRestrictedDay!: string | null;

  @Field(() => Boolean, { description: 'Barred for good (永久禁止).' })
  isPermanent!: boolean;

  @Field(() => Boolean, {
    description: 'Restricted for as long as its cause lasts; no last day can be named (期限未定).',
  })
  isOpen!: boolean;

  @Field(() => Boolean, {
    description: 'Somebody who serves in the case may be a near relative of counsel (需进行回避审查).',
  })
  isRecusalCheckRequired!: boolean;

  @Field(() => [RestrictionConstraint], { description: 'All that hits, the strictest first (限制事由).' })
  constraints!: readonly RestrictionConstraint[];

  @Field(() => [VerdictDuty])
  duties!: readonly VerdictDuty[];

  @Field(() => [VerdictPack])
  packs!: readonly VerdictPack[];

  @Field(() => [String], { description: 'The verdict in Chinese sentences, for the clerk and for the lawyer (说明).' })
  explanationZh!: readonly string[];

  @Field(() => [String], { description: 'The same in English, line for line.' })
  explanationEn!: readonly string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day as of which the registers are complete (数据截止日).',
  })
  registerAsOf!: string | null;
}
