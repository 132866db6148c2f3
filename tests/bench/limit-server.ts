import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { queries, type Shape, statements } from './lookup-query.js';

/** What can be had at most: node:http, one prepared statement that gives the answer's text, nothing else. Runs as a process of its own. */
const CONNECTIONS = 10;
const shapes = new Map(Object.entries(queries).map(([shape, query]) => [query, shape as Shape]));
const pool = new pg.Pool({
  connectionString: process.argv[2],
  max: CONNECTIONS,
  // days in Asia/Shanghai, as the hub counts them
  options: '-c timezone=Asia/Shanghai',
});

createServer(async (request, response) => {
  const { query, variables } = JSON.parse(await bodyOf(request));
  const shape = shapes.get(query) as Shape;
  const { rows } = await pool.query({ name: shape, text: statements[shape], values: [variables.asked] });
  const answer = Buffer.from(`${rows[0].answer}\n`);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length });
  response.end(answer);
}).listen(0, '127.0.0.1', function (this: { address(): unknown }) {
  process.send?.(`http://127.0.0.1:${(this.address() as AddressInfo).port}/`);
});
process.on('disconnect', () => process.exit(0));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
