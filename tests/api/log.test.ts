import { expect, it } from 'vitest';
import { openLog } from '../../src/api/log.js';
import type { Ask } from '../../src/operation/ask.js';

const lines: string[] = [];
const log = openLog('trace', { write: (line: string) => void lines.push(line) });
const personal = ['13800001111', '990101198001010014', '沈知微', 'eyJhbGciOi'];

it('a fault is told by class, code and place, never by its message or parameters', () => {
  const driver = Object.assign(new Error(`duplicate key (citizen_id)=(${personal[1]})`), {
    code: '23505',
    detail: personal[0],
  });
  log.fault('c-1', new Error(`Failed query: insert … params: ${personal.join(',')}`, { cause: driver }));
  const [line] = lines.splice(0);
  expect(JSON.parse(line as string)).toMatchObject({
    correlationId: 'c-1',
    fault: { class: 'Error', cause: { class: 'Error', code: '23505' } },
  });
  for (const value of personal) expect(line).not.toContain(value);
});

it('an operation is told by who asked, for what, and the root fields, with its correlation id', () => {
  const ask = {
    correlationId: 'c-2',
    identity: { role: 'filing', unit: { code: '浙0106' }, purpose: 'CASE_FILING', actorId: personal[2] },
  } as unknown as Ask;
  log.answered(ask, {
    kind: 'DISCLOSED',
    outcome: 'ANSWERED',
    correlationId: 'c-2',
    coordinates: ['Lawyer.mobile', 'Query.lawyer'],
    records: { Lawyer: ['id'] },
  });
  const [line] = lines.splice(0);
  expect(JSON.parse(line as string)).toMatchObject({
    correlationId: 'c-2',
    role: 'filing',
    unit: '浙0106',
    purpose: 'CASE_FILING',
    outcome: 'ANSWERED',
    roots: ['Query.lawyer'],
  });
  for (const value of personal) expect(line).not.toContain(value);
});
