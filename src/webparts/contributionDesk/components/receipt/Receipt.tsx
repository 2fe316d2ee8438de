import * as React from 'react';
import { wordInstant } from '../../../../messages/dates';
import { wordStandingReason } from '../../../../messages/standing';
import { standingOf } from '../../../../rules/standing';
import { useContribution } from '../../hooks/useContribution';
import { STANDING_TONES, toneStyle } from '../../theme/tones';
import { DefaultButton, PrimaryButton } from '../common/Button';
import { Icon } from '../common/Icon';
import { StandingBadge } from '../common/StandingBadge';
import { OwnTime } from '../deadlines/OwnTime';
import { useDesk } from '../deskContext';
import type { Arrival, LanguageVersion, SubmissionDetails } from '../submission/submission';
import type { VersionActions } from '../submission/versionActions';
import { CopyButton } from './CopyButton';
import { printReceipt } from './printReceipt';
import { receiptStyles as styles } from './Receipt.styles';
import { ReceivedVersions } from './ReceivedVersions';
import { receiptLines, receiptText } from './receiptContent';
import type { ReceiptFacts } from './receiptContent';

/** A document that has arrived. */
export interface ReceiptProps {
  readonly arrival: Arrival;
  /** The name of the file on the delegate's machine. */
  readonly sentName: string;
  readonly details: SubmissionDetails;
  readonly versions: readonly LanguageVersion[];
  readonly versionActions: VersionActions;
  readonly onClose: () => void;
}

/** Says when the library received a document, what that makes of it, and what happens next. */
export function Receipt({ arrival, sentName, details, versions, versionActions, onClose }: ReceiptProps): React.ReactElement {
  const { site, group, meetings, translator } = useDesk();
  const known = useContribution(site.contributions, arrival.id);
  const meeting = meetings.find(({ id }) => id === details.meetingId);
  const decision = meeting === undefined || details.purpose === undefined ? undefined : standingOf(details.purpose, arrival.receivedAt, meeting, group);
  const facts: ReceiptFacts = { arrival, details, versions, meeting, decision, symbol: known?.docSymbol, group, translator };
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => heading.current?.focus(), []);
  const headingId = `desk-receipt-${arrival.id}`;
  return (
    <article className={styles.receipt} aria-labelledby={headingId} data-step="received">
      <div className={styles.arrival} style={toneStyle('good')}>
        <Icon name="check" size={28} />
        <div>
          <h4 id={headingId} ref={heading} tabIndex={-1} className={styles.heading}>
            {translator.t('receipt.heading')}
          </h4>
          <p className={styles.time}>
            <time dateTime={arrival.receivedAt.toString()}>{wordInstant(arrival.receivedAt, group, translator)}</time>
          </p>
          <OwnTime at={arrival.receivedAt} />
          <p className={styles.small}>{translator.t('receipt.recorded')}</p>
        </div>
      </div>
      {arrival.fileName !== sentName && <p>{translator.t('receipt.renamed', { fileName: arrival.fileName })}</p>}
      {decision !== undefined && (
        <section className={styles.standing} style={{ borderColor: toneStyle(STANDING_TONES[decision.standing]).borderColor }}>
          <StandingBadge standing={decision.standing} />
          <p>{wordStandingReason(decision, group, translator)}</p>
          <h5 className={styles.subheading}>{translator.t('receipt.next')}</h5>
          <p>{translator.t(`receipt.next.${decision.standing}`)}</p>
        </section>
      )}
      {versions.length > 0 && <ReceivedVersions versions={versions} actions={versionActions} />}
      <dl className={styles.lines}>
        {receiptLines(facts)
          .slice(1)
          .map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
      <div className={styles.buttons}>
        <PrimaryButton text={translator.t('receipt.close')} disabled={versions.some(({ phase }) => phase.step === 'sending' || phase.step === 'describing')} onClick={onClose} />
        <DefaultButton text={translator.t('receipt.print')} onClick={() => printReceipt(facts)} />
        <CopyButton text={receiptText(facts)} />
      </div>
    </article>
  );
}
