import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import * as lookup from './lookup-query.js';
import * as shapes from './reads/shapes.js';
import * as reads from './reads/statements.js';

/** What can be had at most: node:http, one prepared statement that gives the answer's text, nothing else. Runs as a process of its own. */
const CONNECTIONS = 10;
/** Name and text of the statement that answers a query. */
const statementOf = new Map<string, { name: string; text: string }>([
  ...entriesOf('lookup', lookup.queries, lookup.statements),
  ...entriesOf('reads', shapes.queries, reads.statements),
]);
const pool = new pg.Pool({
  connectionString: process.argv[2],
  max: CONNECTIONS,
  // days in Asia/Shanghai, as the hub counts them
  options: '-c timezone=Asia/Shanghai',
});

createServer(async (request, response) => {
  const { query, variables } = JSON.parse(await bodyOf(request));
  const { rows } = await pool.query({
    ...(statementOf.get(query) as { name: string; text: string }),
    values: [variables.asked],
  });
  const answer = Buffer.from(`${rows[0].answer}\n`);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
  response.end(answer);
}).listen(0, '127.0.0.1', function (this: { address(): unknown }) {
  process.send?.(`http://127.0.0.1:${(this.address() as AddressInfo).port}/`);
});
process.on('disconnect', () => process.exit(0));

function entriesOf<Shape extends string>(
  bench: string,
  queries: Readonly<Record<Shape, string>>,
  statements: Readonly<Record<Shape, string>>,
) {
  return (Object.keys(queries) as Shape[]).map(
    (shape) => [queries[shape], { name: `${bench}/${shape}`, text: statements[shape] }] as const,
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
