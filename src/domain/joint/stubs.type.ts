import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The justice department's lawyer, by id. */
@Directive('@key(fields: "id")')
@ObjectType('Lawyer')
export class LawyerStub {
  @Field(() => ID)
  id!: string;
}

/** The court's court, by id. */
@Directive('@key(fields: "id")')
@ObjectType('Court')
export class CourtStub {
  @Field(() => ID)
  id!: string;
}

/** The justice department's law firm, by id. */
@Directive('@key(fields: "id")')
@ObjectType('LawFirm')
export class LawFirmStub {
  @Field(() => ID)
  id!: string;
}

/** The bar's roster entry, by id; what justice department and bar know together is added to it here. */
@Directive('@key(fields: "id")')
@ObjectType('MediatorRosterEntry')
export class RosterEntryStub {
  @Field(() => ID)
  id!: string;
}
