import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateScalar, DateTimeScalar, ItemDateTimeScalar } from '../../operation/scalars.js';
import type { ContactField } from './contact.terms.js';
import { ContactFieldEnum, ProposalStateEnum } from './enums.type.js';
import { ContactValuesInput } from './licence-event-input.type.js';

@ObjectType({
  description: 'A contact value from somebody who does not own the field, until the owner decides (联系信息变更建议).',
})
export class ContactProposal {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => ContactFieldEnum, { nullable: true })
  field!: string | null;

  @Field(() => String, { nullable: true })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'The institution that owns the field: JUSTICE or BAR.' })
  ownedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'JUSTICE, BAR or LAWYER.' })
  proposedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Source (来源).' })
  source!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day the value is of (数据日期).' })
  asOf!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  proposedAt!: string | null;

  @Field(() => ProposalStateEnum, { nullable: true })
  state!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;
}

export const ContactProposalConnection = connectionType('ContactProposal', () => ContactProposal);

@ObjectType({
  description: 'Which institution owns a contact field (字段归口). Source 000 art. 9 names both as updaters.',
})
export class ContactFieldOwner {
  @Field(() => ContactFieldEnum)
  field!: string;

  @Field(() => String)
  owner!: string;

  @Field(() => String)
  zh!: string;
}

@InputType({ description: 'Contact values of one lawyer, from the owner of each field (联系信息登记).' })
export class ContactInput extends ContactValuesInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, { description: 'The lawyer, by certificate number.' })
  certificateNo!: string;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => ItemDateTimeScalar)
  asOf!: string;
}

@InputType({ description: 'A contact value proposed by the other side or by the lawyer himself.' })
export class ContactChangeInput {
  @Field(() => String, { description: "The client's own key (幂等键)." })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The lawyer, by certificate number; not needed by the lawyer himself.',
  })
  certificateNo?: string | null;

  @Field(() => ContactFieldEnum)
  field!: ContactField;

  @Field(() => String, { nullable: true, description: 'Null proposes to clear the field.' })
  value?: string | null;

  @Field(() => DateScalar, { description: 'Day the value is of.' })
  asOf!: string;

  @Field(() => String, { nullable: true })
  source?: string | null;
}

@InputType({ description: "The owner's decision on a proposal." })
export class ContactDecisionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: 'True accepts: the value becomes the record. False declines.' })
  accept!: boolean;

  @Field(() => String, { nullable: true, description: 'Reason; required when declined (理由).' })
  reason?: string | null;
}
