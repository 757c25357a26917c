import { useEffect, useState, type ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { durationText } from './duration-text';
import classes from './format.module.css';

const TICK_MS = 15_000;

/** How long until an instant, or since; silent to screen readers, which have the instant itself beside it. */
export function Countdown({ to }: { to: string }): ReactElement {
  const { t } = useMessages();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const minutes = (Date.parse(to) - now) / 60_000;
  const time = durationText(Math.abs(minutes));
  return (
    <span aria-hidden className={classes['tabular']}>
      {t(minutes >= 0 ? 'ui.countdown.left' : 'ui.countdown.passed', { time })}
    </span>
  );
}
