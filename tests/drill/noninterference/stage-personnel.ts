import { newCitizenId } from '../../support/pushes.js';
import type { Must } from './stage.js';

const ASKED = 'results { ... on ItemRecorded { id } ... on ItemRefused { code path } }';
const PUSH = `mutation($staff: [CourtStaffInput!]!) { recordCourtStaff(staff: $staff) { refused ${ASKED} } }`;
const KINSHIPS = `mutation($kinships: [KinshipInput!]!) { recordKinships(kinships: $kinships) { refused ${ASKED} } }`;
const LINEAGE = `mutation($steps: [CourtLineageInput!]!) { recordCourtLineage(steps: $steps) { refused ${ASKED} } }`;

/** What the seeds have none of: departures corrected and annulled, of those who left and of those who stayed; corrections. */
export async function enterPersonnel(must: Must): Promise<void> {
  for (const [place, court] of ['浙0106', '浙0212', '浙0106', '浙0212'].entries()) {
    const at = { court, post: '审判员', category: 'JUDGE', rank: 9, isInPost: true, from: '2012-01-01' };
    const person = { citizenIdNumber: newCitizenId(), fullName: `演练人${place}`, asOf: '2026-11-20T00:00:00Z' };
    const push = async (step: string, more: object) => {
      const staff = [{ ...person, key: `drill/${court}/${place}/${step}`, ...more }];
      const made = await must('personnel', PUSH, { staff });
      return (made as unknown as { recordCourtStaff: { results: [{ id: string }] } }).recordCourtStaff.results[0].id;
    };
    const left = { court, type: 'DISMISSED', effectiveOn: '2025-02-01', reason: '违纪', disciplineDetail: '开除' };
    const id = await push('enter', {
      services: [at],
      departures: [left],
      laterPosts: [{ organName: `某局${place}`, organ: 'OTHER', isCivilServant: true, from: '2025-03-01' }],
      approvals: [
        { kind: 'RETIREE_IN_FIRM', grantedOn: '2026-02-01', documentNo: `浙组〔2026〕${place}号`, grantedBy: '某部' },
      ],
      pledges: [{ kind: 'CHANGE', dueOn: '2026-03-01', fulfilledOn: '2026-02-20', destination: '某公司' }],
    });
    const read = await must('personnel', `{ courtStaff(id: "${id}") { services { id } departures { id } } }`);
    const { services, departures } = (read as unknown as { courtStaff: Record<string, [{ id: string }]> }).courtStaff;
    await push('correct', {
      services: [{ ...at, post: '审判长', supersedes: services?.[0].id }],
      departures: [{ ...left, effectiveOn: '2025-02-05', supersedes: departures?.[0].id }],
    });
    const again = await must('personnel', `{ courtStaff(id: "${id}") { departures { id supersedes } } }`);
    const known = (again as unknown as { courtStaff: { departures: { id: string; supersedes: string | null }[] } })
      .courtStaff;
    const standing = known.departures.find(({ supersedes }) => supersedes !== null);
    // of the last two the dismissal was annulled: they serve again
    if (place > 1)
      await push('annul', {
        annulments: [{ departure: standing?.id, annulledOn: '2026-01-01', annulmentNo: '复1号' }],
      });
    const kinship = { staff: id, relativeName: `演练亲属${place}`, relation: 'SIBLING', declaredOn: '2026-01-01' };
    const kin = await must('personnel', KINSHIPS, { kinships: [{ ...kinship, key: `drill/kin/${place}` }] });
    const [{ id: first }] = (kin as unknown as { recordKinships: { results: [{ id: string }] } }).recordKinships
      .results;
    await must('personnel', KINSHIPS, {
      kinships: [{ ...kinship, key: `drill/kin/${place}/2`, until: '2026-05-01', supersedes: first }],
    });
  }
  const step = { key: 'drill/split', fromCourt: '浙0110', toCourt: '浙0113', kind: 'SPLIT', on: '2021-04-09' };
  await must('personnel', LINEAGE, { steps: [step] });
}
