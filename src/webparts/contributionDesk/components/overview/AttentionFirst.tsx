import * as React from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { InterpretationPhase } from '../../../../rules/interpretation';
import { toneStyle } from '../../theme/tones';
import type { Tone } from '../../theme/tones';
import { Notice } from '../common/Notice';
import { ATTENTION_TONES } from '../secretariat/attentionTones';
import { dueOf } from '../secretariat/due';
import { useSecretariat } from '../secretariat/secretariatContext';
import { overviewStyles as styles } from './overview.styles';
import { useOverview } from './overviewContext';
import type { OverviewFigures } from './overviewFigures';

/** What may ask for attention. */
export interface AttentionFirstProps {
  readonly figures: OverviewFigures;
  /** The date in the group's zone. */
  readonly today: Temporal.PlainDate;
  /** Undefined until it is known. */
  readonly overdueTranslations: number | undefined;
  /** Where the decision on interpretation stands; undefined until it is known. */
  readonly interpretation: InterpretationPhase | undefined;
}

interface Task {
  readonly key: string;
  readonly tone: Tone;
  readonly count?: number;
  readonly text: string;
  readonly onOpen: () => void;
}

/** What asks something of the secretariat, the most urgent first, with the documents that come first. */
export function AttentionFirst({ figures, today, overdueTranslations = 0, interpretation }: AttentionFirstProps): React.ReactElement {
  const { group, words } = useSecretariat();
  const { doors, told } = useOverview();
  const { byAttention, urgent } = figures;
  const isToDecide = interpretation === 'toDecide' || interpretation === 'reopened';
  const tasks: readonly Task[] = [
    ...byAttention.map(({ key, count }) => ({ key, count, tone: ATTENTION_TONES[key], text: words.t(`group.${key}`), onOpen: () => doors.openDocuments({ attention: key }) })),
    ...(overdueTranslations > 0
      ? [{ key: 'translations', tone: 'bad' as const, count: overdueTranslations, text: told.t('attention.translations'), onOpen: () => doors.openTranslations('overdue') }]
      : []),
    ...(isToDecide ? [{ key: 'interpretation', tone: 'caution' as const, text: told.t(`attention.${interpretation}`), onOpen: doors.openLanguages }] : [])
  ];
  return (
    <section className={styles.section} aria-labelledby="desk-overview-attention">
      <h3 id="desk-overview-attention" className={styles.heading}>
        {told.t('attention.heading')}
      </h3>
      {tasks.length === 0 ? (
        <Notice tone="good" title={told.t('attention.nothing')} />
      ) : (
        <ul className={styles.tiles}>
          {tasks.map(({ key, tone, count, text, onOpen }) => (
            <li key={key}>
              <button type="button" className={styles.tile} data-task={key} style={{ borderInlineStartColor: toneStyle(tone).borderColor }} onClick={onOpen}>
                {count !== undefined && <span className={styles.number}>{count}</span>} <span>{text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {urgent.length > 0 && (
        <ol className={styles.urgent} aria-label={told.t('attention.urgent')}>
          {urgent.map(({ contribution, attention }) => {
            const due = dueOf(contribution, today, group.zone, words);
            return (
              <li key={contribution.id} className={styles.urgentRow} data-urgent={contribution.id}>
                <span className={styles.urgentTitle}>
                  <button type="button" className={styles.figure} onClick={() => doors.openDocument(contribution)}>
                    <bdi>{contribution.title ?? contribution.fileName}</bdi>
                  </button>
                </span>
                {attention !== 'overdue' && <span className={styles.quiet}>{words.t(`group.${attention}`)}</span>}
                {due?.days !== undefined && <span className={due.isOverdue ? styles.overdue : styles.quiet}>{due.days}</span>}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
