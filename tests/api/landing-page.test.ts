import { expect, it } from 'vitest';
import { onEveryDatabase } from '../support/databases.js';
import { hubFor } from '../support/hub.js';

const accepts = ['text/html', 'text/*', '*/*;q=.1,text/*', 'text/html;q=0.5, */*;q=0.1', 'TEXT/HTML'];

onEveryDatabase('whoever prefers a page', (kind) => {
  const hub = hubFor(kind, { seed: false, serveSubgraphs: true });
  const get = async (path: string, accept: string) => {
    const response = await fetch(new URL(path, hub.server.url), { headers: { accept } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it('is sent nothing that loads anything from elsewhere, and a subgraph asks for its gateway first', async () => {
    let looked = 0;
    for (const accept of accepts)
      for (const path of ['/graphql', '/subgraphs/court', '/subgraphs/court?query={__typename}']) {
        const { status, headers, text } = await get(path, accept);
        expect(text, `${path} ${accept}`).not.toMatch(
          /<(script|link|img|iframe)[^>]*(src|href)=["']?(https?:)?\/\/|apollographql/i,
        );
        if (headers.get('content-type')?.startsWith('text/html'))
          expect(headers.get('content-security-policy'), `${path} ${accept}`).toMatch(
            /default-src 'self'; script-src 'self'/,
          );
        if (path !== '/graphql') {
          expect([path, accept, status]).toEqual([path, accept, 401]);
          expect(JSON.parse(text).errors[0].extensions.code).toBe('GATEWAY_REFUSED');
        }
        looked += 1;
      }
    console.log(`pages: ${looked} looked at`);
    expect(looked).toBe(accepts.length * 3);
  });
});
