import fc from 'fast-check';
import { unitOfControlGroups } from './unit-of-control-group';

const uid = '1a2b3c4d_0000_4111_8222_333344445555';
const id = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
const kubepods = `/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod${uid}.slice`;
const unitOf = (path: string): string | undefined => unitOfControlGroups([{ hierarchy: '', path }])?.unit;

describe('the service of the host that a control group is', () => {
  it.each([
    ['/system.slice/bird.service', 'bird.service'],
    ['/system.slice/system-bird.slice/bird@eth0.service', 'bird@eth0.service'],
    ['/routing.slice/bird.service', 'bird.service'],
    ['/../../../../system.slice/bird.service', 'bird.service'],
    ['/../bird.service', 'bird.service'],
  ])('%s', (path, unit) => expect(unitOf(path)).toBe(unit));

  it.each([
    ['a pod of CRI-O', `${kubepods}/crio-${id}.scope`],
    ['a pod of CRI-O with a control group of its own', `${kubepods}/crio-${id}.scope/container`],
    ['a pod of containerd', `${kubepods}/cri-containerd-${id}.scope`],
    ['a pod, cgroupfs driver', `/kubepods/besteffort/pod${uid}/${id}`],
    ['a neighbouring pod', `/../../kubepods-burstable-pod${uid}.slice/cri-containerd-${id}.scope`],
    ['a neighbouring pod, cgroupfs driver', `/../../pod${uid}/${id}`],
    ['a container of the same pod', `/../cri-containerd-${id}.scope`],
    ['a container of the same pod, cgroupfs driver', `/../${id}`],
    ['systemd within a pod', `${kubepods}/cri-containerd-${id}.scope/system.slice/bird.service`],
    ['systemd within a neighbouring pod', `/../../pod${uid}/${id}/system.slice/bird.service`],
    ['systemd within a neighbouring container', `/../${id}/system.slice/bird.service`],
    [
      'a pod below containerd’s own unit',
      `/system.slice/containerd.service/kubepods-pod${uid}.slice:cri-containerd:${id}`,
    ],
    [
      'a pod of kind',
      `/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-pod${uid}.slice/cri-containerd-${id}.scope`,
    ],
    ['a container of Docker', `/system.slice/docker-${id}.scope`],
    ['a container of Docker, cgroupfs driver', `/docker/${id}`],
    ['systemd within a container of Docker', `/docker/${id}/system.slice/bird.service`],
    ['a container of Docker below its unit', `/system.slice/docker.service/docker/${id}`],
    ['a container of Podman', `/machine.slice/libpod-${id}.scope/container`],
    ['a container of Podman in a unit', `/system.slice/bird.service/libpod-payload-${id}`],
    ['systemd-nspawn', '/machine.slice/systemd-nspawn@a.service/payload/system.slice/bird.service'],
    ['a login', '/user.slice/user-0.slice/session-3.scope'],
    ['a service of a user', '/user.slice/user-1000.slice/user@1000.service/app.slice/bird.service'],
    ['the first process', '/init.scope'],
    ['the root', '/'],
    ['a service without a slice', '/bird.service'],
    ['a name that only looks like one', '/system.slice/bird.service.d'],
  ])('is none: %s', (_case, path) => expect(unitOf(path)).toBeUndefined());

  it('is that of systemd’s hierarchy where version 1 has one', () => {
    const groups = [
      { hierarchy: 'memory', path: '/' },
      { hierarchy: 'name=systemd', path: '/system.slice/bird.service' },
      { hierarchy: '', path: '/' },
    ];
    expect(unitOfControlGroups(groups)?.unit).toBe('bird.service');
  });

  it('is none where any hierarchy shows a container', () => {
    const groups = [
      { hierarchy: 'memory', path: `/kubepods/pod${uid}/${id}` },
      { hierarchy: 'name=systemd', path: '/system.slice/bird.service' },
    ];
    expect(unitOfControlGroups(groups)).toBeUndefined();
  });

  it('is never claimed below a directory that is no slice, whatever the path', () => {
    const name = fc.oneof(
      fc.constantFrom('..', 'system.slice', 'bird.service', `crio-${id}.scope`, `pod${uid}`, id, 'docker', ''),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (names) => {
        const place = unitOfControlGroups([{ hierarchy: '', path: `/${names.join('/')}` }]);
        if (place === undefined) return;
        expect(place.directories.slice(0, -1).every((directory) => directory.endsWith('.slice'))).toBe(true);
        expect(place.unit).toMatch(/\.service$/);
      }),
    );
  });
});
