/** One instruction of a Dockerfile, its continuation lines joined. */
export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** A service of compose.yaml, as far as the checks look at it. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: string;
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

/** compose.yaml, as far as the checks look at it. */
export interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets: Readonly<Record<string, { readonly file?: string }>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

/** The instructions of a Dockerfile in order, without comments. */
export function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ');
  return [...lines.matchAll(/^([A-Z]+)\s+(.*)$/gm)].map(([, word = '', rest = '']) => ({ word, rest }));
}

/** What a Dockerfile must not be; `exists` tells whether a path of its context is there. */
export function dockerfileFaults(dockerfile: string, exists: (path: string) => boolean): string[] {
  const all = instructionsOf(dockerfile);
  const last = all.slice(all.findLastIndex(({ word }) => word === 'FROM'));
  const user = last.findLast(({ word }) => word === 'USER')?.rest ?? 'root';
  const faults = all.flatMap(({ word, rest }) => instructionFaults(word, rest, exists));
  if (/^(root|0)(:|$)/.test(user) || !/^\d+(:\d+)?$/.test(user)) faults.push(`runs as ${user}`);
  return faults;
}

const SECRET_NAME = /password|secret|token|_key\b/i;

function instructionFaults(word: string, rest: string, exists: (path: string) => boolean): string[] {
  if (word === 'FROM' && !/^[\w./-]+:[\w.-]*\d[\w.-]*( AS \w+)?$/i.test(rest)) return [`${rest} names no version`];
  if (word === 'ADD') return ['ADD fetches and unpacks; COPY does not'];
  if (word === 'ARG') return [`ARG ${rest} stays in the history of the image`];
  if (word === 'ENV')
    return rest
      .split(/\s+/)
      .flatMap((pair) => (SECRET_NAME.test(pair.split('=')[0] ?? '') ? [`ENV holds ${pair}`] : []));
  if (word === 'RUN' && /npm (ci|install|i)\b/.test(rest) && !rest.includes('--ignore-scripts'))
    return [`${rest} runs scripts of packages`];
  if (word !== 'COPY' || rest.startsWith('--from=')) return [];
  return rest
    .split(/\s+/)
    .slice(0, -1)
    .flatMap((path) => (exists(path) ? [] : [`COPY of ${path}, which is not there`]));
}

/** What a compose file must not be. */
export function composeFaults({ services, secrets, volumes }: Compose, exists: (path: string) => boolean): string[] {
  const faults = Object.entries(services).flatMap(([name, service]) =>
    serviceFaults(service, secrets, volumes ?? {}, exists).map((fault) => `${name}: ${fault}`),
  );
  for (const [name, { file }] of Object.entries(secrets)) if (!file) faults.push(`secret ${name} is no file`);
  return faults;
}

function serviceFaults(
  service: ComposeService,
  secrets: Compose['secrets'],
  volumes: Readonly<Record<string, unknown>>,
  exists: (path: string) => boolean,
): string[] {
  const faults: string[] = [];
  const must = (holds: unknown, fault: string) => {
    if (!holds) faults.push(fault);
  };
  must(service.read_only, 'its file system can be written');
  must(service.cap_drop?.includes('ALL') && !service.cap_add, 'it has capabilities');
  must(service.security_opt?.includes('no-new-privileges:true'), 'it may gain privileges');
  must(!service.privileged, 'it is privileged');
  must(service.build || service.healthcheck, 'nobody knows whether it is well');
  must(service.build || /:[\w.-]*\d/.test(service.image ?? ''), 'its image names no version');
  must(service.build || (service.user && !/^(root|0)\b/.test(service.user)), 'it runs as root');
  must(!service.build || exists(service.build === '.' ? 'Dockerfile' : `${service.build}/Dockerfile`), 'no Dockerfile');
  for (const port of service.ports ?? []) must(/^127\.0\.0\.1:/.test(port), `port ${port} is open to other machines`);
  for (const [variable, value] of Object.entries(service.environment ?? {})) {
    must(!SECRET_NAME.test(variable) || /_FILE$/.test(variable), `${variable} is a secret in the environment`);
    const secret = /^\/run\/secrets\/(\w+)$/.exec(String(value))?.[1];
    must(secret === undefined || service.secrets?.includes(secret), `${variable} names a secret it is not given`);
    must(!String(value).includes(':-'), `${variable} has a default`);
  }
  for (const secret of service.secrets ?? []) must(secrets[secret], `secret ${secret} is made nowhere`);
  for (const volume of service.volumes ?? []) {
    const [source = ''] = volume.split(':');
    must(source.startsWith('.') ? exists(source) && volume.endsWith(':ro') : source in volumes, `volume ${volume}`);
  }
  return faults;
}
