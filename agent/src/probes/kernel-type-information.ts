import { existsBeside } from './existence';
import type { Probe } from './probe';

/** Whether the kernel carries its own type information (bpf/btf.rst), which Calico's BPF programs are fitted to. */
export const kernelTypeInformationProbe: Probe<'kernelTypeInformation'> = {
  name: 'kernel-type-information',
  facts: ['kernelTypeInformation'],
  gather: async ({ files }) => ({
    kernelTypeInformation: await existsBeside(files, 'sys/kernel/btf/vmlinux', 'sys/kernel'),
  }),
};
