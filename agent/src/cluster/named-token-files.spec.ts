import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { withNamedTokenFiles } from './named-token-files';

describe('the token file that a kubeconfig names', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'kubeconfig-'));
  });
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  const userOf = (user: string) => {
    const file = path.join(directory, 'config');
    writeFileSync(file, `users: [{name: other}, {name: u, user: ${user}}]\n`);
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromFile(file);
    return withNamedTokenFiles(kubeConfig, [file]).users.find(({ name }) => name === 'u');
  };
  const loginBy = (tokenFile: string) => ({ name: 'tokenFile', config: { tokenFile } });

  it.each([
    ['is absolute', '{tokenFile: /run/token}', loginBy('/run/token')],
    ['counts over a token', '{tokenFile: /run/token, token: t}', loginBy('/run/token')],
    ['is none where it is empty', "{tokenFile: ''}", undefined],
    ['is none where it is no text', '{tokenFile: 5}', undefined],
  ])('%s', (_, user, authProvider) => {
    const read = userOf(user);

    expect(read?.authProvider).toEqual(authProvider);
    expect(read?.token).toBeUndefined();
  });

  it('is relative to the file', () => {
    expect(userOf('{tokenFile: token}')?.authProvider).toEqual(loginBy(path.join(directory, 'token')));
  });

  it('leaves another login as it is', () => {
    expect(userOf('{token: t}')?.token).toBe('t');
  });
});
