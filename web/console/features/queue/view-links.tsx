import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import classes from './queue.module.css';
import { VIEWS, type View } from './use-queue-search';
import { useViewCounts } from './use-view-counts';

/** The work lists with how many tickets each holds. */
export function ViewLinks({ view, to }: { view: View; to: (view: View) => string }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const counts = useViewCounts();
  return (
    <nav aria-label={t('queue.views')} className={classes['views']}>
      {VIEWS.map((each) => (
        <Link
          key={each}
          to={to(each)}
          className={classes['view']}
          aria-current={each === view ? 'page' : undefined}
        >
          {t(`queue.view.${each}`)} <span className={classes['count']}>{counts[each] ?? '·'}</span>
        </Link>
      ))}
    </nav>
  );
}
