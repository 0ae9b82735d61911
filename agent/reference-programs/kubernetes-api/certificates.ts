import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate and its private key, as files of PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** Names and addresses that the API server's certificate is good for, that of kubeadm's among them; 127.0.0.2 is not. */
export const serverName = 'api.cluster.example';

/** An authority with its files in a directory; its certificates are good for a day. */
export class CertificateAuthority implements Certificate {
  readonly certificate: string;
  readonly key: string;

  private constructor(
    private readonly directory: string,
    name: string,
  ) {
    ({ certificate: this.certificate, key: this.key } = this.files(name));
  }

  /** A new one. */
  static make(directory: string, name: string): CertificateAuthority {
    const authority = CertificateAuthority.of(directory, name);
    authority.request(authority, name, ['-addext', 'keyUsage=keyCertSign']);
    return authority;
  }

  /** The one whose files are there. */
  static of(directory: string, name: string): CertificateAuthority {
    return new CertificateAuthority(directory, name);
  }

  get pem(): string {
    return readFileSync(this.certificate, 'utf8');
  }

  /** For a server at 127.0.0.1, also by the name `serverName`. */
  server(name: string): Certificate {
    return this.issue(name, `CN=${name}`, [
      ...['-addext', `subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc,DNS:${serverName}`],
      ...['-addext', 'extendedKeyUsage=serverAuth'],
    ]);
  }

  /** For a user, whom Kubernetes knows by the common name, and his groups by the organizations. */
  client(user: string, groups: readonly string[] = []): Certificate {
    const subject = [...groups.map((group) => `O=${group}`), `CN=${user}`].join('/');
    return this.issue(user, subject, ['-addext', 'extendedKeyUsage=clientAuth']);
  }

  private issue(name: string, subject: string, extensions: readonly string[]): Certificate {
    const files = this.files(name);
    this.request(files, subject, ['-CA', this.certificate, '-CAkey', this.key, ...extensions]);
    return files;
  }

  private files(name: string): Certificate {
    const path = join(this.directory, name.replaceAll(/[^\w.-]/g, '_'));
    return { certificate: `${path}.crt`, key: `${path}.key` };
  }

  private request({ certificate, key }: Certificate, subject: string, parameters: readonly string[]): void {
    const name = subject.includes('=') ? `/${subject}` : `/CN=${subject}`;
    const fresh = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
    execFileSync(
      'openssl',
      ['req', '-x509', ...fresh, '-subj', name, '-out', certificate, '-keyout', key, ...parameters],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
  }
}
