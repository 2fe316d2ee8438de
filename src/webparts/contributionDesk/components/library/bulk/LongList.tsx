import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import * as React from 'react';
import { DefaultButton } from '../../common/Button';
import { libraryStyles } from '../library.styles';
import { useLibrary } from '../libraryContext';

/** So many are shown at first, and so many more each time. */
const STEP = 50;

const styles = mergeStyleSets({ rest: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', marginTop: 8 } });

/** Documents with something to say about each. */
export interface LongListProps<Item> {
  readonly items: readonly Item[];
  readonly testId: string;
  /** An `li` with its key. */
  readonly children: (item: Item) => React.ReactElement;
}

/** The first of many documents, how many are left, and the way to see more of them. */
export function LongList<Item>({ items, testId, children }: LongListProps<Item>): React.ReactElement {
  const { texts } = useLibrary();
  const [shown, setShown] = React.useState(STEP);
  const rest = items.length - shown;
  return (
    <>
      <ul className={libraryStyles.preview} data-testid={testId}>
        {items.slice(0, shown).map(children)}
      </ul>
      {rest > 0 && (
        <div className={styles.rest}>
          <span>{texts.t('bulk.rest', { count: rest })}</span>
          <DefaultButton text={texts.t('bulk.showMore')} onClick={() => setShown(shown + STEP)} />
        </div>
      )}
    </>
  );
}
