import type { HostFiles } from '../../host/host-files';

// The variable SecureBoot under the GUID of EFI_GLOBAL_VARIABLE (UEFI specification, 3.3).
const variable = 'sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c';
/** Four bytes of attributes stand before the value (efivarfs.rst). */
const valueOffset = 4;

/**
 * Whether the firmware started this system under UEFI Secure Boot; `unseen` where efivarfs is not mounted, and on machines with
 * other firmware, which have forms of secure boot of their own.
 */
export async function readSecureBoot(files: HostFiles): Promise<'yes' | 'no' | 'unseen'> {
  const value = await files.readBytes(variable, 64);
  if (value.status === 'observed') {
    const byte = value.value.length === valueOffset + 1 ? value.value[valueOffset] : undefined;
    return byte === 1 ? 'yes' : byte === 0 ? 'no' : 'unseen';
  }
  const firmware = await files.list('sys/firmware');
  if (value.reason !== 'not-found' || firmware.status === 'unavailable') return 'unseen';
  // The BIOS of a PC shows its memory map (sysfs-firmware-memmap), and no variables.
  return firmware.value.includes('memmap') && !firmware.value.includes('efi') ? 'no' : 'unseen';
}
