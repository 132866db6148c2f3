import { Agent, request } from 'node:http';

/** Posts to a hub as one persona for one purpose, over one kept-alive connection; gives the answer's text, sent with status 200. */
export class GraphqlClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #headers: Readonly<Record<string, string>>;

  constructor(
    private readonly url: string,
    token: string,
    purpose: string,
  ) {
    this.#headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-lushu-purpose': purpose,
    };
  }

  /** Sends one request; throws when the status is not 200. */
  post(body: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { ...this.#headers, 'content-length': body.length };
      const sent = request(this.url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The body of a GraphQL request. */
export const bodyOf = (query: string, variables: object): Buffer => Buffer.from(JSON.stringify({ query, variables }));
