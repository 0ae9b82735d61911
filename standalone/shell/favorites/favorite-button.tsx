import { useState, type FC } from 'react';
import { Tooltip } from '@patternfly/react-core';
import { FavoriteStar } from '@profile/favorite-star';
import { useLocation } from '@profile/router';
import { FavoriteDialog } from './favorite-dialog';
import { proposedName } from './favorite-name';
import { useFavorites } from './use-favorites';

const mostFavorites = 10;

/** The star beside a title: keeps the page under a name that the person chooses, or forgets it. */
export const FavoriteButton: FC<{ readonly title: string }> = ({ title }) => {
  const { pathname } = useLocation();
  const { favorites, add, remove } = useFavorites();
  const [isAsking, setAsking] = useState(false);
  const isStarred = favorites.some(({ url }) => url === pathname);
  const isFull = favorites.length >= mostFavorites && !isStarred;
  const label = isFull
    ? `Maximum number of favorites (${String(mostFavorites)}) reached. To add another favorite, remove an existing page from your favorites.`
    : isStarred
      ? 'Remove from favorites'
      : 'Add to favorites';
  return (
    <div className="co-fav-actions-icon">
      <Tooltip content={label} position="top">
        <FavoriteStar
          isStarred={isStarred}
          className="co-xl-icon-button"
          data-test="favorite-button"
          aria-label={label}
          aria-pressed={isStarred}
          isDisabled={isFull}
          onClick={() => {
            if (isStarred) remove(pathname);
            else setAsking(true);
          }}
        />
      </Tooltip>
      {isAsking ? (
        <FavoriteDialog
          proposed={proposedName(title, pathname)}
          favorites={favorites}
          onSave={(name) => {
            add({ name, url: pathname });
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
};
