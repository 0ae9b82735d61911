import type { FC } from 'react';
import { Button, type ButtonProps } from '@patternfly/react-core';
import { StarIcon } from '@patternfly/react-icons';

/** The star of this console; its PatternFly has no button for favorites. */
export const FavoriteStar: FC<ButtonProps & { readonly isStarred: boolean }> = ({ isStarred, ...properties }) => (
  <Button {...properties} variant="plain" icon={<StarIcon color={isStarred ? 'gold' : 'gray'} />} />
);
