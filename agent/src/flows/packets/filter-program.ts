/** One instruction of classic BPF: operation, jumps, value (struct sock_filter of linux/filter.h). */
export type Instruction = readonly [code: number, whenTrue: number, whenFalse: number, value: number];

export type ByteOrder = 'little' | 'big';

// linux/bpf_common.h: classes, sizes and modes of instructions.
export const loadHeadLength = (at: number): Instruction => [0xb1, 0, 0, at]; // BPF_LDX | BPF_B | BPF_MSH
export const loadWord = (at: number): Instruction => [0x20, 0, 0, at]; // BPF_LD | BPF_W | BPF_ABS
export const loadWordBehindHead = (at: number): Instruction => [0x40, 0, 0, at]; // BPF_LD | BPF_W | BPF_IND
export const loadHalf = (at: number): Instruction => [0x28, 0, 0, at]; // BPF_LD | BPF_H | BPF_ABS
export const loadHalfBehindHead = (at: number): Instruction => [0x48, 0, 0, at]; // BPF_LD | BPF_H | BPF_IND
export const loadByte = (at: number): Instruction => [0x30, 0, 0, at]; // BPF_LD | BPF_B | BPF_ABS
export const loadByteBehindHead = (at: number): Instruction => [0x50, 0, 0, at]; // BPF_LD | BPF_B | BPF_IND
export const jumpUnless = (value: number, further: number): Instruction => [0x15, 0, further, value]; // BPF_JMP | BPF_JEQ | BPF_K
export const take: Instruction = [0x06, 0, 0, 0xffff]; // BPF_RET | BPF_K
export const drop: Instruction = [0x06, 0, 0, 0];

/** The program as setsockopt(2) takes it, in the byte order of the machine. */
export function program(instructions: readonly Instruction[], byteOrder: ByteOrder): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * instructions.length));
  const little = byteOrder === 'little';
  for (const [index, [code, whenTrue, whenFalse, value]] of instructions.entries()) {
    view.setUint16(8 * index, code, little);
    view.setUint8(8 * index + 2, whenTrue);
    view.setUint8(8 * index + 3, whenFalse);
    view.setUint32(8 * index + 4, value, little);
  }
  return new Uint8Array(view.buffer);
}
