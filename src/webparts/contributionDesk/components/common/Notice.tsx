import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { toneStyle } from '../../theme/tones';
import type { Tone } from '../../theme/tones';
import { Icon } from './Icon';
import type { IconName } from './Icon';

const ICONS: Readonly<Record<Tone, IconName>> = { good: 'check', caution: 'clock', bad: 'error', plain: 'info' };

const styles = mergeStyleSets({
  notice: {
    display: 'flex',
    gap: 12,
    padding: '12px 16px',
    borderWidth: 1,
    borderStyle: 'solid',
    borderInlineStartWidth: 4,
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 20,
    overflowWrap: 'anywhere',
    selectors: { p: { margin: 0 }, a: { color: 'inherit', textDecoration: 'underline' } }
  },
  body: { display: 'grid', gap: 8, justifyItems: 'start', minWidth: 0 },
  title: { fontWeight: 600 }
});

/** What a notice shows. */
export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  /** `alert` is read out at once, `status` when there is a pause; without it nothing is read out. */
  readonly role?: 'alert' | 'status';
  readonly children?: React.ReactNode;
}

/** A coloured panel that says what is the matter and what to do. */
export function Notice({ tone, title, role, children }: NoticeProps): React.ReactElement {
  return (
    <div className={styles.notice} style={toneStyle(tone)} role={role}>
      <Icon name={ICONS[tone]} />
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
