import 'reflect-metadata';
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedSchema } from '../../src/api/schema.js';
import { roles } from '../../src/identity/roles.js';
import { onEveryDatabase } from '../support/databases.js';
import type { Answer } from '../support/hub.js';
import { type Asker, askers, oneOfEachRole } from './askers.js';
import { Looking } from './looking.js';
import { plantedProvince } from './province.js';
import { type Question, questionsOf } from './questions.js';
import { cell, mayAsk, told } from './rules.js';
import { anyArguments, everything, isCarrier, type Selection } from './selection.js';
import { type Kind, type Row, readTruth, type Who } from './truth.js';
import { whoever } from './whoever.js';
import { openDoors } from './writing.js';

/** Edges below the root type that are asked in full; those below them tell their keys. */
const LEVELS = 1;

onEveryDatabase('every role at every coordinate', (kind) => {
  // the rights are the same statements on both: everybody asks the one, one of each role the other
  const asking = kind.name === 'PGlite' ? askers : oneOfEachRole;
  const { hub, planted } = plantedProvince(kind);
  const schema: GraphQLSchema = servedSchema();
  const queries = schema.getQueryType()?.getFields() ?? {};
  const mutations = schema.getMutationType()?.getFields() ?? {};
  let truth: Readonly<Record<string, Kind>>;
  let who: ReadonlyMap<Asker, Who>;
  let looking: Looking;
  let questions: readonly Question[];
  let asked = 0;

  beforeAll(async () => {
    truth = await readTruth(hub);
    who = await whoever(hub, asking);
    looking = new Looking(schema, truth);
    questions = questionsOf(truth, planted);
  });

  const ask = (asker: Asker, document: string, variables = {}) => {
    asked += 1;
    return hub.asClaims(asker.claims, asker.claims === null ? undefined : asker.purpose).ask(document, variables);
  };

  /** The trail's line of an answer, by hand: who, what was asked, what was shown, what was not. */
  const expectedLine = (
    asker: Asker,
    coordinates: readonly string[],
    answer: Answer,
    records: Map<string, Set<string>>,
  ) => ({
    kind: 'DISCLOSED',
    outcome: answer.codes.length === 0 ? 'ANSWERED' : 'REFUSED',
    role: asker.role,
    purpose: asker.purpose,
    actor_id: asker.claims?.subject ?? 'anonymous',
    client_id: asker.claims?.clientId ?? 'anonymous',
    unit: asker.claims?.unit ?? null,
    coordinates: [...coordinates].sort(),
    withheld: told(asker.role, coordinates, '-'),
    masked: told(asker.role, coordinates, 'M'),
    refusals: answer.codes,
    records: Object.fromEntries([...records].map(([type, ids]) => [type, [...ids].sort()])),
  });
  const sorted = (line: Record<string, unknown>) => ({
    ...line,
    records: Object.fromEntries(
      Object.entries(line.records as Record<string, string[]>).map(([type, ids]) => [type, [...ids].sort()]),
    ),
  });
  const lineOf = async (
    answer: Answer,
    asker: Asker,
    coordinates: readonly string[],
    records: Map<string, Set<string>>,
  ) => {
    const [line] = await hub.trail();
    const expected = expectedLine(asker, coordinates, answer, records);
    expect(sorted(line as Record<string, unknown>), `${asker.name}: ${coordinates[0]}`).toMatchObject(expected);
    expect(answer.extensions?.withheld?.map((said: { coordinate: string }) => said.coordinate) ?? []).toEqual(
      answer.data ? expected.withheld : [],
    );
    expect(answer.extensions?.masked?.map((said: { coordinate: string }) => said.coordinate) ?? []).toEqual(
      answer.data ? expected.masked : [],
    );
  };

  const refuse = async (asker: Asker, root: string, document: string, coordinates: readonly string[]) => {
    const answer = await ask(asker, document);
    expect([answer.codes, answer.data ?? null], `${asker.name} asks ${root}`).toEqual([
      ['FORBIDDEN'],
      answer.data === undefined ? null : answer.data,
    ]);
    expect(JSON.stringify(answer.data ?? null)).toMatch(/^(null|\{"\w+":null\})$/);
    for (const coordinate of coordinates) looking.note(asker.role, coordinate, 'refused');
    return answer;
  };

  describe.each(asking.map((asker) => [asker.name, asker] as const))('%s', (_name, asker) => {
    it.each(Object.keys(queries))('asks %s', async (root) => {
      const field = queries[root] as (typeof queries)[string];
      const selection = everything(field.type, LEVELS);
      const coordinates = [`Query.${root}`, ...selection.coordinates];
      const own = questions.filter((question) => question.root === root);
      expect(own.length, `questions.ts asks nothing of Query.${root}`).toBeGreaterThan(0);
      for (const question of own) {
        const document = `{ ${root}${question.args} ${selection.text} }`;
        if (!mayAsk(asker.role, `Query.${root}`)) {
          const answer = await refuse(asker, root, document, coordinates);
          await lineOf(answer, asker, coordinates, new Map());
          continue;
        }
        for (const coordinate of coordinates) looking.note(asker.role, coordinate, 'asked');
        looking.note(asker.role, `Query.${root}`, 'shown');
        const answer = await ask(asker, document);
        expect(answer.errors, `${asker.name} asks ${document.slice(0, 80)}`).toEqual([]);
        const records = new Map<string, Set<string>>();
        lookAtRoot(question, field.type, answer.data[root], who.get(asker) as Who, records);
        await lineOf(answer, asker, coordinates, records);
      }
      expect(looking.faults.splice(0)).toEqual([]);
    });

    it('asks for the status of another day', async () => {
      const on = '2026-03-01';
      const coordinates = ['Query.lawyer', 'Lawyer.licenceStatus', 'Lawyer.id'];
      const answer = await ask(asker, `{ lawyer(id: "${planted.rivalLawyerId}") { id licenceStatus(on: "${on}") } }`);
      const isOpen = cell(asker.role, 'Lawyer.licenceStatus(on:)') === 'F';
      expect(answer.codes).toEqual(isOpen ? [] : ['ARGUMENT_FORBIDDEN']);
      if (isOpen) expect(answer.data.lawyer.licenceStatus).toBe('PRACTISING');
      looking.note(asker.role, 'Lawyer.licenceStatus(on:)', isOpen ? 'shown' : 'refused');
      await lineOf(answer, asker, coordinates, new Map(isOpen ? [['Lawyer', new Set([planted.rivalLawyerId])]] : []));
    });
  });

  // afterwards, since the truth is read once
  describe.each(asking.map((asker) => [asker.name, asker] as const))('%s', (_name, asker) => {
    it.each(Object.keys(mutations))('asks %s', async (root) => {
      const field = mutations[root] as (typeof mutations)[string];
      const selection = everything(field.type, 0);
      const coordinates = [`Mutation.${root}`, ...selection.coordinates];
      if (!mayAsk(asker.role, `Mutation.${root}`)) {
        const answer = await refuse(
          asker,
          root,
          `mutation { ${root}${anyArguments(field)} ${selection.text} }`,
          coordinates,
        );
        await lineOf(answer, asker, coordinates, new Map());
        return;
      }
      await write(asker, root, selection, coordinates);
    });
  });

  const write = async (asker: Asker, root: string, selection: Selection, coordinates: readonly string[]) => {
    const door = openDoors[root];
    if (!door) throw new Error(`writing.ts writes nothing by Mutation.${root}, which is open to ${asker.role}`);
    const { document, variables, codes, refusals } = door(asker, truth, selection.text);
    const answer = await ask(asker, document, variables);
    expect(answer.codes, `${asker.name} writes by ${root}: ${answer.text.slice(0, 200)}`).toEqual(codes);
    for (const coordinate of coordinates) looking.note(asker.role, coordinate, 'asked');
    looking.note(asker.role, `Mutation.${root}`, 'shown');
    noteShown(answer.data, schema.getMutationType() as GraphQLObjectType, asker.role);
    const [disclosed, recorded] = await hub.trail(2);
    const outcome = refusals.length > 0 ? 'PARTLY_REFUSED' : 'ANSWERED';
    expect(disclosed).toMatchObject({
      kind: 'DISCLOSED',
      outcome,
      role: asker.role,
      purpose: asker.purpose,
      actor_id: asker.claims?.subject,
      refusals,
      coordinates: [...coordinates].sort(),
      withheld: told(asker.role, coordinates, '-'),
      masked: told(asker.role, coordinates, 'M'),
    });
    expect(recorded).toMatchObject({
      kind: 'RECORDED',
      outcome,
      role: asker.role,
      purpose: asker.purpose,
      actor_id: asker.claims?.subject,
      refusals,
      operation: `Mutation.${root}`,
      coordinates: [`Mutation.${root}`],
    });
    expect(
      Object.values((recorded as unknown as { records: Record<string, string[]> }).records).flat().length,
    ).toBeGreaterThan(0);
  };

  /** What an answer to a writer holds, for the account: its values are made in the transaction and are his own. */
  function noteShown(value: unknown, type: GraphQLObjectType, role: string): void {
    if (Array.isArray(value)) for (const item of value) noteShown(item, type, role);
    else if (typeof value === 'object' && value !== null) {
      const own = '__typename' in value ? (schema.getType(String(value.__typename)) as GraphQLObjectType) : type;
      for (const [name, part] of Object.entries(value)) {
        const field = own.getFields()[name];
        if (!field) continue;
        if (type.name !== 'Mutation') looking.note(role, `${own.name}.${name}`, part === null ? 'empty' : 'shown');
        noteShown(part, getNamedType(field.type) as GraphQLObjectType, role);
      }
    }
  }

  function lookAtRoot(
    question: Question,
    type: GraphQLOutputType,
    answer: unknown,
    me: Who,
    records: Map<string, Set<string>>,
  ): void {
    const named = getNamedType(type) as GraphQLObjectType;
    if (isCarrier(named)) {
      const node = named.name.replace('Connection', '');
      looking.carried(named, answer as Row, looking.reached(node, me, question.rows), me, records);
      return;
    }
    const isList = isListType(getNullableType(type));
    const found = (isList ? answer : [answer]) as (Row | null)[];
    if (question.byKeys) {
      const holders = question.byKeys.map((number) => {
        const [lawyer] = looking.reached('Lawyer', me, (row) => row.certificateNo === number);
        const [former] = looking.reached('Certificate', me, (row) => row.id === number);
        return lawyer?.id ?? former?.lawyer ?? null;
      });
      expect(found.map((row) => row?.id ?? null)).toEqual(holders);
    } else {
      const expected = looking.reached(named.name, me, question.rows).map(({ id }) => id);
      const keys = found.map((row) => (named.name === 'Viewer' ? 'me' : (row?.id ?? row?.code ?? row?.field ?? null)));
      expect(keys.toSorted(), `${question.root}${question.args}`).toEqual(
        isList || expected.length > 0 ? expected.toSorted() : [null],
      );
    }
    for (const row of found) if (row) looking.look(named.name, row, me, records);
  }

  it('nothing of the schema was left out for any role', () => {
    const all = Object.values(schema.getTypeMap())
      .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .concat('Lawyer.licenceStatus(on:)');
    const left = roles
      .flatMap((role) => all.map((coordinate) => `${role} ${coordinate}`))
      .filter((key) => !looking.seen.has(key));
    expect(left).toEqual([]);
    const counts = new Map<string, number>();
    for (const seen of looking.seen.values()) counts.set(seen, (counts.get(seen) ?? 0) + 1);
    const account = [...counts].map(([seen, count]) => `${count} ${seen}`);
    console.log(
      `coordinates: ${roles.length} roles (${asking.length} asking) × ${all.length} coordinates = ${looking.seen.size}; ${asked} operations, ${looking.values} values held to the truth; ${account.join(', ')}`,
    );
    expect(looking.values).toBeGreaterThan(50_000);
    expect(counts.get('shown')).toBeGreaterThan(1_000);
    expect(counts.get('withheld')).toBeGreaterThan(50);
    expect(counts.get('masked')).toBeGreaterThan(8);
  });

  afterAll(() => expect(hub.faults).toEqual([]));
});
