import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../operation/scalars.js';
import { SwitchKindEnum } from './enums.type.js';
import type { RuleSwitch, SwitchKind } from './rule-pack.terms.js';

@ObjectType('RuleSwitch', { description: 'What a rule pack decides on a point the law leaves open (规则开关).' })
export class RuleSwitchShown implements RuleSwitch {
  @Field(() => String, { description: 'Its name (开关名).' })
  name!: string;

  @Field(() => SwitchKindEnum)
  kind!: SwitchKind;

  @Field(() => String, { description: 'true or false, a whole number, or a word in capitals, by its kind (取值).' })
  value!: string;
}

@ObjectType({
  description: 'A rule pack (规则包), row N50: a version of the rules of an issuer, with the days it is in force.',
})
export class RulePack {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Code of the pack; its versions follow one another (规则包代码).' })
  code!: string;

  @Field(() => String, { description: 'Title (名称).' })
  title!: string;

  @Field(() => String, { description: 'Who issued the rules (发布机关).' })
  issuer!: string;

  @Field(() => String, { description: 'Version (版本).' })
  version!: string;

  @Field(() => DateScalar, { description: 'First day in force (施行日).' })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day in force, inclusive; null while it has no end (失效日).',
  })
  effectiveUntil!: string | null;

  @Field(() => [RuleSwitchShown], { description: 'What it decides, by name (开关).' })
  switches!: RuleSwitchShown[];

  @Field(() => DateTimeScalar, { description: 'When it was announced to the hub (登记时间).' })
  announcedAt!: string;
}

@InputType({ description: 'What a rule pack decides on an open point (规则开关).' })
export class RuleSwitchInput implements RuleSwitch {
  @Field(() => String)
  name!: string;

  @Field(() => SwitchKindEnum)
  kind!: SwitchKind;

  @Field(() => String)
  value!: string;
}

@InputType({ description: 'A version of a rule pack (规则包登记).' })
export class RulePackInput {
  @Field(() => String, { description: 'Capitals, digits, dot, hyphen and underline; at most 50.' })
  code!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  issuer!: string;

  @Field(() => String)
  version!: string;

  @Field(() => DateScalar)
  effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, inclusive.' })
  effectiveUntil?: string | null;

  @Field(() => [RuleSwitchInput], { description: 'At most 200, each name once.' })
  switches!: RuleSwitchInput[];

  @Field(() => String, {
    nullable: true,
    description: 'The version of this code that ends on the day before this one begins (被替代版本).',
  })
  supersedes?: string | null;
}
