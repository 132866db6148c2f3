import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { pageOf } from '../../kernel/page.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import type { Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { ALERT_ORDER, countAlerts, listAlerts } from './licence-alert.store.js';
import { LicenceAlert, LicenceAlertConnection } from './licence-alert.type.js';
import { CourtStub, LawyerStub } from './stubs.type.js';

const stubOf = (id: unknown) => (typeof id === 'string' ? { id } : null);

/** Licence alerts: the court's own, and those of an area. Basis: LB-07. */
@Resolver(() => LicenceAlert)
export class LicenceAlertResolver {
  @Query(() => LicenceAlertConnection, {
    description:
      'Licence alerts within reach, latest first (执业预警). Errors: PAGE_INVALID, CURSOR_INVALID. Basis: LB-07.',
  })
  async licenceAlerts(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const rows = await listAlerts(reading, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countAlerts(reading) : undefined;
    return connectionOf(rows, page, ALERT_ORDER, total);
  }

  @FieldResolver(() => LawyerStub, { nullable: true, description: 'The lawyer concerned (当事律师).' })
  lawyer(@Root() alert: Shown) {
    return stubOf(alert.lawyer);
  }

  @FieldResolver(() => CourtStub, { nullable: true, description: 'The court it is for (预警法院).' })
  court(@Root() alert: Shown) {
    return stubOf(alert.court);
  }
}
