import type { ReactElement } from 'react';
import { encode } from 'uqr';
import classes from './security.module.css';

/** Light around it, as readers want; one path, since the page may load no image that it made itself. */
export function QrCode({ content, label }: { content: string; label: string }): ReactElement {
  const { data, size } = encode(content, { border: 3 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      className={classes['qr']}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
