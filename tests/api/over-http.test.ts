import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { refuseForeignPages } from '../../src/api/over-http.js';

/** The code by which a request is refused before anything of it is read; null when it is let on. */
function refusal(method: string, headers: Record<string, string>): string | null {
  try {
    refuseForeignPages({ method, headers } as unknown as FastifyRequest);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

it.each([
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain;application/json',
  'text/plain; charset="application/json"',
  'x, application/json',
  'application/json, text/plain',
  'application/json-seq',
  'application',
  '',
])('a POST of the content type "%s" is refused whatever can parse it', (type) => {
  expect(refusal('POST', { 'content-type': type })).toBe('REQUEST_MALFORMED');
  expect(refusal('POST', {})).toBe('REQUEST_MALFORMED');
});

it.each(['application/json', 'Application/JSON', 'application/json; charset=utf-8', ' application/json ;x=y'])(
  'a POST of the content type "%s" is let on',
  (type) => expect(refusal('POST', { 'content-type': type })).toBeNull(),
);

it.each(['cross-site', 'same-site', 'SAME-ORIGIN', 'same-origin, none', ''])(
  'a page of the site "%s" is foreign',
  (site) => {
    for (const method of ['GET', 'POST', 'HEAD', 'OPTIONS'])
      expect(refusal(method, { 'sec-fetch-site': site, 'content-type': 'application/json' })).toBe('ORIGIN_FOREIGN');
  },
);

it.each(['none', 'same-origin'])('a page of the site "%s" is not', (site) => {
  for (const method of ['GET', 'POST'])
    expect(refusal(method, { 'sec-fetch-site': site, 'content-type': 'application/json' })).toBeNull();
  expect(refusal('GET', {})).toBeNull();
});
