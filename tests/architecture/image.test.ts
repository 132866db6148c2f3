import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Compose, composeFaults, dockerfileFaults, instructionsOf } from './image.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const below = (folder: string) => (path: string) => existsSync(join(root, folder, path));
const dockerfile = read('Dockerfile');
const compose = parse(read('compose.yaml')) as Compose;

describe('the production image', () => {
  it('runs under a number that is not root, with scripts off, from versions, and copies what is there', () => {
    const all = ['Dockerfile', 'deploy/identity/Dockerfile'];
    const count = all.flatMap((path) => instructionsOf(read(path))).length;
    console.info(`image: looked at ${count} instructions of ${all.length} Dockerfiles`);
    expect(count).toBeGreaterThan(20);
    expect(dockerfileFaults(dockerfile, below('.'))).toEqual([]);
    expect(dockerfileFaults(read('deploy/identity/Dockerfile'), below('deploy/identity'))).toEqual([]);
  });

  it('is in production mode, looks after its health, and holds no tool of development', () => {
    const last = instructionsOf(dockerfile.slice(dockerfile.lastIndexOf('FROM')));
    const all = last.map(({ word, rest }) => `${word} ${rest}`).join('\n');
    expect(all).toContain('LUSHU_MODE=production');
    expect(all).toMatch(/HEALTHCHECK .*\/healthz/);
    expect(all).not.toMatch(/\bRUN\b/);
    expect(dockerfile).toMatch(/AS dependencies[\s\S]*npm ci --omit=dev --omit=optional --ignore-scripts/);
  });

  it('is made of nothing but what the list lets in', () => {
    const [first, ...admitted] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(first).toBe('*');
    const names = admitted.map((line) => line.replace(/^!/, ''));
    expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    const copied = instructionsOf(dockerfile)
      .filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1));
    expect(new Set(copied)).toEqual(new Set(names));
  });
});

describe('compose.yaml', () => {
  it('closes every service: read-only, no capabilities, no secret in the environment, loopback ports', () => {
    console.info(`compose: looked at ${Object.keys(compose.services).length} services`);
    expect(Object.keys(compose.services)).toEqual(['hub', 'database', 'identity']);
    expect(composeFaults(compose, below('.'))).toEqual([]);
  });

  it('takes its secrets from files that git does not see and one script makes', () => {
    const script = read('deploy/make-secrets');
    expect(read('.gitignore')).toContain('deploy/secrets/');
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`deploy/secrets/${name}`);
      expect(script, name).toContain(name.replace(/_password$/, ''));
    }
  });

  it('gives the identity provider a realm whose access tokens carry the claims of the hub, which users cannot edit', () => {
    const text = read('deploy/identity/realm.json');
    const realm = JSON.parse(text);
    const scope = realm.clientScopes.find(({ name }: { name: string }) => name === 'lushu');
    const claims = scope.protocolMappers
      .filter(({ config }: { config: Record<string, string> }) => config['access.token.claim'] === 'true')
      .map(
        ({ config }: { config: Record<string, string> }) => config['claim.name'] ?? config['included.custom.audience'],
      );
    expect(claims).toEqual(['lushu.role', 'lushu.unit', 'lushu.firm', 'lushu.lawyer', 'lushu']);
    const [profile] = realm.components['org.keycloak.userprofile.UserProfileProvider'];
    const { attributes } = JSON.parse(profile.config['kc.user.profile.config'][0]);
    const own = attributes.filter(({ name }: { name: string }) => name.startsWith('lushu_'));
    expect(own.map(({ permissions }: { permissions: { edit: string[] } }) => permissions.edit)).toEqual(
      Array(4).fill(['admin']),
    );
    expect([realm.bruteForceProtected, realm.registrationAllowed, realm.sslRequired]).toEqual([true, false, 'all']);
    expect(text).not.toMatch(/"secret"|"credentials"/);
    for (const client of realm.clients) {
      expect([client.implicitFlowEnabled, client.directAccessGrantsEnabled]).toEqual([false, false]);
      expect(
        client.publicClient ? client.attributes['pkce.code.challenge.method'] : client.clientAuthenticatorType,
      ).toBe(client.publicClient ? 'S256' : 'client-jwt');
    }
  });
});

describe('planted faults', () => {
  const present = () => true;

  it.each([
    ['root', dockerfile.replace(/^USER .*$/m, 'USER root'), /runs as root/],
    ['no user', dockerfile.replace(/^USER .*$/m, ''), /runs as root/],
    ['a secret', `${dockerfile}\nENV LUSHU_HASH_KEY=abc\n`, /ENV holds LUSHU_HASH_KEY/],
    ['an argument', `${dockerfile}\nARG NPM_TOKEN\n`, /stays in the history/],
    ['scripts', dockerfile.replace(' --ignore-scripts', ''), /runs scripts/],
    ['no version', dockerfile.replace('FROM node:24-slim\nENV', 'FROM node:latest\nENV'), /names no version/],
    ['a path', dockerfile.replace('COPY drizzle', 'COPY nowhere'), /nowhere/, (path: string) => path !== 'nowhere'],
  ])('a Dockerfile with %s is found', (_what, text, fault, exists = present) => {
    expect(dockerfileFaults(text, exists).join('\n')).toMatch(fault);
  });

  const hub = compose.services.hub as NonNullable<Compose['services'][string]>;
  it.each([
    [{ ...hub, read_only: false }, /can be written/],
    [{ ...hub, cap_drop: [] }, /capabilities/],
    [{ ...hub, security_opt: [] }, /privileges/],
    [{ ...hub, ports: ['4000:4000'] }, /open to other machines/],
    [{ ...hub, environment: { LUSHU_HASH_KEY: 'abc' } }, /secret in the environment/],
    [{ ...hub, environment: { X_FILE: '/run/secrets/other' } }, /is not given/],
    [{ ...hub, environment: { MODE: ['$', '{MODE:-development}'].join('') } }, /default/],
    [{ ...hub, secrets: ['other'] }, /made nowhere/],
    [{ ...hub, volumes: ['./deploy:/deploy'] }, /volume/],
    [{ ...hub, build: undefined, image: 'node' }, /no version/],
  ])('%#: a service that is open is found', (service, fault) => {
    expect(composeFaults({ ...compose, services: { hub: service } }, present).join('\n')).toMatch(fault);
  });
});
