import { useUserPreference } from '../sdk/use-user-preference';

/** A page that a person likes. */
export interface Favorite {
  readonly name: string;
  /** Its path, without a query: one page is one favorite, whatever its filters. */
  readonly url: string;
}

const none: readonly Favorite[] = [];

/** What the console keeps under `console.favorites`, and what changes it. */
export const useFavorites = () => {
  const [favorites, setFavorites] = useUserPreference<readonly Favorite[]>('console.favorites', none);
  return {
    favorites,
    add: (favorite: Favorite) => setFavorites([...favorites, favorite]),
    remove: (url: string) => setFavorites(favorites.filter((favorite) => favorite.url !== url)),
  };
};
