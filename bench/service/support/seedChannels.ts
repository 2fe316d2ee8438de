import { join } from 'node:path';
import { SiteClock } from '../../../src/localsite/clock';
import { startLocalSite } from '../../../src/localsite/startLocalSite';
import { SiteStore } from '../../../src/localsite/store/siteStore';
import { connectFromNode } from '../../../src/service/siteConnection';
import { openSite } from '../../../src/site/deskSite';
import { provision } from '../../../src/site/provisioning/provision';
import { SITE_SCHEMA } from '../../../src/site/schema';
import { meeting } from '../../../test/support/meeting';
import { channelReference } from '../../../test/support/reminding';
import { shippedConfiguration } from '../../../test/support/workingGroup';

const SITE = 'tdag-wg-sop';

/**
 * Makes a site with one meeting, of which one reminder is due, and with channels that are all told of it:
 * `seedChannels.ts FOLDER CHANNELS CONNECTOR`. The channels are written straight into the local site's database.
 */
async function seed(dataFolder: string, channels: number, connectorUrl: string): Promise<void> {
  const running = await startLocalSite({ dataFolder, port: 0, now: '2020-09-11T08:00:00+02:00' });
  const connection = connectFromNode({ siteUrl: running.url, headers: { 'X-Local-User': 'service@example.org' } });
  await provision(connection, { configuration: { ...shippedConfiguration(), reminderDaysBefore: [7] } });
  const { id: _id, ...values } = meeting();
  await openSite(connection).meetings.add(values);
  await running.stop();

  const clock = new SiteClock(dataFolder, undefined);
  const store = new SiteStore(join(dataFolder, 'sites', SITE), `/sites/${SITE}`, clock);
  const list = store.lists.byTitle(SITE_SCHEMA.channels.title);
  if (list === undefined) {
    throw new Error('The site has no list of channels');
  }
  store.database.transaction(() => {
    for (let index = 0; index < channels; index += 1) {
      const key = `19:channel-${index}@thread.tacv2`;
      const columns = { Title: `Channel ${index}`, ConversationKey: key, Reference: channelReference(key, connectorUrl), ChannelLanguage: 'en', ReminderKinds: 'agreed', ChannelStatus: 'active' };
      store.items.add(list, { kind: 'item', folder: list.folder, author: 1, values: columns });
    }
  });
  store.close();
  clock.close();
}

void seed(process.argv[2], Number(process.argv[3]), process.argv[4]);
