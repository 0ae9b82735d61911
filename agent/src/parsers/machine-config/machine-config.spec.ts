import * as fc from 'fast-check';
import { parseMachineConfig } from './machine-config';

const config = (spec: object, ignition: object = {}): unknown => ({
  apiVersion: 'machineconfiguration.openshift.io/v1',
  kind: 'MachineConfig',
  metadata: { name: '99-worker-x' },
  spec: { config: { ignition: { version: '3.2.0' }, ...ignition }, ...spec },
});
const files = (...list: readonly object[]): unknown => config({}, { storage: { files: list } });
const units = (...list: readonly object[]): unknown => config({}, { systemd: { units: list } });

describe('a MachineConfig', () => {
  it('has files with their bytes and whether they may be executed', () => {
    const contents = { source: 'data:,a%0A' };
    expect(
      parseMachineConfig(files({ path: '/etc//x', mode: 0o755, overwrite: true, contents }, { path: '/y' })),
    ).toEqual({
      status: 'parsed',
      value: {
        name: '99-worker-x',
        files: [
          {
            path: 'etc/x',
            executable: true,
            overwrite: true,
            contents: { bytes: Uint8Array.from([97, 10]), isCompressed: false },
            append: [],
          },
          {
            path: 'y',
            executable: false,
            overwrite: false,
            contents: { bytes: new Uint8Array(), isCompressed: false },
            append: [],
          },
        ],
        links: [],
        units: [],
        unrepresented: [],
      },
    });
  });

  it.each([
    ['of specification 3', [{ source: 'data:,a' }, { source: 'data:,b', compression: 'gzip' }], undefined, 2],
    ['of specification 2', true, { source: 'data:,a' }, 1],
  ])('appends to a file, %s', (_case, append, contents, parts) => {
    const parsed = parseMachineConfig(files({ path: '/x', append, contents }));
    expect(parsed.status === 'parsed' && parsed.value.files[0]).toMatchObject({ append: { length: parts } });
    expect(parsed.status === 'parsed' && parsed.value.files[0]?.contents).toBeUndefined();
  });

  it('has units with what it says of them and nothing else', () => {
    const all = units(
      { name: 'a.service', mask: true, enabled: false },
      {
        name: 'b.service',
        enabled: true,
        contents: '[Unit]\n',
        dropins: [{ name: '1.conf', contents: 'x' }, { name: '2.conf' }],
      },
      { name: 'c.socket' },
    );
    expect(parseMachineConfig(all)).toMatchObject({
      value: {
        units: [
          { name: 'a.service', mask: true, enabled: false, dropIns: [] },
          { name: 'b.service', enabled: true, contents: '[Unit]\n', dropIns: [{ name: '1.conf', contents: 'x' }] },
          { name: 'c.socket', dropIns: [] },
        ],
      },
    });
  });

  it('names what no file shows', () => {
    const storage = {
      files: [{ path: '/etc/x', contents: { source: 'https://example.com/x' } }],
      links: [
        { path: '/etc/y', target: '/etc/x', hard: true },
        { path: '/etc/z', target: 'x' },
      ],
      filesystems: [{}],
    };
    const all = config(
      { kernelArguments: ['nosmt'], extensions: ['usbguard'], kernelType: 'realtime', fips: true, osImageURL: 'q' },
      { storage },
    );
    expect(parseMachineConfig(all)).toMatchObject({
      value: {
        files: [],
        links: [{ path: 'etc/z', target: 'x' }],
        unrepresented: [
          { kind: 'path', name: '/etc/x' },
          { kind: 'path', name: '/etc/y' },
          { kind: 'kernelArgument', name: 'nosmt' },
          { kind: 'extension', name: 'usbguard' },
          { kind: 'kernelType', name: 'realtime' },
          { kind: 'image', name: 'q' },
          { kind: 'other', name: 'storage.filesystems' },
          { kind: 'other', name: 'fips' },
        ],
      },
    });
  });

  it.each([
    ['another kind', { kind: 'KubeletConfig' }],
    ['nothing', null],
    ['a text in the place of a list', config({}, { storage: { files: 'x' } })],
    ['a relative path', files({ path: 'etc/x' })],
    ['a path that climbs', files({ path: '/etc/../x' })],
    ['a path with a zero byte', files({ path: '/etc/\0' })],
    ['a content that is not base64', files({ path: '/x', contents: { source: 'data:;base64,!' } })],
    ['a compression of another kind', files({ path: '/x', contents: { source: 'data:,x', compression: 'xz' } })],
    ['a unit that is a path', units({ name: '../../etc/x.service' })],
    ['a drop-in that is a path', units({ name: 'x.service', dropins: [{ name: '../x.conf', contents: 'x' }] })],
    ['a link without a target', config({}, { storage: { links: [{ path: '/x' }] } })],
    ['more files than any has', files(...Array.from({ length: 5000 }, (_, index) => ({ path: `/x${String(index)}` })))],
  ])('is refused with %s', (_case, document) => {
    expect(parseMachineConfig(document).status).toBe('malformed');
  });

  it.each([
    ['spec.config.storage.files', config({}, { storage: { files: 5 } })],
    ['spec.config.systemd.units', config({}, { systemd: { units: {} } })],
    ['spec.kernelArguments', config({ kernelArguments: 'quiet' })],
  ])('is told with the field that is no list: %s', (field, document) => {
    expect(parseMachineConfig(document)).toMatchObject({ detail: `has something else than a list in ${field}` });
  });

  it('is an answer whatever the document holds, and no path of it leads up', () => {
    const storage = fc.record({ files: fc.array(fc.record({ path: fc.string(), contents: fc.jsonValue() })) });
    const any = fc.oneof(
      fc.jsonValue(),
      fc.record({
        kind: fc.constant('MachineConfig'),
        spec: fc.record({ config: fc.record({ storage, systemd: fc.jsonValue() }) }),
      }),
    );
    fc.assert(
      fc.property(any, (document) => {
        const parsed = parseMachineConfig(document);
        for (const { path } of parsed.status === 'parsed' ? parsed.value.files : [])
          expect(path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)|\0/);
      }),
    );
  });
});
