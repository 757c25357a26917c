import { memo, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import classes from './queue.module.css';
import { VIEWS, type View } from './use-queue-search';
import { useViewCounts } from './use-view-counts';

/** The work lists with how many tickets each holds. */
export const ViewLinks = memo(function ViewLinks({ view }: { view: View }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const counts = useViewCounts();
  return (
    <nav aria-label={t('queue.views')} className={classes['views']}>
      {VIEWS.map((each) => (
        <Link
          key={each}
          to={toView(each)}
          className={classes['view']}
          aria-current={each === view ? 'page' : undefined}
        >
          {t(`queue.view.${each}`)} <span className={classes['count']}>{counts[each] ?? '·'}</span>
        </Link>
      ))}
    </nav>
  );
});

export function toView(view: View): string {
  return view === 'all' ? '/' : `/?view=${view}`;
}
