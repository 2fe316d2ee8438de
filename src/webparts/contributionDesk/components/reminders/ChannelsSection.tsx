import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { DefaultButton } from '../common/Button';
import { languageStyles as styles } from '../languages/languages.styles';
import { ChannelRow } from './ChannelRow';
import { useReminders } from './remindersContext';

const PAGE = 25;

/** The channels and mailing addresses that get reminders, of all meetings; each can be paused. */
export function ChannelsSection(): React.ReactElement {
  const { said, record } = useReminders();
  const { channels, people } = record.subscribers;
  const [sought, setSought] = React.useState('');
  const [limit, setLimit] = React.useState(PAGE);
  const text = sought.trim().toLocaleLowerCase();
  const found = channels.filter(({ title }) => title.toLocaleLowerCase().includes(text));
  const shown = found.slice(0, limit);
  return (
    <section className={styles.section} aria-labelledby="desk-reminders-channels">
      <h4 id="desk-reminders-channels" className={styles.subheading}>
        {said.t('reminders.channels.heading')}
      </h4>
      {people.length > 0 && <p className={styles.quiet}>{said.t('reminders.channels.people', { count: people.length })}</p>}
      {channels.length === 0 ? (
        <p className={styles.quiet}>{said.t('reminders.channels.none')}</p>
      ) : (
        <>
          <TextField
            label={said.t('reminders.channels.find')}
            dir="auto"
            value={sought}
            styles={{ root: { maxWidth: 400 } }}
            onChange={(_event, value = '') => {
              setSought(value);
              setLimit(PAGE);
            }}
          />
          <p role="status" className={styles.quiet}>
            {found.length === 0 ? said.t('reminders.channels.noMatch') : said.t('reminders.channels.shown', { shown: shown.length, all: found.length })}
          </p>
          <ul className={styles.rows}>
            {shown.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} />
            ))}
          </ul>
          {found.length > shown.length && (
            <div>
              <DefaultButton text={said.t('reminders.rows.more')} onClick={() => setLimit(limit + PAGE)} />
            </div>
          )}
        </>
      )}
    </section>
  );
}
