import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Query, Resolver } from 'type-graphql';
import { roleTable } from '../../identity/roles.js';
import type { Ask } from '../../operation/ask.js';
import { toOne } from '../../operation/edge.js';
import { CourtStub, LawFirmStub, LawyerStub } from './stubs.type.js';
import { unitsByIds } from './unit.store.js';
import { Unit } from './unit.type.js';
import { Viewer } from './viewer.type.js';

const stubOf = (id: string | null | undefined) => (id == null ? null : { id });

/** The asker's own identity. Basis: LB-15. */
@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who you are to the hub (当前身份). Basis: LB-15.' })
  whoAmI(@Ctx() { identity }: Ask): Viewer {
    const { institution, role, purpose, actorId } = identity;
    return { institution, role, roleZh: roleTable[role].zh, purpose, actorId };
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit you act for (所在单位).' })
  unit(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, ask.identity.unit?.id, unitsByIds);
  }

  @FieldResolver(() => LawyerStub, { nullable: true, description: 'The lawyer you are (律师本人).' })
  lawyer(@Ctx() { identity }: Ask) {
    return stubOf(identity.lawyerId);
  }

  @FieldResolver(() => LawFirmStub, { nullable: true, description: 'The law firm you act for (律师事务所).' })
  firm(@Ctx() { identity }: Ask) {
    return stubOf(identity.firmId);
  }

  @FieldResolver(() => CourtStub, { nullable: true, description: 'The court you act for (所在法院).' })
  court(@Ctx() { identity }: Ask) {
    return stubOf(identity.unit?.courtId);
  }
}
