import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Ask } from '../../operation/ask.js';
import { toMany, toOne } from '../../operation/edge.js';
import type { Shown } from '../../operation/reading.js';
import { ContactProposal } from './contact.type.js';
import { firmsByIds } from './firm.store.js';
import { LawFirm } from './firm.type.js';
import { lawyersByIds } from './lawyer.store.js';
import { Lawyer } from './lawyer.type.js';
import { Certificate, FirmAffiliation } from './lawyer-details.type.js';
import {
  affiliationsOfLawyers,
  certificatesOfLawyers,
  eventsOfLawyers,
  proposalsOfLawyers,
  sanctionsByIds,
  sanctionsOf,
} from './lawyer-edges.store.js';
import { LicenceEvent } from './licence-event.type.js';
import { Sanction } from './sanction.type.js';

/** Edges of a lawyer; each leads to records with rows of their own. */
@Resolver(() => Lawyer)
export class LawyerEdges {
  @FieldResolver(() => LawFirm, { nullable: true, description: 'Practising firm today (执业机构).' })
  practisingFirm(@Root() lawyer: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, lawyer.practisingFirm, firmsByIds);
  }

  @FieldResolver(() => [LicenceEvent], {
    description: 'Licence history, in order of effect; corrections stand beside what they correct (执业许可沿革).',
  })
  licenceHistory(@Root() lawyer: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, lawyer.id, eventsOfLawyers);
  }

  @FieldResolver(() => [Sanction], { description: 'Penalties and discipline within reach, latest first (处罚处分).' })
  sanctions(@Root() lawyer: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, lawyer.id, (reading, ids, wanted) => sanctionsOf('lawyer', reading, ids, wanted));
  }

  @FieldResolver(() => [Certificate], {
    nullable: true,
    description: 'Certificate numbers, old and new (执业证号沿革).',
  })
  certificates(@Root() lawyer: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, lawyer.id, certificatesOfLawyers);
  }

  @FieldResolver(() => [FirmAffiliation], { nullable: true, description: 'Dated affiliations (执业机构沿革).' })
  affiliations(@Root() lawyer: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, lawyer.id, affiliationsOfLawyers);
  }

  @FieldResolver(() => [ContactProposal], {
    nullable: true,
    description: 'Contact values proposed by those who do not own the field (联系信息变更建议).',
  })
  contactProposals(@Root() lawyer: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toMany(ask, info, lawyer.id, proposalsOfLawyers);
  }
}

@Resolver(() => FirmAffiliation)
export class AffiliationEdges {
  @FieldResolver(() => LawFirm, { nullable: true })
  firm(@Root() affiliation: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, affiliation.firm, firmsByIds);
  }
}

@Resolver(() => LicenceEvent)
export class LicenceEventEdges {
  @FieldResolver(() => LawFirm, { nullable: true, description: 'The firm joined (变更后执业机构).' })
  firm(@Root() event: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, event.firm, firmsByIds);
  }

  @FieldResolver(() => Sanction, {
    nullable: true,
    description: 'The penalty behind it, within reach (所依据的处罚决定).',
  })
  sanction(@Root() event: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, event.sanction, sanctionsByIds);
  }
}

@Resolver(() => Sanction)
export class SanctionEdges {
  @FieldResolver(() => Lawyer, { nullable: true, description: 'The lawyer concerned (当事律师).' })
  subjectLawyer(@Root() sanction: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, sanction.subjectLawyer, lawyersByIds);
  }

  @FieldResolver(() => LawFirm, { nullable: true, description: 'The firm concerned (当事律师事务所).' })
  subjectFirm(@Root() sanction: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, sanction.subjectFirm, firmsByIds);
  }
}

@Resolver(() => ContactProposal)
export class ContactProposalEdges {
  @FieldResolver(() => Lawyer, { nullable: true })
  lawyer(@Root() proposal: Shown, @Ctx() ask: Ask, @Info() info: GraphQLResolveInfo) {
    return toOne(ask, info, proposal.lawyer, lawyersByIds);
  }
}
