import fc from 'fast-check';
import { namedItems, otherItems } from './device-list-words';

const item = fc
  .tuple(
    fc.constantFrom('', '', '', '', 'except:', 'EXCEPT:', 'except:except:', 'except: '),
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...namedItems) }, fc.constantFrom(...otherItems)),
  )
  .map(([except, spec]) => except + spec);

/** What Calico's documentation asks for. */
export const documented =
  'interface-name:cali*;interface-name:tunl*;interface-name:vxlan.calico;interface-name:vxlan-v6.calico;interface-name:wireguard.cali;interface-name:wg-v6.cali';

/** Lists of devices, as they stand behind a key. */
export const deviceList = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.array(item, { maxLength: 4 }), fc.constantFrom(';', ';', ',', ' , ', ';;'))
      .map(([items, separator]) => items.join(separator)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      documented,
      `${documented};`,
      `"${documented}"`,
      documented.replaceAll(';', ' '),
      documented.replaceAll(';', '\\;'),
      documented.replaceAll(':', ': '),
    ),
  },
);
