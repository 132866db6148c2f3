// Long because it is one table: every type of the schema, where its rows are, and which of them each word means.
import { sql } from 'drizzle-orm';
import { personnelCategories } from '../../src/domain/court/personnel-category.terms.js';
import { contactFields, contactOwners } from '../../src/domain/justice/contact.terms.js';
import { practitionerCategories } from '../../src/domain/justice/licence.terms.js';
import { purposes } from '../../src/identity/purposes.js';
import { legalBases } from '../../src/policy/legal-basis.js';
import type { Reach } from '../../src/policy/matrix/columns.js';
import type { TestHub } from '../support/hub.js';

/** A row as the database holds it, read past every grant: fields by their GraphQL names, an edge as the id it leads to. */
export type Row = { readonly id: string } & Readonly<Record<string, unknown>>;
type Word = Exclude<Reach, 'all' | '-'>;

/** Who asks, as far as rows depend on it; written down by hand from the seeds, not taken from the hub's own identity. */
export interface Who {
  readonly role: string;
  readonly institution: string;
  readonly unit: string | null;
  readonly courtId: string | null;
  /** Courts in the area of the unit: itself and those below it; for a bureau, those in its divisions. */
  readonly courts: readonly string[];
  /** Divisions in the area of the unit. */
  readonly area: readonly string[];
  readonly firm: string | null;
  readonly lawyer: string | null;
  /** What he is told of himself. */
  readonly viewer: Readonly<Record<string, unknown>>;
}

/** One type: all its rows, and by hand what each word of the matrix means for them. */
export interface Kind {
  readonly rows: readonly Row[];
  readonly words?: Partial<Record<Word, (row: Row, who: Who) => boolean>>;
  readonly related?: (row: Row, who: Who) => boolean;
  readonly masks?: Readonly<Record<string, (value: string) => string>>;
  /** Edges to many: whether a row of the other type belongs to this one. */
  readonly many?: Readonly<Record<string, (row: Row, other: Row) => boolean>>;
  /** The key the trail names a row by, where it is not the id; null when it names none. */
  readonly inTrail?: ((row: Row) => string) | null;
}

export const TODAY = '2026-11-21';
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const NEVER = '9999-12-31';
const text = (value: unknown) => (value === null || value === undefined ? NEVER : String(value));
const onDay = (day: string, from: unknown, until: unknown) =>
  from !== null && String(from) <= day && day <= text(until);

/** 138****1234; any other number as its last two digits. */
const phone = (value: string) =>
  /^1\d{10}$/.test(value) ? `${value.slice(0, 3)}****${value.slice(7)}` : `****${value.slice(-2)}`;
const mail = (value: string) => `${value[0]}***${value.slice(value.indexOf('@'))}`;

/** Reads the whole province past every grant. */
export async function readTruth(hub: TestHub): Promise<Readonly<Record<string, Kind>>> {
  const read = <R = Row>(statement: string) => hub.rows<R & Row>(sql.raw(statement));
  const periods = await read<Record<string, string>>(`select lawyer_id as lawyer, from_on::text as from_on,
    case when until_on = 'infinity' then '${NEVER}' else until_on::text end as until_on, status, category, firm_id, certificate_no, event_id
    from justice.licence_period order by lawyer_id, from_on`);
  const periodsOf = new Map<string, Period[]>();
  for (const period of periods)
    periodsOf.set(String(period.lawyer), [...(periodsOf.get(String(period.lawyer)) ?? []), period]);
  const periodOn = (lawyer: string, day: string) =>
    periodsOf.get(lawyer)?.find(({ from_on, until_on }) => onDay(day, from_on, until_on));
  const firmToday = (lawyer: unknown) => periodOn(String(lawyer), TODAY)?.firm_id ?? null;
  const isOfFirm = (lawyer: unknown, who: Who) => who.firm !== null && firmToday(lawyer) === who.firm;
  const ownLawyer = (lawyer: unknown, who: Who) =>
    who.role === 'self' ? lawyer === who.lawyer : who.role === 'firm' && isOfFirm(lawyer, who);

  const sanctions = await read(`select id, lawyer_id as "subjectLawyer", firm_id as "subjectFirm", kind,
    case when kind in ('WARNING','FINE','CONFISCATION','SUSPENSION','CLOSURE','REVOCATION') then 'PENALTY' else 'DISCIPLINE' end as family,
    authority, authority_level as "authorityLevel", decision_no as "decisionNo", legal_basis as "legalBasis", fine_yuan::float as "fineYuan",
    decided_on::text as "decidedOn", effective_on::text as "effectiveOn", ends_on::text as "endsOn", public_from::text as "publicFrom",
    public_until::text as "publicUntil", annulled_on::text as "annulledOn", summary, decision_text as "decisionText" from justice.sanction`);
  const sanctionById = new Map(sanctions.map((row) => [row.id, row]));
  const isStanding = (row: Row) => TODAY < text(row.annulledOn);
  const isPublished = (row: Row | undefined) =>
    row !== undefined && isStanding(row) && onDay(TODAY, row.publicFrom, row.publicUntil);
  const isOwnSanction = (row: Row, who: Who) =>
    ownLawyer(row.subjectLawyer, who) || (who.role === 'firm' && row.subjectFirm === who.firm);

  const events =
    await read(`select e.id, e.lawyer_id as lawyer, kind, effective_on::text as "effectiveOn", suspended_from::text as "suspendedFrom",
    suspended_until::text as "suspendedUntil", category, firm_id as firm, certificate_no as "certificateNo", decision_no as "decisionNo",
    legal_basis as "legalBasis", decided_by as "decidedBy", decided_by_level as "decidedByLevel", reason, changed_fields as "changedFields",
    sanction_id as sanction, supersedes, (select s.id from justice.licence_event s where s.supersedes = e.id) as "supersededBy",
    ${instant('recorded_at')} as "recordedAt" from justice.licence_event e`);
  const eventById = new Map(events.map((row) => [row.id, row]));
  const lawyers = (
    await read(`select l.id, full_name as "fullName", former_names as "formerNames", l.certificate_no as last_no, first_practised_on::text as "firstPractisedOn",
      l.division_code as bureau, mobile, email, office_address as "officeAddress", home_address as "homeAddress", ${instant('l.as_of')} as "asOf",
      l.source as "dataSource", l.source_status_code as "sourceStatusCode", l.source_status_text as "sourceStatusText",
      ${instant('l.updated_at')} as "updatedAt" from justice.lawyer l`)
  ).map((row) => lawyerToday(row, periodsOf.get(row.id) ?? []));
  const staffOfLawyer = new Map(
    (await read('select id, lawyer_id as lawyer from court.court_staff')).map(({ id, lawyer }) => [lawyer, id]),
  );
  const declarations = await read(
    'select id, supersedes, relative_lawyer_id as lawyer, from_on::text as "from", until_on::text as "until" from court.kinship_declaration',
  );
  const corrected = new Set(declarations.map(({ supersedes }) => supersedes));
  const relatives = new Set(
    declarations
      .filter(({ id, from, until }) => !corrected.has(id) && onDay(TODAY, from ?? '0001-01-01', until))
      .map(({ lawyer }) => lawyer),
  );
  for (const row of lawyers)
    Object.assign(row, { courtStaff: staffOfLawyer.get(row.id) ?? null, isDeclaredRelative: relatives.has(row.id) });
  const firms =
    await read(`select id, name, unified_social_credit_code as "unifiedSocialCreditCode", credit_code_fails as "creditCodeFails",
    practice_licence_no as "practiceLicenceNo", division_code as "divisionCode", address, person_in_charge as "personInCharge",
    person_in_charge_mobile as "personInChargeMobile", case when closed_on <= '${TODAY}' then 'CLOSED' else 'OPEN' end as status,
    opened_on::text as "openedOn", closed_on::text as "closedOn", ${instant('as_of')} as "asOf" from justice.firm`);
  const firmById = new Map(firms.map((row) => [row.id, row]));
  for (const row of lawyers)
    Object.assign(row, { divisionCode: firmById.get(String(row.practisingFirm))?.divisionCode ?? row.bureau });

  const entries = (
    await read(`select id, lawyer_id as lawyer, court_id as court, specialities, state, listed_on::text as "listedOn", listed_until::text as "listedUntil",
      removed_on::text as "removedOn", removal_reason as "removalReason" from bar.mediator_roster_entry`)
  ).map((row) => {
    const isPractising = periodOn(String(row.lawyer), TODAY)?.status === 'PRACTISING';
    return { ...row, available: isPractising && row.state === 'LISTED' && onDay(TODAY, row.listedOn, row.listedUntil) };
  });
  const issues = await read(
    `select id, journal_id as journal, publisher, year, number, published_on::text as "publishedOn", audience from bar.journal_issue`,
  );
  const issueById = new Map(issues.map((row) => [row.id, row]));
  const articles = await read(
    `select id, issue_id as issue, publisher, title, authors, abstract, body, disclosure, audience, withheld_basis as "withheldBasis" from bar.journal_article`,
  );
  const isEdited = (row: Row, who: Who) => who.role === 'editor' && row.publisher === who.institution;
  const isOut = (issue: Row | undefined, who: Who) =>
    issue !== undefined &&
    String(issue.publishedOn) <= TODAY &&
    [readerOf(who), 'PUBLIC'].some((reader) => (issue.audience as string[]).includes(reader));
  const isDisclosed = (row: Row, who: Who) =>
    isOut(issueById.get(String(row.issue)), who) &&
    (row.disclosure === 'PUBLIC' ||
      (readerOf(who) !== 'PUBLIC' && row.disclosure === 'SHARED') ||
      (readerOf(who) !== 'PUBLIC' &&
        row.disclosure === 'RESTRICTED' &&
        (row.audience as string[]).includes(readerOf(who))));
  const units = await read(
    `select id, code, institution, name, division_code as "divisionCode", court_id as court from hub.unit`,
  );
  // an administrator's area: his own unit, and those of his institution below it
  const inCharge = (id: unknown, who: Who) => {
    const unit = units.find((row) => row.id === id);
    if (!unit || who.unit === null || unit.institution !== who.institution) return false;
    const isBelow =
      who.institution === 'COURT'
        ? who.courts.includes(String(unit.court))
        : who.area.includes(String(unit.divisionCode));
    return unit.code === who.unit || isBelow;
  };
  const clients =
    await read(`select id, issuer, client_id as "clientId", unit_id as unit, name, responsible_person as "responsiblePerson", roles, purposes,
    is_certificate_bound as "isCertificateBound", state, registered_by as "registeredBy", ${instant('registered_at')} as "registeredAt",
    activated_by as "activatedBy", ${instant('activated_at')} as "activatedAt", disabled_by as "disabledBy", ${instant('disabled_at')} as "disabledAt",
    disabled_reason as "disabledReason" from hub.client`);
  const unitOfClient = new Map(clients.map(({ id, unit }) => [id, unit]));
  const cases =
    await read(`select id, court_id as court, case_no as "caseNo", procedure, stage, accepted_on::text as "acceptedOn", closed_on::text as "closedOn",
    procuratorate, supervision_organ as "supervisionOrgan", earlier_case_nos as "earlierCaseNos", ${instant('as_of')} as "asOf" from court.court_case`);
  const courtOfCase = new Map(cases.map(({ id, court }) => [id, court]));
  const representations =
    await read(`select id, case_id as "case", lawyer_id as lawyer, firm_id as firm, agent_name as "agentName", side, capacity, category, relation,
    is_relation_proved as "isRelationProved", is_chosen_by_party as "isChosenByParty", is_interested as "isInterested", is_party_employer as "isPartyEmployer",
    from_on::text as "fromOn", until_on::text as "untilOn", coalesce(until_on < '${TODAY}', false) as ended, end_reason as "endReason" from court.representation`);
  // a lawyer's own; a firm's by the firm of the first day
  const isCounsel = (row: Row, who: Who) =>
    who.role === 'self' ? row.lawyer === who.lawyer : who.role === 'firm' && row.firm === who.firm;
  const ofCourt = (courtOf: (row: Row) => unknown) => ({
    unit: (row: Row, who: Who) => who.courtId !== null && courtOf(row) === who.courtId,
    area: (row: Row, who: Who) => who.courts.includes(String(courtOf(row))),
  });
  const firmInArea = (row: Row, who: Who) => who.area.includes(String(firmById.get(String(row.firm))?.divisionCode));
  const opinions =
    await read(`select id, internship_id as internship, court_id as court, ${instant('requested_at')} as "requestedAt", ${instant('given_at')} as "givenAt",
    objects, reason, given_by as "givenBy" from bar.former_court_opinion`);
  const internships =
    await read(`select id, full_name as "fullName", firm_id as firm, division_code as "divisionCode", mentor_id as mentor, applied_on::text as "appliedOn",
    declares_court_work as "declaresCourtWork", pledge_signed_on::text as "pledgeSignedOn", state, from_on::text as "fromOn", until_on::text as "untilOn",
    decided_on::text as "decidedOn", decision_reason as "decisionReason" from bar.internship`);
  const divisionOfIntern = new Map(internships.map(({ id, divisionCode }) => [id, String(divisionCode)]));
  const packs =
    await read(`select id, code, title, issuer, version, effective_from::text as "effectiveFrom", effective_until::text as "effectiveUntil", switches as decides,
    ${instant('announced_at')} as "announcedAt" from hub.rule_pack`);
  const ofClient = (row: Row, who: Who) => inCharge(unitOfClient.get(String(row.client)), who);
  const atCourt = (row: Row, who: Who) => who.courts.includes(String(row.court));

  return {
    Lawyer: {
      rows: lawyers,
      masks: { mobile: phone, email: mail },
      // pairs: a firm's lawyers of today, the lawyer himself; else: the penalty behind the status is published
      related: (row, who) =>
        who.role === 'firm' || who.role === 'self'
          ? ownLawyer(row.id, who)
          : isPublished(sanctionById.get(String(eventById.get(String(row.event))?.sanction))),
      many: {
        affiliations: (row, other) => other.lawyer === row.id,
        certificates: (row, other) => other.lawyer === row.id,
        contactProposals: (row, other) => other.lawyer === row.id,
        licenceHistory: (row, other) => other.lawyer === row.id,
        mediatorEntries: (row, other) => other.lawyer === row.id,
        sanctions: (row, other) => other.subjectLawyer === row.id,
      },
    },
    LawFirm: {
      rows: firms,
      masks: { personInChargeMobile: phone },
      related: (row, who) => who.role === 'firm' && row.id === who.firm,
      many: {
        lawyers: (row, other) => other.practisingFirm === row.id,
        sanctions: (row, other) => other.subjectFirm === row.id,
      },
    },
    Certificate: {
      rows: await read(
        `select certificate_no as id, certificate_no as "certificateNo", form, valid_from::text as "validFrom", lawyer_id as lawyer from justice.certificate`,
      ),
      words: { own: (row, who) => ownLawyer(row.lawyer, who) },
      inTrail: (row) => String(row.lawyer),
    },
    FirmAffiliation: {
      rows: affiliations(periodsOf),
      words: { own: (row, who) => ownLawyer(row.lawyer, who) },
      inTrail: (row) => String(row.lawyer),
    },
    LicenceEvent: {
      rows: events,
      words: {
        own: (row, who) => ownLawyer(row.lawyer, who),
        published: (row) =>
          row.kind !== 'PENALTY_ANNULLED' &&
          row.supersededBy === null &&
          isPublished(sanctionById.get(String(row.sanction))),
      },
      related: (row, who) => ownLawyer(row.lawyer, who),
    },
    Sanction: {
      rows: sanctions,
      words: {
        inForce: (row) => isStanding(row) && onDay(TODAY, row.effectiveOn, row.endsOn),
        published: isPublished,
        own: isOwnSanction,
      },
      related: (row, who) => (who.role === 'firm' || who.role === 'self' ? isOwnSanction(row, who) : isPublished(row)),
    },
    ContactProposal: {
      rows: await read(`select id, lawyer_id as lawyer, field, value, owned_by as "ownedBy", proposed_by as "proposedBy", source, as_of::text as "asOf",
        ${instant('proposed_at')} as "proposedAt", state, ${instant('decided_at')} as "decidedAt", decision_reason as "decisionReason" from justice.contact_proposal`),
      // the lawyer's own; the bar's all but home addresses
      words: { own: (row, who) => (who.role === 'self' ? row.lawyer === who.lawyer : row.field !== 'HOME_ADDRESS') },
    },
    IdentityVerification: {
      rows: await read(`select id, unit_code as unit, court_id as court, lawyer_id as lawyer, result, licence_status as "licenceStatus",
        ${instant('verified_at')} as "verifiedAt" from justice.identity_verification`),
      words: { unit: (row, who) => row.unit === who.unit, area: atCourt },
    },
    LicenceAlert: {
      rows: await read(
        `select id, kind, lawyer_id as lawyer, court_id as court, licence_status as "licenceStatus", ${instant('raised_at')} as "raisedAt" from joint.licence_alert`,
      ),
      words: { unit: (row, who) => row.court === who.courtId, area: atCourt },
    },
    CourtCase: {
      rows: cases,
      words: {
        ...ofCourt(({ court }) => court),
        own: (row, who) => representations.some((other) => other.case === row.id && isCounsel(other, who)),
      },
      many: {
        panel: (row, other) => other.case === row.id,
        representations: (row, other) => other.case === row.id,
      },
    },
    PanelMember: {
      rows: await read(
        `select id, case_id as "case", staff_id as "staffId", role, from_on::text as "fromOn", until_on::text as "untilOn" from court.panel_member`,
      ),
      words: ofCourt((row) => courtOfCase.get(String(row.case))),
    },
    Representation: {
      rows: representations,
      words: { ...ofCourt((row) => courtOfCase.get(String(row.case))), own: isCounsel },
    },
    FirmJob: {
      rows: await read(`select id, person_name as "personName", lawyer_id as lawyer, firm_id as firm, role, office_division_code as "officeDivisionCode",
        from_on::text as "fromOn", until_on::text as "untilOn", ${instant('as_of')} as "asOf" from justice.firm_job`),
      words: { area: firmInArea, own: isCounsel },
    },
    LicenceApplication: {
      rows: await read(`select id, application_no as "applicationNo", person_name as "personName", lawyer_id as lawyer, kind, firm_id as firm, role,
        office_division_code as "officeDivisionCode", filed_on::text as "filedOn", state, decided_on::text as "decidedOn", ${instant('as_of')} as "asOf"
        from justice.licence_application`),
      // the applicant's own; no firm's
      words: { area: firmInArea, own: (row, who) => who.role === 'self' && row.lawyer === who.lawyer },
    },
    Internship: {
      rows: internships,
      words: {
        area: (row, who) =>
          who.institution === 'COURT'
            ? opinions.some((other) => other.internship === row.id && atCourt(other, who))
            : who.area.includes(String(row.divisionCode)),
      },
      many: { opinions: (row, other) => other.internship === row.id },
    },
    FormerCourtOpinion: {
      rows: opinions,
      words: {
        area: (row, who) =>
          who.institution === 'COURT'
            ? atCourt(row, who)
            : who.area.includes(String(divisionOfIntern.get(String(row.internship)))),
      },
    },
    RulePack: { rows: packs, many: { switches: (row, other) => other.pack === row.id } },
    RuleSwitch: {
      rows: packs.flatMap(({ id, decides }) =>
        (decides as { name: string }[]).map((one) => ({ ...one, pack: id, id: `${id} ${one.name}` })),
      ),
      inTrail: null,
    },
    MediatorRosterEntry: {
      rows: entries,
      words: {
        listed: (row) => row.state !== 'REMOVED' && onDay(TODAY, row.listedOn, row.listedUntil),
        own: (row, who) => who.role === 'self' && row.lawyer === who.lawyer,
      },
      related: (row, who) => who.role === 'self' && row.lawyer === who.lawyer,
    },
    ...(await personnel(read)),
    ...(await restrictionAlerts(read)),
    Court: {
      rows: await read(`select id, code, name, level, division_code as "divisionCode", parent_id as parent, array(select a.division_code from court.court_area a
        where a.court_id = c.id and a.valid_from <= '${TODAY}' and coalesce(a.valid_until, '9999-12-31') >= '${TODAY}' order by a.division_code collate "C") as area from court.court c`),
      many: {
        mediators: (row, other) => other.court === row.id,
        areaHistory: (row, other) => other.court === row.id,
        lineage: (row, other) => other.fromCourt === row.id || other.toCourt === row.id,
      },
    },
    Journal: { rows: await read(`select id, title, publisher, issn, language from bar.journal`) },
    JournalIssue: {
      rows: issues,
      words: { audience: isOut, own: (row, who) => isEdited(row, who) || isOut(row, who) },
      related: isEdited,
      many: { articles: (row, other) => other.issue === row.id },
    },
    JournalArticle: {
      rows: articles,
      words: { audience: isDisclosed, own: (row, who) => isEdited(row, who) || isDisclosed(row, who) },
      related: isEdited,
    },
    Unit: { rows: units },
    Client: {
      rows: clients,
      words: { area: (row, who) => inCharge(row.unit, who) },
      many: {
        keys: (row, other) => other.client === row.id,
        locks: (row, other) => other.client === row.id && other.holds === true,
      },
    },
    ClientKey: {
      rows: await read(`select id, client_id as client, kid, jwk::text as jwk, ${instant('valid_from')} as "validFrom", ${instant('valid_until')} as "validUntil",
        added_by as "addedBy", overlap_hours as "overlapHours", confirmed_by as "confirmedBy", ${instant('confirmed_at')} as "confirmedAt", withdrawn_by as "withdrawnBy", ${instant('withdrawn_at')} as "withdrawnAt" from hub.client_key`),
      words: { area: ofClient },
    },
    ClientLock: {
      rows: await read(`select id, client_id as client, source, ${instant('locked_at')} as "lockedAt", ${instant('locked_until')} as "lockedUntil",
        lifted_at is null and locked_until > timestamptz '${TODAY} 10:00+08' as holds from hub.client_lock`),
      words: { area: ofClient },
    },
    ClientOperation: {
      rows: await read(`select id, client_id as client, sha256, document, name, registered_by as "registeredBy", ${instant('registered_at')} as "registeredAt",
        retired_by as "retiredBy", ${instant('retired_at')} as "retiredAt" from hub.client_operation`),
      words: { area: ofClient },
    },
    OperationLimit: {
      rows: await read(`select id, client_id as client, unit_id as unit, reason, limited_by as "limitedBy", ${instant('limited_at')} as "limitedAt",
        lifted_by as "liftedBy", ${instant('lifted_at')} as "liftedAt" from hub.operation_limit`),
      words: { area: (row, who) => inCharge(row.unit, who) },
    },
    DisabledAccount: {
      rows: await read(`select id, issuer, subject, unit_id as unit, reason, disabled_by as "disabledBy", ${instant('disabled_at')} as "disabledAt",
        restored_by as "restoredBy", ${instant('restored_at')} as "restoredAt" from hub.disabled_account`),
      words: { area: (row, who) => inCharge(row.unit, who) },
    },
    Administrator: {
      rows: await read(`select id, issuer, subject, role, unit_id as unit, appointed_by as "appointedBy", ${instant('appointed_at')} as "appointedAt",
        ended_at is null as "inOffice" from hub.administrator`),
      words: { area: (row, who) => inCharge(row.unit, who) },
    },
    AdministrationAct: {
      rows: (
        await read(`select id, ${instant('at')} as at, issuer, actor_id as actor, client_id as client, role, institution, unit as code, coordinates as operations, outcome, refusals, records as named
          from audit.audit_line where at < timestamptz '${TODAY} 00:00+08'`)
      ).map((row) => ({
        ...row,
        unit: units.find(({ code }) => code === row.code)?.id ?? null,
        records: Object.entries(row.named as Record<string, string[]>).flatMap(([type, ids]) =>
          ids.map((id) => `${type} ${id}`),
        ),
      })),
      // what firms and lawyers tried is the bar's to know
      words: {
        area: (row, who) =>
          inCharge(row.unit, who) ||
          (who.institution === 'BAR' && row.unit === null && ['FIRM', 'LAWYER'].includes(String(row.institution))),
      },
    },
    ContactFieldOwner: codes(
      'field',
      Object.entries(contactOwners).map(([field, { owner }]) => ({
        field,
        owner,
        zh: contactFields[field as 'MOBILE'],
      })),
    ),
    PractitionerCategoryEntry: codes(
      'code',
      Object.entries(practitionerCategories).map(([code, zh]) => ({ code, zh })),
    ),
    CourtPersonnelCategoryEntry: codes(
      'code',
      Object.entries(personnelCategories).map(([code, line]) => ({ code, ...line })),
    ),
    PurposeEntry: codes(
      'code',
      Object.entries(purposes).map(([code, line]) => ({ code, ...line })),
    ),
    LegalBasisEntry: codes(
      'code',
      Object.entries(legalBases).map(([code, line]) => ({ code, ...line })),
    ),
  };
}

type Read = (statement: string) => Promise<Row[]>;

/** The court's personnel records, and whose they are. */
async function personnel(read: Read): Promise<Record<string, Kind>> {
  const place =
    'organ_kind as "organKind", court_id as court, organ_name as "organName", organ_division_code as "organDivisionCode"';
  const recorded = `${instant('recorded_at')} as "recordedAt"`;
  const allDepartures =
    await read(`select id, staff_id as staff, ${place}, type, effective_on::text as "effectiveOn", effective_by as "effectiveBy",
    resignation_approved_on::text as "resignationApprovedOn", retirement_ordered_on::text as "retirementOrderedOn",
    removed_from_office_on::text as "removedFromOfficeOn", civil_servant_until::text as "civilServantUntil", exited_on::text as "exitedOn",
    post_ended_on::text as "postEndedOn", was_civil_servant as "wasCivilServant", reason, discipline_detail as "disciplineDetail",
    decision_no as "decisionNo", supersedes, annulled_on::text as "annulledOn", annulment_no as "annulmentNo", ${recorded} from court.departure`);
  const followed = (rows: readonly Row[]) =>
    rows.map(
      (row) => ({ ...row, supersededBy: rows.find(({ supersedes }) => supersedes === row.id)?.id ?? null }) as Row,
    );
  const departures = followed(allDepartures);
  const isStanding = (row: Row) => row.supersededBy === null && (row.annulledOn ?? null) === null;
  const services = followed(
    await read(`select id, staff_id as staff, ${place}, post, category, rank, rank_band as "rankBand", tenure, is_in_post as "isInPost", is_civil_servant as "isCivilServant",
      is_leadership_member as "isLeadershipMember", is_committee_member as "isCommitteeMember", leading_post as "leadingPost",
      tries_or_enforces as "triesOrEnforces", from_on::text as from, coalesce(until_on, ended_on)::text as until, supersedes, ${recorded} from court.court_service`),
  );
  const servicesOf = (staff: unknown) => services.filter((row) => row.staff === staff);
  const isFormer = (staff: unknown) =>
    servicesOf(staff).every((row) => row.supersededBy !== null || (row.until !== null && String(row.until) <= TODAY));
  const staff = (
    await read(`select id, full_name as "fullName", lawyer_id as lawyer, personnel_file_no as "personnelFileNo", account_issuer as "accountIssuer",
      account_subject as "accountSubject", source as "dataSource", ${instant('as_of')} as "asOf", ${instant('updated_at')} as "updatedAt" from court.court_staff`)
  ).map((row): Row => ({ ...row, staff: row.id, standing: isFormer(row.id) ? 'FORMER' : 'SERVING' }));
  const lawyerOf = new Map(staff.map(({ id, lawyer }) => [id, lawyer]));
  const isIn = (row: Row, who: Who) =>
    who.courts.includes(String(row.court)) || who.area.includes(String(row.organDivisionCode));
  const words: Kind['words'] = {
    area: (row, who) => servicesOf(row.staff).some((one) => isIn(one, who)),
    own: (row, who) => who.role === 'self' && who.lawyer !== null && lawyerOf.get(String(row.staff)) === who.lawyer,
    former: (row) => isFormer(row.staff),
  };
  const standing = { ...words, former: (row: Row) => isFormer(row.staff) && isStanding(row) };
  const belongs = (row: Row, other: Row) => other.staff === row.id;
  return {
    CourtStaff: {
      rows: staff,
      words,
      many: {
        services: belongs,
        departures: belongs,
        laterPosts: belongs,
        approvals: belongs,
        pledges: belongs,
        kinships: belongs,
      },
    },
    CourtService: { rows: services, words: standing },
    Departure: { rows: departures, words: standing },
    LaterPublicPost: {
      rows: await read(`select id, staff_id as staff, organ_name as "organName", organ, is_civil_servant as "isCivilServant", led_at_county_level as "ledAtCountyLevel",
        from_on::text as from, until_on::text as until, left_by as "leftBy", annulled_on::text as "annulledOn", ${recorded} from court.later_public_post`),
      words,
    },
    StaffApproval: {
      rows: await read(`select id, staff_id as staff, kind, granted_on::text as "grantedOn", document_no as "documentNo", granted_by as "grantedBy",
        firm_credit_code as "firmCreditCode", relations_moved_on::text as "relationsMovedOn", ${recorded} from court.staff_approval`),
      words,
    },
    StaffPledge: {
      rows: await read(
        `select id, staff_id as staff, kind, due_on::text as "dueOn", fulfilled_on::text as "fulfilledOn", destination, ${recorded} from court.staff_pledge`,
      ),
      words,
    },
    KinshipDeclaration: {
      rows: followed(
        await read(`select id, staff_id as staff, relative_name as "relativeName", relative_lawyer_id as relative, relation, declared_on::text as "declaredOn",
          from_on::text as from, until_on::text as until, supersedes, ${recorded} from court.kinship_declaration`),
      ),
      words,
    },
    CourtAreaEntry: {
      rows: await read(
        `select id, court_id as court, division_code as "divisionCode", valid_from::text as from, valid_until::text as until from court.court_area`,
      ),
    },
    CourtLineage: {
      rows: await read(
        `select id, from_court_id as "fromCourt", to_court_id as "toCourt", kind, on_day::text as "on", document_no as "documentNo" from court.court_lineage`,
      ),
    },
  };
}

/** Restriction alerts, with what hangs on them. */
async function restrictionAlerts(read: Read): Promise<Record<string, Kind>> {
  // those planted rest on a verdict without a constraint: two sentences, the same for every reader
  const alerts = (
    await read(`select id, kind, subject, subject_id as "subjectId", lawyer_id as lawyer, firm_id as firm, court_id as court, division_code as division,
      case_no as "caseNo", headline, last_restricted_day::text as "lastRestrictedDay", is_detected_late as "isDetectedLate", staff_id as "staffId", state,
      decided_by as "decidedBy", ${instant('decided_at')} as "decidedAt", reason, ${instant('raised_at')} as "raisedAt", ${instant('answered_at')} as "answeredAt",
      answer_given as "answerGiven", answer_now as "answerNow", told_to as "toldTo", verdict is not null as "isJudged" from joint.restriction_alert`)
  ).map(
    (row): Row => ({
      ...row,
      explanationZh: row.isJudged ? ['2026-11-10的结论:需人工审查。', '规则包:无。'] : null,
      explanationEn: row.isJudged ? ['Verdict for 2026-11-10: needs review.', 'Rule packs: none.'] : null,
    }),
  );
  const toldOf: Readonly<Record<string, readonly string[]>> = {
    filing: ['COUNSEL', 'RECUSAL', 'WRONG_ANSWER'],
    judge: ['COUNSEL', 'RECUSAL', 'WRONG_ANSWER'],
    personnel: ['COUNSEL', 'EMPLOYMENT', 'RECUSAL', 'RESTRICTION_ENDED', 'PLEDGE_OVERDUE', 'WRONG_ANSWER'],
    supervision: ['COUNSEL', 'EMPLOYMENT', 'RECUSAL', 'RESTRICTION_ENDED', 'FIRM_CASES', 'WRONG_ANSWER'],
  };
  const outside = ['COUNSEL', 'EMPLOYMENT', 'RESTRICTION_ENDED', 'WRONG_ANSWER'];
  const isTold = (row: Row, who: Who) => (toldOf[who.role] ?? outside).includes(String(row.kind));
  const words = {
    unit: (row: Row, who: Who) => who.courtId !== null && row.court === who.courtId && isTold(row, who),
    area: (row: Row, who: Who) =>
      isTold(row, who) &&
      (who.institution === 'COURT'
        ? who.courts.includes(String(row.court))
        : who.area.includes(String(row.division))) &&
      // the bar: of interns, and what it was told wrongly itself
      (who.institution !== 'BAR' || row.subject === 'INTERNSHIP' || String(row.toldTo).startsWith('bar ')),
    // a lawyer's own, once somebody has decided
    own: (row: Row, who: Who) =>
      who.role === 'self' && row.lawyer === who.lawyer && row.state !== 'RAISED' && isTold(row, who),
  };
  // to the justice department the case once it is confirmed; to the window all but a recusal
  const related = (row: Row, who: Who) =>
    who.institution === 'JUSTICE'
      ? row.subject !== 'REPRESENTATION' || row.state === 'CONFIRMED' || row.state === 'CLOSED'
      : row.kind !== 'RECUSAL';
  const byId = new Map(alerts.map((row) => [row.id, row]));
  const alertOf = (row: Row) => byId.get(String(row.alert)) as Row;
  const onAlert = {
    unit: (row: Row, who: Who) => words.unit(alertOf(row), who),
    area: (row: Row, who: Who) => words.area(alertOf(row), who),
    own: (row: Row, who: Who) => words.own(alertOf(row), who),
  };
  const belongs = (row: Row, other: Row) => other.alert === row.id;
  return {
    RestrictionAlert: {
      rows: alerts,
      words,
      related,
      many: { decisions: belongs, followUps: belongs, concerns: belongs },
    },
    AlertDecision: {
      rows: await read(
        `select id, alert_id as alert, state, decided_by as "decidedBy", ${instant('decided_at')} as "decidedAt", reason from joint.alert_decision`,
      ),
      words: onAlert,
      related: (row, who) => related(alertOf(row), who),
    },
    AlertFollowUp: {
      rows: await read(`select id, alert_id as alert, kind, note, done_on::text as "doneOn", institution, recorded_by as "recordedBy",
        ${instant('recorded_at')} as "recordedAt" from joint.alert_follow_up`),
      words: onAlert,
      related: (row, who) => row.institution === who.institution,
    },
    AlertConcern: {
      rows: await read(`select id, alert_id as alert, kind, statement, ${instant('made_at')} as "madeAt", answer, answered_by as "answeredBy",
        ${instant('answered_at')} as "answeredAt" from joint.alert_concern`),
      words: {
        ...onAlert,
        // the bureau: on what is about no case
        area: (row, who) =>
          onAlert.area(row, who) && (who.institution === 'COURT' || alertOf(row).subject !== 'REPRESENTATION'),
      },
    },
  };
}

/** A code list of the program: the same for everybody, and no record. */
const codes = (key: string, entries: readonly Record<string, unknown>[]): Kind => ({
  rows: entries.map((entry) => ({ ...entry, id: String(entry[key]) })),
  inTrail: null,
});

/** COURT, JUSTICE, BAR as one of their own; firms and lawyers are members; everybody else is the public. */
function readerOf({ role, institution }: Who): string {
  if (role === 'firm' || role === 'self') return 'MEMBERS';
  return ['system', 'security', 'audit', 'public'].includes(role) ? 'PUBLIC' : institution;
}

type Period = Readonly<Record<string, string>>;

/** A lawyer with the licence of today: the stretch of days of one status, and where it lies. */
function lawyerToday(row: Row, periods: readonly Period[]): Row {
  const now = periods.findIndex(({ from_on, until_on }) => onDay(TODAY, from_on, until_on));
  const period = periods[now];
  let [first, last] = [now, now];
  while (first > 0 && periods[first - 1]?.status === period?.status) first -= 1;
  while (last >= 0 && last < periods.length - 1 && periods[last + 1]?.status === period?.status) last += 1;
  const isSuspended = period?.status === 'SUSPENDED';
  const since = periods[first]?.from_on ?? null;
  const until = periods[last]?.until_on === NEVER ? null : (periods[last]?.until_on ?? null);
  return {
    ...row,
    certificateNo: period?.certificate_no ?? row.last_no,
    category: period?.category ?? null,
    licenceStatus: period?.status ?? null,
    licenceStatusSince: since,
    suspendedFrom: isSuspended ? since : null,
    suspendedUntil: isSuspended ? until : null,
    practisingFirm: period?.firm_id ?? null,
    event: period?.event_id ?? null,
  };
}

/** Neighbouring periods in one firm are one affiliation. */
function affiliations(periodsOf: ReadonlyMap<string, readonly Period[]>): Row[] {
  return [...periodsOf].flatMap(([lawyer, periods]) => {
    const runs: { firm: string | null; from: string; until: string }[] = [];
    for (const { firm_id, from_on, until_on } of periods as { [key: string]: string }[]) {
      const last = runs.at(-1);
      if (last && last.firm === (firm_id ?? null)) last.until = until_on as string;
      else runs.push({ firm: firm_id ?? null, from: from_on as string, until: until_on as string });
    }
    return runs
      .filter(({ firm }) => firm !== null)
      .map(({ firm, from, until }) => ({
        id: `${lawyer} ${from}`,
        lawyer,
        firm,
        from,
        until: until === NEVER ? null : until,
      }));
  });
}
