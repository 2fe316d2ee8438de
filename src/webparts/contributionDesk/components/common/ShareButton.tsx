import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import type { NamedPlace } from '../../host/deskHost';
import { useDesk } from '../deskContext';

const styles = mergeStyleSets({
  share: { display: 'inline-flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'center', fontSize: 14, lineHeight: 24, overflowWrap: 'anywhere' },
  button: {
    minHeight: 24,
    border: 0,
    padding: 0,
    background: 'none',
    font: 'inherit',
    color: 'var(--desk-link)',
    cursor: 'pointer',
    selectors: { ':hover': { textDecoration: 'underline' }, ':focus-visible': { outline: '2px solid var(--desk-focus)', outlineOffset: 2 } }
  }
});

/** Gives the person a link to a place, as the host does it. Where nothing may be put on the clipboard, the link is shown. */
export function ShareButton({ target, name }: NamedPlace): React.ReactElement {
  const { host, translator } = useDesk();
  const [outcome, setOutcome] = React.useState<'copied' | 'shown' | 'failed'>();
  const action = host.kind === 'teams' ? 'share' : 'copyLink';
  const share = (): void => {
    host.share({ target, name }).then(setOutcome, () => setOutcome('failed'));
  };
  return (
    <span className={styles.share}>
      <button type="button" className={styles.button} aria-label={translator.t(`tab.${action}.of`, { name: isolate(name) })} onClick={share}>
        {translator.t(`tab.${action}`)}
      </button>
      <span role="status">
        {outcome === 'copied' && translator.t('tab.copied')}
        {outcome === 'failed' && translator.t('tab.copyFailed', { link: isolate(host.addressOf(target)) })}
      </span>
    </span>
  );
}
