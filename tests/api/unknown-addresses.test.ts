import { connect } from 'node:net';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor, type TestHub } from '../support/hub.js';

const asked: readonly (readonly [method: string, path: string])[] = [
  ['POST', '/nope'],
  ['OPTIONS', '/graphql'],
  ['POST', '/healthz'],
  ['PUT', '/graphql'],
  ['POST', '/subgraphs/nobody'],
];

/** Sends a head that announces a body, and a part of it; gives what comes back until the connection ends. */
function halfSent(hub: TestHub, method: string, path: string, announced: string): Promise<string> {
  const { hostname, port } = new URL(hub.server.url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => (text += part));
  socket.on('error', () => undefined);
  socket.write(`${method} ${path} HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\n${announced}\r\n\r\n`);
  socket.write(announced.startsWith('transfer') ? 'ff\r\n{"a": not JSON' : '{"a": not JSON');
  return new Promise((resolve) => socket.once('close', () => resolve(text)));
}

onEveryDatabase('an address or method without a route', (kind) => {
  const hub = hubFor(kind, { seed: false });

  it('is refused before its body is read or has come, its connection is closed, and the door counts it', async () => {
    for (const [method, path] of asked)
      for (const announced of ['content-length: 4000000', 'transfer-encoding: chunked']) {
        const answer = await halfSent(hub, method, path, announced);
        expect(answer, `${method} ${path}`).toMatch(/^HTTP\/1\.1 404 [\s\S]*connection: close[\s\S]*"ROUTE_UNKNOWN"/i);
      }
    const { status, codes } = await hub.post('{"a": not JSON', {}, '/nope');
    expect([status, codes]).toEqual([404, ['ROUTE_UNKNOWN']]);
    const get = await fetch(new URL('/nope', hub.server.url));
    expect([get.status, get.headers.get('connection')]).toEqual([404, 'keep-alive']);
    await hub.server.close();
    const lines = await hub.rows<{ count: number }>(
      sql`select count from audit.audit_line where kind = 'DOOR' and 'ROUTE_UNKNOWN' = any(refusals)`,
    );
    expect(lines.map(({ count }) => Number(count)).reduce((sum, count) => sum + count, 0)).toBe(asked.length * 2 + 2);
  });
});
