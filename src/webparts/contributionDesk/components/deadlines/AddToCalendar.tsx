import * as React from 'react';
import type { Meeting } from '../../../../rules/meeting';
import { downloadFile } from '../../downloadFile';
import { DefaultButton } from '../common/Button';
import { SiteProblem } from '../common/SiteProblem';
import { useDesk } from '../deskContext';

/** Saves a meeting with its deadlines as a calendar file; what writes it is fetched when it is wanted. */
export function AddToCalendar({ meeting }: { readonly meeting: Meeting }): React.ReactElement {
  const { site, host, group, translator } = useDesk();
  const [error, setError] = React.useState<unknown>();
  const save = async (): Promise<void> => {
    setError(undefined);
    try {
      const { meetingCalendar } = await import(/* webpackChunkName: 'calendar' */ '../../../../exports/calendar');
      const text = meetingCalendar([meeting], { group, translator, at: site.clock.now(), deskUrl: host.addressOf({ kind: 'meeting', id: meeting.id }) });
      downloadFile(new Blob([text], { type: 'text/calendar;charset=utf-8' }), `${group.acronym}-${meeting.start.toString()}.ics`);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <>
      {error !== undefined && <SiteProblem error={error} translator={translator} />}
      <DefaultButton text={translator.t('deadlines.calendar')} onClick={() => void save()} />
    </>
  );
}
