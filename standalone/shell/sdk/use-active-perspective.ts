const ignore = (): void => undefined;
const administrator = ['admin', ignore] as const;

/** There is only the administrator's perspective here. */
export const useActivePerspective = (): readonly [string, (perspective: string) => void] => administrator;
