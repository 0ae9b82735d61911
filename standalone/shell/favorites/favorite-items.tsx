import { useEffect, useState, type FC } from 'react';
import { Flex, FlexItem, NavExpandable, NavItem, Truncate } from '@patternfly/react-core';
import { FavoriteStar } from '@profile/favorite-star';
import { Link, useLocation } from '@profile/router';
import { useFavorites } from './use-favorites';

/** The section of the navigation below Home, which opens itself on a page that is in it. */
export const FavoriteItems: FC = () => {
  const { favorites, remove } = useFavorites();
  const { pathname } = useLocation();
  const isHere = favorites.some(({ url }) => url === pathname);
  const [wasHere, setWasHere] = useState(isHere);
  useEffect(() => {
    if (isHere) setWasHere(true);
  }, [isHere]);
  return (
    <NavExpandable title="Favorites" groupId="favorites-group" isActive={wasHere} isExpanded={wasHere}>
      {favorites.length === 0 ? (
        <li className="standalone-no-favorites" data-test="no-favorites-message">
          No favorites added
        </li>
      ) : null}
      {favorites.map(({ name, url }) => (
        <NavItem key={url} isActive={url === pathname}>
          <Link to={`${url}?from=favorites`} data-test="favorite-resource-item" className="pf-v6-u-py-0 pf-v6-u-pr-0">
            <Flex
              justifyContent={{ default: 'justifyContentSpaceBetween' }}
              alignItems={{ default: 'alignItemsCenter' }}
              flexWrap={{ default: 'nowrap' }}
              style={{ width: '100%' }}
            >
              <FlexItem className="pf-v6-u-m-0">
                <Truncate content={name} />
              </FlexItem>
              <FlexItem className="pf-v6-u-mr-xs">
                <FavoriteStar
                  isStarred
                  aria-label={`Unfavorite ${name}`}
                  data-test="remove-favorite-button"
                  onClick={(event) => {
                    event.preventDefault();
                    remove(url);
                  }}
                />
              </FlexItem>
            </Flex>
          </Link>
        </NavItem>
      ))}
    </NavExpandable>
  );
};
