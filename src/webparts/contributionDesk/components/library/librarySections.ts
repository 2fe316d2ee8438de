import { DOC_STATUSES } from '../../../../rules/contribution';
import type { DocStatus } from '../../../../rules/contribution';
import type { Meeting } from '../../../../rules/meeting';
import { parseSymbol } from '../../../../rules/numbering';
import { REGIONS } from '../../../../rules/participation';
import type { Region } from '../../../../rules/participation';
import type { WorkingGroup } from '../../../../rules/workingGroup';
import type { LibraryQuery } from '../../../../site/contributionPages';
import type { Delegation } from '../../../../site/delegations';
import type { LibraryView } from './libraryView';

/** What the documents of a section have in common. */
export type SectionSubject =
  | { readonly kind: 'all' }
  | { readonly kind: 'meeting'; readonly meeting: Meeting | undefined }
  | { readonly kind: 'state'; readonly state: DocStatus }
  | { readonly kind: 'region'; readonly region: Region | undefined };

/** A part of the list that is read by itself. */
export interface LibrarySection {
  readonly key: string;
  readonly subject: SectionSubject;
  readonly query: LibraryQuery;
}

/**
 * The sections into which a view divides the library, each with what the site is asked for it. A document's region is that of
 * the delegation that its source names.
 */
export function librarySections(view: LibraryView, meetings: readonly Meeting[], delegations: readonly Delegation[], group: WorkingGroup): LibrarySection[] {
  const query = queryOf(view, group);
  switch (view.grouping) {
    case 'none':
      return [{ key: 'all', subject: { kind: 'all' }, query }];
    case 'meeting':
      return [...[...meetings].sort((one, other) => other.start.since(one.start).sign), undefined]
        .filter((meeting) => view.meeting === undefined || view.meeting === (meeting?.id ?? 'none'))
        .map((meeting) => ({ key: `meeting-${meeting?.id ?? 'none'}`, subject: { kind: 'meeting', meeting }, query: { ...query, meetingId: meeting?.id ?? 'none' } }));
    case 'state':
      return DOC_STATUSES.filter((state) => view.status === undefined || view.status === state).map((state) => ({
        key: `state-${state}`,
        subject: { kind: 'state', state },
        query: { ...query, status: state }
      }));
    case 'region': {
      const namesIn = (region: Region): string[] => delegations.filter((delegation) => delegation.region === region).map(({ name }) => name);
      const ofRegions = REGIONS.map((region) => ({ region, sources: namesIn(region) })).filter(({ sources }) => sources.length > 0);
      return [
        ...ofRegions.map(({ region, sources }): LibrarySection => ({ key: `region-${region}`, subject: { kind: 'region', region }, query: { ...query, sources } })),
        { key: 'region-none', subject: { kind: 'region', region: undefined }, query: { ...query, otherSources: ofRegions.flatMap(({ sources }) => sources) } }
      ];
    }
  }
}

function queryOf({ text, meeting, status, standing }: LibraryView, group: WorkingGroup): LibraryQuery {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const symbol = parseSymbol(text, group);
  return {
    ...(meeting === undefined ? {} : { meetingId: meeting }),
    ...(status === undefined ? {} : { status }),
    ...(standing === undefined ? {} : { standing }),
    ...(words.length === 0 ? {} : { words }),
    ...(symbol === undefined ? {} : { symbol })
  };
}
