import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../operation/connection.type.js';
import { DateTimeScalar } from '../../operation/scalars.js';
import { LicenceStatusEnum } from '../justice/index.js';
import { type AlertKind, alertKinds } from './licence-alert.terms.js';

const kinds = Object.keys(alertKinds) as AlertKind[];
export const LicenceAlertKindEnum = Object.fromEntries(kinds.map((kind) => [kind, kind])) as Record<
  AlertKind,
  AlertKind
>;
registerEnumType(LicenceAlertKindEnum, {
  name: 'LicenceAlertKind',
  description: 'Kind of licence alert (执业预警类别).',
  valuesConfig: {
    VERIFIED_NOT_PRACTISING: { description: alertKinds.VERIFIED_NOT_PRACTISING },
    ROSTER_NOT_AVAILABLE: { description: alertKinds.ROSTER_NOT_AVAILABLE },
  },
});

@ObjectType({
  description:
    'A licence alert (执业预警) to a court and the justice department: a licence not in force was shown at its window, or stands on its roster.',
})
export class LicenceAlert {
  @Field(() => ID, { nullable: true })
  id!: string;

  @Field(() => LicenceAlertKindEnum, { nullable: true })
  kind!: string | null;

  @Field(() => LicenceStatusEnum, {
    nullable: true,
    description: 'Licence status when it was raised (当时的执业状态); null when there was no licence.',
  })
  licenceStatus!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  raisedAt!: string | null;
}

export const LicenceAlertConnection = connectionType('LicenceAlert', () => LicenceAlert);
