import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The justice department's lawyer, as far as the court knows him: by id. */
@Directive('@key(fields: "id")')
@ObjectType('Lawyer')
export class LawyerStub {
  @Field(() => ID)
  id!: string;
}
