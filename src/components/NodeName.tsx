import './node-name.css';

const keptAtEnd = 10;

/** A node's name, cut in the middle where there is no room: the ends are what tells nodes apart. */
export const NodeName = ({ children: name }: { children: string }) =>
  name.length <= keptAtEnd ? (
    <>{name}</>
  ) : (
    <span className="calico-readiness__node-name" title={name}>
      <span className="calico-readiness__node-name-start">{name.slice(0, -keptAtEnd)}</span>
      <span>{name.slice(-keptAtEnd)}</span>
    </span>
  );
