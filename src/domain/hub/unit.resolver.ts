import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Institution } from '../../identity/roles.js';
import type { Ask } from '../../operation/ask.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields } from '../../operation/selection.js';
import { InstitutionEnum } from './enums.type.js';
import { CourtStub } from './stubs.type.js';
import { listUnits } from './unit.store.js';
import { Unit } from './unit.type.js';

/** The units of the three institutions. Basis: LB-16. */
@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => [Unit], { description: 'The units of an institution, or of all, by code (单位目录). Basis: LB-16.' })
  async units(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('institution', () => InstitutionEnum, { nullable: true }) institution?: Institution | null,
  ): Promise<Shown[]> {
    return listUnits(await ask.reading(), institution ?? null, selectedFields(info));
  }

  @FieldResolver(() => CourtStub, { nullable: true, description: 'The court it is, when it is one (对应法院).' })
  court(@Root() unit: Shown) {
    return typeof unit.court === 'string' ? { id: unit.court } : null;
  }
}
