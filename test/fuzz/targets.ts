import type { FuzzTarget } from './target';
import { address } from './targets/address';
import { batch } from './targets/batch';
import { cards } from './targets/cards';
import { cardValues } from './targets/cardValues';
import { configuration } from './targets/configuration';
import { dates } from './targets/dates';
import { documents } from './targets/documents';
import { documentWorker } from './targets/documentWorker';
import { filter } from './targets/filter';
import { filterOnSite } from './targets/filterOnSite';
import { questions } from './targets/questions';
import { search } from './targets/search';
import { serviceHttp } from './targets/serviceHttp';
import { settings } from './targets/settings';
import { siteHttp } from './targets/siteHttp';
import { sockets } from './targets/sockets';

/** Everything that takes something from outside, the longest first; together a million cases. */
export const TARGETS: readonly FuzzTarget[] = [documents, cards, siteHttp, serviceHttp, filterOnSite, sockets, documentWorker, questions, dates, filter, search, settings, configuration, cardValues, batch, address];
