import fc from 'fast-check';
import { deviceList } from './generated-device-lists';

const boolean = fc.constantFrom(
  '0',
  '0',
  '0',
  '1',
  '1',
  'no',
  'yes',
  'false',
  'true',
  'off',
  'on',
  'False',
  'NO',
  'n',
  'f',
  '2',
  '00',
  '',
  '"0"',
  ' 0',
  '0 ',
  '\\s0',
);

const assigned = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom('=', '=', '=', ' = '), value).map(([sign, text]) => key + sign + text);

/** Null as often as the weight says, against once. */
export const seldom = <T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight, arbitrary: fc.constant(null) }, arbitrary);

const keyfile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: assigned('unmanaged-devices', deviceList) },
      { weight: 2, arbitrary: assigned('unmanaged-devices+', deviceList) },
      assigned('unmanaged-devices-', deviceList),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((lines) => ['[keyfile]', ...lines]);

const device = fc
  .tuple(
    fc.constantFrom(
      '[device]',
      '[device]',
      '[device-calico]',
      '[device-calico]',
      '[device-pods]',
      '[device-tunnels]',
      '[devicefoo]',
      '[device:x]',
      '[Device]',
      '[.intern.device-q]',
    ),
    fc.option(
      fc.oneof(
        { weight: 5, arbitrary: assigned('match-device', deviceList) },
        assigned('match-device+', deviceList),
        assigned('match-device-', deviceList),
      ),
      { freq: 3 },
    ),
    fc.option(assigned('managed', boolean), { freq: 4 }),
    seldom(2, assigned('stop-match', boolean)),
    seldom(5, fc.constantFrom('ignore-carrier=no', 'wifi.backend=iwd', '# managed=0', 'managed+=0')),
  )
  .map(([header, ...lines]) => [header, ...lines.filter((line) => line !== null)]);

const condition = fc.constantFrom(
  'yes',
  'no',
  '0',
  '1',
  'false',
  'n',
  '',
  'nm-version-min:1.20',
  'nm-version-max:1.2',
  'except:nm-version-min:1.20',
  'nm-version:1.x',
  'env:calico',
  'except:env:calico',
  'except:garbage',
  '*',
);

const main = fc.constantFrom(
  ['[main]', 'plugins=keyfile'],
  ['[main]'],
  ['[logging]', 'level=INFO'],
  ['[connection]', 'managed=0', 'match-device=*'],
  ['[main]', 'unmanaged-devices=*'],
  ['[ifupdown]', 'managed=true'],
);

/** Sections of a file, line by line. */
export const sections = fc.oneof(
  { weight: 5, arbitrary: keyfile },
  { weight: 8, arbitrary: device },
  main,
  assigned('enable', condition).map((line) => ['[.config]', line]),
);
