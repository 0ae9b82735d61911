import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { PrintingContext } from './printing-context';
import './print.css';

/**
 * Tells the page that it is being printed, by its own action or by the browser's. A browser takes the page as it is
 * when its listeners of `beforeprint` have returned. React 18 draws in time only what a click asks for, hence the
 * button that nobody sees.
 */
export const PrintingProvider = ({ children }: { children: ReactNode }) => {
  const [isPrinting, setPrinting] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = () => {
      begin.current?.click();
    };
    const after = () => {
      setPrinting(false);
    };
    const media = typeof window.matchMedia === 'function' ? window.matchMedia('print') : undefined;
    const onMedia = () => {
      if (media?.matches === true) before();
      else after();
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    media?.addEventListener('change', onMedia);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      media?.removeEventListener('change', onMedia);
    };
  }, []);
  useEffect(() => {
    if (!isAsked) return;
    // Once everything is drawn, which this effect follows.
    setAsked(false);
    window.print();
  }, [isAsked]);
  const printing = useMemo(
    () => ({
      isPrinting,
      print: () => {
        setPrinting(true);
        setAsked(true);
      },
    }),
    [isPrinting],
  );
  return (
    <PrintingContext.Provider value={printing}>
      <button
        ref={begin}
        type="button"
        hidden
        onClick={() => {
          setPrinting(true);
        }}
      />
      {children}
    </PrintingContext.Provider>
  );
};
