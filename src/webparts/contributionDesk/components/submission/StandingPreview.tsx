import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { wordDeadline } from '../../../../messages/dates';
import { wordPublicationDue, wordStandingReason } from '../../../../messages/standing';
import type { Purpose } from '../../../../rules/contribution';
import type { Meeting } from '../../../../rules/meeting';
import { standingOf } from '../../../../rules/standing';
import { useNow } from '../../hooks/useNow';
import { STANDING_TONES } from '../../theme/tones';
import { Notice } from '../common/Notice';
import { StandingBadge } from '../common/StandingBadge';
import { OwnTime } from '../deadlines/OwnTime';
import { useDesk } from '../deskContext';

const styles = mergeStyleSets({
  top: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', fontWeight: 600 },
  small: { fontSize: 12, lineHeight: 16 }
});

/** What the standing depends on, as far as it is chosen. */
export interface StandingPreviewProps {
  readonly purpose: Purpose | undefined;
  readonly meeting: Meeting | undefined;
}

/**
 * The standing that the document would have if the library received it at this moment, with the deadline that decides
 * it in the group's zone and in the person's own, and what tomorrow would make of it. Follows the choices and the clock; read out when it changes.
 */
export function StandingPreview({ purpose, meeting }: StandingPreviewProps): React.ReactElement {
  const { site, group, translator } = useDesk();
  const now = useNow(site.clock);
  if (purpose === undefined || meeting === undefined) {
    return (
      <Notice tone="plain" role="status">
        <p>{translator.t('preview.waiting')}</p>
      </Notice>
    );
  }
  const decision = standingOf(purpose, now, meeting, group);
  const tomorrow = standingOf(purpose, now.toZonedDateTimeISO(group.zone).add({ days: 1 }).toInstant(), meeting, group);
  const deadline = wordDeadline(decision.decidedBy, group, translator);
  const publicationDue = wordPublicationDue(decision, translator);
  return (
    <Notice tone={STANDING_TONES[decision.standing]} role="status">
      <p className={styles.top}>
        <span>{translator.t('preview.heading')}</span>
        <StandingBadge standing={decision.standing} />
      </p>
      <p>{wordStandingReason(decision, group, translator)}</p>
      <OwnTime at={decision.decidedBy.closesAt.toInstant()} />
      {publicationDue !== undefined && <p>{publicationDue}</p>}
      <p>
        {tomorrow.standing === decision.standing ? (
          translator.t(decision.standing === 'held' ? 'preview.tomorrow.held' : 'preview.tomorrow.same', { deadline })
        ) : (
          <strong>{translator.t('preview.tomorrow.other', { standing: translator.t(`standing.${tomorrow.standing}`), deadline })}</strong>
        )}
      </p>
      <p className={styles.small}>{translator.t('preview.libraryTime')}</p>
    </Notice>
  );
}
