import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { at } from '../../kernel/at.js';
import { pageOf } from '../../kernel/page.js';
import { spellName } from '../../kernel/person-name.js';
import { Refusal } from '../../kernel/refusal.js';
import { plainText } from '../../kernel/text.js';
import { isUuid } from '../../kernel/uuid.js';
import type { Ask } from '../../operation/ask.js';
import { connectionOf } from '../../operation/connection.type.js';
import type { Reading, Shown } from '../../operation/reading.js';
import { selectedFields, selectedOfNodes } from '../../operation/selection.js';
import { courtsByCode } from './court.store.js';
import { countStaff, courtStaffByIds, courtStaffOfLawyers, listStaff, STAFF_ORDER } from './court-staff.store.js';
import { CourtStaff, CourtStaffConnection, CourtStaffFilter } from './court-staff.type.js';

const CODE_LENGTH = 50;
const NAME_LENGTH = 50;

/** The personnel register of the courts. Basis: LB-30. */
@Resolver(() => CourtStaff)
export class CourtStaffResolver {
  @Query(() => CourtStaff, {
    nullable: true,
    description: 'One member of court staff by id; null when unknown or out of reach. Basis: LB-30.',
  })
  async courtStaff(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    if (!isUuid(id)) return null;
    return (await courtStaffByIds(await ask.reading(), [id], selectedFields(info))).get(id.toLowerCase()) ?? null;
  }

  @Query(() => CourtStaffConnection, {
    description:
      'Court staff within reach, serving and former, in order of entry. Errors: COURT_UNKNOWN, TEXT_INVALID, PAGE_INVALID, CURSOR_INVALID. Basis: LB-30.',
  })
  async courtStaffMembers(
    @Ctx() ask: Ask,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => CourtStaffFilter, { nullable: true }) filter?: CourtStaffFilter | null,
    @Arg('first', () => Int, { nullable: true }) first?: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ) {
    const page = pageOf(first, after);
    const reading = await ask.reading();
    const prefix = filter?.namePrefix;
    const search = {
      courtId: filter?.court == null ? null : await courtNamed(reading, filter.court),
      standing: filter?.standing ?? null,
      namePrefix: prefix == null ? null : at(['filter', 'namePrefix'], () => plainText(spellName(prefix), NAME_LENGTH)),
    };
    const rows = await listStaff(reading, search, page, selectedOfNodes(info));
    const total = selectedFields(info).has('totalCount') ? await countStaff(reading, search) : undefined;
    return connectionOf(rows, page, STAFF_ORDER, total);
  }

  @Query(() => CourtStaff, {
    nullable: true,
    description:
      "The asker's own record, of a lawyer who serves or served in a court; null when there is none (本人任职信息). Basis: LB-15.",
  })
  async ownCourtStaff(@Ctx() ask: Ask, @Info() info: GraphQLResolveInfo): Promise<Shown | null> {
    const { lawyerId } = ask.grant.asker.identity;
    if (lawyerId === null) return null;
    return (await courtStaffOfLawyers(await ask.reading(), [lawyerId], selectedFields(info))).get(lawyerId) ?? null;
  }
}

async function courtNamed(reading: Reading, code: string): Promise<string> {
  const asked = at(['filter', 'court'], () => plainText(code, CODE_LENGTH));
  const found = (await courtsByCode(reading, [asked], [])).get(asked);
  if (!found) throw new Refusal('COURT_UNKNOWN', ['filter', 'court']);
  return found.id;
}
