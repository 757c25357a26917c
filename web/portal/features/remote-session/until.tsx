import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Countdown } from '../../../ui/format/countdown';
import { Instant } from '../../../ui/format/instant';
import classes from './session.module.css';

/** A limit with its date and hour, and how long until then. */
export function Until({ at, label }: { at: string | null; label: string }): ReactElement | null {
  if (at === null) return null;
  return (
    <Text>
      {label} <Instant at={at} />{' '}
      <span className={classes['left']}>
        <Countdown to={at} />
      </span>
    </Text>
  );
}
