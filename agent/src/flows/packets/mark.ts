/** No kernel gives these ports to connections by default (ip_local_port_range, 32768 to 60999). */
const [first, count] = [61_000, 4_536];

/** A port to send from by which a packet of ours is known, any of some thousands. */
export const anyMark = (): number => first + Math.floor(Math.random() * count);
