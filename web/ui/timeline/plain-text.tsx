import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './timeline.module.css';

const LINK = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/;

/** What somebody wrote, as they wrote it: line ends kept, links made to lead there, nothing else read into it. */
export function PlainText({ children }: { children: string }): ReactElement {
  return (
    <div className={classes['text']}>
      {children.split(LINK).map((piece, index) =>
        index % 2 === 1 ? (
          <Anchor key={index} href={piece} target="_blank" rel="noopener noreferrer" underline="always">
            {piece}
          </Anchor>
        ) : (
          piece
        ),
      )}
    </div>
  );
}
