import type { Fact } from '../model/fact';
import type { HostFacts } from '../model/host-facts';
import type { ModuleLoading } from '../model/module-loading';
import type { ProfileValues } from '../model/profile-values';

/** Whether a module gets into the kernel that is on the disk and not loaded yet. */
export interface LoadingOnDemand {
  /** What becomes of the kernel's own requests (request_module). */
  readonly requests: 'load' | 'load-nothing' | 'unknown';
  /** Modules that systemd-modules-load(8) loads at boot; undefined when that could not be seen. */
  readonly atBoot: readonly string[] | undefined;
  /** Modules that Calico loads with a modprobe of its own. */
  readonly byCalico: readonly string[];
  /** Modules that kube-proxy may load with a modprobe of its own; its releases differ. */
  readonly perhapsByKubeProxy: readonly string[];
  /** Short evidence: `kernel.modprobe: empty`. */
  readonly observed: string;
}

/** Felix runs modprobe for it at every start, whether the kernel still has it or not (felix, int_dataplane.go). */
const alwaysByFelix = 'nf_conntrack_proto_sctp';
/** kube-proxy in IPVS mode: modprobe of them all, later of ip_vs only (kubernetes, pkg/proxy/ipvs; moby/ipvs). */
const byKubeProxy: readonly string[] = Object.freeze(['ip_vs', 'ip_vs_rr', 'ip_vs_wrr', 'ip_vs_sh']);

const byCalico: readonly string[] = Object.freeze([alwaysByFelix]);
const byCalicoWithWireguard: readonly string[] = Object.freeze([alwaysByFelix, 'wireguard']);
const byNobody: readonly string[] = Object.freeze([]);

/** Programs that do nothing, wherever they are. */
const idlePrograms: readonly string[] = ['/bin/true', '/bin/false', '/usr/bin/true', '/usr/bin/false'];
/** modprobe by its own name: kmod and Busybox know by the name what they are to be. */
const isModprobe = (path: string): boolean => path === 'modprobe' || path.endsWith('/modprobe');

/**
 * What becomes of a request for a module (kernel/module/kmod.c; sysctl/kernel.rst, modprobe): an empty path is refused at
 * once, and a program that does nothing loads nothing. A program of another name may be anything, so that only running it would tell.
 */
export function loadingOnDemand(
  { modprobePath, moduleLoading }: Pick<HostFacts, 'modprobePath' | 'moduleLoading'>,
  { wireguard, kubeProxyMode }: Pick<ProfileValues, 'wireguard' | 'kubeProxyMode'>,
): LoadingOnDemand {
  const seen = moduleLoading.status === 'observed' ? moduleLoading.value : undefined;
  const { requests, observed } = outcomeOf(modprobePath, seen);
  return {
    requests,
    atBoot: seen?.atBoot,
    byCalico: wireguard ? byCalicoWithWireguard : byCalico,
    perhapsByKubeProxy: kubeProxyMode === 'ipvs' ? byKubeProxy : byNobody,
    observed,
  };
}

/** The kernel loads what it is asked for. */
export const requestsLoad: LoadingOnDemand = {
  requests: 'load',
  atBoot: undefined,
  byCalico: [],
  perhapsByKubeProxy: [],
  observed: 'kernel.modprobe: /sbin/modprobe',
};

function outcomeOf(
  modprobePath: Fact<string>,
  loading: ModuleLoading | undefined,
): Pick<LoadingOnDemand, 'requests' | 'observed'> {
  const path = modprobePath.status === 'observed' ? modprobePath.value : undefined;
  if (path === '') return { requests: 'load-nothing', observed: 'kernel.modprobe: empty' };
  if (loading?.helper !== undefined)
    return loading.helper === ''
      ? { requests: 'load-nothing', observed: 'CONFIG_STATIC_USERMODEHELPER_PATH: empty' }
      : { requests: 'unknown', observed: `CONFIG_STATIC_USERMODEHELPER_PATH: ${loading.helper}` };
  if (path === undefined) return { requests: 'unknown', observed: 'kernel.modprobe: not seen' };
  const observed = `kernel.modprobe: ${path}`;
  // Unseen, another program may run in its place (CONFIG_STATIC_USERMODEHELPER), and do something.
  if (loading !== undefined && idlePrograms.includes(path)) return { requests: 'load-nothing', observed };
  switch (loading?.program) {
    case 'absent':
      return { requests: 'load-nothing', observed: `${observed} (is not there)` };
    case 'not-executable':
      return { requests: 'load-nothing', observed: `${observed} (is not executable)` };
    case 'runs':
    case 'unseen':
      return { requests: isModprobe(path) ? 'load' : 'unknown', observed };
    default:
      // Nothing was seen, or a state that a later agent may report.
      return { requests: 'unknown', observed };
  }
}
