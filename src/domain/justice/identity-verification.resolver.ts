import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import { toOne } from '../../operation/edge.js';
import { actOf, afterCommit } from '../../operation/operation.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { countVerifications, listVerifications, verificationById } from './identity-verification.store.js';
import {
  CourtStub,
  IdentityInput,
  IdentityVerification,
  IdentityVerificationConnection,
} from './identity-verification.type.js';
import { verifyIdentity } from './identity-verifying.store.js';
import { lawyersByIds } from './lawyer.store.js';
import { Lawyer } from './lawyer.type.js';

@Resolver(() => IdentityVerification)
export class IdentityVerificationResolver {
  @Mutation(() => IdentityVerification, {
    description:
      'Verifies a lawyer by name, certificate number and citizen ID together (律师身份核验): MATCH with the licence status of this moment, or NO_MATCH without saying which failed. Errors: CERTIFICATE_NO_INVALID, CITIZEN_ID_INVALID, TEXT_INVALID. Basis: LB-08, LB-09.',
  })
  async verifyLawyerIdentity(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => IdentityInput) input: IdentityInput,
  ) {
    const id = await verifyIdentity(actOf(ask), ask.hub.crypto, input);
    return afterCommit(ask, (reading) => verificationById(reading, id, selectedFields(info)));
  }

  @Query(() => IdentityVerificationConnection, {
    description: 'Verifications of this unit, latest first (本单位核验记录). Basis: LB-08.',
  })
  async identityVerifications(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listVerifications(reading, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countVerifications(reading) : undefined;
    return connectionOf(rows, page, 'identity-verifications', total);
  }

  @FieldResolver(() => Lawyer, { nullable: true, description: 'The lawyer matched; null without a match.' })
  lawyer(@Root() verification: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, verification.lawyer, lawyersByIds);
  }

  @FieldResolver(() => CourtStub, { nullable: true, description: 'The court that verified.' })
  court(@Root() verification: Shown) {
    return typeof verification.court === 'string' ? { id: verification.court } : null;
  }
}
