import * as React from 'react';
import { loadLanguages } from '../../../../messages/loadLanguages';
import { openLanguageSite } from '../../../../site/languageSite';
import { useTexts } from '../../hooks/useTexts';
import { SiteProblem } from '../common/SiteProblem';
import { Skeleton } from '../common/Skeleton';
import { useDesk } from '../deskContext';
import { LanguagesContext } from './languagesContext';

/** Gives what is below it the texts and lists about languages and regions, once they are there. */
export function LanguagesProvider({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const { connection, translator } = useDesk();
  const texts = useTexts(translator.language, loadLanguages);
  const said = texts.value;
  const languageSite = React.useMemo(() => openLanguageSite(connection), [connection]);
  const context = React.useMemo(() => said && { said, languageSite }, [said, languageSite]);
  if (context === undefined) {
    return texts.error === undefined ? <Skeleton lines={4} /> : <SiteProblem error={texts.error} translator={translator} onRetry={texts.retry} />;
  }
  return <LanguagesContext.Provider value={context}>{children}</LanguagesContext.Provider>;
}
