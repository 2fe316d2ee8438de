import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { isolate } from '../../../../messages/isolate';
import { useLoaded } from '../../hooks/useLoaded';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { SelectField } from '../submission/SelectField';
import { libraryStyles as styles } from './library.styles';
import { useLibrary } from './libraryContext';
import { parseLibraryView } from './libraryView';
import type { LibraryViewProps } from './libraryView';

/** The views that are kept on the site: to go back to one, to keep the one that is shown, to remove one. */
export function ViewKeeper({ view, onView }: LibraryViewProps): React.ReactElement {
  const { savedViews, site, texts, translator } = useLibrary();
  const [changed, setChanged] = React.useState(0);
  const load = React.useCallback(async () => {
    const { email } = await site.currentUser();
    return { email, views: await savedViews.of(email) };
  }, [site, savedViews, changed]);
  const loaded = useLoaded(load);
  const [chosen, setChosen] = React.useState<string>();
  const [name, setName] = React.useState('');
  const [isShared, setIsShared] = React.useState(false);
  const [isMissing, setIsMissing] = React.useState(false);
  const [error, setError] = React.useState<unknown>();
  const [message, setMessage] = React.useState('');
  if (loaded.status === 'failed') {
    return <SiteProblem error={loaded.error} translator={translator} onRetry={loaded.retry} />;
  }
  if (loaded.status === 'loading') {
    return <Skeleton lines={2} />;
  }
  const { email, views } = loaded.value;
  const attempt = (action: () => Promise<void>, said: string): void => {
    setError(undefined);
    setMessage('');
    action().then(() => {
      setMessage(said);
      setChanged((count) => count + 1);
    }, setError);
  };
  const current = views.find(({ id }) => String(id) === chosen);
  return (
    <div className={styles.keeper}>
      {error !== undefined && <SiteProblem error={error} translator={translator} />}
      <div className={styles.fields}>
        <SelectField
          id="desk-library-view"
          label={texts.t('view.kept')}
          isOptional
          placeholder={texts.t(views.length === 0 ? 'view.none' : 'view.choose')}
          options={views.map((each) => ({ value: String(each.id), text: each.isShared ? texts.t('view.sharedName', { name: isolate(each.name) }) : isolate(each.name) }))}
          value={current === undefined ? undefined : chosen}
          onChange={(value) => {
            setChosen(value);
            const kept = parseLibraryView(views.find(({ id }) => String(id) === value)?.content ?? '');
            if (kept !== undefined) {
              onView(kept);
            }
          }}
        />
        {current !== undefined && <DefaultButton text={texts.t('view.remove')} onClick={() => attempt(() => savedViews.remove(current.id), texts.t('view.removed', { name: isolate(current.name) }))} />}
      </div>
      <form
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsMissing(name.trim() === '');
          if (name.trim() !== '') {
            attempt(() => savedViews.keep(email, { name: name.trim(), isShared, content: JSON.stringify(view) }), texts.t('view.saved', { name: isolate(name.trim()) }));
          }
        }}
      >
        <TextField label={texts.t('view.name')} dir="auto" maxLength={80} value={name} errorMessage={isMissing ? texts.t('view.name.missing') : undefined} onChange={(_event, value = '') => setName(value)} />
        <label className={styles.choice}>
          <input type="checkbox" checked={isShared} onChange={({ target }) => setIsShared(target.checked)} />
          {texts.t('view.shared')}
        </label>
        <DefaultButton type="submit" text={texts.t('view.save')} />
      </form>
      <p role="status" className={styles.quiet}>
        {message}
      </p>
    </div>
  );
}
