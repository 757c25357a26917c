import type { ReactElement } from 'react';
import { durationText } from './duration-text';
import classes from './format.module.css';

/** A span in whole minutes, with digits that do not dance. */
export function Duration({ minutes }: { minutes: number }): ReactElement {
  return <span className={classes['tabular']}>{durationText(minutes)}</span>;
}
