import type { Scratch } from '../scratch.js';
import { textClient } from '../scratch.js';

/** The five questions of the bench. */
export const shapes = ['single', 'hundred', 'thousand', 'search', 'levels'] as const;
export type Shape = (typeof shapes)[number];

/** What a filing window wants to know of counsel. */
const COUNSEL = `fullName certificateNo licenceStatus category mobile officeAddress
  practisingFirm { name unifiedSocialCreditCode } sanctions { kind decisionNo effectiveOn }`;

const byNumbers = (name: string) =>
  `query ${name}($asked: [String!]!) { lawyersByCertificateNo(certificateNos: $asked) { ${COUNSEL} } }`;

/** The hub's query for each shape; `asked` is what is drawn: certificate numbers, a surname, a division. */
export const queries: Readonly<Record<Shape, string>> = {
  single: `query Single($asked: String!) { lawyer(certificateNo: $asked) { ${COUNSEL} } }`,
  hundred: byNumbers('Hundred'),
  thousand: byNumbers('Thousand'),
  search: `query Search($asked: String!) { lawyers(filter: { namePrefix: $asked }, first: 50) {
    totalCount pageInfo { hasNextPage }
    nodes { fullName certificateNo licenceStatus category practisingFirm { name unifiedSocialCreditCode } } } }`,
  levels: `query Levels($asked: String!) { lawFirms(filter: { divisionCode: $asked }, first: 10) {
    nodes { name unifiedSocialCreditCode lawyers(first: 20) {
      nodes { fullName certificateNo licenceHistory { kind effectiveOn category decisionNo } } } } } }`,
};

/** What is asked, shape by shape: the values of `asked`. */
export type Asked = Readonly<Record<Shape, readonly (string | readonly string[])[]>>;

const MOST: Readonly<Record<Shape, number>> = { single: 500, hundred: 64, thousand: 8, search: 60, levels: 40 };
const FEWEST = 5;

/**
 * Draws what is asked from what is there, always the same for the same data: lawyers at large, surnames of more than a
 * page, the divisions whose first ten firms have the most lawyers. Throws when the data are too few for a shape.
 */
export async function drawn({ databaseUrl }: Pick<Scratch, 'databaseUrl'>, wanted: readonly Shape[]): Promise<Asked> {
  const client = await textClient(databaseUrl);
  const column = async (statement: string) =>
    (await client.query<{ asked: string }>(statement)).rows.map(({ asked }) => asked);
  const numbers = await column(
    `select certificate_no as asked from justice.lawyer order by md5(certificate_no) limit ${MOST.thousand * 1000}`,
  );
  const surnames = await column(`select left(full_name, 1) as asked from justice.lawyer group by 1
    having count(*) > 50 order by md5(left(full_name, 1)) limit ${MOST.search}`);
  const divisions = await column(`select division_code as asked from (
      select division_code, row_number() over (partition by division_code order by name collate "C", id) as place,
        (select count(*) from justice.licence_period p where p.firm_id = f.id
          and current_date between p.from_on and p.until_on) as lawyers from justice.firm f) numbered
    where place <= 10 group by 1 having count(*) = 10 order by sum(least(lawyers, 20)) desc, 1 limit ${MOST.levels}`);
  await client.end();
  const slices = (size: number, most: number) =>
    Array.from({ length: most }, (_, i) => numbers.slice(i * size, (i + 1) * size)).filter(
      (slice) => slice.length === size,
    );
  const asked: Asked = {
    single: numbers.slice(0, MOST.single),
    hundred: slices(100, MOST.hundred),
    thousand: slices(1000, MOST.thousand),
    search: surnames,
    levels: divisions,
  };
  for (const shape of wanted)
    if (asked[shape].length < Math.min(FEWEST, MOST[shape]))
      throw new Error(
        `the data give only ${asked[shape].length} requests of the shape ${shape}: ask for more lawyers and firms`,
      );
  return asked;
}
