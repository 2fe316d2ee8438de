import { join } from 'node:path';
import { SiteClock } from '../../../src/localsite/clock';
import { startLocalSite } from '../../../src/localsite/startLocalSite';
import { SiteStore } from '../../../src/localsite/store/siteStore';
import { createLog } from '../../../src/service/log';
import { connectFromNode } from '../../../src/service/siteConnection';
import { openSite } from '../../../src/site/deskSite';
import { FOLLOWED_LISTS } from '../../../src/site/followedLists';
import { provision } from '../../../src/site/provisioning/provision';
import { SITE_SCHEMA } from '../../../src/site/schema';
import { smallDocx } from '../../../test/support/documents';
import { meeting } from '../../../test/support/meeting';
import { shippedConfiguration } from '../../../test/support/workingGroup';
import { startMonitoring } from './monitoring';

const SITE = 'tdag-wg-sop';
const IN_ONE_TRANSACTION = 5000;

/**
 * Makes a site with documents that the service has checked already: `seedSite.ts FOLDER DOCUMENTS`. One document goes
 * through the real service; the others are copies of its row, of its record and of its language versions, written straight into the local site's
 * database, because a hundred thousand uploads would take longer than what is to be measured.
 */
async function seed(dataFolder: string, documents: number): Promise<void> {
  const running = await startLocalSite({ dataFolder, port: 0, now: '2020-08-10T09:00:00+02:00' });
  const connection = connectFromNode({ siteUrl: running.url, headers: { 'X-Local-User': 'service@example.org' } });
  await provision(connection, { configuration: shippedConfiguration() });
  const desk = openSite(connection);
  const { id: _id, ...values } = meeting();
  const { id: meetingId } = await desk.meetings.add(values);
  const { id } = await desk.contributions.upload('document-0.docx', smallDocx('document 0'));
  await desk.contributions.describe(id, { title: 'Document 0', source: 'Kenya', originalLanguage: 'en', purpose: 'action', meetingId });
  const monitoring = startMonitoring(connection, createLog('error'));
  await monitoring.run();
  await monitoring.stop();
  await running.stop();
  copy(dataFolder, id, documents);
}

function copy(dataFolder: string, templateId: number, documents: number): void {
  const clock = new SiteClock(dataFolder, undefined);
  const store = new SiteStore(join(dataFolder, 'sites', SITE), `/sites/${SITE}`, clock);
  const listOf = (title: string): NonNullable<ReturnType<typeof store.lists.byTitle>> => {
    const list = store.lists.byTitle(title);
    if (list === undefined) {
      throw new Error(`The site has no list ${title}`);
    }
    return list;
  };
  const [library, state] = [listOf(SITE_SCHEMA.contributions.title), listOf(SITE_SCHEMA.deskState.title)];
  const template = store.items.get(library, templateId);
  const stateRows = store.database.rows(`SELECT * FROM items_${state.key}`);
  const record = stateRows.find((row) => row['c:StateKey'] === `document/${template?.uniqueId}`);
  if (template?.content === undefined || record === undefined) {
    throw new Error('The service has no record of the document that was to be copied');
  }
  const translations = listOf(SITE_SCHEMA.translations.title);
  const versions = store.database.rows(`SELECT * FROM items_${translations.key} WHERE "c:ContributionId" = ?`, templateId);
  if (versions.length === 0) {
    throw new Error('The document that was to be copied has no language versions');
  }
  const known = JSON.parse(String(record['c:StateValue'])) as Record<string, unknown>;
  for (let done = 1; done < documents; ) {
    const end = Math.min(done + IN_ONE_TRANSACTION, documents);
    store.database.transaction(() => {
      for (; done < end; done += 1) {
        const sha256 = done.toString(16).padStart(64, '0');
        const item = store.items.add(library, {
          kind: 'file',
          folder: template.folder,
          leaf: `document-${done}.docx`,
          author: template.author,
          content: template.content,
          values: { ...template.values, Title: `Document ${done}`, Sha256: sha256 }
        });
        const key = `document/${item.uniqueId}`;
        const value = JSON.stringify({ ...known, sha256, contentTag: `{${item.uniqueId.toUpperCase()}},${item.revision},${item.contentTag}` });
        store.items.add(state, { kind: 'item', folder: state.folder, author: template.author, values: { Title: key, StateKey: key, StateValue: value, StateItem: item.id } });
        for (const version of versions) {
          const translationKey = `${item.id}/${String(version['c:Language'])}`;
          const columns = { Title: translationKey, TranslationKey: translationKey, ContributionId: item.id, Language: String(version['c:Language']), TranslationStatus: String(version['c:TranslationStatus']), DueDate: String(version['c:DueDate']) };
          store.items.add(translations, { kind: 'item', folder: translations.folder, author: template.author, values: columns });
        }
      }
    });
  }
  for (const name of FOLLOWED_LISTS) {
    const value = JSON.stringify({ token: store.changes.currentToken(3, listOf(SITE_SCHEMA[name].title).id), at: clock.now().toString() });
    store.database.run(`UPDATE items_${state.key} SET "c:StateValue" = ? WHERE "c:StateKey" = ?`, value, `${name}/changeToken`);
  }
  store.close();
  clock.close();
}

void seed(process.argv[2], Number(process.argv[3]));
