/** What NetworkManager says of a device. */
export interface DeviceOnBus {
  readonly managed: boolean;
  readonly driver: string;
}

/** Properties by interface by object, as busctl writes them. */
interface ManagedObjects {
  readonly data: readonly [Readonly<Record<string, Readonly<Record<string, Properties>>>>];
}

type Properties = Readonly<Record<string, { readonly data: unknown }>>;

/** The devices by interface name, out of `busctl --json=short call … GetManagedObjects`. Throws when they lack what every device has. */
export function devicesOnBus(json: string): ReadonlyMap<string, DeviceOnBus> {
  const { data } = JSON.parse(json) as ManagedObjects;
  const devices = Object.values(data[0]).map((interfaces) => interfaces['org.freedesktop.NetworkManager.Device']);
  return new Map(devices.filter((device) => device !== undefined).map(deviceOnBus));
}

function deviceOnBus(properties: Properties): readonly [string, DeviceOnBus] {
  const [name, driver, managed] = ['Interface', 'Driver', 'Managed'].map((property) => properties[property]?.data);
  if (typeof name === 'string' && typeof driver === 'string' && typeof managed === 'boolean')
    return [name, { driver, managed }];
  throw new Error(`busctl printed an incomplete device: ${JSON.stringify(properties)}`);
}
