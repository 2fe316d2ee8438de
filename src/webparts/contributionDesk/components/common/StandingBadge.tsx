import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import type { Standing } from '../../../../rules/contribution';
import { STANDING_TONES, toneStyle } from '../../theme/tones';
import { useDesk } from '../deskContext';

const styles = mergeStyleSets({
  badge: {
    display: 'inline-block',
    padding: '2px 10px',
    borderWidth: 1,
    borderStyle: 'solid',
    borderRadius: 12,
    fontSize: 13,
    fontWeight: 600,
    lineHeight: 20
  }
});

/** A standing in a word or two, coloured. */
export function StandingBadge({ standing }: { readonly standing: Standing }): React.ReactElement {
  const { translator } = useDesk();
  return (
    <span className={styles.badge} style={toneStyle(STANDING_TONES[standing])}>
      {translator.t(`standing.${standing}`)}
    </span>
  );
}
