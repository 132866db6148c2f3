import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { toMany, toOne } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { courtsByIds } from './court.store.js';
import { Court } from './court.type.js';
import { CourtAreaEntry, CourtLineage } from './court-area.type.js';
import { CourtService } from './court-service.type.js';
import { courtStaffOfLawyers } from './court-staff.store.js';
import { CourtStaff } from './court-staff.type.js';
import {
  approvalsOfStaff,
  areaHistoryOfCourts,
  departuresOfStaff,
  kinshipsOfStaff,
  laterPostsOfStaff,
  lineageOfCourts,
  pledgesOfStaff,
  servicesOfStaff,
} from './court-staff-edges.store.js';
import { Departure } from './departure.type.js';
import { KinshipDeclaration } from './kinship.type.js';
import { LaterPublicPost, StaffApproval, StaffPledge } from './staff-file.type.js';
import { LawyerStub } from './stubs.type.js';

const lawyerOf = (id: unknown) => (typeof id === 'string' ? { id } : null);

/** Edges of a member of court staff; each leads to records with rows of their own. */
@Resolver(() => CourtStaff)
export class CourtStaffEdges {
  @FieldResolver(() => [CourtService], { nullable: true, description: 'Services, the oldest first (任职经历).' })
  services(@Root() staff: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, staff.id, servicesOfStaff);
  }

  @FieldResolver(() => [Departure], { nullable: true, description: 'Departures, the oldest first (离任).' })
  departures(@Root() staff: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, staff.id, departuresOfStaff);
  }

  @FieldResolver(() => [LaterPublicPost], { nullable: true, description: 'Public posts afterwards (离任后公职).' })
  laterPosts(@Root() staff: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, staff.id, laterPostsOfStaff);
  }

  @FieldResolver(() => [StaffApproval], { nullable: true, description: 'Approvals of a job in a firm (任职审批).' })
  approvals(@Root() staff: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, staff.id, approvalsOfStaff);
  }

  @FieldResolver(() => [StaffPledge], { nullable: true, description: 'Pledges and reports (承诺与报告).' })
  pledges(@Root() staff: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, staff.id, pledgesOfStaff);
  }

  @FieldResolver(() => [KinshipDeclaration], { nullable: true, description: 'Relatives he declared (近亲属申报).' })
  kinships(@Root() staff: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, staff.id, kinshipsOfStaff);
  }

  @FieldResolver(() => LawyerStub, { nullable: true, description: 'The lawyer he is, by citizen ID (对应律师).' })
  lawyer(@Root() staff: Shown) {
    return lawyerOf(staff.lawyer);
  }
}

@Resolver(() => CourtService)
export class CourtServiceEdges {
  @FieldResolver(() => Court, { nullable: true, description: 'The court; null for another organ (任职法院).' })
  court(@Root() service: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, service.court, courtsByIds);
  }
}

@Resolver(() => Departure)
export class DepartureEdges {
  @FieldResolver(() => Court, { nullable: true, description: 'The court he left; null for another organ (离任法院).' })
  court(@Root() departure: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, departure.court, courtsByIds);
  }
}

@Resolver(() => KinshipDeclaration)
export class KinshipEdges {
  @FieldResolver(() => LawyerStub, {
    nullable: true,
    description: 'The relative as a lawyer, by citizen ID (亲属律师).',
  })
  relative(@Root() kinship: Shown) {
    return lawyerOf(kinship.relative);
  }
}

/** What the court adds to the justice department's lawyers. */
@Resolver(() => LawyerStub)
export class CourtStaffOfLawyer {
  @FieldResolver(() => CourtStaff, {
    nullable: true,
    description:
      'His service in a court, by citizen ID (法院任职信息); court personnel, justice organ and himself only.',
  })
  courtStaff(@Root() lawyer: LawyerStub, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, lawyer.id, courtStaffOfLawyers);
  }
}

/** The history of a court: what it served, and what became of it. */
@Resolver(() => Court)
export class CourtHistoryEdges {
  @FieldResolver(() => [CourtAreaEntry], { description: 'Divisions it served and serves, dated (辖区沿革).' })
  areaHistory(@Root() court: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, court.id, areaHistoryOfCourts);
  }

  @FieldResolver(() => [CourtLineage], { description: 'Mergers, splits and other steps it took part in (法院沿革).' })
  lineage(@Root() court: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, court.id, lineageOfCourts);
  }
}

@Resolver(() => CourtLineage)
export class CourtLineageEdges {
  @FieldResolver(() => Court, { nullable: true, description: 'The court it was (原法院).' })
  fromCourt(@Root() step: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, step.fromCourt, courtsByIds);
  }

  @FieldResolver(() => Court, {
    nullable: true,
    description: 'The court that follows; null when none does (承继法院).',
  })
  toCourt(@Root() step: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, step.toCourt, courtsByIds);
  }
}
