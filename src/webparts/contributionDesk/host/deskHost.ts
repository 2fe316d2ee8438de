import type { DeskTarget } from '../../../site/deskTarget';

/** A place in the desk with the name under which it is shared. */
export interface NamedPlace {
  readonly target: DeskTarget;
  readonly name: string;
}

/**
 * What surrounds the desk: a page of the site, or Teams. Who the person is and what they may do is never asked of it:
 * that the site says.
 */
export interface DeskHost {
  readonly kind: 'page' | 'teams';
  /** The person's culture, where the host knows it better than the page. */
  readonly culture?: string;
  /** The place that the desk is opened at. */
  readonly target: DeskTarget | undefined;
  /** Calls back when a link leads to another place while the desk is open, until the function it gives is called. */
  followTarget(onTarget: (target: DeskTarget) => void): () => void;
  /** The address of a place on the site, for whoever comes from elsewhere. */
  addressOf(target: DeskTarget): string;
  /**
   * Gives the person a link to a place.
   * @returns how: it is on the clipboard, or the host shows it
   * @throws when neither is allowed
   */
  share(place: NamedPlace): Promise<'copied' | 'shown'>;
  /** Tells the host which place the desk shows, until the function it gives is called. */
  show(place: NamedPlace): () => void;
  /** Opens an address in the host's own way; without it the browser does. */
  readonly openLink?: (address: string) => void;
}
