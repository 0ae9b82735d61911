import type { FC } from 'react';
import { Button, type ButtonProps } from '@patternfly/react-core';

/** The star of this console: PatternFly's button for favorites. */
export const FavoriteStar: FC<ButtonProps & { readonly isStarred: boolean }> = ({ isStarred, ...properties }) => (
  <Button {...properties} variant="plain" isFavorite isFavorited={isStarred} />
);
