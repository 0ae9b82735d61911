import { useEffect, type FC } from 'react';

/** Sets the title of the browser's tab. */
export const DocumentTitle: FC<{ readonly children?: string }> = ({ children = '' }) => {
  useEffect(() => {
    document.title = `${children} · Calico Readiness`;
  }, [children]);
  return null;
};
