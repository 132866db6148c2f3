import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { declaredOnes } from './declared-relative.store.js';
import { LawyerStub } from './stubs.type.js';

/** What a bureau learns of declared relatives: which lawyers they are, not whose or how (61号 art. 11). */
@Resolver(() => LawyerStub)
export class DeclaredRelativeResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Somebody on the staff of a court has declared him a relative (属已申报的法院工作人员亲属): yes or no, not whose or how. Basis: LB-31.',
  })
  isDeclaredRelative(@Root() lawyer: LawyerStub, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return ask.batch<boolean>(info.fieldNodes, () => declaredOnes).load(lawyer.id);
  }
}
