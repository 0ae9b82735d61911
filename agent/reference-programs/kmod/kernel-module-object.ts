/** What depmod(8) reads out of a kernel module. */
export interface ModuleContent {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Modules whose symbols it uses. */
  readonly dependencies: readonly string[];
  /** Such as `pre: crc32c` (MODULE_SOFTDEP). */
  readonly softDependencies?: string | null;
}

const symbolOf = (module: string): string => `symbol_of_${module}`;

interface Section {
  readonly name: string;
  readonly type: number;
  readonly bytes: Buffer;
  readonly link?: number;
  readonly entrySize?: number;
}

const strings = (texts: readonly string[]): Buffer => Buffer.from(texts.map((text) => `${text}\0`).join(''), 'latin1');

/**
 * A relocatable ELF file (elf(5)) with the sections that depmod reads and no code: one exported symbol named after the module,
 * an undefined one for each dependency, and its aliases in `.modinfo`.
 */
export function kernelModuleObject({ name, aliases, dependencies, softDependencies }: ModuleContent): Buffer {
  const symbolNames = ['', ...dependencies.map(symbolOf)];
  const sections: Section[] = [
    { name: '', type: 0, bytes: Buffer.alloc(0) },
    {
      name: '.modinfo',
      type: 1,
      bytes: strings([
        ...aliases.map((alias) => `alias=${alias}`),
        ...(softDependencies ? [`softdep=${softDependencies}`] : []),
        `name=${name}`,
        'license=GPL',
      ]),
    },
    { name: '__ksymtab_strings', type: 1, bytes: strings([symbolOf(name)]) },
    { name: '.strtab', type: 3, bytes: strings(symbolNames) },
    { name: '.symtab', type: 2, bytes: symbolTable(symbolNames), link: 3, entrySize: 24 },
  ];
  const names = [...sections.map((section) => section.name), '.shstrtab'];
  sections.push({ name: '.shstrtab', type: 3, bytes: strings(names) });
  return assemble(sections, names);
}

/** Undefined global symbols, behind the empty one that comes first. */
function symbolTable(names: readonly string[]): Buffer {
  const table = Buffer.alloc(24 * names.length);
  let offset = 0;
  names.forEach((name, index) => {
    table.writeUInt32LE(offset, 24 * index);
    if (index > 0) table.writeUInt8(0x10, 24 * index + 4);
    offset += name.length + 1;
  });
  return table;
}

function assemble(sections: readonly Section[], names: readonly string[]): Buffer {
  const header = Buffer.alloc(64);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]).copy(header);
  header.writeUInt16LE(1, 16); // relocatable
  header.writeUInt16LE(62, 18); // x86-64
  header.writeUInt32LE(1, 20);
  header.writeUInt16LE(64, 52);
  header.writeUInt16LE(64, 58);
  header.writeUInt16LE(sections.length, 60);
  header.writeUInt16LE(sections.length - 1, 62);
  const parts: Buffer[] = [header];
  const table = Buffer.alloc(64 * sections.length);
  let position = header.length;
  let nameOffset = 0;
  sections.forEach(({ type, bytes, link = 0, entrySize = 0 }, index) => {
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 7)]);
    const entry = 64 * index;
    table.writeUInt32LE(nameOffset, entry);
    table.writeUInt32LE(type, entry + 4);
    table.writeBigUInt64LE(BigInt(position), entry + 24);
    table.writeBigUInt64LE(BigInt(bytes.length), entry + 32);
    table.writeUInt32LE(link, entry + 40);
    if (type === 2) table.writeUInt32LE(1, entry + 44);
    table.writeBigUInt64LE(8n, entry + 48);
    table.writeBigUInt64LE(BigInt(entrySize), entry + 56);
    parts.push(padded);
    position += padded.length;
    nameOffset += (names[index] ?? '').length + 1;
  });
  header.writeBigUInt64LE(BigInt(position), 40);
  return Buffer.concat([...parts, table]);
}
