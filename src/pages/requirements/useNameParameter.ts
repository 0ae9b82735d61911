import { useSearchParams } from '../../console/router';

/** The text that the list is searched by, kept in the address under the name that the console uses on its own lists. */
export function useNameParameter(): [string, (text: string) => void] {
  const [parameters, setParameters] = useSearchParams();
  const search = (text: string) => {
    const next = new URLSearchParams(parameters);
    if (text === '') next.delete('name');
    else next.set('name', text);
    setParameters(next, { replace: true });
  };
  return [parameters.get('name') ?? '', search];
}
