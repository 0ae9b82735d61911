import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Whether there is no openssl(1) here; where the tests have to be whole (`CI`) they fail for want of it. */
export const isOpensslMissing = process.env['CI'] !== 'true' && spawnSync('openssl', ['version']).error !== undefined;

/** A key and its certificate, as files and as what is in them. */
export interface KeyPair {
  readonly keyFile: string;
  readonly certFile: string;
  readonly key: string;
  readonly cert: string;
}

/** Certificates of an authority that is made for one test, in a directory, by openssl(1). */
export class TestAuthority {
  readonly authority: KeyPair;

  constructor(private readonly directory: string) {
    this.authority = this.files('ca');
    const { keyFile, certFile } = this.authority;
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-keyout',
      keyFile,
      '-out',
      certFile,
      '-days',
      '2',
      '-subj',
      '/CN=test authority',
    );
    this.authority = readBack(this.authority);
  }

  /** A certificate for a name (`DNS:…` or `IP:…`), for a server as for a client. */
  issue(commonName: string, alternativeName: string): KeyPair {
    const pair = this.files(commonName);
    const request = path.join(this.directory, `${commonName}.csr`);
    const extensions = path.join(this.directory, `${commonName}.ext`);
    writeFileSync(extensions, `subjectAltName=${alternativeName}\n`);
    openssl('req', ...newKey, '-keyout', pair.keyFile, '-out', request, '-subj', `/CN=${commonName}`);
    const { certFile, keyFile } = this.authority;
    const signing = ['-CA', certFile, '-CAkey', keyFile, '-CAcreateserial', '-extfile', extensions, '-days', '2'];
    openssl('x509', '-req', '-in', request, '-out', pair.certFile, ...signing);
    return readBack(pair);
  }

  private files(name: string): KeyPair {
    const file = path.join(this.directory, name);
    return { keyFile: `${file}.key`, certFile: `${file}.crt`, key: '', cert: '' };
  }
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

const readBack = (pair: KeyPair): KeyPair => ({
  ...pair,
  key: readFileSync(pair.keyFile, 'utf8'),
  cert: readFileSync(pair.certFile, 'utf8'),
});

function openssl(...words: readonly string[]): void {
  const { error, status, stderr } = spawnSync('openssl', words, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`openssl ${words.join(' ')}: ${stderr}`);
}
