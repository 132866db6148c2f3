import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';
import { thumbprintOf } from '../../src/identity/certificate-binding.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 86_400_000;

/** A certificate with its key, in PEM, and its name in tokens. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
  readonly thumbprint: string;
  readonly serialNumber: string;
}

type Use = 'server' | 'client';

interface Validity {
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

/** An authority of a test, valid by the clock of the machine, as TLS looks at it. */
export class Authority {
  private constructor(
    readonly certificate: X509Certificate,
    private readonly keys: KeyPair,
  ) {}

  static async make(name = 'CN=Lushu test authority'): Promise<Authority> {
    const keys = await keyPair();
    const extensions = [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ];
    const certificate = await X509CertificateGenerator.createSelfSigned({ name, keys, extensions, ...around() });
    return new Authority(certificate, keys);
  }

  get pem(): string {
    return this.certificate.toString('pem');
  }

  /** Certifies a new key for a name and a use. */
  async certify(name: string, use: Use, validity: Validity = {}): Promise<Certified> {
    const keys = await keyPair();
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${name}`,
      issuer: this.certificate.subject,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      extensions: extensionsFor(use),
      ...around(),
      ...validity,
    });
    return certified(certificate, keys);
  }

  /** The list of what it has revoked, in PEM. */
  async revocations(...serialNumbers: string[]): Promise<string> {
    const list = await X509CrlGenerator.create({
      issuer: this.certificate.subject,
      thisUpdate: new Date(Date.now() - DAY),
      nextUpdate: new Date(Date.now() + DAY),
      signingAlgorithm: ALGORITHM,
      signingKey: this.keys.privateKey,
      entries: serialNumbers.map((serialNumber) => ({ serialNumber, revocationDate: new Date(Date.now() - DAY) })),
    });
    return PemConverter.encode(list.rawData, 'X509 CRL');
  }
}

/** A certificate that nobody but its owner stands for. */
export async function selfSigned(name: string): Promise<Certified> {
  const keys = await keyPair();
  const made = { name: `CN=${name}`, keys, extensions: extensionsFor('client'), ...around() };
  return certified(await X509CertificateGenerator.createSelfSigned(made), keys);
}

/** A folder of PEM files for a hub; `remove` takes it away. */
export function pemFiles(contents: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'lushu-tls-'));
  const path = (name: string) => join(folder, `${name}.pem`);
  const write = (name: string, content: string) => writeFileSync(path(name), content);
  for (const [name, content] of Object.entries(contents)) write(name, content);
  return { path, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const keyPair = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
type KeyPair = Awaited<ReturnType<typeof keyPair>>;

const around = () => ({ notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + DAY) });

function extensionsFor(use: Use): Extension[] {
  const usage = use === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth;
  const names = new SubjectAlternativeNameExtension([
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ]);
  return [
    new BasicConstraintsExtension(false),
    new ExtendedKeyUsageExtension([usage]),
    ...(use === 'server' ? [names] : []),
  ];
}

async function certified(certificate: X509Certificate, keys: KeyPair): Promise<Certified> {
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return {
    cert: certificate.toString('pem'),
    key,
    thumbprint: thumbprintOf(new Uint8Array(certificate.rawData)),
    serialNumber: certificate.serialNumber,
  };
}
