import { parseServiceSection } from './systemd-service';

describe('the [Service] section of a unit file', () => {
  it('is its lines in order, those of a repeated section and empty ones too', () => {
    const text =
      '[Unit]\nExecStart=no\n[Service]\n# x\nExecStart = a \\\n  b\nExecStart=\n[Install]\nExecStart=no\n[Service]\nType=oneshot\n';
    expect(parseServiceSection(text)).toEqual([
      { key: 'ExecStart', value: 'a  b' },
      { key: 'ExecStart', value: '' },
      { key: 'Type', value: 'oneshot' },
    ]);
  });

  it('has no lines without a sign', () => {
    expect(parseServiceSection('[Service]\nExecStart\n=x\n')).toEqual([]);
  });
});
