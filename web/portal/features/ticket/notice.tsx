import { IconAlertTriangle, IconInfoCircle, type Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode, Ref } from 'react';
import classes from './notice.module.css';

/** Something that has to be known here and now; its colour is one of the readable tones. */
export function Notice({
  tone = 'warning',
  icon,
  title,
  role = 'status',
  box,
  children,
}: {
  tone?: 'warning' | 'info' | 'danger' | 'neutral';
  icon?: Icon;
  title?: string;
  role?: 'status' | 'alert' | 'presentation';
  /** To give it the focus. */
  box?: Ref<HTMLDivElement>;
  children: ReactNode;
}): ReactElement {
  const Sign = icon ?? (tone === 'info' || tone === 'neutral' ? IconInfoCircle : IconAlertTriangle);
  return (
    <div
      ref={box}
      role={role}
      className={classes['notice']}
      data-tone={tone}
      {...(box !== undefined && { tabIndex: -1 })}
    >
      <Sign size={20} className={classes['sign']} aria-hidden />
      <div className={classes['body']}>
        {title !== undefined && <div className={classes['title']}>{title}</div>}
        {children}
      </div>
    </div>
  );
}
