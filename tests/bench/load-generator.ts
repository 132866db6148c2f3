import { connect, type Socket } from 'node:net';

/** What the load generator is told to do: send these bodies in turn over so many kept-alive connections for so long. */
export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
}

/** What came of it. Every answer had status 200 and `leastBytes` at least, or `fault` says what else came. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly leastBytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly fault: string | null;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Runs one load on plain sockets: as little as possible happens between an answer and the next request. */
async function run({ url, headers, bodies, connections, milliseconds }: Load): Promise<LoadResult> {
  const { hostname, port, pathname } = new URL(url);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const requests = bodies.map((body) => {
    const length = `content-length: ${Buffer.byteLength(body)}`;
    return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${[...lines, length].join('\r\n')}\r\n\r\n${body}`);
  });
  const latencies: number[] = [];
  let [next, leastBytes, fault] = [0, Number.POSITIVE_INFINITY, null as string | null];
  const begun = performance.now();
  const until = begun + milliseconds;

  const drive = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let [sentAt, expected, received] = [0, -1, Buffer.alloc(0)];
      const send = () => {
        if (fault || performance.now() >= until) return resolve(void socket.destroy());
        sentAt = performance.now();
        socket.write(requests[next++ % requests.length] as Buffer);
      };
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        if (expected < 0) {
          const end = received.indexOf(HEAD_END);
          if (end < 0) return;
          const head = received.subarray(0, end).toString('latin1');
          const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
          if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
            fault = received.toString('utf8').slice(0, 600);
            return send();
          }
          expected = end + HEAD_END.length + Number(length);
          leastBytes = Math.min(leastBytes, Number(length));
        }
        if (received.length < expected) return;
        latencies.push(performance.now() - sentAt);
        [expected, received] = [-1, Buffer.alloc(0)];
        send();
      });
      socket.once('connect', send);
    });
  await Promise.all(
    Array.from({ length: connections }, () => drive(connect({ host: hostname, port: Number(port), noDelay: true }))),
  );
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  const seconds = (performance.now() - begun) / 1000;
  return { requests: latencies.length, seconds, leastBytes, p50Ms: at(0.5), p99Ms: at(0.99), fault };
}

process.on('message', async (load: Load) => {
  const result = await run(load).catch((error: Error) => ({ fault: error.message }));
  process.send?.(result);
});
process.on('disconnect', () => process.exit(0));
