import { ApiServers } from './api-servers';

const service = 'https://172.30.0.1:443';
const kubelet = 'https://api-int.example.com:6443';

describe('the servers of the API', () => {
  it('are that of the kubeconfig alone where there is no other', async () => {
    const servers = new ApiServers(service);
    await servers.unreachable(service);
    expect(servers.current).toBe(service);
  });

  it('are asked in turn, each until it cannot be reached', async () => {
    const moved = vi.fn();
    const servers = new ApiServers(service, { find: () => Promise.resolve(kubelet), moved });
    expect(servers.current).toBe(service);
    await servers.unreachable(service);
    expect(servers.current).toBe(kubelet);
    await servers.unreachable(kubelet);
    expect(servers.current).toBe(service);
    expect(moved.mock.calls).toEqual([
      [service, kubelet],
      [kubelet, service],
    ]);
  });

  it('change once for all requests that were under way together', async () => {
    const servers = new ApiServers(service, { find: () => Promise.resolve(kubelet) });
    await Promise.all([servers.unreachable(service), servers.unreachable(service), servers.unreachable(service)]);
    expect(servers.current).toBe(kubelet);
    await servers.unreachable(service);
    expect(servers.current).toBe(kubelet);
  });

  it.each([undefined, service])('stay as they are where the other one is %s', async (found) => {
    const moved = vi.fn();
    const servers = new ApiServers(service, { find: () => Promise.resolve(found), moved });
    await servers.unreachable(service);
    expect(servers.current).toBe(service);
    expect(moved).not.toHaveBeenCalled();
  });

  it('are looked for anew each time: the file may come later', async () => {
    const find = vi.fn().mockResolvedValueOnce(undefined).mockResolvedValueOnce(kubelet);
    const servers = new ApiServers(service, { find });
    await servers.unreachable(service);
    await servers.unreachable(service);
    expect(servers.current).toBe(kubelet);
  });
});
